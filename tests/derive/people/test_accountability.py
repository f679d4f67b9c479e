"""Who answers for what, and who contributes to it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.links.things import Thing
from cxsite.derive.people.accountability import Accountability, accountability
from derive.known import every, example, known, moderate

ORGANISATION = """\
departments:
  - {id: sales, name: Sales, lead: ana, objectives: [a/more]}
  - {id: desk, name: Desk, formerly: counter}
people: [{id: ana, name: Ana}, {id: bo, name: Bo, department: desk}]
"""
MAP = """\
goals: [{id: more, metric: n, target: 5}]
evidence: [{id: room, kind: workshop, participants: [{person: ana}, {role: Clerk, department: desk}, {role: Guest}]}]
phases:
  - id: p
    name: P
    steps: [{id: s1, name: One}, {id: s2, name: Two, owner: bo, done_by: [desk, ana]}]
  - id: q
    name: Q
    owner: desk
    done_by: sales
    steps: [{id: s3, name: Three}]
hotspots:
  - {id: h1, name: H1, steps: [s2, s3]}
  - {id: h2, name: H2, phases: q}
  - {id: h3, name: H3}
  - {id: h4, name: H4, steps: s1, owner: counter}
  - {id: bright, name: B, kind: bright-spot, steps: s1}
ideas: [{id: i1, name: I1, proposed_by: bo}]
actions:
  - {id: a1, name: A1, owner: ana, done_by: desk, consulted: bo, informed: [sales, desk]}
  - {id: a2, name: A2}
  - {id: a3, name: A3, status: dropped}
"""
FILES = {
    "journeys/organisation.yml": ORGANISATION,
    "journeys/technology.yml": "systems: [{id: crm, name: CRM, owner: desk}, {id: till, name: Till}]\n",
    "journeys/touchpoints.yml": "touchpoints: [{id: letter, name: Letter, owner: sales}]\n",
    "metrics/m.yml": "metrics: [{id: n, name: N, method: mean, owner: bo}, {id: m, name: M, method: mean}]\n",
}


def made() -> Accountability:
    return accountability(known(MAP, FILES, errors=True).portfolio)


def duties(found: Accountability, party: str, role: str) -> list[str]:
    return [duty.thing.ref for duty in found.of(party) if duty.role == role]


def test_each_party_answers_for_what_names_it_and_for_what_follows_from_that() -> None:
    found = made()
    assert duties(found, "sales", "answers") == ["a", "a/p", "a/s1", "a/h3", "letter"]
    assert duties(found, "bo", "answers") == ["a/s2", "a/h1", "n"]
    assert duties(found, "desk", "answers") == ["a/q", "a/s3", "a/h2", "a/h4", "crm"]
    assert duties(found, "ana", "answers") == ["a/a1"]


def test_what_follows_from_above_is_marked_as_inherited() -> None:
    inherited = {duty.thing.ref: duty.inherited for duty in made().duties if duty.role == "answers"}
    assert inherited["a/p"]
    assert inherited["a/s3"]
    assert inherited["a/h1"]
    assert not (inherited["a"] or inherited["a/q"] or inherited["a/s2"] or inherited["a/h4"] or inherited["crm"])


def test_whoever_does_a_step_does_something_in_its_phase() -> None:
    found = made()
    assert duties(found, "desk", "does") == ["a/a1", "a/s2", "a/p"]
    assert duties(found, "sales", "does") == ["a/s1", "a/p", "a/q", "a/s3"]


def test_actions_ask_and_tell_and_goals_ideas_and_workshops_are_there_too() -> None:
    found = made()
    assert (duties(found, "bo", "consulted"), duties(found, "bo", "proposed")) == (["a/a1"], ["a/i1"])
    assert (duties(found, "desk", "informed"), duties(found, "sales", "objective")) == (["a/a1"], ["a/more"])
    assert duties(found, "ana", "in the room") == duties(found, "desk", "in the room") == ["a/room"]


def test_what_nobody_answers_for_is_named_and_what_was_dropped_needs_nobody() -> None:
    assert [thing.ref for thing in made().unanswered] == ["a/a2", "m", "till"]


def test_a_department_has_the_duties_of_its_people() -> None:
    found = made()
    assert [duty.thing.ref for duty in found.of_department("counter") if duty.role == "answers"] == [
        *("a/q", "a/s3", "a/h2", "a/h4", "crm"),
        *("a/s2", "a/h1", "n"),
    ]


def test_a_cell_of_the_matrix_says_what_a_department_or_its_people_do() -> None:
    found, action = made(), Thing("action", "a", "a1")
    assert found.role("sales", action) == ("answers", "informed")
    assert found.role("desk", action) == ("does", "consulted", "informed")
    assert found.role("desk", Thing("system", "", "till")) == ()


def test_a_party_by_a_former_id_is_the_one_of_today() -> None:
    assert made().of("counter") == made().of("desk") != ()


def test_the_example_has_nothing_that_nobody_answers_for_but_what_no_file_gives_an_owner() -> None:
    found = accountability(example().portfolio)
    assert {thing.kind for thing in found.unanswered} <= {"metric"}
    assert duties(found, "billing", "objective") == ["join/bill-we-agreed"]
    assert "join/one-month-bill" in [duty.thing.ref for duty in found.of_department("billing")]


@pytest.mark.parametrize("kind", ["journey", "phase", "step"])
def test_journeys_phases_and_steps_always_have_somebody_who_answers(kind: str) -> None:
    found = accountability(example().portfolio)
    answered = [duty.thing for duty in found.duties if duty.role == "answers" and duty.thing.kind == kind]
    assert len(answered) == len(set(answered)) == {"journey": 1, "phase": 6, "step": 16}[kind]


@moderate
@given(contents())
def test_everything_is_answered_for_by_one_or_by_nobody(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for one in every(Path(folder))[:1]:
            found = accountability(one.portfolio)
            answered = [duty.thing for duty in found.duties if duty.role == "answers"]
            assert len(answered) == len(set(answered))
            assert not set(answered) & set(found.unanswered)
            assert sum(map(len, found.by_party.values())) == sum(map(len, found.by_thing.values())) == len(found.duties)
            assert {thing.key for thing in answered if thing.kind == "journey"} == set(one.portfolio.journey_by_id)
