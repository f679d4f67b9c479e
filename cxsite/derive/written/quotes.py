"""Words in quotation marks; marks that stand in them already become single ones."""

from __future__ import annotations

import unicodedata

_INNER = str.maketrans("“”„", "‘’‚")
_ISOLATE, _END = "\u2068", "\u2069"
"""First strong isolate, and its end (Unicode Standard Annex 9)."""


def in_quotes(text: str) -> str:
    """`“Is told ‘we’ll be in touch’”`."""
    return f"“{inner(text)}”"


def inner(text: str) -> str:
    """A text as it stands between quotation marks.

    One that runs from right to left is kept apart, so that what stands beside it stays where it is.
    """
    said = text.translate(_INNER)
    leftwards = not said.isascii() and any(unicodedata.bidirectional(c) in ("R", "AL") for c in said)
    return f"{_ISOLATE}{said}{_END}" if leftwards else said
