"""A mean of answers or times, from `mean`, `sd` and `n`, with Student's interval."""

from __future__ import annotations

from cxsite.measure.intervals import student_mean
from cxsite.measure.methods import Cells, Method, need_positive_n
from cxsite.measure.series import Estimate

_NO_SD = "published without a standard deviation, so there is no interval"


def _estimate(cells: Cells) -> Estimate:
    mean, sd, n = cells["mean"], cells.get("sd"), cells.get("n")
    if n is not None:
        need_positive_n(n)
    if sd is not None and sd < 0:
        raise ValueError("a standard deviation cannot be below zero")
    size = cells.get("n_effective", n)
    if sd is None or size is None or size < 2:
        return Estimate(mean, n, how="mean", why_open=_NO_SD if sd is None else "needs an n of 2 or more")
    low, high = student_mean(mean, sd, size)
    return Estimate(mean, n, low, high, how="mean, Student's t interval")


METHOD = Method("mean", ("mean",), _estimate)
