"""Everything that can be written, as data: each kind of file, each entry, each key, made from the models."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from cxsite.model.base import Entry
from cxsite.model.docstrings import home, meaning, what_it_is
from cxsite.model.named import Linked
from cxsite.model.portfolio import LIBRARIES
from cxsite.model.schema import FILES, written_fields
from cxsite.model.values import Duration
from cxsite.model.wording import Pieces, anchor, noun, takes

PLACES: Mapping[str, tuple[str, ...]] = {
    "cxsite": ("cxsite.yml",),
    "journey": ("journeys/NAME.yml",),
    "journey-part": ("journeys/NAME/journey.yml",),
    "current": ("journeys/NAME/current.yml",),
    "phase": ("journeys/NAME/current/PHASE.yml",),
    "goals": ("journeys/NAME/goals.yml",),
    "journey-evidence": ("journeys/NAME/evidence.yml",),
    "journey-hotspots": ("journeys/NAME/hotspots.yml",),
    "journey-ideas": ("journeys/NAME/ideas.yml",),
    "journey-actions": ("journeys/NAME/actions.yml",),
    "target": ("journeys/NAME/target.yml", "journeys/NAME/target-ID.yml"),
    "translation": ("journeys/NAME/lang/LANGUAGE.yml",),
    **{name: (f"journeys/{name}.yml",) for name in LIBRARIES},
    "metrics": ("metrics/*.yml",),
}
"""Where a file of each kind stands, in the order in which people meet them."""


@dataclass(frozen=True)
class KeyReference:
    """A key of an entry. `origin` is the entry or the mixin that defines it; `default` is spelled as people would."""

    key: str
    takes: Pieces
    required: bool
    default: str
    meaning: str
    origin: str


@dataclass(frozen=True)
class EntryReference:
    """An entry: what its class is called, what leads to it, what it is, and its keys in reading order."""

    name: str
    noun: str
    anchor: str
    what_it_is: str
    keys: tuple[KeyReference, ...]


@dataclass(frozen=True)
class FileReference:
    """A kind of file, by the name that `cxsite schema` knows; where it stands; the entry whose keys it holds."""

    kind: str
    places: tuple[str, ...]
    entry: str


def files() -> tuple[FileReference, ...]:
    """Every kind of file."""
    return tuple(FileReference(kind, places, FILES[kind].__name__) for kind, places in PLACES.items())


def entries() -> dict[str, EntryReference]:
    """Every entry that stands in some file, by the name of its class, those of the first file first.

    Raises:
        LookupError: a field takes a kind of value that has no words yet.
    """
    found: dict[str, EntryReference] = {}
    for kind in PLACES:
        for model in _reached(FILES[kind]):
            if model.__name__ not in found:
                found[model.__name__] = _entry(model)
    return found


def _reached(model: type[Entry], above: frozenset[type[Entry]] = frozenset()) -> Iterator[type[Entry]]:
    yield model
    for field in model.model_fields.values():
        for inner in _entries_in(field.annotation):
            if inner not in above | {model}:
                yield from _reached(inner, above | {model})


def _entries_in(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _entries_in(argument)


def _entry(model: type[Entry]) -> EntryReference:
    name = model.__name__
    keys = [_key(model, field_name, field) for field_name, field in written_fields(model).items()]
    return EntryReference(name, noun(name), anchor(name), what_it_is(model), tuple(sorted(keys, key=_reading_order)))


def _reading_order(key: KeyReference) -> int:
    """The name and the id first, what everything has last, the rest as in the model."""
    if key.key in ("name", "id"):
        return 0 if key.key == "name" else 1
    return 3 if key.origin == Linked.__name__ else 2


def _key(model: type[Entry], name: str, field: FieldInfo) -> KeyReference:
    try:
        words = takes(field.annotation, field.metadata)
    except LookupError as problem:
        raise LookupError(f"{model.__name__}.{name}: {problem}; mark its type with a Kind") from None
    return KeyReference(
        field.alias or name,
        words,
        field.is_required(),
        "" if field.is_required() else _spelled(field.default),
        meaning(model, name),
        home(model, name).__name__,
    )


def _spelled(default: Any) -> str:
    """A default as people would write it; empty for one that says nothing, or that is an entry of its own."""
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, Duration):
        return f"{default.days:g}d"
    return str(default) if isinstance(default, str | int) else ""
