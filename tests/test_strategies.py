"""What the strategies make is what the format says: everything valid is accepted, every mistake is found where it stands."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import (
    HARMFUL,
    HARMLESS,
    MUTATORS,
    SHAPES,
    contents,
    files_of,
    journeys,
    line_of,
    mutations,
    styles,
    targets_for,
)
from strategies.fields import keys_of, required
from strategies.mutations import Mutation
from strategies.writing import Style
from support import times, write

from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model import action, goal, hotspot, journey, library, metric, named, step, target
from cxsite.model.base import Entry
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.pipeline import Examined, examine
from cxsite.project import Project

moderate = settings(
    max_examples=times(8),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making a failure small takes minutes: the soak does it
)


def examined(content: dict[str, Any], style: Style = Style()) -> Examined:  # noqa: B008
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content, style))
        return examine(Project(Path(folder)))


def errors(found: Examined) -> list[Diagnostic]:
    return [diagnostic for diagnostic in found.diagnostics if diagnostic.severity is Severity.ERROR]


def portfolio(found: Examined) -> Portfolio:
    assert errors(found) == []
    return found.content.portfolio


def not_found(mutation: Mutation) -> list[str]:
    """The places an edit breaks at which no error of its kind stands."""
    found = {(d.code, d.span.file, d.span.line) for d in errors(examined(mutation.content))}
    wanted = [
        (spot, line_of(mutation.content, spot) if spot.file in mutation.content else 1) for spot in mutation.breaks
    ]
    return [
        f"{mutation.what}: nothing at {spot.file}:{line} {spot.path}, only {sorted(found)}"
        for spot, line in wanted
        if not any((code, spot.file, line) in found for code in mutation.codes)
    ]


def some_of(content: dict[str, Any], kinds: tuple[str, ...], seed: int) -> list[Mutation]:
    """One edit of each kind that the content allows."""
    chance = random.Random(seed)
    by_kind = [list(MUTATORS[kind](content)) for kind in kinds]
    return [chance.choice(edits).apply(content) for edits in by_kind if edits]


MODELS: dict[str, type[Entry]] = {
    **{"link": named.Link, "quote": named.Quote, "effort": step.Effort, "bounce": step.Bounce, "branch": step.Branch},
    **{"handoff": step.Handoff, "image": step.Image, "step": step.Step, "phase": step.Phase},
    **{"hotspot": hotspot.Hotspot, "cost": hotspot.HotspotCost, "idea": action.Idea, "action": action.Action},
    **{"resources": action.Resources, "expectation": action.Expectation, "judge": action.Judge, "pilot": action.Pilot},
    **{"goal": goal.Goal, "evidence": journey.Evidence, "participant": journey.Participant, "journey": journey.Journey},
    **{
        "group need": journey.GroupNeed,
        "target": target.Target,
        "metrics": metric.MetricsFile,
        "metric": metric.Metric,
    },
    **{"step difference": target.StepDifference, "phase difference": target.PhaseDifference},
    **{"source": metric.Source, "break": metric.Break, "fiscal year": metric.FiscalYear, "settings": Settings},
    **{"strategy": library.Strategy, "principle": library.Principle, "stage": library.LifeCycleStage},
    **{"maturity": library.Maturity, "value": library.Value, "weights": library.EffortWeights},
    **{"segments": library.Segments, "segment": library.Segment, "persona": library.Persona},
    **{"organisation": library.Organisation, "department": library.Department, "person": library.Person},
    **{"touchpoints": library.Touchpoints, "channel": library.Channel, "touchpoint": library.Touchpoint},
    **{"technology": library.Technology, "system": library.System, "capability": library.Capability},
    **{"hotspots": library.SharedHotspots, "ideas": library.SharedIdeas, "actions": library.SharedActions},
    "evidence file": library.SharedEvidence,
}


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_table_of_the_format_has_the_keys_of_the_model(shape: str) -> None:
    fields = {field.alias or name: field for name, field in MODELS[shape].model_fields.items()}
    assert set(keys_of(shape)) == set(fields)
    assert set(required(shape)) == {name for name, field in fields.items() if field.is_required()}


@settings(moderate, max_examples=times(15))
@given(contents(), styles())
def test_a_generated_project_has_no_error_however_it_is_laid_out(content: dict[str, Any], style: Style) -> None:
    plainly = examined(content)
    again = examined(content)
    assert plainly.diagnostics == again.diagnostics
    assert portfolio(plainly) == portfolio(again)
    assert portfolio(plainly) == portfolio(examined(content, style))


@moderate
@given(contents(), st.integers(0, 1000))
def test_a_harmful_edit_is_an_error_where_it_stands(content: dict[str, Any], seed: int) -> None:
    for mutation in some_of(content, HARMFUL, seed):
        assert not_found(mutation) == []


@moderate
@given(contents(), st.integers(0, 1000))
def test_a_harmless_edit_is_no_error_and_another_portfolio(content: dict[str, Any], seed: int) -> None:
    before = portfolio(examined(content))
    for mutation in some_of(content, HARMLESS, seed):
        after = portfolio(examined(mutation.content))
        assert after != before, mutation.what


@st.composite
def journeys_with_targets(draw: st.DrawFn) -> dict[str, Any]:
    drawn = draw(journeys())
    alone = {key: drawn[key] for key in ("name", "owner")}
    alone["phases"] = [{"id": p["id"], "name": p["name"], "steps": _bare(p)} for p in drawn["phases"]]
    return {**alone, "target": draw(targets_for(alone))}


def _bare(phase: dict[str, Any]) -> list[dict[str, Any]]:
    return [{key: value for key, value in entry.items() if key in ("id", "name")} for entry in phase.get("steps", ())]


@moderate
@given(journeys_with_targets())
def test_a_target_can_be_drawn_for_a_journey_that_is_there_already(written: dict[str, Any]) -> None:
    assert errors(examined({"journeys/there.yml": written})) == []


@settings(moderate, max_examples=5)
@given(st.data())
def test_an_edit_leaves_the_content_it_starts_from_as_it_is(data: st.DataObject) -> None:
    content = data.draw(contents())
    before = files_of(content)
    mutation = data.draw(mutations(content, HARMFUL + HARMLESS))
    assert files_of(content) == before
    assert files_of(mutation.content) != before


WITH_TARGET = {
    "journeys/two/journey.yml": {"name": "Two", "owner": "sales"},
    "journeys/two/current.yml": {"phases": [{"id": "a", "name": "A", "steps": [{"id": "s", "name": "S"}]}]},
}


@pytest.mark.parametrize("name", ["target", "target-vision"])
def test_two_journeys_with_different_targets_in_files_are_different(name: str) -> None:
    first, second = ({**WITH_TARGET, f"journeys/two/{name}.yml": {"finding": text}} for text in ("Then", "Much later"))
    assert portfolio(examined(first)) != portfolio(examined(second))
