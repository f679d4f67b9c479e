"""Which fields name something else, and all that an entry names."""

from __future__ import annotations

import pytest

from cxsite.load.files import Text
from cxsite.load.nodes import read_tree
from cxsite.load.shape import shape
from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.library import Organisation, Value
from cxsite.model.refs import references
from cxsite.model.step import Step
from cxsite.model.target import StepDifference


def read(model: type[Entry], text: str) -> Entry:
    node, found = read_tree(Text("f.yml", text))
    assert node is not None, found
    entry, wrong = shape(model, node)
    assert entry is not None, wrong
    return entry


def named(model: type[Entry], text: str) -> list[tuple[str, str]]:
    return [(reference.kind, reference.text) for reference in references(read(model, text))]


@pytest.mark.parametrize(
    ("model", "field", "wanted"),
    [
        (Step, "channel: sms", [("channel", "sms")]),
        (Step, "channel: [sms, web]", [("channel", "sms"), ("channel", "web")]),
        (Step, "done_by: [a, b]", [("party", "a"), ("party", "b")]),
        (Step, "touchpoint: t", [("touchpoint", "t")]),
        (Step, "zoom: other", [("journey", "other")]),
        (Step, "next: [{step: a}, {step: j/b}]", [("step", "a"), ("step", "j/b")]),
        (Step, "quotes: [{text: x, evidence: e, segment: s}]", [("evidence", "e"), ("segment", "s")]),
        (Step, "emotion: {all: 1, movers: 2}", [("segment", "all"), ("segment", "movers")]),
        (Step, "systems: none", []),
        (Step, "summary: sms", []),
        (Hotspot, "blocked_by: [c]", [("capability", "c")]),
        (Hotspot, "steps: [j/a]", [("step", "j/a")]),
        (Idea, "for: dept", [("party", "dept")]),
        (Action, "goal: g", [("goal", "g")]),
        (Action, "expects: [{metric: m, value: 5, phase: p}]", [("metric", "m"), ("phase", "p")]),
        (Action, "pilots: [{segment: s, since: 2026}]", [("segment", "s")]),
        (Action, "judge: {compare_with: s}", [("segment", "s")]),
        (StepDifference, "add: n, follows: [p], carried_by: a, addresses: h", [("principle", "p"), ("action", "a"), ("hotspot", "h")]),
    ],
)  # fmt: skip
def test_every_field_that_names_something_says_of_which_kind(
    model: type[Entry], field: str, wanted: list[tuple[str, str]]
) -> None:
    assert sorted(named(model, f"{{name: N, {field}}}" if field[0] != "-" else field)) == sorted(wanted)


@pytest.mark.parametrize("field", ["volume", "cost_to_serve", "share", "unplanned"])
def test_a_number_or_a_metric_is_a_reference_where_it_is_a_metric(field: str) -> None:
    assert named(Step, f"{{name: N, {field}: measured}}") == [("metric", "measured")]


@pytest.mark.parametrize(
    "field", ["volume: 24600", "cost_to_serve: 9", "share: 60%", "unplanned: true", "unplanned: 44%"]
)
def test_a_number_or_a_metric_is_none_where_it_is_a_number(field: str) -> None:
    assert named(Step, f"{{name: N, {field}}}") == []


def test_a_journey_names_all_that_its_parts_name_in_order() -> None:
    text = "{name: J, owner: o, phases: [{name: P, owner: a, steps: [{name: S, owner: b}]}], hotspots: [{name: H, owner: c}]}"
    assert named(Journey, text) == [("party", "o"), ("party", "a"), ("party", "b"), ("party", "c")]


def test_libraries_name_things_too() -> None:
    text = "departments: [{id: d, name: D, lead: mei, objectives: [join/g]}]\npeople: [{id: mei, name: M, department: d}]\n"
    assert named(Organisation, text) == [("person", "mei"), ("goal", "join/g"), ("department", "d")]


def test_a_segment_that_is_a_key_is_a_reference() -> None:
    assert named(Value, "segments: {movers: {time: 2}}") == [("segment", "movers")]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("{name: N, channel: sms}", 20),
        ("{name: N, channel: [web, sms]}", 26),
        ("{name: N, quotes: [{text: x, evidence: sms}]}", 40),
    ],
)
def test_a_reference_knows_its_place(text: str, column: int) -> None:
    *_, reference = references(read(Step, text))
    assert (reference.text, reference.span.line, reference.span.column) == ("sms", 1, column)


def test_a_segment_in_emotion_stands_at_its_key() -> None:
    (reference,) = references(read(Step, "{name: N, emotion: {movers: 2}}"))
    assert reference.text == "movers"
    assert reference.span.line == 1
