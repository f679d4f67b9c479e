"""One number over time: a line for each source, an interval at each point, gaps left open, breaks drawn.

A target is a dashed line with its words; one so far off that it would flatten the line is said at the edge instead.
A change that shipped is a dotted line with its number, which the words beside the chart explain.
"""

from __future__ import annotations

from typing import Any

from cxsite.derive.figures.beside import AimMark
from cxsite.derive.figures.figures import Figure, Line
from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import NARROW, Datasets, Kind
from cxsite.draw.charts.blocks import on_axis, themed
from cxsite.draw.palette import stand_in

_LABEL = "data('places')[datum.value] ? data('places')[datum.value].label : ''"
"""The period's own words under its tick; the axis itself counts periods, so that a break can stand between two."""

DASHES = ([1, 0], [5, 3], [2, 2], [8, 3, 2, 3], [10, 4], [1, 4])
SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")
"""One line style and mark for each source; the legend beside the chart uses the same order."""


DOTS_UP_TO = 36
"""Periods; beyond, marks would run into one another, and only the last of each line is marked."""


REACH = 3
"""How many heights of the line a target may lie beyond it and still be drawn: the line keeps a quarter of the chart."""
_MARGIN = 60
_LINES = (3, 18, 33)
"""Pixels above the chart: numbers of changes, words of breaks, targets beyond. Each has a line of its own."""
_NEAR = 0.12
"""Shares of the height or of the width: words nearer than this would run into one another."""


def datasets(figure: Figure) -> Datasets:
    """The figure's points, breaks, targets and changes, as the chart's named data.

    `run` parts a line at gaps and breaks.
    """
    points = [row for index, line in enumerate(figure.lines) for row in _points(figure, line, index)]
    places = [
        {"order": i, "from": i - 0.5, "to": i + 0.5, "label": p.label.split(" ")} for i, p in enumerate(figure.periods)
    ]
    breaks = [{"at": mark.index - 0.5, "text": mark.label} for mark in figure.breaks]
    ends = list({row["line"]: row for row in points}.values())
    dots = points if len(figure.periods) <= DOTS_UP_TO else ends
    return {
        **{"places": places, "points": points, "dots": dots, "breaks": breaks, "ends": ends},
        **_aims(figure, points),
        "events": [{"at": mark.at} for mark in figure.events if mark.at is not None],
        "numbers": _numbers(figure),
    }


def _aims(figure: Figure, points: list[dict[str, Any]]) -> Datasets:
    """Targets that are drawn, and one line of words for those beyond the chart."""
    known = [v for row in points for v in (row["value"], row["low"], row["high"]) if v is not None]
    least, most = min(known, default=0.0), max(known, default=0.0)
    reach = REACH * (most - least) if len(figure.periods) > 2 and most > least else float("inf")
    levels = [(on_axis(figure.metric, mark.level), mark) for mark in figure.aims]
    drawn = [(level, mark) for level, mark in levels if least - reach <= level <= most + reach]
    height = max([most, *(level for level, _ in drawn)]) - min([least, *(level for level, _ in drawn)])
    rows: list[dict[str, Any]] = []
    for level, mark in drawn:
        free = all(abs(level - row["level"]) > _NEAR * height for row in rows if row["text"])
        rows.append({"level": level, "text": mark.text if free else "", "side": _side(level, points)})
    beyond = [(level, mark) for level, mark in levels if (level, mark) not in drawn]
    return {"aims": rows, "edges": [{"text": _edge(beyond, most)}] if beyond else []}


def _side(level: float, points: list[dict[str, Any]]) -> str:
    """The end at which the line is farther away, so that the words do not lie on it."""
    if not points:
        return "left"
    first, last = points[0]["value"], points[-1]["value"]
    return "left" if abs(first - level) >= abs(last - level) else "right"


def _edge(beyond: list[tuple[float, AimMark]], most: float) -> str:
    level, mark = beyond[0]
    more = f", and {len(beyond) - 1} more" if len(beyond) > 1 else ""
    return f"{'↑' if level > most else '↓'} {mark.text}{more}"


def _numbers(figure: Figure) -> list[dict[str, Any]]:
    """The numbers of the changes, those of neighbours together."""
    groups: list[dict[str, Any]] = []
    for mark in figure.events:
        if mark.at is None:
            continue
        if groups and mark.at - groups[-1]["at"] < _NEAR / 2 * len(figure.periods):
            groups[-1]["text"] += f", {mark.number}"
        else:
            groups.append({"at": mark.at, "text": str(mark.number)})
    return groups


def _points(figure: Figure, line: Line, source: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    run, starts = 0, {mark.index for mark in figure.breaks}
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
                "value": on_axis(figure.metric, estimate.value),
                "low": on_axis(figure.metric, estimate.low or 0) if known else None,
                "high": on_axis(figure.metric, estimate.high or 0) if known else None,
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
    ends, place = alt.Chart(alt.Data(name="ends")), {"x": x, "y": y, "text": "text:N"}
    look: dict[str, Any] = {"dy": -13, "fontWeight": "bold"}
    layers = [
        alt.Chart(alt.Data(name="places"))
        .mark_rect(opacity=0, color=stand_in("line"))
        .encode(x=alt.X("from:Q", axis=ticks), x2="to:Q"),
        alt.Chart(points)
        .transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=8, opacity=0.3, color=stand_in("bar"))
        .encode(x=x, y=alt.Y("low:Q", title=None), y2="high:Q"),
        *_target_layers(),
        *_event_layers(),
        alt.Chart(breaks).mark_rule(strokeDash=[3, 3], color=stand_in("chg")).encode(x="at:Q"),
        alt.Chart(breaks)
        .mark_text(align="left", baseline="bottom", dx=-2, dy=-_LINES[1], color=stand_in("chg"))
        .encode(x="at:Q", y=alt.value(0), text="text:N"),
        alt.Chart(points)
        .mark_line(strokeWidth=2.5, color=stand_in("ink"))
        .encode(x=x, y=y, detail="run:N", strokeDash=dash),
        alt.Chart(alt.Data(name="dots"))
        .mark_point(filled=True, size=52, opacity=1, strokeWidth=2, stroke=stand_in("ink"))
        .encode(x=x, y=y, shape=shape, fill=fill),
        # Twice: the first is the ground that keeps the number off the points behind it.
        ends.mark_text(stroke=stand_in("card"), strokeWidth=4, color=stand_in("card"), **look).encode(**place),
        ends.mark_text(color=stand_in("ink"), **look).encode(**place),
    ]
    return themed(layers, width, 210 if narrow else 190, _MARGIN)


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
    edge = alt.Chart(alt.Data(name="edges")).mark_text(
        align="left", baseline="bottom", dx=4, dy=-_LINES[2], color=colour
    )
    return [*layers, edge.encode(x=alt.value(0), y=alt.value(0), text="text:N")]


def _event_layers() -> list[Any]:
    """A dotted line at each change, and its number above the chart."""
    import altair as alt

    rule = alt.Chart(alt.Data(name="events")).mark_rule(strokeDash=[1, 3], strokeWidth=1.5, color=stand_in("ink-2"))
    number = alt.Chart(alt.Data(name="numbers")).mark_text(
        baseline="bottom", dy=-_LINES[0], fontWeight="bold", color=stand_in("ink-2")
    )
    return [rule.encode(x="at:Q"), number.encode(x="at:Q", y=alt.value(0), text="text:N")]


TREND = Kind("trend", 4, _template)
