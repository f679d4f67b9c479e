"""A share of cases, from `numerator` and `denominator`, with Wilson's interval; weighted: on `n_effective`."""

from __future__ import annotations

from collections.abc import Sequence

from cxsite.measure.families import Wave, shares
from cxsite.measure.intervals import wilson
from cxsite.measure.methods import Method, WrongCellError, add_up, need_positive_n, weight
from cxsite.measure.series import Cells, Estimate


def _estimate(cells: Cells) -> Estimate:
    hits, n = cells["numerator"], cells["denominator"]
    need_positive_n(n, "denominator")
    if not 0 <= hits <= n:
        raise WrongCellError("numerator", f"the numerator {hits:g} is not between 0 and the denominator {n:g}")
    counts = weight(cells, n)
    low, high = wilson(hits * counts, n * counts)
    return Estimate(hits / n, n, low, high, how="share, Wilson interval")


def _add(rows: Sequence[Cells]) -> Cells:
    return add_up(rows, _COLUMNS, lambda row: row["denominator"])


def _wave(cells: Cells) -> Wave:
    counts = weight(cells, cells["denominator"])
    return cells["numerator"] * counts, cells["denominator"] * counts


_COLUMNS = ("numerator", "denominator")
METHOD = Method("share", _COLUMNS, _estimate, 0, 1, _add, shares.FAMILY, _wave, counts=_COLUMNS)
