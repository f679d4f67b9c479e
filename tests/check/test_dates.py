"""Dates: what is overdue, what cannot be, and what nobody has looked at for long."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import MAP, codes, only, said

ACTION = "actions:\n  - {{id: desk, name: Desk, owner: b, {}}}\n"


def reviewed(day: str) -> str:
    return f"name: A\nowner: b\nreviewed: {day}\n{MAP}"


def test_a_review_is_due_half_a_year_after_the_last(tmp_path: Path) -> None:
    assert codes(said(tmp_path, journeys__ticket=reviewed("2026-05-26"))) == []
    problem = only(said(tmp_path, journeys__ticket=reviewed("2026-05-25")), "CX250")
    assert (problem.severity.word, str(problem.span)) == ("warning", "journeys/ticket.yml:3:11")
    assert "2026-11-21" in problem.message


def test_a_journey_can_say_how_long_its_review_holds(tmp_path: Path) -> None:
    assert codes(said(tmp_path, "review_every: 2 weeks\n")) == ["CX250"]
    assert codes(said(tmp_path, cxsite="today: 2026-11-22\nreview_every: 7d\n")) == ["CX250"]
    assert codes(said(tmp_path, "review_every: 2 weeks\nstatus: retired\n")) == []


def test_a_live_journey_says_when_it_was_reviewed(tmp_path: Path) -> None:
    journey = "name: A\nowner: b\n" + MAP
    assert only(said(tmp_path, journeys__ticket=journey), "CX251").severity.word == "note"
    assert codes(said(tmp_path, journeys__ticket=journey + "status: draft\n")) == []


@pytest.mark.parametrize(
    ("fields", "code", "at"),
    [
        ("due: 2026-11-21", "CX252", "2026-11-21"),
        ("due: 2026-10", "CX252", "2026-10"),
        ("due: 2026-11-21, status: in-progress", "CX252", "2026-11-21"),
        ("start: 2026-11-21, status: planned", "CX253", "2026-11-21"),
        ("start: 2027-03-01, due: 2027-02-28", "CX254", "2027-02-28"),
        ("start: 2026-03-01, shipped: 2026-02-28", "CX254", "2026-02-28"),
        ("shipped: 2026-03-01, status: in-progress", "CX255", "in-progress"),
        ("shipped: 2026-11-23", "CX256", "2026-11-23"),
    ],
)
def test_a_date_that_cannot_be_or_has_passed_is_found_in_its_place(
    tmp_path: Path, fields: str, code: str, at: str
) -> None:
    text = ACTION.format(fields)
    problem = only(said(tmp_path, text), code)
    line = text.splitlines()[-1]
    assert line[problem.span.column - 1 : problem.span.end_column - 1] == at
    assert problem.hint


@pytest.mark.parametrize(
    "fields",
    [
        "due: 2026-11-22",
        "due: 2026-11",
        "due: 2026",
        "due: 2026-01-01, status: dropped",
        "due: 2026-01-01, shipped: 2026-02-01",
        "start: 2026-11, status: planned",
        "start: 2026-01-01, status: in-progress",
        "start: 2026-03, shipped: 2026-03-31",
        "shipped: 2026-11-22",
    ],
)
def test_a_date_that_can_be_is_no_complaint(tmp_path: Path, fields: str) -> None:
    assert codes(said(tmp_path, ACTION.format(fields))) == []


@pytest.mark.parametrize("text", ["as_of: 2026-12\n", "quotes: [{text: Fine., when: 2027}]\n"])
def test_what_was_seen_is_not_from_the_future(tmp_path: Path, text: str) -> None:
    assert codes(said(tmp_path, text)) == ["CX256"]


def test_a_goal_whose_date_has_passed_is_a_note(tmp_path: Path) -> None:
    metrics = "metrics: [{id: ease, name: Ease, method: count, owner: b, source: e.csv}]\n"
    files = {"metrics__m": metrics, "metrics__e_csv": "period,value\n2026-01,4\n"}
    assert codes(said(tmp_path, "goals: [{metric: ease, target: 5, by: 2026-11}]\n", **files)) == []
    assert codes(said(tmp_path, "goals: [{metric: ease, target: 5, by: 2026-10}]\n", **files)) == ["CX257"]


def test_a_dimension_of_maturity_says_when_it_was_assessed(tmp_path: Path) -> None:
    maturity = "maturity: [{name: Culture, now: 2}, {name: Data, now: 1, reviewed: 2026-09}]\n"
    problem = only(said(tmp_path, journeys__strategy=maturity), "CX258")
    assert "`Culture`" in problem.message


@pytest.mark.parametrize("more", ["reviewed: 9999-12-31\n", "reviewed: 2026-01-01\nreview_every: 99999999 years\n"])
def test_the_end_of_the_calendar_is_no_trouble(tmp_path: Path, more: str) -> None:
    assert "CX250" not in codes(said(tmp_path, journeys__ticket=f"name: A\nowner: b\n{more}{MAP}"))
