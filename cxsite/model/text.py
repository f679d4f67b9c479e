"""Ids and the small text types."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from cxsite.model.kinds import Kind
from cxsite.model.meant import WrongValueError

RESERVED = frozenset({"none", "all", "current"})


def problem_with_id(text: str) -> str:
    """What keeps `text` from being an id, as the end of a sentence; empty when nothing does."""
    if text in RESERVED:
        return "is a reserved word"
    if not text or not text[0].isalpha():
        return "has to begin with a letter"
    if text != text.lower():
        return "has to be in lower-case letters"
    if not all(char == "-" or _in_id(char) for char in text):
        return "may hold only letters, digits and hyphens"
    return ""


def _in_id(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def to_id(name: str) -> str:
    """An id made from a name: `Has the date moved?` -> `has-the-date-moved`. Never empty."""
    text = unicodedata.normalize("NFC", name.lower())
    words = "-".join("".join(char if _in_id(char) else " " for char in text).split())
    made = words if words and words[0].isalpha() else f"x-{words}".rstrip("-")
    return f"{made}-1" if made in RESERVED else made


def _check_id(text: str) -> str:
    if why := problem_with_id(text):
        raise WrongValueError(f"`{text}` {why}", f"an id like `{to_id(text)}` works", to_id(text))
    return text


def _check_text(text: str) -> str:
    if not text.strip():
        raise WrongValueError("is empty", "leave the key out, which says not assessed")
    return text


def _as_list(value: Any) -> Any:
    return value if isinstance(value, (list, tuple)) else [value]


Id = Annotated[str, AfterValidator(_check_id), Kind("id", "moved-date", "ids", "ids")]
"""Lower-case letters of any script, digits, hyphens; a letter first; not `none`, `all`, `current`."""

Text = Annotated[str, AfterValidator(_check_text), Kind("text", "", "texts", "text")]
"""A line or a paragraph of Markdown (inline)."""

OneOrMore = BeforeValidator(_as_list)
"""Lets one value stand for a list of one: `channel: sms` for `channel: [sms]`."""

Texts = Annotated[tuple[Text, ...], OneOrMore]
"""One line, or a list of lines."""
