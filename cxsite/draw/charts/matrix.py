"""Ease against value: where to begin. Four quadrants in words, and each action by its number.

Points that would lie on one another are moved apart, each with a line to its own place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import write_number
from cxsite.draw.charts import NARROW, WIDE, Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import draw, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence

LOW, HIGH = 1.0, 5.0
_MIDDLE = (LOW + HIGH) / 2
QUADRANTS = {(True, True): "Do now", (False, True): "Plan well", (True, False): "Fill in", (False, False): "Later"}
"""By ease and value at or above the middle."""
_SIZES = {WIDE: (640, 400), NARROW: (262, 300)}
"""Pixels of the plot, wide and narrow."""
_APART, _EDGE = 27, 15
_BAND = 24
"""Pixels between the middles of two points, from a point to the edge, and kept free for the words of the quadrants."""


@dataclass(frozen=True)
class Choice:
    """One action: the number that stands on it, ease and value on 1..5, whether it shipped."""

    number: str
    name: str
    ease: float
    value: float
    shipped: bool = False

    def __post_init__(self) -> None:
        """Refuses what is not on the scale."""
        if not (LOW <= self.ease <= HIGH and LOW <= self.value <= HIGH):
            raise ValueError(f"ease and value of {self.number} lie in 1..5")

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
        (c.number, c.name, write_number(c.ease, 1), write_number(c.value, 1), c.quadrant, "yes" if c.shipped else "no")
        for c in matrix.choices
    ]
    told = [
        f"{words}: " + (", ".join(c.number for c in matrix.choices if c.quadrant == words) or "none")
        for words in QUADRANTS.values()
    ]
    left = f"{matrix.left_out} without ease and value left out" if matrix.left_out else ""
    return Twin(
        f"Ease and value: {matrix.name}",
        sentence(*told, "Ease and value as assessed, from 1 to 5", left),
        ("Number", "Action", "Ease", "Value", "Quadrant", "Shipped"),
        tuple(rows),
    )


Spot = tuple[float, float]
"""Pixels from the left and from the bottom of the plot."""


def spread(spots: Sequence[Spot], width: float, height: float) -> list[Spot]:
    """Each spot moved as little as is needed to stand inside the plot and apart from those before it.

    It stays in its quadrant as long as there is room; where there is none at all, it takes the place farthest from
    the others that was found.
    """
    placed: list[Spot] = []
    for spot in spots:
        placed.append(_settle(spot, placed, width, height))
    return placed


def _settle(spot: Spot, placed: Sequence[Spot], width: float, height: float) -> Spot:
    elsewhere: Spot | None = None
    best, most = spot, -1.0
    for place in _around(spot, width, height):
        room = _room(place, placed)
        if room >= _APART and _side(place, width, height) == _side(spot, width, height):
            return place
        if room >= _APART and elsewhere is None:
            elsewhere = place
        if room > most:
            best, most = place, room
    return elsewhere or best


def _side(spot: Spot, width: float, height: float) -> tuple[bool, bool]:
    return spot[0] >= width / 2, spot[1] >= height / 2


def _room(spot: Spot, others: Sequence[Spot]) -> float:
    return min((math.dist(spot, other) for other in others), default=math.inf)


def _around(spot: Spot, width: float, height: float) -> Iterator[Spot]:
    for ring in range(0, 90):
        for turn in range(max(1, 6 * ring)):
            angle = 2 * math.pi * turn / max(1, 6 * ring)
            x, y = spot[0] + 7 * ring * math.cos(angle), spot[1] + 7 * ring * math.sin(angle)
            inside = _EDGE <= x <= width - _EDGE and _EDGE + _BAND <= y <= height - _EDGE - _BAND
            if inside:
                yield x, y


def datasets(matrix: Matrix) -> Datasets:
    """A row for each action: where it belongs and where it is drawn, as shares of the plot, in either width."""
    rows: list[dict[str, Any]] = [{"number": c.number, "shipped": c.shipped, "name": c.name} for c in matrix.choices]
    for end, (width, height) in (("wide", _SIZES[WIDE]), ("narrow", _SIZES[NARROW])):
        own = [_spot(choice, width, height) for choice in matrix.choices]
        for row, (x, y), (left, low) in zip(rows, own, spread(own, width, height), strict=True):
            row |= {f"own_x_{end}": x, f"own_y_{end}": y, f"x_{end}": round(left, 2), f"y_{end}": round(low, 2)}
            row[f"moved_{end}"] = math.dist((x, y), (left, low)) > 3
    return {"rows": rows}


def _spot(choice: Choice, width: float, height: float) -> Spot:
    across, up = ((v - LOW) / (HIGH - LOW) for v in (choice.ease, choice.value))
    clear = _EDGE + _BAND
    return round(_EDGE + across * (width - 2 * _EDGE), 2), round(clear + up * (height - 2 * clear), 2)


def matrix_chart(matrix: Matrix, studio: Studio) -> Chart:
    """The chart of these actions."""
    return draw(MATRIX, datasets(matrix), twin(matrix), studio)


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    end = "narrow" if width == NARROW else "wide"
    across, up = _SIZES[width]
    rows = alt.Chart(alt.Data(name="rows"))

    def x(field: str) -> Any:
        title = alt.Axis(title="Ease: hard to easy →", labels=False, ticks=False, grid=False)
        return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0, across], nice=False), axis=title)

    def y(field: str) -> Any:
        title = alt.Axis(title="Value: little to much →", labels=False, ticks=False, grid=False)
        return alt.Y(f"{field}:Q", scale=alt.Scale(domain=[0, up], nice=False), axis=title)

    places = {"x": x(f"x_{end}"), "y": y(f"y_{end}")}
    own = {"x": x(f"own_x_{end}"), "y": y(f"own_y_{end}")}
    moved = rows.transform_filter(f"datum.moved_{end}")
    shape: dict[str, Any] = {"filled": True, "size": 560, "opacity": 1, "strokeWidth": 2}
    open_, done = (rows.transform_filter(f"{sign}datum.shipped") for sign in ("!", ""))
    layers = [
        *_quadrants(across, up),
        moved.mark_rule(color=stand_in("line-2")).encode(**own, x2=f"x_{end}:Q", y2=f"y_{end}:Q"),
        moved.mark_point(filled=True, size=16, opacity=1, color=stand_in("line-2")).encode(**own),
        open_.mark_point(shape="circle", color=stand_in("card"), stroke=stand_in("pos"), **shape).encode(**places),
        done.mark_point(shape="square", color=stand_in("card"), stroke=stand_in("add"), **shape).encode(**places),
        rows.mark_text(baseline="middle", fontWeight="bold", color=stand_in("ink")).encode(**places, text="number:N"),
    ]
    return {**themed(layers, width, up), "width": across}


def _quadrants(across: int, up: int) -> Iterator[Any]:
    import altair as alt

    one = alt.Chart(alt.Data(values=[{}]))
    middle: dict[str, Any] = {"strokeDash": [3, 3], "color": stand_in("line-2")}
    yield one.mark_rule(**middle).encode(x=alt.value(across / 2))
    yield one.mark_rule(**middle).encode(y=alt.value(up / 2))
    for (easy, worth), words in QUADRANTS.items():
        corner: dict[str, Any] = {"x": alt.value(across - 4 if easy else 4), "y": alt.value(12 if worth else up - 12)}
        text = one.mark_text(
            align="right" if easy else "left", baseline="middle", fontWeight="bold", color=stand_in("ink-2")
        )
        yield text.encode(**corner, text=alt.value(words))


MATRIX = Kind("matrix", 1, _template)
"""A circle for each action, a square for one that shipped."""
