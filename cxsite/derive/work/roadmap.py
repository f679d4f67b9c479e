"""Actions along time: a scale from the first day to the last with today on it, and a bar for each that says a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cxsite.derive.links.things import Thing
from cxsite.derive.work.worklist import Task
from cxsite.model.action import Action
from cxsite.model.period import MONTHS

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""Months between two ticks."""
MOST = 8
"""How many stretches between two ticks a scale has room for across a page."""


@dataclass(frozen=True)
class Tick:
    """A line of the scale: its place as a share of the whole, and what begins there."""

    at: float
    label: str


@dataclass(frozen=True)
class Scale:
    """The ticks from the first line to the last, and today."""

    ticks: tuple[Tick, ...]
    today: float
    label: str


@dataclass(frozen=True)
class Bar:
    """One action, in shares of the scale; None for what it does not say.

    `late` is how far one runs over the day it was due, `due` that day for one that shipped on another.
    """

    state: str
    start: float | None = None
    end: float | None = None
    late: float | None = None
    due: float | None = None
    pilots: tuple[float, ...] = ()


@dataclass(frozen=True)
class Roadmap:
    """A scale with the bars of the actions that say a day; the others stand in no bar."""

    scale: Scale
    bars: Mapping[Thing, Bar]


def roadmap(tasks: Iterable[Task], today: date, most: int = MOST) -> Roadmap | None:
    """The actions on one scale of at most so many stretches; None where none of them says a day."""
    found = list(tasks)
    said = [day for task in found for day in _days(task.action)]
    if not said:
        return None
    line = _Line.over(min(*said, today), max(*said, today), most)
    bars = {task.thing: _bar(task, line, today) for task in found if any(_days(task.action))}
    return Roadmap(Scale(line.ticks(), line.at(today), f"Today {today.isoformat()}"), bars)


def days_first(task: Task) -> tuple[bool, date]:
    """A key that sorts actions as they follow one another; those without a day stand last."""
    first = min(_days(task.action), default=None)
    return first is None, first or date.max


def _days(action: Action) -> Iterator[date]:
    yield from (one.start for one in (action.start, *(pilot.since for pilot in action.pilots)) if one)
    yield from (one.end for one in (action.due, action.shipped) if one)


def _bar(task: Task, line: _Line, today: date) -> Bar:
    action = task.action
    end = action.shipped or action.due
    other = action.shipped and action.due and action.shipped.end != action.due.end
    return Bar(
        task.progress.state,
        line.at(action.start.start) if action.start else None,
        line.at(end.end, ends=True) if end else None,
        line.at(today) if task.progress.state == "overdue" else None,
        line.at(action.due.end, ends=True) if action.due and other else None,
        tuple(line.at(pilot.since.start) for pilot in action.pilots),
    )


@dataclass(frozen=True)
class _Line:
    """A scale in months since the year 0, `step` of them from tick to tick."""

    first: int
    last: int
    step: int

    @classmethod
    def over(cls, start: date, end: date, most: int) -> _Line:
        """The finest one that has room for both days."""
        for step in _STEPS:
            first, last = _index(start) // step * step, (_index(end) // step + 1) * step
            if (last - first) // step <= most:
                break
        return cls(first, last, step)

    def at(self, day: date, ends: bool = False) -> float:
        """The place of a day, at its end rather than its start where something `ends` on it."""
        start, end = _ordinal(self.first), _ordinal(self.last)
        return (day.toordinal() + ends - start) / (end - start)

    def ticks(self) -> tuple[Tick, ...]:
        """Both ends included."""
        start, end = _ordinal(self.first), _ordinal(self.last)
        months = range(self.first, self.last + 1, self.step)
        return tuple(Tick((_ordinal(m) - start) / (end - start), _label(m, self.step)) for m in months)


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _ordinal(month: int) -> int:
    """The first day of a month; of one outside the calendar, the day before or behind it."""
    year = month // 12
    if year < 1:
        return 0
    return date(year, month % 12 + 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1


def _label(month: int, step: int) -> str:
    year = month // 12
    if step >= 12:
        return str(year)
    return f"{year} Q{month % 12 // 3 + 1}" if step == 3 else f"{MONTHS[month % 12 + 1]} {year}"
