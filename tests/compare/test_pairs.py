"""What is which: by id, by former id, by likeness; never by position."""

from __future__ import annotations

import pytest

from compare.examples import FEE
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
    report = told(FILES, moved)
    assert kinds(report) == [("probably-renamed", "farewell")]
    assert report.changes[0].what == "probably has another id: `leave` is `farewell` now"
    formerly = {**moved, "journeys/farewell.yml": "formerly: leave\n" + FILES["journeys/leave.yml"]}
    assert kinds(told(FILES, formerly)) == [("id-changed", "farewell")]


def test_of_two_with_one_id_none_is_lost() -> None:
    twice = edited((T, PRICE, PRICE + PRICE.replace("Sees the price", "Sees it again")))
    assert kinds(told(FILES, twice)) == [("step-added", "price")]
    assert told(twice, twice).changes == ()


def test_of_two_with_one_id_the_one_that_is_gone_is_told_and_not_the_other() -> None:
    twice = edited((T, PRICE, PRICE + PRICE.replace("Sees the price", "Sees it again")))
    report = told(twice, edited((T, PRICE, ""), files=twice))
    assert [change.sentence for change in report.changes if not change.derived] == ["Step “Sees the price”: removed"]


def test_a_new_id_for_one_of_two_asks_for_no_former_id_that_the_other_has() -> None:
    again = PRICE.replace("Sees the price", "Sees it again")
    twice = edited((T, PRICE, PRICE + again))
    report = told(twice, edited((T, again, again.replace("id: price", "id: again")), files=twice))
    (change,) = (one for one in report.changes if not one.derived)
    assert (change.kind, change.subject.id, change.hint) == ("probably-renamed", "again", "")


@pytest.mark.parametrize(
    ("there", "here"),
    [("journeys/hotspots.yml", "shared by journeys now, it stood in “Buy a ticket”")],
)
def test_a_hotspot_that_goes_to_the_file_of_all_journeys_is_the_same_one(there: str, here: str) -> None:
    moved = edited((T, FEE, ""), (there, "", f"hotspots:\n{FEE.replace('[card]', '[ticket/card]')}"))
    assert [change.what for change in told(FILES, moved).changes] == [here]
    assert [change.what for change in told(moved, FILES).changes] == ["of “Buy a ticket” now, journeys shared it"]


def test_another_hotspot_of_the_same_id_in_the_file_of_all_journeys_is_new() -> None:
    other = "hotspots:\n  - {id: fee, name: Nobody answers, summary: For hours., severity: critical, kind: pain}\n"
    moved = edited((T, FEE, ""), ("journeys/hotspots.yml", "", other))
    assert sorted(change.kind for change in told(FILES, moved).edits) == ["hotspot-added", "hotspot-removed"]
