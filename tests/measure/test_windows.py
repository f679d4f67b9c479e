"""The time before and after a date, and the rows that lie in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Span
from cxsite.measure.series import Point
from cxsite.measure.windows import by_length, length_of, window_of, within
from cxsite.model.period import FiscalCalendar, parse_period
from cxsite.model.values import Duration, parse_duration

CALENDAR = FiscalCalendar()


def points(*periods: str, fiscal: FiscalCalendar = CALENDAR) -> list[Point]:
    return [Point(parse_period(text, fiscal), None, Span("t.csv")) for text in periods]


@pytest.mark.parametrize(
    ("text", "length"),
    [("2026-02", (1, 0)), ("2026-Q1", (3, 0)), ("2026", (12, 0)), ("2026-W05", (0, 7)), ("2026-02-01", (0, 1))],
)
def test_a_period_is_so_many_months_or_so_many_days(text: str, length: tuple[int, int]) -> None:
    assert length_of(parse_period(text)) == length


def test_rows_are_told_apart_by_length_the_commonest_first() -> None:
    made = by_length(points("2026-Q1", "2026-01", "2026-02", "2026-W01"))
    assert [[p.period.label for p in group] for group in made] == [
        ["Jan 2026", "Feb 2026"],
        ["2026-W01"],
        ["2026 Q1"],
    ]


@pytest.mark.parametrize(
    ("rows", "shipped", "length", "before", "after"),
    [
        ("2026-01", "2026-06-08", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06-01", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06-30", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2029-01", "2026-06-30", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06", "30d", "May 2026", "Jul 2026"),
        ("2026-01", "2026-12-31", "6 months", "Jun 2026 to Nov 2026", "Jan 2027 to Jun 2027"),
        ("2026-01", "2026-06-08", "1 years", "Jun 2025 to May 2026", "Jul 2026 to Jun 2027"),
        ("2026-Q1", "2026-06-08", "90d", "Jan 2026 to Mar 2026", "Jul 2026 to Sep 2026"),
        ("2026-Q1", "2026-06-08", "150d", "Jan 2026 to Mar 2026", "Jul 2026 to Sep 2026"),
        ("2025", "2026-06-08", "365d", "Jan 2025 to Dec 2025", "Jan 2027 to Dec 2027"),
        ("2026-W01", "2026-06-08", "90d", "2026-03-10 to 2026-06-07", "2026-06-09 to 2026-09-06"),
        ("2026-01-01", "2026-06-08", "7d", "2026-06-01 to 2026-06-07", "2026-06-09 to 2026-06-15"),
    ],
)
def test_the_window_lies_on_either_side_of_the_date(
    rows: str, shipped: str, length: str, before: str, after: str
) -> None:
    made = window_of(points(rows), parse_period(shipped), parse_duration(length))
    assert made is not None
    assert (made.before.label, made.after.label) == (before, after)


def test_fiscal_quarters_keep_their_own_months() -> None:
    rows = points("FY2026-Q1", fiscal=FiscalCalendar(2, "start"))
    made = window_of(rows, parse_period("2026-06-08"), Duration(90 * 1440))
    assert made is not None
    assert (made.before.label, made.after.label) == ("Feb 2026 to Apr 2026", "Aug 2026 to Oct 2026")


@pytest.mark.parametrize(("rows", "length"), [("2026-Q1", "60d"), ("2026", "90d"), ("2026-W01", "6d")])
def test_rows_longer_than_the_window_do_not_fit(rows: str, length: str) -> None:
    assert window_of(points(rows), parse_period("2026-06-08"), parse_duration(length)) is None


@pytest.mark.parametrize("shipped", ["0001-01-01", "9999-12-31", "0001", "9998"])
@pytest.mark.parametrize("rows", ["2026-01", "2026-W01", "2026-01-01", "9999-11", "9999-12-31"])
def test_a_date_at_the_end_of_the_calendar_has_no_window(shipped: str, rows: str) -> None:
    assert window_of(points(rows), parse_period(shipped), Duration(400 * 1440)) is None


def test_the_window_is_open_up_to_its_last_day() -> None:
    made = window_of(points("2026-01"), parse_period("2026-06-08"), Duration(90 * 1440))
    assert made is not None
    assert made.is_open(date(2026, 9, 30))
    assert not made.is_open(date(2026, 10, 1))


def test_the_last_row_of_weeks_ends_before_the_window_does() -> None:
    made = window_of(points("2026-W01"), parse_period("2026-06-08"), Duration(90 * 1440))
    assert made is not None
    assert (made.after.end, made.last_row) == (date(2026, 9, 6), date(2026, 9, 6))
    one_day_less = window_of(points("2026-W01"), parse_period("2026-06-08"), Duration(89 * 1440))
    assert one_day_less is not None
    assert (one_day_less.after.end, one_day_less.last_row) == (date(2026, 9, 5), date(2026, 8, 30))


KINDS = {
    "days": lambda day: day.isoformat(),
    "weeks": lambda day: "{}-W{:02}".format(*day.isocalendar()[:2]),
    "months": lambda day: f"{day:%Y-%m}",
    "quarters": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
}


@pytest.mark.parametrize("kind", KINDS)
@given(st.dates(date(2024, 1, 1), date(2026, 1, 1)), st.integers(90, 400))
@settings(max_examples=times(60), deadline=None)
def test_the_row_that_holds_the_date_is_in_neither_side_and_both_sides_hold_alike(
    kind: str, shipped: date, length: int
) -> None:
    write = KINDS[kind]
    texts = dict.fromkeys(write(date(2022, 1, 3) + timedelta(days=i)) for i in range(2200))
    rows = points(*texts)
    made = window_of(rows, parse_period(shipped.isoformat()), Duration(length * 1440))
    assert made is not None
    before, after = within(rows, made.before), within(rows, made.after)
    holding = parse_period(write(shipped))
    assert holding not in [point.period for point in (*before, *after)]
    assert all(point.period.end < shipped for point in before)
    assert all(point.period.start > shipped for point in after)
    assert abs(len(before) - len(after)) <= (1 if kind == "weeks" else 0)
    assert after[-1].period.end == made.last_row
