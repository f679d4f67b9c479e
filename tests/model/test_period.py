"""Periods: as people write them, as days, and as they are read."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.model.period import FiscalCalendar, NamedAfter, Period, fiscal_period, parse_period

YEARS = st.integers(1900, 2200)
FISCAL = st.builds(FiscalCalendar, st.integers(1, 12), st.sampled_from(["start", "end"]))
MONTHS = calendar.month_abbr


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    """A period as it is written, and its label."""
    year, quarter, month = draw(YEARS), draw(st.integers(1, 4)), draw(st.integers(1, 12))
    day, week = draw(st.integers(1, 28)), draw(st.integers(1, 52))
    return draw(
        st.sampled_from(
            [
                (f"{year}", f"{year}"),
                (f"{year}-Q{quarter}", f"{year} Q{quarter}"),
                (f"{year}-{month:02}", f"{MONTHS[month]} {year}"),
                (f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}"),
                (f"{year}-W{week:02}", f"{year}-W{week:02}"),
                (f"FY{year}", f"FY{year}"),
                (f"FY{year}-Q{quarter}", f"FY{year} Q{quarter}"),
            ]
        )
    )


@given(written(), FISCAL)
@settings(max_examples=times(100), deadline=None)
def test_a_period_is_read_with_its_label_and_starts_before_it_ends(
    text: tuple[str, str], fiscal: FiscalCalendar
) -> None:
    period = parse_period(f" {text[0]} ", fiscal)
    assert period.label == text[1]
    assert period.start <= period.end
    assert period.long_label.startswith(period.label)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-09-14", date(2026, 9, 14), date(2026, 9, 14)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("FY2020", date(2020, 1, 1), date(2020, 12, 31)),
    ],
)
def test_a_period_holds_whole_days_with_both_ends(text: str, start: date, end: date) -> None:
    assert (parse_period(text).start, parse_period(text).end) == (start, end)


@given(YEARS, FISCAL)
@settings(max_examples=times(100), deadline=None)
def test_the_quarters_of_a_fiscal_year_tile_it(year: int, fiscal: FiscalCalendar) -> None:
    whole = fiscal_period(year, None, fiscal)
    quarters = [fiscal_period(year, number, fiscal) for number in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[-1].end) == (whole.start, whole.end)
    for before, after in pairwise(quarters):
        assert after.start == before.end + timedelta(days=1)
    assert fiscal_period(year + 1, None, fiscal).start == whole.end + timedelta(days=1)


@given(YEARS, FISCAL)
@settings(max_examples=times(100), deadline=None)
def test_a_fiscal_year_begins_or_ends_in_the_year_it_is_named_after(year: int, fiscal: FiscalCalendar) -> None:
    whole = fiscal_period(year, None, fiscal)
    named = whole.start if fiscal.named_after == "start" else whole.end
    assert named.year == year
    assert whole.start.month == fiscal.starts


@given(YEARS, st.integers(1, 4))
@settings(max_examples=times(50), deadline=None)
def test_a_fiscal_year_that_starts_in_january_is_the_calendar_year(year: int, quarter: int) -> None:
    for named_after in ("start", "end"):
        fiscal = parse_period(f"FY{year}-Q{quarter}", FiscalCalendar(1, named_after))  # type: ignore[arg-type]
        plain = parse_period(f"{year}-Q{quarter}")
        assert (fiscal.start, fiscal.end) == (plain.start, plain.end)


@pytest.mark.parametrize(
    ("named_after", "year", "start"),
    [("end", 2020, date(2019, 10, 1)), ("start", 2020, date(2020, 10, 1))],
)
def test_a_quarter_of_a_fiscal_year_named_after_its_end_starts_in_the_year_before(
    named_after: NamedAfter, year: int, start: date
) -> None:
    assert fiscal_period(year, 1, FiscalCalendar(10, named_after)).start == start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FY2020-Q1", "FY2020 Q1 (Oct–Dec 2019)"),
        ("FY2020-Q2", "FY2020 Q2 (Jan–Mar 2020)"),
        ("FY2020", "FY2020 (Oct 2019–Sep 2020)"),
        ("2020-Q1", "2020 Q1"),
        ("2020-02", "Feb 2020"),
    ],
)
def test_the_long_label_of_a_fiscal_period_names_its_months(text: str, expected: str) -> None:
    assert parse_period(text, FiscalCalendar(10, "end")).long_label == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "last year",
        "20",
        "2026-Q5",
        "2026-Q0",
        "2026-9",
        "2026/09",
        "Q3-2026",
        "2026 Q3",
        "FY20",
        "FY2020-09",
        "0000",
    ],
)
def test_what_is_no_period_is_quoted_with_a_way_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period; write ") as caught:
        parse_period(text)
    assert f"`{text}`" in str(caught.value)


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-02-30", "2026-W00", "2025-W53", "9999", "9999-W52"])
def test_a_day_outside_the_calendar_is_said_to_be(text: str) -> None:
    with pytest.raises(ValueError, match=f"`{text}` is not in the calendar"):
        parse_period(text)


@pytest.mark.parametrize("text", ["FY0000", "FY9999-Q4"])
def test_a_fiscal_year_outside_the_calendar_is_said_to_be(text: str) -> None:
    with pytest.raises(ValueError, match=f"`{text}` is not in the calendar"):
        parse_period(text)


@given(st.text(max_size=12), FISCAL)
@settings(max_examples=times(100), deadline=None)
def test_any_text_is_a_period_or_a_value_error(text: str, fiscal: FiscalCalendar) -> None:
    try:
        assert isinstance(parse_period(text, fiscal), Period)
    except ValueError as problem:
        assert str(problem)


def test_periods_sort_by_time() -> None:
    texts = ["2026-Q2", "2025", "2026-01", "2026-Q1"]
    assert [p.label for p in sorted(map(parse_period, texts))] == ["2025", "Jan 2026", "2026 Q1", "2026 Q2"]
