"""The Net Promoter Score in points, from `promoters`, `passives` and `detractors`, with the adjusted Wald interval."""

from __future__ import annotations

from cxsite.measure.intervals import adjusted_wald_nps
from cxsite.measure.methods import Cells, Method, need_positive_n
from cxsite.measure.series import Estimate


def _estimate(cells: Cells) -> Estimate:
    promoters, passives, detractors = cells["promoters"], cells["passives"], cells["detractors"]
    if min(promoters, passives, detractors) < 0:
        raise ValueError("a count cannot be below zero")
    n = promoters + passives + detractors
    need_positive_n(n)
    low, high = adjusted_wald_nps(promoters, detractors, n)
    return Estimate(100 * (promoters - detractors) / n, n, low, high, how="NPS, adjusted Wald interval")


METHOD = Method("nps", ("promoters", "passives", "detractors"), _estimate, -100, 100)
