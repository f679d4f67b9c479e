"""What a field takes, in words, from its annotation: `one or several ids of channels`, `share 63%`."""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BeforeValidator

from cxsite.model.base import Entry
from cxsite.model.kinds import Kind
from cxsite.model.refs import NOUNS, RefTo


@dataclass(frozen=True)
class Piece:
    """Some words of a sentence, and the `entry` or the `section` on values they lead to; `code` is what people type."""

    text: str
    entry: str = ""
    section: str = ""
    code: bool = False


Pieces = tuple[Piece, ...]

_PLURALS = {
    "person or department": "people and departments",
    "person": "people",
    "source of evidence": "sources of evidence",
    "evidence": "sources of evidence",
    "own lane": "lanes of your own",
    "maturity": "ratings of maturity",
}
_ENTRIES = {
    **{"person": "person", "department": "department", "segment": "segment", "metric": "metric", "goal": "goal"},
    **{"evidence": "evidence", "step": "step", "phase": "phase", "channel": "channel", "touchpoint": "touchpoint"},
    **{"life-cycle stage": "life-cycle-stage", "journey": "journey", "system": "system", "hotspot": "hotspot"},
    **{"capability": "capability", "idea": "idea", "action": "action", "principle": "principle"},
    **{"category": "category", "party": "organisation"},
}
"""Where each kind of reference leads: the entry that has the id."""


def takes(annotation: Any, metadata: Sequence[Any] = (), *, many: bool = False) -> Pieces:
    """What a field with this annotation takes; `many` for the plural, as in a list.

    Raises:
        LookupError: nobody has said what values of this type are called.
    """
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is typing.Annotated:
        return takes(arguments[0], [*arguments[1:], *metadata], many=many)
    kind = next((mark for mark in reversed(metadata) if isinstance(mark, Kind)), None)
    origin = typing.get_origin(annotation)
    if origin is tuple:
        return _list(arguments[0], metadata, kind)
    if origin in (typing.Union, types.UnionType):
        return _one_of_several(arguments, metadata, kind, many)
    if kind:
        return _kind(kind, many)
    if origin is Literal:
        return (*((Piece("one of "),) if len(arguments) > 1 else ()), *_choices(arguments))
    return _mapping(arguments) if origin in (dict, Mapping) else _named(annotation, metadata, many)


def plain(pieces: Pieces) -> str:
    """The words alone."""
    return "".join(piece.text for piece in pieces)


def noun(entry: str, *, many: bool = False) -> str:
    """What an entry is called in a sentence, from the name of its class: `StepDifference` is a step difference."""
    words = " ".join(re.findall(r"[A-Z][a-z]*", entry)).lower()
    return _plural(words) if many else words


def anchor(entry: str) -> str:
    """What leads to an entry: `StepDifference` is at `step-difference`."""
    return noun(entry).replace(" ", "-")


def _plural(words: str) -> str:
    if words in _PLURALS or words.endswith("s"):
        return _PLURALS.get(words, words)
    return f"{words[:-1]}ies" if words.endswith("y") else f"{words}es" if words.endswith("ch") else f"{words}s"


def _kind(kind: Kind, many: bool) -> Pieces:
    if many:
        if not kind.plural:
            raise LookupError(f"no plural for {kind.words}")
        return (Piece(kind.plural, section=kind.section),)
    words = Piece(kind.words, section=kind.section)
    return (words, Piece(" "), Piece(kind.example, code=True)) if kind.example else (words,)


def _named(annotation: Any, metadata: Sequence[Any], many: bool) -> Pieces:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        name = annotation.__name__
        return (Piece(noun(name, many=many), entry=anchor(name)),)
    mark = next((mark for mark in metadata if isinstance(mark, RefTo)), None)
    if mark is None:
        raise LookupError(f"no words for {annotation}")
    name, entry = NOUNS.get(mark.kind, mark.kind), _ENTRIES[mark.kind]
    if many:
        return Piece("ids of "), Piece(_plural(name), entry=entry)
    return Piece(f"id of {'an' if name[0] in 'aio' else 'a'} "), Piece(name, entry=entry)


def _list(item: Any, metadata: Sequence[Any], short: Kind | None) -> Pieces:
    """A list; where one value may stand for a list of one, and where a short form may stand for an entry."""
    lead = "one or several " if any(isinstance(mark, BeforeValidator) for mark in metadata) else "list of "
    if typing.get_origin(item) is Literal:
        return Piece("one or several of " if lead.startswith("one") else lead), *_choices(typing.get_args(item))
    between = (*_kind(short, many=True), Piece(" or ")) if short else ()
    return Piece(lead), *between, *takes(item, many=True)


def _one_of_several(options: Sequence[Any], metadata: Sequence[Any], kind: Kind | None, many: bool) -> Pieces:
    """Some value of its own kind, or the id of something that holds it; without a kind, one of several forms."""
    there = [option for option in options if option is not type(None)]
    references = [option for option in there if any(isinstance(m, RefTo) for m in typing.get_args(option)[1:])]
    parts = [_kind(kind, many)] if kind else []
    around = [mark for mark in metadata if isinstance(mark, BeforeValidator)]
    parts += [takes(option, around, many=many) for option in (references if kind else there)]
    joined = parts[0]
    for part in parts[1:]:
        joined = (*joined, Piece(" or "), *part)
    return joined


def _choices(words: Sequence[Any]) -> Pieces:
    listed = [piece for word in words for piece in (Piece(", "), Piece(str(word), code=True))]
    return tuple(listed[1:])


def _mapping(arguments: Sequence[Any]) -> Pieces:
    key, value = arguments
    keys = _choices(typing.get_args(key)) if typing.get_origin(key) is Literal else takes(key, many=True)
    return *keys, Piece(", each with "), *takes(value)
