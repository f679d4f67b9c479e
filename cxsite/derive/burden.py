"""The effort of a journey's current map and of each of its targets, for all customers and by segment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cxsite.derive.atlas import Atlas
from cxsite.derive.effort.costs import PhaseCost, cost_of
from cxsite.derive.effort.effort import PARTS
from cxsite.derive.effort.worth import SegmentEffort, Worth, by_segment, worth
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.gaps import Ledger, base_phases
from cxsite.derive.maps.pairs import base_of
from cxsite.derive.maps.removed import Removed, one_sided, removed_between
from cxsite.derive.places.path import phases_of
from cxsite.derive.written.marks import effort_mark
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT, resolve_target


@dataclass(frozen=True)
class Taken:
    """What a map takes off the one that it differs from: points, and the parts as expected and if every step happens.

    Below zero where it adds some; None where one of the two is not known, or a step on one of the maps alone.
    """

    points: float | None
    expected: Removed
    every: Removed


@dataclass(frozen=True)
class Burden:
    """The effort of one map as one segment feels and weighs it (an empty name: all customers).

    `map` is the journey for its current map, or the target; `base` the map that a target differs from, by name.
    """

    map: Thing
    segment: str
    effort: SegmentEffort
    worth: Worth | None
    base: str = ""
    taken: Taken | None = None
    ledger: Ledger | None = None
    """What becomes of each step of a target, for all customers."""
    costs: tuple[tuple[str, PhaseCost], ...] = ()
    """What each phase of the current map costs us to serve, by its id."""

    @property
    def name(self) -> str:
        """The id of the target; `current` for the current map."""
        return self.map.key if self.map.kind == "target" else CURRENT

    @property
    def mark(self) -> str:
        """The word for it on pages."""
        return effort_mark(self.effort.effort.journey.key, self.name, self.segment)


def burdens(atlas: Atlas, journey: Journey) -> Iterator[Burden]:
    """The current map and then each target, each for all customers and for the segments with weights of their own."""
    here = Thing("journey", "", journey.key)
    for one in atlas.segments(journey):
        costs = () if one.segment else tuple(_costs(atlas, journey))
        yield Burden(here, one.segment, one, worth(one.effort.total, atlas.portfolio), costs=costs)
    for key in journey.targets:
        after = by_segment(journey, atlas.readings, phases_of(resolve_target(journey, key)))
        base = base_of(journey, key)
        own = base != CURRENT
        before = by_segment(journey, atlas.readings, base_phases(journey, key)) if own else atlas.segments(journey)
        for was, will in zip(before, after, strict=True):
            money = worth(will.effort.total, atlas.portfolio)
            ledger = None if will.segment else atlas.ledger(journey, key)
            yield Burden(Thing("target", journey.key, key), will.segment, will, money, base, taken(was, will), ledger)


def _costs(atlas: Atlas, journey: Journey) -> Iterator[tuple[str, PhaseCost]]:
    whole = atlas.effort(journey)
    return ((phase.key, cost_of(journey, phase, whole, atlas.readings)) for phase in journey.phases)


def taken(before: SegmentEffort, after: SegmentEffort) -> Taken:
    """The difference of what one customer can expect, and if every step happens."""
    was, will = (one.points.expected if one.points else None for one in (before, after))
    points = None if was is None or will is None else was - will
    maps = before.effort, after.effort
    if any(one_sided(*maps, name) for name in PARTS):
        points = None  # what is not known on one of the maps is in one of the two sums
    return Taken(points, removed_between(*maps, "expected"), removed_between(*maps, "every"))
