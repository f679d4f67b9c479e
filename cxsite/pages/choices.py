"""Actions on the plane of ease and value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxsite.derive.work.worklist import Task
from cxsite.draw.marks.matrix import QUADRANTS, Choice, Matrix
from cxsite.model.action import Action
from cxsite.pages.text import to_plain

MOST = 60
"""How many actions a drawing has room for."""


def choice_of(action: Action, number: str = "", state: str = "not said") -> Choice | None:
    """Where an action stands; None where ease or value was not assessed."""
    if action.ease is None or action.value is None:
        return None
    return Choice(number, to_plain(action.name), action.ease, action.value, state)


def assessed(tasks: Iterable[Task]) -> tuple[tuple[Task, Choice], ...]:
    """Those with ease and value that were not dropped, in their order."""
    found = [(task, choice_of(task.action, task.number, task.progress.state)) for task in tasks]
    return tuple((task, choice) for task, choice in found if choice and task.progress.state != "dropped")


def quadrants(rated: Iterable[tuple[Task, Choice]]) -> tuple[tuple[str, tuple[Task, ...]], ...]:
    """The words of each quadrant with its actions; without those that are over, as there is nothing to begin."""
    known = [(task, choice) for task, choice in rated if not choice.over]
    return tuple(
        (words, tuple(task for task, choice in known if choice.quadrant == words)) for words in QUADRANTS.values()
    )


def matrix_of(name: str, tasks: Sequence[Task]) -> Matrix | None:
    """The drawing of the first ones that there is room for; None where none was assessed."""
    rated = assessed(tasks)
    left_out = len([task for task in tasks if task.progress.state != "dropped"]) - len(rated)
    return Matrix(to_plain(name), tuple(choice for _, choice in rated[:MOST]), left_out) if rated else None
