"""A target map as pages show it: every phase and step with what became of it, from the same values as the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cxsite.derive.effort.effort import PARTS, Sum, Way
from cxsite.derive.effort.worth import Points, Worth, points, weights_for, worth
from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.gaps import GapState, Ledger
from cxsite.derive.maps.pairs import base_of
from cxsite.derive.maps.removed import one_sided
from cxsite.derive.maps.rows import PhaseRow, Rows, StepRow
from cxsite.derive.places.readings import Readings
from cxsite.diagnostics import count_of
from cxsite.model.aligned import align
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT, resolve_target
from cxsite.model.target import Target
from cxsite.model.targetmap import TargetMap, Trouble

STATES: tuple[GapState, ...] = ("added", "changed", "moved", "removed", "same")
WORDS = {"minutes": "Time", "money": "Money", "emotion": "Negative emotion"}


@dataclass(frozen=True)
class EffortRow:
    """One part of effort before and after, and what the target removes of it: expected, and if every step happens."""

    part: str
    label: str
    before: Sum
    after: Sum
    expected: float | None
    every: float | None
    one_sided: int = 0
    """Steps of which it is known on one of the maps alone: they are left out of the difference."""

    def removed(self, way: Way) -> float | None:
        """What is taken off; None also where there is nothing on either map, of which not all is known."""
        value = self.expected if way == "expected" else self.every
        return None if value == 0 and (self.before.found(way), self.after.found(way)) == (None, None) else value


@dataclass(frozen=True)
class TargetView:
    """All that the pages of a target say."""

    journey: Journey
    id: str
    target: Target
    heading: str
    ledger: Ledger
    phases: tuple[PhaseRow, ...]
    effort: tuple[EffortRow, ...]
    points: tuple[Points | None, Points | None]
    """In the points of `value.yml`, before and after; None without weights."""
    worth: tuple[Worth | None, Worth | None]
    """In the site's currency, before and after; None where nobody says what an hour is worth."""
    goals: tuple[Standing, ...]
    counts: tuple[tuple[GapState, int], ...]
    """How many steps each thing became of, the commonest order; what became of none is left out."""
    troubles: tuple[Trouble, ...]
    """Entries that do not fit the map they start from; those that are done are none."""
    base: str = CURRENT
    """The map it is laid beside: `current`, or another target."""
    written: bool = True
    """False where it is laid beside another map than the one it is written to differ from."""

    @property
    def rows(self) -> tuple[StepRow, ...]:
        """Every step once, in the order of the full target."""
        return tuple(row for phase in self.phases for row in phase.steps)

    @property
    def gone(self) -> Mapping[str, tuple[PhaseRow | StepRow, ...]]:
        """What each phase of the target has lost, by its id: removed steps and the marks of moved ones.

        A removed phase and what was in it stand with the phase in front of it, or with the first.
        """
        found: dict[str, list[PhaseRow | StepRow]] = {}
        living = [phase.gap.id for phase in self.phases if phase.number]
        last = living[0] if living else ""
        for phase in self.phases:
            last = phase.gap.id if phase.number else last
            removed = [] if phase.number else [phase]
            found.setdefault(last, []).extend([*removed, *(row for row in phase.rows if row.mark)])
        return {key: tuple(rows) for key, rows in found.items()}

    @property
    def actions(self) -> tuple[Thing, ...]:
        """The actions that carry it, in the order of the map."""
        return tuple(dict.fromkeys(thing for phase in self.phases for thing in phase.carriers))

    @property
    def unreasoned(self) -> tuple[StepRow, ...]:
        """Steps that differ for no reason that is named."""
        return tuple(row for row in self.rows if row.unreasoned)

    @property
    def done(self) -> tuple[StepRow | PhaseRow, ...]:
        """Steps and phases that are written to differ, and no longer do."""
        return (*(row for row in self.rows if row.done), *(phase for phase in self.phases if phase.done))

    @property
    def is_open(self) -> bool:
        """True where something is left to do about the target itself."""
        ledger = self.ledger
        of_ledger = (ledger.unaddressed, ledger.uncarried, ledger.uncarried_phases)
        return any((*of_ledger, self.unreasoned, self.done, self.troubles))


def view_target(
    journey: Journey, target_id: str, ledger: Ledger, goals: tuple[Standing, ...], readings: Readings
) -> TargetView:
    """One of the journey's targets beside the map it differs from, with its ledger and its goals."""
    target = journey.targets[target_id]
    resolved = resolve_target(journey, target_id)
    made = _view(journey, ledger, resolved, goals, readings)
    troubles = tuple(trouble for trouble in resolved.troubles if trouble.kind != "done")
    return replace(made, heading=target.finding or made.heading, troubles=troubles, base=base_of(journey, target_id))


def view_pair(
    journey: Journey, before: str, ledger: Ledger, goals: tuple[Standing, ...], readings: Readings
) -> TargetView:
    """One of the journey's targets beside any other of its maps."""
    made = _view(journey, ledger, align(journey, before, ledger.target), goals, readings)
    return replace(made, base=before, written=False)


def _view(
    journey: Journey, ledger: Ledger, resolved: TargetMap, goals: tuple[Standing, ...], readings: Readings
) -> TargetView:
    maps, weights = (ledger.before, ledger.after), weights_for(readings)
    states = Counter(gap.state for gap in ledger.gaps)
    counts = tuple((state, states[state]) for state in STATES if states[state])
    return TargetView(
        journey,
        ledger.target,
        journey.targets[ledger.target],
        said_counts(counts) or "No step differs yet",
        ledger,
        tuple(Rows(journey, ledger, resolved, readings).phases()),
        tuple(_effort(ledger)),
        (points(maps[0].total, weights), points(maps[1].total, weights)),
        (worth(maps[0].total, readings.portfolio), worth(maps[1].total, readings.portfolio)),
        goals,
        counts,
        (),
    )


def said_unknown(part: Sum) -> str:
    """What a sum leaves out: `2 of 16 steps not assessed, 1 in another currency`; empty where it is whole."""
    of = part.assessed + part.open + part.elsewhere
    left = ((part.open, "not assessed"), (part.unweighed, "taken by an unknown share"))
    told = [f"{count} {why}" for count, why in (*left, (part.elsewhere, "in another currency")) if count]
    return f"of {count_of(of, 'step')} {', '.join(told)}" if told else ""


def said_counts(counts: tuple[tuple[GapState, int], ...]) -> str:
    """`3 steps added, 8 changed, 3 removed`; those that stay are not told."""
    told = [(state, count) for state, count in counts if state != "same"]
    return ", ".join(f"{count_of(n, 'step') if not i else n} {state}" for i, (state, n) in enumerate(told))


def _effort(ledger: Ledger) -> Iterator[EffortRow]:
    for part in PARTS:
        sums = getattr(ledger.before.total, part), getattr(ledger.after.total, part)
        taken = getattr(ledger.expected, part), getattr(ledger.every, part)
        yield EffortRow(part, WORDS[part], *sums, *taken, one_sided(ledger.before, ledger.after, part))
