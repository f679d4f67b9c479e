"""What in a text points to a person: a name, an e-mail address, a telephone number.

Quotes are in the repository for ever, and the site is read by many. Recall counts more than precision for addresses
and numbers; a name is only found where it is somebody listed, or stands behind a form of address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:"
    r"\+\d[\d \u00a0().\-/]{6,18}\d"  # +44 20 7946 0018
    r"|\(?0\d{1,5}\)?[ \u00a0./-]{0,2}\d[\d \u00a0./-]{4,14}\d"  # 020 7946 0018, (030) 123456
    r"|\(?\d{3}\)?[ \u00a0.-]\d{3}[ \u00a0.-]\d{4}"  # 415 555 0123
    r"|\d{3}-\d{4}"  # 555-0123
    r")(?![\w/-]|[.,]\d)"
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Herrn|Frau|Monsieur|Madame|Mme|Señora?|Sra?|Signora?)\.?\s+(?P<name>[^\W\d_]{2,})",
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])+")


@dataclass(frozen=True)
class Trace:
    """Something that points to a person: what it is, and the words."""

    kind: str
    text: str


def traces(text: str, listed: Iterable[str] = ()) -> Iterator[Trace]:
    """What in a text points to somebody; `listed` are names of people to look for."""
    for found in _EMAIL.finditer(text):
        yield Trace("an e-mail address", found[0])
    for found in _PHONE.finditer(_EMAIL.sub(" ", text)):
        digits = re.sub(r"\D", "", found[0])
        if 7 <= len(digits) <= 15 and not _DATE.fullmatch(found[0].strip()):
            yield Trace("a telephone number", found[0].strip())
    for found in _TITLED.finditer(text):
        if found["name"][0].isupper():
            yield Trace("a name", found[0])
    for name in listed:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Trace("a name", name)


def looks_like_a_name(text: str, known: Iterable[str] = ()) -> bool:
    """True for two or three capitalised words and nothing else, as in `Anna Schmidt`.

    `known` are words of the project, such as roles and departments, that are no names.
    """
    words = text.split()
    if not 2 <= len(words) <= 3 or not all(_WORD.fullmatch(word) and word[0].isupper() for word in words):
        return False
    ordinary = {word.lower() for phrase in known for word in re.findall(r"[^\W\d_]+", phrase)} | _ROLES
    return not any(word.lower() in ordinary for word in words)


_ROLES = frozenset(
    """
    a an the new old former head chief team customer client user member guest patient passenger traveller traveler
    veteran citizen resident tenant student parent visitor caller driver rider reader switcher buyer shopper owner
    manager director officer lead leader planner engineer analyst adviser advisor agent clerk nurse doctor supervisor
    operator technician assistant representative specialist coordinator consultant designer researcher developer
    teacher partner employee staff worker person people woman man interview participant respondent group focus panel
    survey review reviewer desk office service sales support care field home first second third north south east west
    kunde kundin kunden leiter leiterin gruppe befragte befragter interviewpartner
    """.split()  # noqa: SIM905 (seventy words are read as words)
)
"""Words of roles: a text with one of them is no name."""
