"""Scores in points: promoters less detractors. A wave is (promoters, detractors, n).

Each wave is adjusted as its own interval is: Rocks 2016, The American Statistician 70:365.
"""

from __future__ import annotations

import math

from cxsite.measure.families import SIGNS, Family, Tested, Wave, by_normal


def _adjusted(wave: Wave) -> tuple[float, float]:
    """Points and their variance with three answers added: three quarters of one at each end, the rest between."""
    promoters, detractors, n = wave
    p, d = (promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)
    return 100 * (p - d), 10_000 * (p + d - (p - d) ** 2) / (n + 3)


def _raw(wave: Wave) -> float:
    return 100 * (wave[0] - wave[1]) / wave[2]


def compare(before: Wave, after: Wave, level: float) -> Tested:
    """The difference of two adjusted scores."""
    (first, first_variance), (second, second_variance) = _adjusted(before), _adjusted(after)
    tested = by_normal(second - first, math.sqrt(first_variance + second_variance), _raw(after) - _raw(before), level)
    return Tested(tested.difference, max(-200, tested.low), min(200, tested.high), tested.p, tested.statistic)


def contrast(waves: tuple[Wave, Wave, Wave, Wave], level: float) -> Tested:
    """A difference of two differences of adjusted scores."""
    adjusted = [_adjusted(wave) for wave in waves]
    middle = sum(sign * value for sign, (value, _) in zip(SIGNS, adjusted, strict=True))
    shown = sum(sign * _raw(wave) for sign, wave in zip(SIGNS, waves, strict=True))
    return by_normal(middle, math.sqrt(sum(variance for _, variance in adjusted)), shown, level)


def spread(wave: Wave) -> float:
    """The variance of one answer that counts 100, 0 or -100."""
    promoters, detractors, n = wave
    return 10_000 * ((promoters + detractors) / n - ((promoters - detractors) / n) ** 2)


def too_few(wave: Wave) -> str:
    """Small counts are no trouble: the adjustment sees to them. Nobody at all is."""
    return "" if wave[2] > 0 else "nobody answered"


FAMILY = Family(
    compare,
    contrast,
    too_few,
    "difference of two adjusted scores, z test",
    "difference in differences of adjusted scores, z test",
    spread,
)
