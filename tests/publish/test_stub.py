"""A page's Markdown: headings that are exactly what was written, parts by digest, addresses from the engine."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cxsite.errors import ArtefactError
from cxsite.pages.plan import Page, Part
from cxsite.pages.text import to_html
from cxsite.publish.store import Store
from cxsite.publish.stub import addresses, resolve_links, split_part, to_markdown, write_stub

EXTENSIONS = [
    *("attr_list", "toc", "md_in_html", "tables", "footnotes", "def_list", "abbr", "admonition", "smarty"),
    *("pymdownx.tilde", "pymdownx.caret", "pymdownx.mark", "pymdownx.emoji", "pymdownx.smartsymbols"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.magiclink", "pymdownx.keys", "pymdownx.critic"),
    *("pymdownx.betterem", "pymdownx.arithmatex", "pymdownx.inlinehilite", "pymdownx.details"),
]
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
MARKUP = st.sampled_from(
    [
        *(
            "# ",
            "*",
            "**",
            "_",
            "`",
            "~~",
            "^",
            "==",
            "[a](b)",
            "![a](b)",
            "<b>",
            "</h1>",
            "&amp;",
            "&lt;",
            "{#id}",
            "{: .x}",
        ),
        *(" #", "\\", ":smile:", "(c)", "+/-", "-->", "1/2", "--8<-- ", "http://a.example", "a@b.example", "++ctrl++"),
        *(
            "{--a--}",
            "$x$",
            "[^1]",
            "|",
            "- ",
            "1. ",
            "> ",
            "```",
            "***",
            "'a' \"b\"",
            "...",
            "@@cxsite a ",
            "!!! note",
        ),
        *("wzxhzdk:0", "klzzwxh:0", "&#42;", "[TOC]", "*[HTML]: x"),
    ]
)
TEXT = st.lists(st.one_of(st.text(LETTERS, max_size=8), MARKUP), min_size=1, max_size=8).map("".join)
ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")


class Heading(HTMLParser):
    """The tags of a fragment, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def converted(text: str) -> Heading:
    return Heading(markdown.markdown(f"## {to_markdown(text)} {{ #here }}\n", extensions=EXTENSIONS))


@given(TEXT.filter(lambda text: text.strip() and not ORDINAL.search(text)))
@example("**Join** ~~now~~ :smile: (c) 2026")
@example("a | b")
@example("&lt;b&gt; &amp;amp;")
@example("Ends in a hash #")
@example("{ #other }")
@example("İstanbul’da ﬁn ﷽ 👩‍👩‍👧 e\u0301")
def test_any_text_comes_out_of_every_extension_as_that_text_and_no_markup(text: str) -> None:
    heading = converted(text)
    assert heading.tags == ["h2"]
    assert heading.text == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [pytest.param(text) for text in ("The 1st visit", "2nd", "The 24th of May", "3rd try")],
)
def test_an_ordinal_number_comes_out_as_it_was_written(text: str) -> None:
    assert (converted(text).tags, converted(text).text) == (["h2"], text)


def test_the_anchor_of_a_section_is_the_one_of_its_part() -> None:
    html = markdown.markdown(f"## {to_markdown('{#x} [y](z)')} {{ #here }}\n", extensions=EXTENSIONS)
    assert re.findall(r'id="([^"]*)"', html) == ["here"]


@given(TEXT)
def test_a_heading_stays_on_its_line_and_keeps_no_mark(text: str) -> None:
    made = to_markdown(text)
    assert len(made.splitlines()) <= 1
    assert unescape(made) == " ".join(text.split())
    assert not any(unicodedata.category(char)[0] in "PS" and char.isascii() and char not in "&#;" for char in made)


LINKED = [
    ('<a href="cx:join/index.md">', '<a href="TO join/index.md FROM here.md">'),
    ('<a href="cx:join/index.md#step-a">', '<a href="TO join/index.md FROM here.md#step-a">'),
    ('<img src="cx:a.svg">', '<img src="TO a.svg FROM here.md">'),
    ('<a href="https://a.example/">', '<a href="https://a.example/">'),
    ('<a href="#step-a">', '<a href="#step-a">'),
    ("<p>cx:join/index.md</p>", "<p>cx:join/index.md</p>"),
]


