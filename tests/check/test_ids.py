"""Ids are unique within their kind and scope."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic

HEAD = "name: A\nowner: b\n"


def found(folder: Path, files: dict[str, str | bytes]) -> list[Diagnostic]:
    return list(examined_project(small_project(folder, files)).diagnostics)


def only(folder: Path, files: dict[str, str | bytes]) -> Diagnostic:
    (problem,) = found(folder, files)
    return problem


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("phase", "phases:\n  - {name: P, id: x}\n  - {name: Q, id: x}\n"),
        ("step", "phases:\n  - {name: P, steps: [{name: S, id: x}]}\n  - {name: Q, steps: [{name: T, id: x}]}\n"),
        (
            "hotspot",
            "phases: [{name: P, id: p}]\nhotspots:\n  - {name: P, id: x, phases: p}\n  - {name: Q, phases: p, id: x}\n",
        ),
        ("source of evidence", "phases: [{name: P}]\nevidence:\n  - {name: P, id: x}\n  - {name: Q, id: x}\n"),
    ],
)
def test_an_id_used_twice_in_a_journey_is_found_at_the_second(tmp_path: Path, kind: str, text: str) -> None:
    problem = only(tmp_path, {"journeys/a.yml": HEAD + text})
    assert (problem.code, problem.message) == ("CX201", f"a second {kind} has the id `x`")
    lines = (HEAD + text).split("\n")
    span, first = problem.span, problem.related[0].span
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == "x"
    assert lines[first.line - 1][first.column - 1 : first.end_column - 1] == "x"
    assert (first.line, first.column) < (span.line, span.column)
    assert span.line == len(lines) - 1


def test_two_names_that_make_one_id_are_found_at_the_second_name(tmp_path: Path) -> None:
    problem = only(tmp_path, {"journeys/a.yml": HEAD + "phases:\n  - name: Wait here\n  - name: Wait, here!\n"})
    assert (problem.code, str(problem.span)) == ("CX201", "journeys/a.yml:5:11")
    assert "`wait-here`" in problem.message
    assert "an `id` of its own" in problem.hint


def test_a_name_and_a_written_id_clash_too(tmp_path: Path) -> None:
    problem = only(tmp_path, {"journeys/a.yml": HEAD + "phases:\n  - name: Wait\n  - {name: Other, id: wait}\n"})
    assert str(problem.span) == "journeys/a.yml:5:23"
    assert str(problem.related[0].span) == "journeys/a.yml:4:11"


def test_three_of_one_id_are_two_complaints(tmp_path: Path) -> None:
    problems = found(tmp_path, {"journeys/a.yml": HEAD + "phases:\n  - name: W\n  - name: W\n  - name: W\n"})
    assert [problem.span.line for problem in problems] == [5, 6]
    assert {str(problem.related[0].span) for problem in problems} == {"journeys/a.yml:4:11"}


def test_a_phase_and_a_step_may_have_one_id(tmp_path: Path) -> None:
    assert found(tmp_path, {"journeys/a.yml": HEAD + "phases:\n  - {name: Order, steps: [{name: Order}]}\n"}) == []


def test_two_journeys_may_use_the_same_ids(tmp_path: Path) -> None:
    text = HEAD + "phases:\n  - {name: Order, steps: [{name: Order}]}\n"
    assert found(tmp_path, {"journeys/a.yml": text, "journeys/c.yml": text}) == []


def test_a_metric_of_two_files_is_found_in_the_second(tmp_path: Path) -> None:
    text = "metrics:\n  - {id: ease, name: Ease, method: mean}\n"
    problem = only(tmp_path, {"metrics/a.yml": text, "metrics/b.yml": text})
    assert (problem.code, str(problem.span)) == ("CX201", "metrics/b.yml:2:10")
    assert str(problem.related[0].span) == "metrics/a.yml:2:10"
