"""Shares of cases, 0..1. A wave is (successes, n)."""

from __future__ import annotations

import math

from cxsite.measure.families import SIGNS, Family, Tested, Wave, by_normal, two_sided
from cxsite.measure.intervals import wilson

LEAST = 10
"""Successes, and failures, that a wave needs at least."""


def compare(before: Wave, after: Wave, level: float) -> Tested:
    """The N-1 two-proportion test (Campbell 2007, Statistics in Medicine 26:3661) and Newcombe's interval.

    The interval is method 10 of Newcombe 1998, Statistics in Medicine 17:873.
    """
    (x1, n1), (x2, n2) = before, after
    p1, p2, total = x1 / n1, x2 / n2, n1 + n2
    pooled = (x1 + x2) / total
    se = math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2) * total / (total - 1))
    z = (p2 - p1) / se if se > 0 else 0.0
    (l1, u1), (l2, u2) = wilson(x1, n1, level), wilson(x2, n2, level)
    low = p2 - p1 - math.hypot(p2 - l2, u1 - p1)
    high = p2 - p1 + math.hypot(u2 - p2, p1 - l1)
    return Tested(p2 - p1, low, high, two_sided(z), z)


def contrast(waves: tuple[Wave, Wave, Wave, Wave], level: float) -> Tested:
    """A linear function of four shares, half a success and half a failure added to each.

    Price and Bonett 2004, Computational Statistics and Data Analysis 45:449.
    """
    added = [((successes + 0.5) / (n + 1), n + 1) for successes, n in waves]
    middle = sum(sign * share for sign, (share, _) in zip(SIGNS, added, strict=True))
    shown = sum(sign * successes / n for sign, (successes, n) in zip(SIGNS, waves, strict=True))
    return by_normal(middle, math.sqrt(sum(share * (1 - share) / n for share, n in added)), shown, level)


def too_few(wave: Wave) -> str:
    """The rule of thumb for a normal approximation."""
    successes, n = wave
    short = min(successes, n - successes) < LEAST
    return f"fewer than {LEAST} of a kind, {successes:.6g} of {n:.6g}" if short else ""


def spread(wave: Wave) -> float:
    """The variance of one case that counts 1 or 0."""
    share = wave[0] / wave[1]
    return share * (1 - share)


FAMILY = Family(
    compare,
    contrast,
    too_few,
    "N\u22121 two-proportion test, Newcombe interval",
    "difference in differences of shares, Price and Bonett interval",
    spread,
)
