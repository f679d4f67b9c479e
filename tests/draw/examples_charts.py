"""Readings that the tests of charts draw."""

from __future__ import annotations

from typing import Any

from cxsite.draw.charts.blocks import Reading
from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric


def metric(method: str = "mean", unit: str = "") -> Metric:
    return Metric.model_validate({"id": "m", "name": "M", "method": method, **({"unit": unit} if unit else {})})


def reading(
    value: float, spread: float | None = None, n: float | None = 1212, method: str = "mean", **more: Any
) -> Reading:
    ends = {} if spread is None else {"low": value - spread, "high": value + spread}
    return Reading(metric(method), Estimate(value, n, **ends, how=f"How {method} is made", **more), "Sep 2026")
