"""Targets: which goals name a number, and how far it is from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cxsite.measure.find import level_in, place_meant, place_now, reached, series_at
from cxsite.measure.former import renames_of
from cxsite.measure.power import answers_needed
from cxsite.measure.series import Measures, Series
from cxsite.model.goal import Goal
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Aim:
    """A goal for one series. `level` is in the unit of the metric.

    `distance` is what its latest value lacks of the level, below zero where it has to fall; None without a value.
    `reached` is None where nobody can say; `unsure` is true where that is because a value at the level rests on few.
    """

    goal: Goal
    journey: str
    series: Series
    level: float
    by: Period | None
    distance: float | None = None
    reached: bool | None = None
    unsure: bool = False
    disputed: bool = False
    """True where another source of the same time does not say the same of it; nobody can say then."""
    needed: int | None = None
    """How many answers or cases each of two waves needs to show what is left to go; None where nobody can say."""


def aims_of(portfolio: Portfolio, measures: Measures) -> tuple[Aim, ...]:
    """The goals of all journeys, of their targets and of the strategy, one for each series they name.

    A goal whose level does not fit its metric, or that no series is about, is left out.
    """
    renames = renames_of(portfolio)
    found: list[Aim] = []
    for journey, goal, by in all_goals(portfolio):
        metric = portfolio.metric_by_id.get(renames.now("metric", goal.metric))
        level = level_in(metric, goal.target) if metric else None
        if metric is not None and level is not None:
            where = place_now(renames, place_meant(journey, goal.phase, goal.step, goal.segment))
            every = series_at(measures, metric.key, where)
            found += _agreed([Aim(goal, journey, one, level, by, *_distance(metric, one, level)) for one in every])
    return tuple(replace(aim, needed=_needed(aim, portfolio.settings.min_n)) for aim in found)


def _needed(aim: Aim, least: int) -> int | None:
    """Never fewer than a test takes at all."""
    latest = aim.series.latest
    if aim.reached is not False or not aim.distance or latest is None:
        return None
    needed = answers_needed(aim.series.metric, latest.numbers, aim.distance)
    return None if needed is None else max(needed, least)


def _agreed(aims: list[Aim]) -> Iterator[Aim]:
    """The same of each source; where those of one time do not say the same, nobody can say whether it is reached."""
    said: dict[Period, set[bool | None]] = {}
    for aim in aims:
        if aim.distance is not None and aim.series.latest:
            said.setdefault(aim.series.latest.period, set()).add(aim.reached)
    for aim in aims:
        latest = aim.series.latest
        apart = latest is not None and len(said.get(latest.period, ())) > 1
        yield replace(aim, reached=None, disputed=True) if apart else aim


def all_goals(portfolio: Portfolio) -> Iterator[tuple[str, Goal, Period | None]]:
    """Every goal with its journey and its date: those of each journey, of its targets, then those of the strategy."""
    for journey in portfolio.journeys:
        default = journey.goals[0].by if journey.goals else None
        for goal in (*journey.goals, *(goal for target in journey.targets.values() for goal in target.goals)):
            yield journey.key, goal, goal.by or default
    shared = [goal for goal in portfolio.library("strategy", "goals") if isinstance(goal, Goal)]
    for goal in shared:
        yield "", goal, goal.by or shared[0].by


def _distance(metric: Metric, series: Series, level: float) -> tuple[float | None, bool | None, bool]:
    latest = series.latest
    if latest is None or latest.estimate is None:
        return None, None, False
    there = reached(metric, latest.estimate.value, level)
    unsure = bool(there and latest.estimate.low_base)
    return level - latest.estimate.value, None if unsure else there, unsure
