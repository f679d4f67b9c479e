"""The time before and after a date, and the rows that lie in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Span
from cxsite.measure.rhythm import rhythm_of
from cxsite.measure.series import Estimate, Point
from cxsite.measure.windows import Window, filled, lacking, window_of, within
from cxsite.model.period import FiscalCalendar, Period, parse_period
from cxsite.model.values import Duration, parse_duration, parse_span

CALENDAR = FiscalCalendar()


def points(*periods: str, fiscal: FiscalCalendar = CALENDAR) -> list[Point]:
    return [Point(parse_period(text, fiscal), None, Span("t.csv")) for text in periods]


def window(rows: list[Point], shipped: str, length: str) -> Window | None:
    rhythm = rhythm_of([row.period for row in rows])
    return window_of(rows, rhythm, parse_period(shipped), parse_duration(length))


def spans(*texts: str) -> list[Point]:
    return [Point(parse_span(text), None, Span("t.csv")) for text in texts]


@pytest.mark.parametrize(
    ("rows", "shipped", "length", "before", "after"),
    [
        ("2026-01", "2026-06-08", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06-01", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06-30", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2029-01", "2026-06-30", "90d", "Mar 2026 to May 2026", "Jul 2026 to Sep 2026"),
        ("2026-01", "2026-06", "30d", "May 2026", "Jul 2026"),
        ("2026-01", "2026-06", "45d", "May 2026", "Jul 2026"),
        ("2026-01", "2026-06", "75d", "Apr 2026 to May 2026", "Jul 2026 to Aug 2026"),
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
    made = window(points(rows), shipped, length)
    assert made is not None
    assert (made.before.label, made.after.label) == (before, after)


def test_fiscal_quarters_keep_their_own_months() -> None:
    rows = points("FY2026-Q1", fiscal=FiscalCalendar(2, "start"))
    made = window(rows, "2026-06-08", "90d")
    assert made is not None
    assert (made.before.label, made.after.label) == ("Feb 2026 to Apr 2026", "Aug 2026 to Oct 2026")


@pytest.mark.parametrize(
    ("rows", "length"),
    [("2026-Q1", "60d"), ("2026-Q1", "89d"), ("2026-01", "29d"), ("2026", "90d"), ("2026-W01", "6d")],
)
def test_rows_longer_than_the_window_do_not_fit(rows: str, length: str) -> None:
    assert window(points(rows), "2026-06-08", length) is None


@pytest.mark.parametrize("shipped", ["0001-01-01", "9999-12-31", "0001", "9998"])
@pytest.mark.parametrize("rows", ["2026-01", "2026-W01", "2026-01-01", "9999-11", "9999-12-31"])
def test_a_date_at_the_end_of_the_calendar_has_no_window(shipped: str, rows: str) -> None:
    assert window(points(rows), shipped, "400d") is None


def test_the_window_is_open_up_to_its_last_day() -> None:
    made = window(points("2026-01"), "2026-06-08", "90d")
    assert made is not None
    assert made.is_open(date(2026, 9, 30))
    assert not made.is_open(date(2026, 10, 1))


def test_the_last_row_of_weeks_ends_before_the_window_does() -> None:
    made = window(points("2026-W01"), "2026-06-08", "90d")
    assert made is not None
    assert (made.after.end, made.last_row) == (date(2026, 9, 6), date(2026, 9, 6))
    one_day_less = window(points("2026-W01"), "2026-06-08", "89d")
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
    made = window_of(
        rows, rhythm_of([row.period for row in rows]), parse_period(shipped.isoformat()), Duration(length * 1440)
    )
    assert made is not None
    before, after = within(rows, made.before), within(rows, made.after)
    holding = parse_period(write(shipped))
    assert holding not in [point.period for point in (*before, *after)]
    assert all(point.period.end < shipped for point in before)
    assert all(point.period.start > shipped for point in after)
    assert abs(len(before) - len(after)) <= (1 if kind == "weeks" else 0)
    assert after[-1].period.end == made.last_row


def test_months_from_another_day_on_are_whole_months_too() -> None:
    rows = spans("2026-01-15/2026-02-14", "2026-02-15/2026-03-14", "2026-03-15/2026-04-14")
    made = window(rows, "2026-06-08", "90d")
    assert made is not None
    assert (made.before.label, made.after.label) == ("2026-02-15 to 2026-05-14", "2026-06-15 to 2026-09-14")
    assert made.last_row == date(2026, 9, 14)


FOUR_FOUR_FIVE = spans(
    *("2026-03-01/2026-03-28", "2026-03-29/2026-04-25", "2026-04-26/2026-05-30"),
    *("2026-05-31/2026-06-27", "2026-06-28/2026-07-25", "2026-07-26/2026-08-29", "2026-08-30/2026-09-26"),
)


def test_rows_whose_lengths_alternate_take_the_days_and_those_that_lie_in_them() -> None:
    made = window(FOUR_FOUR_FIVE, "2026-06-08", "90d")
    assert made is not None
    assert (made.before.label, made.after.label) == ("2026-03-10 to 2026-06-07", "2026-06-09 to 2026-09-06")
    assert [row.period.start.isoformat() for row in within(FOUR_FOUR_FIVE, made.after)] == ["2026-06-28", "2026-07-26"]
    assert made.last_row == date(2026, 8, 10), "a row that begins later ends too late"


@pytest.mark.parametrize(
    ("rows", "left_out", "stretch", "more"),
    [
        (points("2026-01", "2026-02", "2026-03"), 1, "2026-01/2026-03", 1),
        (points("2026-W10", "2026-W11", "2026-W12"), 1, "2026-03-01/2026-03-22", 1),
    ],
)
def test_so_many_rows_are_lacking_as_the_stretch_has_room_for(
    rows: list[Point], left_out: int, stretch: str, more: int
) -> None:
    rhythm = rhythm_of([row.period for row in rows])
    there = [row for index, row in enumerate(rows) if not left_out or index != left_out]
    assert lacking(there, rhythm, parse_span(stretch)) == more


def test_all_rows_are_lacking_where_there_is_none() -> None:
    stretch: Period = parse_span("2026-03/2026-05")
    assert lacking([], rhythm_of([parse_period("2026-01")]), stretch) == 3
    assert lacking([], rhythm_of([parse_period("2026-W01")]), stretch) == 13


def test_where_rows_are_not_alike_days_are_counted() -> None:
    rows = [replace(row, estimate=Estimate(1)) for row in FOUR_FOUR_FIVE[3:6]]
    rhythm = rhythm_of([row.period for row in FOUR_FOUR_FIVE])
    assert filled(rows, rhythm, parse_span("2026-05-31/2026-09-05")) == (91, 98, "days")
    assert filled([replace(rows[0], estimate=None), *rows[1:]], rhythm, parse_span("2026-05-31/2026-09-05"))[0] == 63
    assert filled(points("2026-01"), rhythm_of([parse_period("2026-01")]), parse_span("2026-01/2026-03")) == (
        0,
        3,
        "rows",
    )
