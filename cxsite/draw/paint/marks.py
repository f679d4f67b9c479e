"""Marks and groups of them as closures: what they may say, and what is said of them before they say anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cxsite.draw.paint.canvas import Canvas
from cxsite.draw.paint.channels import Channels, compile_channel, fixed
from cxsite.draw.paint.forms import FORMS, DrawRows
from cxsite.draw.paint.refuse import Unsupported, one_of, only
from cxsite.draw.paint.scope import Names, Row, Scope
from cxsite.draw.paint.values import UNDEFINED

Draw = Callable[[Scope, Canvas], None]
Styles = Mapping[str, Mapping[str, Any]]

_PAINT = ("fill", "stroke", "strokeWidth", "strokeDash", "opacity")
_CHANNELS = {
    "rect": ("x", "x2", "xc", "width", "y", "y2", "yc", "height", *_PAINT),
    "rule": ("x", "x2", "y", "y2", "stroke", "strokeWidth", "strokeDash", "opacity"),
    "symbol": ("x", "y", "size", "shape", "angle", *_PAINT),
    "text": (
        "x",
        "y",
        "dx",
        "dy",
        "text",
        "align",
        "baseline",
        "font",
        "fontSize",
        "fontWeight",
        "lineHeight",
        *_PAINT,
    ),
    "line": ("x", "y", "defined", "stroke", "strokeWidth", "strokeDash", "opacity"),
    "area": ("x", "y", "y2", "defined", "orient", "fill", "opacity"),
}
_DEFAULTS: dict[str, dict[str, Any]] = {
    "rect": {"fill": "#4c78a8"},
    "rule": {"stroke": "#000"},
    "symbol": {"fill": "#4c78a8", "size": 64},
    "text": {"fill": "#000", "fontSize": 11, "font": "sans-serif"},
    "line": {"stroke": "#4c78a8", "strokeWidth": 2},
    "area": {"fill": "#4c78a8"},
}
STYLES: Styles = {
    "point": {"size": 30, "strokeWidth": 2, "shape": "circle"},
    **{name: {} for name in ("rect", "bar", "rule", "text", "line", "area")},
}
"""What Vega says of marks before a spec says anything. Other styles are refused."""


def compile_mark(spec: Mapping[str, Any], names: Names, styles: Styles) -> Draw:
    """What draws a mark, or the lines of a group of them."""
    if spec.get("type") == "group":
        return _facets(spec, names, styles)
    only(("name", "type", "style", "from", "encode"), spec, "mark")
    draw = _mark(spec, names, styles)
    only(("data",), spec["from"], "mark: from")
    name = one_of(spec["from"]["data"], names.rows, "mark: data")
    return lambda scope, canvas: draw(scope.rows[name], scope, canvas)


def _facets(spec: Mapping[str, Any], names: Names, styles: Styles) -> Draw:
    """Groups of rows, each drawn by itself. The group itself is as large as the chart and draws nothing."""
    only(("name", "type", "from", "encode", "marks"), spec, "group")
    only(("facet",), spec["from"], "group: from")
    facet = spec["from"]["facet"]
    only(("name", "data", "groupby"), facet, "facet")
    source, groupby = one_of(facet["data"], names.rows, "facet: data"), facet["groupby"]
    size = {side: {"field": {"group": side}} for side in ("width", "height")}
    if spec.get("encode", {"update": size}) != {"update": size}:
        raise Unsupported("group: encode")
    draws = []
    for mark in spec["marks"]:
        only(("name", "type", "style", "sort", "from", "encode"), mark, "mark of a group")
        if mark["from"] != {"data": facet["name"]}:
            raise Unsupported("mark of a group: from")
        draws.append(_mark(mark, names, styles))

    def draw(scope: Scope, canvas: Canvas) -> None:
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in scope.rows[source]:
            groups.setdefault(tuple(row.get(name, UNDEFINED) for name in groupby), []).append(row)
        for rows in groups.values():
            for one in draws:
                one(rows, scope, canvas)

    return draw


def _mark(spec: Mapping[str, Any], names: Names, styles: Styles) -> DrawRows:
    kind = one_of(spec["type"], _CHANNELS, "mark")
    only(("update",), spec["encode"], "encode")
    update = spec["encode"]["update"]
    only(_CHANNELS[kind], update, kind)
    if "sort" in spec and (kind not in ("line", "area") or spec["sort"] != {"field": "x"}):
        raise Unsupported("mark: sort")
    channels = {name: compile_channel(one, names) for name, one in update.items()}
    return FORMS[kind]({**_said_before(spec, kind, update, styles), **channels})


def _said_before(spec: Mapping[str, Any], kind: str, update: Mapping[str, Any], styles: Styles) -> Channels:
    """What a mark's type and styles say where its own channels say nothing."""
    painted = "fill" in update or "stroke" in update
    said = {k: v for k, v in _DEFAULTS[kind].items() if not (painted and k in ("fill", "stroke"))}
    for style in [spec["style"]] if isinstance(spec.get("style"), str) else spec.get("style", ()):
        own = styles[one_of(style, styles, "style")]
        only(_CHANNELS[kind], own, f"style {style}")
        said |= own
    return {name: fixed(value) for name, value in said.items()}
