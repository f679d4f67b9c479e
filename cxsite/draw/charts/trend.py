"""One number over time: a line for each source, an interval at each point, gaps left open, breaks drawn."""

from __future__ import annotations

from typing import Any

from cxsite.derive.figures import Figure, Line
from cxsite.derive.numbers import as_share, write_value
from cxsite.draw.charts import NARROW, Datasets, Kind
from cxsite.draw.palette import stand_in
from cxsite.draw.svg import FONT

_LABEL = "data('places')[datum.value] ? data('places')[datum.value].label : ''"
"""The period's own words under its tick; the axis itself counts periods, so that a break can stand between two."""

DASHES = ([1, 0], [5, 3], [2, 2], [8, 3, 2, 3], [10, 4], [1, 4])
SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")
"""One line style and mark for each source; the legend beside the chart uses the same order."""


DOTS_UP_TO = 36
"""Periods; beyond, marks would run into one another, and only the last of each line is marked."""


def datasets(figure: Figure) -> Datasets:
    """The figure's points and breaks, as the chart's named data. `run` parts a line at gaps and breaks."""
    points = [row for index, line in enumerate(figure.lines) for row in _points(figure, line, index)]
    places = [
        {"order": i, "from": i - 0.5, "to": i + 0.5, "label": p.label.split(" ")} for i, p in enumerate(figure.periods)
    ]
    breaks = [{"at": mark.index - 0.5, "text": mark.label} for mark in figure.breaks]
    ends = list({row["line"]: row for row in points}.values())
    dots = points if len(figure.periods) <= DOTS_UP_TO else ends
    return {"places": places, "points": points, "dots": dots, "breaks": breaks, "ends": ends}


def _points(figure: Figure, line: Line, source: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    run, starts = 0, {mark.index for mark in figure.breaks}
    scale = 100 if as_share(figure.metric) else 1
    for order, point in enumerate(line.points):
        run += order in starts or order in figure.skips
        if point is None or point.estimate is None:
            run += 1
            continue
        estimate = point.estimate
        known = estimate.low is not None and estimate.high is not None
        rows.append(
            {
                "order": order,
                "value": scale * estimate.value,
                "low": scale * (estimate.low or 0) if known else None,
                "high": scale * (estimate.high or 0) if known else None,
                "run": f"{source}-{run}",
                "line": source,
                "source": source % len(SHAPES),
                "text": write_value(figure.metric, estimate.value),
            }
        )
    return rows


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
    chart = alt.layer(
        alt.Chart(alt.Data(name="places")).mark_rect(opacity=0).encode(x=alt.X("from:Q", axis=ticks), x2="to:Q"),
        alt.Chart(points)
        .transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=8, opacity=0.3, color=stand_in("bar"))
        .encode(x=x, y=alt.Y("low:Q", title=None), y2="high:Q"),
        alt.Chart(breaks).mark_rule(strokeDash=[3, 3], color=stand_in("chg")).encode(x="at:Q"),
        alt.Chart(breaks)
        .mark_text(align="left", baseline="top", dx=4, dy=2, color=stand_in("chg"))
        .encode(x="at:Q", y=alt.value(0), text="text:N"),
        alt.Chart(points)
        .mark_line(strokeWidth=2.5, color=stand_in("ink"))
        .encode(x=x, y=y, detail="run:N", strokeDash=dash),
        alt.Chart(alt.Data(name="dots"))
        .mark_point(filled=True, size=52, opacity=1, strokeWidth=2, stroke=stand_in("ink"))
        .encode(x=x, y=y, shape=shape, fill=fill),
        alt.Chart(alt.Data(name="ends"))
        .mark_text(dy=-13, fontWeight="bold", color=stand_in("ink"))
        .encode(x=x, y=y, text="text:N"),
    )
    return {**_themed(chart.properties(width=width - 60, height=210 if narrow else 190)), "datasets": {}}


def _themed(chart: Any) -> dict[str, Any]:
    ink, line = stand_in("ink-2"), stand_in("line")
    axis = {"labelColor": ink, "titleColor": ink, "gridColor": line, "domainColor": stand_in("line-2")}
    themed = (
        chart.configure(font=FONT, background="transparent", padding=4, aria=False)
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, tickColor=stand_in("line-2"), **axis)
        .configure_text(font=FONT, fontSize=12)
    )
    return dict(themed.to_dict())


TREND = Kind("trend", 2, _template)
