"""Ease against value: where each action is drawn, and the rows that say the same."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.matrix import HEIGHT, WIDTH, Choice, Matrix, Point, backdrop, points_of, twin

PLACES = [(4, 5), (4, 5), (4, 5), (4, 5), (4, 4.9), (1, 1), (5, 1), (5, 5), (1, 5), (2.5, 3), (3, 3), (3, 2.9)]
MATRIX = Matrix(
    "what we plan",
    tuple(
        Choice(f"A{i + 1}", f"Action <{i + 1}>", e, v, "shipped" if i % 5 == 1 else "planned")
        for i, (e, v) in enumerate(PLACES)
    ),
    2,
)
RATED = st.lists(st.tuples(st.floats(1, 5), st.floats(1, 5)), max_size=14)


def drawn(places: list[tuple[float, float]]) -> tuple[Point, ...]:
    return points_of(Matrix("all", tuple(Choice(f"A{i}", "N", *place) for i, place in enumerate(places))))


def apart(a: Point, b: Point) -> float:
    return math.dist((a.x * WIDTH / 100, a.y * HEIGHT / 100), (b.x * WIDTH / 100, b.y * HEIGHT / 100))


def inside(point: Point) -> bool:
    """With room for half a point at the sides, and for the words of the quadrants above and below."""
    across, up = point.x * WIDTH / 100, point.y * HEIGHT / 100
    return 13 <= across <= WIDTH - 13 and 36 <= up <= HEIGHT - 36


@given(RATED)
def test_points_stand_apart_and_inside_the_plot(places: list[tuple[float, float]]) -> None:
    points = drawn(places)
    assert all(inside(point) for point in points)
    assert all(apart(a, b) >= 28 for i, a in enumerate(points) for b in points[i + 1 :])


@pytest.mark.long
def test_sixty_points_in_one_place_stand_apart_as_well() -> None:
    points = drawn([(3, 3)] * 60)
    assert all(inside(point) for point in points)
    assert min(apart(a, b) for i, a in enumerate(points) for b in points[i + 1 :]) >= 28


def test_a_point_with_room_stays_where_it_belongs_and_one_that_moved_is_tied_to_its_place() -> None:
    points = points_of(MATRIX)
    assert [point.moved for point in points[:6]] == [False, True, True, True, True, False]
    svg = ET.fromstring(backdrop(points))
    assert len([one for one in svg if one.tag == "circle"]) == sum(point.moved for point in points)
    assert svg.get("aria-hidden") == "true"


@given(RATED.filter(lambda places: len(places) <= 4))
def test_a_point_is_not_moved_into_another_quadrant(places: list[tuple[float, float]]) -> None:
    for (ease, value), point in zip(places, drawn(places), strict=True):
        assert (ease >= 3, value >= 3) == (point.x >= 50, point.y >= 50)


def test_rows_have_ease_value_and_the_words_of_the_quadrant() -> None:
    assert twin(MATRIX).rows[1] == ("A2", "Action <2>", "4.0", "5.0", "Do now", "shipped")
    assert [row[4] for row in twin(MATRIX).rows[5:11]] == [
        "Later",
        "Fill in",
        "Do now",
        "Plan well",
        "Plan well",
        "Do now",
    ]
    assert "Do now: A1, A3, A4, A5, A8, A11." in twin(MATRIX).description
    assert "Nothing to begin any more: A2 (shipped), A7 (shipped), A12 (shipped)." in twin(MATRIX).description
    assert "2 without ease and value left out" in twin(MATRIX).description
    assert "Plan well: none." in twin(replace(MATRIX, choices=MATRIX.choices[:1])).description


def test_a_matrix_without_actions_has_its_lines() -> None:
    assert len([one for one in ET.fromstring(backdrop(())) if one.tag == "line"]) == 2


@pytest.mark.parametrize("place", [(0.9, 3), (3, 5.1), (float("nan"), 3)])
def test_what_is_not_on_the_scale_is_refused(place: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"1\.\.5"):
        Choice("A1", "Action", *place)


def test_both_scales_have_their_levels_where_points_of_them_stand() -> None:
    (point,) = drawn([(4, 2)])
    svg = ET.fromstring(backdrop(()))
    at = {(one.get("text-anchor"), one.text): one for one in svg if one.tag == "text"}
    assert [level for anchor, level in at if anchor == "end"] == ["1", "2", "3", "4", "5"]
    assert round(float((at["middle", "4"].get("x") or "").strip("%"))) == point.x
    assert 100 - round(float((at["end", "2"].get("y") or "").strip("%"))) == point.y
