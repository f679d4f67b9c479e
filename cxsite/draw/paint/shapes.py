"""The shapes of symbols, each as the data of a path from its first corner on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from cxsite.draw.paint.canvas import coordinate

Points = tuple[tuple[float, float], ...]
_HALF_ROOT_3 = math.sqrt(3) / 2


def _cross(r: float) -> Points:
    s = r / 2.5
    return (
        (-r, -s), (-r, s), (-s, s), (-s, r), (s, r), (s, s), (r, s), (r, -s), (s, -s), (s, -r), (-s, -r), (-s, -s),
    )  # fmt: skip


_CORNERS: dict[str, Callable[[float], Points]] = {
    "cross": _cross,
    "diamond": lambda r: ((-r, 0.0), (0.0, -r), (r, 0.0), (0.0, r)),
    "square": lambda r: ((-r, -r), (r, -r), (r, r), (-r, r)),
    "triangle-up": lambda r: ((0.0, -_HALF_ROOT_3 * r), (-r, _HALF_ROOT_3 * r), (r, _HALF_ROOT_3 * r)),
    "triangle-down": lambda r: ((0.0, _HALF_ROOT_3 * r), (-r, -_HALF_ROOT_3 * r), (r, -_HALF_ROOT_3 * r)),
    "stroke": lambda r: ((-r, 0.0), (r, 0.0)),
}
SHAPES = frozenset(_CORNERS) | {"circle"}


@dataclass(frozen=True)
class Shape:
    """A symbol around a point: where its outline begins, the data that follows, and how far it reaches."""

    start: tuple[float, float]
    rest: str
    radius: float
    """Of a circle; other shapes have `rest`."""
    reach: tuple[float, float, float, float]


@lru_cache(maxsize=256)
def shape(name: str, size: float, angle: float = 0) -> Shape:
    """A symbol whose area is about `size` square pixels, turned by `angle` degrees."""
    r = math.sqrt(max(size, 0)) / 2
    if name == "circle":
        return Shape((0, 0), "", r, (-r, -r, r, r))
    points = [_turned(x, y, math.radians(angle)) for x, y in _CORNERS[name](r)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points)]
    rest = "l" + " ".join(f"{coordinate(x)} {coordinate(y)}" for x, y in steps)
    return Shape(points[0], rest + ("" if name == "stroke" else "z"), 0, (min(xs), min(ys), max(xs), max(ys)))


def _turned(x: float, y: float, angle: float) -> tuple[float, float]:
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
