"""A metric's rows from its table: columns renamed, rows chosen, periods and numbers read, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from cxsite.diagnostics import Code, Diagnostic, Severity, Span, closest
from cxsite.load.rows import Row, Table
from cxsite.measure.former import FormerUse, Renames
from cxsite.measure.methods import find_method
from cxsite.measure.times import DATES, WrongDateError, when
from cxsite.measure.written import number_meant
from cxsite.model.meant import WrongValueError
from cxsite.model.metric import Metric, Source
from cxsite.model.period import FiscalCalendar, Period
from cxsite.model.values import parse_number

NO_COLUMN = Code("CX302", Severity.ERROR, "a table lacks a column")
"""Tables are tidy: a period in each row, and the columns that the metric's method reads. Columns that are called
otherwise are mapped: `columns: {period: month}`."""
BAD_PERIOD = Code("CX303", Severity.ERROR, "a cell is not a period")
"""Periods are `2026`, `2026-Q3`, `2026-09`, `2026-W37`, `2026-09-14` or `FY2020-Q1`."""
BAD_NUMBER = Code("CX304", Severity.ERROR, "a cell is not a number")
"""Numbers have a dot and no thousands separator. What means that nobody knows is declared: `missing: [No Data]`."""

SHARES = frozenset({"share", "top-2", "top-3"})
_PERIOD_WORDS = frozenset({"month", "date", "day", "week", "quarter", "year", "when", "time"})
PLACES = ("journey", "phase", "step", "segment")
NUMBERS = (
    *("value", "n", "mean", "sd", "n_effective", "numerator", "denominator"),
    *("promoters", "passives", "detractors", "easy", "hard", "low", "high", "level"),
)
OTHERS = ("fiscal_year", "fiscal_quarter", "metric", "source", "note", "made_by", "seed")
"""Columns of ours that hold neither a period, a place nor a number of the estimate."""


@dataclass(frozen=True)
class TidyRow:
    """One row as its metric means it. `numbers` lacks what the table leaves open; `missing` is its word for it."""

    period: Period
    places: dict[str, str]
    numbers: dict[str, float]
    missing: str
    span: Span
    row: Row
    unit_of_value: float = 0.0
    """What the last digit of its `value` stands for: 0.1 of 4.3, 0.001 of 63.4%."""
    former: tuple[FormerUse, ...] = ()
    """Its cells that name something by an id it had before; `places` holds the ids of today."""
    at: Callable[[str], Span] = field(default=lambda _: Span(""), compare=False, repr=False)
    """The place of its cell in a column, by our name; that of the row where the table has no such column."""


class _Columns:
    """Which of the table's columns plays which part for this metric."""

    def __init__(self, metric: Metric, source: Source, table: Table, renames: Renames) -> None:
        self.source = source
        self.table = table
        claimed = set(source.columns.values())
        self.names = {name: name for name in table.columns if name not in claimed} | source.columns
        self.picks_metric = "metric" in self.names and not source.where
        self.metric = metric
        self.renames = renames
        self.metric_names = renames.names_of(metric)
        self.home = renames.now("journey", metric.journey or "")
        self.dates = tuple(names for names in DATES if all(map(self.has, names)))

    def missing(self) -> Iterator[tuple[str, str]]:
        for ours, theirs in [*self.source.columns.items(), *((name, name) for name in self.source.where)]:
            if theirs not in self.table.columns:
                yield ours, theirs

    def has(self, ours: str) -> bool:
        return self.names.get(ours) in self.table.columns

    def cell(self, row: Row, ours: str) -> str:
        return row.cells.get(self.names.get(ours, ""), "")

    def span(self, row: Row, ours: str) -> Span:
        return self.table.span(row, self.names.get(ours))

    def dates_of(self, row: Row) -> tuple[tuple[str, ...], ...]:
        """The columns that say when the row is about: those that it fills in, else the first of the table."""
        filled = tuple(names for names in self.dates if any(self.cell(row, name) for name in names))
        return filled or self.dates[:1]

    def rows(self) -> Iterable[Row]:
        """The rows of the table that are about the metric, in their order."""
        if self.picks_metric:
            column = self.names["metric"]
            found = [row for name in self.metric_names for row in self.table.rows_with(column, name)]
            return sorted(found, key=lambda row: row.line)
        where = [*self.source.where.items()]
        first = self.table.rows_with(*where[0]) if where else self.table.rows
        return (row for row in first if all(row.cells.get(name) == value for name, value in where))


def tidy_rows(
    metric: Metric, source: Source, table: Table, fiscal: FiscalCalendar, renames: Renames
) -> tuple[tuple[TidyRow, ...], tuple[Diagnostic, ...]]:
    """The rows of `table` that are about `metric`, and what in them cannot be read. Unreadable rows are left out."""
    columns = _Columns(metric, source, table, renames)
    found: list[Diagnostic] = [_lacks(metric, source, table, *names) for names in columns.missing()]
    found += _unknown_parts(source)
    if not found:
        found += _needed(columns)
    if found:
        return (), tuple(found)
    rows: list[TidyRow] = []
    for row in columns.rows():
        made = _tidy(columns, row, fiscal)
        (found if isinstance(made, Diagnostic) else rows).append(made)  # type: ignore[arg-type]
    return tuple(rows), tuple(found)


