"""Small groups: what is too small to show must not come out by adding and subtracting what is shown.

Secondary suppression as in A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, chapter 4: a small
group is safe when it does not follow from the sums that are published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cxsite.measure.follows import giving_away
from cxsite.measure.groups import Group, Within, agree
from cxsite.measure.lines import counts
from cxsite.measure.methods import find_method
from cxsite.measure.remains import Remains
from cxsite.measure.series import Point, Series, Where
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio

WITHHELD = "withheld, so that a smaller group cannot be worked out from it"

_Place = tuple[int, Period]
"""A point by the index of its series and its period."""
_State = dict[_Place, Point]


def withhold(series: Sequence[Series], portfolio: Portfolio) -> tuple[Series, ...]:
    """The series without the points from which a group below `suppress_below` could be worked out.

    Such groups are those that a row is about, and what is left of a whole without some of its parts: in a period, over
    periods, and over both. As long as one follows from what is shown, the smallest group that it takes is withheld.
    """
    state = {(index, point.period): point for index, one in enumerate(series) for point in one.points}
    within = Within(portfolio)
    for members in _tables(series):
        _close(members, series, state, within, portfolio.settings.suppress_below)
    return tuple(
        replace(one, points=points) if points != one.points else one
        for index, one in enumerate(series)
        for points in [tuple(state[index, point.period] for point in one.points)]
    )


def _tables(series: Sequence[Series]) -> Iterator[frozenset[int]]:
    """The series of each metric that may be added up, and those of its other sources that count the same people."""
    sources: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, one in enumerate(series):
        method = find_method(one.metric.method)
        if method is not None and method.add is not None:
            sources[one.metric.key][one.source].append(index)
    for by_source in sources.values():
        counts = {source: _counts(series, members) for source, members in by_source.items()}
        found = set()
        for first in by_source:
            together = [first]
            together += [
                one for one in by_source if one != first and all(agree(counts[one], counts[o]) for o in together)
            ]
            found.add(frozenset(index for source in together for index in by_source[source]))
        yield from found


def _counts(series: Sequence[Series], members: Iterable[int]) -> dict[tuple[Where, Period], float | None]:
    return {(series[index].where, point.period): _n(point) for index in members for point in series[index].points}


def _n(point: Point) -> float | None:
    return point.estimate.n if point.estimate else point.hidden_n


def _close(members: frozenset[int], series: Sequence[Series], state: _State, within: Within, least: float) -> None:
    """Withholds in `state` until no small group follows from what these series show."""
    rows: dict[tuple[Where, Period], list[_Place]] = defaultdict(list)
    for index in sorted(members):
        for point in series[index].points:
            rows[series[index].where, point.period].append((index, point.period))
    places = {Group(*key, _first(_n(state[place]) for place in found)): found for key, found in rows.items()}
    shown = [one for one in places if one.n is not None and any(state[place].estimate for place in places[one])]
    shown.sort(key=lambda one: (-(one.n or 0), bool(one.place.segment), one.period.start))
    remains = Remains(within, least, (one for one in places if one.n is not None))
    fresh = remains.small(shown)
    while fresh:  # what followed before does not follow from fewer rows
        hidden = set(giving_away(map(counts, shown), fresh))
        for place in (place for index in hidden for place in places[shown[index]]):
            state[place] = _withheld(state[place])
        shown = [one for index, one in enumerate(shown) if index not in hidden]
        fresh = remains.small(shown)


def _first(numbers: Iterable[float | None]) -> float | None:
    return next((n for n in numbers if n is not None), None)


def _withheld(point: Point) -> Point:
    return replace(
        point, estimate=None, numbers={}, missing=WITHHELD, suppressed=True, withheld=True, hidden_n=_n(point)
    )
