"""Words in a chart that would run into one another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.charts.labels import ends_apart, in_a_line


def join(texts: Sequence[str]) -> str:
    return " and ".join(dict.fromkeys(texts))


def placed(marks: list[tuple[float, str]], slots: int = 20, letters: int = 40) -> list[tuple[float, str]]:
    return [(row["at"], row["text"]) for row in in_a_line(marks, slots, letters, join)]


def test_words_with_room_begin_at_their_mark() -> None:
    assert placed([(0.5, "scale"), (9.5, "method")]) == [(0.5, "scale"), (9.5, "method")]


def test_words_without_room_share_the_place_of_the_first() -> None:
    assert placed([(3.5, "method"), (4.5, "wording")]) == [(3.5, "method and wording")]


def test_words_at_the_end_stand_inside_the_chart() -> None:
    assert placed([(18.5, "method")]) == [(16.5, "method")]


def test_words_at_the_end_that_would_meet_those_before_join_them_inside_the_chart() -> None:
    assert placed([(14.5, "method"), (18.5, "wording")]) == [(10.5, "method and wording")]


MARKS = st.lists(st.tuples(st.floats(-0.5, 19.5), st.sampled_from(["scale", "method", "wording", "channel"])))


@given(MARKS)
def test_no_words_run_into_others_or_out_of_the_chart_and_none_is_lost(marks: list[tuple[float, str]]) -> None:
    found = placed(marks)
    ends = [((at + 0.5) * 2, (at + 0.5) * 2 + len(text)) for at, text in found]
    assert all(start >= -0.01 and end <= 40.01 for start, end in ends)
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    told = " ".join(text for _, text in found)
    assert all(text in told for _, text in marks)


def end(line: int, value: float, order: int = 9, below: bool = False) -> dict[str, Any]:
    return {"line": line, "value": value, "order": order, "below": below, "text": str(value)}


def sides(*ends: dict[str, Any]) -> list[str]:
    made = ends_apart(ends, 10, 0.3, 10)
    return [("below" if row["below"] else "above") if row["text"] else "legend" for row in made]


def test_numbers_far_from_one_another_stand_where_their_line_does_not_come_from() -> None:
    assert sides(end(0, 1, below=True), end(1, 9)) == ["below", "above"]
    assert sides(end(0, 1, below=True), end(1, 1.5, order=2)) == ["below", "above"]


def test_of_two_near_ones_the_upper_stands_above_and_the_lower_below() -> None:
    assert sides(end(0, 1), end(1, 2, below=True)) == ["below", "above"]


def test_two_equal_ones_stand_apart_too() -> None:
    assert sides(end(0, 2), end(1, 2)) == ["above", "below"]


def test_a_number_between_two_others_is_left_to_the_legend() -> None:
    assert sides(end(0, 1), end(1, 2), end(2, 3)) == ["below", "legend", "above"]
