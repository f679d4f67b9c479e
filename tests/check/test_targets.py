"""What is checked of targets: that they resolve, differ, have a reason, and somebody who brings them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import examined_project, small_project

from cxsite.diagnostics import Diagnostic

JOURNEY = """\
name: Join
owner: sales
phases:
  - {id: wait, name: Wait, steps: [{id: moved, name: Has it moved}, {id: chase, name: Chases}, {name: Pays}]}
hotspots: [{id: pain, name: Pain, steps: moved}]
actions: [{id: desk, name: Desk}]
"""
BACKED = "carried_by: desk"


def found(folder: Path, target: str, **files: str) -> list[Diagnostic]:
    whole: dict[str, str | bytes] = {
        "journeys/ticket.yml": JOURNEY.replace("name: Join", "name: Ticket"),
        "journeys/join/journey.yml": JOURNEY,
        "journeys/join/target.yml": target,
    }
    return list(examined_project(small_project(folder, {**whole, **files})).diagnostics)


def step(text: str) -> str:
    return f"steps:\n  - {{{text}}}\n"


@pytest.mark.parametrize(
    ("target", "at", "near"),
    [
        (step(f"change: movd, name: X, {BACKED}"), "movd", "moved"),
        (step(f"remove: movd, {BACKED}"), "movd", "moved"),
        (step(f"remove: chase, into: movd, {BACKED}"), "movd", "moved"),
        (step(f"add: new, name: X, after: movd, {BACKED}"), "movd", "moved"),
        (step(f"add: new, name: X, phase: wiat, {BACKED}"), "wiat", "wait"),
        (step(f"add: chase, name: X, after: moved, {BACKED}"), "chase", ""),
        (step(f"add: newest, name: X, {BACKED}"), "newest", ""),
        ("from: targt\n", "targt", "target"),
        ("phases: [{change: wiat, name: X}]\n", "wiat", "wait"),
    ],
)
def test_what_does_not_resolve_is_an_error_in_its_place(tmp_path: Path, target: str, at: str, near: str) -> None:
    (problem,) = found(tmp_path, target)
    assert (problem.code, problem.severity.word, problem.suggestion) == ("CX230", "error", near)
    assert problem.span.file == "journeys/join/target.yml"
    assert target.split("\n")[problem.span.line - 1][problem.span.column - 1 :].startswith(at)


@pytest.mark.parametrize(
    "target", [step(f"change: moved, name: Has it moved, {BACKED}"), step(f"change: moved, {BACKED}")]
)
def test_what_no_longer_differs_is_a_note(tmp_path: Path, target: str) -> None:
    (problem,) = found(tmp_path, target)
    assert (problem.code, problem.severity.word) == ("CX231", "note")


@pytest.mark.parametrize("entry", ["change: moved, name: X", "remove: moved", "add: new, name: X, after: moved"])
def test_a_change_without_a_reason_is_a_warning(tmp_path: Path, entry: str) -> None:
    (problem,) = found(tmp_path, step(entry))
    assert (problem.code, problem.severity.word) == ("CX232", "warning")


@pytest.mark.parametrize("reason", ["addresses: pain", "follows: [any-principle]"])
def test_a_reason_without_an_action_is_a_wish(tmp_path: Path, reason: str) -> None:
    (problem,) = found(tmp_path, step(f"change: moved, name: X, {reason}"))
    assert (problem.code, problem.severity.word) == ("CX233", "warning")


def test_a_change_that_an_action_carries_is_no_complaint(tmp_path: Path) -> None:
    assert found(tmp_path, step(f"change: moved, name: X, {BACKED}")) == []


def test_nobody_has_to_carry_what_was_dropped(tmp_path: Path) -> None:
    assert found(tmp_path, "status: dropped\n" + step("change: moved, name: X")) == []


@pytest.mark.parametrize(("field", "near"), [("carried_by: desc", "desk"), ("addresses: pian", "pain")])
def test_a_reason_that_is_not_there_is_found_in_its_place(tmp_path: Path, field: str, near: str) -> None:
    problems = [p for p in found(tmp_path, step(f"change: moved, name: X, {field}")) if p.severity.word == "error"]
    assert [(p.code, p.suggestion) for p in problems] == [("CX210", near)]


def test_a_branch_to_a_step_that_the_target_adds_is_no_complaint(tmp_path: Path) -> None:
    entries = f"steps:\n  - {{add: new, name: X, after: moved, {BACKED}}}\n  - {{change: moved, next: {{step: new}}, {BACKED}}}\n"
    assert found(tmp_path, entries) == []


def test_a_step_that_is_changed_by_an_id_made_from_its_name_is_an_error(tmp_path: Path) -> None:
    assert [p.code for p in found(tmp_path, step(f"change: pays, name: X, {BACKED}"))] == ["CX211"]


def test_targets_that_start_from_one_another_are_an_error(tmp_path: Path) -> None:
    problems = found(tmp_path, "from: vision\n", **{"journeys/join/target-vision.yml": "from: target\n"})
    assert {p.code for p in problems} == {"CX230"}


def test_a_misspelt_from_is_suggested_as_people_write_it(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "frm: current\n")
    assert (problem.code, problem.suggestion) == ("CX101", "from")


def test_targets_of_every_journey_are_checked(tmp_path: Path) -> None:
    problems = found(
        tmp_path,
        "by: 2027\n",
        **{"journeys/ticket.yml": JOURNEY + "target:\n  steps: [{remove: zzz, carried_by: desk}]\n"},
    )
    assert [(p.code, p.span.file) for p in problems] == [("CX230", "journeys/ticket.yml")]


BRANCHES = """\
name: Join
owner: sales
phases:
  - id: wait
    name: Wait
    steps:
      - {{id: moved, name: Has it moved, next: [{}]}}
      - {{id: chase, name: Chases, formerly: chases}}
      - {{id: told, name: Is told}}
      - {{id: pays, name: Pays}}
