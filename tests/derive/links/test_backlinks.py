"""The other end of every link."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.links.backlinks import BackLinks, Use, entries
from cxsite.derive.links.things import Thing
from cxsite.model.refs import references
from derive.known import every, example, known, moderate, one_phase

OWN = """\
hotspots: [{id: h1, name: H1, steps: s1, formerly: h0}, {id: h2, name: H2, phases: p}]
ideas: [{id: i1, name: I1, addresses: h1}]
actions:
  - {id: a1, name: A1, addresses: h1, expects: [{metric: ease, value: 5, step: s1}]}
  - {id: a2, name: A2, addresses: h0, status: dropped}
target: {steps: [{change: s1, name: New, carried_by: a1, what: new}]}
"""
FILES = {
    "journeys/b.yml": "name: B\nowner: ana\nsegments: sam\n"
    + one_phase("id: x, name: X, touchpoint: letter, emotion: {north: 1}")
    + "actions: [{id: a3, name: A3, addresses: [a/h1]}]\n",
    "journeys/hotspots.yml": "hotspots: [{id: wide, name: Wide, steps: [a/s1, b/x]}]\n",
    "journeys/organisation.yml": "departments: [{id: sales, name: Sales, lead: ana}]\npeople: [{id: ana, name: Ana}]\n",
    "journeys/touchpoints.yml": "channels: [{id: web, name: Web}, {id: post, name: Post}]\n"
    "touchpoints: [{id: letter, name: Letter, channel: post}]\n",
    "journeys/segments.yml": "segments: [{id: north, name: North}, {id: south, name: South}]\n"
    "personas: [{id: sam, name: Sam, segment: south}]\n",
    "metrics/m.yml": "metrics: [{id: ease, name: Ease, method: mean}, {id: seen, name: Seen, method: mean, "
    "source: seen.csv}]\n",
    "metrics/seen.csv": "period,journey,value\n2026-09,b,3\n",
}


def links() -> BackLinks:
    one = known(one_phase("id: s1, name: One, channel: web") + OWN, FILES)
    return BackLinks(one.portfolio, one.measures)


def refs(things: tuple[Thing, ...]) -> list[str]:
    return [thing.ref for thing in things]


def test_a_hotspot_knows_the_actions_and_ideas_that_address_it_from_any_journey_by_any_id() -> None:
    hotspot = Thing("hotspot", "a", "h1")
    assert refs(links().actions_on(hotspot)) == ["a/a1", "b/a3"]
    assert refs(links().ideas_on(hotspot)) == ["a/i1"]
    assert refs(links().by_kind(hotspot, "action")) == ["a/a1", "a/a2", "b/a3"]


def test_a_step_and_a_phase_know_the_hotspots_that_stand_on_them() -> None:
    assert refs(links().hotspots_on(Thing("step", "a", "s1"))) == ["wide", "a/h1"]
    assert refs(links().hotspots_on(Thing("phase", "a", "p"))) == ["a/h2"]
    assert refs(links().hotspots_on(Thing("step", "b", "x"))) == ["wide"]


@pytest.mark.parametrize(
    ("thing", "journeys"),
    [
        (Thing("touchpoint", "", "letter"), ("b",)),
        (Thing("channel", "", "web"), ("a",)),
        (Thing("channel", "", "post"), ("b",)),
        (Thing("segment", "", "north"), ("b",)),
        (Thing("segment", "", "sam"), ("b",)),
        (Thing("segment", "", "south"), ("b",)),
        (Thing("metric", "", "ease"), ("a",)),
        (Thing("metric", "", "seen"), ("b",)),
        (Thing("party", "", "ana"), ("b",)),
        (Thing("department", "", "sales"), ("a",)),
        (Thing("metric", "", "nobody"), ()),
    ],
)
def test_something_of_the_repository_knows_the_journeys_that_use_it(thing: Thing, journeys: tuple[str, ...]) -> None:
    assert links().journeys_using(thing) == journeys


def test_a_link_says_which_field_it_is_written_in() -> None:
    uses = links().uses[Thing("party", "", "ana")]
    assert uses == (Use(Thing("party", "", "sales"), "lead"), Use(Thing("journey", "", "b"), "owner"))


def test_a_target_is_one_of_the_ends() -> None:
    assert refs(links().by_kind(Thing("action", "a", "a1"), "target")) == ["a/target"]


def test_the_example_is_linked_both_ways() -> None:
    one = example()
    found = BackLinks(one.portfolio, one.measures)
    assert refs(found.actions_on(Thing("hotspot", "join", "first-bill-shock"))) == [
        "join/explain-first-bill",
        "join/one-month-bill",
    ]
    assert found.journeys_using(Thing("channel", "", "sms")) == ("join",)
    assert refs(found.by_kind(Thing("system", "", "fieldplan"), "step")) == ["join/engineer"]


@moderate
@given(contents())
def test_every_reference_is_found_at_its_other_end(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for one in every(Path(folder))[:1]:
            found = BackLinks(one.portfolio, one.measures)
            written = [*one.portfolio.libraries.values(), *one.portfolio.metrics]
            for journey in one.portfolio.journeys:
                written += [journey.model_copy(update={"target": None}), *journey.targets.values()]
            walked = [reference.text for _, _, entry in entries(one.portfolio) for reference in references(entry)]
            assert sorted(walked) == sorted(reference.text for entry in written for reference in references(entry))
            for uses in found.uses.values():
                assert len(uses) == len(set(uses))
