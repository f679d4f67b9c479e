"""What differs between two states of a step."""

from __future__ import annotations

from cxsite.derive.maps.differences import Difference, differences
from cxsite.derive.maps.said import Said


def said(field: str, text: str, *refs: str) -> Said:
    return Said(field, field, text, "party" if refs else "", refs)


def texts(found: tuple[Difference, ...]) -> list[tuple[str, tuple[str, str]]]:
    return [(one.label, one.texts) for one in found]


def test_only_what_differs_is_told_in_the_order_of_pages() -> None:
    before = [said("effort.time", "12 min"), said("name", "Waits"), said("thinks", "Oh")]
    after = [said("name", "Is told"), said("thinks", "Oh"), said("effort.time", "2 min")]
    assert texts(differences(before, after)) == [("Name", ("Waits", "Is told")), ("Time", ("12 min", "2 min"))]


def test_a_side_that_says_nothing_is_not_assessed_or_not_said() -> None:
    before, after = [said("name", "A"), said("effort.time", "1 min")], [said("name", "A"), said("thinks", "Oh")]
    assert texts(differences(before, after)) == [
        ("Thinks", ("not said", "Oh")),
        ("Time", ("1 min", "not assessed")),
    ]


def test_a_new_name_of_what_is_named_is_no_difference() -> None:
    assert differences([said("owner", "Bill", "billing")], [said("owner", "Billing", "billing")]) == ()
    assert differences([said("owner", "Bill", "billing")], [said("owner", "Bill", "sales")])
    assert differences([said("done_by", "none")], [said("done_by", "Bill", "billing")])


def test_quotes_stay_with_the_map_on_which_they_were_said() -> None:
    assert differences([said("name", "A"), said("quotes", "2 quotes")], [said("name", "A")]) == ()


def test_a_step_that_is_not_there_differs_in_nothing() -> None:
    assert differences([], [said("name", "A")]) == ()


def test_own_fields_come_last() -> None:
    found = differences([said("name", "A"), said("x-law", "1")], [said("name", "B"), said("x-law", "2")])
    assert [one.label for one in found] == ["Name", "Law"]
