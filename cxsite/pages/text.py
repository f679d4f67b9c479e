"""The one exit for what authors wrote: inline Markdown to clean HTML, or to plain text.

Templates escape everything by themselves; the only way to HTML from a text field is `to_html`. Raw HTML, images
(they would fetch) and addresses other than http, https and mailto do not get through.
"""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from cxsite.derive.written.quotes import inner
from cxsite.pages.plan import LINK

TAGS = {"em", "strong", "code", "a", "br", "s"}
SCHEMES = {"http", "https", "mailto"}


_BARE = re.compile(r"(?:(?!cx:)(?:[^\W_]|[ \u00a0,.;:?()/+%’“”–—…€£$-]))*")
"""Letters, digits and marks that mean nothing in Markdown or HTML: such a text is its own HTML."""
_SPACES = re.compile(r"[^\S\u00a0]+")
"""White space but that which was meant to keep words together."""
_KEPT = 1 << 16
"""Texts whose HTML is remembered: names stand on many pages."""


def _addresses(_tag: str, attribute: str, value: str) -> str | None:
    """Drops addresses other than whole ones: a relative one would lead somewhere else on each page."""
    scheme, colon, _ = value.partition(":")
    return value if attribute != "href" or (colon and scheme.lower() in SCHEMES) else None


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")


@lru_cache(_KEPT)
def to_html(text: str) -> Markup:
    """A text field as HTML that is safe to place inside a line."""
    line = _SPACES.sub(" ", text).strip()
    return Markup(line) if _BARE.fullmatch(line) else _cleaned(line)


def quoted(text: str) -> Markup:
    """A text field as HTML in quotation marks; those that stand in it become single ones."""
    return Markup("“") + to_html(inner(text)) + Markup("”")


def _cleaned(line: str) -> Markup:
    rendered = _markdown().renderInline(line)
    clean = nh3.clean(rendered, tags=TAGS, attributes={"a": {"href", "title"}}, attribute_filter=_addresses)
    clean = clean.replace(LINK, LINK.replace(":", "&#58;"))  # our own mark for links between pages
    return Markup(clean)


@lru_cache(_KEPT)
def to_plain(text: str) -> str:
    """A text field as plain text: for headings, search, labels and titles."""
    line = " ".join(text.split())
    return line if _BARE.fullmatch(line) else html.unescape(nh3.clean(to_html(text), tags=set()))
