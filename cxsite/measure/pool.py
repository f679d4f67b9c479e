"""Several rows to one, by adding up what they were worked out from. Percentages, scores and times are never averaged.

What is given is never worked out again from its parts: segments need not add up to the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cxsite.measure.measures import estimated, marked
from cxsite.measure.methods import find_method
from cxsite.measure.series import Cells, Estimate, Point
from cxsite.model.metric import Metric
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
