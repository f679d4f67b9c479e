"""The gap ledger: what becomes of each step between two maps, what that takes off the customer, and who carries it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from cxsite.derive.effort.effort import PARTS, MapEffort, StepEffort, map_effort
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.reasons import Why, unaddressed, why_of
from cxsite.derive.maps.removed import Removed, removed_between
from cxsite.derive.people.handoffs import Handoffs, Passing, hand_offs
from cxsite.derive.people.parties import Parties, parties_of
from cxsite.derive.places.path import Stop, phases_of
from cxsite.derive.places.readings import Readings
from cxsite.derive.written.marks import carried_mark
from cxsite.model.aligned import align, phases_on
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.resolve import resolve_target
from cxsite.model.step import Phase, Step
from cxsite.model.targetmap import TargetMap, TargetPhase, TargetStep

GapState = Literal["same", "changed", "added", "removed", "moved"]


@dataclass(frozen=True)
class Side:
    """A step on one of the two maps. Off the main path it has no effort; `passing` is the hand-off it begins with."""

    stop: Stop
    owner: str
    doers: tuple[str, ...]
    channels: tuple[str, ...]
    effort: StepEffort | None = None
    passing: Passing | None = None


@dataclass(frozen=True)
class Gap:
    """What becomes of one step. `before` is None for an added one, `after` for a removed one.

    A step that only stands elsewhere is `moved`; one that differs as well is `changed`, and `moved` is true.
    """

    id: str
    state: GapState
    before: Side | None
    after: Side | None
    moved: bool = False
    what: str = ""
    why: Why | None = None
    """None where nothing is written about the step."""

    @property
    def differs(self) -> bool:
        """True for all but the same."""
        return self.state != "same"

    @property
    def carried(self) -> bool:
        """True where some action that was not dropped brings it about."""
        return bool(self.why and self.why.carried_by)

    def removed(self, name: str) -> float:
        """What it takes off the expected effort, in minutes, money or emotion; below zero where it adds some.

        What is not known on one of the two maps is no difference: not knowing saves nobody anything.
        """
        return 0.0 if self.unknown(name) else _expected(self.before, name) - _expected(self.after, name)

    def unknown(self, name: str) -> bool:
        """True where one of the two is on the main path, and its effort or its weight is not known: it counts as 0."""
        efforts = [side.effort for side in (self.before, self.after) if side and side.effort]
        return any(effort.expected(name) is None for effort in efforts)


@dataclass(frozen=True)
class PhaseGap:
    """What becomes of a phase as a whole."""

    id: str
    state: GapState
    before: Phase | None
    after: Phase | None
    owners: tuple[str, str]
    """Who answers for it before and after; empty where it is not there."""
    moved: bool = False
    what: str = ""
    why: Why | None = None


@dataclass(frozen=True)
class Carried:
    """The changes that the same actions carry, and the expected effort they remove together, counted once.

    Without actions: the changes that nobody carries; or, where `same` is true, the steps that stay as they are and
    come or go as the main path takes another way.
    """

    actions: tuple[Thing, ...]
    gaps: tuple[Gap, ...]
    removed: Removed
    unknown: int
    """Changes of which some part of the effort is not known, and counts as 0."""
    same: bool = False

    def mark(self, journey: str, target: str) -> str:
        """The word for it on pages."""
        return carried_mark(journey, target, (one.ref for one in self.actions), self.same)

    def knows(self, name: str) -> bool:
        """False where one of `PARTS` is known of none of the changes."""
        return not all(gap.unknown(name) and gap.removed(name) == 0 for gap in self.gaps)


@dataclass(frozen=True)
class Ledger:
    """Everything between two maps of a journey, step by step, in the order of the full target."""

    journey: Journey
    target: str
    gaps: tuple[Gap, ...]
    phases: tuple[PhaseGap, ...]
    before: MapEffort
    after: MapEffort
    handoffs: tuple[Handoffs, Handoffs]
    """Those before and after."""
    expected: Removed
    """The difference in what one customer can expect, over the steps that are known on both maps: the headline."""
    every: Removed
    """The difference if every step happens."""
    carried: tuple[Carried, ...]
    shifted: Carried | None
    """The steps that stay the same and are on the main path of one of the two maps alone; None without any."""
    unaddressed: tuple[Thing, ...]
    """Hotspots of the journey that neither a change nor an action addresses; bright spots are none."""

    @property
    def uncarried(self) -> tuple[Gap, ...]:
        """The differences that nobody carries."""
        return tuple(gap for gap in self.gaps if gap.differs and not gap.carried)

    @property
    def uncarried_phases(self) -> tuple[PhaseGap, ...]:
        """The differences of phases that nobody carries."""
        return tuple(gap for gap in self.phases if gap.state != "same" and not (gap.why and gap.why.carried_by))

    def of_action(self, action: Thing) -> tuple[Carried, ...]:
        """What an action carries: alone, and together with others."""
        return tuple(one for one in self.carried if action in one.actions)


def gap_ledger(journey: Journey, target_id: str, readings: Readings) -> Ledger:
    """The ledger of one of the journey's targets, from the map it differs from: the current one, or another target."""
    return _ledger(journey, target_id, base_phases(journey, target_id), resolve_target(journey, target_id), readings)


