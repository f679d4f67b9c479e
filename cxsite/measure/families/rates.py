"""Events per unit. A wave is (events, units, per): calls, bills and 100 make calls per 100 bills."""

from __future__ import annotations

import math

from cxsite.measure.families import SIGNS, Family, Tested, Wave, by_normal, two_sided
from cxsite.measure.intervals import poisson_rate

LEAST = 10
"""Events that a wave needs at least."""


def compare(before: Wave, after: Wave, level: float) -> Tested:
    """The score test of two Poisson rates, and the interval that their own score intervals give.

    The test is in Ng and Tang 2005, Statistics in Medicine 24:955; the interval is the method of variance estimates
    recovery of Zou and Donner 2008, Statistics in Medicine 27:1693, as Newcombe's is for shares.
    """
    (x1, n1, per), (x2, n2, _) = before, after
    r1, r2 = x1 / n1, x2 / n2
    se = math.sqrt((x1 + x2) / (n1 * n2))
    z = (r2 - r1) / se if se > 0 else 0.0
    (l1, u1), (l2, u2) = poisson_rate(x1, n1, level), poisson_rate(x2, n2, level)
    low = r2 - r1 - math.hypot(r2 - l2, u1 - r1)
    high = r2 - r1 + math.hypot(u2 - r2, r1 - l1)
    return Tested(per * (r2 - r1), per * low, per * high, two_sided(z), z)


def contrast(waves: tuple[Wave, Wave, Wave, Wave], level: float) -> Tested:
    """A linear function of four rates with ten events each or more, by the normal approximation."""
    per = waves[0][2]
    shown = sum(sign * events / units for sign, (events, units, _) in zip(SIGNS, waves, strict=True))
    se = math.sqrt(sum(events / units**2 for events, units, _ in waves))
    return by_normal(per * shown, per * se, per * shown, level)


def too_few(wave: Wave) -> str:
    """The rule of thumb for a normal approximation."""
    return f"fewer than {LEAST} events, {wave[0]:g}" if wave[0] < LEAST else ""


def spread(wave: Wave) -> float:
    """The variance of the events of one unit, in units of `per`."""
    events, units, per = wave
    return per * per * events / units


FAMILY = Family(
    compare,
    contrast,
    too_few,
    "score test of two Poisson rates",
    "difference in differences of Poisson rates, z test",
    spread,
)
