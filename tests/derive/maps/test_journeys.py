"""A journey as pages show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import small_project

from cxsite.derive.links.things import hotspots_on
from cxsite.derive.maps.journeys import JourneyView, view_journey
from cxsite.pipeline import examine
from cxsite.project import Project

HEAD = "name: A\nowner: sales\n"
MAP = """\
phases:
  - name: One
    id: one
    steps:
      - {name: Look, id: a, emotion: 0.5, channel: web}
      - {name: Ask, id: b, emotion: -1.5}
  - name: Two
    id: two
    owner: desk
    steps:
      - {name: Pay, id: c, emotion: -1.5}
"""


def view(folder: Path, text: str, files: dict[str, str] | None = None) -> JourneyView:
    whole = examine(Project(small_project(folder, {"journeys/ticket.yml": HEAD + text, **(files or {})})))
    assert not whole.has_errors, whole.diagnostics
    portfolio = whole.content.portfolio
    journey = portfolio.journeys[0]
    return view_journey(journey, portfolio, hotspots_on(portfolio, journey))


def test_steps_are_numbered_through_and_phases_too(tmp_path: Path) -> None:
    made = view(tmp_path, MAP)
    assert [(step.number, step.step.name) for step in made.steps] == [(1, "Look"), (2, "Ask"), (3, "Pay")]
    assert [phase.number for phase in made.phases] == [1, 2]
    assert made.key == "ticket"


def test_a_phase_without_an_owner_has_that_of_the_journey(tmp_path: Path) -> None:
    assert [phase.owner for phase in view(tmp_path, MAP).phases] == ["sales", "desk"]


def test_a_step_without_a_source_is_assumed(tmp_path: Path) -> None:
    text = MAP.replace("id: a,", "id: a, evidence: survey,") + "evidence: [{id: survey, kind: survey}]\n"
    steps = view(tmp_path, text).steps
    assert [step.assumed for step in steps] == [False, True, True]
    assert steps[0].evidence[0].title == "survey"


HOTSPOTS = """\
hotspots:
  - {name: Late pain, id: late, steps: c}
  - {name: Bright, id: bright, kind: bright-spot, steps: b}
  - {name: Whole phase, id: whole, phases: two}
  - {name: Early pain, id: early, steps: [c, a], kind: bounce}
  - {name: Nowhere, id: nowhere}
  - {name: Even with early, id: even, steps: a}
"""


def test_hotspots_are_numbered_in_the_order_of_the_map(tmp_path: Path) -> None:
    pins = view(tmp_path, MAP + HOTSPOTS).pins
    assert [(pin.label, pin.hotspot.key) for pin in pins] == [
        ("H1", "early"),
        ("H2", "even"),
        ("H3", "whole"),
        ("H4", "late"),
        ("H5", "nowhere"),
        ("B1", "bright"),
    ]


def test_a_hotspot_names_its_places(tmp_path: Path) -> None:
    pins = {pin.label: pin.places for pin in view(tmp_path, MAP + HOTSPOTS).pins}
    assert pins["H1"] == (("step-c", "Pay"), ("step-a", "Look"))
    assert pins["H3"] == (("phase-two", "Two"),)
    assert pins["H5"] == ()


def test_a_hotspot_stands_on_each_of_its_steps_and_phases(tmp_path: Path) -> None:
    made = view(tmp_path, MAP + HOTSPOTS)
    assert [[pin.label for pin in step.pins] for step in made.steps] == [["H1", "H2"], ["B1"], ["H1", "H4"]]
    assert [[pin.label for pin in phase.pins] for phase in made.phases] == [[], ["H3"]]


def test_the_numbers_of_hotspots_do_not_hang_on_the_order_they_are_written_in(tmp_path: Path) -> None:
    head, *lines = HOTSPOTS.splitlines(keepends=True)
    there = view(tmp_path / "a", MAP + HOTSPOTS)
    turned = view(tmp_path / "b", MAP + head + "".join(reversed(lines)))
    assert [(p.label, p.hotspot.key) for p in there.pins] == [(p.label, p.hotspot.key) for p in turned.pins]


def test_a_hotspot_on_no_place_is_on_the_journey_as_a_whole(tmp_path: Path) -> None:
    assert [pin.hotspot.key for pin in view(tmp_path, MAP + HOTSPOTS).pins_on_whole] == ["nowhere"]


@pytest.mark.parametrize(
    ("text", "lanes"),
    [
        (MAP.replace("id: b", "id: b, effort: none") + HOTSPOTS, ()),
        (MAP, ("effort", "pain points")),
        (MAP + "hotspots: [{name: B, kind: bright-spot}]\n", ("effort", "pain points")),
        ("phases:\n  - {name: P, steps: [{name: S}]}\n", ("channels", "emotions", "effort", "pain points")),
        ("phases:\n  - {name: P, steps: [{name: S, emotion: 0}]}\n", ("channels", "effort", "pain points")),
        ("phases:\n  - {name: P}\n", ("pain points",)),
    ],
)
def test_what_nobody_has_assessed_is_said(tmp_path: Path, text: str, lanes: tuple[str, ...]) -> None:
    assert view(tmp_path, text).not_assessed == lanes


LANES = """\
phases:
  - name: One
    id: one
    steps:
      - {name: Opens, id: early, lane: support}
      - {name: Look, id: a, emotion: 0.5}
      - {name: Reads, id: b, lane: backstage, emotion: -2}
      - {name: Calls, id: c, lane: frontstage}
      - {name: Ask, id: d, lane: customer}
  - {name: Two, id: two}
  - {name: Three, id: three, steps: [{name: Files, id: e, lane: support}]}
"""


def test_our_own_steps_stand_behind_the_customers_step_above_and_have_no_number(tmp_path: Path) -> None:
    made = view(tmp_path, LANES)
    columns = [(c.step.step.key if c.step else "", [one.step.key for one in c.ours]) for c in made.columns]
    assert columns == [("", ["early"]), ("a", ["b", "c"]), ("d", []), ("", []), ("", ["e"])]
    assert [(step.step.key, step.number) for step in made.all_steps] == [
        ("early", 0),
        ("a", 1),
        ("b", 0),
        ("c", 0),
        ("d", 2),
        ("e", 0),
    ]
    assert [step.step.key for step in made.steps] == ["a", "d"]


def test_the_channel_of_a_touchpoint_is_one_of_the_step(tmp_path: Path) -> None:
    library = "channels: [{id: sms, name: Text message}]\ntouchpoints: [{id: t, name: T, channel: sms}]\n"
    text = MAP.replace("channel: web", "touchpoint: t")
    assert view(tmp_path, text, {"journeys/touchpoints.yml": library}).steps[0].channels == ("Text message",)


def test_two_hotspots_with_one_id_have_anchors_of_their_own(tmp_path: Path) -> None:
    files = {
        "journeys/zoo.yml": "name: Zoo\nowner: b\nphases: [{name: P, steps: [{name: Feed}]}]\n"
        "hotspots: [{name: There, id: late, steps: ticket/a}]\n"
    }
    pins = view(tmp_path, MAP + "hotspots: [{name: Here, id: late, steps: c}]\n", files).pins
    assert {pin.thing.ref: pin.anchor for pin in pins} == {
        "ticket/late": "hotspot-late",
        "zoo/late": "hotspot-zoo--late",
    }
