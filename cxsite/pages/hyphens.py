"""Where a long word may be broken in a narrow column of a map: without it, a browser that has no dictionary of the
language breaks words after any letter."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT = "\u00ad"
"""Shown as a hyphen where a line breaks at it, else as nothing. Search in a page looks past it."""
_LONG, _LONGER = re.compile(r"[^\W\d_]{8,}"), re.compile(r"[^\W\d_]{12,}")
"""Shorter words fit the columns of a map of many steps, or of few, that is fitted to its window."""
_LATIN = re.compile(r"[A-Za-z]+")
_OTHER_LETTERS = re.compile(
    r"(am|ar|bn|fa|gu|he|hi|hy|ja|ka|km|kn|ko|lo|ml|mr|my|ne|pa|si|ta|te|th|ur|yi|zh)\b", re.IGNORECASE
)
"""Languages that are not written in Latin letters: a word in those, on their pages, is broken as an English one."""
_MANY = 10
_STEP = 'class="cx-step'
_LEAST = (3, 2)
"""Letters that stay together at either end of a word: fewer where it could not be broken else."""

_OURS = r'<(?:p|span) class="cx-(?:tag|word|na)\b[^>]*>[^<]*'
_TEXT = re.compile(rf"(<svg\b.*?</svg>|{_OURS}|<[^>]*>|&#?\w+;)|[^<&]+", re.DOTALL)
"""What stands between tags. Words of ours, in a language of their own, are short enough; drawings break no lines."""


def narrow(html: str, language: str) -> Markup:
    """The HTML of a part with narrow columns: its long words say where they may break."""
    html = escape(html)  # what is markup already stays as it is
    long = _LONG if html.count(_STEP) > _MANY else _LONGER
    return Markup(_TEXT.sub(lambda found: found[0] if found[1] else softened(found[0], language, long), html))


@lru_cache(1 << 14)
def softened(text: str, language: str, long: re.Pattern[str] = _LONG) -> str:
    """The text with soft hyphens in its long words, by the rules of the language (`de`, `pt-BR`).

    As it is where nobody knows the rules; Latin words among other letters go by those of English. The patterns are
    those of TeX and of Hunspell, by way of Pyphen.
    """
    if not long.search(text):
        return text
    if _OTHER_LETTERS.match(language.replace("_", "-")):
        text = _LATIN.sub(lambda word: _broken(word[0], "en") if long.fullmatch(word[0]) else word[0], text)
    return long.sub(lambda word: _broken(word[0], language), text) if _rules(language) else text


def _broken(word: str, language: str) -> str:
    found = (rules.inserted(word, SOFT) for rules in _rules(language))
    return next((one for one in found if SOFT in one), word)


@cache
def _rules(language: str) -> tuple[Pyphen, ...]:
    import pyphen  # reads a dictionary, which takes as long as several pages

    known = pyphen.language_fallback(language.replace("-", "_"))
    return tuple(pyphen.Pyphen(lang=known, left=least, right=least) for least in _LEAST) if known else ()
