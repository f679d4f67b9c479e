"""The Markdown extension: every part in its place, or no page at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from cxsite.errors import ArtefactError
from cxsite.pages.plan import Page, Part
from cxsite.publish.extension import CxsiteExtension, fill_pending, makeExtension, wrap
from cxsite.publish.store import Store
from cxsite.publish.stub import write_stub

HTML = '<div>\n<h3 id="a" data-search-exclude>A</h3>\n\n    <pre>*not* Markdown</pre>\n<p>@@cxsite b c</p>\n</div>'


def stub(store: Store, html: str = HTML, search: str = "found & <so>") -> tuple[str, str]:
    text, names = write_stub(Page("a/index.md", "A", "", (Part("map", "Map", search, html),)), store, lambda p, h: p)
    return text.split("---\n", 2)[2], names[0]


def converted(text: str, store: Store | None, late: bool = False, *others: str) -> str:
    folder = str(store.folder) if store else ""
    return Markdown(extensions=["attr_list", "toc", *others, CxsiteExtension(store=folder, late=late)]).convert(text)


def test_a_part_is_put_in_unchanged_and_kept_out_of_search(tmp_path: Path) -> None:
    store = Store(tmp_path)
    html = converted(stub(store)[0], store)
    assert f'<cx-part class="cx" data-search-exclude>\n{HTML}\n</cx-part>' in html


def test_what_search_may_find_stands_hidden_below_its_heading(tmp_path: Path) -> None:
    store = Store(tmp_path)
    html = converted(stub(store)[0], store)
    assert re.search(r'<h2 id="map">Map</h2>\s*<p hidden>found &amp; &lt;so&gt;</p>\s*<cx-part', html)


def test_the_late_way_gives_the_same_page_without_marks_for_search(tmp_path: Path) -> None:
    store = Store(tmp_path)
    text, name = stub(store)
    pending = converted(text, store, True)
    assert f'<cx-part data-part="{name}"></cx-part>' in pending
    assert "<pre>" not in pending
    early = converted(text, store).replace(" data-search-exclude", "")
    assert fill_pending(pending, store) == early


@pytest.mark.parametrize("others", [("pymdownx.superfences", "pymdownx.snippets", "md_in_html"), ("smarty", "tables")])
def test_other_extensions_leave_parts_alone(tmp_path: Path, others: tuple[str, ...]) -> None:
    store = Store(tmp_path)
    assert HTML in converted(stub(store)[0], store, False, *others)


def test_each_part_comes_in_its_order(tmp_path: Path) -> None:
    store = Store(tmp_path)
    parts = tuple(Part(f"p{i}", f"Part {i}", f"s{i}", f"<i>{i}</i>") for i in range(12))
    text, _ = write_stub(Page("a.md", "A", "", parts), store, lambda p, h: p)
    assert re.findall(r"<i>(\d+)</i>", converted(text.split("---\n", 2)[2], store)) == [str(i) for i in range(12)]


def test_a_part_that_is_missing_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ArtefactError, match="missing"):
        converted(f"@@cxsite map {'0' * 20}\n", Store(tmp_path))


def test_a_server_shows_what_is_missing_and_goes_on(tmp_path: Path) -> None:
    extension = CxsiteExtension(store=str(tmp_path), live=True)
    html = Markdown(extensions=[extension]).convert("before\n\n@@cxsite map 00000000000000000000\n\nafter\n")
    assert "CX903</strong> the drawn part 00000000000000000000 is missing" in html
    assert html.startswith("<p>before</p>")
    assert html.endswith("<p>after</p>")


def test_a_part_that_went_missing_before_the_last_step_stops_the_build(tmp_path: Path) -> None:
    store = Store(tmp_path)
    text, name = stub(store)
    pending = converted(text, store, True)
    (tmp_path / f"{name}.html").unlink()
    with pytest.raises(ArtefactError, match="missing"):
        fill_pending(pending, store)


def test_without_a_store_the_page_is_refused_with_the_next_step() -> None:
    with pytest.raises(ArtefactError) as problem:
        converted(f"@@cxsite map {'0' * 20}\n", None)
    assert "`plugins:`" in problem.value.hint


@pytest.mark.parametrize(
    "line",
    ["Text about @@cxsite map", f"see @@cxsite map {'0' * 20}", f"@@cxsite map {'0' * 19}", f"@@cxsite map {'G' * 20}"],
)
def test_a_line_that_only_resembles_ours_is_text(tmp_path: Path, line: str) -> None:
    assert converted(line, Store(tmp_path)) == f"<p>{line}</p>"


def test_pages_without_parts_need_no_store() -> None:
    assert converted("# Hello\n", None) == '<h1 id="hello">Hello</h1>'


def test_the_extension_is_found_by_its_module_and_by_its_name() -> None:
    assert isinstance(makeExtension(), CxsiteExtension)
    assert Markdown(extensions=["cxsite"]).convert("x") == "<p>x</p>"
    assert Markdown(extensions=["cxsite.publish.extension"]).convert("x") == "<p>x</p>"


def test_a_part_is_wrapped_in_an_element_that_is_used_nowhere_inside() -> None:
    assert wrap("<p>x</p>") == '<cx-part class="cx">\n<p>x</p>\n</cx-part>'


@pytest.mark.parametrize("late", [False, True])
def test_a_part_without_a_text_for_search_is_not_put_into_a_paragraph(tmp_path: Path, late: bool) -> None:
    store = Store(tmp_path)
    assert "<p><cx-part" not in converted(stub(store, search="")[0], store, late)


def test_words_that_look_like_the_mark_for_search_stay(tmp_path: Path) -> None:
    store = Store(tmp_path)
    text, _ = stub(store, "<p>Add data-search-exclude there.</p>")
    assert "Add data-search-exclude there." in fill_pending(converted(text, store, True), store)
