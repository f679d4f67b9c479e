"""A share of cases, from `numerator` and `denominator`, with Wilson's interval."""

from __future__ import annotations

from cxsite.measure.intervals import wilson
from cxsite.measure.methods import Cells, Method, need_positive_n
from cxsite.measure.series import Estimate


def _estimate(cells: Cells) -> Estimate:
    hits, n = cells["numerator"], cells["denominator"]
    need_positive_n(n)
    if not 0 <= hits <= n:
        raise ValueError(f"the numerator {hits:g} is not between 0 and the denominator {n:g}")
    low, high = wilson(hits, n)
    return Estimate(hits / n, n, low, high, how="share, Wilson interval")


METHOD = Method("share", ("numerator", "denominator"), _estimate, 0, 1)
