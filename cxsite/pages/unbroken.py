"""A number stays on one line with its unit, an n with its number, a month with its year."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup

_UNITS = "%|h|min|s|points?|days?|weeks?|months?|years?"
_BETWEEN = re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?![^\W_]))|(?<=\bn) (?=\d)|(?<=\b[A-Z][a-z]{{2}}) (?=\d{{4}}\b)")


def together(text: Markup | str) -> Markup | str:
    """The text with spaces that no line breaks at; what is markup already stays as it is."""
    return text if isinstance(text, Markup) else _joined(text)


@lru_cache(1 << 14)
def _joined(text: str) -> str:
    return _BETWEEN.sub("\N{NO-BREAK SPACE}", text)