def _lacks(metric: Metric, source: Source, table: Table, ours: str, column: str) -> Diagnostic:
    near = closest(column, table.columns)
    hint = f"did you mean `{near}`?" if near else f"it has {', '.join(table.columns)}"
    mapped = source.columns.get(ours) == column
    span = source.span("columns", ours) if mapped else source.key_span("where", column)
    message = f"`{table.name}` has no column `{column}`, which `{metric.key}` reads"
    return NO_COLUMN(span, message, hint, suggestion=near)


def _tidy(columns: _Columns, row: Row, fiscal: FiscalCalendar) -> TidyRow | Diagnostic:
    try:
        period = when(partial(columns.cell, row), columns.dates_of(row), fiscal)
    except WrongDateError as wrong:
        told = wrong.problem
        return BAD_PERIOD(columns.span(row, wrong.column), told.message, told.hint, suggestion=told.suggestion)
    numbers: dict[str, float] = {}
    missing = ""
    for ours in NUMBERS:
        text = columns.cell(row, ours)
        if text in columns.source.missing:
            missing = missing or text
        if not text or text in columns.source.missing:
            continue
        as_share = ours == "level" or (ours in ("value", "low", "high") and columns.metric.method in SHARES)
        try:
            numbers[ours] = _number(text, as_share)
        except WrongValueError as problem:
            hint = number_meant(text, ours, as_share) or problem.hint
            return BAD_NUMBER(columns.span(row, ours), problem.message, hint)
    places, former = _places(columns, row)
    unit = _unit(columns.cell(row, "value")) if "value" in numbers else 0.0
    return TidyRow(
        period, places, numbers, missing, columns.table.span(row), row, unit, former, partial(columns.span, row)
    )


def _places(columns: _Columns, row: Row) -> tuple[dict[str, str], tuple[FormerUse, ...]]:
    """What the row is about, by the ids of today, and the former ids it was written with."""
    renames, places, former = columns.renames, dict[str, str](), list[FormerUse]()
    if columns.picks_metric and (called := columns.cell(row, "metric")) != columns.metric.key:
        former.append(FormerUse.of("metric", called, columns.metric, columns.span(row, "metric")))
    for kind in PLACES:
        text = columns.cell(row, kind)
        entry = renames.find(kind, text, places.get("journey") or columns.home) if text else None
        if entry:
            former.append(FormerUse.of(kind, text, entry, columns.span(row, kind)))
        places[kind] = former[-1].now if entry else text
    return places, tuple(former)


def _number(text: str, as_share: bool) -> float:
    """A cell as a number. A share may carry its sign, as it does in the maps."""
    if as_share and text.endswith("%"):
        return parse_number(text[:-1].strip()) / 100
    return parse_number(text)


def _unit(text: str) -> float:
    decimals = len(text.rstrip("% ").partition(".")[2])
    return 10.0 ** -(decimals + 2 * text.endswith("%"))


def _unknown_parts(source: Source) -> list[Diagnostic]:
    """Keys of `columns:` that are no column of ours."""
    known = ("period", "from", "to", *OTHERS, *PLACES, *NUMBERS)
    found = []
    for ours in source.columns:
        if ours not in known:
            near = closest(ours, known)
            hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
            found.append(NO_COLUMN(source.span("columns", ours), f"`{ours}` is no column", hint, suggestion=near))
    return found


def _needed(columns: _Columns) -> list[Diagnostic]:
    """A period, and the numbers that the method reads or a published value."""
    table, found = columns.table, []
    if not columns.dates:
        found.append(_no_column(table, "period", _period_elsewhere(table)))
    method = find_method(columns.metric.method)
    if not columns.has("value") and not (method and all(columns.has(name) for name in method.columns)):
        wanted = " and ".join(f"`{name}`" for name in method.columns) if method else ""
        reads = f"{wanted}, or a published `value`" if method and wanted != "`value`" else "`value`"
        yours = f"rename yours ({', '.join(table.columns)}), or map them with `columns:`"
        what = f"the method {columns.metric.method} reads {reads}; {yours}"
        missing = next((name for name in method.columns if not columns.has(name)), "value") if method else "value"
        found.append(_claimed(columns, missing) or _no_column(table, missing, what))
    return found


def _period_elsewhere(table: Table) -> str:
    """The next step for a table without a period: which of its columns is likely to hold it."""
    likely = next((column for column in table.columns if column.strip().lower() in _PERIOD_WORDS), "")
    there = f"rename `{likely}` to `period`" if likely else "call the column that says when `period`"
    file = table.name.partition("/")[2]
    return f"{there}, or map it: `source: {{file: {file}, columns: {{period: {likely or '…'}}}}}`"


def _claimed(columns: _Columns, name: str) -> Diagnostic | None:
    """The one about a column that is there, and read as another one."""
    ours = next((one for one, theirs in columns.source.columns.items() if theirs == name), "")
    if not ours:
        return None
    message = f"`{name}` of `{columns.table.name}` is read as `{ours}`, so that there is no `{name}`"
    return NO_COLUMN(columns.source.span("columns", ours), message, f"take `{ours}: {name}` out of `columns:`")


def _no_column(table: Table, name: str, hint: str) -> Diagnostic:
    near = next((column for column in table.columns if column.lower() == name), "") or closest(name, table.columns)
    hint = f"did you mean `{near}`? Column names are in lower case" if near.lower() == name else hint
    return NO_COLUMN(table.span(None), f"`{table.name}` has no column `{name}`", hint)
