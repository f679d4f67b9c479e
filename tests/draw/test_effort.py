"""What a step or a phase takes, as bars and as rows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.effort import Effort, Taken, for_phase, for_step, largest, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts

AMOUNT = st.none() | st.floats(0, 1e6)
TAKEN = st.builds(Taken, AMOUNT, AMOUNT, AMOUNT)
WAIT = Effort(
    "Has the date <moved>",
    "expected, one customer, as assessed in 2026",
    Taken(1234, 12.5, 0.3),
    Taken(2400, 60, 2.6),
    Taken(2400, 24, 1.7),
    Taken(5, None, 0),
    "EUR",
)


@pytest.mark.parametrize(("name", "draw"), [("step", for_step), ("phase", for_phase)])
def test_the_drawing_is_fit_for_a_page_and_is_the_kept_one(name: str, draw: object) -> None:
    svg = draw(WAIT)  # type: ignore[operator]
    assert svg == draw(WAIT)  # type: ignore[operator]
    assert_fit_for_a_page(svg, twin(WAIT))
    assert_golden(f"effort-{name}", svg)


def test_the_bars_of_a_step_tell_before_expected_and_now_apart_without_colour() -> None:
    looks = re.findall(r"<rect [^>]*?(fill=[^/]*)/>", for_step(replace(WAIT, expected=WAIT.before)))[:3]
    shapes = [re.sub(r"--cx-[a-z0-9-]+", "", look) for look in looks]
    assert len(set(shapes)) == 3


def test_a_part_is_as_long_as_its_share_of_the_largest_on_the_map() -> None:
    svg = for_step(replace(WAIT, before=None, expected=None, now=Taken(600, 60, 0)))
    assert re.findall(r'<rect [^>]*width="([^"]+)"', svg) == ["25%", "100%"]


def test_no_negative_emotion_is_told_by_the_table_alone() -> None:
    pleased = replace(WAIT, before=None, expected=None, now=Taken(600, 60, 0))
    assert "below 0" not in for_step(pleased).split("</desc>")[1]
    assert twin(pleased).rows[2][1] == "0 below 0"


def test_a_part_that_nobody_assessed_has_no_bar_and_says_so() -> None:
    unknown = replace(WAIT, before=None, expected=None, now=Taken(5))
    assert for_step(unknown).count("<rect") == for_phase(unknown).count("<rect") == 1
    assert texts(assert_fit_for_a_page(for_step(unknown), twin(unknown))) == ["5 min", "?", "?"]
    assert [row[1] for row in twin(unknown).rows] == ["5 min", "not assessed", "not assessed"]


def test_rows_and_drawing_hold_the_same_numbers() -> None:
    drawn = texts(assert_fit_for_a_page(for_phase(WAIT), twin(WAIT)))
    assert all(cell in drawn for row in twin(WAIT).rows for cell in row[:-1])
    assert twin(WAIT).rows[1] == ("Money", "€24", "not assessed", "€12.50", WAIT.basis)


def test_steps_that_are_in_no_sum_are_counted() -> None:
    assert "2 of the steps left out" in twin(replace(WAIT, left_out=2)).description
    assert "left out" not in twin(WAIT).description


@given(TAKEN, st.none() | TAKEN, st.none() | TAKEN)
def test_any_effort_is_drawn_within_its_box(now: Taken, before: Taken | None, expected: Taken | None) -> None:
    scale = largest(*(taken for taken in (now, before, expected) if taken))
    effort = Effort("{S}", "assessed", now, scale, before, expected, "{}")
    for svg in (for_step(effort), for_phase(effort)):
        assert_fit_for_a_page(svg, twin(effort))
        assert all(0 <= float(width) <= 100 for width in re.findall(r'<rect [^>]*width="([\d.]+)%"', svg))


@pytest.mark.parametrize("amount", [-1, float("nan"), float("inf")])
def test_less_than_nothing_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        Taken(money=amount)
