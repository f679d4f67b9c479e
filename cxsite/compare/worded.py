"""Two texts as one, word by word: what stayed, what went, what came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Part = tuple[Literal["same", "gone", "new"], str]
_VALUE = re.compile(r"[^\w\s“‘]*\d")
"""A number with its sign or currency in front."""
_LIKE = 0.4
"""How many words two texts share at least, 0..1, so that one text with marks reads easier than both of them whole."""


def worded(before: str, after: str) -> tuple[Part, ...]:
    """The parts in the order of reading, blanks with them.

    Texts that share little are told whole, one after the other, and so are values: half of a number is none. Text
    without blanks, as of scripts that write none, is compared letter by letter.
    """
    if before == after:
        return (("same", after),) if after else ()
    blank = " " if any(" " in text or text.isascii() for text in (before, after)) else ""
    old, new = (text.split() if blank else list(text) for text in (before, after))
    alike = SequenceMatcher(None, old, new, autojunk=False)
    if not before or not after or _VALUE.match(before) or _VALUE.match(after) or alike.ratio() < _LIKE:
        return tuple(_of([("gone", before), ("new", after)]))
    parts: list[Part] = []
    for tag, a, b, c, d in alike.get_opcodes():
        goes_on = b < len(old), d < len(new)
        if tag == "equal":
            parts.append(("same", blank.join(new[c:d]) + blank * any(goes_on)))
        else:
            parts.append(("gone", blank.join(old[a:b]) + blank * (goes_on[0] and b > a)))
            parts.append(("new", blank.join(new[c:d]) + blank * (goes_on[1] and d > c)))
    return tuple(_of(parts))


def _of(parts: list[Part]) -> Iterator[Part]:
    return (part for part in parts if part[1])
