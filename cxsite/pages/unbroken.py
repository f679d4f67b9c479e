"""A number stays on one line with its unit, an n with its number, a month with its year, and a day in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from markupsafe import Markup

_UNITS = "%|h|min|s|points?|days?|weeks?|months?|years?"
_GAP = rf" (?:(?<=\d )(?=(?:{_UNITS})(?![^\W_]))|(?<=\bn )(?=\d)|(?<=\b[A-Z][a-z]{{2}} )(?=\d{{4}}\b))"
"""Begins with a plain letter, as the end of a day does: what begins so is found five times as fast as a choice."""
_BETWEEN = re.compile(_GAP)
_IN_TEXT = "(?=[^<>]*<)"
"""What follows is text up to the next tag: an attribute ends with its own tag before."""
_GAPS = re.compile(_GAP + _IN_TEXT)
_DAY_ENDS = re.compile(rf"-\d\d-\d\d(?<=\d{{4}}-\d\d-\d\d)(?<![\w-]\d{{4}}-\d\d-\d\d)(?![\w-]){_IN_TEXT}")
_PLAIN = re.compile(r"<(?:svg\b.*?</svg>|option\b.*?</option>)", re.DOTALL)
"""What cannot hold markup."""
_YEAR = 4
_NO_BREAK = "\N{NO-BREAK SPACE}"


def together(text: Markup | str) -> Markup | str:
    """The text with spaces that no line breaks at; what is markup already stays as it is."""
    return text if isinstance(text, Markup) else _joined(text)


@lru_cache(1 << 14)
def _joined(text: str) -> str:
    return _BETWEEN.sub(_NO_BREAK, text)


def unbroken(html: str) -> str:
    """The HTML of a part, its numbers with their units; each day, as `2026-10-31`, stands in one piece.

    Browsers break lines at the hyphens of a day. Drawings and lists to choose from cannot hold markup for it.
    """
    joined, done, made = _GAPS.sub(_NO_BREAK, html), 0, list[str]()
    for plain in _PLAIN.finditer(joined):
        made += (*_with_days(joined, done, plain.start()), plain[0])
        done = plain.end()
    return "".join((*made, *_with_days(joined, done, len(joined))))


def _with_days(html: str, start: int, end: int) -> Iterator[str]:
    for found in _DAY_ENDS.finditer(html, start, end + 1):  # with the sign by which a text knows its end
        day = found.start() - _YEAR
        yield f'{html[start:day]}<span class="cx-day">{html[day : found.end()]}</span>'
        start = found.end()
    yield html[start:end]
