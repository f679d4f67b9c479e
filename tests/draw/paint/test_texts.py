"""Lines of text, their place and their box."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.draw.paint.letters import text_width
from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.paint.texts import letters, lines_of, written


@pytest.mark.parametrize(
    ("value", "lines"), [("a ", ["a"]), (None, [""]), ([], [""]), (["a", None, 3], ["a", "", "3"]), (4.0, ["4"])]
)
def test_a_value_is_one_line_and_a_list_several(value: Any, lines: list[str]) -> None:
    assert lines_of(value) == lines


@pytest.mark.parametrize(
    ("baseline", "down"), [("top", 9), ("middle", 4), ("bottom", -3), ("line-top", 11), ("line-bottom", -5), (None, 0)]
)
def test_a_baseline_shifts_text_by_whole_pixels(baseline: str | None, down: int) -> None:
    assert letters(12, None, 16, baseline).down == down


def test_text_is_escaped_and_empty_lines_only_take_room() -> None:
    assert written(['<&"', "b"], 1, 2, 14) == ' x="1" y="2">&lt;&amp;"<tspan x="1" dy="14">b</tspan></text>'
    assert written(["", "b", "", "c"], 1, 2, 14) == ' x="1" y="16">b<tspan x="1" dy="28">c</tspan></text>'
    assert written([""], 1, 2, 14) == ""


def test_a_box_is_as_wide_as_the_longest_line() -> None:
    set_in = letters(12, "bold", None, "middle")
    width = text_width("longest", 12, 700)
    assert set_in.box(["a", "longest"], "right", 100, 50) == (100 - width, 44, 100, 70)
    assert set_in.box(["longest"], "center", 100, 50) == (100 - width / 2, 44, 100 + width / 2, 56)


def test_a_long_line_is_shortened_and_says_so() -> None:
    set_in = letters(12, None, None, None)
    assert set_in.shortened("short", 180) == "short"
    made = set_in.shortened("w" * 60, 180)
    assert made.endswith("…")
    assert 165 < text_width(made, 12) <= 180


@pytest.mark.parametrize("said", [(12, "lighter", None, None), (12, None, None, "hanging"), ("big", None, None, None)])
def test_text_set_in_other_ways_is_refused(said: tuple[Any, ...]) -> None:
    with pytest.raises(Unsupported):
        letters(*said)
