"""Who is counted in what: the groups of people that rows are about, and the places that hold others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from cxsite.measure.find import dimensions
from cxsite.measure.former import renames_of
from cxsite.measure.series import Where
from cxsite.model.library import Persona
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio

PERSONAS, JOURNEYS = "\0personas", "\0journeys"
"""What is told apart by neither a dimension nor its absence; no dimension can have such a name."""
NEAR = 0.1
"""By how much two tables may differ about the same people: answers come late, and rows are corrected."""
Family = tuple[Where, str]
"""A place, and by what it is told apart: a dimension of segments, personas, journeys."""


@dataclass(frozen=True)
class Group:
    """Those who answered, or the cases, of a place in a period. `n` is None where nobody published how many."""

    place: Where
    period: Period
    n: float | None


class Within:
    """Which places stand inside which, by the library: segments in their whole, personas, journeys in the company.

    Phases and steps do not: who is asked at one may be asked at the next. Segments that name no dimension, or that
    nobody listed, are taken for parts of one.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._members = {name: frozenset(members) for name, members in dimensions(portfolio).items()}
        self._dimension = {one: name for name, members in self._members.items() for one in members}
        self._journeys = frozenset(portfolio.journey_by_id)
        self._above: dict[Where, frozenset[Where]] = {}
        personas = [one for one in portfolio.library("segments", "personas") if isinstance(one, Persona)]
        renames, keys = renames_of(portfolio), {one.key for one in personas}
        typical = {one.key: renames.now("segment", one.segment) for one in personas if one.segment}
        self._typical = {key: segment for key, segment in typical.items() if segment not in keys}

    def families(self, place: Where) -> Iterator[Family]:
        """The places right above, and as what this one is a part of each."""
        if place.segment:
            above = self._typical.get(place.segment, "")
            yield replace(place, segment=above), PERSONAS if above else self._dimension.get(place.segment, "")
        if place.journey and not (place.phase or place.step):
            yield replace(place, journey=""), JOURNEYS

    def all_of(self, whole: Where, kind: str) -> frozenset[Where]:
        """All parts that the library has of a place and a kind; none where it has fewer than two."""
        if kind == JOURNEYS:
            found = frozenset(replace(whole, journey=one) for one in self._journeys)
        else:
            found = frozenset(replace(whole, segment=one) for one in self._members.get(kind, ()))
        return found if len(found) > 1 else frozenset()

    def above(self, place: Where) -> frozenset[Where]:
        """All places that this one stands in."""
        if place not in self._above:
            parents = [parent for parent, _ in self.families(place)]
            self._above[place] = frozenset(parents).union(*map(self.above, parents))
        return self._above[place]


def agree(
    groups: Mapping[tuple[Where, Period], float | None], others: Mapping[tuple[Where, Period], float | None]
) -> bool:
    """False where two tables count different people for one place and period: then they are of different surveys."""
    pairs = ((groups[key], others[key]) for key in groups.keys() & others.keys())
    known = [(one, other) for one, other in pairs if one is not None and other is not None]
    return all(abs(one - other) <= max(0.5, NEAR * max(one, other)) for one, other in known)
