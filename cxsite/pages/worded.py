"""Old and new in one line, word by word; what went and what came is marked, and said to those who do not see it."""

from __future__ import annotations

from markupsafe import Markup, escape

from cxsite.compare.worded import Part, worded
from cxsite.pages.text import to_plain

_MARKS = {
    "gone": Markup('<del><span class="cx-vh">before: </span>{}</del>'),
    "new": Markup('<ins><span class="cx-vh">after: </span>{}</ins>'),
}


_BLANK = Markup('<span data-in="{}"> </span>')
"""A blank that only some views of a map show: what is hidden takes its blank along."""


def old_and_new(before: str | None, after: str | None) -> Markup:
    """Two texts of authors as one; one that is alone is all gone, or all new."""
    parts = worded(to_plain(before or ""), to_plain(after or ""))
    pieces = (_piece(kind, text, parts[at - 1 : at], parts[at + 1 : at + 2]) for at, (kind, text) in enumerate(parts))
    return Markup().join(pieces)


def _piece(kind: str, text: str, last: tuple[Part, ...], following: tuple[Part, ...]) -> Markup:
    """One part. Between old and new stands a blank where both are seen, behind the new one that of both."""
    if kind == "same":
        return escape(text)
    words = text.rstrip()
    said = _MARKS[kind].format(words)
    if kind == "gone" and following and following[0][0] == "new":
        return said + _BLANK.format("diff")
    if words == text:
        return said
    pair = kind == "new" and last and last[0][0] == "gone"
    return said + (" " if pair else _BLANK.format("diff after" if kind == "new" else "diff before"))
