"""The maps of a journey before and after as one grid, aligned by id: the order of after, what is gone at its old place.

Each change is told to the steps and phases that it is about, so that a page can lead from one to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from cxsite.compare.change import Change
from cxsite.compare.report import Report
from cxsite.compare.sides import SIDES, SideName, Sides
from cxsite.compare.units import Unit
from cxsite.derive.places.path import Stop
from cxsite.measure.series import Where
from cxsite.model.aligned import beside, phases_on
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT
from cxsite.model.step import Phase, Step
from cxsite.model.targetmap import TargetStep

Became = Literal["added", "removed", "changed", "moved", "same"]


@dataclass(frozen=True, order=True)
class Place:
    """A step or a phase on the current map, or on a target; by the id of today, the last one where it is gone."""

    map: str
    kind: Literal["step", "phase"]
    id: str


@dataclass(frozen=True)
class Cell:
    """A step before and after. A `mark` holds the old place of one that stands elsewhere now."""

    place: Place
    before: Stop | None
    after: Stop | None
    moved: bool = False
    mark: bool = False
    changes: tuple[Change, ...] = ()

    @property
    def state(self) -> Became:
        """What became of it."""
        return _became(self.before, self.after, self.changes, self.moved)

    @property
    def stop(self) -> Stop:
        """The step as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def of_customer(self) -> bool:
        """True for a step of the customer's own, False for one of ours behind it."""
        return self.stop.step.lane in (None, "customer")


@dataclass(frozen=True)
class Block:
    """A phase before and after, with its steps in order."""

    place: Place
    before: Phase | None
    after: Phase | None
    moved: bool
    cells: tuple[Cell, ...]
    changes: tuple[Change, ...] = ()

    @property
    def state(self) -> Became:
        """What became of it."""
        return _became(self.before, self.after, self.changes, self.moved)

    @property
    def phase(self) -> Phase:
        """The phase as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class Grid:
    """One map of a journey on both sides: the current one, or a target by its name."""

    map: str
    before: Journey
    after: Journey
    blocks: tuple[Block, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All columns from left to right."""
        return tuple(cell for block in self.blocks for cell in block.cells)


def _became(before: object, after: object, changes: Sequence[Change], moved: bool) -> Became:
    if before is None or after is None:
        return "added" if after else "removed"
    if any(not change.derived and change.kind not in ("step-moved", "phase-moved") for change in changes):
        return "changed"
    return "moved" if moved else "same"


def touched(told: Report) -> dict[str, tuple[Change, ...]]:
    """What is told of each journey that is on both sides, by its id, edits first; journeys in the order in which it
    is told of them."""
    sides = told.difference.sides
    there = {
        pair.after.key for pair in sides.pairing.pairs if pair.unit.noun == "journey" and pair.before and pair.after
    }
    found: dict[str, list[Change]] = defaultdict(list)
    for change in (*told.edits, *told.effects):
        found[home_of(change, told)].append(change)
    return {key: tuple(changes) for key, changes in found.items() if key in there}


def home_of(change: Change, told: Report) -> str:
    """The journey that a change is about; that of its metric where a number says none, empty for what is shared.

    What is gone names its journey by the id of before.
    """
    sides, key = told.difference.sides, change.subject.journey
    if not key and change.subject.noun in ("number", "metric"):
        metric = sides.after.metric_by_id.get(change.subject.id) or sides.before.metric_by_id.get(change.subject.id)
        key = (metric.journey if metric else None) or ""
    if key in sides.after.journey_by_id:
        return key
    was = sides.find("before", "journey", key, "") if key else None
    return sides.now("before", was).key if was else key


def grids_of(told: Report, journey: str, changes: Sequence[Change]) -> tuple[Grid, ...]:
    """The current map of a touched journey, and each of its targets of which its `changes` tell."""
    sides = told.difference.sides
    after = sides.after.journey_by_id[journey]
    unit = next(one for one in sides.units["after"] if one.entry is after)
    was = sides.pairing.of(unit, "after").before
    assert was is not None
    before = was.entry
    assert isinstance(before, Journey)
    about = _by_place(changes, told)
    maps = [CURRENT, *(key for key in after.targets if key in before.targets and _differs(key, changes))]
    return tuple(Grid(name, before, after, tuple(_blocks(sides, name, before, after, about))) for name in maps)


def _differs(target: str, changes: Iterable[Change]) -> bool:
    nouns = ("target step", "target phase")
    return any(one.subject.noun in nouns and one.subject.scope.partition("/")[2] == target for one in changes)


