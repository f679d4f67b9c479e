"""Ease against value, as rows and as a chart."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.matrix import Choice, Matrix, datasets, matrix_chart, spread, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts

PLACES = [(4, 5), (4, 5), (4, 5), (4, 5), (4, 4.9), (1, 1), (5, 1), (5, 5), (1, 5), (2.5, 3), (3, 3), (3, 2.9)]
MATRIX = Matrix(
    "what we plan",
    tuple(Choice(f"A{i + 1}", f"Action <{i + 1}>", e, v, i % 5 == 1) for i, (e, v) in enumerate(PLACES)),
    2,
)
SPOTS = st.lists(st.tuples(st.floats(15, 247), st.floats(39, 261)), max_size=14)


def test_the_chart_is_fit_for_a_page_and_is_the_kept_one(tmp_path: Path) -> None:
    chart = matrix_chart(MATRIX, Studio(Cache(tmp_path)))
    for name, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        drawn = texts(assert_fit_for_a_page(svg, twin(MATRIX)))
        assert {"Do now", "Plan well", "Fill in", "Later", *(c.number for c in MATRIX.choices)} <= set(drawn)
        assert_golden(f"matrix-{name}", svg)


@given(SPOTS)
def test_points_stand_apart_and_inside_the_plot(spots: list[tuple[float, float]]) -> None:
    placed = spread(spots, 262, 300)
    assert len(placed) == len(spots)
    assert all(15 <= x <= 247 and 39 <= y <= 261 for x, y in placed)
    assert all(math.dist(a, b) >= 27 for i, a in enumerate(placed) for b in placed[i + 1 :])


def test_a_hundred_points_in_one_place_are_still_drawn_inside() -> None:
    placed = spread([(131, 150)] * 100, 262, 300)
    assert all(15 <= x <= 247 and 39 <= y <= 261 for x, y in placed)
    assert len(set(placed)) == 100


def test_a_point_with_room_stays_where_it_belongs_and_one_that_moved_is_tied_to_its_place() -> None:
    rows = datasets(MATRIX)["rows"]
    assert not rows[0]["moved_wide"]
    assert all(row["moved_wide"] for row in rows[1:5])
    assert (rows[5]["x_wide"], rows[5]["y_wide"]) == (rows[5]["own_x_wide"], rows[5]["own_y_wide"]) == (15, 39)


@given(SPOTS.filter(lambda spots: len(spots) <= 4))
def test_a_point_is_not_moved_into_another_quadrant(spots: list[tuple[float, float]]) -> None:
    for (x, y), (left, low) in zip(spots, spread(spots, 262, 300), strict=True):
        assert (x >= 131, y >= 150) == (left >= 131, low >= 150)


def test_rows_have_ease_value_and_the_words_of_the_quadrant() -> None:
    assert twin(MATRIX).rows[1] == ("A2", "Action <2>", "4.0", "5.0", "Do now", "yes")
    assert [row[4] for row in twin(MATRIX).rows[5:11]] == [
        "Later",
        "Fill in",
        "Do now",
        "Plan well",
        "Plan well",
        "Do now",
    ]
    assert "2 without ease and value left out" in twin(MATRIX).description
    assert "Plan well: none." in twin(replace(MATRIX, choices=MATRIX.choices[:1])).description


def test_a_matrix_without_actions_is_drawn(tmp_path: Path) -> None:
    empty = Matrix("none", ())
    assert_fit_for_a_page(matrix_chart(empty, Studio(Cache(tmp_path))).wide, twin(empty))


@pytest.mark.parametrize("place", [(0.9, 3), (3, 5.1), (float("nan"), 3)])
def test_what_is_not_on_the_scale_is_refused(place: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"1\.\.5"):
        Choice("A1", "Action", *place)
