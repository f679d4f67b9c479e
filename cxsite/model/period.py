"""Stretches of the calendar as people write them: years, quarters, months, weeks, days, fiscal ones too."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from cxsite.model import meant
from cxsite.model.meant import WrongValueError, wrong

NamedAfter = Literal["start", "end"]

MONTHS = tuple(calendar.month_abbr)
_CALENDAR = re.compile(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-W(?P<week>\d{2})|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    re.ASCII,
)
_FISCAL = re.compile(r"FY(?P<year>\d{4})(?:-Q(?P<quarter>[1-4]))?", re.ASCII)


@dataclass(frozen=True)
class FiscalCalendar:
    """When a fiscal year starts (month, 1..12) and which calendar year it is named after.

    The US federal year FY2020 starts in October 2019: `FiscalCalendar(10, "end")`.
    """

    starts: int = 1
    named_after: NamedAfter = "end"

    def first_month(self, fiscal_year: int) -> tuple[int, int]:
        """The calendar year and month in which `fiscal_year` starts."""
        back = 1 if self.named_after == "end" and self.starts > 1 else 0
        return fiscal_year - back, self.starts


@dataclass(frozen=True, order=True)
class Period:
    """A stretch of whole days, both ends included. `label` is what people read, as in `FY2020 Q1`.

    Two periods of the same days are the same period, whatever they are called.
    """

    start: date
    end: date
    label: str = field(compare=False)

    @property
    def long_label(self) -> str:
        """The label with the calendar months a fiscal one covers: `FY2020 Q1 (Oct–Dec 2019)`."""
        if not self.label.startswith("FY"):
            return self.label
        first, last = MONTHS[self.start.month], MONTHS[self.end.month]
        years = f"{self.end.year}" if self.start.year == self.end.year else ""
        return f"{self.label} ({first}{'' if years else f' {self.start.year}'}–{last} {years or self.end.year})"


def _months(year: int, month: int, count: int, label: str) -> Period:
    index = year * 12 + month - 1 + count
    return Period(date(year, month, 1), date(index // 12, index % 12 + 1, 1) - timedelta(days=1), label)


def fiscal_period(year: int, quarter: int | None, fiscal: FiscalCalendar) -> Period:
    """The fiscal year `year`, or its quarter 1..4."""
    first_year, first_month = fiscal.first_month(year)
    if quarter is None:
        return _months(first_year, first_month, 12, f"FY{year}")
    index = first_year * 12 + first_month - 1 + (quarter - 1) * 3
    return _months(index // 12, index % 12 + 1, 3, f"FY{year} Q{quarter}")


def parse_period(text: str, fiscal: FiscalCalendar = FiscalCalendar()) -> Period:
    """Reads `2026`, `2026-Q3`, `2026-09`, `2026-W37`, `2026-09-14`, `FY2020`, `FY2020-Q1`.

    Raises:
        ValueError: the text is none of these, or names a day that does not exist.
    """
    text = text.strip()
    if found := _FISCAL.fullmatch(text):
        quarter = found["quarter"]
        try:
            return fiscal_period(int(found["year"]), int(quarter) if quarter else None, fiscal)
        except (ValueError, OverflowError):
            raise _not_in_the_calendar(text) from None
    found = _CALENDAR.fullmatch(text)
    if not found or found["year"] == "0000":
        hint = "write it like 2026, 2026-Q3, 2026-09, 2026-W37 or FY2020-Q1"
        raise wrong(f"`{text}` is not a period", meant.dates(text), hint)
    try:
        return _calendar_period(text, int(found["year"]), found)
    except (ValueError, OverflowError):
        raise _not_in_the_calendar(text) from None


def _not_in_the_calendar(text: str) -> WrongValueError:
    return WrongValueError(f"`{text}` is not in the calendar", "look up the date")


def _calendar_period(text: str, year: int, found: re.Match[str]) -> Period:
    if found["quarter"]:
        return _months(year, int(found["quarter"]) * 3 - 2, 3, f"{year} Q{found['quarter']}")
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return Period(monday, monday + timedelta(days=6), text)
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return Period(day, day, text)
    if found["month"]:
        month = int(found["month"])
        return _months(year, month, 1, f"{MONTHS[month]} {year}" if 1 <= month <= 12 else text)
    return _months(year, 1, 12, text)


_CALLED: tuple[tuple[Callable[[date], str], int, int], ...] = (
    (lambda day: f"{MONTHS[day.month]} {day.year}", 1, 0),
    (lambda day: f"{day.year} Q{(day.month + 2) // 3}", 3, 0),
    (lambda day: f"{day.year}", 12, 0),
    (lambda day: "{}-W{:02}".format(*day.isocalendar()), 0, 7),
    (date.isoformat, 0, 1),
)
"""How a period is called after its first day, and how many months or days it has."""
_CALLED_FISCAL = re.compile(r"FY(\d{4})(?: Q([1-4]))?", re.ASCII)


def label_after(period: Period, count: int) -> str:
    """What the period of its length so many places behind this one is called; empty where its own name does not tell.

    `Jan 2027` for `Nov 2026` and 2, `FY2021 Q1` for `FY2020 Q4` and 1.
    """
    if fiscal := _CALLED_FISCAL.fullmatch(period.label):
        if fiscal[2] is None:
            return f"FY{int(fiscal[1]) + count}"
        quarters = int(fiscal[1]) * 4 + int(fiscal[2]) - 1 + count
        return f"FY{quarters // 4} Q{quarters % 4 + 1}"
    for called, months, days in _CALLED:
        if called(period.start) == period.label:
            month = period.start.year * 12 + period.start.month - 1 + months * count
            return called(date(month // 12, month % 12 + 1, 1) if months else later(period.start, days * count))
    return ""


def later(day: date, days: float) -> date:
    """The day so many days behind this one, or the last of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def earlier(day: date, days: float) -> date:
    """The day so many days before this one, or the first of the calendar."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min
