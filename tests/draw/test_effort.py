"""What a step takes, as words and bars."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.effort import Effort, Taken, largest, rows_of

AMOUNT = st.none() | st.floats(0, 1e6)
TAKEN = st.builds(Taken, AMOUNT, AMOUNT, AMOUNT)
WAIT = Effort(
    "Has the date <moved>",
    Taken(1234, 12.5, 0.3),
    Taken(2400, 60, 2.6),
    Taken(2400, 24, 1.7),
    Taken(5, None, 0),
    "EUR",
)


def test_the_bars_of_a_step_tell_before_expected_and_now_apart_without_colour() -> None:
    looks = re.findall(r"<rect [^>]*?(fill=[^/]*)/>", rows_of(replace(WAIT, expected=WAIT.before))[0].bars)
    shapes = [re.sub(r"--cx-[a-z0-9-]+", "", look) for look in looks]
    assert len(looks) == len(set(shapes)) == 3


def test_a_part_is_as_long_as_its_share_of_the_largest_on_the_map() -> None:
    rows = rows_of(replace(WAIT, before=None, expected=None, now=Taken(600, 60, 0)))
    assert [re.findall(r'<rect [^>]*width="([^"]+)"', row.bars) for row in rows] == [["25%"], ["100%"]]


def test_no_negative_emotion_has_no_row() -> None:
    pleased = replace(WAIT, before=None, expected=None, now=Taken(600, 60, 0))
    assert [row.part for row in rows_of(pleased)] == ["Time", "Money"]


def test_a_feeling_stands_beside_a_face_as_it_has_no_unit() -> None:
    assert [bool(row.sign) for row in rows_of(WAIT)] == [False, False, True]


def test_a_part_that_nobody_assessed_has_no_bar_and_says_so() -> None:
    rows = rows_of(replace(WAIT, before=None, expected=None, now=Taken(5)))
    assert [row.words for row in rows] == ["5 min", "?", "?"]
    assert ["<rect" in row.bars for row in rows] == [True, False, False]


def test_money_has_the_currency_of_the_drawing() -> None:
    assert [row.words for row in rows_of(WAIT)] == ["20 h 34 min", "€12.50", "−0.3"]


@given(TAKEN, st.none() | TAKEN, st.none() | TAKEN)
def test_any_effort_is_drawn_within_its_box(now: Taken, before: Taken | None, expected: Taken | None) -> None:
    scale = largest(*(taken for taken in (now, before, expected) if taken))
    for row in rows_of(Effort("{S}", now, scale, before, expected, "{}")):
        assert all(0 <= float(width) <= 100 for width in re.findall(r'<rect [^>]*width="([\d.]+)%"', row.bars))
        assert 'aria-hidden="true"' in (row.bars or 'aria-hidden="true"')


@pytest.mark.parametrize("amount", [-1, float("nan"), float("inf")])
def test_less_than_nothing_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="zero or more"):
        Taken(money=amount)
