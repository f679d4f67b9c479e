"""Intervals in closed form, tested against published vectors and statsmodels. All at 95 % unless told otherwise."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist

LEVEL = 0.95


def z_value(level: float = LEVEL) -> float:
    """The two-sided quantile of the normal distribution: 1.96 at 95 %."""
    return NormalDist().inv_cdf(0.5 + level / 2)


def wilson(successes: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Wilson's score interval of a share, both ends in 0..1 (Wilson 1927, JASA 22:209)."""
    z = z_value(level)
    share = successes / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (low if successes else 0.0), (high if successes < n else 1.0)  # exactly, which sums of fractions miss


def adjusted_wald_nps(promoters: float, detractors: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """The interval of a Net Promoter Score in points, -100..100 (Rocks 2016, The American Statistician 70:365)."""
    total = n + 3
    p, d = (promoters + 0.75) / total, (detractors + 0.75) / total
    half = z_value(level) * 100 * math.sqrt((p + d - (p - d) ** 2) / total)
    middle = 100 * (p - d)
    raw = 100 * (promoters - detractors) / n  # the point that is shown; the band is drawn out to it at n of 1 or 2
    return max(-100.0, min(middle - half, raw)), min(100.0, max(middle + half, raw))


def poisson_rate(events: float, units: float, level: float = LEVEL) -> tuple[float, float]:
    """The score interval of events per unit, from 0 up (Barker 2002, The American Statistician 56:85)."""
    z = z_value(level)
    middle, half = events + z * z / 2, z * math.sqrt(events + z * z / 4)
    return max(0.0, middle - half) / units, (middle + half) / units


def student_mean(mean: float, sd: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Student's t interval of a mean, in the unit of the mean. Needs n of 2 or more."""
    half = student_quantile(0.5 + level / 2, n - 1) * sd / math.sqrt(n)
    return mean - half, mean + half


@lru_cache(maxsize=10_000)
def student_quantile(share: float, df: float) -> float:
    """The value that this share of Student's t distribution lies below."""
    from scipy.special import stdtrit  # scipy.stats takes a second to import, and gives the same to the last bit

    return float(stdtrit(df, share))


def student_tail(value: float, df: float) -> float:
    """The share of Student's t distribution that lies above a value."""
    from scipy.special import stdtr

    return float(stdtr(df, -value))
