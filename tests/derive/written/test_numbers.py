"""How numbers are written, for people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.derive.written.numbers import (
    MINUS,
    as_share,
    write_amount,
    write_difference,
    write_emotion,
    write_interval,
    write_level,
    write_n,
    write_number,
    write_p,
    write_value,
)
from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric


def metric(method: str = "mean", unit: str | None = None) -> Metric:
    return Metric.model_validate({"name": "N", "method": method} | ({"unit": unit} if unit else {}))


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (1808680, 0, "1,808,680"),
        (-1.7, 2, "−1.70"),
        (0, 1, "0.0"),
        (-0.0, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (-0.06, 1, "−0.1"),
        (999.96, 1, "1,000.0"),
        (-1234.5, 1, "−1,234.5"),
    ],
)
def test_a_number_has_a_true_minus_and_separators(value: float, decimals: int, expected: str) -> None:
    assert write_number(value, decimals) == expected


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
@settings(max_examples=times(100), deadline=None)
def test_a_written_number_is_near_the_number_and_never_minus_zero(value: float, decimals: int) -> None:
    text = write_number(value, decimals)
    back = float(text.replace(",", "").replace(MINUS, "-"))
    assert back == pytest.approx(value, abs=0.5001 * 10**-decimals)
    assert "-" not in text
    assert not (back == 0 and MINUS in text)


@pytest.mark.parametrize(
    ("method", "unit", "value", "expected"),
    [
        ("share", None, 0.6312, "63.1 %"),
        ("top-2", None, 1, "100.0 %"),
        ("top-3", None, 0, "0.0 %"),
        ("nps", None, 20, "+20"),
        ("nps", None, -20.4, "−20"),
        ("nps", None, 0.4, "0"),
        ("nps", None, -0.4, "0"),
        ("nps", None, 0.5, "0"),
        ("nps", None, 0.6, "+1"),
        ("net-easy", None, 12, "+12"),
        ("mean", None, 4.2, "4.20"),
        ("mean", "min", 12.345, "12.3 min"),
        ("mean", "min", 11, "11 min"),
        ("mean", "seconds", 99.96, "100 seconds"),
        ("mean", "visits", 2.304, "2.3 visits"),
        ("ratio", None, 0.312, "0.31"),
        ("ratio", None, 44.00000001, "44"),
        ("median", "days", 123.4, "123 days"),
        ("mean", "GBP", 2326.4, "£2,326"),
        ("mean", "GBP", 61.5, "£61.50"),
        ("sum", "£", -3, "−£3"),
        ("mean", "EUR a month", 39, "€39 a month"),
        ("count", None, 1234567, "1,234,567"),
        ("median", "days", 12.5, "12.5 days"),
        ("median", "days", 12, "12 days"),
        ("sum", None, -3, "−3"),
    ],
)
def test_a_value_is_written_as_its_method_wants(method: str, unit: str | None, value: float, expected: str) -> None:
    assert write_value(metric(method, unit), value) == expected


@pytest.mark.parametrize(("method", "expected"), [("share", True), ("top-2", True), ("nps", False), ("ratio", False)])
def test_shares_are_those_of_one(method: str, expected: bool) -> None:
    assert as_share(metric(method)) is expected


@pytest.mark.parametrize(("n", "expected"), [(1212, "n 1,212"), (0, "n 0"), (None, "n not published")])
def test_an_n_is_written_or_said_to_be_open(n: float | None, expected: str) -> None:
    assert write_n(Estimate(1, n)) == expected


def test_an_interval_is_written_in_the_words_of_its_value() -> None:
    assert write_interval(metric("share"), Estimate(0.5, 100, 0.4, 0.6)) == "95 % interval 40.0 % to 60.0 %"
    assert write_interval(metric("nps"), Estimate(20, 500, 13.34, 26.42)) == "95 % interval +13 to +26"
    assert write_interval(metric(), Estimate(5, 80, 4, 6, level=0.9)) == "90 % interval 4.00 to 6.00"
    assert write_interval(metric(), Estimate(5, 80, 4, 6, level=0.975)) == "97.5 % interval 4.00 to 6.00"


@pytest.mark.parametrize("ends", [(None, None), (None, 1.0), (1.0, None)])
def test_without_both_ends_there_is_no_interval(ends: tuple[float | None, float | None]) -> None:
    assert write_interval(metric(), Estimate(1, 2, *ends, why_open="no sd")).startswith("no interval")


@pytest.mark.parametrize(
    ("value", "expected"), [(0.4, "+0.4"), (-1.6, "−1.6"), (0, "0.0"), (2, "+2.0"), (-0.04, "−0.04"), (0.06, "+0.06")]
)
def test_an_emotion_has_its_sign(value: float, expected: str) -> None:
    assert write_emotion(value) == expected


def test_a_small_emotion_does_not_read_as_zero() -> None:
    assert write_emotion(0.004) == "+0.0040"


@pytest.mark.parametrize(
    ("method", "value", "expected"),
    [("share", 0.0004, "0.040 %"), ("share", 0, "0.0 %"), ("mean", 0.001, "0.0010"), ("mean", -0.001, "−0.0010")],
)
def test_a_value_other_than_zero_never_reads_as_zero(method: str, value: float, expected: str) -> None:
    assert write_value(metric(method), value) == expected


@pytest.mark.parametrize(
    ("method", "unit", "value", "expected"),
    [
        ("share", None, 0.032, "+3.2 percentage points"),
        ("nps", None, -6.04, "−6.0 points"),
        ("mean", None, 0.314, "+0.31"),
        ("median", "min", -12, "−12 min"),
        ("mean", "min", 0.314, "+0.31 min"),
        ("mean", "GBP", -31.5, "−£31.50"),
        ("mean", "GBP", 31, "+£31"),
        ("ratio", None, -13.98, "−14"),
        ("mean", None, 0.0, "0.00"),
        ("share", None, 0.00004, "+0.0040 percentage points"),
    ],
)
def test_a_difference_has_its_sign_and_its_unit(method: str, unit: str | None, value: float, expected: str) -> None:
    assert write_difference(metric(method, unit), value) == expected


def test_the_lower_end_of_an_interval_leaves_the_unit_to_the_upper_one() -> None:
    assert write_difference(metric("mean", "GBP a year"), 31, unit=False) == "+£31"
    assert write_difference(metric("share"), 0.01, unit=False) == "+1.0"


@pytest.mark.parametrize(
    ("p", "said"),
    [(0.0001, "p < 0.001"), (0.001, "p 0.001"), (0.0497, "p 0.0497"), (0.0503, "p 0.0503"), (1, "p 1.000")],
)
def test_a_small_p_is_said_to_be_small(p: float, said: str) -> None:
    assert write_p(p) == said


def test_a_level_is_written_in_per_cent() -> None:
    assert (write_level(0.95), write_level(0.975)) == ("95 %", "97.5 %")


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        *((61, "GBP", "£61"), (6.2, "GBP", "£6.20"), (-3.5, "EUR", "−€3.50")),
        *((1234567.891, "EUR", "€1,234,567.89"), (9100, "GBP", "£9,100"), (6, "XYZ", "XYZ6")),
        *((1.255, "KWD", "KWD1.255"), (0.004, "EUR", "€0.0040"), (1.005, "EUR", "€1.01"), (12.5, "JPY", "¥12.50")),
    ],
)
def test_money_is_written_as_all_other_numbers_are(amount: float, currency: str, text: str) -> None:
    assert write_amount(amount, currency) == text
