"""The figures of all metrics, and which goals and events stand at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from cxsite.derive.figures.beside import Event, SeriesKey, events_at, expected_places
from cxsite.derive.figures.figures import Figure, figure_of
from cxsite.derive.links.backlinks import BackLinks
from cxsite.derive.links.things import Thing
from cxsite.derive.places.readings import Readings
from cxsite.measure.aims import Aim, aims_of
from cxsite.measure.fresh import Freshness, freshness
from cxsite.measure.judge import Judgement, Result
from cxsite.measure.series import Measures, Series, Where, age_of
from cxsite.measure.wins import Judgements, judge_each
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Gallery:
    """A portfolio with its series, as of a day, and each metric at each place as pages show it."""

    portfolio: Portfolio
    measures: Measures
    today: date
    _kept: dict[tuple[str, str], object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def settings(self) -> Settings:
        """The settings of the site."""
        return self.portfolio.settings

    @property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys in the order of their ids."""
        return self.portfolio.journeys

    @cached_property
    def readings(self) -> Readings:
        """The latest numbers about each place."""
        return Readings(self.portfolio, self.measures)

    @cached_property
    def back(self) -> BackLinks:
        """What refers to each thing."""
        return BackLinks(self.portfolio, self.measures)

    @cached_property
    def each_judged(self) -> tuple[Judgement, ...]:
        """Every action and every pilot, judged, or *not shipped yet*."""
        return tuple(judge_each(self.portfolio, self.measures, self.today))

    @cached_property
    def judged(self) -> Judgements:
        """Every action that shipped, and every pilot, judged."""
        return Judgements.of(self.each_judged)

    @cached_property
    def results(self) -> dict[str, tuple[tuple[Judgement, Result], ...]]:
        """What was judged about each metric, by its id."""
        found: dict[str, list[tuple[Judgement, Result]]] = defaultdict(list)
        for one in self.judged.all:
            for result in one.results:
                found[self.readings.renames.now("metric", result.expectation.metric)].append((one, result))
        return {metric: tuple(members) for metric, members in found.items()}

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """Which goals name which series."""
        return aims_of(self.portfolio, self.measures)

    def figures(self, metric: Metric) -> tuple[Figure, ...]:
        """A figure for each place that a metric has rows about; without any row, that of the whole."""
        return self._once("figures", metric.key, lambda: self._figures(metric))

    def figure(self, metric: Metric, where: Where) -> Figure | None:
        """The figure of a metric about one place."""
        return next((one for one in self.figures(metric) if one.where == where), None)

    def _figures(self, metric: Metric) -> tuple[Figure, ...]:
        places = list(dict.fromkeys(series.where for series in self.measures.of(metric.key))) or [Where()]
        alone = len({where.journey for where in places}) == 1
        using = self.back.journeys_using(Thing("metric", "", metric.key))
        home = metric.journey or (using[0] if len(using) == 1 else "")
        return tuple(
            figure_of(
                metric,
                self.measures,
                self.settings,
                where,
                self.name_of(where, home, alone),
                self._aims_at.get((metric.key, where), ()),
                self._events_at.get((metric.key, where), ()),
            )
            for where in places
        )

    def name_of(self, where: Where, journey: str = "", without_journey: bool = False) -> str:
        """A place in words: `Wait, Home movers`; empty for the whole. `journey` is whose places they are otherwise."""
        home = where.journey or journey
        parts = [
            self.portfolio.name_of(kind, ref, home)
            for kind, ref in where.named()
            if not (kind == "journey" and without_journey)
        ]
        return ", ".join(parts)

    @cached_property
    def _aims_at(self) -> dict[tuple[str, Where], tuple[Aim, ...]]:
        """Of several sources the one with the newest value says how far it is; of two as new, the first."""
        found: dict[SeriesKey, dict[tuple[str, str], Aim]] = defaultdict(dict)
        for aim in self.aims:
            aims, goal = found[aim.series.metric.key, aim.series.where], (aim.journey, aim.goal.key)
            if goal not in aims or _newer(aim.series, aims[goal].series):
                aims[goal] = aim
        return {key: tuple(aims.values()) for key, aims in found.items()}

    @cached_property
    def _events_at(self) -> dict[SeriesKey, tuple[Event, ...]]:
        began = [one for one in self.judged.all if one.since and one.since.start <= self.today]
        return events_at(began, self.readings)

    @cached_property
    def _expected_places(self) -> frozenset[SeriesKey]:
        return expected_places(self.readings)

    def is_followed(self, figure: Figure) -> bool:
        """True where a goal is for this number, or an action says it will move it."""
        key = (figure.metric.key, figure.where)
        return key in self._aims_at or key in self._expected_places

    def latest_series(self, figure: Figure) -> Series | None:
        """The series that the newest number of a figure is from."""
        latest = figure.latest
        series = self.measures.of(figure.metric.key, figure.where)
        return next((one for one in series if latest and one.source == latest[0]), None)

    def freshness_of(self, figure: Figure) -> Freshness:
        """Whether the newest number of a figure still says how things are."""
        series = self.latest_series(figure)
        return freshness(series, self.settings, self.today) if series else Freshness("empty")

    @cached_property
    def metrics_of(self) -> dict[str, tuple[Metric, ...]]:
        """The metrics of each journey by its id: those that it names anywhere, and those with rows about it."""
        found: dict[str, dict[str, None]] = {
            journey.key: dict.fromkeys([*journey.metrics, *(goal.metric for goal in journey.goals)])
            for journey in self.portfolio.journeys
        }
        for metric in self.portfolio.metrics:
            for key in self.back.journeys_using(Thing("metric", "", metric.key)):
                found[key].setdefault(metric.key)
        now = {
            key: dict.fromkeys(self.readings.renames.now("metric", ref) for ref in refs) for key, refs in found.items()
        }
        known = self.portfolio.metric_by_id
        return {key: tuple(known[ref] for ref in refs if ref in known) for key, refs in now.items()}

    def figures_about(self, metric: Metric, journey: Journey) -> tuple[Figure, ...]:
        """The figures of a metric about this journey, or about no journey in particular."""
        home = self.readings.renames.now("journey", metric.journey or journey.key)
        phases = {"", *(phase.key for phase in journey.phases)}
        steps = {"", *(step.key for step in journey.steps)}

        def is_here(where: Where) -> bool:
            if where.journey:
                return where.journey == journey.key
            placed = bool(where.phase or where.step)
            return not placed or (home == journey.key and where.phase in phases and where.step in steps)

        return tuple(figure for figure in self.figures(metric) if is_here(figure.where))

    def _once(self, what: str, key: str, make: Callable[[], T]) -> T:
        """What was worked out before, or now."""
        if (what, key) not in self._kept:
            self._kept[what, key] = make()
        return cast("T", self._kept[what, key])


def _newer(first: Series, second: Series) -> bool:
    one, other = first.latest, second.latest
    return one is not None and (other is None or age_of(one.period) > age_of(other.period))
