"""Journeys: what is required, what is made up from what was written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.step import Phase, Step


def journey(**more: object) -> Journey:
    return Journey.model_validate({"name": "Buy a ticket", "owner": "sales", "phases": [{"name": "P"}], **more})


def test_a_thing_without_an_id_is_called_after_its_name() -> None:
    assert Step(name="Has the date moved?").key == "has-the-date-moved"
    assert Step(name="Has the date moved?", id="moved").key == "moved"


def test_evidence_may_have_an_id_alone() -> None:
    assert (Evidence(id="survey").key, Evidence(id="survey").title) == ("survey", "survey")
    assert Evidence(id="survey", name="Joining survey").title == "Joining survey"


def test_evidence_needs_a_name_or_an_id() -> None:
    with pytest.raises(ValidationError):
        Evidence(kind="survey")


@pytest.mark.parametrize("field", ["name", "owner", "phases"])
def test_a_journey_needs_name_owner_and_phases(field: str) -> None:
    whole = {"name": "Buy a ticket", "owner": "sales", "phases": [{"name": "P"}]}
    del whole[field]
    with pytest.raises(ValidationError, match=f"{field}\n  Field required"):
        Journey.model_validate(whole)


def test_the_steps_of_a_journey_are_those_of_its_phases_in_order() -> None:
    made = journey(
        phases=[
            {"name": "A", "steps": [{"name": "1"}, {"name": "2"}]},
            {"name": "B"},
            {"name": "C", "steps": [{"name": "3"}]},
        ]
    )
    assert [step.name for step in made.steps] == ["1", "2", "3"]


def test_what_is_left_out_is_not_assessed_and_never_zero() -> None:
    step = Step(name="Looks")
    assert step.emotion is None
    assert (step.channel, step.evidence, step.optional, step.next) == ((), (), None, None)
    assert step.written == {"name"}
    assert journey().volume is None


def test_one_channel_stands_for_a_list_of_one() -> None:
    assert Step.model_validate({"name": "Looks", "channel": "sms"}).channel == ("sms",)
    assert Phase.model_validate({"name": "Look", "metrics": ["a", "b"]}).metrics == ("a", "b")


def test_values_are_read_by_their_field() -> None:
    made = journey(
        volume="24600", reviewed="2026-09-18", phases=[{"name": "no", "steps": [{"name": "012", "optional": "true"}]}]
    )
    assert made.volume == 24600
    assert str(made.reviewed) == "2026-09-18"
    assert made.phases[0].name == "no"
    assert (made.steps[0].name, made.steps[0].optional) == ("012", True)


def test_a_hotspot_hurts_unless_it_says_otherwise() -> None:
    assert Hotspot(name="Slow").kind == "pain"


@pytest.mark.parametrize("text", ["none", "Has Moved", "3x", ""])
def test_a_bad_id_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Step(name="Looks", id=text)


def test_a_journey_needs_at_least_one_phase() -> None:
    with pytest.raises(ValidationError, match="a journey needs at least one phase"):
        journey(phases=[])
