"""How many of how many, drawn."""

from __future__ import annotations

import re

import pytest

from cxsite.draw.marks.meter import MOST_CELLS, bar, cells


@pytest.mark.parametrize(("value", "width"), [(0, "0%"), (7, "25%"), (28, "100%"), (99, "100%"), (-3, "0%")])
def test_a_bar_is_as_full_as_the_share(value: float, width: str) -> None:
    assert f'<rect width="{width}"' in bar(value, 28)


def test_the_level_to_be_reached_is_a_line_on_the_bar() -> None:
    assert re.findall('<line x1="([^"]*)" x2="([^"]*)"', bar(7, 28, 14)) == [("50%", "50%")]
    assert "<line" not in bar(7, 28)


def test_there_is_a_cell_for_each_of_few_and_a_bar_for_many() -> None:
    few = cells(2, 5)
    assert few.count("<rect") == 5
    assert few.count('fill="var(--cx-bar)"') == 2
    assert cells(2, MOST_CELLS + 1) == bar(2, MOST_CELLS + 1)


def test_of_nothing_nothing_is_drawn() -> None:
    assert cells(0, 0) == bar(0, 0) == ""
