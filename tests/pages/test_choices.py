"""Actions on the plane of ease and value."""

from __future__ import annotations

from datetime import date

from cxsite.derive.links.things import Thing
from cxsite.derive.work.worklist import Task, worklist
from cxsite.model.action import Action
from cxsite.pages.choices import MOST, assessed, choice_of, matrix_of, quadrants


def tasks(*actions: dict[str, object]) -> tuple[Task, ...]:
    made = [Action.model_validate({"name": f"N{i}", **one}) for i, one in enumerate(actions)]
    return worklist([(Thing("action", "a", one.key), one) for one in made], date(2026, 1, 1))


def test_an_action_without_ease_or_value_has_no_place() -> None:
    assert choice_of(Action.model_validate({"name": "N", "ease": "3"})) is None
    assert matrix_of("All", tasks({"value": "3"})) is None


def test_what_was_dropped_is_neither_drawn_nor_counted_as_left_out() -> None:
    matrix = matrix_of("All", tasks({"value": "3", "ease": "3"}, {"value": "1"}, {"status": "dropped"}))
    assert matrix
    assert ([choice.number for choice in matrix.choices], matrix.left_out) == (["A1"], 1)


def test_more_than_there_is_room_for_are_not_drawn_and_stand_in_words() -> None:
    many = tasks(*({"value": "3", "ease": "3"} for _ in range(MOST + 5)))
    matrix = matrix_of("All", many)
    assert matrix and len(matrix.choices) == MOST
    assert sum(len(found) for _, found in quadrants(assessed(many))) == MOST + 5


def test_what_is_over_is_drawn_with_its_state_and_not_listed_among_what_to_begin() -> None:
    known = tasks({"value": "5", "ease": "5", "shipped": "2025-12"}, {"value": "5", "ease": "4"})
    listed = {words: [task.number for task in found] for words, found in quadrants(assessed(known)) if found}
    assert listed == {"Do now": ["A1"]}
    matrix = matrix_of("All", known)
    assert matrix and [(choice.number, choice.over) for choice in matrix.choices] == [("A1", False), ("A2", True)]
