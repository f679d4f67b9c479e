"""The stretches of time before and after a date that are compared, and which rows lie in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from cxsite.measure.series import Point
from cxsite.model.period import Period, parse_period
from cxsite.model.values import Duration

_DAY = timedelta(days=1)
_DAYS_OF_A_MONTH = 30

RowLength = tuple[int, int]
"""So many whole months, or so many days."""


@dataclass(frozen=True)
class Window:
    """The time before and after. It closes with the last day of `after`; its last row ends with `last_row`."""

    before: Period
    after: Period
    last_row: date

    def is_open(self, today: date) -> bool:
        """True as long as it has not ended."""
        return today <= self.after.end


def length_of(period: Period) -> RowLength:
    """Whole months where it is made of them, else days."""
    behind = period.end + _DAY if period.end < date.max else period.end
    if period.start.day == 1 and behind.day == 1:
        return _index(behind) - _index(period.start), 0
    return 0, days_of(period)


def days_of(period: Period) -> int:
    """How many days it has."""
    return (period.end - period.start).days + 1


def is_year(period: Period) -> bool:
    """True of twelve months, and of 52 or 53 weeks, as a retailer's year has."""
    months, days = length_of(period)
    return months == 12 or days in (364, 365, 366, 371)


def by_length(points: Iterable[Point]) -> tuple[tuple[Point, ...], ...]:
    """The points by the length of their period: a quarter and its months must not be counted twice.

    The commonest length comes first, of two the shorter.
    """
    groups: dict[RowLength, list[Point]] = defaultdict(list)
    for point in points:
        groups[length_of(point.period)].append(point)
    return tuple(tuple(groups[length]) for length in sorted(groups, key=lambda each: (-len(groups[each]), each)))


def window_of(rows: Sequence[Point], shipped: Period, length: Duration) -> Window | None:
    """The window around a date, for rows of one length. None where no whole row fits into it.

    Rows of whole months take whole months, 90 days for three of them, and the row that holds the date is in neither
    side. Other rows take the days as they are. Without any row, the days.
    """
    months, days = length_of(rows[0].period) if rows else (0, 1)
    try:
        if months:
            return _in_months(rows[0].period, months, shipped, round(length.days / _DAYS_OF_A_MONTH) // months)
        return _in_days(rows[0].period.start if rows else shipped.start, days, shipped, int(length.days))
    except (ValueError, OverflowError):
        return None  # beyond the calendar


def _in_months(anchor: Period, months: int, shipped: Period, count: int) -> Window | None:
    if count < 1:
        return None
    grid = _index(anchor.start)
    first = grid + (_index(shipped.start) - grid) // months * months
    behind = grid + ((_index(shipped.end) - grid) // months + 1) * months
    before = _months(first - count * months, first)
    after = _months(behind, behind + count * months)
    return Window(before, after, after.end)


def _in_days(anchor: date, days: int, shipped: Period, length: int) -> Window | None:
    before = Period(shipped.start - timedelta(days=length), shipped.start - _DAY, "")
    after = Period(shipped.end + _DAY, shipped.end + timedelta(days=length), "")
    last_row = anchor + timedelta(days=((after.end - anchor).days + 1) // days * days - 1)
    if last_row - timedelta(days=days - 1) < after.start:
        return None
    return Window(_by_days(before), _by_days(after), last_row)


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _months(first: int, behind: int) -> Period:
    """The months from `first` up to and without `behind`."""
    start, last = (parse_period(f"{index // 12:04}-{index % 12 + 1:02}") for index in (first, behind - 1))
    return Period(start.start, last.end, start.label if start == last else f"{start.label} to {last.label}")


def _by_days(period: Period) -> Period:
    return Period(period.start, period.end, f"{period.start} to {period.end}")


def within(points: Iterable[Point], stretch: Period) -> tuple[Point, ...]:
    """The points whose whole period lies in the stretch."""
    return tuple(p for p in points if stretch.start <= p.period.start and p.period.end <= stretch.end)


def overlap(points: Sequence[Point]) -> bool:
    """True where a day lies in two of them: added up, the same answers would count twice."""
    rows = sorted(points, key=lambda point: point.period.start)
    return any(later.period.start <= row.period.end for row, later in pairwise(rows))


def room_for(row: Period, stretch: Period) -> int:
    """How many rows in the rhythm of `row` lie whole in the stretch."""
    months, days = length_of(row)
    if months:
        return (length_of(stretch)[0] or 0) // months
    first = stretch.start + timedelta(days=(row.start - stretch.start).days % days)
    return max(0, ((stretch.end - first).days + 1) // days)
