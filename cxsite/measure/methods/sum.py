"""A total such as money or minutes, as `value`: added up in full, so there is nothing to put an interval around."""

from __future__ import annotations

from cxsite.measure.methods import Method, add_values, published
from cxsite.measure.series import Cells, Estimate

_IN_FULL = "all of it was added up; this is no sample"


def _estimate(cells: Cells) -> Estimate:
    return published(cells, _IN_FULL, "sum")


METHOD = Method("sum", ("value",), _estimate, add=add_values)
