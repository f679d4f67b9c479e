"""Who found it easy less who found it hard, in points, from `easy`, `hard` and `n`; worked out as the NPS."""

from __future__ import annotations

from collections.abc import Sequence

from cxsite.measure.families import Wave, scores
from cxsite.measure.intervals import adjusted_wald_nps
from cxsite.measure.methods import Method, WrongCellError, add_up, need_positive_n, weight
from cxsite.measure.series import Cells, Estimate


def _estimate(cells: Cells) -> Estimate:
    easy, hard, n = cells["easy"], cells["hard"], cells["n"]
    need_positive_n(n)
    if below := next((name for name in ("easy", "hard") if cells[name] < 0), ""):
        raise WrongCellError(below, "a count cannot be below zero")
    if easy + hard > n:
        raise WrongCellError("easy", f"`easy` and `hard` are together {easy + hard:g}, more than n {n:g}")
    counts = weight(cells, n)
    low, high = adjusted_wald_nps(easy * counts, hard * counts, n * counts)
    return Estimate(100 * (easy - hard) / n, n, low, high, how="net easy, adjusted Wald interval")


def _add(rows: Sequence[Cells]) -> Cells:
    return add_up(rows, _COLUMNS, lambda row: row["n"])


def _wave(cells: Cells) -> Wave:
    counts = weight(cells, cells["n"])
    return cells["easy"] * counts, cells["hard"] * counts, cells["n"] * counts


_COLUMNS = ("easy", "hard", "n")
METHOD = Method("net-easy", _COLUMNS, _estimate, -100, 100, _add, scores.FAMILY, _wave, counts=_COLUMNS)
