"""What stays on one line."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from cxsite.pages.unbroken import together, unbroken


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("29 %", "29_%"),
        ("n 1,212, effective 400", "n_1,212, effective 400"),
        ("95 % interval 4.1 to 4.5, Oct 2026", "95_% interval 4.1 to 4.5, Oct_2026"),
        ("4 h 40 min", "4_h 40_min"),
        ("1 point to go, 12 days", "1_point to go, 12_days"),
        ("3 minors, in 2026, 12 steps", "3 minors, in 2026, 12 steps"),
    ],
)
def test_a_number_stays_with_its_unit(text: str, shown: str) -> None:
    assert together(text) == shown.replace("_", "\u00a0")


def test_markup_stays_as_it_is() -> None:
    assert together(Markup('<b title="3 %">3 %</b>')) == '<b title="3 %">3 %</b>'


def test_numbers_of_a_part_stay_with_their_units_and_attributes_as_they_are() -> None:
    html = '<p title="in 90 days">in 90 days, <b>Mar 2026</b> to May 2026</p>'
    assert unbroken(html) == '<p title="in 90 days">in 90_days, <b>Mar_2026</b> to May_2026</p>'.replace("_", "\u00a0")


def test_a_day_in_a_text_is_one_piece() -> None:
    html = '<p title="by 2026-10-31">by 2026-10-31, was 2026-10-30.</p>'
    assert unbroken(html) == (
        '<p title="by 2026-10-31">by <span class="cx-day">2026-10-31</span>, '
        'was <span class="cx-day">2026-10-30</span>.</p>'
    )


def test_a_day_beside_a_drawing_is_one_piece() -> None:
    day = '<span class="cx-day">2026-10-31</span>'
    html = "<p>2026-10-31<svg><title>2026-10-31</title></svg>2026-10-31</p>"
    assert unbroken(html) == f"<p>{day}<svg><title>2026-10-31</title></svg>{day}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<svg><title>2026-10-31</title><text>2026-10-31</text></svg>",
        '<select><option value="a">2026-10-31</option></select>',
        '<a href="releases/2026-10-31/" data-of="a|2026-10-31">log-2026-10-31 and 12026-10-31</a>',
    ],
)
def test_what_cannot_hold_markup_or_is_no_day_stays_as_it_is(html: str) -> None:
    assert unbroken(html) == html
