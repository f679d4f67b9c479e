"""Rows drawn as rectangles, rules, symbols, texts, lines and areas: a closure for each, made from a mark's channels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from cxsite.draw.paint.canvas import Canvas, Look, coordinate, look
from cxsite.draw.paint.channels import Channels, constant, fixed, place_of
from cxsite.draw.paint.expressions import constant_of
from cxsite.draw.paint.letters import FONT
from cxsite.draw.paint.refuse import Unsupported, one_of
from cxsite.draw.paint.scope import Found, Row, Rows, Scope
from cxsite.draw.paint.shapes import SHAPES, shape
from cxsite.draw.paint.texts import ANCHORS, letters, lines_of, written
from cxsite.draw.paint.values import UNDEFINED, number, truthy

DrawRows = Callable[[Rows, Scope, Canvas], None]
Looked = Callable[[Row, Scope], Look]


def _look(channels: Channels) -> Looked:
    """The look of a row; made once where it is the same for all."""
    names = {"fill": "fill", "stroke": "stroke", "opacity": "opacity", "stroke_width": "strokeWidth"}
    names |= {"dash": "strokeDash"}
    given = {key: channels[name] for key, name in names.items() if name in channels}
    if all(channel.fixed for channel in given.values()):
        one = look(**{key: channel.value for key, channel in given.items()})
        return lambda _row, _scope: one
    kept = lru_cache(maxsize=256)(lambda *values: look(**dict(zip(given, values, strict=True))))
    finds = [channel.at for channel in given.values()]
    return lambda row, scope: kept(*(_hashable(find(row, scope)) for find in finds))


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else None if value is UNDEFINED else value


def _place(channels: Channels, name: str) -> Found:
    return place_of(channels, name) or constant_of(0.0)


def _side(channels: Channels, start: str, size: str) -> Found:
    """Start and length along one side, from two ends, or from a start or a middle and a length."""
    first, second = place_of(channels, start), place_of(channels, f"{start}2")
    middle, length = place_of(channels, f"{start}c"), place_of(channels, size) or constant_of(0.0)

    if middle and (first or second):
        raise Unsupported(f"rect: both a middle and an end along {start}")

    def side(row: Row, scope: Scope) -> tuple[float, float]:
        if first and second:
            a, b = first(row, scope), second(row, scope)
            return (a, b - a) if a <= b else (b, a - b)
        long = length(row, scope)
        if middle:
            return middle(row, scope) - long / 2, long
        return (second(row, scope) - long if second else first(row, scope) if first else 0.0), long

    return side


def _rect(channels: Channels) -> DrawRows:
    across, down, looked = _side(channels, "x", "width"), _side(channels, "y", "height"), _look(channels)

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        for row in rows:
            (x, width), (y, height), like = across(row, scope), down(row, scope), looked(row, scope)
            wider = like.stroked
            canvas.box.add(x - wider, y - wider, x + width + wider, y + height + wider)
            if like.visible and ((width and height) or wider):
                wide = coordinate(width)
                d = f"M{coordinate(x)},{coordinate(y)}h{wide}v{coordinate(height)}h{coordinate(-width)}z"
                canvas.path(like, d)

    return draw


def _rule(channels: Channels) -> DrawRows:
    x, y, looked = _place(channels, "x"), _place(channels, "y"), _look(channels)
    x2, y2 = place_of(channels, "x2") or x, place_of(channels, "y2") or y

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        for row in rows:
            rule(canvas, looked(row, scope), x(row, scope), y(row, scope), x2(row, scope), y2(row, scope))

    return draw


def rule(canvas: Canvas, like: Look, x: float, y: float, x2: float, y2: float) -> None:
    """Draws a straight line."""
    wider = like.stroked
    canvas.box.add(min(x, x2) - wider, min(y, y2) - wider, max(x, x2) + wider, max(y, y2) + wider)
    if like.visible and (x != x2 or y != y2):
        canvas.path(like, line_path(x, y, x2, y2))


def line_path(x: float, y: float, x2: float, y2: float) -> str:
    """The data of a straight line."""
    start = f"M{coordinate(x)},{coordinate(y)}"
    if y == y2:
        return f"{start}h{coordinate(x2 - x)}"
    return f"{start}v{coordinate(y2 - y)}" if x == x2 else f"{start}L{coordinate(x2)},{coordinate(y2)}"


def _symbol(channels: Channels) -> DrawRows:
    x, y, looked = _place(channels, "x"), _place(channels, "y"), _look(channels)
    size, angle = number(constant(channels, "size", 64)), number(constant(channels, "angle", 0))
    given = channels.get("shape", fixed("circle"))
    if given.fixed:
        one_of(given.value, SHAPES, "symbol")

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        for row in rows:
            name, like = given.at(row, scope), looked(row, scope)
            made = shape(name if name in SHAPES else "circle", size, angle)
            left, top, wider = x(row, scope), y(row, scope), like.stroked
            reach = made.reach
            if "spot" in row:
                canvas.spots.append((int(row["spot"]), left, top))
            canvas.box.add(
                left + reach[0] - wider, top + reach[1] - wider, left + reach[2] + wider, top + reach[3] + wider
            )
            if not like.visible:
                continue
            if made.radius:
                at = f' cx="{coordinate(left)}" cy="{coordinate(top)}" r="{coordinate(made.radius)}"/>'
                canvas.shape(like, "circle", at)
            elif made.rest:
                start = made.start
                canvas.path(like, f"M{coordinate(left + start[0])},{coordinate(top + start[1])}{made.rest}")

    return draw


def _text(channels: Channels) -> DrawRows:
    one_of(constant(channels, "font", FONT), (FONT,), "font")
    size, weight = constant(channels, "fontSize", 11), constant(channels, "fontWeight", None)
    set_in = letters(size, weight, constant(channels, "lineHeight", None), constant(channels, "baseline", None))
    dx, dy = number(constant(channels, "dx", 0)), number(constant(channels, "dy", 0))
    if "strokeDash" in channels:
        raise Unsupported("text: strokeDash")
    painted = {name: constant(channels, name, None) for name in ("fill", "stroke", "strokeWidth", "opacity")}
    paint = {"fill": painted["fill"], "stroke": painted["stroke"], "stroke_width": painted["strokeWidth"]}
    bold = "bold" if set_in.weight == 700 else None
    looks = {
        align: look(**paint, opacity=painted["opacity"], text_anchor=anchor, font_size=size, font_weight=bold)
        for align, anchor in ANCHORS.items()
    }
    x, y, given = _place(channels, "x"), _place(channels, "y"), channels.get("text", fixed("")).at
    aligned = channels.get("align", fixed("left"))
    if aligned.fixed:
        one_of(aligned.value, ANCHORS, "align")

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        for row in rows:
            align, lines = aligned.at(row, scope), lines_of(given(row, scope))
            like = looks.get(align) or looks["left"]
            left, top = x(row, scope) + dx, y(row, scope) + dy
            canvas.box.add(*set_in.box(lines, align, left, top))
            inside = written(lines, left, top + set_in.down, set_in.line)
            if like.visible and inside:
                canvas.shape(like, "text", inside)

    return draw


def _line(channels: Channels) -> DrawRows:
    x, y, looked = _place(channels, "x"), _place(channels, "y"), _look(channels)
    defined = channels.get("defined", fixed(True)).at

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        if not rows:
            return
        like = looked(rows[0], scope)
        points = [(x(row, scope), y(row, scope), truthy(defined(row, scope))) for row in rows]
        points.sort(key=lambda point: point[0])
        d = "".join(_run(run, like, canvas) for run in _runs(points))
        if like.visible and d:
            canvas.path(like, d)

    return draw


def _runs(points: Sequence[tuple[float, float, bool]]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for left, top, there in points:
        if there:
            runs[-1].append((left, top))
        elif runs[-1]:
            runs.append([])
    return runs


def _run(points: list[tuple[float, float]], like: Look, canvas: Canvas) -> str:
    for left, top in points:
        canvas.box.add(left - like.stroked, top - like.stroked, left + like.stroked, top + like.stroked)
    if len(points) < 2:  # a line of one point has no length, and nothing shows
        return ""
    return "M" + "L".join(f"{coordinate(left)},{coordinate(top)}" for left, top in points)


def _area(channels: Channels) -> DrawRows:
    if constant(channels, "orient", "vertical") != "vertical" or "stroke" in channels:
        raise Unsupported("area: orient or stroke")
    x, y, looked = _place(channels, "x"), _place(channels, "y"), _look(channels)
    y2, defined = _place(channels, "y2"), channels.get("defined", fixed(True)).at

    def draw(rows: Rows, scope: Scope, canvas: Canvas) -> None:
        if not rows:
            return
        ordered = sorted(rows, key=lambda row: x(row, scope))
        points = [(x(r, scope), y(r, scope), y2(r, scope), truthy(defined(r, scope))) for r in ordered]
        like = looked(rows[0], scope)
        for _, run in groupby((point for point in points), key=lambda point: point[3]):
            edges = [(left, one, other) for left, one, other, there in run if there]
            if not edges:
                continue
            tops = [top for _, one, other in edges for top in (one, other)]
            canvas.box.add(edges[0][0], min(tops), edges[-1][0], max(tops))
            if like.visible and len(edges) > 1:  # an area of one point has no width, and nothing shows
                around = [(left, one) for left, one, _ in edges] + [(left, two) for left, _, two in reversed(edges)]
                canvas.path(like, "M" + "L".join(f"{coordinate(a)},{coordinate(b)}" for a, b in around) + "Z")

    return draw


FORMS: dict[str, Callable[[Channels], DrawRows]] = {
    "rect": _rect,
    "rule": _rule,
    "symbol": _symbol,
    "text": _text,
    "line": _line,
    "area": _area,
}
