"""What is drawn over the columns of a map before and after: curves, bars of time; and how large it is on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from cxsite.compare.grid import Grid
from cxsite.derive.places.path import Stop
from cxsite.derive.places.readings import Feeling
from cxsite.derive.stepviews import Mood
from cxsite.diagnostics import count_of
from cxsite.draw.maps import felt_of
from cxsite.draw.marks.columns import Columns, weighted
from cxsite.draw.marks.effort import Effort, Taken, largest, rows_of
from cxsite.draw.marks.emotion import Curve, Emotion, Felt, key, twin, wide
from cxsite.pages.printing import head_of, lengths, size_of
from cxsite.pages.review import Column, Row, layout_before, layout_class, layout_in, weights_in

BEFORE, AFTER = "Before", "After"


def board_in(grid: Grid, rows: tuple[Row, ...], above: Sequence[int] = ()) -> dict[str, Any]:
    """What the template of a grid is given: widths, the curves of each view, bars of time, and the size on paper
    below texts of these lengths."""
    layout, was = layout_in(grid), layout_before(grid)
    both, last = curves_in(rows, weighted(weights_in(layout)))
    first = curve_before(rows, weighted(weights_in(was)))
    felt = any(point.value is not None for curve in both.curves for _, point in curve.points)
    drawn = {"diff": wide(both), "before": wide(first), "after": wide(last)} if felt else {}
    return {
        "layout": f"{layout_class(layout)}{f' {layout_class(was, before=True)}' if was != layout else ''}",
        "reordered": any(index != row.was for index, row in enumerate(rows)),
        "curves": drawn,
        "key": key(both) if felt else (),
        "twin": twin(both),
        "bars": _bars(rows),
        "print_size": _print_size(rows, layout, bool(drawn), above),
    }


def curve_before(rows: tuple[Row, ...], columns: Columns) -> Emotion:
    """The curve before alone, with phases and steps where they stood."""
    shown = _columns(sorted(rows, key=lambda row: row.was))
    points = tuple(
        (index, _felt(one.felt[0], one.cell.before))
        for index, one in enumerate(shown)
        if one and one.cell.before and one.cell.of_customer and (one.cell.mark or not one.cell.moved)
    )
    names = tuple(one.cell.before.step.name if one and one.cell.before else "" for one in shown)
    return Emotion("before", names, columns, Curve(BEFORE, points))


def _columns(rows: Iterable[Row]) -> list[Column | None]:
    """The columns from left to right; a phase without a step has one of its own."""
    return [column for row in rows for column in (row.columns or (None,))]


def curves_in(rows: tuple[Row, ...], columns: Columns) -> tuple[Emotion, Emotion]:
    """Both curves in one figure, and that of after alone, over all columns where they stand after."""
    shown = _columns(rows)
    points = [
        tuple(
            (index, _felt(one.felt[side], (one.cell.before, one.cell.after)[side]))
            for index, one in enumerate(shown)
            if one and not one.cell.mark and one.cell.of_customer and (one.cell.before, one.cell.after)[side]
        )
        for side in (0, 1)
    ]
    names = tuple(one.cell.stop.step.name if one else "" for one in shown)
    called = f"before and after, over {count_of(sum(map(bool, shown)), 'step')}"
    were = tuple(one.cell.before.step.name if one and one.cell.before else "" for one in shown)
    before, after = Curve(BEFORE, points[0], were), Curve(AFTER, points[1])
    return (
        Emotion(called, names, columns, before, after),
        Emotion("after", names, columns, after),
    )


def _felt(feeling: Feeling | None, stop: Stop | None) -> Felt:
    return felt_of(Mood("", feeling, (stop.step.overall_feeling or "") if stop else ""))


def _bars(rows: tuple[Row, ...]) -> dict[str, Markup]:
    """The time of each step before and after as bars on one scale, each time it happens."""
    times = {
        column.cell.place.id: tuple(_time(stop) for stop in (column.cell.before, column.cell.after))
        for row in rows
        for column in row.columns
        if not column.cell.mark
    }
    scale = largest(*(one for pair in times.values() for one in pair if one))
    found = {}
    for place, (before, after) in times.items():
        drawn = next(iter(rows_of(Effort(place, after or Taken(), scale, before if before != after else None))))
        if drawn.bars:
            found[place] = drawn.bars
    return found


def _time(stop: Stop | None) -> Taken | None:
    effort = stop.step.effort if stop else None
    return Taken(effort.time.minutes) if effort and effort.time else None


def _print_size(rows: tuple[Row, ...], layout: tuple[str, ...], has_curve: bool, above: Sequence[int]) -> int:
    columns = _columns(rows)
    plain = [
        ("phase", lengths(head_of(str(row.name), "owner of it", "Δ changed") for row in rows)),
        (
            "steps",
            lengths(("badge of it", str(one.name.striptags()), "channel") if one else ("none",) for one in columns),
        ),
        ("changes", lengths(tuple("x" * 9 for _ in one.sentences) if one else () for one in columns)),
        ("time", lengths(("bar", "12 min", "before") if one else () for one in columns)),
        ("who", lengths((one.worded("done_by").striptags(), "owner") if one else () for one in columns)),
        ("words", lengths(map(str, one.words) if one else () for one in columns)),
        ("rest", lengths((f"{label}{text.striptags()}" for label, text in one.rest) if one else () for one in columns)),
    ]
    filled = [*plain, *([("felt", ())] if has_curve else [])]
    return size_of(filled, [len(letters) for letters in layout], weights_in(layout), above)
