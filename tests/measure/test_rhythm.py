"""The rhythm of rows: months from a day on, so many days, or lengths that alternate."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.diagnostics import Span
from cxsite.measure.rhythm import Rhythm, by_rhythm, is_year, rhythm_of
from cxsite.measure.series import Point
from cxsite.model.values import parse_span


def rows(*texts: str) -> list[Point]:
    return [Point(parse_span(text), None, Span("t.csv")) for text in texts]


def rhythm(*texts: str) -> Rhythm:
    return rhythm_of([row.period for row in rows(*texts)])


@pytest.mark.parametrize(
    ("texts", "made"),
    [
        (["2026-02"], (1, 1, 28, 28)),
        (["2026-02", "2026-03"], (1, 1, 28, 31)),
        (["2026-Q1", "2026-Q2"], (3, 1, 90, 91)),
        (["2026"], (12, 1, 365, 365)),
        (["2026-W05"], (0, 0, 7, 7)),
        (["2026-02-01"], (0, 0, 1, 1)),
        (["2026-01-15/2026-02-14", "2026-02-15/2026-03-14"], (1, 15, 28, 31)),
        (["2026-02-15/2026-03-14"], (0, 0, 28, 28)),
        (["2026-02-01/2026-02-28", "2026-03-01/2026-03-28"], (0, 0, 28, 28)),
        (["2026-02-01/2026-02-28", "2026-03-01/2026-04-04"], (0, 0, 28, 35, False)),
        (["2026-01-01/2026-01-15", "2026-01-16/2026-01-31"], (0, 0, 15, 16, False)),
        (["2026-01-30/2026-03-29"], (2, 30, 59, 59)),
        (["2026-01-30/2026-02-27", "2026-02-28/2026-03-29", "2026-03-30/2026-04-29"], (1, 30, 29, 31)),
        (["2026-04", "2026-05", "2026-06-01/2026-06-29"], (1, 1, 29, 31, False)),
        (["2026-04", "2026-05", "2026-06", "2026-07/2026-08"], (1, 1, 30, 62, False)),
        (["9999-12-31"], (0, 0, 1, 1)),
    ],
)
def test_periods_have_a_rhythm(texts: list[str], made: tuple[Any, ...]) -> None:
    assert rhythm(*texts) == Rhythm(*made)


def test_one_row_tells_the_others_where_all_are_alike() -> None:
    assert rhythm("2026-01", "2026-02").even
    assert rhythm("2026-W01").even
    assert not rhythm("2026-02-01/2026-02-28", "2026-03-01/2026-04-04").even


@pytest.mark.parametrize(
    ("texts", "other", "held"),
    [
        (["2026-01"], "2026-02", True),
        (["2026-01"], "2026-01-15/2026-02-14", False),
        (["2026-W01"], "2026-W02", True),
        (["2026-W01"], "2026-01-01", False),
        (["2026-02-01/2026-02-28", "2026-03-01/2026-04-04"], "2026-04-05/2026-05-05", True),
        (["2026-02-01/2026-02-28", "2026-03-01/2026-04-04"], "2026-04-05/2026-05-10", False),
    ],
)
def test_a_rhythm_holds_periods_of_its_length(texts: list[str], other: str, held: bool) -> None:
    assert rhythm(*texts).holds(parse_span(other)) is held


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (["2026-Q1", "2026-01", "2026-02", "2026-W01"], [["2026-01", "2026-02"], ["2026-W01", "2026-02"], ["2026-Q1"]]),
        (
            ["2026-01-15/2026-02-14", "2026-02-15/2026-03-14", "2026-03-15/2026-04-14"],
            [["2026-01-15/2026-02-14", "2026-02-15/2026-03-14", "2026-03-15/2026-04-14"]],
        ),
        (
            ["2026-01-04/2026-01-31", "2026-02-01/2026-02-28", "2026-03-01/2026-04-04"],
            [["2026-01-04/2026-01-31", "2026-02-01/2026-02-28", "2026-03-01/2026-04-04"]],
        ),
        (
            ["2026-01", "2026-02", "2026-03", "2026-01-15/2026-02-14", "2026-02-15/2026-03-14"],
            [["2026-01", "2026-02", "2026-03"], ["2026-01-15/2026-02-14", "2026-02-15/2026-03-14"]],
        ),
        (["2026-01", "2026-02", "2026-01-05/2026-02-01"], [["2026-01", "2026-02"], ["2026-01-05/2026-02-01"]]),
        (["2026-01", "2026-02/2026-03", "2026-04"], [["2026-01", "2026-02/2026-03", "2026-04"]]),
        (["2026-W10", "2026-W11", "2026-04", "2026-05"], [["2026-W10", "2026-W11", "2026-04", "2026-05"]]),
    ],
)
def test_rows_are_told_apart_by_rhythm_the_commonest_first(texts: list[str], groups: list[list[str]]) -> None:
    made = [[row.period for row in group] for group in by_rhythm(rows(*texts))]
    assert made == [[parse_span(text) for text in group] for group in groups]


@pytest.mark.parametrize(
    ("text", "year"),
    [("2026", True), ("2026-04/2027-03", True), ("2026-01-05/2027-01-03", True), ("2026-Q1", False)],
)
def test_twelve_months_and_52_weeks_are_a_year(text: str, year: bool) -> None:
    assert is_year(parse_span(text)) is year


def test_rows_of_the_first_month_there_is_have_a_rhythm_and_none_before_it() -> None:
    assert rhythm("0001-01-05/0001-01-14", "0001-01-15/0001-02-14", "0001-02-15/0001-03-14").day == 15
    assert not rhythm("0001-01-15/0001-02-14").holds(parse_span("0001-01-05/0001-01-14"))
