"""How much each code weighs in a project."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import TODAY, codes, only, said
from cxsite.check.levels import journey_of

LATE = "actions: [{id: x, name: X, owner: b, due: 2026-01}]\n"


@pytest.mark.parametrize("level", ["error", "warning", "note"])
def test_a_project_weighs_a_rule_as_it_likes(tmp_path: Path, level: str) -> None:
    found = said(tmp_path, LATE, cxsite=f"{TODAY}rules: {{CX252: {level}}}\n")
    assert only(found, "CX252").severity.word == level


def test_a_rule_that_is_off_says_nothing(tmp_path: Path) -> None:
    assert codes(said(tmp_path, LATE, cxsite=f"{TODAY}rules: {{CX252: off}}\n")) == []


def test_a_warning_of_the_reader_can_be_weighed_too(tmp_path: Path) -> None:
    found = said(tmp_path, "outcome: Room #5\n", cxsite=f"{TODAY}rules: {{CX017: error}}\n")
    assert only(found, "CX017").severity.word == "error"


def test_a_code_that_is_not_there_is_a_warning_with_the_nearest(tmp_path: Path) -> None:
    problem = only(said(tmp_path, cxsite=f"{TODAY}rules: {{CX2522: off}}\n"), "CX280")
    assert (problem.suggestion, str(problem.span)) == ("CX252", "cxsite.yml:2:9")


@pytest.mark.parametrize("code", ["CX101", "CX010", "CX201", "CX230", "CX901"])
def test_what_pages_rest_on_cannot_be_turned_off(tmp_path: Path, code: str) -> None:
    found = said(tmp_path, "ownr: x\n", cxsite=f"{TODAY}rules: {{{code}: off}}\n")
    assert codes(found) == ["CX281", "CX101"]


def test_in_a_draft_warnings_are_notes_and_errors_stay(tmp_path: Path) -> None:
    found = said(tmp_path, "status: draft\n" + LATE + "metrics: gone\n", metrics__m="metrics: []\n")
    assert {one.code: one.severity.word for one in found} == {"CX252": "note", "CX210": "error"}


def test_a_draft_weighs_nothing_outside_itself(tmp_path: Path) -> None:
    found = said(tmp_path, "status: draft\n", journeys__actions=LATE)
    assert only(found, "CX252").severity.word == "warning"


@pytest.mark.parametrize(
    ("file", "journey"),
    [
        ("journeys/a.yml", "a"),
        ("journeys/a/current/wait.yml", "a"),
        ("journeys/a.b/x.yml", "a.b"),
        ("metrics/a.yml", ""),
        ("cxsite.yml", ""),
    ],
)
def test_a_file_belongs_to_the_journey_it_is_named_after(file: str, journey: str) -> None:
    assert journey_of(file) == journey
