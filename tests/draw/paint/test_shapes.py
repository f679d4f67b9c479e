"""Symbols, as paths."""

from __future__ import annotations

import pytest

from cxsite.draw.paint.shapes import SHAPES, shape


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_shape_is_around_its_point_and_scales_with_its_area(name: str) -> None:
    small, large = shape(name, 100), shape(name, 400)
    assert small.reach[0] == -small.reach[2] == pytest.approx(-5)
    assert [2 * end for end in small.reach] == pytest.approx(list(large.reach))
    assert bool(small.radius) != bool(small.rest)


def test_a_shape_is_turned_around_its_point() -> None:
    assert shape("stroke", 100, 90).reach == pytest.approx((0, -5, 0, 5))
    assert shape("square", 100, 45).reach == pytest.approx((-7.07, -7.07, 7.07, 7.07), abs=0.01)
    assert shape("stroke", 100).rest == "l10 0"
    assert shape("diamond", 100).rest == "l5 -5 5 5 -5 5z"
