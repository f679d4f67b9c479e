"""The one exit for what authors wrote: inline Markdown to clean HTML, or to plain text.

Templates escape everything by themselves; the only way to HTML from a text field is `to_html`. Raw HTML, images
(they would fetch) and addresses other than http, https and mailto do not get through.
"""

from __future__ import annotations

import html
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

from cxsite.pages.plan import LINK

TAGS = {"em", "strong", "code", "a", "br", "s"}
SCHEMES = {"http", "https", "mailto"}


def _addresses(_tag: str, attribute: str, value: str) -> str | None:
    """Drops addresses other than whole ones: a relative one would lead somewhere else on each page."""
    scheme, colon, _ = value.partition(":")
    return value if attribute != "href" or (colon and scheme.lower() in SCHEMES) else None


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")


def to_html(text: str) -> Markup:
    """A text field as HTML that is safe to place inside a line."""
    rendered = _markdown().renderInline(" ".join(text.split()))
    clean = nh3.clean(rendered, tags=TAGS, attributes={"a": {"href", "title"}}, attribute_filter=_addresses)
    clean = clean.replace(LINK, LINK.replace(":", "&#58;"))  # our own mark for links between pages
    return Markup(clean)


def to_plain(text: str) -> str:
    """A text field as plain text: for headings, search, labels and titles."""
    return html.unescape(nh3.clean(to_html(text), tags=set()))
