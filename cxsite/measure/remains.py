"""What is left of shown groups without others, where it is a small group: those that somebody could work out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial, reduce
from operator import and_
from typing import TYPE_CHECKING

from cxsite.measure.follows import Sum, less
from cxsite.measure.groups import JOURNEYS, NEAR, Group, Within
from cxsite.measure.lines import Known, Line, Stretches
from cxsite.measure.series import Where

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

_NOBODY = 0.5
"""What is left of weighted or rounded counts may be a little above nothing."""
_SAME = 1e-6
_CROSSING = (("segment", "journey"), ("segment",), ("journey",))
_Sums = Callable[[int, int], Sum]


@dataclass(frozen=True)
class _Remainder:
    """What is left of a place, in every stretch between two of some days; a row each first day, a column each last."""

    told: NDArray[bool_]
    """In which stretches it follows how many they are."""
    n: NDArray[float64]
    people: _Sums


_Given = tuple[tuple[Group, ...], tuple[Known, ...]]
"""What is known of a place: rows, and what follows from those of others."""
_Question = tuple[set[Where], Callable[[], Iterator[_Remainder]]]


def _small(one: _Remainder, least: float) -> Iterator[tuple[int, int]]:
    """The stretches in which few are left; not those made of two in which these are left."""
    import numpy as np  # takes as long to import as a check of a small project

    few = np.triu(one.told & (one.n >= _NOBODY) & (one.n < least), 1)
    for first, last in np.argwhere(few).tolist():
        inside = slice(first + 1, last)
        before, after = one.n[first, inside], one.n[inside, last]
        follow = one.told[first, inside] & one.told[inside, last] & (np.minimum(before, after) >= -_SAME)
        if not (follow & (before + after <= one.n[first, last] + _SAME)).any():
            yield first, last


class Remains:
    """What is left of shown groups without others, looked at again and again while groups are withheld."""

    def __init__(self, within: Within, least: float, groups: Iterable[Group]) -> None:
        """`groups` are all, the hidden ones too."""
        self._within, self._least = within, least
        self._given: dict[Where, _Given] = {}
        self._lines: dict[Where, Line] = {}
        self._parts: dict[Where, dict[str, list[Where]]] = {}
        self._beneath: dict[Where, set[Where]] = {}
        rows = _by_place(groups)
        every = list(rows)
        for place in every:
            for whole, kind in within.families(place):
                parts = self._parts.setdefault(whole, {}).setdefault(kind, [])
                if place not in parts:
                    parts.append(place)
                    every.append(whole)
        families = ((whole, kind, parts) for whole, kinds in self._parts.items() for kind, parts in kinds.items())
        self._complete = [
            (whole, [part for part in parts if part in needed])
            for whole, kind, parts in families
            if (needed := within.all_of(whole, kind)) and needed <= set(parts) and _adds_up(rows, whole, needed, kind)
        ]

    def small(self, shown: Iterable[Group]) -> list[Sum]:
        """The groups of fewer than `least` people that follow from what is shown, and were not looked at before.

        In every stretch of time those of a place, without the longer or shorter rows that lie in it; those of a place
        who are in none of its parts, as far as it is known how many they are, or not in one that stands in it; and
        those in neither of two places that cross.
        """
        given = self._together({place: (tuple(rows), ()) for place, rows in _by_place(shown).items()})
        changed = {place for place in given.keys() | self._given.keys() if given.get(place) != self._given.get(place)}
        self._given = given
        every = (one for asked, remainders in self._questions() if asked & changed for one in remainders())
        return [one.people(*at) for one in every for at in _small(one, self._least)]

    def _together(self, given: dict[Where, _Given]) -> dict[Where, _Given]:
        """With what follows of one of a whole and all of its parts from the others; their lines are kept."""
        self._lines = {
            place: self._lines[place] if self._given.get(place) == rows else Line(place, *rows)
            for place, rows in given.items()
        }
        todo = True
        while todo:
            todo = False
            for whole, parts in self._complete:
                for place in (whole, *parts):
                    if found := list(self._of_the_others(place, whole, parts)):
                        rows, known = given.get(place, ((), ()))
                        given[place] = rows, (*known, *found)
                        self._lines[place] = Line(place, *given[place])
                        todo = True
        return given

    def _of_the_others(self, place: Where, whole: Where, parts: Sequence[Where]) -> Iterator[Known]:
        """What a whole and all its parts but one tell of that, or all parts of the whole."""
        others = [one for one in (whole, *parts) if one != place]
        if any(one not in self._lines for one in others):
            return
        days = sorted({day for one in others for day in self._lines[one].days})
        first, *rest = (self._lines[one].on(days) for one in others)
        told = first.beside([], twice=rest) if place == whole else first.beside(rest)
        yield from told.further(self._lines.get(place, Line(place, ())).on(days))

    def _questions(self) -> Iterator[_Question]:
        """What can be asked, with the places that it is about."""
        for place, line in self._lines.items():
            if len(line.lengths) > 1:
                yield {place}, partial(self._of_place, line)
            for above in self._within.above(place) & self._lines.keys():
                yield {above, *self._under(place)}, partial(self._without, above, [place])
            if place.journey and place.segment:
                yield from self._in_neither(place)
        for whole, families in self._parts.items():
            for kind, parts in families.items():
                if whole in self._lines:
                    yield {whole}.union(*map(self._under, parts)), partial(self._without, whole, parts, kind)

    def _of_place(self, line: Line) -> Iterator[_Remainder]:
        return _in_time(line.on(sorted(line.days)))

    def _without(self, whole: Where, parts: Sequence[Where], kind: str | None = None) -> Iterator[_Remainder]:
        """Those of a place who are in none of these parts; nobody is where these are all its parts of this kind."""
        there = self._lines.keys() & {whole}.union(*map(self._under, parts))
        days = sorted({day for place in there for day in self._lines[place].days})
        here = self._lines[whole].on(days)
        found = {one: self._part(one, days, here.told) for one in parts}
        told, needed = here.told, self._within.all_of(whole, kind) if kind not in (None, JOURNEYS) else frozenset()
        if needed and needed <= found.keys():
            told = told & ~reduce(and_, (found[one].told for one in needed))
        elif any(len(self._lines[one].lengths) > 1 for one in there):
            yield from _among(here.beside([self._lines[one].on(days) for one in parts if one in self._lines]))
        yield _Remainder(told, here.n - sum(one.most for one in found.values()), _less(here, list(found.values())))

    def _under(self, place: Where) -> set[Where]:
        """A place, and all that is counted in it."""
        if place not in self._beneath:
            families = self._parts.get(place, {}).values()
            self._beneath[place] = {place}.union(*(self._under(part) for parts in families for part in parts))
        return self._beneath[place]

    def _part(self, place: Where, days: Sequence[int], asked: NDArray[bool_]) -> Stretches | _Part:
        """What is known of a part: by its own parts, too, where its rows do not tell of all that is asked."""
        own = self._lines.get(place, Line(place, ())).on(days)
        if own.told[asked].all():
            return own
        families = self._parts.get(place, {}).values()
        return _Part(own, [[self._part(one, days, asked) for one in parts] for parts in families]) if families else own

    def _in_neither(self, place: Where) -> Iterator[_Question]:
        """Those in neither of the two places that this one is in: in no such journey, and no such segment."""
        company, *sides = (replace(place, **dict.fromkeys(names, "")) for names in _CROSSING)
        four = {place, *sides, company}
        if len(four & self._lines.keys()) == 4:
            yield four, partial(self._crossing, company, sides, place)

    def _crossing(self, company: Where, sides: Sequence[Where], place: Where) -> Iterator[_Remainder]:
        days = sorted(self._lines[company].days)
        both, whole, *parts = (self._lines[one].on(days) for one in (place, company, *sides))
        yield from _in_time(whole.beside(parts, twice=[both]))


def _in_time(here: Stretches) -> Iterator[_Remainder]:
    """Those in every stretch that follows, and those in it without others that lie among its days."""
    yield _Remainder(here.told, here.n, here.people)
    yield from _among(here)


def _among(here: Stretches) -> Iterator[_Remainder]:
    for ours, others in here.nested():
        yield _Remainder(ours.told, ours.n - others.most, _less(ours, [others]))


def _by_place(groups: Iterable[Group]) -> dict[Where, list[Group]]:
    rows: dict[Where, list[Group]] = {}
    for one in groups:
        rows.setdefault(one.place, []).append(one)
    return rows


def _adds_up(rows: Mapping[Where, Sequence[Group]], whole: Where, parts: Iterable[Where], kind: str) -> bool:
    """False where the parts are not all, or count some people twice: where both are told, they differ.

    The segments of a dimension are taken for all where nothing is told; customers may be in two journeys or in none.
    """
    import numpy as np  # as above

    lines = [Line(place, rows.get(place, ())) for place in (whole, *parts)]
    days = sorted({day for line in lines for day in line.days})
    first, second, *rest = (line.on(days) for line in lines)
    parted = second.beside([], twice=rest)
    both = first.told & parted.told
    both[range(len(days)), range(len(days))] = False
    near = abs(first.n - parted.n) <= np.maximum(0.5, NEAR * np.maximum(abs(first.n), abs(parted.n)))
    return bool(near[both].all()) and (kind != JOURNEYS or bool(both.any()))


class _Part:
    """A part of a whole by its own rows, or by those of its parts where these tell of more people."""

    def __init__(self, own: Stretches, families: Sequence[Sequence[Stretches | _Part]]) -> None:
        self.told = own.told
        self._ways = ([own], *families)

    @cached_property
    def most(self) -> NDArray[float64]:
        """How many people at most are in pieces of a stretch that follow."""
        import numpy as np  # as above

        most: NDArray[float64] = np.max([np.sum([one.most for one in way], axis=0) for way in self._ways], axis=0)
        return most

    def pieces(self, first: int, last: int) -> Iterator[Sum]:
        """The people in those pieces."""
        for one in max(self._ways, key=lambda way: sum(one.most[first, last] for one in way)):
            yield from one.pieces(first, last)


def _less(whole: Stretches, parts: Sequence[Stretches | _Part]) -> _Sums:
    return lambda *at: less(whole.people(*at), (piece for one in parts for piece in one.pieces(*at)))
