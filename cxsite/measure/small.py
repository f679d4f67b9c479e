"""Small groups: what is too small to show must not come out by subtracting what is shown from a shown whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxsite.measure.find import dimensions
from cxsite.measure.methods import find_method
from cxsite.measure.series import Point, Series, Where
from cxsite.measure.windows import by_length, days_of, length_of, within
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio

WITHHELD = "withheld, so that a smaller group cannot be worked out from it"

_Place = tuple[int, Period]
"""A point by the index of its series and its period."""
_About = tuple[str, Where, Period]
"""A metric, a place that is no segment, and a period."""


@dataclass(frozen=True)
class _Sum:
    """A whole and the parts that may add up to it. `absent`: a part is known to be there, and has no row."""

    whole: _Place
    parts: tuple[_Place, ...]
    absent: bool = False


def withhold(series: Sequence[Series], portfolio: Portfolio) -> tuple[Series, ...]:
    """The series without the points from which, and from a whole, a group below `suppress_below` could be worked out.

    Where segments of one dimension, or the months of a quarter, add up to a whole that is shown, what is left of it
    after taking off all parts that are shown must itself be no small group. If it is, the smallest part is withheld
    too, and the next, until it is not. A segment or a month without a row counts as one that was left out.
    """
    sums = [*_over_segments(series, portfolio), *_over_time(series)]
    if not sums:
        return tuple(series)
    state = {(index, point.period): point for index, one in enumerate(series) for point in one.points}
    while found := [place for each in sums for place in _to_withhold(each, state, portfolio.settings.suppress_below)]:
        for place in found:
            point = state[place]
            state[place] = replace(
                point, estimate=None, numbers={}, missing=WITHHELD, suppressed=True, withheld=True, hidden_n=_n(point)
            )
    return tuple(
        replace(one, points=tuple(state[index, point.period] for point in one.points))
        for index, one in enumerate(series)
    )


def _n(point: Point) -> float | None:
    return point.estimate.n if point.estimate else point.hidden_n


def _over_segments(series: Sequence[Series], portfolio: Portfolio) -> Iterator[_Sum]:
    members = dimensions(portfolio)
    dimension_of = {segment: name for name, segments in members.items() for segment in segments}
    wholes: dict[_About, list[_Place]] = defaultdict(list)
    parts: dict[tuple[_About, str, str], dict[str, _Place]] = defaultdict(dict)
    for index, one in enumerate(series):
        if _adds(one):
            segment, where = one.where.segment, replace(one.where, segment="")
            for point in one.points:
                about = one.metric.key, where, point.period
                if segment:
                    parts[about, one.source, dimension_of.get(segment, "")][segment] = index, point.period
                else:
                    wholes[about].append((index, point.period))
    for (about, _, dimension), cells in parts.items():
        absent = bool(set(members.get(dimension, ())) - cells.keys())
        for whole in wholes.get(about, ()):
            yield _Sum(whole, tuple(cells.values()), absent)


def _over_time(series: Sequence[Series]) -> Iterator[_Sum]:
    """Months of a quarter, weeks of a month; the quarter may be told by another source than its months."""
    groups: dict[tuple[str, Where], list[int]] = defaultdict(list)
    for index, one in enumerate(series):
        if _adds(one):
            groups[one.metric.key, one.where].append(index)
    for members in groups.values():
        wholes = [(index, point.period) for index in members for point in series[index].points]
        if len({length_of(period) for _, period in wholes}) > 1:
            yield from (each for place in wholes for each in _inside(place, members, series))


def _inside(whole: _Place, members: Sequence[int], series: Sequence[Series]) -> Iterator[_Sum]:
    stretch = whole[1]
    for index in members:
        inside = [point for point in within(series[index].points, stretch) if point.period != stretch]
        for parts in by_length(inside):
            days = sum(days_of(point.period) for point in parts)
            yield _Sum(whole, tuple((index, point.period) for point in parts), absent=days < days_of(stretch))


def _adds(series: Series) -> bool:
    method = find_method(series.metric.method)
    return method is not None and method.add is not None


def _to_withhold(each: _Sum, state: dict[_Place, Point], least: float) -> tuple[_Place, ...]:
    """The smallest part that is still shown, where what is left of the whole would be a small group."""
    whole = state[each.whole].estimate
    points = [(place, state[place]) for place in each.parts]
    shown = [(point.estimate.n, place) for place, point in points if point.estimate and point.estimate.n is not None]
    if whole is None or whole.n is None or not shown or any(p.estimate and p.estimate.n is None for _, p in points):
        return ()
    left = whole.n - sum(n for n, _ in shown)
    hides = each.absent or any(point.suppressed for _, point in points)
    return (min(shown)[1],) if hides and 0.5 <= left < least else ()
