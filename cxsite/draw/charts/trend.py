"""One number over time: a line for each source with the band of its intervals, gaps left open, breaks drawn.

What is missing takes as much room as what is there: the axis is time.

A point that stands alone has its interval as a bar. A period whose table says that nobody knows, or whose value is
withheld, has a cross at the foot of the chart.

A target is a dashed line with its words; one so far off that it would flatten the line is said at the edge instead.
A change that shipped is a dotted line with its number, which the words beside the chart explain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cxsite.draw.charts import NARROW, Kind
from cxsite.draw.charts.blocks import themed
from cxsite.draw.charts.trend_rows import SHAPES
from cxsite.draw.palette import stand_in

_LABEL = "data('places')[datum.value] ? data('places')[datum.value].label : ''"
"""The period's own words under its tick; the axis itself counts periods, so that a break can stand between two."""
DASHES = ([1, 0], [5, 3], [2, 2], [8, 3, 2, 3], [10, 4], [1, 4])
"""One line style for each source, as each has a mark."""
_MARGIN = 60
_LINES = (3, 18, 33)
"""Pixels above the chart: numbers of changes, words of breaks, targets beyond. Each has a line of its own; a line that
has nothing leaves its place to the next."""


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    narrow = width == NARROW
    points, breaks = alt.Data(name="points"), alt.Data(name="breaks")
    ticks = alt.Axis(
        title=None,
        labelExpr=_LABEL,
        labelOverlap=True,
        grid=False,
        labelPadding=6,
        tickMinStep=1,
        tickCount=24,
        labelSeparation=6,
    )
    x = alt.X("order:Q", axis=ticks, scale=alt.Scale(nice=False, zero=False))
    y = alt.Y("value:Q", scale=alt.Scale(zero=False, padding=14), axis=alt.Axis(title=None, tickCount=5))
    shape = alt.Shape("source:N", scale=alt.Scale(domain=list(range(len(SHAPES))), range=list(SHAPES)), legend=None)
    dash = alt.StrokeDash("source:N", scale=alt.Scale(domain=list(range(len(SHAPES))), range=list(DASHES)), legend=None)
    fill = alt.condition("datum.source == 0", alt.value(stand_in("ink")), alt.value(stand_in("card")))
    bar: dict[str, Any] = {"opacity": 0.3, "color": stand_in("bar")}
    ends = {"x": x, "y": alt.Y("low:Q", title=None), "y2": "high:Q"}
    foot = alt.Chart(alt.Data(name="absent"))
    layers = [
        alt.Chart(alt.Data(name="places"))
        .mark_rect(opacity=0, color=stand_in("line"))
        .encode(x=alt.X("from:Q", axis=ticks), x2="to:Q"),
        alt.Chart(alt.Data(name="bands")).mark_area(**bar).encode(**ends, detail="band:N"),
        alt.Chart(alt.Data(name="alone")).mark_rule(strokeWidth=8, **bar).encode(**ends),
        *_target_layers(),
        *_event_layers(),
        alt.Chart(breaks).mark_rule(strokeDash=[3, 3], color=stand_in("chg")).encode(x="at:Q"),
        *_above(f"reasons-{'narrow' if narrow else 'wide'}", "chg", 2, {"x": "at:Q"}, dx=-2),
        alt.Chart(points)
        .mark_line(strokeWidth=2.5, color=stand_in("ink"))
        .encode(x=x, y=y, detail="run:N", strokeDash=dash),
        alt.Chart(alt.Data(name="dots"))
        .mark_point(filled=True, size=40, opacity=1, strokeWidth=2, stroke=stand_in("ink"))
        .encode(x=x, y=y, shape=shape, fill=fill),
        foot.mark_point(shape="cross", filled=True, angle=45, size=46, opacity=1, color=stand_in("ink-3")).encode(
            x=x, y=alt.value({"expr": "height - 7"})
        ),
        alt.Chart(points).mark_point(size=1, opacity=0).encode(x=x, y=y),
        *_end_layers(x, y),
    ]
    return themed(layers, width, 210 if narrow else 190, _MARGIN)


def _end_layers(x: Any, y: Any) -> Iterator[Any]:
    """The number of each last point. Twice: the first is the ground that keeps it off the points behind it."""
    import altair as alt

    for below in (False, True):
        ends = alt.Chart(alt.Data(name="ends")).transform_filter(f"{'' if below else '!'}datum.below")
        look: dict[str, Any] = {"dy": 15 if below else -13, "fontWeight": "bold"}
        place = {"x": x, "y": y, "text": "text:N"}
        yield ends.mark_text(stroke=stand_in("card"), strokeWidth=4, color=stand_in("card"), **look).encode(**place)
        yield ends.mark_text(color=stand_in("ink"), **look).encode(**place)


def _target_layers() -> list[Any]:
    """A dashed line at each level with its words, and one line above the chart for levels beyond it."""
    import altair as alt

    aims, colour = alt.Chart(alt.Data(name="aims")), stand_in("add")
    at = alt.Y("level:Q", title=None)
    layers = [aims.mark_rule(strokeDash=[6, 4], strokeWidth=1.5, color=colour).encode(y=at)]
    for side in ("left", "right"):
        words = aims.transform_filter(f"datum.side == '{side}'").mark_text(
            align=side, baseline="bottom", dx=4 if side == "left" else -4, dy=-3, color=colour
        )
        layers.append(words.encode(x=alt.value(0 if side == "left" else "width"), y=at, text="text:N"))
    return [*layers, *_above("edges", "add", 3, {"x": alt.value(0)}, dx=4)]


def _above(name: str, colour: str, most: int, x: Mapping[str, Any], dx: int) -> Iterator[Any]:
    """Words above the chart, each in the line that is free; `most` lines there are at most."""
    import altair as alt

    for up in range(most):
        rows = alt.Chart(alt.Data(name=name)).transform_filter(f"datum.up == {up}")
        look = rows.mark_text(align="left", baseline="bottom", dx=dx, dy=-_LINES[up], color=stand_in(colour))
        yield look.encode(**x, y=alt.value(0), text="text:N")


def _event_layers() -> list[Any]:
    """A dotted line at each change, and its number above the chart."""
    import altair as alt

    rule = alt.Chart(alt.Data(name="events")).mark_rule(strokeDash=[1, 3], strokeWidth=1.5, color=stand_in("ink-2"))
    number = alt.Chart(alt.Data(name="numbers")).mark_text(
        baseline="bottom", dy=-_LINES[0], fontWeight="bold", color=stand_in("ink-2")
    )
    return [rule.encode(x="at:Q"), number.encode(x="at:Q", y=alt.value(0), text="text:N")]


TREND = Kind("trend", 6, _template, "x")
