"""When a row is about, from the columns that say so: a period, a first and a last day, a fiscal year and quarter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxsite.model import meant
from cxsite.model.meant import WrongValueError
from cxsite.model.period import FiscalCalendar, Period, parse_period
from cxsite.model.values import parse_span

DATES = (("period",), ("from", "to"), ("fiscal_year",))
"""Columns that say when a row is about."""
Cell = Callable[[str], str]
"""A cell of a row by the name of our column; empty where there is none."""


class WrongDateError(Exception):
    """A column, by our name, that holds no time, or another one than the others of its row."""

    def __init__(self, column: str, problem: WrongValueError) -> None:
        super().__init__(str(problem))
        self.column, self.problem = column, problem


def when(cell: Cell, said: Sequence[tuple[str, ...]], fiscal: FiscalCalendar) -> Period:
    """When a row is about, from the columns that say so; they are never none.

    Further columns have to agree with the first; what in them is no time means something else.

    Raises:
        WrongDateError: at the column that is wrong.
    """
    first, *others = said
    period = _told(cell, first, fiscal)
    for names in others:
        try:
            other = _told(cell, names, fiscal)
        except WrongDateError:
            continue
        inner, outer = (period, other) if names[0] == "fiscal_year" else (other, period)
        if not outer.start <= inner.start <= inner.end <= outer.end:
            message = f"`{period.label}` and `{other.label}` in one row are not the same time"
            hint = "keep the one that is right, and leave the other empty"
            raise WrongDateError(names[0], WrongValueError(message, hint))
    return period


def _told(cell: Cell, names: tuple[str, ...], fiscal: FiscalCalendar) -> Period:
    empty = next((name for name in names if not cell(name)), "")
    if empty and len(names) > 1:
        other = "from" if empty == "to" else "to"
        problem = WrongValueError(f"`{empty}` is empty beside `{other}`", "give both, the first day and the last")
        raise WrongDateError(empty, problem)
    try:
        return _read(cell, names, fiscal)
    except WrongValueError as problem:
        raise WrongDateError(names[0], problem) from None


def _period(text: str, fiscal: FiscalCalendar) -> Period:
    if not text:
        raise WrongValueError("`period` is empty", "write when the row is about, like 2026-09, or take the row out")
    try:
        return parse_period(text, fiscal)
    except WrongValueError:
        if "/" not in text or meant.dates(text):
            raise
    first, last = (parse_span(part) for part in text.split("/", 1))  # raises what is wrong with either
    hint = f"write them into columns of their own: `from` {first.start}, `to` {last.end}"
    raise WrongValueError(f"`{text}` is two times, and `period` holds one", hint)


def _span(first: str, last: str) -> Period:
    """From the first day of the one to the last of the other, which may be months."""
    periods: list[Period] = []
    for column, text in (("from", first), ("to", last)):
        try:
            periods.append(parse_span(text))
        except WrongValueError as problem:
            raise WrongDateError(column, problem) from None
    start, end = periods
    if end.end < start.start:
        message = f"`to` is {last}, and `from` is {first}, which is later"
        raise WrongDateError("to", WrongValueError(message, "the earlier one is `from`"))
    return Period(start.start, end.end, f"{start.label} to {end.label}")


def _read(cell: Cell, said: tuple[str, ...], fiscal: FiscalCalendar) -> Period:
    if said == ("period",):
        return _period(cell("period"), fiscal)
    if said == ("from", "to"):
        return _span(cell("from"), cell("to"))
    year, quarter = cell("fiscal_year"), cell("fiscal_quarter")
    said_so = f"{year} {quarter}".strip()
    if not (year.isascii() and year.isdecimal()) or len(year) != 4 or (quarter and quarter not in ("1", "2", "3", "4")):
        raise WrongValueError(f"`{said_so}` is not a fiscal year and quarter", "write them like 2020 and 1")
    return parse_period(f"FY{year}-Q{quarter}" if quarter else f"FY{year}", fiscal)
