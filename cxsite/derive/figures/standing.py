"""Where a goal stands: its number, its level, and how far the one is from the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxsite.derive.figures.beside import write_way
from cxsite.derive.figures.counted import Count
from cxsite.derive.links.things import Thing
from cxsite.derive.places.readings import Readings
from cxsite.derive.written.amounts import write_quantity
from cxsite.derive.written.numbers import write_number, write_value
from cxsite.measure.aims import Aim
from cxsite.measure.find import level_in, place_meant, place_now
from cxsite.measure.series import Where, age_of, why_without
from cxsite.model.goal import Goal
from cxsite.model.metric import Metric
from cxsite.model.period import Period


@dataclass(frozen=True)
class Standing:
    """A goal with its newest number, or its count, on a day.

    `journey` is empty for a goal of the strategy; `aims` has one for each source of numbers, the newest first. `name`,
    `place`, `level` and `way` are in words: what it is called, what it is narrowed to, the level as the metric writes
    its values, the distance. `reached` is None where nobody can say, as where sources disagree on it. `inside` is true
    where the level lies within the interval of the number, so that the distance may be chance alone. `late` is true
    once its day is over and nobody can say that it is reached. `rivals` counts further sources with another number of
    the same time.
    """

    goal: Goal
    journey: str
    name: str
    metric: Metric | None
    where: Where
    place: str
    level: str
    way: str
    by: Period | None
    aims: tuple[Aim, ...] = ()
    count: Count | None = None
    reached: bool | None = None
    inside: bool = False
    late: bool = False
    rivals: int = 0

    @property
    def thing(self) -> Thing:
        """What links to it name."""
        return Thing("goal", self.journey, self.goal.key)

    @property
    def lateness(self) -> str:
        """In words: overdue where it is known that it is not reached; empty before its day is over."""
        if not self.late:
            return ""
        return "its day is over" if self.reached is None else "overdue"

    @property
    def aim(self) -> Aim | None:
        """That of the source with the newest number; None without any number."""
        return next((aim for aim in self.aims if aim.distance is not None), None)


def standing_of(
    goal: Goal,
    journey: str,
    by: Period | None,
    aims: Sequence[Aim],
    count: Count | None,
    readings: Readings,
    today: date,
) -> Standing:
    """Where a goal stands on this day; `aims` are those of this goal, `count` where its metric is counted."""
    metric = readings.metric(goal.metric)
    where = place_now(readings.renames, place_meant(journey, goal.phase, goal.step, goal.segment))
    kinds = [(kind, ref) for kind, ref in where.named() if kind != "journey"]
    place = ", ".join(readings.portfolio.name_of(kind, ref, where.journey) for kind, ref in kinds)
    name = goal.name or (count.name if count else metric.name if metric else goal.metric)
    newest = tuple(sorted(aims, key=_age, reverse=True))
    aim = next((one for one in newest if one.distance is not None), None)
    latest = aim.series.latest if aim else None
    rivals = len(readings.measures.rivals(aim.series, latest)) if aim and latest else 0
    reached = _counts_up(goal, count) if count else aim.reached if aim else None
    return Standing(
        goal,
        journey,
        name,
        metric,
        where,
        place,
        _level(goal, metric, count, readings),
        _way(goal, metric, count, newest),
        by,
        newest,
        count,
        reached,
        aim is not None and _inside(aim),
        bool(by and by.end < today and not reached),
        rivals,
    )


def _counts_up(goal: Goal, count: Count) -> bool | None:
    """None where it depends on places of which nobody can say whether they count."""
    unsure = count.few + count.disputed
    if count.value is None or count.value < goal.target.value <= count.value + unsure:
        return None
    return goal.target.value <= count.value


def _age(aim: Aim) -> tuple[date, date]:
    latest = aim.series.latest
    return age_of(latest.period) if latest else (date.min, date.min)


def _level(goal: Goal, metric: Metric | None, count: Count | None, readings: Readings) -> str:
    """The level in the unit of its metric; as it was written where the metric is not known or does not fit."""
    if count is not None:
        return f"{write_number(goal.target.value, 0)} of {count.total}"
    value = level_in(metric, goal.target) if metric else None
    if metric is not None and value is not None:
        return write_value(metric, value)
    settings = readings.portfolio.settings
    return write_quantity(goal.target, settings.currency)


def _way(goal: Goal, metric: Metric | None, count: Count | None, aims: Sequence[Aim]) -> str:
    if count is not None:
        if count.value is None:
            return "not measured yet"
        missing = goal.target.value - count.value
        left = "reached" if missing <= 0 else f"{write_number(missing, 0)} to go"
        return f"{left}, or none" if 0 < missing <= count.few + count.disputed else left
    if metric is None:
        return "no such metric"
    if level_in(metric, goal.target) is None:
        return "its level does not fit the metric"
    aim = next((one for one in aims if one.distance is not None), None)
    if aim is None:
        return why_without(one.series for one in aims) or "not measured yet"
    return write_way(metric, aim)


def _inside(aim: Aim) -> bool:
    """True where the level lies within the interval of the latest value."""
    latest = aim.series.latest
    ends = (latest.estimate.low, latest.estimate.high) if latest and latest.estimate else (None, None)
    return ends[0] is not None and ends[1] is not None and ends[0] <= aim.level <= ends[1]
