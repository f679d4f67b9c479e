"""Ticks, round ends and numbers, as d3 has them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.paint.ticks import decimals, nice, ticks, written, written_whole

AS_D3 = [
    (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1], (0, 1), 1),
    (0, 100, 5, [0, 20, 40, 60, 80, 100], (0, 100), 0),
    (3.1, 5.8, 5, [3.5, 4, 4.5, 5, 5.5], (3, 5.8), 1),
    (-0.5, 23.5, 24, list(range(24)), (-2, 24), 0),
    (-0.5, 2.5, 4, [0, 1, 2], (-1, 3), 0),
    (-12, 31, 5, [-10, 0, 10, 20, 30], (-15, 35), 0),
    (0.00013, 0.00092, 5, [0.0002, 0.0004, 0.0006, 0.0008], (0.0001, 0.001), 4),
    (1000000, 7300000, 8, [n * 1000000 for n in range(1, 8)], (1000000, 7500000), 0),
    (4.13, 4.17, 4, [4.13, 4.14, 4.15, 4.16, 4.17], (4.13, 4.17), 2),
    (-7, -2, 3, [-6, -4, -2], (-7, -2), 0),
    (0, 0.3, 10, [n / 50 for n in range(16)], (0, 0.3), 2),
    (99.9, 100.1, 5, [99.9, 99.95, 100, 100.05, 100.1], (99.9, 100.1), 2),
    (0, 1, 1, [0, 1], (0, 1), 0),
    (2, 9, 1.5, [5], (2, 9), 0),
]
FINITE = st.floats(-1e12, 1e12)


@pytest.mark.parametrize(("start", "stop", "count", "at", "ends", "places"), AS_D3)
def test_ticks_ends_and_decimals_are_those_of_d3(
    start: float, stop: float, count: float, at: list[float], ends: tuple[float, float], places: int
) -> None:
    assert ticks(start, stop, count) == at
    assert nice(start, stop) == ends
    assert decimals(start, stop, count) == places


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1234567.891, 2, "1,234,567.89"), (-4, 0, "−4"), (-0.04, 1, "0.0"), (0.5, 0, "1"), (-1234.5, 1, "−1,234.5"),
        (0, 2, "0.00"), (1e-7, 3, "0.000"), (999999.999, 0, "1,000,000"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_d3_writes_them(value: float, places: int, text: str) -> None:
    assert written(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(-50, "−50"), (0, "0"), (2.5, "3"), (-2.5, "−3"), (1234567, "1234567"), (-0.2, "0"), (math.nan, "NaN")],
)
def test_whole_numbers_are_written_as_d3_writes_them(value: float, text: str) -> None:
    assert written_whole(value) == text


@given(FINITE, FINITE, st.integers(1, 40))
def test_ticks_stand_in_order_within_their_ends_and_are_about_as_many_as_asked_for(a: float, b: float, n: int) -> None:
    start, stop = min(a, b), max(a, b)
    at = ticks(start, stop, n)
    near = (stop - start) * 1e-9
    assert at == sorted(at)
    assert all(start - near <= tick <= stop + near for tick in at)
    assert len(at) <= 2.5 * n + 1
    if stop - start > 1e-6 * max(abs(start), abs(stop), 1e-3) and n > 1:
        assert len(at) >= n / 2.5 - 1


@given(FINITE, FINITE)
def test_round_ends_hold_what_they_were_made_from(a: float, b: float) -> None:
    start, stop = min(a, b), max(a, b)
    low, high = nice(start, stop)
    near = max(abs(start), abs(stop)) * 1e-12
    assert low <= start + near
    assert high >= stop - near


@pytest.mark.parametrize("ends", [(4.1, 4.1), (math.inf, -math.inf), (math.nan, 1), (0, 5e-324), (-1e308, 1e308)])
def test_ends_without_a_span_are_left_as_they_are(ends: tuple[float, float]) -> None:
    assert [str(end) for end in nice(*ends)] == [str(end) for end in ends]
    assert ticks(*ends, 5) == ([4.1] if ends == (4.1, 4.1) else [])
    assert decimals(*ends, 5) == 0
    assert ticks(0, 1, 0) == ticks(0, 1, -math.inf) == []
