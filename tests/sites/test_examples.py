"""The example sites: nothing is wrong with them, and the target gives the figures that the example is known for."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from cxsite.cli.main import main
from cxsite.diagnostics import Severity
from cxsite.load.content import load
from cxsite.model.resolve import resolve_target
from cxsite.model.step import Step
from cxsite.model.targetmap import TargetMap
from cxsite.pipeline import examine
from cxsite.project import Project

SITES = Path(__file__).parent
EXAMPLE = SITES / "example"


@pytest.mark.parametrize("name", ["example", "example-sfo", "library-card"])
def test_an_example_has_neither_errors_nor_warnings(name: str) -> None:
    found = examine(Project(SITES / name)).diagnostics
    assert [str(d) for d in found if d.severity > Severity.NOTE] == []


@pytest.mark.parametrize("name", ["bare", "odd"])
def test_the_maps_of_strangers_have_no_errors(name: str) -> None:
    found = examine(Project(SITES / name)).diagnostics
    assert [str(d) for d in found if d.severity > Severity.WARNING] == []


@pytest.fixture(scope="module")
def current() -> tuple[Step, ...]:
    (journey,) = load(Project(EXAMPLE)).portfolio.journeys
    return journey.steps


@pytest.fixture(scope="module")
def target() -> TargetMap:
    (journey,) = load(Project(EXAMPLE)).portfolio.journeys
    return resolve_target(journey, "target")


def minutes(steps: Iterable[Step]) -> float:
    return sum(step.effort.time.minutes for step in steps if step.effort and step.effort.time)


def money(steps: Iterable[Step]) -> float:
    return sum(step.effort.money.amount for step in steps if step.effort and step.effort.money)


def test_the_example_resolves_without_trouble(target: TargetMap) -> None:
    assert target.troubles == ()


def test_the_example_has_sixteen_steps_today_and_sixteen_then(current: tuple[Step, ...], target: TargetMap) -> None:
    assert len(current) == 16
    assert len(target.steps) == 16
    assert Counter(step.state for step in target.steps) == {"same": 5, "changed": 8, "added": 3}
    assert Counter(mark.state for mark in target.marks) == {"removed": 3}


def test_the_effort_of_the_example_falls_as_it_is_known_to(current: tuple[Step, ...], target: TargetMap) -> None:
    then = [step.step for step in target.steps]
    assert (minutes(current), minutes(then)) == (330, 172)
    assert (money(current), money(then)) == (61, 11)


def test_the_target_of_the_example_is_printed_in_full(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(EXAMPLE), "target", "join"])
    with pytest.raises(SystemExit) as left:
        main()
    assert not left.value.code
    printed = capsys.readouterr()
    assert printed.out == (SITES / "example_target.txt").read_text(encoding="utf-8")
    assert printed.err == ""
