"""The middle value of all answers or times, as `value`; with `low` and `high` where it was made from the answers."""

from __future__ import annotations

from cxsite.measure.methods import Method, published
from cxsite.measure.series import Cells, Estimate

_ANSWERS = "the interval of a median needs the answers themselves, and the table holds only the figure"


def _estimate(cells: Cells) -> Estimate:
    return published(cells, _ANSWERS, "median, as published")


METHOD = Method("median", ("value",), _estimate)
