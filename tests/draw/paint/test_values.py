"""Values as JavaScript has them."""

from __future__ import annotations

import math
from typing import Any

import pytest

from cxsite.draw.paint.values import UNDEFINED, added, equal, less, number, rounded, text, truthy, valid


@pytest.mark.parametrize("value", [None, UNDEFINED, False, 0, -0.0, math.nan, ""])
def test_what_is_empty_counts_as_false(value: Any) -> None:
    assert not truthy(value)


@pytest.mark.parametrize("value", [True, 1, -0.5, "0", "false", [], {}])
def test_what_is_there_counts_as_true_even_an_empty_list(value: Any) -> None:
    assert truthy(value)


@pytest.mark.parametrize(
    ("value", "made"),
    [(None, 0), ("", 0), (" 4.5 ", 4.5), ("1e3", 1000), (True, 1), ("-Infinity", -math.inf), ([7], 7), ([], 0)],
)
def test_values_become_numbers(value: Any, made: float) -> None:
    assert number(value) == made


@pytest.mark.parametrize("value", [UNDEFINED, "4px", "nan", "1_000", {}, [1, 2]])
def test_what_is_no_number_is_nan(value: Any) -> None:
    assert math.isnan(number(value))
    assert valid(value) is (value is not UNDEFINED)


@pytest.mark.parametrize(
    ("value", "made"),
    [
        (1.0, "1"), (1.5, "1.5"), (-0.0, "0"), (1e21, "1e+21"), (1.5e-7, "1.5e-7"), (0.000001, "0.000001"),
        (0.1 + 0.2, "0.30000000000000004"), (math.nan, "NaN"), (-math.inf, "-Infinity"), (None, "null"), (False, "false"),
        (UNDEFINED, "undefined"), (["a", None, 2], "a,,2"), ({}, "[object Object]"),
    ],
)  # fmt: skip
def test_values_become_text(value: Any, made: str) -> None:
    assert text(value) == made


def test_equality_and_order_convert_and_texts_are_joined() -> None:
    assert equal(1, "1")
    assert equal(None, UNDEFINED)
    assert not equal(None, 0)
    assert not equal(math.nan, math.nan)
    assert less("10", "9")
    assert less("9", 10)
    assert not less(UNDEFINED, 1)
    assert added("a", 1.0) == "a1"
    assert added(True, 1) == 2
    assert [rounded(value) for value in (2.5, -2.5, 47.49)] == [3, -2, 47]
