"""Axes at the left and at the bottom: grid, ticks, labels that do not run into one another, the line, the title."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxsite.draw.paint.canvas import Box, Canvas, Look, coordinate, look
from cxsite.draw.paint.expressions import compile_expression, constant_of
from cxsite.draw.paint.forms import line_path
from cxsite.draw.paint.letters import FONT
from cxsite.draw.paint.marks import Draw
from cxsite.draw.paint.overlap import Label, kept
from cxsite.draw.paint.refuse import Unsupported, one_of, only
from cxsite.draw.paint.scaled import Linear
from cxsite.draw.paint.scope import Found, Names, Scope
from cxsite.draw.paint.texts import ANCHORS, Letters, letters, lines_of, written
from cxsite.draw.paint.ticks import decimals, ticks
from cxsite.draw.paint.ticks import written as number_written
from cxsite.draw.paint.values import number, rounded
from cxsite.draw.palette import to_variables

_WITHOUT_EFFECT = ("aria", "zindex")
_KNOWN = (
    "scale", "orient", "grid", "gridScale", "domain", "labels", "ticks", "title", "tickCount", "tickMinStep", "values",
    "labelOverlap", "labelSeparation", "labelPadding", "labelFlush", "minExtent", "maxExtent", "encode",
    *_WITHOUT_EFFECT,
)  # fmt: skip
_CONFIG = {
    "domainColor": "#888", "gridColor": "#ddd", "tickColor": "#888", "labelColor": "#000", "titleColor": "#000",
    "labelFontSize": 10, "titleFontSize": 11, "titleFontWeight": "bold",
}  # fmt: skip
_TICK, _LABEL_LIMIT, _TITLE_PADDING, _HALF = 5, 180, 4, 0.5
"""Pixels, as Vega has them where a spec says nothing. Axes stand half a pixel off, so that their lines are sharp."""


@dataclass(frozen=True)
class Axis:
    """What an axis is made of, once for all drawings."""

    scale: str
    grid_scale: str | None
    across: bool
    parts: Mapping[str, bool]
    values: Callable[[Linear, Scope], tuple[list[float], Callable[[float], str]]]
    label: Found | None
    labels: Letters
    titles: Letters
    title: str
    looks: Mapping[str, Look]
    spacing: Mapping[str, float]


def compile_axis(spec: Mapping[str, Any], names: Names, config: Mapping[str, Any], styles: Mapping[str, Any]) -> Draw:
    """What draws an axis."""
    only(_KNOWN, spec, "axis")
    only(_CONFIG, config, "config: axis")
    if spec.get("zindex", 0) != 0:
        raise Unsupported("axis: zindex")
    if names.scales.get(spec["scale"]) != "linear" or not isinstance(spec.get("title"), str | None):
        raise Unsupported(f"axis: scale {spec['scale']}, title {spec.get('title')!r}")
    for style in ("guide-label", "guide-title"):
        if styles.get(style, {}) != {"font": FONT}:
            raise Unsupported(f"style {style}")
    across = one_of(spec["orient"], ("bottom", "left"), "axis: orient") == "bottom"
    looked = {**_CONFIG, **config}
    axis = Axis(
        scale=spec["scale"],
        grid_scale=one_of(spec.get("gridScale"), (None, *names.scales), "axis: gridScale"),
        across=across,
        parts={part: bool(spec.get(part, part != "grid")) for part in ("grid", "domain", "labels", "ticks")},
        values=_values(spec, names),
        label=_label(spec.get("encode", {}), names),
        labels=letters(looked["labelFontSize"], None, None, "top" if across else "middle"),
        titles=letters(looked["titleFontSize"], looked["titleFontWeight"], None, "top" if across else "bottom"),
        title=(spec.get("title") or "").strip(),
        looks=_looks(looked),
        spacing=_spacing(spec),
    )
    return lambda scope, canvas: _draw(axis, scope, canvas)


def _spacing(spec: Mapping[str, Any]) -> dict[str, float]:
    flush = spec.get("labelFlush", False)
    one_of(spec.get("labelOverlap", False), (True, False), "axis: labelOverlap")
    given = {
        "padding": spec.get("labelPadding", 2),
        "separation": spec.get("labelSeparation", 0),
        "least": spec.get("minExtent", 0),
        "most": spec.get("maxExtent", 200),
        "flush": -1 if flush is False else 1 if flush is True else flush,
        "overlap": 0 if spec.get("labelOverlap", False) else 1,
    }
    if not all(isinstance(value, int | float) for value in given.values()):
        raise Unsupported("axis: a distance that is no number")
    return given


def _looks(config: Mapping[str, Any]) -> dict[str, Look]:
    said = {key: to_variables(value) if isinstance(value, str) else value for key, value in config.items()}
    lines = {part: look(stroke=said[f"{part}Color"]) for part in ("grid", "tick", "domain")}
    label: dict[str, Any] = {"fill": said["labelColor"], "font_size": said["labelFontSize"]}
    title: dict[str, Any] = {"fill": said["titleColor"], "font_size": said["titleFontSize"], "text_anchor": "middle"}
    bold = {"font_weight": "bold"} if said["titleFontWeight"] in ("bold", 700) else {}
    aligned = {align: look(**label, text_anchor=anchor) for align, anchor in ANCHORS.items()}
    return {**lines, **aligned, "title": look(**title, **bold)}


def _label(encode: Mapping[str, Any], names: Names) -> Found | None:
    """What labels say instead of their number."""
    if not encode:
        return None
    only(("labels",), encode, "axis: encode")
    only(("update",), encode["labels"], "axis: labels")
    only(("text",), encode["labels"]["update"], "axis: labels")
    only(("signal",), encode["labels"]["update"]["text"], "axis: labels")
    return compile_expression(encode["labels"]["update"]["text"]["signal"], names)


def _values(
    spec: Mapping[str, Any], names: Names
) -> Callable[[Linear, Scope], tuple[list[float], Callable[[float], str]]]:
    """Finds the values at which ticks stand, and how they are written."""
    values, least, count = spec.get("values"), spec.get("tickMinStep"), spec.get("tickCount")
    if not isinstance(values, list | None) or not isinstance(least, int | float | None):
        raise Unsupported("axis: values or tickMinStep")
    if isinstance(count, Mapping):
        only(("signal",), count, "axis: tickCount")
        asked = compile_expression(count["signal"], names)
    else:
        fallback = 10 if values is None else len(values)
        fixed = number(fallback if count is None else count)
        asked = constant_of(fixed)

    def found(scale: Linear, scope: Scope) -> tuple[list[float], Callable[[float], str]]:
        low, high = scale.domain
        most = number(asked({}, scope))
        if least is not None:
            steps = (high - low) / least or 1
            most = min(most, math.floor(steps) + 1 if math.isfinite(steps) else steps)
        places = decimals(low, high, most)
        at = ticks(low, high, most) if values is None else _inside(scale, values, most)
        return at, lambda value: number_written(value, places)

    return found


def _inside(scale: Linear, values: Sequence[float], most: float) -> list[float]:
    """Those of the values that lie on the scale; every other one is left out while they are too many."""
    low, high = min(scale.range), max(scale.range)
    placed = [(place, value) for value in values if (place := scale.place(value)) is not None]
    found = [value for place, value in sorted(placed) if int(low) <= place <= -int(-high // 1)]
    if most > 0 and len(found) > 1:
        ends = [found[0], found[-1]]
        while len(found) > most and len(found) >= 3:
            found = found[::2]
        found = ends if len(found) < 3 else found
    return found


def _draw(axis: Axis, scope: Scope, canvas: Canvas) -> None:
    scale = scope.scales[axis.scale]
    assert isinstance(scale, Linear)
    values, told = axis.values(scale, scope)
    places = [scale.place(value) or 0.0 for value in values]
    width, height = scope.signals["width"], scope.signals["height"]
    down = number(height) if axis.across else 0.0
    box = Box()
    near = [rounded(place) for place in places]
    if axis.parts["grid"]:
        whole = (0.0, number(height if axis.across else width))
        start, end = scope.scales[axis.grid_scale].range if axis.grid_scale else whole
        canvas.path_if(axis.looks["grid"], _strokes(axis, near, down, start, end))
    if axis.parts["ticks"]:
        canvas.path_if(axis.looks["tick"], _strokes(axis, near, down, 0, -_TICK))
        for place in near:
            box.add(*((place - 1, -1, place + 1, _TICK + 1) if axis.across else (-_TICK - 1, place - 1, 1, place + 1)))
    if axis.parts["labels"]:
        _draw_labels(axis, list(zip(values, places, strict=True)), told, scope, canvas, box)
    if axis.parts["domain"]:
        start, end = (bound + _HALF for bound in scale.range)
        ends = (start, down + _HALF, end, down + _HALF) if axis.across else (_HALF, start, _HALF, end)
        if start != end:
            canvas.path(axis.looks["domain"], line_path(*ends))
    _finish(axis, scale, down, canvas, box)


def _strokes(axis: Axis, places: Sequence[float], down: float, start: float, end: float) -> str:
    """The data of lines across the axis, one at each place, from one distance into the plot to another."""
    if start == end:
        return ""
    if axis.across:
        level, long = coordinate(down + _HALF - start), coordinate(start - end)
        return "".join(f"M{coordinate(place + _HALF)},{level}v{long}" for place in places)
    level, long = coordinate(start + _HALF), coordinate(end - start)
    return "".join(f"M{level},{coordinate(place + _HALF)}h{long}" for place in places)


def _draw_labels(
    axis: Axis,
    at: list[tuple[float, float]],
    told: Callable[[float], str],
    scope: Scope,
    canvas: Canvas,
    box: Box,
) -> None:
    away = (_TICK if axis.parts["ticks"] else 0) + axis.spacing["padding"]
    down = number(scope.signals["height"]) if axis.across else 0.0
    made = []
    for value, place in at:
        given = axis.label({"value": value}, scope) if axis.label else told(value)
        lines = [axis.labels.shortened(line, _LABEL_LIMIT) for line in lines_of(given)]
        x, y = (place, away) if axis.across else (-away, place)
        align = _align(place, scope, axis) if axis.across else "right"
        made.append(Label(lines, align, x, y, axis.labels.box(lines, align, x, y)))
    shown = made if axis.spacing["overlap"] else kept(made, axis.spacing["separation"])
    for label in shown:
        box.add(*label.box)
        inside = written(label.lines, label.x + _HALF, label.y + down + _HALF + axis.labels.down, axis.labels.line)
        if inside:
            canvas.shape(axis.looks[label.align], "text", inside)


def _align(place: float, scope: Scope, axis: Axis) -> str:
    """Labels at the very ends stand inside them."""
    low, high = sorted(scope.scales[axis.scale].range)
    first, last, within = abs(place - low), abs(high - place), axis.spacing["flush"]
    if within < 0:
        return "center"
    return "left" if first < last and first <= within else "right" if last <= within else "center"


def _finish(axis: Axis, scale: Linear, down: float, canvas: Canvas, box: Box) -> None:
    """The title beyond all else, and the box of it all."""
    start, end = scale.range
    reach = box.bottom if axis.across else -box.left
    reach = max(axis.spacing["least"], min(axis.spacing["most"], reach))
    length = abs(end - start)
    box.add(*((0, 0, length, reach) if axis.across else (-reach, 0, 0, length)))
    if axis.title:
        middle, away = (start + end) / 2, reach + _TITLE_PADDING
        _title(axis, middle, away, down, canvas, box)
    canvas.box.add_all(box, 0, down)


def _title(axis: Axis, middle: float, away: float, down: float, canvas: Canvas, box: Box) -> None:
    set_in = axis.titles
    if axis.across:
        box.add(*set_in.box([axis.title], "center", middle, away))
        inside = written([axis.title], middle + _HALF, away + down + _HALF + set_in.down, set_in.line)
    else:
        left, top, right, bottom = set_in.box([axis.title], "center", 0, 0)
        box.add(top - away, middle - right, bottom - away, middle - left)
        turn = f' transform="translate({coordinate(_HALF - away)},{coordinate(middle + _HALF)})rotate(-90)"'
        inside = turn + written([axis.title], 0, set_in.down, set_in.line)
    canvas.shape(axis.looks["title"], "text", inside)