def pair_ledger(journey: Journey, before: str, after: str, readings: Readings) -> Ledger:
    """The ledger from any map of a journey to one of its targets, which need not start from it."""
    return _ledger(journey, after, phases_on(journey, before), align(journey, before, after), readings)


def _ledger(
    journey: Journey, target_id: str, phases: tuple[Phase, ...], target: TargetMap, readings: Readings
) -> Ledger:
    maps = (map_effort(journey, readings, phases), map_effort(journey, readings, phases_of(target)))
    parties = parties_of(readings.portfolio)
    passings = (hand_offs(journey, maps[0].path, parties), hand_offs(journey, maps[1].path, parties))
    before = _sides(journey, phases, maps[0], passings[0], parties)
    after = _sides(journey, phases_of(target), maps[1], passings[1], parties)
    gaps = tuple(_gap(step, before, after, journey, readings.portfolio) for step in _rows(target))
    return Ledger(
        journey,
        target_id,
        gaps,
        tuple(_phase_gap(phase, journey, parties) for phase in target.phases),
        *maps,
        passings,
        expected=removed_between(*maps, "expected"),
        every=removed_between(*maps, "every"),
        carried=tuple(_carried(gaps)),
        shifted=_shifted(gaps),
        unaddressed=unaddressed(journey, resolve_target(journey, target_id), readings.portfolio),
    )


def base_phases(journey: Journey, target_id: str) -> tuple[Phase, ...]:
    """The phases of the map that a target differs from."""
    return phases_on(journey, journey.targets[target_id].from_)


def _rows(target: TargetMap) -> Iterator[TargetStep]:
    """Each step once: a removed one at its mark, a moved one at its new place."""
    for phase in target.phases:
        yield from (step for step in phase.steps if step.state == "removed" or not step.mark)


def _sides(
    journey: Journey, phases: Iterable[Phase], effort: MapEffort, passings: Handoffs, parties: Parties
) -> dict[str, Side]:
    efforts = {step.stop.key: step for step in effort.steps}
    into = {one.after.key: one for one in passings.passings}
    found: dict[str, Side] = {}
    for stop in (Stop(phase, step) for phase in phases for step in phase.steps):
        owner, doers = parties.owner(journey, stop), parties.doers(journey, stop)
        channels = channels_of(stop.step, parties.portfolio)
        found[stop.key] = Side(stop, owner, doers, channels, efforts.get(stop.key), into.get(stop.key))
    return found


def channels_of(step: Step, portfolio: Portfolio) -> tuple[str, ...]:
    """The channels of a step, those of its touchpoints among them, by id."""
    entries = [portfolio.find("touchpoint", ref) or portfolio.find_former("touchpoint", ref) for ref in step.touchpoint]
    through = [str(channel) for entry in entries if (channel := getattr(entry, "channel", None))]
    return tuple(dict.fromkeys([*step.channel, *through]))


def _gap(
    step: TargetStep, before: dict[str, Side], after: dict[str, Side], journey: Journey, portfolio: Portfolio
) -> Gap:
    state: GapState = "moved" if step.moved and step.state == "same" else step.state
    entry = step.difference
    return Gap(
        step.id,
        state,
        None if state == "added" else before.get(step.id),
        None if state == "removed" else after.get(step.id),
        step.moved,
        (entry.what or "") if entry else "",
        why_of(entry, journey, portfolio) if entry else None,
    )


def _phase_gap(phase: TargetPhase, journey: Journey, parties: Parties) -> PhaseGap:
    state: GapState = "moved" if phase.moved and phase.state == "same" else phase.state
    before, after = phase.origin, None if state == "removed" else phase.phase
    owners = [parties.now(one.owner or journey.owner) if one else "" for one in (before, after)]
    entry = phase.difference
    what, why = (entry.what or "", why_of(entry, journey, parties.portfolio)) if entry else ("", None)
    return PhaseGap(phase.id, state, before, after, (owners[0], owners[1]), phase.moved, what, why)


def _expected(side: Side | None, name: str) -> float:
    return (side.effort.expected(name) or 0.0) if side and side.effort else 0.0


def _carried(gaps: tuple[Gap, ...]) -> Iterator[Carried]:
    groups: dict[tuple[Thing, ...], list[Gap]] = {}
    for gap in gaps:
        if gap.differs:
            groups.setdefault(tuple(sorted(gap.why.carried_by)) if gap.why else (), []).append(gap)
    for actions, members in groups.items():
        unknown = sum(any(gap.unknown(name) for name in PARTS) for gap in members)
        yield Carried(actions, tuple(members), _together(members), unknown)


def _shifted(gaps: tuple[Gap, ...]) -> Carried | None:
    members = tuple(gap for gap in gaps if not gap.differs and any(round(gap.removed(name), 9) for name in PARTS))
    return Carried((), members, _together(members), 0, same=True) if members else None


def _together(gaps: Iterable[Gap]) -> Removed:
    members = tuple(gaps)
    return Removed(*(math.fsum(gap.removed(name) for gap in members) for name in PARTS))
