"""The maps of a journey before and after as one grid."""

from __future__ import annotations

from compare.examples import FEE, LEAVE, ORG, PAY, PRICE, M, T
from compare.states import JOURNEY, Edit, after
from cxsite.compare.grid import Grid, Place, grids_of, home_of, places_of, touched
from cxsite.compare.report import Report

CHOOSE = JOURNEY[JOURNEY.index("  - id: choose\n") : JOURNEY.index("  - id: pay\n")]
ASK = JOURNEY[JOURNEY.index("      - id: ask\n") : JOURNEY.index("  - id: pay\n")]
WITHOUT_TARGET = (
    "    - {change: ask, name: Asks once, emotion: 0.5, what: One question is enough, carried_by: second-desk, follows: fast}\n",
    "",
)


def grids(told: Report, journey: str) -> tuple[Grid, ...]:
    return grids_of(told, journey, touched(told).get(journey, ()))


def grid(*edits: Edit) -> Grid:
    return grids(after(*edits), "ticket")[0]


def row(found: Grid) -> list[str]:
    """Each column as a sign and an id: + new, − gone, ~ an old place, > a new one, Δ changed."""
    signs = {"added": "+", "removed": "−", "changed": "Δ", "moved": ">", "same": ""}
    return [
        "~" * cell.mark + (signs[cell.state] if not cell.mark else "") + cell.place.id
        for block in found.blocks
        for cell in block.cells
    ]


def test_what_is_gone_stands_where_it_stood_and_what_is_new_where_it_stands() -> None:
    new = "      - {id: seat, name: Picks a seat}\n"
    found = grid((T, PRICE, ""), (T, "      - {id: wait, name", f"{new}      - {{id: wait, name"))
    assert row(found) == ["look", "ask", "−price", "card", "+seat", "wait"]


def test_a_phase_that_is_gone_stands_where_it_stood_with_its_steps() -> None:
    found = grid((T, PAY, ""), (T, FEE, ""), (T, "    - {remove: wait}\n", ""))
    assert [(block.place.id, block.state) for block in found.blocks] == [("choose", "same"), ("pay", "removed")]
    assert row(found) == ["look", "ask", "−price", "−card", "−wait"]


def test_a_phase_that_moves_takes_its_steps_along() -> None:
    found = grid((T, CHOOSE + PAY, PAY + CHOOSE))
    assert sorted((block.place.id, block.state) for block in found.blocks) == [("choose", "same"), ("pay", "moved")]
    assert row(found) == ["price", "card", "wait", "look", "ask"]


def test_a_step_that_moves_to_another_phase_leaves_a_mark_at_its_old_place() -> None:
    found = grid((T, CHOOSE + PAY, CHOOSE.replace(ASK, "") + PAY + ASK))
    assert row(found) == ["look", "~ask", "price", "card", "wait", ">ask"]
    (mark, new) = (cell for cell in found.cells if cell.place.id == "ask")
    assert (mark.mark, new.mark, new.moved) == (True, False, True)


def test_a_step_with_another_id_is_one_column_that_keeps_what_both_sides_say() -> None:
    found = grid((T, "      - {id: price, name: Sees", "      - {id: cost, formerly: price, name: Sees"))
    assert row(found) == ["look", "ask", "Δcost", "card", "wait"]
    (cell,) = (cell for cell in found.cells if cell.place.id == "cost")
    assert cell.before is not None
    assert cell.after is not None
    assert (cell.before.key, cell.after.key) == ("price", "cost")


def test_a_change_is_told_to_the_steps_that_it_is_about_itself_or_through_a_hotspot() -> None:
    found = after(
        (T, "severity: high", "severity: low"), (T, "    risk: No staff\n", ""), (T, "emotion: -0.5", "emotion: 1")
    )
    places = {change.subject.noun: places_of(change, found) for change in found.edits}
    ask, price = Place("current", "step", "ask"), Place("current", "step", "price")
    assert places == {"hotspot": (ask,), "action": (ask,), "step": (price,)}
    cells = {cell.place.id: [one.kind for one in cell.changes] for cell in grids(found, "ticket")[0].cells}
    assert cells["ask"] == ["severity", "action-risk"]


def test_a_target_has_a_grid_where_something_is_told_of_it() -> None:
    def maps(told: Report) -> list[str]:
        return [one.map for one in grids(told, "ticket")]

    assert maps(after((T, "emotion: 0.5, what", "emotion: 0.9, what"))) == ["current", "target"]
    assert maps(after((T, "emotion: -0.5", "emotion: -0.4"))) == ["current"]


def test_journeys_of_which_something_is_told_on_both_sides_have_grids() -> None:
    edits = (LEAVE, "name: Writes a letter", "name: Writes"), (ORG, "name: The desk", "name: Desk")
    assert tuple(touched(after(*edits))) == ("leave",)
    assert tuple(touched(after(("journeys/new.yml", "", "name: New\nowner: sales\nphases: [{name: P}]\n")))) == ()


def test_a_number_belongs_to_the_journey_of_its_metric() -> None:
    found = after(("metrics/ease.csv", "2026-10,660,1000", "2026-10,700,1000"))
    assert [home_of(one, found) for one in found.effects] == ["ticket"]
    assert tuple(touched(found)) == ("ticket",)
    assert home_of(after((M, "owner: desk", "owner: sales")).edits[0], found) == "ticket"


def test_what_is_gone_from_a_journey_with_a_new_id_is_told_of_the_journey() -> None:
    moved = (
        "journeys/way.yml",
        "",
        JOURNEY.replace(PRICE, "").replace("name: Buy a ticket\n", "name: Buy a ticket\nformerly: ticket\n"),
    )
    found = after((T, "*", ""), moved)
    assert "way" in touched(found)
    assert row(grids(found, "way")[0])[2] == "−price"
    assert {home_of(one, found) for one in found.edits if one.kind == "step-removed"} == {"way"}
