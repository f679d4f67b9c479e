"""Who answers, does, is asked and is told, by department."""

from __future__ import annotations

from datetime import date

from cxsite.derive.links.things import all_actions
from cxsite.derive.people.accountability import accountability
from cxsite.derive.work.raci import Raci, raci_of
from cxsite.derive.work.worklist import worklist
from derive.known import known

ORGANISATION = """\
departments:
  - {id: billing, name: Billing, office: back}
  - {id: desk, name: Desk, office: front}
  - {id: loose, name: Loose}
  - {id: sales, name: Sales}
people: [{id: ana, name: Ana, department: desk}, {id: bo, name: Bo}]
"""


def raci(*actions: str) -> Raci:
    text = "phases: [{id: p, name: P, steps: [{id: s, name: S}]}]\nactions:\n"
    text += "".join(f"  - {{name: {one}}}\n" for one in actions)
    portfolio = known(text, {"journeys/organisation.yml": ORGANISATION}).portfolio
    return raci_of(worklist(all_actions(portfolio), date(2026, 6, 1)), accountability(portfolio))


def test_a_person_stands_in_the_column_of_their_department_and_one_without_in_their_own() -> None:
    found = raci("A, owner: ana, done_by: [bo, billing]")
    assert {column.party for column in found.columns} == {"desk", "bo", "billing"}
    assert found.rows[0].cells["desk"] == ("answers",)


def test_columns_stand_from_front_to_back_and_those_of_no_office_last() -> None:
    found = raci("A, owner: billing, done_by: [loose, ana]")
    assert [(column.party, column.edge) for column in found.columns] == [
        ("desk", False),
        ("billing", True),
        ("loose", True),
    ]
    assert found.offices == (("front", 1), ("back", 1), (None, 1))


def test_who_answers_and_does_is_one_department_at_work() -> None:
    row = raci("A, owner: ana, done_by: desk, consulted: billing").rows[0]
    assert row.cells["desk"] == ("answers", "does")
    assert row.hands == 1


def test_an_action_without_anybody_is_a_row_that_says_so() -> None:
    row = raci("A").rows[0]
    assert (row.answered, row.hands, row.backed) == (False, 0, None)


def test_backing_is_whole_or_not_or_not_assessed() -> None:
    every = "[job-descriptions, objectives, process, power-to-decide]"
    rows = raci(f"A, backing: {every}", "B, backing: [process]", "C, backing: none", "D").rows
    assert [row.backed for row in rows] == [True, False, False, None]
