"""A goal is a level that its metric can reach, and is said once."""

from __future__ import annotations

from pathlib import Path

import pytest

from check.broken import codes, said

METRICS = """\
metrics:
  - {id: nps, name: N, method: nps, owner: b, source: e.csv}
  - {id: kept, name: K, method: share, owner: b, source: e.csv}
  - {id: ease, name: E, method: mean, scale: 1..7, owner: b, source: e.csv}
  - {id: days, name: D, method: median, unit: days, owner: b, source: e.csv}
  - {id: calls, name: C, method: ratio, per: 100, owner: b, source: e.csv}
"""
TABLE = "metric,period,value\nnps,2026-01,4\nkept,2026-01,40%\nease,2026-01,4\ndays,2026-01,4\ncalls,2026-01,4\n"


def found(folder: Path, journey: str) -> list[str]:
    return codes(said(folder, journey, metrics__m=METRICS, metrics__e_csv=TABLE))


@pytest.mark.parametrize(
    ("metric", "level", "fits"),
    [
        *[("nps", "25", True), ("nps", "-100", True), ("nps", "101", False), ("nps", "25%", False)],
        *[("kept", "90%", True), ("kept", "90", False), ("kept", "0.9", False), ("kept", "12min", False)],
        *[("ease", "5.5", True), ("ease", "7", True), ("ease", "8", False), ("ease", "60%", False)],
        *[("days", "9", True), ("days", "9d", True), ("days", "9%", False)],
        *[("calls", "12", True), ("calls", "12%", True), ("calls", "12 EUR", False), ("days", "12 EUR", False)],
    ],
)
def test_a_level_has_to_be_one_that_the_metric_can_have(tmp_path: Path, metric: str, level: str, fits: bool) -> None:
    wanted = [] if fits else ["CX330"]
    assert found(tmp_path, f"goals: [{{metric: {metric}, target: {level}}}]\n") == wanted
    expects = f"actions: [{{id: x, name: X, owner: b, expects: [{{metric: {metric}, value: {level}}}]}}]\n"
    assert found(tmp_path, expects) == wanted


def test_a_number_has_one_target_at_a_place_and_date(tmp_path: Path) -> None:
    goals = "goals:\n  - {id: one, metric: nps, target: 20, by: 2027}\n  - {id: two, metric: nps, target: 30}\n"
    assert found(tmp_path, goals) == ["CX331"]
    assert found(tmp_path, goals.replace("target: 30", "target: 30, phase: wait")) == []
    assert found(tmp_path, goals.replace("target: 30", "target: 30, by: 2028")) == []


@pytest.mark.parametrize(("second", "wanted"), [("50%", []), ("51%", ["CX332"]), ("kept", [])])
def test_branches_take_no_more_than_all_customers(tmp_path: Path, second: str, wanted: list[str]) -> None:
    branches = f"[{{step: ask, share: 50%}}, {{step: look, share: {second}}}]"
    steps = f"phases: [{{name: P, steps: [{{name: Looks, id: look, next: {branches}}}, {{name: Asks, id: ask}}]}}]\n"
    assert found(tmp_path, steps) == wanted


def test_a_share_written_without_its_sign_is_not_made_a_hundred_times_smaller(tmp_path: Path) -> None:
    (problem,) = said(tmp_path, "goals: [{metric: kept, target: 0.9}]\n", metrics__m=METRICS, metrics__e_csv=TABLE)
    assert "90%" in problem.hint


def test_two_spellings_of_one_day_are_one_date(tmp_path: Path) -> None:
    goals = "goals:\n  - {id: one, metric: nps, target: 20, by: 2027}\n  - {id: two, metric: nps, target: 30, by: 2027-12}\n"
    assert found(tmp_path, goals) == ["CX331"]


def test_an_action_says_once_what_it_will_do_to_a_number(tmp_path: Path) -> None:
    action = (
        "actions: [{{id: x, name: X, owner: b, expects: [{{metric: nps, value: 20}}, {{metric: nps, value: 30{}}}]}}]\n"
    )
    assert found(tmp_path, action.format("")) == ["CX333"]
    assert found(tmp_path, action.format(", phase: wait")) == []
