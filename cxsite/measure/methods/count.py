"""How often something happened, as `value`: counted in full, so there is nothing to put an interval around."""

from __future__ import annotations

from cxsite.measure.methods import Method, add_values, published
from cxsite.measure.series import Cells, Estimate

_IN_FULL = "all of them were counted; this is no sample"


def _estimate(cells: Cells) -> Estimate:
    return published(cells, _IN_FULL, "count")


METHOD = Method("count", ("value",), _estimate, 0, add=add_values)