@pytest.mark.parametrize(("html", "expected"), LINKED)
def test_only_our_page_links_are_turned_into_addresses(html: str, expected: str) -> None:
    assert resolve_links(html, addresses("here.md", lambda path, here: f"TO {path} FROM {here}")) == expected


def test_an_address_is_escaped_for_its_attribute() -> None:
    assert resolve_links('<a href="cx:a">', addresses("h", lambda path, here: 'x"&y')) == '<a href="x&quot;&amp;y">'


def page(**changes: object) -> Page:
    parts = (Part("lead", "", "", "<p>Hello</p>"), Part("map", "What *it* shows", "Look <at> it", "<ol></ol>"))
    values = {"path": "join/index.md", "title": "Join us", "description": "How to join", "parts": parts, **changes}
    return Page(**values)  # type: ignore[arg-type]


def front_matter(text: str) -> dict[str, object]:
    return yaml.safe_load(text.split("---\n")[1])


def test_a_stub_has_front_matter_a_title_and_a_heading_and_a_line_for_each_part(tmp_path: Path) -> None:
    store = Store(tmp_path)
    text, names = write_stub(page(), store, lambda path, here: path)
    assert front_matter(text) == {"title": "Join us", "description": "How to join", "hide": ["navigation", "toc"]}
    assert text.split("---\n\n", 1)[1] == (
        f"# Join us {{ .cx-h1 }}\n\n@@cxsite lead {names[0]}\n\n## What &#42;it&#42; shows {{ #map }}\n\n@@cxsite map {names[1]}\n"
    )
    assert [split_part(store.get(name)) for name in names] == [
        ("", "<p>Hello</p>"),
        ("Look &lt;at&gt; it", "<ol></ol>"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        *('a "b": c', "é ü ☕", "-- {x}", "yes", "12", "a: b # c", "\\n", "]", "\ufeffx", "﷽"),
        *("Buy a ticket 🎫", "👩‍👩‍👧", "x" * 400 + " y", "null", "~", "2026-01-01", "- a", "? a", "!a", "%a", "@a"),
    ],
)
def test_a_title_goes_through_front_matter_as_text(tmp_path: Path, title: str) -> None:
    kept = front_matter(write_stub(page(title=title, description=title), Store(tmp_path), lambda p, h: p)[0])
    assert unescape(str(kept["title"])) == unescape(str(kept["description"])) == title


def test_markup_in_title_and_description_reaches_the_theme_escaped(tmp_path: Path) -> None:
    text, _ = write_stub(page(title='</title>"<b>', description="<b>"), Store(tmp_path), lambda p, h: p)
    assert front_matter(text)["title"] == "&lt;/title&gt;&quot;&lt;b&gt;"
    assert front_matter(text)["description"] == "&lt;b&gt;"


def test_a_stub_is_a_different_source_when_a_number_in_it_changes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one, other = (
        write_stub(page(parts=(Part("lead", "", "", f"<b>{value}</b>"),)), store, lambda p, h: p)[0] for value in (1, 2)
    )
    assert one != other


def test_the_text_for_search_is_one_line_whatever_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path)
    _, names = write_stub(page(parts=(Part("a", "", "x\n\ny\u2028z", "<p>\n</p>"),)), store, lambda p, h: p)
    assert split_part(store.get(names[0])) == ("x y z", "<p>\n</p>")


def test_a_part_without_its_first_line_is_refused() -> None:
    with pytest.raises(ArtefactError, match="first line"):
        split_part("no line break")


def test_words_that_look_like_a_link_of_ours_stay_words() -> None:
    text = 'Write href="cx:join/index.md" there.'
    assert unescape(resolve_links(to_html(text), lambda path: "ADDRESS")) == text


@pytest.mark.parametrize("title", ["1e3", "0o17", "12e03"])
def test_a_title_that_another_yaml_takes_for_a_number_is_quoted(tmp_path: Path, title: str) -> None:
    text, _ = write_stub(page(title=title), Store(tmp_path), lambda p, h: p)
    assert re.search(rf"""^["']?title["']?: ["']{title}["']$""", text, re.M)
