"""Former ids in tables are said, once for each table."""

from __future__ import annotations

from pathlib import Path

from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic, Severity

JOURNEY = """\
name: Buy a ticket
owner: sales
phases:
  - id: choose
    name: Choose
    formerly: [pick]
    steps: [{id: look, name: Looks at the map}]
"""


def found(folder: Path, table: str) -> tuple[Diagnostic, ...]:
    metrics = "metrics:\n  - {id: n, name: N, formerly: [old-n], method: mean, source: t.csv}\n"
    files: dict[str, str | bytes] = {
        "journeys/ticket.yml": JOURNEY,
        "metrics/m.yml": metrics,
        "metrics/t.csv": table,
    }
    found = examined_project(small_project(folder, files)).diagnostics
    return tuple(one for one in found if one.code.startswith("CX3"))


def test_a_former_id_in_a_table_is_a_warning_with_the_id_of_today(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "period,phase,value\n2026,choose,4\n2025,pick,4\n")
    assert (problem.code, problem.severity) == ("CX324", Severity.WARNING)
    assert (str(problem.span), problem.span.end_column) == ("metrics/t.csv:3:6", 10)
    assert problem.message == "the phase `pick` is called `choose` now"
    assert (problem.hint, problem.suggestion) == ("write `choose`", "choose")
    assert [str(related.span) for related in problem.related] == ["journeys/ticket.yml:4:9"]


def test_many_rows_are_told_once(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "period,phase,value\n" + "".join(f"{year},pick,4\n" for year in range(2020, 2026)))
    assert problem.message == "the phase `pick` is called `choose` now, here and in 5 more rows"
    assert problem.span.line == 2


def test_a_former_id_of_a_metric_is_told_where_it_stands(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "metric,period,value\nold-n,2026,4\n")
    assert str(problem.span) == "metrics/t.csv:2:1"
    assert problem.message == "the metric `old-n` is called `n` now"


def test_ids_of_today_are_no_trouble(tmp_path: Path) -> None:
    assert found(tmp_path, "metric,period,phase,value\nn,2026,choose,4\n") == ()


def test_an_unknown_id_is_still_an_error(tmp_path: Path) -> None:
    assert [problem.code for problem in found(tmp_path, "period,phase,value\n2026,pikc,4\n")] == ["CX323"]
