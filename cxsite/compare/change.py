"""A change as data: of which kind, of what, from which value to which, where, and what it is for the customer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE

Direction = Literal["better", "worse", "neutral"]
"""What it is for the customer, as far as the change alone can say; whether it works, a test says later."""


class Level(IntEnum):
    """How much a reviewer should look at it; a larger one, the more."""

    INFO = 1
    NOTICE = 2
    ATTENTION = 3

    @property
    def word(self) -> str:
        """`info`, `notice` or `attention`."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Subject:
    """What changed. `journey` is empty for what journeys share; `scope` tells further what of two targets it is of;
    `name` is what it is called now."""

    journey: str
    scope: str
    noun: str
    id: str
    name: str = field(compare=False)
    title: str = field(compare=False, default="")
    """Noun and name, as sentences begin: `Phase “Order”`; with its place where the id alone would not tell."""


@dataclass(frozen=True)
class Change:
    """One thing that changed, or that follows from what changed (`derived`).

    `what` is the rest of a sentence about the subject: `severity eased from critical to medium`. `before` and `after`
    are values for people, empty where there was or is none. A span with line 0 means: not there on that side.
    """

    kind: str
    level: Level
    direction: Direction
    subject: Subject
    what: str
    before: str
    after: str
    was_at: Span
    is_at: Span
    field: str = ""
    hint: str = ""
    derived: bool = False
    fingerprint: str = ""
    whole_at: Span = NOWHERE
    """For what is gone: where what it stood in is written now."""

    @property
    def sentence(self) -> str:
        """`Phase “Order”: moved behind “Pay”.`"""
        return f"{self.subject.title}: {self.what}"

    @property
    def span(self) -> Span:
        """Where to look: where it stands now, or where it stood."""
        return self.is_at if self.is_at.line else self.was_at

    @property
    def near(self) -> Span:
        """A place that is there after: where it stands, else what it stood in, else the head of its file."""
        if self.is_at.line:
            return self.is_at
        return self.whole_at if self.whole_at.line else Span(self.was_at.file)


def fingerprint(*said: object) -> str:
    """Sixteen hex digits made of what changed and how, never of where it stands or in which commit."""
    return hashlib.sha256("\x1f".join(map(repr, said)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
