"""What stands beside a series in time: the levels it is to reach, and the changes that were to move it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.derive.figures.axis import Axis
from cxsite.derive.links.things import Thing, all_actions
from cxsite.derive.places.readings import Readings
from cxsite.derive.written.numbers import write_distance, write_number, write_value
from cxsite.measure.aims import Aim
from cxsite.measure.find import place_meant, place_now, series_at
from cxsite.measure.judge import Judgement
from cxsite.measure.series import Where, why_without
from cxsite.model.metric import Metric
from cxsite.model.period import Period

SeriesKey = tuple[str, Where]
"""A metric's id and a place."""
_OF_CASES = ("share", "ratio")


@dataclass(frozen=True)
class Event:
    """An action that shipped, or a pilot of it that began, and was to move a number. `pilot` names the segment."""

    action: Thing
    name: str
    since: Period
    pilot: str = ""

    @property
    def words(self) -> str:
        """The same in words: `Explain the bill, shipped 2026-06-08`."""
        return f"{self.name}, {f'pilot in {self.pilot} since' if self.pilot else 'shipped'} {self.since.label}"


@dataclass(frozen=True)
class AimMark:
    """A level to reach, in the unit of the metric. `text` is `Target 90.0 % by 2027-06-30`; `distance` in words.

    `needed` is how many answers or cases it takes to show that distance, in words; empty where nobody can say.
    """

    level: float
    text: str
    distance: str
    needed: str = ""

    @property
    def sentence(self) -> str:
        """Level, date and distance, and what it takes to show that."""
        return f"{self.text}: {self.distance}." + (f" {self.needed}" if self.needed else "")


@dataclass(frozen=True)
class EventMark:
    """An event on a figure, by its number there; `drawn` unless it lies outside the periods that are."""

    number: int
    drawn: bool
    event: Event

    @property
    def sentence(self) -> str:
        """What happened when, and where it is on the chart."""
        away = "" if self.drawn else " Outside the periods of the chart."
        return f"{self.number}: {self.event.words}.{away}"


def aim_marks(metric: Metric, aims: Iterable[Aim]) -> tuple[AimMark, ...]:
    """The levels of these goals, each once, the nearest date first."""
    ordered = sorted(aims, key=lambda aim: (aim.by is None, aim.by.end.toordinal() if aim.by else 0, aim.level))
    found = (
        AimMark(aim.level, write_target(metric, aim), write_way(metric, aim), write_needed(aim)) for aim in ordered
    )
    return tuple({mark.text: mark for mark in found}.values())


def write_target(metric: Metric, aim: Aim) -> str:
    """`Target 90.0 % by 2027-06-30`."""
    return f"Target {write_value(metric, aim.level)}" + (f" by {aim.by.label}" if aim.by else "")


def write_needed(aim: Aim) -> str:
    """How much it takes to show the distance that is left, four times in five; empty where nobody can say."""
    if aim.needed is None:
        return ""
    what = "cases" if aim.series.metric.method in _OF_CASES else "answers"
    count = f"{write_number(aim.needed, 0)} {what}"
    return f"To show a change of that size four times in five takes about {count} before and as many after."


def write_way(metric: Metric, aim: Aim) -> str:
    """What the latest value lacks of it: `27.0 points to go`, `reached`."""
    if aim.distance is None:
        return why_without([aim.series]) or "not measured yet"
    if aim.disputed:
        return "its sources disagree on whether it is reached"
    if aim.unsure:
        return "at the level, on too few answers to say so"
    if aim.reached:
        return "reached"
    return f"{write_distance(metric, aim.distance)} {'away' if aim.reached is None else 'to go'}"


def event_marks(events: Iterable[Event], axis: Axis) -> tuple[EventMark, ...]:
    """The events in the order of time, numbered."""
    ordered = sorted(events, key=lambda event: (event.since, event.action, event.pilot))
    return tuple(
        EventMark(number, axis.place_of(event.since.start) is not None, event)
        for number, event in enumerate(ordered, 1)
    )


def events_at(judged: Iterable[Judgement], readings: Readings) -> dict[SeriesKey, tuple[Event, ...]]:
    """The events of each series that the actions said they would move; `judged` holds those that began."""
    found: dict[SeriesKey, dict[Event, None]] = defaultdict(dict)
    for one in judged:
        if one.since is None:
            continue
        pilot = readings.portfolio.name_of("segment", one.pilot.segment) if one.pilot else ""
        event = Event(Thing("action", one.journey, one.action.key), one.action.name, one.since, pilot)
        for result in one.results:
            metric = readings.metric(result.expectation.metric)
            for series in series_at(readings.measures, metric.key, result.where) if metric else ():
                found[series.metric.key, series.where][event] = None
    return {key: tuple(events) for key, events in found.items()}


def expected_places(readings: Readings) -> frozenset[SeriesKey]:
    """The series that an action says it will move, its pilots' among them; dropped ones left out."""
    found: set[SeriesKey] = set()
    for thing, action in all_actions(readings.portfolio):
        for expectation in action.expects if action.status != "dropped" else ():
            metric = readings.metric(expectation.metric)
            for segment in {expectation.segment, *(pilot.segment for pilot in action.pilots)}:
                meant = place_meant(thing.home, expectation.phase, expectation.step, segment)
                where = place_now(readings.renames, meant)
                named = series_at(readings.measures, metric.key, where) if metric else ()
                found |= {(series.metric.key, series.where) for series in named}
    return frozenset(found)
