"""In which rhythm rows follow one another: months from some day on, so many days, or lengths that differ."""

from __future__ import annotations

from bisect import bisect, insort
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from cxsite.measure.series import Point
from cxsite.model.period import Period

DAY = timedelta(days=1)
_FOUR_WEEKS = 28
_FIRST_MONTH = 12
"""That of January of the year 1, before which there is no date."""


@dataclass(frozen=True)
class Rhythm:
    """How long rows are: `months` whole ones that begin with `day`, or from `shortest` to `longest` days.

    `day` is 1..31, the last of the month where that is shorter. `months` is 0 of rows of days. One of `even` rows tells
    the ends of all others.
    """

    months: int
    day: int
    shortest: int
    longest: int
    even: bool = True

    def holds(self, period: Period) -> bool:
        """Whether a period is one of its rows by length."""
        if self.months:
            return months_in(period, self.day) == self.months
        return self.shortest <= days_of(period) <= self.longest


def days_of(period: Period) -> int:
    """How many days it has."""
    return (period.end - period.start).days + 1


def first_of(month: int, day: int) -> date:
    """The day in a month of `month_of`, or the month's last."""
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day, monthrange(year, index + 1)[1]))


def month_of(day: date, first: int = 1) -> int:
    """The months of the calendar that have passed, where each begins with the day `first`."""
    index = day.year * 12 + day.month - 1
    return index - (day < first_of(index, first))


def months_in(period: Period, day: int = 1) -> int:
    """How many whole months from this day of one month to another it is made of; 0 where it is not."""
    after = period.end + DAY if period.end < date.max else period.end
    start, end = month_of(period.start, day), month_of(after, day)
    if start < _FIRST_MONTH:
        return 0
    whole = first_of(start, day) == period.start and first_of(end, day) == after
    return end - start if whole else 0


def is_year(period: Period) -> bool:
    """True of twelve months, and of 52 or 53 weeks, as a retailer's year has."""
    return months_in(period, period.start.day) == 12 or days_of(period) in (364, 365, 366, 371)


def rhythm_of(periods: Sequence[Period]) -> Rhythm:
    """The rhythm of these periods. Most of them being whole months, months are meant, whatever a few of them are.

    Four weeks that happen to be as long as a February are weeks, if they are not its days.
    """
    lengths = [days_of(period) for period in periods]
    day, _ = Counter(period.start.day for period in periods).most_common(1)[0]
    months = [count for period in periods if (count := months_in(period, day))]
    weeks = day > 1 and set(lengths) == {_FOUR_WEEKS}
    if 2 * len(months) > len(periods) and not weeks:
        alike = len(set(months)) == 1 and len(months) == len(periods)
        return Rhythm(months[0] if alike else 1, day, min(lengths), max(lengths), alike)
    return Rhythm(0, 0, min(lengths), max(lengths), len(set(lengths)) == 1)


def by_rhythm(points: Iterable[Point], until: date = date.max) -> tuple[tuple[Point, ...], ...]:
    """The points in sets in which no day lies in two, so that a quarter and its months are not counted twice.

    Each length of rows has a set: its rows that end before the day `until`, and beside them those of other lengths;
    from that day on the lengths with the most rows before it come first. So later rows change no set. First stands the
    one with the most rows before, of two that of shorter rows.
    """
    groups = sorted(
        _of_one_length(points),
        key=lambda group: (-sum(one.period.end < until for one in group), days_of(group[0].period)),
    )
    return tuple(dict.fromkeys(_with_others(group, groups, until) for group in groups))


def _with_others(group: list[Point], groups: Iterable[list[Point]], until: date) -> tuple[Point, ...]:
    if overlap(group):
        return tuple(group)
    every = [point for other in groups for point in other]
    before = (point for points in (group, every) for point in points if point.period.end < until)
    return in_time(fitting([*before, *every]))


def fitting(points: Iterable[Point], taken: Iterable[Point] = ()) -> list[Point]:
    """Of the points, in their order, those on whose days neither one that was taken nor an earlier one of them lies."""
    rows, found = list(in_time(taken)), list[Point]()
    for point in points:
        if is_free(point, rows):
            insort(rows, point, key=_by_time)
            found.append(point)
    return found


def is_free(point: Point, rows: Sequence[Point]) -> bool:
    """True where none of these rows, which are in the order of time and do not overlap, lies on a day of a point."""
    place = bisect(rows, point.period, key=_by_time)
    return all(
        one.period.end < point.period.start or point.period.end < one.period.start
        for one in rows[max(0, place - 1) : place + 1]
    )


def in_time(points: Iterable[Point]) -> tuple[Point, ...]:
    """The points in the order of time."""
    return tuple(sorted(points, key=_by_time))


def _by_time(point: Point) -> Period:
    return point.period


def overlap(points: Sequence[Point]) -> bool:
    """True where a day lies in two of them: added up, the same answers would count twice."""
    return any(later.period.start <= row.period.end for row, later in pairwise(in_time(points)))


def _of_one_length(points: Iterable[Point]) -> Iterator[list[Point]]:
    groups: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        day = point.period.start.day
        count = months_in(point.period, day)
        groups[(count, day) if count else (0, days_of(point.period))].append(point)
    yield from groups.values()
