"""The one exit for what authors wrote. Whatever it was, what comes out is harmless and says the same."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cxsite.pages.text import TAGS, _cleaned, to_html, to_plain

PIECES = st.sampled_from(
    [
        *(
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=x>",
            "<style>",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *("[a](", ")", "javascript:alert(1)", "JaVa\tScript:x", "data:text/html;base64,x", "vbscript:x", "file:///etc"),
        *(
            "![x](http://a.example/b.png)",
            "[x]: javascript:x",
            "<javascript:x>",
            "<https://a.example>",
            "&#106;avascript:x",
        ),
        *(
            '" onclick="x',
            "' onmouseover='x",
            "&lt;b&gt;",
            "&amp;lt;",
            "`",
            "**",
            "_",
            "\\",
            "<a href=x>",
            "</a>",
            "&",
            "<",
            '"',
        ),
        *(
            "java&#x0A;script:x",
            "[a](<javascript:x>)",
            '[a](http://a.example "\' onclick=x")',
            "mailto:a@b.example",
            "\n\n",
            "# ",
        ),
    ]
)
ANY = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=10).map("".join)


class Outcome(HTMLParser):
    """All tags with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self.text = ""
        self.feed(str(html))  # as HTML; Markup would escape what is added to it
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment

    def handle_data(self, data: str) -> None:
        self.text += data


@given(ANY)
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1)) [b](JAVASCRIPT&colon;alert(1)) [c](data:text/html,x)")
@example("![x](https://elsewhere.example/x.png)")
@example('[a](https://a.example "x\\" onclick=\\"alert(1)")')
def test_whatever_was_written_no_tag_and_no_address_comes_out_that_could_do_harm(text: str) -> None:
    found = Outcome(to_html(text))
    assert {tag for tag, _ in found.tags} <= TAGS
    assert not found.comments
    for tag, attributes in found.tags:
        assert set(attributes) <= ({"href", "title", "rel"} if tag == "a" else set())
        scheme = re.match(r"([a-z0-9+.-]*):", re.sub(r"[\x00-\x20]", "", attributes.get("href") or "").lower())
        assert scheme is None or scheme[1] in {"http", "https", "mailto"}


@given(st.text(st.characters(categories=["L", "N", "Zs"], include_characters="'\"&<>,.:;?%€")))
def test_words_without_marks_come_out_as_they_were(text: str) -> None:
    assume("\u00a0" not in text)  # kept as it is: it holds words together
    if re.search(r"&\w+;|<[A-Za-z][A-Za-z0-9.+-]+:|<\S*@|\d[.)]", text):
        return
    expected = " ".join(text.split())
    assert to_plain(text) == expected
    assert " ".join(Outcome(to_html(text)).text.split()) == expected


@given(ANY)
def test_plain_text_is_the_text_of_the_html(text: str) -> None:
    assume("\u00a0" not in text)
    assert to_plain(text) == Outcome(to_html(text)).text


HTML = [
    ("plain", "plain"),
    ("**bold** and *leaning*", "<strong>bold</strong> and <em>leaning</em>"),
    ("`code <b>`", "<code>code &lt;b&gt;</code>"),
    ("a <b>bold</b> word", "a &lt;b&gt;bold&lt;/b&gt; word"),
    ("[us](https://a.example/b?c=1&d=2)", '<a href="https://a.example/b?c=1&amp;d=2" rel="noopener noreferrer">us</a>'),
    ("[mail](mailto:a@b.example)", '<a href="mailto:a@b.example" rel="noopener noreferrer">mail</a>'),
    ("<https://a.example>", '<a href="https://a.example" rel="noopener noreferrer">https://a.example</a>'),
    ("https://a.example", "https://a.example"),
    ("two\nlines\n\nof text", "two lines of text"),
    ("# no heading", "# no heading"),
    ("- no list", "- no list"),
    ("5 < 6 & 7 > 3", "5 &lt; 6 &amp; 7 &gt; 3"),
    ("snake_case_word", "snake_case_word"),
    ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
    ("2 \\* 3", "2 * 3"),
]


@pytest.mark.parametrize(("text", "expected"), HTML)
def test_inline_markdown_becomes_clean_html(text: str, expected: str) -> None:
    assert to_html(text) == expected


PLAIN = [
    ("**bold** `code`", "bold code"),
    ("[us](https://a.example)", "us"),
    ("a & b < c", "a & b < c"),
    ("&lt;b&gt; &eacute;", "<b> é"),
    ("<script>", "<script>"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_plain_text_has_neither_marks_nor_entities(text: str, expected: str) -> None:
    assert to_plain(text) == expected


@pytest.mark.parametrize("address", ["//elsewhere.example/", "/about/", "about.md", "#step-a", "cx:join/index.md"])
def test_only_whole_addresses_get_through(address: str) -> None:
    assert "href" not in to_html(f"[text]({address})")


@pytest.mark.parametrize("scheme", ["HTTPS", "Http"])
def test_a_scheme_may_be_written_in_capitals(scheme: str) -> None:
    assert "href" in to_html(f"[text]({scheme}://a.example)")


PROSE = st.text(
    st.one_of(st.sampled_from("cx: ,.;:?()/+%’“”–—…€£$-_*1.#!~+=|"), st.characters(codec="utf-8")), max_size=12
)


@given(st.one_of(PROSE, ANY))
@example("cx:join")
@example("1) a")
@example("- a")
def test_the_short_way_says_what_the_long_one_says(text: str) -> None:
    assume("\u00a0" not in text)
    long = _cleaned(" ".join(text.split()))
    assert to_html(text) == long
    assert to_plain(text) == html.unescape(nh3.clean(long, tags=set()))
