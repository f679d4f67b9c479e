"""How many of one thing for so many of another, from `numerator` and `denominator`: calls per 100 bills."""

from __future__ import annotations

from cxsite.measure.methods import Cells, Method, need_positive_n
from cxsite.measure.series import Estimate

_NOT_PART = "one count need not be part of the other, so there is no share to put an interval around"


def _estimate(cells: Cells) -> Estimate:
    n = cells["denominator"]
    need_positive_n(n)
    if cells["numerator"] < 0:
        raise ValueError("a count cannot be below zero")
    return Estimate(cells.get("per", 1) * cells["numerator"] / n, n, how="ratio", why_open=_NOT_PART)


METHOD = Method("ratio", ("numerator", "denominator"), _estimate, 0)
