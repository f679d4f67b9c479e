"""How two waves are compared, one family of numbers a file: scores, shares, means, rates.

A wave is what a method hands over of one row, or of several pooled: a tuple of plain numbers, whose meaning is the
family's own. Values and differences are in the unit of the metric.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from cxsite.measure.intervals import z_value

Wave = tuple[float, ...]


@dataclass(frozen=True)
class Tested:
    """A difference with its interval, the statistic that decides (`z`, or `t` with its degrees of freedom), and p."""

    difference: float
    low: float
    high: float
    p: float
    statistic: float
    df: float | None = None


@dataclass(frozen=True)
class Family:
    """One kind of numbers and its tests.

    `compare(before, after, level)` takes two waves. `contrast(before, after, other_before, other_after, level)` is
    the change of the first two less that of the other two: a difference in differences. Both raise ValueError with
    the end of a sentence where nothing can be said. `too_few` is the end of a sentence, empty where a wave will do.
    """

    compare: Callable[[Wave, Wave, float], Tested]
    contrast: Callable[[tuple[Wave, Wave, Wave, Wave], float], Tested]
    too_few: Callable[[Wave], str]
    how: str
    how_contrast: str
    spread: Callable[[Wave], float]
    """The variance of one answer, from which the answers that a difference takes are worked out."""


SIGNS = (-1, 1, 1, -1)
"""Of the four waves of a difference in differences: before, after, the others' before, the others' after."""


def by_normal(middle: float, se: float, shown: float, level: float) -> Tested:
    """The test of a difference that is as good as normal; its band is drawn out to the difference that is shown."""
    if se <= 0:
        raise ValueError("no answer differs from another, so there is no spread to judge by")
    half = z_value(level) * se
    low, high = min(middle - half, shown), max(middle + half, shown)
    return Tested(shown, low, high, two_sided(middle / se), middle / se)


def two_sided(z: float) -> float:
    """How often chance alone gives a z as far from zero as this."""
    return math.erfc(abs(z) / math.sqrt(2))
