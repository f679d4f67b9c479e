"""From a portfolio and its tables to all its series."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import PurePosixPath

from cxsite.diagnostics import Code, Diagnostic, Related, Severity, Span, closest, in_order
from cxsite.load.content import Content
from cxsite.load.garbage import uncollected
from cxsite.load.rows import Table
from cxsite.measure.former import FormerUse, Renames, renames_of
from cxsite.measure.methods import Method, WrongCellError, find_method, published
from cxsite.measure.series import (
    HIDDEN,
    NOT_BEGUN,
    NOT_GIVEN,
    Cells,
    Disagreement,
    Estimate,
    Measures,
    Point,
    Series,
    Where,
)
from cxsite.measure.small import withhold
from cxsite.measure.sound import effective, follows, sound, spread
from cxsite.measure.tidy import SHARES, TidyRow, tidy_rows
from cxsite.model.metric import Metric, Source
from cxsite.model.period import Period
from cxsite.model.settings import Settings
from cxsite.project import METRICS

NO_TABLE = Code("CX301", Severity.ERROR, "a metric's table is not there")
"""`source:` names a CSV below `metrics/`. The file is not there, or not under this name."""
BAD_ROW = Code("CX305", Severity.ERROR, "a row's numbers cannot be right")
"""Counts are whole and not negative, a part is not larger than its whole, the answers of an NPS add up to n."""
HALF = Code("CX308", Severity.WARNING, "a row is half filled in")
"""Some of the numbers that the method needs are there, and others empty: it has no value, or an unchecked one."""
TWO_VALUES = Code("CX306", Severity.ERROR, "one source gives two values for one period")
"""A metric, source, period, place and segment have one number. Two that differ are often what a merge left behind."""
OUT_OF_SCALE = Code("CX307", Severity.ERROR, "a value is outside what it can be")
"""A mean lies within the scale of its answers, a share between 0 and 100 %, an NPS between -100 and 100."""

NOT_YET = Code("CX309", Severity.NOTE, "a method that this version does not compute")
"""Numbers of this method are read and kept, and not drawn yet."""

SAME = 1e-9
OF_ANSWERS = frozenset({"mean", "median"})
"""Methods whose value lies on the scale of the answers; an NPS of 20 does not lie on 0..10."""


@uncollected
def measure(content: Content) -> tuple[Measures, tuple[Diagnostic, ...]]:
    """All series of the portfolio, worked out from its tables, and what in the tables is wrong."""
    work = _Work(content, renames_of(content.portfolio))
    series: list[Series] = []
    troubled: set[tuple[str, str]] = set()
    for metric in content.portfolio.metrics:
        if metric.method == "clv":  # by group and component, which a series of periods does not hold
            message = f"`{metric.key}` is not computed by this version"
            work.found.append(NOT_YET(metric.span("method"), message, "it is kept"))
            continue
        for source, label in zip(metric.source, source_labels(metric), strict=True):
            before = len(work.found)
            series.extend(_from_source(work, metric, source, label))
            if len(work.found) > before:
                troubled.add((metric.key, label))
    shown = withhold(series, content.portfolio)
    measures = Measures(shown, tuple(_disagreements(shown)), frozenset(troubled), tuple(work.former))
    return measures, in_order(work.found)


@dataclass
class _Work:
    """What measuring reads, and what it gathers on the way."""

    content: Content
    renames: Renames
    found: list[Diagnostic] = field(default_factory=list)
    former: list[FormerUse] = field(default_factory=list)


def _from_source(work: _Work, metric: Metric, source: Source, label: str) -> Iterator[Series]:
    table = table_of(work.content, source)
    if table is None:
        work.found.extend(_no_table(work.content, metric, source))
        return
    settings = work.content.portfolio.settings
    fiscal = (source.fiscal_year or settings.fiscal_year).calendar
    rows, problems = tidy_rows(metric, source, table, fiscal, work.renames)
    work.found.extend(problems)
    groups: dict[Where, list[TidyRow]] = defaultdict(list)
    for row in rows:
        groups[Where(**row.places)].append(row)
        work.former.extend(row.former)
    for where, members in groups.items():
        if points := tuple(_points(metric, members, settings, work.found)):
            points = tuple(_begun(point, work.content.today) for point in points)
            yield Series(metric, label, where, points)


def _begun(point: Point, today: date) -> Point:
    """A number of a time that has not begun is a plan: it is kept as a row, and is no number of today."""
    if point.period.start <= today or point.estimate is None:
        return point
    return replace(point, estimate=None, missing=NOT_BEGUN, numbers={})


def _no_table(content: Content, metric: Metric, source: Source) -> Iterator[Diagnostic]:
    if f"{METRICS}/{source.file}" in content.unread_tables:
        return  # why it could not be read has been said
    near = closest(source.file, (_short(name) for name in content.tables))
    inside = not source.file.startswith(("/", "..", f"{METRICS}/"))
    hint = f"put the table at `{METRICS}/{source.file}`" if inside else f"name it as it stands below `{METRICS}/`"
    message = f"`{metric.key}` reads `{source.file}`, which is not there"
    yield NO_TABLE(place_of(metric, source), message, f"did you mean `{near}`?" if near else hint, suggestion=near)


def table_of(content: Content, source: Source) -> Table | None:
    """The table that a source names, or None."""
    return content.tables.get(f"{METRICS}/{PurePosixPath(source.file)}")


def place_of(metric: Metric, source: Source) -> Span:
    """Where a source names its file; a source in short, `source: easy.csv`, has no place of its own."""
    return source.span("file") if source.span().file else metric.span("source")


def source_labels(metric: Metric) -> tuple[str, ...]:
    """What people read for each source: its file, and which of its rows where the file stands twice."""
    files = [source.file for source in metric.source]
    labels = []
    for source in metric.source:
        chosen = ", ".join(source.where.values()) or ", ".join(source.columns.values())
        labels.append(f"{source.file} ({chosen})" if files.count(source.file) > 1 and chosen else source.file)
    return tuple(labels)


def _short(name: str) -> str:
    return str(PurePosixPath(name).relative_to(METRICS))


def _points(metric: Metric, rows: Iterable[TidyRow], settings: Settings, found: list[Diagnostic]) -> Iterator[Point]:
    seen: dict[Period, Point] = {}
    for row in sorted(rows, key=lambda row: (row.period.start, row.period.end, row.row.line)):
        made = _point(metric, row, settings)
        if isinstance(made, Diagnostic):
            found.append(made)
        elif (first := seen.get(row.period)) is None:
            seen[row.period] = made
            found.extend(_half(metric, row, made))
            yield made
        elif first.estimate != made.estimate:
            message = f"`{metric.key}` has two different values for {row.period.label}"
            related = (Related(first.span, "first given here"),)
            found.append(TWO_VALUES(row.span, message, "keep the right one", related=related))


def _half(metric: Metric, row: TidyRow, made: Point) -> Iterator[Diagnostic]:
    method = find_method(metric.method)
    needed = method.columns if method else ()
    lacking = [name for name in needed if name not in row.numbers]
    given = [name for name in (*needed, "sd") if name in row.numbers]
    unused = "value" in row.numbers and "value" not in needed and needed[:1] == tuple(given[:1])
    if given and lacking and (made.estimate is None or unused) and not (made.suppressed or row.missing):
        empty, there = (" and ".join(f"`{name}`" for name in names) for names in (lacking, given))
        verb = "is" if len(lacking) == 1 else "are"
        message = f"`{metric.key}`, {row.period.label}: {empty} {verb} empty beside {there}"
        message += ", so `value` stands unchecked and without an interval of its own" if unused else ""
        yield HALF(row.at(lacking[0]), message, "fill in all of them, or none where nobody knows")


def _point(metric: Metric, row: TidyRow, settings: Settings) -> Point | Diagnostic:
    try:
        estimate, numbers = _estimate(metric, row)
    except WrongCellError as problem:
        return BAD_ROW(
            row.at(problem.column), f"`{metric.key}`, {row.period.label}: {problem}", "look at the numbers of this row"
        )
    if estimate is None:
        return Point(row.period, None, row.span, row.missing or NOT_GIVEN)
    for column, value in _given(metric, row, estimate):
        if trouble := _out_of_range(metric, value):
            return OUT_OF_SCALE(row.at(column), trouble, "correct the value, or what the metric says of itself")
    people = min((n for n in (estimate.n, row.numbers.get("n")) if n is not None), default=None)
    if people is not None and people < settings.suppress_below:  # weights may make many of few
        return Point(row.period, None, row.span, HIDDEN, suppressed=True, hidden_n=people)
    return Point(row.period, marked(estimate, settings), row.span, numbers=numbers)


def _given(metric: Metric, row: TidyRow, estimate: Estimate) -> Iterator[tuple[str, float]]:
    """The value and the ends of its interval, each with the column that it is from."""
    method = find_method(metric.method)
    worked_out = method and all(name in row.numbers for name in method.columns)
    yield method.columns[0] if method and worked_out else "value", estimate.value
    yield from ((name, end) for name, end in (("low", estimate.low), ("high", estimate.high)) if end is not None)


def _out_of_range(metric: Metric, value: float) -> str:
    method = find_method(metric.method)
    if metric.scale and metric.method in OF_ANSWERS and value not in metric.scale:
        return f"{value:.12g} is outside the scale {metric.scale} of `{metric.key}`"
    if metric.method in SHARES and not 0 <= value <= 1:
        return f"{value:.12g} is no share of `{metric.key}`; write 0.63 or 63%"
    if method and not method.low <= value <= method.high:
        where = f"below {method.low:g}" if math.isinf(method.high) else f"outside {method.low:g} to {method.high:g}"
        return f"{value:.12g} is {where}, where no {metric.method} lies"
    return ""


def _estimate(metric: Metric, row: TidyRow) -> tuple[Estimate | None, Cells]:
    """The estimate of a row, and the numbers it was worked out from; none where it is only repeated."""
    method, numbers = find_method(metric.method), row.numbers
    if not method or not all(name in numbers for name in method.columns):
        made = published(numbers) if "value" in numbers else None
        return (replace(made, n_effective=effective(numbers, made)) if made else None), {}
    given = numbers if metric.per is None else {**numbers, "per": metric.per}
    sound(method, numbers)
    made = estimated(metric, method, given)
    if metric.scale and metric.method in OF_ANSWERS and made.value in metric.scale:  # else that is what is told
        spread(metric.scale, made, numbers)
    if "value" in method.columns:  # taken as it stands, its interval too
        return made, {} if "low" in numbers else given
    if "value" in numbers:
        follows(numbers["value"], row.unit_of_value, made)
    return made, given


def estimated(metric: Metric, method: Method, numbers: Cells) -> Estimate:
    """What a method makes of the numbers of a row, or of several added up.

    A mean cannot lie outside the scale of its answers, so neither can its interval.
    """
    made = method.estimate(numbers)
    if "n_effective" in numbers:
        made = replace(made, n_effective=effective(numbers, made))
    as_given = "value" in method.columns
    if as_given or not metric.scale or metric.method not in OF_ANSWERS or made.low is None or made.high is None:
        return made
    return replace(made, low=max(made.low, metric.scale.low), high=min(made.high, metric.scale.high))


def marked(estimate: Estimate, settings: Settings) -> Estimate:
    """The estimate, marked as low base where it rests on fewer answers than the site's `min_n`."""
    return replace(estimate, low_base=estimate.base is not None and estimate.base < settings.min_n)


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
                    sides = (first.source, other), (second.source, point)
                    yield Disagreement(first.metric, point.period, first.where, *sides)


def _differ(first: Estimate, second: Estimate) -> bool:
    return abs(first.value - second.value) > SAME * max(1.0, abs(first.value))