actions: [{{id: desk, name: Desk}}]
"""
LARGE = "{step: chase, share: 60%}, {step: pays, share: 40%}"


def said_of_branches(folder: Path, ways: str, *entries: str) -> list[Diagnostic]:
    target = "steps:\n" + "".join(f"  - {{{entry}, {BACKED}}}\n" for entry in entries)
    measured = {
        "metrics/m.yml": "metrics: [{id: m, name: M, method: share, journey: join, source: m.csv}]\n",
        "metrics/m.csv": "period,step,numerator,denominator\n2026-01,moved,70,100\n",
    }
    return found(folder, target, **{"journeys/join/journey.yml": BRANCHES.format(ways), **measured})


@pytest.mark.parametrize(
    ("ways", "end"),
    [
        (LARGE, "follows a smaller branch instead"),
        ("{step: chases, share: 60%}, {step: pays, share: 40%}", "follows a smaller branch instead"),
        ("{step: chase, share: m}, {step: pays, share: 40%}", "follows a smaller branch instead"),
        ("{step: chase}, {step: pays, share: 40%}", "follows a smaller branch instead"),
        ("{step: chase}", "ends there"),
    ],
)
def test_a_target_that_removes_where_most_customers_go_is_a_warning(tmp_path: Path, ways: str, end: str) -> None:
    problems = said_of_branches(tmp_path, ways, "remove: chase")
    (problem,) = [one for one in problems if one.code == "CX234"]
    assert (problem.code, problem.severity.word) == ("CX234", "warning")
    assert problem.message == f"`chase`, where most customers go from `moved`, is removed, and the path {end}"
    assert (problem.span.file, problem.span.line) == ("journeys/join/target.yml", 2)


def test_the_last_of_those_that_were_to_take_over_is_complained_of(tmp_path: Path) -> None:
    (problem,) = said_of_branches(tmp_path, LARGE, "remove: chase, into: told", "remove: told")
    assert (problem.code, problem.span.line) == ("CX234", 3)


@pytest.mark.parametrize(
    ("ways", "entries"),
    [
        (LARGE, ["remove: chase, into: told"]),
        (LARGE, ["remove: chases, into: told"]),
        (LARGE, ["remove: chase", "change: moved, next: {step: told}"]),
        (LARGE, ["remove: chase", "remove: moved"]),
        (LARGE, ["remove: pays"]),
        (LARGE, ["change: chase, after: told"]),
        ("{step: chase, share: 30%}, {step: pays, share: m}", ["remove: chase"]),
    ],
)
def test_a_path_that_goes_on_where_most_customers_go_is_no_complaint(
    tmp_path: Path, ways: str, entries: list[str]
) -> None:
    assert "CX234" not in [one.code for one in said_of_branches(tmp_path, ways, *entries)]
