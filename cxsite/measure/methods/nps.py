"""The Net Promoter Score in points, from `promoters`, `passives` and `detractors`, with the adjusted Wald interval."""

from __future__ import annotations

from collections.abc import Sequence

from cxsite.measure.families import Wave, scores
from cxsite.measure.intervals import adjusted_wald_nps
from cxsite.measure.methods import Method, WrongCellError, add_up, need_positive_n, weight
from cxsite.measure.series import Cells, Estimate


def _estimate(cells: Cells) -> Estimate:
    promoters, passives, detractors = cells["promoters"], cells["passives"], cells["detractors"]
    below = next((name for name in _COLUMNS if cells[name] < 0), "")
    if below:
        raise WrongCellError(below, "a count cannot be below zero")
    n = promoters + passives + detractors
    need_positive_n(n, "promoters")
    counts = weight(cells, n)
    low, high = adjusted_wald_nps(promoters * counts, detractors * counts, n * counts)
    return Estimate(100 * (promoters - detractors) / n, n, low, high, how="NPS, adjusted Wald interval")


def _add(rows: Sequence[Cells]) -> Cells:
    return add_up(rows, _COLUMNS, lambda row: sum(row[name] for name in _COLUMNS))


def _wave(cells: Cells) -> Wave:
    n = sum(cells[name] for name in _COLUMNS)
    counts = weight(cells, n)
    return cells["promoters"] * counts, cells["detractors"] * counts, n * counts


_COLUMNS = ("promoters", "passives", "detractors")
METHOD = Method("nps", _COLUMNS, _estimate, -100, 100, _add, scores.FAMILY, _wave, counts=_COLUMNS, adds_to_n=True)
