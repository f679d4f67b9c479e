"""What is which: by id, by former id, by likeness; never by position."""

from __future__ import annotations

import pytest

from compare.states import FILES, after, edited, kinds, told

T = "journeys/ticket.yml"
PRICE = "      - {id: price, name: Sees the price, emotion: -0.5, effort: {time: 2min}}\n"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{id: cost, name: Sees the price of it, emotion: -0.5, effort: {time: 2min}}", [("probably-renamed", "cost")]),
        (
            "{id: cost, name: Sees the price, emotion: -0.5, effort: {time: 3min}}",
            [("effort", "cost"), ("probably-renamed", "cost")],
        ),
        ("{id: tip, name: Gets the hint, channel: web}", [("step-added", "tip"), ("step-removed", "price")]),
        ("{id: tip, name: Asks at the till, emotion: -0.5}", [("step-added", "tip"), ("step-removed", "price")]),
    ],
)
def test_a_new_step_is_an_old_one_only_where_most_is_said_alike(line: str, found: list[tuple[str, str]]) -> None:
    assert sorted(kinds(after((T, PRICE, f"      - {line}\n")))) == sorted(found)


def test_names_in_chinese_are_alike_letter_by_letter() -> None:
    before = edited((T, PRICE, "      - {name: 客户查看票价表}\n"))
    assert kinds(told(before, edited((T, PRICE, "      - {name: 客户查看新票价表}\n")))) == [
        ("probably-renamed", "客户查看新票价表")
    ]


def test_a_journey_under_another_name_keeps_its_parts() -> None:
    moved = {("journeys/farewell.yml" if name == "journeys/leave.yml" else name): text for name, text in FILES.items()}
    assert kinds(told(FILES, moved)) == [("probably-renamed", "farewell")]
    formerly = {**moved, "journeys/farewell.yml": "formerly: leave\n" + FILES["journeys/leave.yml"]}
    assert kinds(told(FILES, formerly)) == [("id-changed", "farewell")]


def test_of_two_with_one_id_none_is_lost() -> None:
    twice = edited((T, PRICE, PRICE + PRICE.replace("Sees the price", "Sees it again")))
    assert kinds(told(FILES, twice)) == [("step-added", "price")]
    assert told(twice, twice).changes == ()
