"""Words in quotation marks; marks that stand in them already become single ones."""

from __future__ import annotations

_INNER = str.maketrans("“”„", "‘’‚")


def in_quotes(text: str) -> str:
    """`“Is told ‘we’ll be in touch’”`."""
    return f"“{inner(text)}”"


def inner(text: str) -> str:
    """A text as it stands between quotation marks."""
    return text.translate(_INNER)
