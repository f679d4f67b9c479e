"""The line of work over the columns of a map."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.columns import weighted
from cxsite.draw.marks.handoffs import TRACKS, Doer, Handed, Handoffs, line, passed, twin

from .drawn import assert_fit_for_a_page, assert_golden

SALES, DESK, BILLS = Doer("Sales", "front"), Doer("Desk", "front"), Doer("Billing", "back")
NORTHSPAN = Doer("Northspan <Ltd>", "outside")
DOERS = st.none() | st.builds(Doer, st.sampled_from(["A", "B"]), st.sampled_from(TRACKS))


def work(*doers: Doer | None) -> Handoffs:
    names = tuple(f"Step {i + 1}" for i in range(len(doers)))
    return Handoffs("Get connected", names, weighted([1] * len(doers)), doers)


WORK = work(NORTHSPAN, SALES, SALES, DESK, Doer("Planning", "middle"), BILLS, None, BILLS, NORTHSPAN)


def test_the_drawing_is_fit_for_a_page_and_is_the_kept_one() -> None:
    assert_fit_for_a_page(line(WORK), twin(WORK))
    assert_golden("handoffs", line(WORK) + passed(WORK))


def test_a_hand_off_is_where_two_steps_in_a_row_are_done_by_others() -> None:
    assert [one.column for one in WORK.passed] == [1, 3, 4, 5, 8]
    assert twin(WORK).description == (
        "5 hand-offs over 9 steps. 2 to or from outside. Of 1 step it is not written down who does it."
    )


def test_rows_say_who_and_from_whom() -> None:
    rows = twin(WORK).rows
    assert rows[0] == ("Step 1", "Northspan <Ltd>", "outside", "")
    assert rows[1] == ("Step 2", "Sales", "front office", "from Northspan <Ltd>, across our border")
    assert rows[2] == ("Step 3", "Sales", "front office", "")
    assert rows[6] == ("Step 7", "not written down", "", "")
    assert rows[7][3] == ""


def test_the_line_is_open_where_nobody_wrote_down_who_works() -> None:
    svg = line(work(SALES, None, SALES))
    assert 'stroke="var(--cx-bar)" stroke-width="2.5"' not in svg
    assert svg.count("<circle") == 2
    assert ">?<" in svg


def test_a_line_across_our_border_is_dashed_and_others_have_a_shape_of_their_own() -> None:
    ours, theirs = line(work(SALES, BILLS)), line(work(SALES, NORTHSPAN))
    assert "stroke-dasharray" not in ours
    assert len(re.findall(r"<line [^>]*stroke-dasharray", theirs)) == 2
    assert theirs.count("<rect") == ours.count("<rect") + 1


@given(st.lists(DOERS, min_size=1, max_size=12))
def test_any_work_is_drawn_within_its_box(doers: list[Doer | None]) -> None:
    made = work(*doers)
    svg = line(made)
    assert_fit_for_a_page(svg, twin(made))
    svg += passed(made)
    assert sum(bool(row[3]) for row in twin(made).rows) == len(made.passed)
    places = re.findall(r' c?[xy][12]?="([\d.]+)%"', svg)
    assert all(0 <= float(place) <= 100 for place in places)
    assert svg.count('r="4.5"') == len(made.passed)


def test_a_step_without_a_column_is_refused() -> None:
    with pytest.raises(ValueError, match="its column"):
        replace(WORK, doers=(SALES,))


def test_a_column_without_a_step_is_passed_over() -> None:
    made = replace(work(SALES, None, SALES), steps=("One", "", "Three"))
    assert ">?<" not in line(made)
    assert [row[0] for row in twin(made).rows] == ["One", "Three"]


def test_a_doer_whose_office_nobody_knows_has_no_place_on_the_line() -> None:
    made = work(SALES, Doer("Somebody", None))
    assert ">?<" in line(made)
    assert twin(made).rows[1][1:3] == ("Somebody", "not written down")
    assert "Of 1 step it is not written down in which office it is done." in twin(made).description


def test_hand_offs_that_were_worked_out_are_the_ones_that_are_told() -> None:
    made = replace(work(SALES, DESK, BILLS), known=(Handed(2, SALES, BILLS, True),))
    assert (line(made).count('r="4.5"'), passed(made).count('r="4.5"')) == (0, 1)
    assert twin(made).description == "1 hand-off over 3 steps. 1 to or from outside."
    assert twin(made).rows[2][3] == "from Sales, across our border"
