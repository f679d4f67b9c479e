"""All that can be written, made from the models."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter
from support import python, small_project

import cxsite.model.reference
from cxsite.model import text, values
from cxsite.model.base import Entry
from cxsite.model.kinds import Kind
from cxsite.model.reference import EntryReference, KeyReference, entries, files
from cxsite.model.schema import FILES, schema_of

ENTRIES = entries()
KEYS = [(entry, key) for entry in ENTRIES.values() for key in entry.keys]
NAMES = [f"{entry.name}.{key.key}" for entry, key in KEYS]
MIXINS = {"Linked", "Named", "StepFields", "PhaseFields", "_Difference"}


def every_entry() -> set[str]:
    for module in pkgutil.iter_modules(cxsite.model.__path__, "cxsite.model."):
        importlib.import_module(module.name)

    def below(model: type[Entry]) -> set[str]:
        return {model.__name__} | {name for inner in model.__subclasses__() for name in below(inner)}

    ours = [model for model in Entry.__subclasses__() if model.__module__.startswith("cxsite.model.")]
    return {name for model in ours for name in below(model)} - MIXINS


def test_every_entry_of_the_model_is_in_the_reference() -> None:
    assert every_entry() <= set(ENTRIES)


@pytest.mark.parametrize(("entry", "key"), KEYS, ids=NAMES)
def test_every_key_has_a_sentence_and_a_kind(entry: EntryReference, key: KeyReference) -> None:
    assert re.fullmatch(r"[A-Z0-9`].{3,}[.]", key.meaning), f"write a sentence below {entry.name}.{key.key}"
    assert "equired" not in key.meaning
    assert key.takes


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_every_entry_says_what_it_is(entry: EntryReference) -> None:
    assert entry.what_it_is.endswith(".")


def test_every_word_that_leads_to_an_entry_leads_to_one_that_is_there() -> None:
    led_to = {piece.entry for _, key in KEYS for piece in key.takes if piece.entry}
    assert led_to <= {entry.anchor for entry in ENTRIES.values()}


def test_every_kind_of_file_has_its_place() -> None:
    assert {file.kind for file in files()} == set(FILES)
    assert all(file.places and file.entry in ENTRIES for file in files())


def key_of(entry: str, key: str) -> KeyReference:
    return next(k for k in ENTRIES[entry].keys if k.key == key)


def test_a_key_is_the_one_people_write() -> None:
    assert key_of("Target", "from").default == "current"
    assert key_of("Idea", "for").meaning == "Who could do it."


@pytest.mark.parametrize(
    ("entry", "key", "default"),
    [
        ("Settings", "fresh_for", "60d"),
        ("Settings", "min_n", "30"),
        ("Idea", "sceptic", "false"),
        ("Hotspot", "kind", "pain"),
        ("Step", "channel", ""),
        ("Step", "lane", ""),
    ],
)
def test_a_default_is_spelled_as_people_would(entry: str, key: str, default: str) -> None:
    assert key_of(entry, key).default == default


def test_what_is_required_is_what_the_schema_requires() -> None:
    definitions = {
        name: shape for kind in ("journey", "target", "metrics") for name, shape in schema_of(kind)["$defs"].items()
    }
    for name, shape in definitions.items():
        assert {key.key for key in ENTRIES[name].keys if key.required} == set(shape.get("required", ()))


def test_the_name_comes_first_and_the_links_last() -> None:
    keys = [key.key for key in ENTRIES["Hotspot"].keys]
    assert keys[:3] == ["name", "id", "kind"]
    assert keys[-2:] == ["formerly", "links"]


def test_a_journeys_id_is_no_key() -> None:
    assert "id" not in {key.key for key in ENTRIES["Journey"].keys}


KINDS = {
    name: value for module in (values, text) for name, value in vars(module).items() if hasattr(value, "__metadata__")
}


@pytest.mark.parametrize("name", [name for name in KINDS if name not in ("Texts", "OneOrMore")])
def test_the_example_of_a_kind_of_value_can_be_read(name: str) -> None:
    kind = next(mark for mark in KINDS[name].__metadata__ if isinstance(mark, Kind))
    if kind.example:
        TypeAdapter(KINDS[name]).validate_python(kind.example)


class Unknown(Entry):
    """An entry with a field of a type that has no words."""

    length: float
    """How long it is."""


def test_a_field_whose_kind_of_value_has_no_words_is_named() -> None:
    with pytest.raises(LookupError, match=r"Unknown\.length: no words for <class 'float'>"):
        cxsite.model.reference._entry(Unknown)


def test_a_check_reads_no_source_and_makes_no_reference(tmp_path: Path) -> None:
    small_project(tmp_path)
    script = (
        "import sys; from cxsite.cli.main import main\n"
        "sys.argv = ['cxsite', 'check']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "made = [n for n in ('docstrings', 'wording', 'reference', 'schema') if f'cxsite.model.{n}' in sys.modules]\n"
        "print('made', made)"
    )
    assert "made []" in python(tmp_path, "-c", script).output
