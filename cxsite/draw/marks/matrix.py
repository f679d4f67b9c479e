"""Ease against value: where to begin. Four quadrants in words, and a place for the number of each action.

Points that would lie on one another are moved apart, each tied by a line to its own place. Places are whole per cents
of a plot that is at least `WIDTH` by `HEIGHT` pixels, so that they only move further apart where there is more room.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from cxsite.derive.written.numbers import write_number
from cxsite.draw.twin import Twin, beside, sentence

LOW, HIGH = 1.0, 5.0
_MIDDLE = (LOW + HIGH) / 2
QUADRANTS = {(True, True): "Do now", (False, True): "Plan well", (True, False): "Fill in", (False, False): "Later"}
"""By ease and value at or above the middle."""
OVER = ("shipped", "dropped")
"""States in which an action is drawn, and no longer listed among what to begin."""
WIDTH, HEIGHT = 330, 440
"""Pixels of the plot at its narrowest."""
_APART, _EDGE = 28, 16
_BAND = 26
"""Pixels between the middles of two points, from a point to the edge, and kept free for the words of the quadrants."""


@dataclass(frozen=True)
class Choice:
    """One action: the number that stands on it, ease and value on 1..5, and where it stands in a word."""

    number: str
    name: str
    ease: float
    value: float
    state: str = "not said"

    def __post_init__(self) -> None:
        """Refuses what is not on the scale."""
        if not (LOW <= self.ease <= HIGH and LOW <= self.value <= HIGH):
            raise ValueError(f"ease and value of {self.number} lie in 1..5")

    @property
    def over(self) -> bool:
        """True where there is nothing to begin any more."""
        return self.state in OVER

    @property
    def quadrant(self) -> str:
        """The words of its quadrant."""
        return QUADRANTS[self.ease >= _MIDDLE, self.value >= _MIDDLE]


@dataclass(frozen=True)
class Matrix:
    """Actions with ease and value; `left_out` counts those that were not assessed and are not drawn."""

    name: str
    choices: tuple[Choice, ...]
    left_out: int = 0


def twin(matrix: Matrix) -> Twin:
    """Name, sentences and a row for each action."""
    rows = [
        (c.number, c.name, write_number(c.ease, 1), write_number(c.value, 1), c.quadrant, c.state)
        for c in matrix.choices
    ]
    told = [
        f"{words}: " + (", ".join(c.number for c in matrix.choices if c.quadrant == words and not c.over) or "none")
        for words in QUADRANTS.values()
    ]
    over = [f"{c.number} ({c.state})" for c in matrix.choices if c.over]
    told += [f"Nothing to begin any more: {', '.join(over)}"] if over else []
    left = f"{matrix.left_out} without ease and value left out" if matrix.left_out else ""
    return Twin(
        f"Ease and value: {matrix.name}",
        sentence(*told, "Ease and value as assessed, from 1 to 5", left),
        ("Number", "Action", "Ease", "Value", "Quadrant", "Status"),
        tuple(rows),
    )


@dataclass(frozen=True)
class Point:
    """Where an action is drawn, in whole per cents from the left and from the bottom, and where it belongs."""

    x: int
    y: int
    own_x: float
    own_y: float

    @property
    def moved(self) -> bool:
        """True where it is drawn so far from its own place that a line has to say so."""
        return math.dist(_pixels(self.x, self.y), _pixels(self.own_x, self.own_y)) > _APART / 4


def points_of(matrix: Matrix) -> tuple[Point, ...]:
    """A place for each action: moved as little as is needed to stand inside the plot and apart from those before it.

    It stays in its quadrant as long as there is room; where there is none at all, it takes the place farthest from
    the others that was found.
    """
    placed: list[Point] = []
    for choice in matrix.choices:
        placed.append(_settle(*_own(choice), placed))
    return tuple(placed)


def _own(choice: Choice) -> tuple[float, float]:
    return _on_scales(choice.ease, choice.value)


def _on_scales(ease: float, value: float) -> tuple[float, float]:
    """Per cents from the left and from the bottom."""
    across, up = ((v - LOW) / (HIGH - LOW) for v in (ease, value))
    side, end = 100 * _EDGE / WIDTH, 100 * (_EDGE + _BAND) / HEIGHT
    return side + across * (100 - 2 * side), end + up * (100 - 2 * end)


def _settle(x: float, y: float, placed: Sequence[Point]) -> Point:
    elsewhere: Point | None = None
    best, most = Point(round(x), round(y), x, y), -1.0
    taken = [_pixels(point.x, point.y) for point in placed]
    for place in _around(x, y):
        at, here = Point(*place, x, y), _pixels(*place)
        room = min((math.dist(here, other) for other in taken), default=math.inf)
        if room >= _APART and _side(*place) == _side(x, y):
            return at
        if room >= _APART and elsewhere is None:
            elsewhere = at
        if room > most:
            best, most = at, room
    return elsewhere or best


def _side(x: float, y: float) -> tuple[bool, bool]:
    return x >= 50, y >= 50


def _pixels(x: float, y: float) -> tuple[float, float]:
    return x * WIDTH / 100, y * HEIGHT / 100


def _around(x: float, y: float) -> Iterator[tuple[int, int]]:
    """Places in rings around a point, inside the plot, each once."""
    side, end = math.ceil(100 * _EDGE / WIDTH), math.ceil(100 * (_EDGE + _BAND) / HEIGHT)
    seen: set[tuple[int, int]] = set()
    for ring in range(0, 75):
        for turn in range(max(1, 6 * ring)):
            angle = 2 * math.pi * turn / max(1, 6 * ring)
            left = x + 700 * ring * math.cos(angle) / WIDTH
            low = y + 700 * ring * math.sin(angle) / HEIGHT
            place = (_whole(left, x), _whole(low, y))
            if place not in seen and side <= place[0] <= 100 - side and end <= place[1] <= 100 - end:
                seen.add(place)
                yield place


def _whole(value: float, own: float) -> int:
    """A whole per cent on the side of the middle on which its own place lies, where rounding would change it."""
    near = round(value)
    if near == 50 and own < 50:
        return 49
    return 50 if near == 49 and own >= 50 else near


def backdrop(points: Sequence[Point]) -> Markup:
    """The lines between the quadrants, the two scales, and a line from each point that moved to its own place."""
    middle = 'stroke="var(--cx-line-2)" stroke-dasharray="3 3"'
    lines = [
        f'<line x1="50%" x2="50%" y1="0" y2="100%" {middle}/>',
        f'<line x1="0" x2="100%" y1="50%" y2="50%" {middle}/>',
    ]
    for level in range(int(LOW), int(HIGH) + 1):
        across, up = _on_scales(level, level)
        lines.append(f'<text x="{across:.1f}%" y="100%" dy="1.2em" text-anchor="middle">{level}</text>')
        lines.append(f'<text x="0" dx="-.3em" y="{100 - up:.1f}%" dy=".35em" text-anchor="end">{level}</text>')
    for point in points:
        if point.moved:
            left, top = f"{point.own_x:.1f}%", f"{100 - point.own_y:.1f}%"
            lines.append(
                f'<line x1="{left}" y1="{top}" x2="{point.x}%" y2="{100 - point.y}%" stroke="var(--cx-line-2)"/>'
                f'<circle cx="{left}" cy="{top}" r="2" fill="var(--cx-line-2)"/>'
            )
    return beside("cx-mx__back", "".join(lines))
