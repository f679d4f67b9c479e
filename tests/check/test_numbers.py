"""Numbers: whether they can be compared and joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic, Severity
from cxsite.pipeline import Examined

from .broken import said


def examined(folder: Path, fields: str, **tables: str) -> Examined:
    files: dict[str, str | bytes] = {f"metrics/{name}.csv": text for name, text in tables.items()}
    files["metrics/m.yml"] = f"metrics:\n  - id: ease\n    name: Ease\n    method: mean\n    {fields}\n"
    return examined_project(small_project(folder, files))


def only(folder: Path, fields: str, **tables: str) -> Diagnostic:
    (problem,) = examined(folder, fields, **tables).diagnostics
    return problem


def test_two_sources_that_disagree_are_a_note_with_both_places(tmp_path: Path) -> None:
    whole = examined(
        tmp_path, "source: [a.csv, b.csv]", a="period,value\n2025,1\n2026,4.2\n", b="period,value\n2026,4.5\n2025,1\n"
    )
    (problem,) = whole.diagnostics
    assert (problem.code, problem.severity, whole.has_errors) == ("CX320", Severity.NOTE, False)
    assert str(problem.span) == "metrics/b.csv:2:1"
    assert str(problem.related[0].span) == "metrics/a.csv:3:1"
    assert problem.message == "two sources disagree on `ease` for 2026: 4.2 in a.csv, 4.5 in b.csv"


def test_sources_that_disagree_about_another_place_are_not_compared(tmp_path: Path) -> None:
    tables = {"a": "period,segment,value\n2026,north,1\n", "b": "period,segment,value\n2026,south,2\n"}
    assert examined(tmp_path, "source: [a.csv, b.csv]", **tables).diagnostics == ()


def test_one_table_read_in_two_ways_is_compared_with_itself(tmp_path: Path) -> None:
    source = "source: [{file: t.csv, columns: {value: x}}, {file: t.csv, columns: {value: y}}]"
    assert only(tmp_path, source, t="period,x,y\n2026,1,2\n").code == "CX320"


@pytest.mark.parametrize("at", ["soon", "2019-Q5", "2019-13"])
def test_a_break_that_is_no_period_is_found_in_its_place(tmp_path: Path, at: str) -> None:
    problem = only(tmp_path, f"breaks: [{{at: {at}, why: wording}}]")
    assert (problem.code, problem.severity) == ("CX103", Severity.ERROR)
    assert (problem.span.line, problem.span.column, problem.span.end_column) == (5, 19, 19 + len(at))
    assert f"`{at}`" in problem.message


def test_a_break_before_the_calendar_of_the_site_is_found_in_its_place(tmp_path: Path) -> None:
    small_project(tmp_path, {"cxsite.yml": "fiscal_year: {starts: 10}\n"})
    problem = only(tmp_path, "breaks: [{at: FY0001, why: wording}]")
    assert (problem.code, problem.severity) == ("CX321", Severity.ERROR)
    assert (problem.span.line, problem.span.column) == (5, 19)
    assert problem.message == "`FY0001` is not in the calendar"


@pytest.mark.parametrize("at", ["2019", "2019-Q3", "2019-09", "FY2020-Q1"])
def test_a_break_at_a_period_is_no_complaint(tmp_path: Path, at: str) -> None:
    assert examined(tmp_path, f"breaks: [{{at: {at}, why: wording}}]").diagnostics == ()


def test_a_table_without_a_row_for_its_metric_is_a_warning(tmp_path: Path) -> None:
    problem = only(tmp_path, "source: {file: t.csv, where: {q: Ease}}", t="q,period,value\nTrust,2026,1\n")
    assert (problem.code, problem.severity, str(problem.span)) == ("CX322", Severity.WARNING, "metrics/m.yml:5:20")
    assert "`t.csv` has no row for `ease`" in problem.message


@pytest.mark.parametrize("source", ["t.csv", "[t.csv]"])
def test_a_table_without_a_row_is_found_where_it_is_named(tmp_path: Path, source: str) -> None:
    problem = only(tmp_path, f"source: {source}", t="metric,period,value\ntrust,2026,1\n")
    assert (problem.code, problem.span.file, problem.span.line) == ("CX322", "metrics/m.yml", 5)


def test_a_table_named_with_a_dot_is_looked_at_too(tmp_path: Path) -> None:
    assert only(tmp_path, "source: {file: ./t.csv}", t="metric,period,value\ntrust,2026,1\n").code == "CX322"


def test_a_table_whose_rows_have_errors_is_not_said_to_have_none(tmp_path: Path) -> None:
    assert only(tmp_path, "source: {file: t.csv}", t="period,value\n2026,12min\n").code == "CX304"


def test_a_metric_without_a_source_is_no_complaint(tmp_path: Path) -> None:
    assert examined(tmp_path, "better: up").diagnostics == ()


def test_what_nobody_knows_is_a_row(tmp_path: Path) -> None:
    source = "source: {file: t.csv, missing: [No Data]}"
    assert examined(tmp_path, source, t="period,value\n2026,No Data\n").diagnostics == ()


def test_an_error_in_the_numbers_keeps_the_site_from_being_built(tmp_path: Path) -> None:
    assert examined(tmp_path, "source: t.csv", t="period,value\n2026,1\n2026,2\n").has_errors


PLACED = "period,journey,phase,step,value\n2025,{},4.2\n2026,{},4.3\n"


@pytest.mark.parametrize(
    ("cells", "kind", "name", "near"),
    [
        ("tickte,,", "journey", "tickte", "ticket"),
        ("ticket,chose,", "phase", "chose", "choose"),
        ("ticket,,loook", "step", "loook", "look"),
        (",,zzzz", "step", "zzzz", ""),
        (",look,", "phase", "look", ""),
    ],
)
def test_a_row_about_a_place_off_the_map_is_an_error_once(
    tmp_path: Path, cells: str, kind: str, name: str, near: str
) -> None:
    problem = only(tmp_path, "source: t.csv", t=PLACED.format(cells, cells))
    assert (problem.code, problem.severity) == ("CX323", Severity.ERROR)
    assert (problem.span.file, problem.span.line) == ("metrics/t.csv", 2)
    assert problem.message == f"`{name}` is not a {kind} of the map"
    assert problem.hint == (f"did you mean `{near}`?" if near else f"no {kind} of this id was read")


@pytest.mark.parametrize("cells", [",,", "ticket,,", "ticket,choose,", "ticket,choose,look", ",,ask"])
def test_a_row_about_a_place_on_the_map_is_no_complaint(tmp_path: Path, cells: str) -> None:
    assert examined(tmp_path, "source: t.csv", t=PLACED.format(cells, cells)).diagnostics == ()


def test_the_journey_of_the_metric_says_whose_places_are_meant(tmp_path: Path) -> None:
    other = "name: Other\nowner: b\nphases: [{name: Elsewhere, id: elsewhere}]\n"
    small_project(tmp_path, {"journeys/other.yml": other})
    table = "period,phase,value\n2026,elsewhere,1\n"
    assert examined(tmp_path, "source: t.csv", t=table).diagnostics == ()
    assert only(tmp_path, "journey: ticket, source: t.csv".replace(", ", "\n    "), t=table).code == "CX323"


def test_an_unknown_journey_of_a_metric_is_found_where_it_is_written(tmp_path: Path) -> None:
    problem = only(tmp_path, "journey: tickte\n    source: t.csv", t="period,value\n2026,1\n")
    assert (problem.code, problem.span.file, problem.span.line) == ("CX210", "metrics/m.yml", 5)


def test_an_unknown_journey_of_a_metric_without_numbers_is_said(tmp_path: Path) -> None:
    assert only(tmp_path, "journey: tickte").code == "CX210"


def test_one_mistake_in_a_journey_is_one_complaint(tmp_path: Path) -> None:
    small_project(tmp_path, {"journeys/other.yml": "name: Other\nowner: b\nphases: []\n"})
    assert only(tmp_path, "source: t.csv", t="period,journey,value\n2026,other,1\n").code == "CX103"


def test_a_number_about_very_few_people_has_to_leave_its_table(tmp_path: Path) -> None:
    whole = examined(tmp_path, "source: t.csv", t="period,value,n\n2025,1,10\n2026,4.2,9\n")
    (problem,) = whole.diagnostics
    assert (problem.code, whole.has_errors) == ("CX325", True)
    assert (problem.span.file, problem.span.line) == ("metrics/t.csv", 3)
    assert "fewer than 10" in problem.message


def test_a_place_whose_every_row_is_wrong_is_told_row_by_row_and_no_more(tmp_path: Path) -> None:
    table = "period,phase,value\n2026,choose,9\n2025,choose,4.2\n2025,,4.2\n"
    (problem,) = examined(tmp_path, "scale: 1..5\n    source: t.csv", t=table).diagnostics
    assert problem.code == "CX307"
    only_bad = "period,phase,value\n2026,choose,9\n2025,,4.2\n"
    found = examined(tmp_path, "scale: 1..5\n    source: t.csv", t=only_bad).diagnostics
    assert [problem.code for problem in found] == ["CX307"]


def test_a_segment_that_nobody_listed_is_an_error(tmp_path: Path) -> None:
    table = "period,segment,value\n2026,home-mover,4\n2026,home-movers,4\n"
    segments = {"journeys/segments.yml": "segments: [{id: home-movers, name: Home movers}]\n"}
    small_project(tmp_path, segments)
    problem = only(tmp_path, "source: t.csv", t=table)
    assert (problem.code, problem.span.line) == ("CX323", 2)
    assert "home-movers" in problem.hint


OTHER = "name: B\nowner: b\nreviewed: 2026-11-01\nphases: [{name: Wait, id: wait, steps: [{name: Asks, id: ask}]}]\n"


@pytest.mark.parametrize(
    ("fields", "table", "told"),
    [
        ("source: t.csv", "period,phase,value\n2026,wait,4\n", "`wait` is a phase of `other` and `ticket`"),
        ("source: t.csv", "period,step,value\n2026,ask,4\n", "`ask` is a step of `other` and `ticket`"),
        ("source: t.csv", "period,step,value\n2026,look,4\n", ""),
        ("source: t.csv\n    journey: ticket", "period,phase,value\n2026,wait,4\n", ""),
        ("source: t.csv", "period,journey,phase,value\n2026,ticket,wait,4\n", ""),
    ],
)
def test_a_row_about_a_place_of_several_journeys_says_which(tmp_path: Path, fields: str, table: str, told: str) -> None:
    metrics = f"metrics:\n  - id: ease\n    name: Ease\n    owner: b\n    method: mean\n    {fields}\n"
    found = said(tmp_path, journeys__other=OTHER, metrics__m=metrics, metrics__t_csv=table)
    assert [problem.message for problem in found if problem.code == "CX340"] == ([told] if told else [])
    assert all(str(problem.span) == "metrics/t.csv:2:1" for problem in found if problem.code == "CX340")
