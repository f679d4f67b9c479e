"""A page as Markdown for any engine: real headings, and a line that names each rendered part.

The headings give table of contents, anchors and search sections on every engine by themselves. What search may
find stands below its heading in a hidden paragraph; the large HTML is kept out of search.
"""

from __future__ import annotations

import json
import re
import string
import unicodedata
from collections.abc import Callable
from functools import cache
from html import escape, unescape

from cxsite.errors import ArtefactError
from cxsite.pages.plan import COMMIT, LINK, SOURCE, Page, Part
from cxsite.publish.sources import CommitLink, SourceLink, no_commit, no_source
from cxsite.publish.store import Link, Parts

MARK = "@@cxsite"
TITLE = ".cx-h1"
"""The class of the page's heading: what is first on a page says how wide it is, or the page moves while it loads."""
_PUNCTUATION = {ord(char): f"&#{ord(char)};" for char in string.punctuation + string.digits}
_NEVER_SEEN = ("Cc", "Cn", "Cs")
"""Control characters and code points that are none; YAML refuses them."""
_LINKS = re.compile(rf'="{LINK}(?:(?<=\bhref="{LINK})|(?<=\bsrc="{LINK}))([^"#]*)(#[^"]*)?"')
"""Begins with plain letters, which are found ten times as fast as a choice."""
_EDITS = re.compile(rf'<a class="(cx-edit|cx-src)" href="{SOURCE}([^"]*)">[^<]*</a>')

_COMMITS = re.compile(rf'<a class="cx-sha" href="{COMMIT}([0-9a-f]*)">([0-9a-f]*)</a>')


def write_stub(
    page: Page, store: Parts, link: Link, source: SourceLink = no_source, commit: CommitLink = no_commit
) -> tuple[str, tuple[str, ...]]:
    """The page's Markdown, with its parts put into the store; and the digests it names."""
    address = addresses(page.path, link)
    names = tuple(store.put(resolve_commits(_finished(part, address, source), commit)) for part in page.parts)
    sections = [_section(part, name) for part, name in zip(page.parts, names, strict=True)]
    heading = f"# {to_markdown(page.heading or page.title)} {{ {TITLE} }}"
    return "\n\n".join([_front_matter(page), heading, *sections]) + "\n", names


def to_markdown(text: str) -> str:
    """Plain text that no Markdown extension can take for markup: marks and digits (`1st`) become entities."""
    return " ".join(text.split()).translate(_PUNCTUATION)


def addresses(here: str, link: Link) -> Callable[[str], str]:
    """Where each page is, seen from the page `here`, as it stands in an attribute.

    Looked up once: a map leads to the same few pages again and again.
    """
    return cache(lambda path: escape(link(path, here)))


def resolve_links(html: str, address: Callable[[str], str]) -> str:
    """The HTML of a page with our page links turned into this engine's addresses, as they stand in an attribute."""
    return _LINKS.sub(lambda found: f'="{address(found[1])}{found[2] or ""}"', html)


def resolve_edits(html: str, source: SourceLink) -> str:
    """The HTML with each place where something was written as a link to edit it there; as plain text without one."""

    def edit(found: re.Match[str]) -> str:
        kind, place = found[1], found[2]
        where, shown = source(unescape(place)), place.replace("/", "/<wbr>")  # breaks there before it would in a word
        if not where:
            return f'<span class="cx-src">{shown}</span>'
        if kind == "cx-src":
            return f'<a class="cx-src" href="{escape(where)}">{shown}</a>'
        return f'<a class="cx-edit" href="{escape(where)}">Edit<span class="cx-vh"> {place}</span></a>'

    return _EDITS.sub(edit, html) if SOURCE in html else html


def resolve_commits(html: str, commit: CommitLink) -> str:
    """The HTML with each commit as a link to the forge; as plain text where none is known."""

    def led(found: re.Match[str]) -> str:
        if where := commit(found[1]):
            return f'<a class="cx-sha" href="{escape(where)}">{found[2]}</a>'
        return f'<span class="cx-sha">{found[2]}</span>'

    return _COMMITS.sub(led, html) if COMMIT in html else html


def _front_matter(page: Page) -> str:
    # Themes put title and description into the page as they are, inside a tag and inside an attribute.
    fields = {"title": _escaped(page.title), "description": _escaped(page.description), "hide": ["navigation", "toc"]}
    # JSON is YAML with everything quoted, so that no reader takes a title such as 1e3 for a number.
    text = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{text}---"


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    if not plain.isprintable():
        visible = (char for char in plain if unicodedata.category(char) not in _NEVER_SEEN)
        plain = " ".join("".join(visible).split())
    return escape(plain)


def _section(part: Part, name: str) -> str:
    heading = f"## {to_markdown(part.heading)} {{ #{part.id} }}\n\n" if part.heading else ""
    return f"{heading}{MARK} {part.id} {name}"


def _finished(part: Part, address: Callable[[str], str], source: SourceLink) -> str:
    """The part as it is stored: the text for search, a line, the HTML."""
    return f"{_escaped(part.search)}\n{resolve_edits(resolve_links(part.html, address), source)}"


def split_part(stored: str) -> tuple[str, str]:
    """The text for search (escaped) and the HTML of a stored part."""
    search, mark, html = stored.partition("\n")
    if not mark:
        raise ArtefactError("a drawn part has lost its first line", "delete `.cxsite/` and build again")
    return search, html
