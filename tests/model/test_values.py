"""Values: one parser from text for each kind of field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from support import times

from cxsite.model.period import Period
from cxsite.model.values import (
    Duration,
    Emotion,
    Money,
    Repeats,
    Scale,
    When,
    parse_date,
    parse_day,
    parse_duration,
    parse_flag,
    parse_money,
    parse_number,
    parse_quantity,
    parse_repeats,
    parse_scale,
    parse_share,
    parse_span,
    parse_whole,
)


def refused(parse: Callable[[str], object], text: str, said: str, *, whole: bool = False) -> None:
    """The parser refuses the text with this sentence, or with one that begins so."""
    with pytest.raises(ValueError) as caught:
        parse(text)
    sentence = str(caught.value)
    assert (sentence if whole else sentence[: len(said)]) == said


DECIMALS = st.decimals(-10_000, 10_000, places=3)


@given(DECIMALS)
@settings(max_examples=times(100), deadline=None)
def test_a_number_written_out_is_read_back(value: Decimal) -> None:
    assert parse_number(f" {value:f} ") == float(value)


@pytest.mark.parametrize(("text", "expected"), [("12", 12), ("-1.7", -1.7), ("+3", 3), ("0", 0), ("0.10", 0.1)])
def test_a_number_has_digits_and_one_dot(text: str, expected: float) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,234",
        "1 234",
        "1.2.3",
        "1e3",
        ".5",
        "5.",
        "12min",
        "63%",
        "inf",
        "nan",
        "−1",
        "1_000",
        "0x1f",
        "--1",
        "012",
        "٣",
    ],
)
def test_what_is_no_plain_number_is_quoted(text: str) -> None:
    with pytest.raises(ValueError, match="is not a plain number like") as caught:
        parse_number(text)
    assert f"`{text}`" in str(caught.value)


def test_a_number_beyond_all_measure_is_refused_in_short() -> None:
    with pytest.raises(ValueError, match="has more digits than a number can hold") as caught:
        parse_number("9" * 400)
    assert len(str(caught.value)) < 110


@given(DECIMALS, DECIMALS)
@settings(max_examples=times(100), deadline=None)
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
    with pytest.raises(ValueError, match="is neither true nor false"):
        parse_flag(text)


def test_a_day_is_read() -> None:
    assert parse_day(" 2026-09-30 ") == date(2026, 9, 30)


@pytest.mark.parametrize("text", ["2026-09", "2026", "2026-W37", "30.09.2026", "2026-09-31"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a day|is not a period|is not in the calendar"):
        parse_day(text)


DAY = 24 * 60


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("90s", 1.5), ("12min", 12), ("1h 30min", 90), ("1h30min", 90), ("17d", 17 * DAY), ("45 days", 45 * DAY)),
        *(("1 day", DAY), ("1 week", 7 * DAY), ("6 weeks", 42 * DAY), ("1.5 weeks", 10.5 * DAY), ("0d", 0)),
        *(("1 month", 30 * DAY), ("6 months", 180 * DAY), ("1 year", 365 * DAY), (" 2 years ", 730 * DAY)),
    ],
)
def test_a_length_of_time_is_read(text: str, minutes: float) -> None:
    assert parse_duration(text) == Duration(minutes)
    assert parse_duration(text).days == minutes / DAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((text, f"`{text}` is not a length of time; write it like") for text in ("", "6", "-3d", ".5h", "1h, 5min")),
        ("6m", "`6m`: m may be minutes or months; write `6min` or `6 months`, whichever is meant"),
        ("1h 6m", "`1h 6m`: m may be minutes or months; write `6min` or `6 months`"),
        ("6 Weeks", "`6 Weeks`: `Weeks` is not one of the units s, min, h, d, weeks, months, years"),
        ("2 hours", "`2 hours`: `hours` is not one of the units"),
        ("012min", "`012` is not a plain number"),
    ],
)
def test_what_is_no_length_of_time_is_refused(text: str, said: str) -> None:
    refused(parse_duration, text, said)


@given(st.integers(0, 300), st.integers(0, 23), st.integers(0, 59))
@settings(max_examples=times(100), deadline=None)
def test_a_length_of_time_written_out_is_read_back(days: int, hours: int, minutes: int) -> None:
    assert parse_duration(f"{days}d {hours}h {minutes}min") == Duration(days * DAY + hours * 60 + minutes)


@pytest.mark.parametrize(("text", "share"), [("63%", 0.63), ("0%", 0), ("100%", 1), ("7.5 %", 0.075), (" 44% ", 0.44)])
def test_a_share_is_read_with_its_sign(text: str, share: float) -> None:
    assert parse_share(text) == share


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        *(("0.63", "63%"), ("63", "63%"), ("0.105", "10.5%"), ("50", "50%"), ("100", "100%"), ("0.5", "50%")),
        *(("1", "1%"), ("7.50", "7.5%"), ("0", "63%"), ("240", "63%"), ("half", "63%"), ("", "63%")),
    ],
)
def test_a_share_without_its_sign_is_shown_with_it(text: str, likely: str) -> None:
    refused(parse_share, text, f"`{text}` is not a share; write it with its sign, like {likely}", whole=True)


@pytest.mark.parametrize("text", ["101%", "-1%"])
def test_a_share_is_a_part_of_a_whole(text: str) -> None:
    refused(parse_share, text, f"`{text}` is not between 0% and 100%")


@given(st.decimals(0, 100, places=2))
@settings(max_examples=times(100), deadline=None)
def test_a_share_written_out_is_read_back(percent: Decimal) -> None:
    assert parse_share(f"{percent}%") == pytest.approx(float(percent / 100))


@pytest.mark.parametrize(
    ("text", "amount", "currency"), [("12", 12, ""), ("12.50", 12.5, ""), ("12.50 EUR", 12.5, "EUR"), ("-3", -3, "")]
)
def test_money_is_read(text: str, amount: float, currency: str) -> None:
    assert parse_money(text) == Money(amount, currency)


@pytest.mark.parametrize("text", ["", "£12", "12 eur", "12EUR", "EUR 12", "1,200", "12 EURO", "12.", "12 €"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    refused(parse_money, text, f"`{text}` is not an amount; write ")


@given(st.decimals(-1_000_000, 1_000_000, places=2), st.from_regex(r"[A-Z]{3}", fullmatch=True) | st.just(""))
@settings(max_examples=times(100), deadline=None)
def test_money_written_out_is_read_back(amount: Decimal, currency: str) -> None:
    assert parse_money(f"{amount} {currency}") == Money(float(amount), currency)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        *(("25", 25, ""), ("-3.5", -3.5, ""), ("90%", 0.9, "%"), ("12min", 12, "min"), ("1h 30min", 90, "min")),
        *(("6 weeks", 42 * DAY, "min"), ("12.50 EUR", 12.5, "money")),
    ],
)
def test_a_level_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    made = parse_quantity(text)
    assert (made.value, made.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((text, f"`{text}` is not a level; write ") for text in ("", "more", "£12", "-", "1,200")),
        ("120%", "`120%` is not between 0% and 100%"),
        ("6m", "`6m`: m may be minutes or months"),
        ("12 eur", "`12 eur`: `eur` is not one of the units"),
    ],
)
def test_what_is_no_level_is_refused(text: str, said: str) -> None:
    refused(parse_quantity, text, said)


@pytest.mark.parametrize(
    ("text", "repeats", "midpoint"),
    [
        ("2..3", Repeats(2, 3), 2.5),
        ("4", Repeats(4, 4), 4),
        ("0.5", Repeats(0.5, 0.5), 0.5),
        ("weekly", Repeats(word="weekly"), None),
        ("any time", Repeats(word="any time"), None),
    ],
)
def test_how_often_a_step_happens_is_read(text: str, repeats: Repeats, midpoint: float | None) -> None:
    assert parse_repeats(text) == repeats
    assert parse_repeats(text).midpoint == midpoint


@pytest.mark.parametrize("text", ["", "0", "3..2", "-1", "often", "Weekly", "2-3", "2..3 times"])
def test_what_is_no_number_of_times_is_refused(text: str) -> None:
    refused(parse_repeats, text, f"`{text}` is not a number of times; write it like 2..3, weekly or any time")


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("30", 30), ("+3", 3), ("2.0", 2)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert parse_whole(text) == number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2.7", "`2.7` is not a whole number of zero or more"),
        ("-1", "`-1` is not a whole number of zero or more"),
        ("many", "`many` is not a plain number"),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str, said: str) -> None:
    refused(parse_whole, text, said)


@pytest.mark.parametrize(
    ("text", "end"),
    [("2026-09-30", date(2026, 9, 30)), ("2026-09", date(2026, 9, 30)), (" 2026 ", date(2026, 12, 31))],
)
def test_a_date_is_due_by_its_end(text: str, end: date) -> None:
    assert parse_date(text).end == end


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *(
            (text, f"`{text}` is not a date; write ")
            for text in ("", "soon", "30.09.2026", "2026-Q3", "2026-W37", "FY2026", "2026-9")
        ),
        ("2026-13", "`2026-13` is not in the calendar"),
        ("2026-02-30", "`2026-02-30` is not in the calendar"),
    ],
)
def test_what_is_no_date_is_refused(text: str, said: str) -> None:
    refused(parse_date, text, said)


@pytest.mark.parametrize("text", ["-2", "-1.7", "0", "2", "+0.5"])
def test_an_emotion_stays_between_its_ends(text: str) -> None:
    assert TypeAdapter(Emotion).validate_python(text) == float(text)


@pytest.mark.parametrize("text", ["-2.01", "3", "angry"])
def test_an_emotion_beyond_its_ends_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match=r"is outside -2\.\.2|is not a plain number"):
        TypeAdapter(Emotion).validate_python(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "label"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026"),
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30), "Sep 2026"),
        ("2026-09-30", date(2026, 9, 30), date(2026, 9, 30), "2026-09-30"),
        ("2026-06/2026-08", date(2026, 6, 1), date(2026, 8, 31), "Jun 2026 to Aug 2026"),
    ],
)
def test_when_is_a_period_or_a_span_of_two(text: str, start: date, end: date, label: str) -> None:
    made = TypeAdapter(When).validate_python(text)
    assert made == parse_span(text) == Period(start, end, label)
    assert made.label == label


def test_a_fiscal_year_is_for_tables() -> None:
    refused(
        parse_span,
        "FY2020-Q1",
        "`FY2020-Q1`: fiscal years are for tables; write calendar months, like 2026-06/2026-08",
    )


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    refused(parse_span, "2026-08/2026-06", "`2026-08/2026-06` ends before it begins")


@pytest.mark.parametrize("text", ["", "soon", "2026-06/", "2026-06/soon", "2026/2027/2028"])
def test_when_refuses_what_is_no_period(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a period"):
        TypeAdapter(When).validate_python(text)


@pytest.mark.parametrize("value", [["2026-09"], {"from": "2026-09"}])
def test_when_refuses_a_list_and_a_mapping(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(When).validate_python(value)
