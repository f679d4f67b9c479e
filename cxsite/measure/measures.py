"""From a portfolio and its tables to all its series."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import PurePosixPath

from cxsite.diagnostics import Code, Diagnostic, Related, Severity, closest, in_order
from cxsite.load.content import Content
from cxsite.load.rows import Table
from cxsite.measure.methods import find_method, published
from cxsite.measure.series import Disagreement, Estimate, Measures, Point, Series, Where
from cxsite.measure.tidy import TidyRow, tidy_rows
from cxsite.model.metric import Metric, Source
from cxsite.model.period import FiscalCalendar
from cxsite.model.portfolio import Portfolio
from cxsite.project import METRICS

NO_TABLE = Code("CX301", Severity.ERROR, "a metric's table is not there")
BAD_ROW = Code("CX305", Severity.ERROR, "a row's numbers cannot be right")
TWO_VALUES = Code("CX306", Severity.ERROR, "one source gives two values for one period")
OUT_OF_SCALE = Code("CX307", Severity.ERROR, "a value is outside its scale")
NO_VALUE = Code("CX308", Severity.ERROR, "a row has neither a value nor a word for its absence")

SAME = 1e-9


def measure(content: Content) -> tuple[Measures, tuple[Diagnostic, ...]]:
    """All series of the portfolio, worked out from its tables, and what in the tables is wrong."""
    found: list[Diagnostic] = []
    series: list[Series] = []
    for metric in content.portfolio.metrics:
        for source in metric.source:
            series.extend(_from_source(content, metric, source, found))
    return Measures(tuple(series), tuple(_disagreements(series))), in_order(found)


def _from_source(content: Content, metric: Metric, source: Source, found: list[Diagnostic]) -> Iterator[Series]:
    table = _table(content.tables, source)
    if table is None:
        near = closest(source.file, (_short(name) for name in content.tables))
        hint = f"did you mean `{near}`?" if near else f"put the table at `{METRICS}/{source.file}`"
        message = f"`{metric.key}` reads `{source.file}`, which is not there"
        found.append(NO_TABLE(source.span("file") if source.span().file else metric.span("source"), message, hint))
        return
    rows, problems = tidy_rows(metric, source, table, _fiscal(content.portfolio, source))
    found.extend(problems)
    groups: dict[Where, list[TidyRow]] = defaultdict(list)
    for row in rows:
        groups[Where(**row.places)].append(row)
    for where, members in groups.items():
        yield Series(metric, _short(table.name), where, tuple(_points(metric, members, found)))


def _table(tables: dict[str, Table], source: Source) -> Table | None:
    return tables.get(f"{METRICS}/{PurePosixPath(source.file)}")


def _short(name: str) -> str:
    return str(PurePosixPath(name).relative_to(METRICS))


def _fiscal(portfolio: Portfolio, source: Source) -> FiscalCalendar:
    return (source.fiscal_year or portfolio.settings.fiscal_year).calendar


def _points(metric: Metric, rows: Iterable[TidyRow], found: list[Diagnostic]) -> Iterator[Point]:
    seen: dict[tuple[object, object], Point] = {}
    for row in sorted(rows, key=lambda row: (row.period.start, row.period.end, row.row.line)):
        made = _point(metric, row)
        if isinstance(made, Diagnostic):
            found.append(made)
            continue
        key = (row.period.start, row.period.end)
        if (first := seen.get(key)) is None:
            seen[key] = made
            yield made
        elif first.estimate != made.estimate:
            message = f"`{metric.key}` has two different values for {row.period.label}"
            related = (Related(first.span, "first given here"),)
            found.append(TWO_VALUES(row.span, message, "keep the right one", related=related))


def _point(metric: Metric, row: TidyRow) -> Point | Diagnostic:
    try:
        estimate = _estimate(metric, row)
    except ValueError as problem:
        return BAD_ROW(row.span, f"`{metric.key}`, {row.period.label}: {problem}", "look at the numbers of this row")
    if estimate is None and not row.missing and any(row.row.cells.values()):
        wanted = find_method(metric.method)
        columns = " and ".join(f"`{name}`" for name in wanted.columns) if wanted else "`value`"
        message = f"`{metric.key}` has no number for {row.period.label}"
        return NO_VALUE(row.span, message, f"the method {metric.method} reads {columns}, or a published `value`")
    if estimate and metric.scale and estimate.value not in metric.scale:
        message = f"{estimate.value:g} is outside the scale {metric.scale} of `{metric.key}`"
        return OUT_OF_SCALE(row.span, message, "correct the value or the scale")
    return Point(row.period, estimate, row.span, row.missing)


def _estimate(metric: Metric, row: TidyRow) -> Estimate | None:
    method = find_method(metric.method)
    if method and all(name in row.numbers for name in method.columns):
        return method.estimate(row.numbers)
    return published(row.numbers) if "value" in row.numbers else None


def _disagreements(series: Iterable[Series]) -> Iterator[Disagreement]:
    groups: dict[tuple[str, Where], list[Series]] = defaultdict(list)
    for one in series:
        groups[(one.metric.key, one.where)].append(one)
    for members in groups.values():
        for first, second in combinations(members, 2):
            by_period = {point.period: point for point in first.points}
            for point in second.points:
                other = by_period.get(point.period)
                if other and other.estimate and point.estimate and _differ(other.estimate, point.estimate):
                    yield Disagreement(first.metric, point.period, (first.source, other), (second.source, point))


def _differ(first: Estimate, second: Estimate) -> bool:
    return abs(first.value - second.value) > SAME * max(1.0, abs(first.value))
