"""How many answers it takes to see a difference, so that nobody waits for what a sample cannot show."""

from __future__ import annotations

import math
from statistics import NormalDist

from cxsite.measure.intervals import LEVEL, z_value
from cxsite.measure.methods import find_method
from cxsite.measure.series import Cells
from cxsite.model.metric import Metric

POWER = 0.8


def answers_needed(
    metric: Metric, numbers: Cells, difference: float, level: float = LEVEL, power: float = POWER
) -> int | None:
    """How many answers, cases or units each of two waves needs, for answers spread as those of `numbers`.

    `numbers` are a point's, `difference` is in the unit of the metric and other than zero. With so many answers a real
    difference of that size is found at this power, by the normal approximation (R. Lehr, Statistics in Medicine
    11:1099, 1992, its factor not rounded). None where the numbers do not hold the spread, or there is none.
    """
    method = find_method(metric.method)
    wave = method.wave(numbers) if method and method.wave and numbers else None
    if method is None or method.family is None or wave is None:
        return None
    variance = method.family.spread(wave)
    reach = z_value(level) + NormalDist().inv_cdf(power)
    return math.ceil(2 * variance * reach**2 / difference**2) if variance > 0 else None
