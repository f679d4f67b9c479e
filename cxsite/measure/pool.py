"""Several rows to one, by adding up what they were worked out from. Percentages, scores and times are never averaged.

What is given is never worked out again from its parts: segments need not add up to the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from cxsite.measure.find import dimensions
from cxsite.measure.measures import estimated, marked
from cxsite.measure.methods import find_method
from cxsite.measure.series import Cells, Estimate, Point, Series
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

TOO_FEW = "one of them rests on too few answers to show"


@dataclass(frozen=True)
class Pooled:
    """Rows taken together. Without an estimate, `why_not` is the end of a sentence that says why."""

    points: tuple[Point, ...]
    estimate: Estimate | None = None
    numbers: Cells = field(default_factory=dict, compare=False)
    why_not: str = ""


def pool(metric: Metric, points: Sequence[Point], settings: Settings) -> Pooled:
    """All of these rows as one: counts summed, means weighted by n. A single row stays as it is.

    The rows must be about different people or times; that is for the caller to see to.
    """
    rows = tuple(points)
    if why := _cannot(metric, rows):
        return Pooled(rows, why_not=why)
    if len(rows) == 1:
        return Pooled(rows, rows[0].estimate, rows[0].numbers)
    method = find_method(metric.method)
    if method is None or method.add is None:
        return Pooled(rows, why_not=f"a {metric.method} does not follow from those of its parts")
    try:
        numbers = method.add([point.numbers for point in rows])
    except ValueError as problem:
        return Pooled(rows, why_not=str(problem))
    estimate = estimated(metric, method, numbers)
    how = f"{estimate.how}, {len(rows)} rows pooled"
    return Pooled(rows, replace(marked(estimate, settings), how=how), numbers)


def _cannot(metric: Metric, rows: tuple[Point, ...]) -> str:
    """What keeps these rows from being pooled."""
    if not rows:
        return "there is no row"
    if any(point.suppressed for point in rows):
        return TOO_FEW
    unknown = next((point for point in rows if point.estimate is None), None)
    if unknown is not None:
        return f"nobody knows the number for {unknown.period.label}"
    method = find_method(metric.method)
    adds = method is not None and method.add is not None
    if len(rows) > 1 and adds and any(not point.numbers for point in rows):
        return "published figures and estimates cannot be pooled: the counts behind them are not in the table"
    return ""


def pool_period(metric: Metric, points: Sequence[Point], period: Period, settings: Settings) -> Pooled:
    """The rows that make up `period`, such as the months of a quarter; the row of the period itself where there is one.

    Rows must fill the period without a gap and without counting a day twice.
    """
    inside = [point for point in points if period.start <= point.period.start and point.period.end <= period.end]
    filling = next(_fillings(inside, period), None)
    if filling is None:
        return Pooled(tuple(inside), why_not=f"the rows do not fill {period.label}")
    return pool(metric, filling, settings)


def _fillings(points: list[Point], period: Period) -> Iterator[tuple[Point, ...]]:
    """Every way to fill the period with rows, that of the longest rows first."""
    nexts = [point for point in points if point.period.start == period.start and point.period.end <= period.end]
    for point in sorted(nexts, key=lambda point: point.period.end, reverse=True):
        if point.period.end == period.end:
            yield (point,)
            continue
        rest = Period(point.period.end + timedelta(days=1), period.end, period.label)
        yield from ((point, *further) for further in _fillings(points, rest))


def pool_segments(series: Sequence[Series], dimension: str, portfolio: Portfolio) -> tuple[tuple[Period, Pooled], ...]:
    """The segments of one dimension together, for each period: `series` are one metric's, of one source, at one place.

    A period whose whole is given keeps it. Every segment of the dimension must have its number, and there must be two
    at least: part of the people is not the whole. Dimensions are never mixed, as each person stands in one segment of
    every dimension. Whether the segments are all customers is not known: say which were pooled.
    """
    members = dimensions(portfolio).get(dimension, ())
    wholes = {point.period: point for one in series if not one.where.segment for point in one.points}
    parts = {one.where.segment: {point.period: point for point in one.points} for one in series}
    periods = sorted({point.period for one in series for point in one.points})
    made: list[tuple[Period, Pooled]] = []
    for period in periods:
        if period in wholes:
            made.append((period, pool(series[0].metric, [wholes[period]], portfolio.settings)))
            continue
        rows = [parts[name][period] for name in members if period in parts.get(name, {})]
        if not rows:
            continue
        lacking = [name for name in members if period not in parts.get(name, {})]
        if lacking or len(rows) < 2:
            why = f"no number for {', '.join(f'`{name}`' for name in lacking)}" if lacking else "there is one segment"
            made.append((period, Pooled(tuple(rows), why_not=why)))
        else:
            made.append((period, pool(series[0].metric, rows, portfolio.settings)))
    return tuple(made)
