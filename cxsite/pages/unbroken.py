"""A number stays on one line with its unit, an n with its number, a month with its year, and a day in one piece."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_UNITS = "%|h|min|s|points?|days?|weeks?|months?|years?"
_GAP = rf"(?:(?<=\d) (?=(?:{_UNITS})(?![^\W_]))|(?<=\bn) (?=\d)|(?<=\b[A-Z][a-z]{{2}}) (?=\d{{4}}\b))"
_BETWEEN = re.compile(_GAP)
_IN_TEXT = "(?=[^<>]*<)"
"""What follows is text up to the next tag: an attribute ends with its own tag before."""
_GAPS = re.compile(_GAP + _IN_TEXT)

_DAYS = re.compile(
    rf"<svg\b.*?</svg>|<option\b.*?</option>|(?<![\w-])(\d{{4}}-\d\d-\d\d)(?![\w-]){_IN_TEXT}", re.DOTALL
)
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
    joined = _GAPS.sub(_NO_BREAK, html)
    return _DAYS.sub(lambda found: f'<span class="cx-day">{found[1]}</span>' if found[1] else found[0], joined)
