"""Pages of the last build come back exactly as they were, or not at all."""

from __future__ import annotations

import re
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

from cxsite.diagnostics import Diagnostic, Related, Severity, Span
from cxsite.pages import earlier
from cxsite.pages.earlier import FILE, MADE_WITH, Earlier, keep_earlier, key_of, read_earlier
from cxsite.pages.plan import Asset, Page, Part

PAGE = Page(
    "a/index.md", "A", "", (Part("x", "X", "s", "<p>é\u2028</p>\n"),), frozenset({"x", "y"}), "index.md", 3, "a:1"
)
SAID = Diagnostic("CX250", Severity.WARNING, "m", Span("a", 1, 2), related=(Related(Span("b"), "defined here"),))
MADE = Earlier((SAID,), (PAGE,), (Asset("a.png", b"\xff\x00"),))

WORDS = st.text(st.characters(codec="utf-8"), max_size=5)
SPANS = st.builds(Span, WORDS, st.integers(1, 9))
RELATED = st.lists(st.builds(Related, SPANS, WORDS), max_size=2).map(tuple)
FOUND = st.builds(Diagnostic, WORDS, st.sampled_from(Severity), WORDS, SPANS, WORDS, WORDS, RELATED)
PARTS = st.lists(st.builds(Part, WORDS, WORDS, WORDS, WORDS), max_size=3).map(tuple)
PAGES = st.builds(Page, WORDS, WORDS, WORDS, PARTS, st.frozensets(WORDS, max_size=3), WORDS, st.integers(), WORDS)
ASSETS = st.builds(Asset, WORDS, st.binary(max_size=9))


def some(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


@given(st.builds(Earlier, some(FOUND), some(PAGES), some(ASSETS)))
def test_what_was_kept_comes_back_as_it_was(made: Earlier) -> None:
    with tempfile.TemporaryDirectory() as folder:
        keep_earlier(Path(folder), "k", made)
        assert read_earlier(Path(folder), "k") == made


def test_nothing_comes_back_under_another_key(tmp_path: Path) -> None:
    assert read_earlier(tmp_path, "k") is None
    keep_earlier(tmp_path, "k", MADE)
    assert read_earlier(tmp_path, "l") is None


def test_a_file_in_which_any_byte_is_another_is_not_taken(tmp_path: Path) -> None:
    keep_earlier(tmp_path, "k", MADE)
    whole = (tmp_path / FILE).read_bytes()
    for place in range(len(whole)):
        (tmp_path / FILE).write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_earlier(tmp_path, "k") is None
        (tmp_path / FILE).write_bytes(whole[:place])
        assert read_earlier(tmp_path, "k") is None
    (tmp_path / FILE).write_bytes(whole + b" ")
    assert read_earlier(tmp_path, "k") is None


@pytest.mark.parametrize(
    "text", ["", "null\n", "[]\n", "{}\n", '{"key": "k"}\n', '{"key": "k", "pages": -1, "assets": 0}\n']
)
def test_a_file_that_somebody_else_wrote_is_not_taken(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    assert read_earlier(tmp_path, "k") is None


def test_content_and_front_page_and_program_make_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {key_of("a", "index.md"), key_of("b", "index.md"), key_of("a", "portfolio/index.md")}
    earlier.program.cache_clear()
    monkeypatch.setattr(earlier, "_version", lambda name: "other" if name == "altair" else "")
    keys.add(key_of("a", "index.md"))
    earlier.program.cache_clear()
    assert len(keys) == 4


def test_the_program_is_every_file_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html.j2").write_text("a")
    monkeypatch.setattr(earlier.cxsite, "__file__", str(tmp_path / "__init__.py"))
    seen = set()
    for text in ("a", "b"):
        (tmp_path / "a.html.j2").write_text(text)
        earlier.program.cache_clear()
        seen.add(key_of("a", "index.md"))
    earlier.program.cache_clear()
    assert len(seen) == 2


def test_every_package_that_pages_are_made_with_is_in_the_key() -> None:
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.match(r"[\w-]+", need)[0] for need in needs}
    assert names - set(MADE_WITH) == {"click", "mkdocs", "mkdocs-material", "pyyaml-env-tag"}
