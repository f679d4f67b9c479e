"""The order in which to begin actions, and what they take."""

from __future__ import annotations

from datetime import date

from cxsite.derive.links.things import all_actions
from cxsite.derive.people.accountability import accountability
from cxsite.derive.work.worklist import Task, by_department, load_of, worklist
from derive.known import known

TODAY = date(2026, 6, 1)
ORGANISATION = """\
departments: [{id: sales, name: Sales}, {id: desk, name: Desk}]
people: [{id: ana, name: Ana, department: desk}, {id: bo, name: Bo}]
"""


def tasks(*actions: str) -> tuple[Task, ...]:
    return made(*actions)[0]


def made(*actions: str):  # type: ignore[no-untyped-def]
    text = "phases: [{id: p, name: P, steps: [{id: s, name: S}]}]\nactions:\n"
    text += "".join(f"  - {{name: {one}}}\n" for one in actions)
    found = known(text, {"journeys/organisation.yml": ORGANISATION})
    return worklist(all_actions(found.portfolio), TODAY), accountability(found.portfolio)


def order(*actions: str) -> list[tuple[str, str]]:
    return [(task.number, task.action.name) for task in tasks(*actions)]


def test_open_actions_stand_by_value_times_ease() -> None:
    assert order("Low, value: 1, ease: 5", "High, value: 3, ease: 3") == [("A1", "High"), ("A2", "Low")]


def test_what_was_not_assessed_follows_then_what_shipped_then_what_was_dropped() -> None:
    found = order(
        "Gone, value: 5, ease: 5, status: dropped",
        "Done, value: 5, ease: 5, shipped: 2026-05-01",
        "Half, value: 5",
        "Open, value: 1, ease: 1",
    )
    assert [name for _, name in found] == ["Open", "Half", "Done", "Gone"]


def test_of_two_alike_the_one_written_first_goes_first() -> None:
    assert [name for _, name in order("B, value: 2, ease: 3", "A, value: 3, ease: 2")] == ["B", "A"]


def test_days_are_summed_over_open_actions_and_the_silent_ones_are_counted() -> None:
    load = load_of(
        tasks(
            "A, resources: {people_days: 10, it_days: 0.5, budget: 100}",
            "B, resources: {people_days: 5, budget: 7 USD}",
            "C",
            "D, shipped: 2026-05-01, resources: {people_days: 99, it_days: 99, budget: 99}",
        )
    )
    assert (load.actions, load.people.amount, load.people.said, load.people.silent) == (3, 15, 2, 1)
    assert (load.it.amount, load.it.silent) == (0.5, 2)
    assert (load.budget, load.without_budget) == ({"": 100, "USD": 7}, 1)


def test_where_nobody_says_any_days_there_are_none_and_not_zero() -> None:
    load = load_of(tasks("A", "B"))
    assert (load.people.amount, load.it.amount, load.budget) == (None, None, {})


def test_days_count_once_with_the_department_that_answers() -> None:
    found, duties = made(
        "A, owner: ana, done_by: [desk, sales], resources: {people_days: 10}",
        "B, done_by: sales",
        "C, owner: bo",
        "D, owner: desk, status: dropped",
    )
    shares = {one.department: one for one in by_department(found, duties)}
    assert set(shares) == {"desk", "sales", "", "bo"}
    assert [task.action.name for task in shares["desk"].answers] == ["A"]
    assert (shares["desk"].load.people.amount, shares["desk"].contributes) == (10, ())
    assert [task.action.name for task in shares["sales"].contributes] == ["A", "B"]
    assert shares["sales"].answers == ()
    assert [task.action.name for task in shares[""].answers] == ["B"]
