"""A journey's texts in another language."""

from __future__ import annotations

from pathlib import Path

import pytest
from check.broken import codes, only, said
from support import small_project

from cxsite.load.content import load
from cxsite.model.step import Step
from cxsite.model.translation import Coverage, coverage, text_keys, translated
from cxsite.project import Project

JOURNEY = """\
name: Join
owner: sales
outcome: I am in.
phases:
  - id: wait
    name: Wait
    customer_goal: Know the day.
    steps:
      - {id: moved, name: Has the date moved, feeling: Angry, frontstage: [Writes, Rings]}
      - {name: Pays the bill}
hotspots: [{id: late, name: Late, steps: moved, root_cause: [This, That]}]
goals: []
"""
GERMAN = """\
name: Mitmachen
phases: {wait: {name: Warten}}
steps:
  moved: {name: Der Termin wird verschoben, feeling: Wütend, frontstage: [Schreibt, Ruft an]}
  pays-the-bill: {name: Zahlt}
hotspots: {late: {root_cause: Das}}
"""


@pytest.fixture
def portfolio(tmp_path: Path):
    files = {"journeys/join/journey.yml": JOURNEY, "journeys/join/lang/de.yml": GERMAN}
    content = load(Project(small_project(tmp_path, files)))
    assert content.diagnostics == ()
    return content.portfolio


def test_a_translation_replaces_what_it_holds_and_nothing_else(portfolio) -> None:
    journey = portfolio.journey_by_id["join"]
    german = translated(journey, portfolio.translations["join"]["de"])
    assert (german.name, german.outcome) == ("Mitmachen", "I am in.")
    assert (german.phases[0].name, german.phases[0].customer_goal) == ("Warten", "Know the day.")
    step = german.steps[0]
    assert (step.name, step.feeling, step.frontstage) == (
        "Der Termin wird verschoben",
        {"all": "Wütend"},
        ("Schreibt", "Ruft an"),
    )
    assert german.hotspots[0].root_cause == ("Das",)
    assert journey.name == "Join"


def test_an_id_stays_though_it_was_made_from_a_name_that_is_another_one_now(portfolio) -> None:
    german = translated(portfolio.journey_by_id["join"], portfolio.translations["join"]["de"])
    assert [step.key for step in german.steps] == ["moved", "pays-the-bill"]
    assert german.steps[1].name == "Zahlt"


def test_what_is_missing_is_counted(portfolio) -> None:
    journey = portfolio.journey_by_id["join"]
    assert coverage(journey, portfolio.translations["join"]["de"]) == Coverage(7, 10)


def test_what_counts_as_text_is_read_from_the_model() -> None:
    assert {"name", "summary", "thinks", "feeling", "frontstage"} <= set(text_keys(Step))
    assert not {"id", "owner", "channel", "emotion", "effort", "quotes"} & set(text_keys(Step))


def test_a_translation_that_is_not_whole_is_a_note_with_the_count(tmp_path: Path) -> None:
    head = JOURNEY.replace("owner: sales", "owner: sales\nreviewed: 2026-11-01")
    found = said(tmp_path, journeys__join__journey=head, journeys__join__lang__de=GERMAN)
    problem = only(found, "CX291")
    assert problem.severity.word == "note"
    assert "7 of 10" in problem.message


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("steps: {moveed: {name: X}}\n", "moved"),
        ("steps: {moved: {naem: X}}\n", "name"),
        ("hotspots: {moved: {name: X}}\n", ""),
        ("steps: {moved: {owner: X}}\n", ""),
    ],
)
def test_a_translation_of_what_is_not_there_is_an_error(tmp_path: Path, text: str, near: str) -> None:
    head = JOURNEY.replace("owner: sales", "owner: sales\nreviewed: 2026-11-01")
    problem = only(said(tmp_path, journeys__join__journey=head, journeys__join__lang__de=text), "CX290")
    assert problem.suggestion == near
    assert problem.span.file == "journeys/join/lang/de.yml"


def test_a_file_that_names_no_language_is_an_error_and_the_journey_stays(tmp_path: Path) -> None:
    found = said(tmp_path, journeys__join__journey=JOURNEY, journeys__join__lang__german_one=GERMAN)
    assert "CX023" in codes(found)
    assert "CX251" in codes(found)


def test_a_translation_that_cannot_be_read_keeps_no_journey_from_being_drawn(tmp_path: Path) -> None:
    files = {"journeys/join/journey.yml": JOURNEY, "journeys/join/lang/de.yml": "name: [\n"}
    content = load(Project(small_project(tmp_path, files)))
    assert [one.code for one in content.diagnostics] == ["CX010"]
    assert "join" in content.portfolio.journey_by_id
