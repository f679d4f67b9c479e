"""A smooth curve that goes through every point and never beyond two neighbours, so it invents no feeling.

Monotone cubic interpolation: Fritsch and Carlson, SIAM Journal on Numerical Analysis 17 (1980), with slopes kept in
the square of de Boor and Swartz, Journal of Approximation Theory 21 (1977).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Cubic = tuple[float, float, float, float]


@dataclass(frozen=True)
class Piece:
    """A cubic over `x0`..`x1`. `y` are its four Bernstein coefficients: a Bézier curve with its x evenly spaced."""

    x0: float
    x1: float
    y: Cubic

    def at(self, t: float) -> float:
        """The height at `t`, 0..1 of the way from `x0` to `x1`."""
        return _halves(self.y, t)[0][3]

    def x(self, t: float) -> float:
        """The place at `t`, 0..1."""
        return self.x0 + t * (self.x1 - self.x0)

    def cut(self, start: float, end: float) -> Piece:
        """The same curve between two `t` (de Casteljau)."""
        left = _halves(self.y, end)[0]
        y = _halves(left, start / end)[1] if end > 0 else (left[0],) * 4
        return Piece(self.x(start), self.x(end), y)

    def between(self, x0: float, x1: float) -> Piece:
        """The same curve between two places within it."""
        width = self.x1 - self.x0
        cut = self.cut(max(0.0, (x0 - self.x0) / width), min(1.0, (x1 - self.x0) / width))
        return Piece(x0, x1, cut.y)


def curve(points: Sequence[tuple[float, float]]) -> tuple[Piece, ...]:
    """The pieces between points whose x rise. One point has no piece."""
    chords = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    if not chords:
        return ()
    slopes = [chords[0], *(_slope(a, b) for a, b in pairwise(chords)), chords[-1]]
    return tuple(_piece(*ends, *tangents) for ends, tangents in zip(pairwise(points), pairwise(slopes), strict=True))


def _slope(before: float, after: float) -> float:
    if (before > 0) != (after > 0) or before == 0 or after == 0:
        return 0.0
    return math.copysign(min(abs(before / 2 + after / 2), 3 * abs(before), 3 * abs(after)), before)


def _piece(a: tuple[float, float], b: tuple[float, float], leaving: float, arriving: float) -> Piece:
    third = (b[0] - a[0]) / 3
    low, high = min(a[1], b[1]), max(a[1], b[1])
    first, second = (min(high, max(low, y)) for y in (a[1] + leaving * third, b[1] - arriving * third))
    return Piece(a[0], b[0], (a[1], first, second, b[1]))


def crossings(y: Cubic) -> list[float]:
    """Each `t` inside 0..1 at which the cubic meets zero, in order."""
    knots = [0.0, *_extremes(y), 1.0]
    heights = [_halves(y, t)[0][3] for t in knots]
    found = [t for t, height in zip(knots[1:-1], heights[1:-1], strict=True) if height == 0]
    for (a, height), (b, other) in pairwise(zip(knots, heights, strict=True)):
        if height and other and (height > 0) != (other > 0):
            found.append(_bisect(lambda t: _halves(y, t)[0][3], a, b))
    return sorted(t for t in found if 0 < t < 1)


def _extremes(y: Cubic) -> list[float]:
    d0, d1, d2 = y[1] - y[0], y[2] - y[1], y[3] - y[2]
    a, b, c = d0 - 2 * d1 + d2, 2 * (d1 - d0), d0
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    else:
        under = b * b - 4 * a * c
        roots = [(-b + sign * math.sqrt(under)) / (2 * a) for sign in (-1, 1)] if under > 0 else []
    return sorted(t for t in roots if 0 < t < 1)


def _bisect(height: Callable[[float], float], a: float, b: float) -> float:
    above = height(a) > 0
    for _ in range(48):
        middle = (a + b) / 2
        a, b = (middle, b) if (height(middle) > 0) == above else (a, middle)
    return (a + b) / 2


def _halves(y: Cubic, t: float) -> tuple[Cubic, Cubic]:
    a, b, c = (p + t * (q - p) for p, q in pairwise(y))
    d, e = a + t * (b - a), b + t * (c - b)
    top = d + t * (e - d) if t < 1 else y[3]
    return (y[0], a, d, top), (top, e, c, y[3])
