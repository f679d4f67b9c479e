"""Who found it easy less who found it hard, in points, from `easy`, `hard` and `n`; worked out as the NPS."""

from __future__ import annotations

from cxsite.measure.intervals import adjusted_wald_nps
from cxsite.measure.methods import Cells, Method, need_positive_n
from cxsite.measure.series import Estimate


def _estimate(cells: Cells) -> Estimate:
    easy, hard, n = cells["easy"], cells["hard"], cells["n"]
    need_positive_n(n)
    if min(easy, hard) < 0 or easy + hard > n:
        raise ValueError(f"`easy` and `hard` are together not between 0 and n {n:g}")
    low, high = adjusted_wald_nps(easy, hard, n)
    return Estimate(100 * (easy - hard) / n, n, low, high, how="net easy, adjusted Wald interval")


METHOD = Method("net-easy", ("easy", "hard", "n"), _estimate, -100, 100)
