"""What Markdown made of a stub is put back where the text and all else are the same, and never otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import MKDOCS, cxsite, small_project, write

from cxsite.publish.converted import FILE, Conversions, setup_of


def pages(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


@pytest.mark.long
def test_a_second_build_is_the_first_byte_for_byte_and_converts_no_stub(tmp_path: Path) -> None:
    extensions = "markdown_extensions: [toc: {permalink: true}, pymdownx.superfences, smarty]\n"
    small_project(tmp_path, {"mkdocs.yml": MKDOCS + extensions})
    cxsite(tmp_path, "build", "--strict")
    first, kept = pages(tmp_path / "site"), tmp_path / ".cxsite/cache" / FILE
    rows = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()[1:-1]]
    assert len(rows) == len(first.keys() - {"404.html", "about/index.html"})
    cxsite(tmp_path, "build", "--strict")
    assert pages(tmp_path / "site") == first
    marked = kept.read_text(encoding="utf-8").replace('href=\\"#map\\"', 'href=\\"#other\\"')
    kept.write_text(marked, encoding="utf-8")  # damaged: it no longer fits its sum
    cxsite(tmp_path, "build", "--strict")
    assert pages(tmp_path / "site") == first


@pytest.mark.long
def test_another_option_of_an_extension_converts_anew(tmp_path: Path) -> None:
    small_project(tmp_path, {"mkdocs.yml": MKDOCS + "markdown_extensions: [toc: {permalink: true}]\n"})
    cxsite(tmp_path, "build")
    write(tmp_path, {"mkdocs.yml": MKDOCS + "markdown_extensions: [toc: {permalink: '§'}]\n"})
    cxsite(tmp_path, "build")
    assert "§</a></h2>" in (tmp_path / "site/ticket/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("extension", ["my_own", "pymdownx.snippets", object()])
def test_extensions_that_more_than_options_decide_about_are_always_run(extension: object) -> None:
    assert setup_of(["toc", extension], {}) == ""
    assert setup_of(["toc", "pymdownx.superfences"], {}) != ""


def test_a_setup_is_the_same_in_another_run_and_differs_by_options() -> None:
    def fence() -> None: ...

    one = setup_of(["toc"], {"toc": {"permalink": True, "slugify": fence}, "cxsite": {"store": object()}})
    assert one == setup_of(["toc"], {"toc": {"permalink": True, "slugify": fence}, "cxsite": {"store": object()}})
    assert one != setup_of(["toc"], {"toc": {"permalink": False, "slugify": fence}})


@pytest.mark.long
def test_what_was_kept_with_another_setup_is_not_there(tmp_path: Path) -> None:
    small_project(tmp_path, {"mkdocs.yml": MKDOCS})
    cxsite(tmp_path, "build")
    assert Conversions(tmp_path / ".cxsite/cache", "another").known == {}
