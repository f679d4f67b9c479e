"""Means of answers or times. A wave is (mean, sd, n), with the effective n where answers are weighted."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cxsite.measure.families import SIGNS, Family, Tested, Wave
from cxsite.measure.intervals import student_quantile, student_tail


def compare(before: Wave, after: Wave, level: float) -> Tested:
    """Welch's test and interval, for spreads that need not be equal (Welch 1947, Biometrika 34:28)."""
    return _combined((before, after), (-1, 1), level)


def contrast(waves: tuple[Wave, Wave, Wave, Wave], level: float) -> Tested:
    """The same for four means, with the degrees of freedom of Satterthwaite 1946, Biometrics Bulletin 2:110."""
    return _combined(waves, SIGNS, level)


def _combined(waves: Sequence[Wave], signs: Sequence[int], level: float) -> Tested:
    difference = sum(sign * mean for sign, (mean, _, _) in zip(signs, waves, strict=True))
    variances = [sd * sd / n for _, sd, n in waves]
    total = sum(variances)
    if total <= 0:
        raise ValueError("no answer differs from another, so there is no spread to judge by")
    df = total**2 / sum(variance**2 / (n - 1) for variance, (_, _, n) in zip(variances, waves, strict=True))
    se = math.sqrt(total)
    half = student_quantile(0.5 + level / 2, df) * se
    p = 2 * student_tail(abs(difference / se), df)
    return Tested(difference, difference - half, difference + half, p, difference / se, df)


def too_few(wave: Wave) -> str:
    """A spread takes two answers."""
    return "a spread takes two answers" if wave[2] < 2 else ""


def spread(wave: Wave) -> float:
    """The variance of one answer."""
    return wave[1] ** 2


FAMILY = Family(
    compare, contrast, too_few, "Welch's t test", "difference in differences of means, Welch's t test", spread
)
