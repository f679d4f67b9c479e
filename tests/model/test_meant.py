"""What a value was most likely meant to be: said where it is certain, left open where it is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.model import meant
from cxsite.model.meant import WrongValueError, wrong
from cxsite.model.values import parse_day, parse_duration, parse_flag, parse_money, parse_number, parse_share

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        *(("30/09/2026", ["2026-09-30"]), ("09/30/2026", ["2026-09-30"]), ("30-09-2026", ["2026-09-30"])),
        *(("05/09/2026", ["2026-09-05", "2026-05-09"]), ("05/05/2026", ["2026-05-05"])),
        *(("5.9.2026", ["2026-09-05"]), ("2026/9/5", ["2026-09-05"]), ("2026-9", ["2026-09"])),
        *(("30 September 2026", ["2026-09-30"]), ("Sept 30th, 2026", ["2026-09-30"]), ("may 2026", ["2026-05"])),
        *(("09/2026", ["2026-09"]), ("Q3 2026", ["2026-Q3"]), ("2026 q3", ["2026-Q3"])),
        *(("31/02/2026", []), ("30/09/26", []), ("soon", []), ("", [])),
    ],
)
def test_a_date_is_recognised_as_people_write_it(text: str, likely: list[str]) -> None:
    assert list(meant.dates(text)) == likely


@given(DAYS)
@settings(max_examples=times(100), deadline=None)
def test_the_day_that_was_meant_is_among_those_named(day: date) -> None:
    for form in ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d"):
        assert day.isoformat() in meant.dates(day.strftime(form))


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        *(("£12", "12 GBP"), ("12 €", "12 EUR"), ("12eur", "12 EUR"), ("USD 12.50", "12.50 USD")),
        *(("1,200", "1200"), ("12,50", "12.50"), ("£1,200.50", "1200.50 GBP")),
    ],
)
def test_an_amount_is_recognised_as_people_write_it(text: str, likely: str) -> None:
    assert meant.amount(text) == (likely,)
    assert parse_money(likely)


@pytest.mark.parametrize("text", ["$12", "¥12", "twelve", "1,20,0", ""])
def test_a_sign_of_several_currencies_is_left_open(text: str) -> None:
    assert meant.amount(text) == ()


@pytest.mark.parametrize(
    ("count", "unit", "likely"),
    [("2", "hours", "2h"), ("5", "mins", "5min"), ("6", "Weeks", "6 weeks"), ("3", "D", "3d"), ("2", "wks", "2 weeks")],
)
def test_a_unit_is_recognised_as_people_write_it(count: str, unit: str, likely: str) -> None:
    assert meant.length(count, unit) == (likely,)
    assert parse_duration(likely)


@pytest.mark.parametrize(
    ("parse", "text", "suggestion"),
    [
        *((parse_share, "63", "63%"), (parse_share, "0.63", ""), (parse_share, "1", "")),
        *((parse_flag, "yes", "true"), (parse_flag, "Off", "false"), (parse_flag, "maybe", "")),
        *((parse_day, "30/09/2026", "2026-09-30"), (parse_day, "05/09/2026", ""), (parse_day, "September 2026", "")),
        *((parse_number, "24,600", "24600"), (parse_number, "24 600", "24600"), (parse_number, "1,2", "")),
        *((parse_duration, "2 hours", "2h"), (parse_duration, "6m", "")),
    ],
)
def test_a_spelling_is_suggested_only_where_it_is_certain(
    parse: Callable[[str], object], text: str, suggestion: str
) -> None:
    with pytest.raises(WrongValueError) as caught:
        parse(text)
    assert caught.value.suggestion == suggestion
    assert caught.value.hint


def test_what_was_meant_goes_before_the_general_advice() -> None:
    assert wrong("no", ("a",), "look it up").hint == "write `a`"
    assert wrong("no", ("a", "b"), "look it up").hint == "write `a` or `b`, whichever is meant"
    assert wrong("no", (), "look it up").hint == "look it up"
