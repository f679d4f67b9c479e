"""What the kinds have in common: places, days and estimates for machines, tables for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from cxsite.derive.written.numbers import write_answers, write_level, write_value
from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric
from cxsite.model.period import Period

Json = dict[str, Any]


def day(one: date | None) -> str | None:
    """`2026-09-30`."""
    return one.isoformat() if one else None


def estimate_as_json(estimate: Estimate | None) -> Json:
    """Value, interval, n and how they were made; all of it empty where there is none."""
    return {
        "value": estimate.value if estimate else None,
        "low": estimate.low if estimate else None,
        "high": estimate.high if estimate else None,
        "level": estimate.level if estimate and estimate.low is not None else None,
        "n": estimate.n if estimate else None,
        "n_effective": estimate.n_effective if estimate else None,
        "low_base": estimate.low_base if estimate else False,
        "how": estimate.how if estimate else "",
    }


def period_as_json(period: Period | None) -> Json:
    """The period in words, its first and its last day."""
    if period is None:
        return {"period": "", "start": None, "end": None}
    return {"period": period.label, "start": day(period.start), "end": day(period.end)}


def estimate_cells(metric: Metric, estimate: Estimate) -> tuple[str, ...]:
    """Value, interval, n and method for people."""
    how = (estimate.how or metric.method) + (", low base" if estimate.low_base else "")
    return write_value(metric, estimate.value), _interval(metric, estimate), write_answers(estimate), how


def _interval(metric: Metric, estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return "none"
    ends = f"{write_value(metric, estimate.low)} to {write_value(metric, estimate.high)}"
    return f"{write_level(estimate.level)}: {ends}"


def table(rows: Sequence[tuple[str, ...]], right: frozenset[int] = frozenset()) -> Iterator[str]:
    """Rows as lines; the columns of these numbers end at one edge."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"  {'  '.join(cells)}".rstrip()
