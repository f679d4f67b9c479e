"""Numbers before and after, beside one another on one scale, with the rows that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.compare.change import Change
from cxsite.compare.grid import where_of
from cxsite.compare.report import Report
from cxsite.compare.sides import Sides
from cxsite.derive.figures.axis import Axis, axis_of
from cxsite.derive.figures.figures import Figure
from cxsite.draw.figure import Drawing, draw_figure
from cxsite.measure.series import Where
from cxsite.pages.desk import Desk

NONE = "none"


@dataclass(frozen=True)
class Beside:
    """One number: its drawing before and after, None where there was or is none, and the periods that differ."""

    name: str
    before: Drawing | None
    after: Drawing | None
    rows: tuple[tuple[str, str, str, str], ...]
    """Period, source, value before and value after."""


def numbers_beside(desk: Desk, told: Report, changes: Iterable[Change]) -> tuple[Beside, ...]:
    """Each number that moved, once, in the order in which the changes tell of them."""
    found: dict[tuple[str, Where], Beside] = {}
    for change in changes:
        where = where_of(change, told)
        if where is not None and (change.subject.id, where) not in found:
            found[change.subject.id, where] = _beside(desk, told, change, where)
    return tuple(found.values())


def _beside(desk: Desk, told: Report, change: Change, where: Where) -> Beside:
    worlds = told.difference.worlds
    metric, there = _as_before(told.difference.sides, change.subject.id, where)
    figures = [
        next(
            (figure for one in atlas.portfolio.metrics if one.key == key if (figure := atlas.figure(one, place))), None
        )
        for atlas, key, place in ((worlds.before, metric, there), (worlds.after, change.subject.id, where))
    ]
    reach = tuple(value for figure in figures if figure for value in _values(figure))
    ends = (min(reach), max(reach)) if reach else None
    axis = _common(figures)
    drawn = [draw_figure(figure, desk.studio, ends, axis) if figure and figure.latest else None for figure in figures]
    return Beside(change.subject.name, drawn[0], drawn[1], tuple(_rows(*figures)))


def _common(figures: Iterable[Figure | None]) -> Axis | None:
    """One axis for both; each has its own where one does not fit the other, as months and years do not."""
    there = [figure for figure in figures if figure and figure.periods]
    axis = axis_of(period for figure in there for period in figure.periods)
    places = [[axis.slot_of(period) for period in figure.periods] for figure in there]
    fits = all(
        tuple(slot - slots[0] for slot in slots) == figure.axis.slots
        for figure, slots in zip(there, places, strict=True)
    )
    return axis if fits else None


def _as_before(sides: Sides, metric: str, where: Where) -> tuple[str, Where]:
    """A metric and a place of after by the ids that they had before."""

    def was(kind: str, key: str) -> str:
        found = sides.find("after", kind, key, where.journey)
        before = sides.pairing.of(found, "after").before if found else None
        return before.key if before else key

    return was("metric", metric), Where(**{kind: was(kind, key) for kind, key in where.named()})


def _values(figure: Figure) -> Iterator[float]:
    for line in figure.lines:
        for point in line.points:
            estimate = point.estimate if point else None
            if estimate:
                yield from (one for one in (estimate.value, estimate.low, estimate.high) if one is not None)


def _rows(before: Figure | None, after: Figure | None) -> Iterator[tuple[str, str, str, str]]:
    old, new = ({(row.period, row.source): row for row in figure.rows} if figure else {} for figure in (before, after))
    for key in dict.fromkeys([*old, *new]):
        was, now = (f"{side[key].value} ({side[key].n})" if key in side else NONE for side in (old, new))
        if was != now:
            yield (*key, was, now)
