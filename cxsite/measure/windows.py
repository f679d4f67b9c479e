"""The stretches of time before and after a date that are compared, and which rows lie in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxsite.measure.rhythm import DAY, Rhythm, days_of, first_of, month_of
from cxsite.measure.series import Point
from cxsite.model.period import Period, parse_period
from cxsite.model.values import Duration

_DAYS_OF_A_MONTH = 30


@dataclass(frozen=True)
class Window:
    """The time before and after. It closes with the last day of `after`; its last row ends with `last_row`."""

    before: Period
    after: Period
    last_row: date

    def is_open(self, today: date) -> bool:
        """True as long as it has not ended."""
        return today <= self.after.end


def window_of(rows: Sequence[Point], rhythm: Rhythm | None, shipped: Period, length: Duration) -> Window | None:
    """The window around a date, for rows of one rhythm. None where no whole row fits into it.

    Rows of whole months take as many as fit, 90 days for three of them, and the row that holds the date is in neither
    side. Other rows take the days as they are. Without any row, the days.
    """
    try:
        if rhythm and rhythm.months:
            return _in_months(rows[0].period, rhythm, shipped, int(length.days) // _DAYS_OF_A_MONTH // rhythm.months)
        return _in_days(rows[0].period.start if rows else shipped.start, rhythm, shipped, int(length.days))
    except (ValueError, OverflowError):
        return None  # beyond the calendar


def _in_months(anchor: Period, rhythm: Rhythm, shipped: Period, count: int) -> Window | None:
    if count < 1:
        return None
    months, day = rhythm.months, rhythm.day
    grid = month_of(anchor.start, day)
    first = grid + (month_of(shipped.start, day) - grid) // months * months
    behind = grid + ((month_of(shipped.end, day) - grid) // months + 1) * months
    before = _months(first - count * months, first, day)
    after = _months(behind, behind + count * months, day)
    return Window(before, after, after.end)


def _in_days(anchor: date, rhythm: Rhythm | None, shipped: Period, length: int) -> Window | None:
    before = Period(shipped.start - timedelta(days=length), shipped.start - DAY, "")
    after = Period(shipped.end + DAY, shipped.end + timedelta(days=length), "")
    days = rhythm.shortest if rhythm else 1
    if days > length:
        return None
    if rhythm and not rhythm.even:  # behind this day not even the shortest ends in time
        return Window(_by_days(before), _by_days(after), after.end - timedelta(days=days - 1))
    last_row = anchor + timedelta(days=((after.end - anchor).days + 1) // days * days - 1)
    if last_row - timedelta(days=days - 1) < after.start:
        return None
    return Window(_by_days(before), _by_days(after), last_row)


def _months(first: int, behind: int, day: int) -> Period:
    """The months from `first` up to and without `behind`."""
    if day > 1:
        return _by_days(Period(first_of(first, day), first_of(behind, day) - DAY, ""))
    start, last = (parse_period(f"{index // 12:04}-{index % 12 + 1:02}") for index in (first, behind - 1))
    return Period(start.start, last.end, start.label if start == last else f"{start.label} to {last.label}")


def _by_days(period: Period) -> Period:
    return Period(period.start, period.end, f"{period.start} to {period.end}")


def within(points: Iterable[Point], stretch: Period) -> tuple[Point, ...]:
    """The points whose whole period lies in the stretch."""
    return tuple(p for p in points if stretch.start <= p.period.start and p.period.end <= stretch.end)


def filled(points: Sequence[Point], rhythm: Rhythm, stretch: Period) -> tuple[int, int, str]:
    """How many rows with a number there are, of how many a stretch has room for; days, where rows are not alike."""
    known = [point for point in points if point.estimate]
    if rhythm.even:
        return len(known), len(points) + lacking(points, rhythm, stretch), "rows"
    return sum(days_of(point.period) for point in known), days_of(stretch), "days"


def lacking(points: Sequence[Point], rhythm: Rhythm, stretch: Period) -> int:
    """How many more rows of an even rhythm a stretch has room for: days at its ends that hold no whole row are none."""
    if rhythm.months:
        months = month_of(stretch.end + DAY, rhythm.day) - month_of(stretch.start, rhythm.day)
        return max(0, months // rhythm.months - len(points))
    if not points:
        return days_of(stretch) // rhythm.longest
    first = stretch.start + timedelta(days=(points[0].period.start - stretch.start).days % rhythm.shortest)
    return max(0, ((stretch.end - first).days + 1) // rhythm.shortest - len(points))
