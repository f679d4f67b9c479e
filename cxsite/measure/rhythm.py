"""In which rhythm rows follow one another: months from some day on, so many days, or lengths that alternate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from cxsite.measure.series import Point
from cxsite.model.period import Period

DAY = timedelta(days=1)
_FOUR_WEEKS = 28
_ALIKE = 1.3
"""How many times as long as the shortest row of a rhythm its longest may be: 4-4-5 weeks, halves of a month."""


@dataclass(frozen=True)
class Rhythm:
    """How long rows are: `months` whole ones that begin with `day` (1..28), or from `shortest` to `longest` days.

    `months` is 0 of rows of days; those are all alike where the two ends are.
    """

    months: int
    day: int
    shortest: int
    longest: int

    @property
    def even(self) -> bool:
        """True where one row tells the ends of all others."""
        return bool(self.months) or self.shortest == self.longest

    def holds(self, period: Period) -> bool:
        """Whether a period is one of its rows by length."""
        if self.months:
            return _months(period) == (self.months, self.day)
        return self.shortest <= days_of(period) <= self.longest


def days_of(period: Period) -> int:
    """How many days it has."""
    return (period.end - period.start).days + 1


def behind(period: Period) -> date:
    """The day after it, or its last at the end of the calendar."""
    return period.end + DAY if period.end < date.max else period.end


def month_of(day: date, first: int = 1) -> int:
    """The months of the calendar that have passed, where each begins with the day `first`."""
    return day.year * 12 + day.month - 1 - (day.day < first)


def is_year(period: Period) -> bool:
    """True of twelve months, and of 52 or 53 weeks, as a retailer's year has."""
    return _months(period)[0] == 12 or days_of(period) in (364, 365, 366, 371)


def rhythm_of(periods: Sequence[Period]) -> Rhythm:
    """The rhythm of these periods. Four weeks that happen to be one February are weeks, if they are not its days."""
    lengths = [days_of(period) for period in periods]
    months = {_months(period) for period in periods}
    count, day = months.pop()
    if months or (day > 1 and set(lengths) == {_FOUR_WEEKS}):
        count = 0
    return Rhythm(count, day if count else 0, min(lengths), max(lengths))


def by_rhythm(points: Iterable[Point]) -> tuple[tuple[Point, ...], ...]:
    """The points by rhythm: a quarter and its months must not be counted twice.

    The commonest comes first, of two the shorter.
    """
    found = [group for alike in _of_similar_length(points) for group in _apart(alike)]
    return tuple(sorted(found, key=lambda group: (-len(group), days_of(group[0].period))))


def overlap(points: Sequence[Point]) -> bool:
    """True where a day lies in two of them: added up, the same answers would count twice."""
    rows = sorted(points, key=lambda point: point.period)
    return any(later.period.start <= row.period.end for row, later in pairwise(rows))


def _of_similar_length(points: Iterable[Point]) -> Iterator[tuple[Point, ...]]:
    group: list[Point] = []
    for point in sorted(points, key=lambda point: (days_of(point.period), point.period)):
        if group and days_of(point.period) > days_of(group[0].period) * _ALIKE:
            yield tuple(group)
            group = []
        group.append(point)
    if group:
        yield tuple(group)


def _apart(points: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Rows of similar length are one rhythm where none lies upon another; else only those of the same length are."""
    rows = tuple(sorted(points, key=lambda point: point.period))
    if not overlap(rows):
        yield rows
        return
    groups: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in rows:
        count, day = _months(point.period)
        groups[(count, day) if count else (0, days_of(point.period))].append(point)
    yield from map(tuple, groups.values())


def _months(period: Period) -> tuple[int, int]:
    """So many whole months that begin with this day; none and 0 where it is not made of them."""
    after = behind(period)
    if period.start.day != after.day or after.day > _FOUR_WEEKS or period.start == period.end:
        return 0, 0
    return month_of(after) - month_of(period.start), after.day
