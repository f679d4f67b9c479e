"""What a field takes, in words: a mark that stands beside the parser, for the reference and for editors."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """The words for a kind of value: `share`, with `63%` as a spelling that works.

    `plural` is for lists of it. `section` is where the reference lists its spellings.
    """

    words: str
    example: str = ""
    plural: str = ""
    section: str = ""
