"""What a number is once it has been worked out: points in time, side by side by source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cxsite.diagnostics import Span
from cxsite.measure.former import FormerUse
from cxsite.model.metric import Metric
from cxsite.model.period import Period

Cells = Mapping[str, float]
"""The numbers of a row by the name of their column."""


NOT_BEGUN = "not begun yet"
"""Why a row of a time that lies ahead has no number: somebody planned it, nobody measured it."""
NOT_GIVEN = "not given"
"""Why a row without any number or word has none."""
HIDDEN = "withheld: too few answers to show"
"""What stands in place of a value that rests on too few."""


@dataclass(frozen=True)
class Estimate:
    """A value with its interval. Where the table cannot give one both ends are None, and `why_open` says why.

    Units: those of the metric; shares as 0..1. `n` is the number of answers or cases, None where not published.
    """

    value: float
    n: float | None = None
    low: float | None = None
    high: float | None = None
    low_base: bool = False
    """True below the site's `min_n`: shown, and marked as resting on few."""
    how: str = ""
    """The method of value and interval, in words, as in `Wilson interval`."""
    why_open: str = ""
    level: float = 0.95
    """The level of the interval, 0..1."""
    n_effective: float | None = None
    """How many answers the weighting of a survey leaves; None where answers are not weighted."""

    @property
    def base(self) -> float | None:
        """How many answers it rests on: of weighted ones as many as their weighting leaves."""
        return self.n if self.n_effective is None else self.n_effective


@dataclass(frozen=True)
class Where:
    """What a number is about: an empty place is the whole."""

    journey: str = ""
    phase: str = ""
    step: str = ""
    segment: str = ""

    def named(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of each place that is named."""
        kinds = ("journey", "phase", "step", "segment")
        return tuple((kind, getattr(self, kind)) for kind in kinds if getattr(self, kind))


@dataclass(frozen=True)
class Point:
    """One period of a series. Without an estimate the table says that nobody knows: `missing` holds its word."""

    period: Period
    estimate: Estimate | None
    span: Span
    missing: str = ""
    suppressed: bool = False
    """True where too few answered for the value to be shown."""
    withheld: bool = False
    """True where enough answered, and a smaller group could be worked out from it."""
    numbers: Cells = field(default_factory=dict, compare=False, repr=False)
    """The counts or moments that the method read, for pooling and for tests; none of a published figure."""
    hidden_n: float | None = field(default=None, compare=False, repr=False)
    """How many answered where that is not to be shown."""


@dataclass(frozen=True)
class Series:
    """The points of one metric, from one source, about one place, in the order of time."""

    metric: Metric
    source: str
    where: Where
    points: tuple[Point, ...]

    @property
    def latest(self) -> Point | None:
        """The point with a value whose period ends last, of two the shorter: charts have a month, not its year."""
        known = (point for point in self.points if point.estimate)
        return max(known, key=lambda point: age_of(point.period), default=None)


def age_of(period: Period) -> tuple[date, date]:
    """What numbers are put in order by where the newest is meant: their last day, then their first."""
    return period.end, period.start


def newest(series: Iterable[Series]) -> tuple[Series, Point] | None:
    """The newest value of several series, with the series that it is from; of two of one period, the first."""
    known = [(one, point) for one in series if (point := one.latest)]
    return max(known, key=lambda pair: age_of(pair[1].period), default=None)


def why_without(series: Iterable[Series]) -> str:
    """Why none of these has a value to show: `withheld` and for what reason where people answered, else empty."""
    hidden = [point for one in series for point in one.points if point.suppressed]
    return max(hidden, key=lambda point: age_of(point.period)).missing if hidden else ""


@dataclass(frozen=True)
class Disagreement:
    """Two sources that give different values for one period and place."""

    metric: Metric
    period: Period
    where: Where
    first: tuple[str, Point]
    second: tuple[str, Point]


@dataclass(frozen=True)
class Measures:
    """All series of a portfolio, and where sources disagree."""

    series: tuple[Series, ...]
    disagreements: tuple[Disagreement, ...] = ()
    troubled: frozenset[tuple[str, str]] = frozenset()
    """Metric and source of which some row could not be read, which has its own diagnostic."""
    former: tuple[FormerUse, ...] = ()
    """Cells that name something by an id it had before."""

    @cached_property
    def by_metric(self) -> dict[str, tuple[Series, ...]]:
        """The series of each metric, by its id."""
        groups: dict[str, list[Series]] = defaultdict(list)
        for one in self.series:
            groups[one.metric.key].append(one)
        return {key: tuple(members) for key, members in groups.items()}

    @cached_property
    def journeys_of(self) -> dict[str, tuple[str, ...]]:
        """The journeys that each metric has numbers about, by its id."""
        groups: dict[str, dict[str, None]] = defaultdict(dict)
        for one in self.series:
            for journey in (one.where.journey, one.metric.journey):
                if journey:
                    groups[one.metric.key][journey] = None
        return {key: tuple(journeys) for key, journeys in groups.items()}

    @cached_property
    def _by_place(self) -> dict[tuple[str, Where], tuple[Series, ...]]:
        groups: dict[tuple[str, Where], list[Series]] = defaultdict(list)
        for one in self.series:
            groups[one.metric.key, one.where].append(one)
        return {place: tuple(members) for place, members in groups.items()}

    @cached_property
    def _by_home(self) -> dict[tuple[str, str], tuple[tuple[int, Series], ...]]:
        """The series by metric and the journey that their rows name, each with its place among all series."""
        groups: dict[tuple[str, str], list[tuple[int, Series]]] = defaultdict(list)
        for index, one in enumerate(self.series):
            groups[one.metric.key, one.where.journey].append((index, one))
        return {home: tuple(members) for home, members in groups.items()}

    @cached_property
    def _disputed(self) -> dict[tuple[str, Where, Period], tuple[tuple[str, Point], ...]]:
        groups: dict[tuple[str, Where, Period], dict[str, Point]] = defaultdict(dict)
        for one in self.disagreements:
            groups[one.metric.key, one.where, one.period] |= dict([one.first, one.second])
        return {place: tuple(sides.items()) for place, sides in groups.items()}

    def rivals(self, series: Series, point: Point) -> tuple[Point, ...]:
        """What other sources say of the same time and place, where they do not say the same."""
        sides = self._disputed.get((series.metric.key, series.where, point.period), ())
        return tuple(other for source, other in sides if source != series.source)

    def of(self, metric: str, where: Where | None = None) -> tuple[Series, ...]:
        """The series of a metric, one a source; only those about `where` when that is given."""
        return self.by_metric.get(metric, ()) if where is None else self._by_place.get((metric, where), ())

    def naming(self, metric: str, journey: str) -> tuple[Series, ...]:
        """The series of a metric whose rows name this journey; those that name none for an empty one."""
        return tuple(one for _, one in self._by_home.get((metric, journey), ()))

    def near(self, metric: str, journey: str) -> tuple[Series, ...]:
        """The series of a metric whose rows name this journey or none, in the order of all series."""
        found = [*self._by_home.get((metric, journey), ()), *(self._by_home.get((metric, ""), ()) if journey else ())]
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))
