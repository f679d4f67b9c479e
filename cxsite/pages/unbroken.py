"""A number stays on one line with its unit, an n with its number, a month with its year, and a day in one piece."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_UNITS = "%|h|min|s|points?|days?|weeks?|months?|years?"
_BETWEEN = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![^\W_]))|(?<=\bn) (?=\d)|(?<=\b[A-Z][a-z]{{2}}) (?=\d{{4}}\b)")

_DAYS = re.compile(r"<svg\b.*?</svg>|<option\b.*?</option>|(?<![\w-])(\d{4}-\d\d-\d\d)(?![\w-])(?=[^<>]*<)", re.DOTALL)


def together(text: Markup | str) -> Markup | str:
    """The text with spaces that no line breaks at; what is markup already stays as it is."""
    return text if isinstance(text, Markup) else _joined(text)


@lru_cache(1 << 14)
def _joined(text: str) -> str:
    return _BETWEEN.sub("\N{NO-BREAK SPACE}", text)


def whole_days(html: str) -> str:
    """The HTML of a part with each day, as `2026-10-31`, in one piece: browsers break lines at its hyphens.

    Drawings and lists to choose from cannot hold markup, and are as they were.
    """
    return _DAYS.sub(lambda found: f'<span class="cx-day">{found[1]}</span>' if found[1] else found[0], html)
