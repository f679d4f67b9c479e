"""Any two maps of a journey, aligned by id."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, write

from cxsite.model.aligned import align, phases_on
from cxsite.model.journey import Journey
from cxsite.model.resolve import resolve_target
from cxsite.model.targetmap import TargetMap
from cxsite.pipeline import examine
from cxsite.project import Project, find_project

MAP = """\
name: A
owner: o
phases:
  - {id: one, name: One, steps: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}]}
  - {id: two, name: Two, steps: [{id: d, name: D}, {id: e, name: E}]}
"""
LEFT = "steps:\n  - {remove: b, what: Gone}\n  - {change: c, name: See, what: Left}\n  - {add: f, after: d, name: F}\n"
RIGHT = "steps:\n  - {change: a, phase: two}\n  - {change: c, name: Sea, what: Right}\nphases: [{add: three, name: Three}]\n"
FURTHER = "from: left\nsteps: [{change: c, name: Further, what: Further on}]\n"


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    files = {"journey.yml": MAP, "target-left.yml": LEFT, "target-right.yml": RIGHT, "target-further.yml": FURTHER}
    folder = write(tmp_path_factory.mktemp("aligned"), {f"journeys/a/{name}": text for name, text in files.items()})
    return examine(Project(folder)).content.portfolio.journeys[0]


def told(found: TargetMap) -> list[str]:
    signs = {"added": "+", "removed": "-", "changed": "*", "same": ""}
    return [
        f"{phase.id}: "
        + " ".join(
            f"{'(' if one.mark and one.state != 'removed' else ''}{signs[one.state]}{'>' if one.moved else ''}{one.id}"
            for one in phase.steps
        )
        for phase in found.phases
    ]


def test_two_targets_that_start_from_the_same_map_are_aligned(journey: Journey) -> None:
    found = align(journey, "left", "right")
    assert told(found) == ["one: (>a +b *c", "two: d -f e >a", "three: "]
    assert [phase.state for phase in found.phases] == ["same", "same", "added"]


def test_the_other_way_round_what_was_added_is_removed(journey: Journey) -> None:
    found = align(journey, "right", "left")
    assert told(found) == ["one: -b >a *c", "two: d +f e (>a", "three: "]
    assert found.phases[2].state == "removed"


def test_the_reason_is_that_of_the_later_map_and_of_none_they_share(journey: Journey) -> None:
    def why(before: str, after: str) -> dict[str, str]:
        steps = [step for phase in align(journey, before, after).phases for step in phase.steps if step.difference]
        return {step.id: str(step.difference.what) for step in steps if step.difference and step.difference.what}

    assert why("left", "right") == {"c": "Right"}
    assert why("current", "further") == {"b": "Gone", "c": "Further on"}
    assert why("left", "further") == {"c": "Further on"}


def test_a_map_beside_itself_differs_in_nothing(journey: Journey) -> None:
    assert told(align(journey, "left", "left")) == ["one: a c", "two: d f e"]


@pytest.mark.parametrize("name", ["join", "fix-a-fault"])
def test_a_target_beside_the_map_it_differs_from_is_as_it_is_written(name: str) -> None:
    portfolio = examine(find_project(Path(ROOT))).content.portfolio
    journey = portfolio.journey_by_id[name]
    for target in journey.targets:
        resolved, base = resolve_target(journey, target), journey.targets[target].from_
        aligned = align(journey, base, target)
        assert told(aligned) == told(resolved)
        assert [phase.phase for phase in aligned.living] == list(phases_on(journey, target))
