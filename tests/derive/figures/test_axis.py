"""Where periods stand in time."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.derive.figures.axis import Axis, axis_of
from cxsite.model.period import Period, parse_period


def axis(*texts: str) -> Axis:
    return axis_of(map(parse_period, texts))


@pytest.mark.parametrize(
    ("texts", "slots", "labels"),
    [
        (["2026-10", "2026-11", "2027-02"], (0, 1, 4), ["Oct 2026", "Nov 2026", "Dec 2026", "Jan 2027", "Feb 2027"]),
        (["2026-01", "2026-02", "2026-05"], (0, 1, 4), [f"{m} 2026" for m in ("Jan", "Feb", "Mar", "Apr", "May")]),
        (["2025-Q2", "2025-Q3", "2026-Q1"], (0, 1, 3), ["2025 Q2", "2025 Q3", "2025 Q4", "2026 Q1"]),
        (["FY2020-Q2", "FY2020-Q3", "FY2021-Q1"], (0, 1, 3), ["FY2020 Q2", "FY2020 Q3", "FY2020 Q4", "FY2021 Q1"]),
        (["FY2018", "FY2019", "FY2021"], (0, 1, 3), ["FY2018", "FY2019", "FY2020", "FY2021"]),
        (["2020", "2022", "2023"], (0, 2, 3), ["2020", "2021", "2022", "2023"]),
        (["2026-W51", "2026-W52", "2027-W01"], (0, 1, 3), ["2026-W51", "2026-W52", "2026-W53", "2027-W01"]),
        (
            ["2026-02-26", "2026-02-27", "2026-03-01"],
            (0, 1, 3),
            [f"2026-0{d}" for d in ("2-26", "2-27", "2-28", "3-01")],
        ),
        (["2020-05", "2021-05", "2023-05"], (0, 1, 3), [f"May {year}" for year in range(2020, 2024)]),
        (["2026-01", "2026-03", "2026-07"], (0, 1, 3), [f"{month} 2026" for month in ("Jan", "Mar", "May", "Jul")]),
        (["2026-11", "2027-01"], (0, 2), ["Nov 2026", "Dec 2026", "Jan 2027"]),
        (["2026"], (0,), ["2026"]),
        ([], (), []),
    ],
)
def test_what_is_missing_has_a_slot_and_its_name(texts: list[str], slots: tuple[int, ...], labels: list[str]) -> None:
    made = axis(*texts)
    assert made.slots == slots
    assert list(made.labels) == labels
    assert made.length == len(labels)
    assert not made.shortened


def test_a_line_is_parted_where_periods_are_missing() -> None:
    assert axis("2026-01", "2026-02", "2026-04", "2026-05").skips == {2}
    assert axis("2020-05", "2021-05", "2022-05").skips == frozenset()


def test_waves_of_some_days_each_week_follow_one_another() -> None:
    waves = [
        Period(day, day + timedelta(days=4), "") for day in (date(2026, 1, 5) + timedelta(weeks=i) for i in range(9))
    ]
    assert axis_of(waves).slots == tuple(range(9))
    assert axis_of(waves[:3] + waves[5:]).slots == (0, 1, 2, 5, 6, 7, 8)


def weeks(start: date, lengths: list[int]) -> list[Period]:
    found = []
    for count in lengths:
        found.append(Period(start, start + timedelta(weeks=count) - timedelta(days=1), f"from {start}"))
        start += timedelta(weeks=count)
    return found


def test_months_of_four_and_five_weeks_follow_one_another_without_room_between_them() -> None:
    periods = weeks(date(2026, 1, 5), [4, 4, 5] * 8)
    assert axis_of(periods).slots == tuple(range(24))
    assert axis_of(periods).skips == frozenset()
    without = axis_of([*periods[:2], *periods[3:]])
    assert without.slots[:4] == (0, 1, 3, 4)
    assert without.labels[2] == ""


def test_periods_that_overlap_stand_beside_one_another() -> None:
    quarters = [Period(date(2026, month, 1), date(2026, month + 3, 1) - timedelta(days=1), "") for month in (1, 2, 3)]
    assert axis_of(quarters).slots == (0, 1, 2)
    first = date(2026, 1, 1)
    assert axis_of(Period(first, date(2026, 1, day), "") for day in (28, 30, 31)).slots == (0, 1, 2)


def test_a_gap_of_many_years_leaves_room_for_the_rest_and_is_said() -> None:
    made = axis("0001-01", "2026-01", "2026-02")
    assert made.slots == (0, 13, 14)
    assert [(a.label, b.label) for a, b in made.shortened] == [("Jan 1", "Jan 2026")]


@pytest.mark.parametrize(
    ("day", "at"),
    [
        (date(2026, 1, 1), -0.5),
        (date(2026, 2, 15), 1.0),
        (date(2026, 3, 1), 1.5),
        (date(2026, 3, 16), 1.5 + 15 / 31),
        (date(2026, 4, 30), 2.5 + 29 / 30),
        (date(2025, 12, 31), None),
        (date(2026, 5, 1), None),
    ],
)
def test_a_day_has_its_place_in_time(day: date, at: float | None) -> None:
    assert axis("2026-01", "2026-02", "2026-04").place_of(day) == (None if at is None else pytest.approx(at))


MONTH = st.tuples(st.integers(2020, 2027), st.integers(1, 12)).map(lambda one: parse_period("{}-{:02}".format(*one)))


@given(st.lists(MONTH, min_size=1, max_size=20), st.lists(st.dates(date(2020, 1, 1), date(2027, 12, 31)), min_size=2))
def test_months_stand_as_far_apart_as_they_are_in_time_and_days_in_their_order(
    periods: list[Period], days: list[date]
) -> None:
    made = axis_of(periods)
    first = made.periods[0].start
    apart = [(p.start.year - first.year) * 12 + p.start.month - first.month for p in made.periods]
    if not made.shortened and 1 in {b - a for a, b in pairwise(apart)}:
        assert list(made.slots) == apart
        assert all(made.labels)
    places = [place for day in sorted(days) if (place := made.place_of(day)) is not None]
    assert places == sorted(places)
    assert all(-0.5 <= place < made.length - 0.5 for place in places)
    for period in made.periods:
        assert made.place_of(period.start) == made.slot_of(period) - 0.5
