"""The small shape beside a number."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.sparkline import HEIGHT, WIDTH, sparkline

VALUES = st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9, allow_nan=False)), max_size=30)


def points(svg: str) -> list[list[tuple[float, float]]]:
    runs = re.findall(r'points="([^"]*)"', svg)
    return [[tuple(map(float, pair.split(","))) for pair in run.split()] for run in runs]  # type: ignore[misc]


@pytest.mark.parametrize("values", [[], [None], [1.0], [None, 1.0, None], [1.0, 2.0]])
def test_fewer_than_three_values_have_no_shape(values: list[float | None]) -> None:
    assert sparkline(values) == ""


def test_a_rising_number_rises() -> None:
    (run,) = points(sparkline([1.0, 2.0, 4.0]))
    assert [x for x, _ in run] == sorted(x for x, _ in run)
    assert [y for _, y in run] == sorted((y for _, y in run), reverse=True)
    assert (run[0][1], run[-1][1]) == (19.0, 3.0)


def test_a_number_that_never_changes_is_a_line_in_the_middle() -> None:
    (run,) = points(sparkline([3.0, 3.0, 3.0]))
    assert {y for _, y in run} == {HEIGHT / 2}


def test_a_gap_is_left_open() -> None:
    first, second = points(sparkline([1.0, 2.0, None, 2.0, 1.0]))
    assert (len(first), len(second)) == (2, 2)
    assert second[0][0] - first[-1][0] == pytest.approx(2 * (first[1][0] - first[0][0]))


def test_a_value_between_two_gaps_is_a_dot() -> None:
    svg = sparkline([1.0, 2.0, None, 3.0, None, 1.0, 2.0])
    assert svg.count('r="1.4"') == 1
    assert len(points(svg)) == 2


def test_the_last_known_value_is_marked() -> None:
    svg = sparkline([1.0, 2.0, 3.0, None])
    assert re.findall(r'cx="([^"]*)" cy="([^"]*)" r="2.6"', svg) == [("63.0", "3.0")]


def test_the_level_to_be_reached_is_a_line_across_that_the_values_stand_to() -> None:
    svg = sparkline([1.0, 1.5, 2.0], level=4.0)
    assert 'class="cx-spark__a" d="M0 3.0H96"' in svg
    ((first, _, last),) = points(svg)
    assert first[1] > last[1] > 3.0


def test_what_is_less_than_the_interval_does_not_look_like_movement() -> None:
    (run,) = points(sparkline([4.27, 4.275, 4.28], reach=(4.1, 4.45)))
    assert max(y for _, y in run) - min(y for _, y in run) < 1


def test_the_place_from_which_on_something_was_different_lies_before_its_value() -> None:
    svg = sparkline([1.0, 2.0, 3.0], since=1)
    assert 'class="cx-spark__s" d="M25.5 0V22"' in svg


@given(VALUES)
def test_every_drawing_is_well_formed_and_stays_in_its_box(values: list[float | None]) -> None:
    svg = sparkline(values)
    if not svg:
        return
    root = ET.fromstring(svg)
    assert root.get("aria-hidden") == "true"
    drawn = [point for run in points(svg) for point in run]
    drawn += [(float(c), float(d)) for c, d in re.findall(r'cx="([^"]*)" cy="([^"]*)"', svg)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in drawn)
    assert svg.count("<circle") + sum(map(len, points(svg))) == sum(value is not None for value in values) + 1
