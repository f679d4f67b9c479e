"""What is drawn, in order, and the box around it. Neighbours that look alike share their attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

_UNSAID: Mapping[str, Any] = {"stroke-width": 1, "opacity": 1, "text-anchor": "start", "font-weight": "normal"}


@dataclass(frozen=True)
class Look:
    """The attributes of a shape, and whether shapes of this look may be one path without looking otherwise."""

    attributes: str
    joins: bool
    visible: bool
    stroked: float = 0
    """How far a stroke makes the box wider, to each side."""


def look(fill: Any = None, stroke: Any = None, opacity: Any = None, **more: Any) -> Look:
    """A look from what channels say; what every reader of SVG assumes is not said again."""
    fill, stroke = (None if paint in (None, "none", "transparent") else paint for paint in (fill, stroke))
    opacity = 1 if opacity is None else opacity
    width, dash = more.pop("stroke_width", None), more.pop("dash", None)
    width = 1 if width is None else width
    said = {**{key.replace("_", "-"): value for key, value in more.items()}, "fill": fill}
    if stroke is not None:
        said |= {"stroke": stroke, "stroke-width": width}
    if stroke is not None and dash and sum(dash[1::2]):
        said["stroke-dasharray"] = ",".join(coordinate(one) for one in dash)
    said["opacity"] = opacity
    return Look(
        "".join(f' {key}="{_said(value)}"' for key, value in said.items() if not _needless(key, value)),
        joins=opacity == 1 and (fill is None) != (stroke is None),
        visible=opacity != 0 and (fill is not None or (stroke is not None and width != 0)),
        stroked=width if stroke is not None and opacity != 0 else 0,
    )


def _needless(key: str, value: Any) -> bool:
    return value is None or (key in _UNSAID and value == _UNSAID[key])


def _said(value: Any) -> str:
    return coordinate(value) if isinstance(value, int | float) else escape(str(value), {'"': "&quot;"})


def coordinate(value: float) -> str:
    """A number with two decimals at most."""
    near = round(value, 2)
    whole = int(near)
    return str(whole) if near == whole else str(near)


@dataclass
class Box:
    """The smallest box around all that was added; empty at first."""

    left: float = float("inf")
    top: float = float("inf")
    right: float = float("-inf")
    bottom: float = float("-inf")

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        """Makes the box as large as it must be for another."""
        if left < self.left:
            self.left = left
        if top < self.top:
            self.top = top
        if right > self.right:
            self.right = right
        if bottom > self.bottom:
            self.bottom = bottom

    def add_all(self, other: Box, x: float = 0, y: float = 0) -> None:
        """The same for a box that was shifted."""
        self.add(other.left + x, other.top + y, other.right + x, other.bottom + y)


@dataclass
class Canvas:
    """Takes shapes and gives the inside of an SVG."""

    box: Box = field(default_factory=Box)
    spots: list[tuple[int, float, float]] = field(default_factory=list)
    """Where what is also a row of the table beside the drawing stands: the number of the row, and the place."""
    _done: list[str] = field(default_factory=list)
    _like: Look | None = None
    _run: list[tuple[str, str]] = field(default_factory=list)

    def path(self, like: Look, d: str) -> None:
        """Draws a path."""
        self.shape(like, "path", d)

    def path_if(self, like: Look, d: str) -> None:
        """Draws a path that may turn out to be none."""
        if d:
            self.path(like, d)

    def shape(self, like: Look, tag: str, rest: str) -> None:
        """Draws any other element: `rest` is all that follows its tag. Of a path it is the data alone."""
        if like is not self._like and (self._like is None or like.attributes != self._like.attributes):
            self._finish()
            self._like = like
        self._run.append((tag, rest))

    def _finish(self) -> None:
        if self._like is None or not self._run:
            return
        said, run = self._like.attributes, self._run
        if self._like.joins and all(tag == "path" for tag, _ in run):
            run = [("path", "".join(d for _, d in run))]
        if len(run) == 1:
            self._done.append(_element(*run[0], said))
        elif said:
            self._done.append(f"<g{said}>{''.join(_element(tag, rest) for tag, rest in run)}</g>")
        else:
            self._done.extend(_element(tag, rest) for tag, rest in run)
        self._run = []

    def drawn(self) -> str:
        """All that was drawn."""
        self._finish()
        return "".join(self._done)


def _element(tag: str, rest: str, said: str = "") -> str:
    return f'<path{said} d="{rest}"/>' if tag == "path" else f"<{tag}{said}{rest}"
