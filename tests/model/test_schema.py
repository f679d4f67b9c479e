"""JSON Schema of what people write, as editors use it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from support import TESTS

from cxsite.model.schema import FILES, PARTS, schema_of

EXAMPLE = TESTS / "sites" / "example"
LIBRARY = {path.stem: path for path in sorted((EXAMPLE / "journeys").glob("*.yml"))}


def as_editors_read_it(value: Any) -> Any:
    """YAML 1.2 has no dates: they are text."""
    if isinstance(value, dict):
        return {key: as_editors_read_it(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_editors_read_it(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def read(path: Path) -> Any:
    return as_editors_read_it(yaml.safe_load(path.read_text(encoding="utf-8")))


def wrong(kind: str, value: Any) -> list[str]:
    validator = Draft202012Validator(schema_of(kind))
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:80]}" for error in validator.iter_errors(value)
    ]


def whole_journey() -> dict[str, Any]:
    folder = EXAMPLE / "journeys" / "join"
    parts = [read(folder / f"{name}.yml") for name in ("journey", "current", "hotspots", "ideas", "actions")]
    return {key: value for part in parts for key, value in part.items()}


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_schema_is_valid_and_plain_json(kind: str) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["title"] == kind


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_definition_that_is_named_is_there(kind: str) -> None:
    text = json.dumps(schema_of(kind))
    named = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert named == set(schema_of(kind)["$defs"])


@pytest.mark.parametrize("kind", sorted(FILES))
def test_an_unknown_key_is_refused_and_an_own_one_is_not(kind: str) -> None:
    assert any("nonsense" in problem for problem in wrong(kind, {"nonsense": 1}))
    assert not any("x-mine" in problem for problem in wrong(kind, {"x-mine": 1}))


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_the_libraries_of_the_example_are_accepted(name: str) -> None:
    assert wrong(name, read(LIBRARY[name])) == []


def test_the_settings_of_the_example_are_accepted() -> None:
    assert wrong("cxsite", read(EXAMPLE / "cxsite.yml")) == []


def test_the_metrics_of_the_example_are_accepted() -> None:
    assert wrong("metrics", read(EXAMPLE / "metrics" / "metrics.yml")) == []


def test_the_journey_of_the_example_is_accepted() -> None:
    assert wrong("journey", whole_journey()) == []


PART_OF = {"journey": "journey-part", "current": "current"}


@pytest.mark.parametrize("name", ["journey", "current", "hotspots", "ideas", "actions"])
def test_each_part_of_the_journeys_folder_is_accepted_by_itself(name: str) -> None:
    part = read(EXAMPLE / "journeys" / "join" / f"{name}.yml")
    assert wrong(PART_OF.get(name, f"journey-{name}"), part) == []


@pytest.mark.parametrize("kind", PARTS)
def test_a_part_takes_the_keys_of_a_journey_and_needs_none(kind: str) -> None:
    part, whole = (schema_of(name)["$defs"]["Journey"] for name in (kind, "journey"))
    assert part["properties"] == whole["properties"]
    assert "required" not in part
    assert {"name", "owner", "phases"} == set(whole["required"])


def test_the_phases_of_a_part_may_be_the_names_of_their_files() -> None:
    assert wrong("current", {"phases": ["discover", "order"]}) == []


def test_the_file_of_a_phase_takes_the_keys_of_a_phase_and_needs_its_name() -> None:
    phase = whole_journey()["phases"][0]
    assert wrong("phase", phase) == []
    assert wrong("phase", {key: value for key, value in phase.items() if key != "name"}) != []


def test_a_part_of_a_part_is_as_strict_as_in_a_whole_journey() -> None:
    assert wrong("current", {"phases": [{"steps": []}]}) != []


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_key_has_a_description(kind: str) -> None:
    for name, shape in schema_of(kind)["$defs"].items():
        for key, value in shape["properties"].items():
            assert ". Takes: " in value["description"], f"{name}.{key}"


def test_a_description_is_the_sentence_below_the_field_and_what_it_takes() -> None:
    step = schema_of("current")["$defs"]["Step"]["properties"]
    assert step["elapsed"]["description"] == "Time on the calendar, which is not effort. Takes: length of time 12min."


def test_the_target_of_the_example_is_accepted() -> None:
    assert wrong("target", read(EXAMPLE / "journeys" / "join" / "target.yml")) == []


@pytest.mark.parametrize("field", ["bounce", "handoff", "effort", "quotes", "next", "images"])
def test_none_is_accepted_where_the_tool_takes_it(field: str) -> None:
    step = {"name": "S", field: "none"}
    assert wrong("journey", {"name": "J", "owner": "o", "phases": [{"name": "P", "steps": [step]}]}) == []


@pytest.mark.parametrize("field", ["name", "summary", "feeling", "thinks", "channel", "interaction"])
@pytest.mark.parametrize("value", [True, 12, 1.5, "text"])
def test_a_text_field_takes_what_editors_read_as_something_else(field: str, value: object) -> None:
    step = {"name": "S", field: value}
    assert wrong("journey", {"name": "J", "owner": "o", "phases": [{"name": "P", "steps": [step]}]}) == []


@pytest.mark.parametrize(("field", "value"), [("emotion", 1), ("emotion", {"all": 1}), ("evidence", "e"), ("unplanned", True)])  # fmt: skip
def test_one_value_stands_for_a_list_of_one(field: str, value: object) -> None:
    step = {"name": "S", field: value}
    assert wrong("journey", {"name": "J", "owner": "o", "phases": [{"name": "P", "steps": [step]}]}) == []


@pytest.mark.parametrize(("field", "value"), [("links", "https://example.com"), ("next", {"step": "a"})])
def test_one_link_or_branch_stands_for_a_list_of_one(field: str, value: object) -> None:
    step = {"name": "S", field: value}
    assert wrong("journey", {"name": "J", "owner": "o", "phases": [{"name": "P", "steps": [step]}]}) == []


def test_a_word_that_is_no_choice_is_refused() -> None:
    assert wrong("journey", {"name": "J", "owner": "o", "phases": [], "status": "dead"})


def test_a_keys_name_is_the_one_people_write() -> None:
    target = schema_of("target")["$defs"]["Target"]["properties"]
    assert "from" in target
    assert "from_" not in target
    assert "for" in schema_of("ideas")["$defs"]["Idea"]["properties"]
