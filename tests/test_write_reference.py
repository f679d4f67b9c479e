"""The reference pages say what the models say, and what they show works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import ROOT, cxsite, write
from write_reference import PAGES, SPELLINGS, TEMPLATES, examples, pages, plain_kind, try_to_read

from cxsite.load.content import load
from cxsite.measure.tidy import NUMBERS, OTHERS, PLACES
from cxsite.model.kinds import Kind
from cxsite.model.reference import entries
from cxsite.model.settings import CATEGORIES
from cxsite.project import Project

MADE = pages()


def test_the_committed_pages_are_what_the_models_give() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    assert committed == MADE, "run `make reference`"


def test_every_entry_stands_on_exactly_one_page() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.md"))
    assert sorted(re.findall(r"^::: entry (\w+)$", templates, re.MULTILINE)) == sorted(entries())


def test_every_page_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [name for name in MADE if f"reference/{name}" not in nav] == []


@pytest.mark.parametrize("name", MADE)
def test_every_link_leads_to_something(name: str) -> None:
    for page, anchor in re.findall(r"\]\(([\w-]+\.md)?#([^)]+)\)", MADE[name]):
        assert re.search(rf"\{{#{re.escape(anchor)}[ }}]|^## {anchor}$", MADE[page or name], re.MULTILINE), (
            page,
            anchor,
        )


@pytest.mark.parametrize("name", MADE)
def test_no_anchor_stands_twice(name: str) -> None:
    anchors = re.findall(r"\{#([^ }]+)", MADE[name])
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("name", MADE)
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name: str) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", MADE[name], re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1


def test_every_key_is_on_its_page_and_in_the_index() -> None:
    everything = "".join(MADE.values())
    for entry in entries().values():
        for key in entry.keys:
            assert f"`{key.key}`{{.key}}" in MADE["index.md"]
            inherited = key.origin in ("Linked", "StepFields", "PhaseFields")
            assert inherited or f"{{#{entry.anchor}.{key.key} .key}}" in everything


def test_every_column_that_is_read_is_on_the_page_of_metrics() -> None:
    columns = MADE["metrics.md"].split("{#columns}")[1].split("{#metrics-file}")[0]
    known = {*PLACES, *NUMBERS, *OTHERS, "period"}
    assert known - set(re.findall(r"`(\w+)`", columns)) == set()


def test_every_category_there_is_stands_in_the_settings() -> None:
    row = next(line for line in MADE["settings.md"].splitlines() if line.startswith("| `categories`"))
    assert [category for category in CATEGORIES if category not in row] == []


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    return write(tmp_path, examples())


def test_each_page_with_entries_or_values_shows_an_example() -> None:
    assert [name for name, page in MADE.items() if "```yaml" not in page] == ["index.md"]


def test_the_examples_are_read_without_a_word_of_complaint(shown: Path) -> None:
    content = load(Project(shown))
    assert content.diagnostics == ()
    assert [journey.key for journey in content.portfolio.journeys] == ["programme", "ticket"]
    assert "target" in content.portfolio.journeys[1].targets
    assert len(content.portfolio.libraries) == 3


def test_the_examples_pass_the_check(shown: Path) -> None:
    out = cxsite(shown, "check", SOURCE_DATE_EPOCH="1795305600").output  # 2026-11-22
    assert "0 errors, 0 warnings, 1 note" in out
    assert "CX291: 3 of 19 texts" in out


def test_every_section_that_a_kind_leads_to_has_spellings() -> None:
    led_to = {piece.section for entry in entries().values() for key in entry.keys for piece in key.takes}
    assert led_to - {""} <= set(SPELLINGS)
    assert all(f"{{#{section}}}" in MADE["values.md"] for section in SPELLINGS)


@pytest.mark.parametrize("section", SPELLINGS)
def test_a_section_shows_what_works_and_what_is_refused(section: str) -> None:
    tried = [try_to_read(kind, spelling) for kind, spellings in SPELLINGS[section] for spelling in spellings]
    assert any(read for read, _ in tried)
    assert any(why for _, why in tried)


@pytest.mark.parametrize("section", SPELLINGS)
def test_the_example_in_a_kinds_words_is_among_the_spellings_that_work(section: str) -> None:
    for kind, spellings in SPELLINGS[section]:
        mark = next(mark for mark in kind.__metadata__ if isinstance(mark, Kind))
        assert not mark.example or mark.section != section or any(try_to_read(kind, s)[0] for s in spellings)
        assert plain_kind(kind)
