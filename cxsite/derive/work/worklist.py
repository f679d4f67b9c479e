"""Actions in the order in which to begin them, the days they take, and by whom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cxsite.derive.links.things import Thing
from cxsite.derive.people.accountability import CONTRIBUTES, Accountability
from cxsite.derive.work.progress import Progress, progress_of
from cxsite.model.action import Action

_OVER = {"shipped": 2, "dropped": 3}


@dataclass(frozen=True)
class Task:
    """An action with its number on the page, such as A3, and where it stands."""

    number: str
    thing: Thing
    action: Action
    progress: Progress

    @property
    def priority(self) -> float | None:
        """Value times ease, 1..25; None where one of the two was not assessed."""
        return priority_of(self.action)

    @property
    def open(self) -> bool:
        """True as long as it is neither shipped nor dropped."""
        return self.progress.state not in _OVER


def priority_of(action: Action) -> float | None:
    """Value times ease, 1..25; None where one of the two was not assessed."""
    return None if action.value is None or action.ease is None else action.value * action.ease


def worklist(actions: Iterable[tuple[Thing, Action]], today: date) -> tuple[Task, ...]:
    """Open actions by value times ease, then those not assessed, then what shipped, then what was dropped."""
    known = [(thing, action, progress_of(action, today)) for thing, action in actions]

    def place(one: tuple[Thing, Action, Progress]) -> tuple[int, float]:
        priority = priority_of(one[1])
        open_ = 1 if priority is None else 0
        return _OVER.get(one[2].state, open_), -(priority or 0)

    return tuple(Task(f"A{number}", *one) for number, one in enumerate(sorted(known, key=place), 1))


@dataclass(frozen=True)
class Days:
    """Working days over several actions. `amount` is None where none of them says any; `silent` do not say."""

    amount: float | None
    said: int
    silent: int


@dataclass(frozen=True)
class Load:
    """What several open actions take together. `budget` is by currency, empty for that of the site."""

    actions: int
    people: Days
    it: Days
    budget: Mapping[str, float]
    without_budget: int


def load_of(tasks: Iterable[Task]) -> Load:
    """The load of those that are open; what shipped or was dropped takes nothing any more."""
    open_ = [task.action for task in tasks if task.open]
    resources = [action.resources for action in open_]
    money = [one.budget for one in resources if one and one.budget]
    budget: dict[str, float] = {}
    for amount in money:
        budget[amount.currency] = budget.get(amount.currency, 0.0) + amount.amount
    return Load(
        len(open_),
        _days([one.people_days if one else None for one in resources]),
        _days([one.it_days if one else None for one in resources]),
        budget,
        len(open_) - len(money),
    )


def _days(said: list[float | None]) -> Days:
    known = [days for days in said if days is not None]
    return Days(math.fsum(known) if known else None, len(known), len(said) - len(known))


@dataclass(frozen=True)
class Share:
    """A department's part: the open actions it answers for, with their load, and those that it contributes to."""

    department: str
    answers: tuple[Task, ...]
    load: Load
    contributes: tuple[Task, ...]


def by_department(tasks: Iterable[Task], duties: Accountability) -> tuple[Share, ...]:
    """The load of each department that answers for an open action or contributes to one.

    An action's days count once, with whoever answers for it. A person counts for the department, or for themselves
    where they have none. The empty name stands for what nobody answers for.
    """
    answers: dict[str, dict[str, Task]] = {}
    contributes: dict[str, dict[str, Task]] = {}
    for task in (one for one in tasks if one.open):
        about = duties.by_thing.get(task.thing, ())
        owners = {_department(duty.party, duties) for duty in about if duty.role == "answers"}
        for owner in owners or {""}:
            answers.setdefault(owner, {})[task.number] = task
        for one in {_department(duty.party, duties) for duty in about if duty.role in CONTRIBUTES} - owners:
            contributes.setdefault(one, {})[task.number] = task
    shares = [_share(one, answers.get(one, {}), contributes.get(one, {})) for one in {**answers, **contributes}]
    return tuple(sorted(shares, key=lambda one: (-len(one.answers), -len(one.contributes), one.department)))


def _share(department: str, answers: dict[str, Task], contributes: dict[str, Task]) -> Share:
    own = tuple(answers.values())
    return Share(department, own, load_of(own), tuple(contributes.values()))


def _department(party: str, duties: Accountability) -> str:
    return duties.parties.department(party) or party
