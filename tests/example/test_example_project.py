"""The example as a project: what is wrong with it is meant, and it shows every state that pages have to show."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support import ROOT, cxsite

from cxsite.diagnostics import Severity
from cxsite.load.content import load
from cxsite.model.action import Action
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.resolve import resolve_target
from cxsite.model.settings import CATEGORIES
from cxsite.pipeline import examine
from cxsite.project import Project

MEANT = (Path(__file__).parent / "flaws.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return load(Project(ROOT)).portfolio


@pytest.fixture(scope="module")
def join(portfolio: Portfolio) -> Journey:
    return portfolio.journey_by_id["join"]


def test_the_example_has_no_errors_and_only_the_flaws_that_are_meant() -> None:
    found = examine(Project(ROOT)).diagnostics
    flaws = [d for d in found if d.code in {line.split()[0] for line in MEANT}]
    assert sorted(f"{d.code} {d.span.file}: {d.message}" for d in flaws) == sorted(MEANT)
    assert {d.severity for d in found} == {Severity.NOTE}
    assert {d.code for d in found if d not in flaws} == {"CX309", "CX320"}


@pytest.mark.engines
def test_the_example_builds_without_a_warning(tmp_path: Path) -> None:
    for name in ("docs", "journeys", "metrics"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "cxsite.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    cxsite(tmp_path, "build", "--strict")
    for journey in load(Project(ROOT)).portfolio.journeys:
        assert (tmp_path / "site" / journey.key / "index.html").is_file()


def test_there_are_six_journeys_of_different_ages(portfolio: Portfolio) -> None:
    sizes = {journey.key: len([s for s in journey.steps if not s.lane]) for journey in portfolio.journeys}
    assert sizes == {"fix-a-fault": 8, "join": 16, "leave": 6, "move-home": 9, "renew": 6, "small-firm": 7}
    assert {journey.key: journey.status for journey in portfolio.journeys}["leave"] == "draft"
    reviewed = {journey.key: journey.reviewed for journey in portfolio.journeys if journey.reviewed}
    assert [key for key, day in reviewed.items() if day < date(2026, 1, 1)] == ["small-firm"]


def test_journeys_are_folders_with_parts_and_single_files() -> None:
    folders = {path.parent.relative_to(ROOT / "journeys").as_posix() for path in (ROOT / "journeys").rglob("*.yml")}
    assert folders == {".", "join", "join/current", "fix-a-fault", "fix-a-fault/actions"}
    assert len(list((ROOT / "journeys/join/current").iterdir())) == 6


def test_joining_has_the_figures_that_it_is_known_for(join: Journey) -> None:
    target = resolve_target(join, "target")
    then = [step.step for step in target.steps]
    assert (len(join.steps), len(then), len(join.hotspots), len(join.actions)) == (16, 16, 8, 11)
    assert Counter(step.state for step in target.steps) == {"same": 5, "changed": 8, "added": 3}
    assert Counter(mark.state for mark in target.marks) == {"removed": 3}
    for steps, minutes, money in ((join.steps, 330, 61), (then, 172, 11)):
        efforts = [step.effort for step in steps]
        assert sum(effort.time.minutes for effort in efforts) == minutes
        assert sum(effort.money.amount for effort in efforts) == money


def test_the_vision_of_joining_goes_on_from_its_target(join: Journey) -> None:
    assert join.targets["vision"].from_ == "target"
    vision = resolve_target(join, "vision")
    assert vision.troubles == ()
    assert len(vision.steps) == 15


def test_every_target_resolves_without_trouble(portfolio: Portfolio) -> None:
    targets = [(journey, key) for journey in portfolio.journeys for key in journey.targets]
    assert {f"{journey.key}/{key}" for journey, key in targets} == {
        *("fix-a-fault/target", "join/target", "join/vision", "move-home/target"),
    }
    assert [trouble for journey, key in targets for trouble in resolve_target(journey, key).troubles] == []


def test_there_are_hotspots_of_every_kind_and_category(portfolio: Portfolio) -> None:
    hotspots = [hotspot for journey in portfolio.journeys for hotspot in journey.hotspots]
    assert {hotspot.kind for hotspot in hotspots} == {"pain", "pressure", "bounce", "handoff", "bright-spot"}
    assert {hotspot.category for hotspot in hotspots} == set(CATEGORIES)
    assert {hotspot.severity for hotspot in hotspots} == {"low", "medium", "high", "critical", None}


def all_actions(portfolio: Portfolio) -> list[Action]:
    """The actions of journeys and those that several share."""
    shared = [entry for entry in portfolio.shared["action"] if isinstance(entry, Action)]
    return [*shared, *(action for journey in portfolio.journeys for action in journey.actions)]


def test_actions_are_shipped_open_late_at_risk_dropped_and_tried_out(portfolio: Portfolio) -> None:
    actions, today = all_actions(portfolio), portfolio.settings.today
    states = Counter("shipped" if action.shipped else action.status for action in actions)
    assert set(states) == {"shipped", "planned", "in-progress", "dropped"}
    undone = [action for action in actions if not action.shipped and action.status != "dropped"]
    assert [action.key for action in undone if action.due and action.due.end < today] == ["advisers-credit"]
    assert {action.key for action in undone if action.risk} == {"moved-date-desk", "one-case-note"}
    assert {action.key for action in actions if action.pilots} == {"pick-date", "router-on-loan"}


def test_every_action_and_metric_has_an_owner(portfolio: Portfolio) -> None:
    assert [entry.key for entry in (*all_actions(portfolio), *portfolio.metrics) if not entry.owner] == []


def test_every_library_has_something_in_it(portfolio: Portfolio) -> None:
    kinds = set(portfolio.shared)
    assert [kind for kind in sorted(kinds) if not portfolio.shared[kind]] == []
    assert {"strategy", "value"} <= set(portfolio.libraries)


def test_the_company_is_said_to_be_invented_wherever_a_reader_may_begin(portfolio: Portfolio) -> None:
    said = [*(journey.summary for journey in portfolio.journeys), portfolio.libraries["strategy"].mission]
    assert [text for text in said if "invented" not in (text or "")] == []