def places_of(change: Change, told: Report) -> tuple[Place, ...]:
    """The steps and phases that a change is about, itself or through the hotspots that it names; none for the rest."""
    subject, sides = change.subject, told.difference.sides
    if subject.noun in ("step", "phase"):
        return (Place(CURRENT, subject.noun, subject.id),)  # type: ignore[arg-type]
    if subject.noun in ("target step", "target phase"):
        kind: Literal["step", "phase"] = "step" if subject.noun == "target step" else "phase"
        return (Place(subject.scope.partition("/")[2], kind, subject.id),)
    if subject.noun == "number":
        return tuple(_of_number(change, told))
    return tuple(dict.fromkeys(place for side in SIDES for place in _named(change, sides, side)))


def _of_number(change: Change, told: Report) -> Iterator[Place]:
    """The place of a number. The kinds of its place are steps of phases, so that the step alone is meant."""
    where = where_of(change, told)
    if where and where.step:
        yield Place(CURRENT, "step", where.step)
    elif where and where.phase:
        yield Place(CURRENT, "phase", where.phase)


def where_of(change: Change, told: Report) -> Where | None:
    """What a number that moved is about; None for a change of anything else."""
    return told.difference.places.get(change.subject.scope) if change.subject.noun == "number" else None


def _named(change: Change, sides: Sides, side: SideName) -> Iterator[Place]:
    """The places that a hotspot, an idea, an action or a goal names on one side."""
    subject = change.subject
    unit = sides.named(side, subject.noun, subject.scope, subject.id)
    if unit is not None:
        yield from _at(unit, sides, side, subject.journey)


def _at(unit: Unit, sides: Sides, side: SideName, journey: str) -> Iterator[Place]:
    entry = unit.entry
    for kind, one, many in (("step", "step", "steps"), ("phase", "phase", "phases")):
        alone = getattr(entry, one, None)
        for ref in (*(getattr(entry, many, None) or ()), *([alone] if isinstance(alone, str) else ())):
            found = sides.find(side, kind, ref, unit.journey) if isinstance(ref, str) else None
            if found is not None and (now := sides.now(side, found)).journey == journey:
                yield Place(CURRENT, kind, now.key)  # type: ignore[arg-type]
    for ref in getattr(entry, "addresses", None) or ():
        spot = sides.find(side, "hotspot", ref, unit.journey)
        if spot is not None:
            yield from _at(spot, sides, side, journey)


def _by_place(changes: Iterable[Change], told: Report) -> Mapping[Place, tuple[Change, ...]]:
    found: dict[Place, list[Change]] = defaultdict(list)
    for change in changes:
        for place in places_of(change, told):
            found[place].append(change)
    return {place: tuple(about) for place, about in found.items()}


def _blocks(
    sides: Sides, name: str, before: Journey, after: Journey, about: Mapping[Place, tuple[Change, ...]]
) -> Iterator[Block]:
    first, second = phases_on(before, name), phases_on(after, name)
    old = tuple(_as_today(first, before, sides))
    was = _stops(first, old)
    now = _stops(second, second)
    phases = {one.key: phase for one, phase in zip(old, _each_once(first), strict=True)}
    for made in beside(old, second, within=True):
        at = Place(name, "phase", made.id)
        cells = tuple(_cell(one, name, was, now, about) for one in made.steps)
        new = made.phase if made.state != "removed" else None
        yield Block(at, phases.get(made.id), new, made.moved, cells, about.get(at, ()))


def _cell(
    made: TargetStep,
    name: str,
    was: Mapping[str, Stop],
    now: Mapping[str, Stop],
    about: Mapping[Place, tuple[Change, ...]],
) -> Cell:
    place = Place(name, "step", made.id)
    moved = made.moved or (made.mark and made.id in now)
    return Cell(place, was.get(made.id), now.get(made.id), moved, made.mark and moved, about.get(place, ()))


def _stops(phases: Sequence[Phase], named: Sequence[Phase]) -> dict[str, Stop]:
    """Each step with its phase as they were written, by the id of today."""
    rows = zip(_each_once(phases), named, strict=True)
    return {
        key.key: Stop(phase, step) for phase, today in rows for step, key in zip(_once(phase), today.steps, strict=True)
    }


def _as_today(phases: Sequence[Phase], journey: Journey, sides: Sides) -> Iterator[Phase]:
    """The phases of before under the ids that they have after, each id once: a broken state may say one twice."""
    taken: set[str] = set()
    for phase in _each_once(phases):
        steps = tuple(
            step.model_copy(update={"id": _today("step", step.key, journey, sides, taken)}) for step in _once(phase)
        )
        yield phase.model_copy(update={"id": _today("phase", phase.key, journey, sides, taken), "steps": steps})


def _each_once(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    return tuple({phase.key: phase for phase in phases}.values())


def _once(phase: Phase) -> tuple[Step, ...]:
    return tuple({step.key: step for step in phase.steps}.values())


def _today(kind: str, key: str, journey: Journey, sides: Sides, taken: set[str]) -> str:
    found = sides.find("before", kind, key, journey.key)
    now = sides.now("before", found).key if found else key
    named = now if f"{kind} {now}" not in taken else key
    taken.add(f"{kind} {named}")
    return named
