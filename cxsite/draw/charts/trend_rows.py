"""The rows that a number over time is drawn from: points in runs, bands, breaks, targets, changes, last numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cxsite.derive.figures.axis import Axis
from cxsite.derive.figures.beside import AimMark
from cxsite.derive.figures.figures import Figure, Line, mark_of
from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import Datasets
from cxsite.draw.charts.blocks import on_axis
from cxsite.draw.charts.labels import ends_apart, in_a_line

SHAPES = ("circle", "diamond", "square", "triangle-up", "cross", "triangle-down")
"""One mark for each source; the legend beside the chart uses the same order."""
Spots = Mapping[tuple[str, str], int]
"""The row of a figure's table by source and by which number it is."""
DOTS_UP_TO = 36
"""Periods; beyond, marks would run into one another, and only the last of each line is marked."""
REACH = 3
"""How many heights of the line a target may lie beyond it and still be drawn: the line keeps a quarter of the chart."""
_NEAR = 0.12
"""Shares of the height or of the width: words nearer than this would run into one another."""
_FACING = 0.28
"""Share of the height: two numbers between their points, one below and one above, have this room."""
_LETTERS = {"wide": 104, "narrow": 40}
"""How many letters stand above a chart."""


def datasets(figure: Figure, scale: tuple[float, float] | None = None, axis: Axis | None = None) -> Datasets:
    """The figure's points, breaks, targets and changes, as the chart's named data.

    `run` parts a line at gaps and breaks; `spot` is the row of the figure's table. The axis reaches both ends of
    `scale`: an interval without any length is not seen, and counts. `axis` has all periods of the figure and may have
    more, for charts beside one another; otherwise it is the figure's own.
    """
    axis = axis or figure.axis
    slots = [axis.slot_of(period) for period in figure.periods]
    spots = {(row.source, row.of): index for index, row in enumerate(figure.rows)}
    points, absent = [], []
    for index, line in enumerate(figure.lines):
        points += _points(figure, line, index, spots, slots)
        absent += _absent(figure, line, spots, slots)
    places = [
        {"order": i, "from": i - 0.5, "to": i + 0.5, "label": label.split(" ")} for i, label in enumerate(axis.labels)
    ]
    breaks = [(slots[mark.index] - 0.5, mark.why) for mark in figure.breaks]
    lasts = [_end(points, row) for row in {row["line"]: row for row in points}.values()]
    ends = ends_apart(lasts, _height(points), _FACING, axis.length)
    dots = points if len(figure.periods) <= DOTS_UP_TO else ends
    return {
        **{"places": places, "points": points, "dots": dots, "ends": ends, "absent": absent},
        "breaks": [{"at": at} for at in dict.fromkeys(at for at, _ in breaks)],
        **dict(_reasons(breaks, figure, axis)),
        **_bands(points, [on_axis(figure.metric, end) for end in scale or ()]),
        **_aims(figure, points, axis),
        "events": [{"at": at} for at, _ in _events(figure, axis)],
        "numbers": _numbers(figure, axis),
    }


def _reasons(
    breaks: Sequence[tuple[float, str]], figure: Figure, axis: Axis
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for width, letters in _LETTERS.items():
        yield f"reasons-{width}", _up(in_a_line(breaks, axis.length, letters, _changed), any(_events(figure, axis)))


def _up(rows: list[dict[str, Any]], *below: bool) -> list[dict[str, Any]]:
    """The rows with the line above the chart that they stand in: so many as there are below them."""
    return [{**row, "up": sum(below)} for row in rows]


def _changed(reasons: Sequence[str]) -> str:
    """`wording and method changed`."""
    *first, last = dict.fromkeys(reasons)
    return f"{', '.join(first)} and {last} changed" if first else f"{last} changed"


def _height(points: list[dict[str, Any]]) -> float:
    known = [v for row in points for v in (row["value"], row["low"], row["high"]) if v is not None]
    return max(known, default=0.0) - min(known, default=0.0)


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


def _aims(figure: Figure, points: list[dict[str, Any]], axis: Axis) -> Datasets:
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
        side = _free_side(level, points, height, axis.length) if alone else ""
        if alone and not side:
            edges.append(mark.text)
        rows.append({"level": level, "text": mark.text if side else "", "side": side or "left"})
    said = [{"text": "; ".join(edges)}] if edges else []
    return {"aims": rows, "edges": _up(said, any(_events(figure, axis)), bool(figure.breaks))}


def _free_side(level: float, points: list[dict[str, Any]], height: float, slots: int) -> str:
    """The end at which all lines are farther away, so that the words do not lie on them; none where both are near."""
    half, away = (slots - 1) / 2, {"left": float("inf"), "right": float("inf")}
    for row in points:
        for side, there in (("left", row["order"] <= half), ("right", row["order"] >= half)):
            away[side] = min(away[side], abs(row["value"] - level)) if there else away[side]
    best = max(("left", "right"), key=lambda side: away[side])
    return best if away[best] > _NEAR / 2 * height or slots < 3 else ""


def _edge(beyond: list[tuple[float, AimMark]], most: float) -> str:
    level, mark = beyond[0]
    more = f", and {len(beyond) - 1} more" if len(beyond) > 1 else ""
    return f"{'↑' if level > most else '↓'} {mark.text}{more}"


def _events(figure: Figure, axis: Axis) -> Iterator[tuple[float, int]]:
    """Where the changes that are drawn stand, and their numbers."""
    for mark in figure.events:
        at = axis.place_of(mark.event.since.start) if mark.drawn else None
        if at is not None:
            yield at, mark.number


def _numbers(figure: Figure, axis: Axis) -> list[dict[str, Any]]:
    """The numbers of the changes, those of neighbours together."""
    groups: list[dict[str, Any]] = []
    for at, number in _events(figure, axis):
        if groups and at - groups[-1]["at"] < _NEAR / 2 * axis.length:
            groups[-1]["text"] += f", {number}"
        else:
            groups.append({"at": at, "text": str(number)})
    return groups


def _absent(figure: Figure, line: Line, spots: Spots, slots: Sequence[int]) -> list[dict[str, Any]]:
    """Periods of which a table has a row and no value."""
    return [
        {"order": slot, "spot": spots[line.source, mark_of(figure.metric, figure.where, line.source, point)]}
        for slot, point in zip(slots, line.points, strict=True)
        if point and point.estimate is None
    ]


def _points(figure: Figure, line: Line, source: int, spots: Spots, slots: Sequence[int]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    run, starts = 0, {mark.index for mark in figure.breaks}
    for index, point in enumerate(line.points):
        run += index in starts or index in figure.axis.skips
        if point is None or point.estimate is None:
            run += 1
            continue
        estimate = point.estimate
        known = estimate.low is not None and estimate.high is not None
        rows.append(
            {
                "order": slots[index],
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
