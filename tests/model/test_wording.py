"""What a field takes, in words."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

import pytest

from cxsite.model.action import Action
from cxsite.model.base import Entry, field_of
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.library import Value
from cxsite.model.metric import Metric, Source
from cxsite.model.named import Quote
from cxsite.model.settings import Settings
from cxsite.model.step import Step
from cxsite.model.wording import Piece, anchor, noun, plain, takes


def words(model: type[Entry], key: str) -> str:
    field = field_of(model, key)
    assert field is not None
    return plain(takes(field.annotation, field.metadata))


@pytest.mark.parametrize(
    ("model", "key", "expected"),
    [
        (Step, "summary", "text"),
        (Step, "channel", "one or several ids of channels"),
        (Step, "done_by", "one or several ids of people and departments"),
        (Step, "owner", "id of a person or department"),
        (Step, "share", "share 63% or id of a metric"),
        (Step, "unplanned", "true, false or share 44% or id of a metric"),
        (Step, "effort", "effort"),
        (Step, "next", "one or several branches"),
        (Step, "emotion", "number -2..2, or one for each segment"),
        (Step, "support", "one or several texts"),
        (Step, "lane", "one of customer, frontstage, backstage, support"),
        (Step, "links", "one or several addresses or links"),
        (Action, "backing", "one or several of job-descriptions, objectives, process, power-to-decide"),
        (Action, "ideas", "one or several ids of ideas"),
        (Goal, "target", "level of a metric 90%"),
        (Goal, "id", "id moved-date"),
        (Hotspot, "blocked_by", "one or several ids of capabilities"),
        (Journey, "phases", "list of phases"),
        (Journey, "evidence", "list of sources of evidence"),
        (Journey, "review_every", "length of time 12min"),
        (Journey, "nps_groups", "promoters, passives, detractors, each with group need"),
        (Quote, "share", "share 63%"),
        (Value, "segments", "ids of segments, each with effort weights"),
        (Metric, "source", "one or several names of files or sources"),
        (Source, "missing", "one or several texts of cells"),
        (Settings, "format", "1"),
        (Settings, "categories", "one or several ids or categories"),
        (Settings, "rules", "codes of rules, each with one of error, warning, note, off"),
    ],
)
def test_the_words_for_a_field_come_from_its_annotation(model: type[Entry], key: str, expected: str) -> None:
    assert words(model, key) == expected


@pytest.mark.parametrize("unknown", [int, str, datetime.date, tuple[str, ...], str | None, Annotated[float, "unit"]])
def test_a_kind_of_value_without_words_is_an_error(unknown: Any) -> None:
    with pytest.raises(LookupError):
        takes(unknown)


def test_words_lead_to_the_entry_or_to_the_spellings_and_an_example_is_typed() -> None:
    field = field_of(Step, "share")
    assert field is not None
    assert takes(field.annotation, field.metadata) == (
        Piece("share", section="shares"),
        Piece(" "),
        Piece("63%", code=True),
        Piece(" or "),
        Piece("id of a "),
        Piece("metric", entry="metric"),
    )


def test_an_entry_is_called_by_the_words_in_its_name() -> None:
    assert (noun("StepDifference"), noun("StepDifference", many=True)) == ("step difference", "step differences")
    assert (noun("Capability", many=True), noun("Branch", many=True)) == ("capabilities", "branches")
    assert (noun("Person", many=True), noun("EffortWeights", many=True)) == ("people", "effort weights")
    assert anchor("LifeCycleStage") == "life-cycle-stage"
