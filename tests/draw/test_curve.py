"""The curve goes through its points, never beyond two neighbours, and can be cut anywhere."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.curve import Piece, crossings, curve

VALUES = st.lists(st.floats(-2, 2), min_size=2, max_size=12)
GAPS = st.lists(st.floats(0.01, 5), min_size=12, max_size=12)
COEFFICIENTS = st.tuples(*[st.floats(-4, 4)] * 4)
SHARES = [i / 16 for i in range(17)]


def points(values: list[float], gaps: list[float]) -> list[tuple[float, float]]:
    return [(sum(gaps[:i]), value) for i, value in enumerate(values)]


@given(VALUES, GAPS)
def test_the_curve_goes_through_every_point(values: list[float], gaps: list[float]) -> None:
    given_points = points(values, gaps)
    pieces = curve(given_points)
    assert [(p.x0, p.at(0)) for p in pieces] == given_points[:-1]
    assert [(p.x1, p.at(1)) for p in pieces] == given_points[1:]


@given(VALUES, GAPS)
def test_between_two_points_the_curve_only_rises_or_only_falls(values: list[float], gaps: list[float]) -> None:
    for piece in curve(points(values, gaps)):
        start, end = piece.y[0], piece.y[3]
        assert all(min(start, end) <= y <= max(start, end) for y in piece.y)
        heights = [piece.at(t) for t in SHARES]
        assert all(math.isfinite(height) for height in heights)
        assert all(min(start, end) - 1e-12 <= height <= max(start, end) + 1e-12 for height in heights)
        rising = heights if end >= start else heights[::-1]
        assert all(b - a >= -1e-9 for a, b in pairwise(rising))


@given(VALUES, GAPS)
def test_the_curve_has_no_corner_at_a_point(values: list[float], gaps: list[float]) -> None:
    pieces = curve(points(values, gaps))
    for a, b in pairwise(pieces):
        leaving = (a.y[3] - a.y[2]) / (a.x1 - a.x0)
        arriving = (b.y[1] - b.y[0]) / (b.x1 - b.x0)
        assert leaving == pytest.approx(arriving, abs=1e-6)


def test_steps_on_a_line_are_joined_by_the_line() -> None:
    for piece in curve([(0, 0), (1, 1), (3, 3)]):
        assert piece.y == pytest.approx([piece.x(t) for t in (0, 1 / 3, 2 / 3, 1)])


@pytest.mark.parametrize("alone", [[], [(0.5, 1.0)]])
def test_fewer_than_two_points_have_no_curve(alone: list[tuple[float, float]]) -> None:
    assert curve(alone) == ()


@given(COEFFICIENTS, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_cut_is_the_same_curve(y: tuple[float, float, float, float], a: float, b: float, t: float) -> None:
    whole, (start, end) = Piece(2, 5, y), sorted((a, b))
    part = whole.cut(start, end)
    assert part.at(t) == pytest.approx(whole.at(start + t * (end - start)), abs=1e-9)
    assert part.x(t) == pytest.approx(whole.x(start + t * (end - start)))


@given(COEFFICIENTS)
def test_between_two_crossings_a_curve_keeps_its_sign(y: tuple[float, float, float, float]) -> None:
    whole = Piece(0, 1, y)
    ends = [0.0, *crossings(y), 1.0]
    assert len(ends) <= 5
    for a, b in pairwise(ends):
        signs = {math.copysign(1, h) for s in SHARES if abs(h := whole.at(a + s * (b - a))) > 1e-9}
        assert len(signs) <= 1
