"""Where ticks stand, ends that are round numbers, and how numbers are written at them: as d3 does."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from cxsite.draw.paint.values import rounded

_LIMITS = ((math.sqrt(50), 10), (math.sqrt(10), 5), (math.sqrt(2), 2))
MINUS = "−"


def _spec(start: float, stop: float, count: float) -> tuple[int, int, float] | None:
    """First and last tick in steps, and the step; a negative step is one over it, so that tenths stay exact."""
    step = (stop - start) / count
    if not 1e-300 < step < math.inf:  # beyond, powers of ten are no numbers any more
        return None
    power = math.floor(math.log10(step))
    error = step / 10**power
    factor = next((by for least, by in _LIMITS if error >= least), 1)
    if power < 0:
        inverse = 10**-power / factor
        first, last = rounded(start * inverse), rounded(stop * inverse)
        first += first / inverse < start
        last -= last / inverse > stop
        step = -inverse
    else:
        step = float(10**power * factor)
        first, last = rounded(start / step), rounded(stop / step)
        first += first * step < start
        last -= last * step > stop
    if last < first and 0.5 <= count < 2:
        return _spec(start, stop, count * 2)
    return first, last, step


def ticks(start: float, stop: float, count: float) -> list[float]:
    """About `count` round numbers from start to stop."""
    if not count > 0:
        return []
    if start == stop:
        return [start]
    spec = _spec(start, stop, count)
    if spec is None:
        return []
    first, last, step = spec
    return [i / -step if step < 0 else i * step for i in range(first, last + 1)]


def nice(start: float, stop: float, count: float = 10) -> tuple[float, float]:
    """The ends moved outwards to round numbers."""
    low, high, before = start, stop, 0.0
    for _ in range(10):
        spec = _spec(low, high, count)
        if spec is None:
            return start, stop
        step = spec[2]
        if step == before:
            return low, high
        if step > 0:
            low, high = math.floor(low / step) * step, math.ceil(high / step) * step
        else:
            low, high = math.ceil(low * step) / step, math.floor(high * step) / step
        before = step
    return start, stop


def decimals(start: float, stop: float, count: float) -> int:
    """How many decimals tell neighbouring ticks apart."""
    spec = _spec(start, stop, count) if count > 0 else None
    if spec is None:
        return 0
    step = 1 / -spec[2] if spec[2] < 0 else spec[2]
    return max(0, -Decimal(repr(step)).adjusted())


@lru_cache(maxsize=4096)
def written(value: float, places: int) -> str:
    """A number with so many decimals, its thousands apart, and a real minus."""
    exact = Decimal(abs(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{MINUS if value < 0 and exact else ''}{exact:,f}"


def written_whole(value: float) -> str:
    """A number without decimals and without marks between its thousands."""
    if not math.isfinite(value):
        return "NaN" if value != value else f"{MINUS if value < 0 else ''}Infinity"
    whole = rounded(abs(value))
    return f"{MINUS if value < 0 and whole else ''}{whole}"
