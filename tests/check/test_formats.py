"""Diagnostics as the forges show them: at the right file of the repository, and nothing in them becomes a command."""

from __future__ import annotations

import json

from cxsite.check.formats import github, gitlab
from cxsite.diagnostics import Diagnostic, Related, Severity, Span

NOTE = Diagnostic("CX320", Severity.NOTE, "two sources disagree", Span("metrics/a.csv", 3, 1))
ERROR = Diagnostic(
    "CX101",
    Severity.ERROR,
    "`a:b,\n::set-env name=PATH::x` is no key; 50%",
    Span("journeys/größe, maß.yml", 2, 1),
    "did you mean `owner`?",
    related=(Related(Span("journeys/b.yml", 7, 1), "first given here"),),
)
EVERYWHERE = Diagnostic("CX282", Severity.WARNING, "a setting is missing", Span("", 0, 0))


def test_annotations_stand_on_their_lines_the_weightiest_first_and_open_no_command() -> None:
    assert github.write([NOTE, EVERYWHERE, ERROR], "maps/").splitlines() == [
        "::error file=maps/journeys/größe%2C maß.yml,line=2,title=CX101::`a:b,%0A::set-env name=PATH::x` is no key; "
        "50%25%0Adid you mean `owner`?%0Amaps/journeys/b.yml:7:1: first given here",
        "::warning title=CX282::a setting is missing",
        "::notice file=maps/metrics/a.csv,line=3,title=CX320::two sources disagree",
    ]


def test_a_code_quality_report_names_files_from_the_top_and_marks_each_finding_once() -> None:
    found = json.loads(gitlab.write([ERROR, NOTE, NOTE, EVERYWHERE], "maps/"))
    assert found[0] == {
        "description": f"{ERROR.message}; did you mean `owner`?",
        "check_name": "cxsite/CX101",
        "fingerprint": found[0]["fingerprint"],
        "severity": "critical",
        "location": {"path": "maps/journeys/größe, maß.yml", "lines": {"begin": 2}},
    }
    assert found[3]["location"] == {"path": "maps/cxsite.yml", "lines": {"begin": 1}}
    assert len({entry["fingerprint"] for entry in found}) == 4


def test_a_finding_keeps_its_mark_where_its_line_moves() -> None:
    moved = NOTE.at(Span("metrics/a.csv", 30, 1))
    one, other = (json.loads(gitlab.write([each], ""))[0]["fingerprint"] for each in (NOTE, moved))
    assert one == other
