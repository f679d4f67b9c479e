"""Where everything stands on the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import atlas_of, small_project

from cxsite.derive.links.things import Thing
from cxsite.measure.series import Where
from cxsite.pages.places import address, anchor_of, anchors, compare_page, map_page, metric_anchor

TEXT = """\
name: A
owner: sales
goals: [{id: now, metric: n, target: 5}]
phases: [{id: one, name: One, steps: [{id: a, name: Look}]}]
target:
  goals: [{id: then, metric: n, target: 6, by: 2030}]
  steps: [{change: a, name: Sees}]
"""
METRICS = "metrics:\n  - {id: n, name: Ease, method: mean}\n"


@pytest.mark.parametrize(
    ("thing", "where"),
    [
        (Thing("journey", "", "join"), "cx:join/index.md"),
        (Thing("target", "join", "target"), "cx:join/target/index.md"),
        (Thing("target", "join", "vision"), "cx:join/target-vision/index.md"),
        (Thing("phase", "join", "one"), "cx:join/index.md#phase-one"),
        (Thing("step", "join", "a"), "cx:join/index.md#step-a"),
        (Thing("evidence", "join", "survey"), "cx:join/index.md#evidence-survey"),
        (Thing("idea", "join", "desk"), "cx:join/actions/index.md#idea-desk"),
        (Thing("hotspot", "join", "late"), "cx:join/hotspots/late/index.md"),
        (Thing("hotspot", "", "late"), "cx:hotspots/late/index.md"),
        (Thing("action", "join", "index"), "cx:join/actions/index/index.md"),
        (Thing("action", "", "desk"), "cx:actions/desk/index.md"),
        (Thing("idea", "", "desk"), "cx:actions/index.md#idea-desk"),
        (Thing("metric", "", "ease"), "cx:metrics/ease/index.md"),
        (Thing("person", "", "mei"), "cx:organisation/index.md#party-mei"),
        (Thing("segment", "", "north"), "cx:segments/index.md#segment-north"),
        (Thing("touchpoint", "", "text"), "cx:touchpoints/index.md#touchpoint-text"),
        (Thing("capability", "", "know"), "cx:technology/index.md#capability-know"),
        (Thing("life-cycle stage", "", "buying"), "cx:strategy/index.md#stage-buying"),
        (Thing("evidence", "", "survey"), "cx:evidence/index.md#evidence-survey"),
        (Thing("goal", "", "nps"), "cx:strategy/index.md#goal-nps"),
        (Thing("goal", "join", "now"), "cx:join/index.md#goal-now"),
        (Thing("goal", "join", "then"), "cx:join/target/index.md#goal-then"),
        (Thing("category", "", "people"), ""),
    ],
)
def test_a_thing_has_its_page_and_its_anchor(tmp_path: Path, thing: Thing, where: str) -> None:
    made = atlas_of(small_project(tmp_path, {"journeys/join.yml": TEXT, "metrics/m.yml": METRICS}))
    assert address(thing, made.portfolio) == where


def test_targets_have_maps_and_comparisons_of_their_own() -> None:
    assert map_page("join") == "join/index.md"
    assert map_page("join", "vision") == "join/target-vision/index.md"
    assert (compare_page("join", "target"), compare_page("join", "vision")) == (
        "join/compare/index.md",
        "join/compare-vision/index.md",
    )


def test_a_metric_has_an_anchor_for_each_place() -> None:
    assert metric_anchor("ease", Where()) == "metric-ease"
    assert metric_anchor("ease", Where("join", "wait", "", "North & East")) == (
        "metric-ease--journey-join--phase-wait--segment-north-east"
    )
    assert anchor_of(Thing("step", "join", "moved")) == "step-moved"


def test_of_two_things_with_one_id_on_a_page_the_second_says_its_journey() -> None:
    own, theirs, idea = Thing("hotspot", "a", "q"), Thing("hotspot", "b", "q"), Thing("idea", "b", "q")
    assert anchors([own, theirs, idea]) == {own: "hotspot-q", theirs: "hotspot-q--b", idea: "idea-q"}
