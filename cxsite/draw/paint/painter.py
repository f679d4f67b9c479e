"""A compiled Vega spec as a painter: what does not change from drawing to drawing is worked out once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cxsite.draw.paint.axes import compile_axis
from cxsite.draw.paint.canvas import Canvas, coordinate
from cxsite.draw.paint.data import Datasets, Fill, compile_data
from cxsite.draw.paint.expressions import compile_expression, constant_of
from cxsite.draw.paint.marks import STYLES, Draw, compile_mark
from cxsite.draw.paint.refuse import Unsupported, only
from cxsite.draw.paint.scales import Plan, compile_scale
from cxsite.draw.paint.scope import Found, Names, Scope
from cxsite.draw.paint.values import number
from cxsite.draw.svg import opening

_WITHOUT_EFFECT = ("$schema",)
_KNOWN = (
    "background", "padding", "width", "height", "style", "data", "signals", "marks", "scales", "axes", "config",
    *_WITHOUT_EFFECT,
)  # fmt: skip
_TITLES = ("group-title", "group-subtitle")
"""Styles of what no spec here has."""


@dataclass(frozen=True)
class Painter:
    """Draws charts of one kind."""

    fill: Fill
    scales: Sequence[Plan]
    signals: Mapping[str, Found]
    draws: Sequence[Draw]
    padding: float
    along: str = "y"
    """The way in which the rows of the table follow one another in the drawing."""

    def paint(self, datasets: Datasets) -> str:
        """The SVG over these rows."""
        scope = Scope()
        self.fill(datasets, scope)
        for plan in self.scales:
            scope.domains[plan.name] = plan.domain(scope)
        for name, signal in self.signals.items():
            scope.signals[name] = signal({}, scope)
        for plan in self.scales:
            scope.scales[plan.name] = plan.made(scope)
        canvas = Canvas()
        for draw in self.draws:
            draw(scope, canvas)
        return self._framed(canvas, number(scope.signals["width"]), number(scope.signals["height"]))

    def _framed(self, canvas: Canvas, width: float, height: float) -> str:
        """The drawing in a box that holds all of it."""
        box, padding = canvas.box, self.padding
        box.add(0, 0, width, height)
        left, top = max(0, math.ceil(-box.left)), max(0, math.ceil(-box.top))
        wide = width + left + max(0, math.ceil(box.right - width)) + 2 * padding
        high = height + top + max(0, math.ceil(box.bottom - height)) + 2 * padding
        moved = f"translate({coordinate(left + padding)},{coordinate(top + padding)})"
        spots = [(row, x + left + padding, y + top + padding) for row, x, y in canvas.spots]
        plot = (left + padding, top + padding, width, height)
        frame = opening(f"0 0 {coordinate(wide)} {coordinate(high)}", _live(self.along, plot, spots) if spots else "")
        return f'{frame}<g fill="none" stroke-miterlimit="10" transform="{moved}">{canvas.drawn()}</g></svg>'


def _live(along: str, plot: Sequence[float], spots: Sequence[tuple[int, float, float]]) -> str:
    """Where the plot is, and where each row of the table stands, in whole pixels: what `charts.js` goes by."""
    places = " ".join(f"{row},{round(x)},{round(y)}" for row, x, y in dict.fromkeys(spots))
    return f' data-along="{along}" data-plot="{",".join(str(round(side)) for side in plot)}" data-spots="{places}"'


def painter(spec: Mapping[str, Any], along: str = "y") -> Painter:
    """The painter of a compiled Vega spec. Raises `Unsupported` for what it would not draw as Vega does."""
    try:
        return replace(_painter(spec), along=along)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Unsupported(f"a spec of another form: {error!r}") from error


def _painter(spec: Mapping[str, Any]) -> Painter:
    only(_KNOWN, spec, "spec")
    config = spec.get("config", {})
    only(("aria", "axis", "style"), config, "config")
    if spec.get("background") not in (None, "transparent") or not isinstance(spec.get("padding", 0), int | float):
        raise Unsupported("background or padding")
    styles = _styles(spec, config.get("style", {}))
    fill, rows = compile_data(spec.get("data", ()))
    types = {one["name"]: one.get("type", "linear") for one in spec.get("scales", ())}
    signals = _signals(spec, Names(rows, frozenset(), types))
    names = Names(rows, frozenset(signals), types)
    axes = [compile_axis(one, names, config.get("axis", {}), config.get("style", {})) for one in spec.get("axes", ())]
    marks = [compile_mark(one, names, styles) for one in spec["marks"]]
    plans = [compile_scale(one, names) for one in spec.get("scales", ())]
    return Painter(fill, plans, signals, [*axes, *marks], spec.get("padding", 0))


def _styles(spec: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    guides = ("guide-label", "guide-title")
    only((*STYLES, *_TITLES, *guides, "cell"), given, "config: style")
    if spec.get("style", "cell") != "cell" or given.get("cell") != {"stroke": None}:
        raise Unsupported("style of the chart's frame")
    return {name: {**said, **given.get(name, {})} for name, said in STYLES.items()}


def _signals(spec: Mapping[str, Any], names: Names) -> dict[str, Found]:
    """Signals in the order in which they are written; each may use those before it."""
    found: dict[str, Found] = {}
    sizes = [{"name": side, "value": spec[side]} for side in ("width", "height") if side in spec]
    for one in [*sizes, *spec.get("signals", ())]:
        only(("name", "value") if "value" in one else ("name", "update"), one, "signal")
        known = Names(names.rows, frozenset(found), names.scales)
        found[one["name"]] = _value(one["value"]) if "value" in one else compile_expression(one["update"], known)
    if not {"width", "height"} <= found.keys():
        raise Unsupported("a chart without width or height")
    return found


def _value(value: Any) -> Found:
    if not isinstance(value, int | float):
        raise Unsupported(f"signal: {value!r}")
    return constant_of(value)
