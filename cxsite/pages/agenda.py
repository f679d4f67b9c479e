"""What the pages of several actions lay out: where to begin, when what happens, who answers, what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing, thing_of
from cxsite.derive.work.raci import raci_of
from cxsite.derive.work.roadmap import Bar, days_first, roadmap
from cxsite.derive.work.spots import categories_of
from cxsite.derive.work.worklist import Task, by_department, load_of
from cxsite.draw.marks import matrix as plane
from cxsite.draw.marks import roadmap as line
from cxsite.measure.wins import Judgements
from cxsite.pages.choices import assessed, matrix_of, quadrants
from cxsite.pages.desk import Desk

_KEY = (
    Bar("planned", 0.05, 0.95),
    Bar("in progress", 0.05, 0.95),
    Bar("at risk", 0.05, 0.95),
    Bar("overdue", 0.05, 0.5, late=0.95),
    Bar("shipped", 0.05, 0.95),
    Bar("pilot", pilots=(0.5,)),
)
"""One of each look, to stand in the key of a roadmap."""


@dataclass(frozen=True)
class Group:
    """Actions under one heading: a goal, or a journey where a page is about all. `named` is what nobody listed."""

    about: Thing | None
    named: str
    standing: Standing | None
    tasks: tuple[Task, ...]


def agenda(desk: Desk, home: str, name: str, tasks: tuple[Task, ...]) -> dict[str, Any]:
    """All of it, as the templates ask for it; `home` is empty for the page of all journeys."""
    atlas = desk.atlas
    judged = [one for task in tasks for one in atlas.judgements(task.thing) if one.since]
    rated = assessed(tasks)
    return {
        "desk": desk,
        "home": home,
        "tasks": tasks,
        "numbers": {task.thing: task.number for task in tasks},
        "categories": {task.thing: categories_of(task.action, task.thing.home, atlas.portfolio) for task in tasks},
        "rated": rated,
        "unrated": [task for task in tasks if task.priority is None and task.progress.state != "dropped"],
        "dropped": [task for task in tasks if task.progress.state == "dropped"],
        "quadrants": quadrants(rated),
        "matrix": _matrix(name, tasks),
        **_roadmap(desk, home, tasks),
        "raci": raci_of(tasks, atlas.duties),
        "load": load_of(tasks),
        "shares": by_department(tasks, atlas.duties),
        "trials": [(task, trial) for task in tasks for trial in atlas.trials(task.thing) if trial.since],
        "judged": Judgements(tuple(judged)),
    }


def _matrix(name: str, tasks: Sequence[Task]) -> dict[str, Any] | None:
    made = matrix_of(name, tasks)
    if made is None:
        return None
    points = plane.points_of(made)
    by_number = {task.number: task for task in tasks}
    drawn = [(by_number[choice.number], choice, point) for choice, point in zip(made.choices, points, strict=True)]
    return {"points": drawn, "back": plane.backdrop(points), "twin": plane.twin(made)}


def _roadmap(desk: Desk, home: str, tasks: Sequence[Task]) -> dict[str, Any]:
    made = roadmap(tasks, desk.atlas.today)
    states = dict.fromkeys(task.progress.state for task in tasks)
    shown = {*states, *("pilot" for task in tasks if task.action.pilots)}
    return {
        "groups_of_tasks": _by_goal(desk, home, tasks) if home else _by_journey(desk, tasks),
        "heads": line.heads(made.scale) if made else "",
        "tracks": {task.thing: line.track(made.bars.get(task.thing), made.scale) for task in tasks} if made else {},
        "undated": [task for task in tasks if made is None or task.thing not in made.bars],
        "key": [(bar.state, line.sample(bar)) for bar in _KEY if made and bar.state in shown],
        "states": [(state, sum(task.progress.state == state for task in tasks)) for state in states],
    }


def _by_goal(desk: Desk, home: str, tasks: Iterable[Task]) -> list[Group]:
    """The goals of the journey in their order, then others, then what serves none."""
    portfolio = desk.atlas.portfolio
    order = {standing.thing: place for place, standing in enumerate(desk.atlas.goals_of(home))}
    found: dict[tuple[Thing | None, str], list[Task]] = {}
    for task in tasks:
        ref = task.action.goal or ""
        thing = thing_of(portfolio, "goal", ref, task.thing.home) if ref else None
        found.setdefault((thing, "" if thing else ref), []).append(task)
    last = len(order)
    keys = sorted(found, key=lambda key: order.get(key[0], last) if key[0] else last + (1 if key[1] else 2))
    return [Group(*key, desk.atlas.goal(key[0]) if key[0] else None, _in_time(found[key])) for key in keys]


def _by_journey(desk: Desk, tasks: Iterable[Task]) -> list[Group]:
    """What several journeys share first, then each journey's own."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        found.setdefault(task.thing.home, []).append(task)
    homes = [home for home in ("", *(journey.key for journey in desk.atlas.journeys)) if home in found]
    return [Group(Thing("journey", "", home) if home else None, "", None, _in_time(found[home])) for home in homes]


def _in_time(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=days_first))
