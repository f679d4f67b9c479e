"""Who is counted in what: the groups of people that rows are about, and what is left of one without others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cxsite.measure.find import dimensions
from cxsite.measure.follows import Sum, less
from cxsite.measure.former import renames_of
from cxsite.measure.series import Where
from cxsite.measure.windows import days_of, length_of
from cxsite.model.library import Persona
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio

PERSONAS, JOURNEYS = "\0personas", "\0journeys"
"""What is told apart by neither a dimension nor its absence; no dimension can have such a name."""
_NEAR = 0.1
"""By how much two tables may differ about the same people: answers come late, and rows are corrected."""
Family = tuple[Where, str]
"""A place, and by what it is told apart: a dimension of segments, personas, journeys."""


@dataclass(frozen=True)
class Group:
    """Those who answered, or the cases, of a place in a period. `n` is None where nobody published how many."""

    place: Where
    period: Period
    n: float | None


@dataclass(frozen=True)
class Left:
    """People as a sum of parts, and how many they are."""

    people: Sum
    n: float


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

    def is_whole(self, family: Family, places: Iterable[Where]) -> bool:
        """True where these are all that the library has of a family of two or more: nobody is known to be left out."""
        if family[1] == JOURNEYS:
            members, here = self._journeys, frozenset(one.journey for one in places)
        else:
            members, here = self._members.get(family[1], frozenset()), frozenset(one.segment for one in places)
        return len(members) > 1 and members <= here

    def above(self, place: Where) -> frozenset[Where]:
        """All places that this one stands in."""
        if place not in self._above:
            parents = [parent for parent, _ in self.families(place)]
            self._above[place] = frozenset(parents).union(*map(self.above, parents))
        return self._above[place]


class Groups:
    """The groups of one metric."""

    def __init__(self, groups: Iterable[Group], within: Within) -> None:
        self.all = tuple(groups)
        self._within = within
        self._by_place: dict[Where, dict[Period, Group]] = defaultdict(dict)
        self._by_family: dict[tuple[Family, Period], list[Group]] = defaultdict(list)
        for one in self.all:
            self._by_place[one.place][one.period] = one
        for one in self.all:
            for family in self._families(one.place, one.period):
                self._by_family[family, one.period].append(one)

    def _families(self, place: Where, period: Period) -> Iterator[Family]:
        """The families that it is counted in: those of the places above one that has no row of its own."""
        for family in self._within.families(place):
            if period in self._by_place.get(family[0], {}) or not family[0].segment:
                yield family
            else:
                yield from self._families(family[0], period)

    @staticmethod
    def people(place: Where, period: Period) -> dict[Hashable, int]:
        """The people of a place in a period: those up to its end, less those up to its start."""
        start, behind = _ends(period)
        return {(place, behind): 1, (place, start): -1}

    def of(self, group: Group) -> dict[Hashable, int]:
        """The people of a group."""
        return self.people(group.place, group.period)

    def left_always(self) -> Iterator[Left]:
        """What is left of a whole without a part, and without all of its parts."""
        for one in self.all:
            for place in self._within.above(one.place):
                yield from self._without(place, one.period, [one])
            yield from self._in_neither(one)
        for place, whole, inside in self._spans():
            for one in inside:
                yield from self._without(place, whole, [one])
        yield from self.left_of(frozenset(self.all))

    def left_of(self, shown: frozenset[Group]) -> Iterator[Left]:
        """What is left of a whole without those of its parts that are shown."""
        for (family, period), members in self._by_family.items():
            seen = [one for one in members if one in shown]
            if len(seen) < len(members) or not self._within.is_whole(family, (one.place for one in members)):
                yield from self._without(family[0], period, seen)
        for place, whole, inside in self._spans():
            parts = _apart(one for one in inside if one in shown)
            if sum(days_of(one.period) for one in parts) < days_of(whole):
                yield from self._without(place, whole, parts)

    def _in_neither(self, one: Group) -> Iterator[Left]:
        """Those who are in neither of the two places that this one is in: in no such journey, and no such segment."""
        place, period = one.place, one.period
        if place.segment and place.journey and one.n is not None:
            sides = [replace(place, segment=""), replace(place, journey="")]
            whole = replace(place, segment="", journey="")
            company, *both = [self._n(each, period) for each in (whole, *sides)]
            known = [n for n in both if n is not None]
            if company is not None and len(known) == 2:
                people = less(self.people(whole, period), [self.people(each, period) for each in sides])
                for part, times in self.of(one).items():
                    people[part] = people.get(part, 0) + times
                yield Left(people, company - sum(known) + one.n)

    def _spans(self) -> Iterator[tuple[Where, Period, list[Group]]]:
        """Each place and period of it that others lie in, with those."""
        for place, by_period in self._by_place.items():
            if len({length_of(period) for period in by_period}) > 1:
                rows = sorted(by_period.values(), key=lambda one: one.period.start)
                starts = [one.period.start for one in rows]
                for whole in by_period:
                    near = rows[bisect_left(starts, whole.start) : bisect_right(starts, whole.end)]
                    inside = [one for one in near if one.period != whole and one.period.end <= whole.end]
                    if inside:
                        yield place, whole, inside

    def _without(self, place: Where, period: Period, parts: Sequence[Group]) -> Iterator[Left]:
        n = self._n(place, period)
        known = [one.n for one in parts if one.n is not None]
        if n is not None and known and len(known) == len(parts):
            yield Left(less(self.people(place, period), map(self.of, parts)), n - sum(known))

    def _n(self, place: Where, period: Period) -> float | None:
        """How many they are, by the row about them or by rows that fill their time."""
        rows = self._by_place.get(place, {})
        if period in rows:
            return rows[period].n
        parts = _apart([one for each, one in rows.items() if one.n is not None and _is_in(each, period)])
        if not parts or sum(days_of(one.period) for one in parts) != days_of(period):
            return None
        return sum(one.n or 0 for one in parts)


def _ends(period: Period) -> tuple[int, int]:
    return period.start.toordinal(), period.end.toordinal() + 1


def _is_in(period: Period, whole: Period) -> bool:
    return whole.start <= period.start and period.end <= whole.end


def _apart(groups: Iterable[Group]) -> list[Group]:
    """Groups of which no two have a day in common, the longest first."""
    chosen: list[Group] = []
    for one in sorted(groups, key=lambda each: (-days_of(each.period), each.period.start)):
        if not any(one.period.start <= other.period.end and other.period.start <= one.period.end for other in chosen):
            chosen.append(one)
    return chosen


def agree(
    groups: Mapping[tuple[Where, Period], float | None], others: Mapping[tuple[Where, Period], float | None]
) -> bool:
    """False where two tables count different people for one place and period: then they are of different surveys."""
    pairs = ((groups[key], others[key]) for key in groups.keys() & others.keys())
    known = [(one, other) for one, other in pairs if one is not None and other is not None]
    return all(abs(one - other) <= max(0.5, _NEAR * max(one, other)) for one, other in known)
