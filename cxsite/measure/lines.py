"""A place in time: which stretches its shown rows tell of, by adding and subtracting, and how many people each has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from cxsite.measure.follows import Sum, less, plus
from cxsite.measure.groups import Group
from cxsite.measure.series import Where

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

Stretch = tuple[int, int]
"""From one day up to and without another, as ordinals."""
Known = tuple[Stretch, float, Sum]
"""A stretch, how many people came in it, and they as a sum."""
_NEVER = -1


class Line:
    """The days on which shown rows of one place begin and end.

    A row says how many people came between two of them. So the days hang together in groups, and of any two in one
    group it follows how many came between, whatever rows lead from one to the other: a difference of potentials. Of
    rows that contradict one another those that come first count.
    """

    def __init__(self, place: Where, rows: Iterable[Group], known: Iterable[Known] = ()) -> None:
        """`known` are stretches of which no row tells, but those of other places together."""
        self._place = place
        self._up: dict[int, tuple[int, float, Sum]] = {}
        self.lengths: set[int] = set()
        for one in rows:
            start, behind = ends(one)
            self.lengths.add(behind - start)
            self._join(start, behind, one.n or 0.0, {})
        for stretch, n, people in known:
            self.lengths |= {0, stretch[1] - stretch[0]}
            own: Sum = {(place, stretch[1]): 1, (place, stretch[0]): -1}
            self._join(*stretch, n, less(people, [own]))
        self._at = {day: self._root(day) for day in self._up}

    def _join(self, start: int, behind: int, n: float, instead: Sum) -> None:
        for day in (start, behind):
            self._up.setdefault(day, (day, 0.0, {}))
        (one, before, way), (other, after, back) = self._root(start), self._root(behind)
        if one != other:
            self._up[other] = one, before + n - after, less(plus(way, instead), [back])

    def _root(self, day: int) -> tuple[int, float, Sum]:
        """The day that stands for its group, how many came between the two, and what is counted in their place."""
        way = []
        while self._up[day][0] != day:
            way.append(day)
            day = self._up[day][0]
        found: tuple[int, float, Sum] = day, 0.0, {}
        for each in reversed(way):
            _, n, instead = self._up[each]
            found = day, n + found[1], plus(instead, found[2])
            self._up[each] = found
        return found

    @property
    def days(self) -> Iterable[int]:
        """All days on which rows begin and end."""
        return self._at

    def on(self, days: Sequence[int]) -> Stretches:
        """What it tells of the stretches between these days."""
        import numpy as np  # takes as long to import as a check of a small project

        at = [self._at.get(day, (_NEVER, 0.0, {})) for day in days]
        group, upto = np.array([one[0] for one in at]), np.array([one[1] for one in at])
        return Stretches({self._place: 1}, days, group, upto, [one[2] for one in at])


class Stretches:
    """How many people came to a place, or to places added and taken off, between any two of some days in their order.

    `group` and `upto` have an item for each day: which days hang together, and how many people came up to then. The
    tables have a row for the first day and a column for the last; only what stands above the diagonal means something.
    """

    def __init__(
        self,
        times: Mapping[Hashable, int],
        days: Sequence[int],
        group: NDArray[int64],
        upto: NDArray[float64],
        instead: Sequence[Sum],
    ) -> None:
        """`instead`: what is counted up to each day beside the places, where rows of others tell of them."""
        self._times, self._days, self._group, self._upto, self._instead = times, days, group, upto, instead

    def beside(self, parts: Sequence[Stretches], twice: Sequence[Stretches] = ()) -> Stretches:
        """What is left without parts, on the days on which all of them are known; put back what is taken off twice."""
        import numpy as np  # takes as long to import as a check of a small project

        known = np.stack([one._group for one in (self, *parts, *twice)])
        _, group = np.unique(known, axis=1, return_inverse=True)
        upto = self._upto - sum(one._upto for one in parts) + sum(one._upto for one in twice)
        times = less(plus(self._times, *(one._times for one in twice)), [one._times for one in parts])
        instead = [
            less(plus(self._instead[at], *(one._instead[at] for one in twice)), [one._instead[at] for one in parts])
            for at in range(len(self._days))
        ]
        group = np.where((known == _NEVER).any(axis=0), _NEVER, group.ravel())
        return Stretches(times, self._days, group, upto, instead)

    @cached_property
    def told(self) -> NDArray[bool_]:
        """Of which stretches it follows how many came in them."""
        told: NDArray[bool_] = (self._group[:, None] == self._group[None, :]) & (self._group != _NEVER)
        return told

    @cached_property
    def n(self) -> NDArray[float64]:
        """How many came, where it follows."""
        return self._upto[None, :] - self._upto[:, None]

    @cached_property
    def most(self) -> NDArray[float64]:
        """How many people at most came in pieces of a stretch that follow, and of which no two have a day in common."""
        import numpy as np  # as above

        size = len(self._days)
        up_to = np.zeros((size, size))  # by the last day, so that what is filled in lies together
        free: dict[int, NDArray[float64]] = {}
        for day, group in enumerate(self._group.tolist()):
            if day:
                up_to[day] = up_to[day - 1]
            if group == _NEVER:
                continue
            if group in free:
                np.maximum(up_to[day], free[group] + self._upto[day], out=up_to[day])
            here = up_to[day] - self._upto[day]
            here[day + 1 :] = -np.inf
            free[group] = np.maximum(free[group], here) if group in free else here
        return up_to.T

    def pieces(self, first: int, last: int) -> Iterator[Sum]:
        """The people in those pieces, by the indices of the stretch's first and last day."""
        import numpy as np  # as above

        while last > first:
            if self.most[first, last] == self.most[first, last - 1]:
                last -= 1
                continue
            before = first + np.flatnonzero(self._group[first:last] == self._group[last])
            start = int(before[np.argmax(self.most[first, before] - self._upto[before])])
            yield self.people(start, last)
            last = start

    def nested(self) -> Iterator[tuple[Stretches, Stretches]]:
        """Each group of days that others lie among: without the others, and those without it."""
        import numpy as np  # as above

        for group in sorted(set(self._group.tolist()) - {_NEVER}):
            at = np.flatnonzero(self._group == group)
            here = slice(int(at[0]), int(at[-1]) + 1)
            ours = self._group[here] == group
            others = np.where(ours, _NEVER, self._group[here])
            told = others[others != _NEVER]
            if len(told) > len(set(told.tolist())):
                yield self._on(here, np.where(ours, group, _NEVER)), self._on(here, others)

    def _on(self, some: slice, group: NDArray[int64]) -> Stretches:
        return Stretches(self._times, self._days[some], group, self._upto[some], self._instead[some])

    def people(self, first: int, last: int) -> Sum:
        """The people in a stretch, by the indices of its first and last day."""
        ends = (self._days[last], 1), (self._days[first], -1)
        own: Sum = {(place, day): sign * often for place, often in self._times.items() for day, sign in ends}
        return less(plus(own, self._instead[last]), [self._instead[first]])

    def further(self, than: Stretches) -> Iterator[Known]:
        """What these tell of the stretches between days of which the other tells nothing, as few as make the rest."""
        last: dict[int, int] = {}
        for day, group in enumerate(self._group.tolist()):
            if group != _NEVER and (before := last.get(group)) is not None and not than.told[before, day]:
                stretch = self._days[before], self._days[day]
                yield stretch, float(self.n[before, day]), self.people(before, day)
            last[group] = day


def ends(group: Group) -> Stretch:
    """The stretch that a row is about."""
    return group.period.start.toordinal(), group.period.end.toordinal() + 1


def counts(group: Group) -> tuple[Hashable, Hashable]:
    """The two counts by whose difference a row tells of its people: those up to its end, and those up to its start."""
    start, behind = ends(group)
    return (group.place, behind), (group.place, start)
