"""Trouble as data: where it is, what it is, what to do next. Nothing here prints."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import IntEnum


class Severity(IntEnum):
    """How much a diagnostic weighs; a larger one weighs more."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word people read: note, warning or error."""
        return self.name.lower()


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count from 1; the end is behind the last character.

    `file` is relative to the project's root, with forward slashes on every system.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Related:
    """A second place that helps to understand the first, as in `defined here`."""

    span: Span
    message: str


@dataclass(frozen=True)
class Diagnostic:
    """One thing that is wrong or worth knowing, at one place.

    `message` is a plain sentence; `hint` is the next step; `suggestion` is what the text under the span
    was most likely meant to be.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hint: str = ""
    suggestion: str = ""
    related: tuple[Related, ...] = field(default=())

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        """By place, then code, so that two runs print the same."""
        return (self.span, self.code, self.message)

    def at(self, span: Span) -> Diagnostic:
        """The same diagnostic at another place."""
        return replace(self, span=span)


@dataclass(frozen=True)
class Code:
    """A kind of diagnostic: its stable code, its weight and what it is about. Call it to make one."""

    id: str
    severity: Severity
    title: str

    def __call__(
        self,
        span: Span,
        message: str,
        hint: str = "",
        *,
        suggestion: str = "",
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        return Diagnostic(self.id, self.severity, message, span, hint, suggestion, related)


def worst(diagnostics: tuple[Diagnostic, ...]) -> Severity | None:
    """The largest severity among them, or None when there is nothing to say."""
    return max((d.severity for d in diagnostics), default=None)


def in_order(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Sorted by place, each said once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key))


def thinned(diagnostics: Iterable[Diagnostic], most: int = 50) -> tuple[Diagnostic, ...]:
    """At most so many of one code in one file; how many more there are is said at the first one left out."""
    counts: dict[tuple[str, str], int] = {}
    kept: list[Diagnostic] = []
    left: dict[tuple[str, str], Diagnostic] = {}
    for diagnostic in diagnostics:
        key = (diagnostic.code, diagnostic.span.file)
        counts[key] = counts.get(key, 0) + 1
        if counts[key] <= most:
            kept.append(diagnostic)
        else:
            left.setdefault(key, diagnostic)
    for key, first in left.items():
        more = f"{counts[key] - most} more like this from here on"
        kept.append(replace(first, message=more, hint="mend the first ones, and run it again", suggestion=""))
    return in_order(kept)


def closest(text: str, known: Iterable[str]) -> str:
    """The known word most like `text`, for a did-you-mean; empty when none is near."""
    return next(iter(difflib.get_close_matches(text, list(known), n=1, cutoff=0.6)), "")


def count_of(number: int, one: str, many: str = "") -> str:
    """`1 step`, `2 steps`, `1,000 steps`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
