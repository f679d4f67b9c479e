"""Every kind of change, in every format, as people read it. `CXSITE_GOLDEN=write` writes the files anew."""

from __future__ import annotations

import importlib
import json
import os
from functools import cache
from pathlib import Path

import pytest

from compare.examples import BEFORE, EXAMPLES
from compare.states import FILES, edited, told
from cxsite.compare import formats
from cxsite.compare.change import Level
from cxsite.compare.kind import all_kinds, kind_of
from cxsite.compare.report import Report, catalogue
from cxsite.compare.units import NOUNS, own_fields

GOLDEN = Path(__file__).parent / "golden"
FORMATS = {"text": "txt", "markdown": "md", "github": "txt", "gitlab": "json", "json": "json"}


@cache
def example(kind: str) -> Report:
    before = BEFORE.get(kind, FILES)
    return told(before, edited(*EXAMPLES[kind], files=before))


def test_every_kind_has_an_example_that_makes_it() -> None:
    assert sorted(EXAMPLES) == sorted(catalogue())
    missing = [kind for kind in EXAMPLES if kind not in {change.kind for change in example(kind).changes}]
    assert missing == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_kind_reads_well_in_every_format(form: str) -> None:
    write = importlib.import_module(f"{formats.__name__}.{form}").write
    for kind in EXAMPLES:
        golden, now = GOLDEN / form / f"{kind}.{FORMATS[form]}", write(example(kind))
        if os.environ.get("CXSITE_GOLDEN") == "write":
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(now, encoding="utf-8")
        assert now == golden.read_text(encoding="utf-8"), kind


@pytest.mark.parametrize("form", FORMATS)
def test_no_golden_file_is_of_a_kind_that_is_gone(form: str) -> None:
    assert sorted(file.stem for file in (GOLDEN / form).iterdir()) == sorted(EXAMPLES)


def test_every_field_of_everything_is_claimed_by_one_kind() -> None:
    for model, noun in NOUNS.items():
        for field in (*own_fields(model), "own", "nothing"):
            assert kind_of(noun, field)
            claims = [kind.id for kind in all_kinds() if field in kind.claims.get(noun, ())]
            general = [kind.id for kind in all_kinds() if field in kind.claims.get("*", ())]
            assert len(claims or general) == 1, (noun, field, claims, general)


def test_every_kind_says_what_it_is() -> None:
    for kind, (level, title) in catalogue().items():
        assert title and not title.endswith("."), kind
        assert level in Level
        assert kind == kind.lower()


def test_fingerprints_of_all_examples_differ() -> None:
    prints = {}
    for kind in EXAMPLES:
        for change in example(kind).changes:
            said = prints.setdefault(
                change.fingerprint, (change.kind, change.subject, change.before, change.after, change.field)
            )
            assert said == (change.kind, change.subject, change.before, change.after, change.field)
    assert all(json.dumps(mark).isascii() for mark in prints)
