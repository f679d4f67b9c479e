"""One number over time: a line for each source with the band of its intervals, gaps left open, breaks drawn.

A point that stands alone has its interval as a bar. A period whose table says that nobody knows, or whose value is
withheld, has a cross at the foot of the chart.

A target is a dashed line with its words; one so far off that it would flatten the line is said at the edge instead.
A change that shipped is a dotted line with its number, which the words beside the chart explain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from cxsite.derive.figures.beside import AimMark
from cxsite.derive.figures.figures import Figure, Line, mark_of
from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import NARROW, Datasets, Kind
from cxsite.draw.charts.blocks import on_axis, themed
from cxsite.draw.palette import stand_in

_LABEL = "data('places')[datum.value] ? data('places')[datum.value].label : ''"
"""The period's own words under its tick; the axis itself counts periods, so that a break can stand between two."""

DASHES = ([1, 0], [5, 3], [2, 2], [8, 3, 2, 3], [10, 4], [1, 4])
SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")
"""One line style and mark for each source; the legend beside the chart uses the same order."""


Spots = Mapping[tuple[str, str], int]
"""The row of a figure's table by source and by which number it is."""
DOTS_UP_TO = 36
"""Periods; beyond, marks would run into one another, and only the last of each line is marked."""


REACH = 3
"""How many heights of the line a target may lie beyond it and still be drawn: the line keeps a quarter of the chart."""
_MARGIN = 60
_LINES = (3, 18, 33)
"""Pixels above the chart: numbers of changes, words of breaks, targets beyond. Each has a line of its own."""
_NEAR = 0.12
"""Shares of the height or of the width: words nearer than this would run into one another."""


def datasets(figure: Figure, scale: tuple[float, float] | None = None) -> Datasets:
    """The figure's points, breaks, targets and changes, as the chart's named data.

    `run` parts a line at gaps and breaks; `spot` is the row of the figure's table. The axis reaches both ends of
    `scale`: an interval without any length is not seen, and counts.
    """
    spots = {(row.source, row.of): index for index, row in enumerate(figure.rows)}
    points, absent = [], []
    for index, line in enumerate(figure.lines):
        points += _points(figure, line, index, spots)
        absent += _absent(figure, line, spots)
    places = [
        {"order": i, "from": i - 0.5, "to": i + 0.5, "label": p.label.split(" ")} for i, p in enumerate(figure.periods)
    ]
    breaks = [{"at": mark.index - 0.5, "text": mark.label} for mark in figure.breaks]
    ends = [_end(points, row) for row in {row["line"]: row for row in points}.values()]
    dots = points if len(figure.periods) <= DOTS_UP_TO else ends
    return {
        **{"places": places, "points": points, "dots": dots, "breaks": breaks, "ends": ends, "absent": absent},
        **_bands(points, [on_axis(figure.metric, end) for end in scale or ()]),
        **_aims(figure, points),
        "events": [{"at": mark.at} for mark in figure.events if mark.at is not None],
        "numbers": _numbers(figure),
    }


def _end(points: list[dict[str, Any]], last: dict[str, Any]) -> dict[str, Any]:
    """The last point of a line; its number stands on the side from which the line does not come."""
    before = next((row for row in reversed(points) if row["line"] == last["line"] and row is not last), last)
    return {**last, "below": before["value"] > last["value"]}


def _bands(points: list[dict[str, Any]], ends: list[float]) -> Datasets:
    """Intervals of neighbours make a band; one that has no neighbour with an interval stands alone."""
    rows: list[dict[str, Any]] = []
    for row in points:
        if row["low"] is not None:
            last = rows[-1] if rows else None
            joins = last is not None and last["run"] == row["run"] and last["order"] + 1 == row["order"]
            rows.append({**row, "band": last["band"] if last and joins else len(rows)})
    sizes = Counter(row["band"] for row in rows)
    bands = [row for row in rows if sizes[row["band"]] > 1]
    unseen = [{"order": points[0]["order"], "low": end, "high": end} for end in ends]
    return {"bands": bands, "alone": [*(row for row in rows if sizes[row["band"]] == 1), *unseen]}


def _aims(figure: Figure, points: list[dict[str, Any]]) -> Datasets:
    """Targets that are drawn, and one line of words for those beyond the chart."""
    known = [v for row in points for v in (row["value"], row["low"], row["high"]) if v is not None]
    least, most = min(known, default=0.0), max(known, default=0.0)
    reach = REACH * (most - least) if len(figure.periods) > 2 and most > least else float("inf")
    levels = [(on_axis(figure.metric, mark.level), mark) for mark in figure.aims]
    drawn = [(level, mark) for level, mark in levels if least - reach <= level <= most + reach]
    height = max([most, *(level for level, _ in drawn)]) - min([least, *(level for level, _ in drawn)])
    rows: list[dict[str, Any]] = []
    edges = [_edge(beyond, most)] if (beyond := [one for one in levels if one not in drawn]) else []
    for level, mark in drawn:
        alone = all(abs(level - row["level"]) > _NEAR * height for row in rows if row["text"])
        side = _free_side(level, points, height, len(figure.periods)) if alone else ""
        if alone and not side:
            edges.append(mark.text)
        rows.append({"level": level, "text": mark.text if side else "", "side": side or "left"})
    return {"aims": rows, "edges": [{"text": "; ".join(edges)}] if edges else []}


def _free_side(level: float, points: list[dict[str, Any]], height: float, periods: int) -> str:
    """The end at which all lines are farther away, so that the words do not lie on them; none where both are near."""
    half, away = (periods - 1) / 2, {"left": float("inf"), "right": float("inf")}
    for row in points:
        for side, there in (("left", row["order"] <= half), ("right", row["order"] >= half)):
            away[side] = min(away[side], abs(row["value"] - level)) if there else away[side]
    best = max(("left", "right"), key=lambda side: away[side])
    return best if away[best] > _NEAR / 2 * height or periods < 3 else ""


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


def _absent(figure: Figure, line: Line, spots: Spots) -> list[dict[str, Any]]:
    """Periods of which a table has a row and no value."""
    return [
        {"order": order, "spot": spots[line.source, mark_of(figure.metric, figure.where, line.source, point)]}
        for order, point in enumerate(line.points)
        if point and point.estimate is None
    ]


def _points(figure: Figure, line: Line, source: int, spots: Spots) -> list[dict[str, Any]]:
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
                "spot": spots[line.source, mark_of(figure.metric, figure.where, line.source, point)],
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
        alt.Chart(breaks)
        .mark_text(align="left", baseline="bottom", dx=-2, dy=-_LINES[1], color=stand_in("chg"))
        .encode(x="at:Q", y=alt.value(0), text="text:N"),
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


TREND = Kind("trend", 5, _template, "x")
