"""Values: one parser from text for each kind of field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cxsite.model.values import (
    Emotion,
    Scale,
    When,
    parse_day,
    parse_days,
    parse_flag,
    parse_number,
    parse_scale,
)

DECIMALS = st.decimals(-10_000, 10_000, places=3)


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(max_examples=100, deadline=None)
def test_a_number_written_out_is_read_back(value: float) -> None:
    assert parse_number(f" {Decimal(value):f} ") == value


@pytest.mark.parametrize(("text", "expected"), [("12", 12), ("-1.7", -1.7), ("+3", 3), ("012", 12), ("0.10", 0.1)])
def test_a_number_has_digits_and_one_dot(text: str, expected: float) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "1,234", "1 234", "1.2.3", "1e3", ".5", "5.", "12min", "63%", "inf", "nan", "−1", "1_000", "0x1f", "--1"],
)
def test_what_is_no_plain_number_is_quoted(text: str) -> None:
    with pytest.raises(ValueError, match="is not a plain number like") as caught:
        parse_number(text)
    assert f"`{text}`" in str(caught.value)


def test_a_number_beyond_all_measure_is_refused_in_short() -> None:
    with pytest.raises(ValueError, match="too large") as caught:
        parse_number("9" * 400)
    assert len(str(caught.value)) < 80


@given(DECIMALS, DECIMALS)
@settings(max_examples=100, deadline=None)
def test_a_scale_is_read_back_and_holds_its_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    if low == high:
        with pytest.raises(ValueError, match="lower end"):
            parse_scale(f"{low}..{high}")
        return
    scale = parse_scale(f" {low} .. {high} ")
    assert scale == Scale(float(low), float(high))
    assert scale.low in scale
    assert scale.high in scale
    assert scale.high + 1 not in scale


@pytest.mark.parametrize(("text", "shown"), [("0..10", "0 to 10"), ("-2..2", "−2 to 2"), ("0.5..1.5", "0.5 to 1.5")])
def test_a_scale_is_shown_with_a_word_between(text: str, shown: str) -> None:
    assert str(parse_scale(text)) == shown


@pytest.mark.parametrize("text", ["", "0-10", "0...10", "..10", "0..", "a..b", "1..2..3"])
def test_what_is_no_scale_is_quoted(text: str) -> None:
    with pytest.raises(ValueError, match="is not a scale; write its ends like"):
        parse_scale(text)


@pytest.mark.parametrize(("text", "expected"), [("true", True), ("false", False)])
def test_a_flag_is_true_or_false(text: str, expected: bool) -> None:
    assert parse_flag(text) is expected


@pytest.mark.parametrize("text", ["yes", "no", "on", "True", "1", ""])
def test_no_other_word_is_a_flag(text: str) -> None:
    with pytest.raises(ValueError, match="is neither `true` nor `false`"):
        parse_flag(text)


def test_a_day_is_read() -> None:
    assert parse_day(" 2026-09-30 ") == date(2026, 9, 30)


@pytest.mark.parametrize("text", ["2026-09", "2026", "2026-W37", "30.09.2026", "2026-09-31"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a day|is not a period|is not in the calendar"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [("45d", 45), ("45 days", 45), ("1 week", 7), ("6 weeks", 42), ("1 month", 30), ("6 months", 180), ("0d", 0)],
)
def test_a_span_of_days_is_read(text: str, days: int) -> None:
    assert parse_days(text) == days


def test_one_day_is_a_span_of_days() -> None:
    assert parse_days("1 day") == 1


@pytest.mark.parametrize("text", ["", "6m", "6", "-3d", "1.5 weeks", "6 Weeks", "1 year"])
def test_what_is_no_span_of_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a span of days; write it like 45d"):
        parse_days(text)


@pytest.mark.parametrize("text", ["-2", "-1.7", "0", "2", "+0.5"])
def test_an_emotion_stays_between_its_ends(text: str) -> None:
    assert TypeAdapter(Emotion).validate_python(text) == float(text)


@pytest.mark.parametrize("text", ["-2.01", "3", "angry"])
def test_an_emotion_beyond_its_ends_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"is outside -2\.\.2|is not a plain number"):
        TypeAdapter(Emotion).validate_python(text)


@pytest.mark.parametrize("text", ["2026", "2026-09", "2026-09-30", "2026-06/2026-08", "FY2020-Q1"])
def test_when_is_a_period_or_a_span_of_two(text: str) -> None:
    assert TypeAdapter(When).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "soon", "2026-06/", "2026-06/soon", "2026/2027/2028"])
def test_when_refuses_what_is_no_period(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a period"):
        TypeAdapter(When).validate_python(text)


@pytest.mark.parametrize("value", [["2026-09"], {"from": "2026-09"}])
def test_when_refuses_a_list_and_a_mapping(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(When).validate_python(value)
