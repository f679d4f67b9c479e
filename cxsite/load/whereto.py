"""Where in the models a key belongs: the entry at a place, and the entries that have a key."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from cxsite.model.base import Entry, field_of
from cxsite.model.refs import NOUNS

_FEW = 3
"""More homes than this are no help."""


def entry_at(model: type[Entry], path: tuple[str | int, ...]) -> type[Entry] | None:
    """The entry that stands at a path below an entry of `model`."""
    here: type[Entry] | None = model
    for part in path:
        if isinstance(part, int) or here is None:
            continue
        field = field_of(here, part)
        here = next(_entries_in(field.annotation), None) if field else here
    return here


def homes_of(model: type[Entry], key: str, *, entries: bool = False) -> str:
    """The entries of a file that have this key, in words: `a phase`. Empty where there are none, or many.

    With `entries`, only where entries stand below the key: `steps` of a phase, not the ids in a hotspot's `steps`.
    """
    from cxsite.model.wording import noun

    fields = ((entry.__name__, field_of(entry, key)) for entry in _reachable(model))
    names = [name for name, field in fields if field and (not entries or any(_entries_in(field.annotation)))]
    nouns = [NOUNS.get(noun(name), noun(name)) for name in names]
    homes = [f"{'an' if word[0] in 'aeio' else 'a'} {word}" for word in nouns]
    return " or ".join(homes) if len(homes) <= _FEW else ""


def part_with(owner: type[Entry], key: str) -> str:
    """The part of an entry that alone has this key below it: `judge` of an action for `window`. Empty without one."""
    if len([entry for entry in _reachable(owner) if field_of(entry, key)]) != 1:
        return ""
    parts = (
        field.alias or name
        for name, field in owner.model_fields.items()
        if typing.get_origin(field.annotation) not in (tuple, dict)
        and any(field_of(entry, key) for entry in _entries_in(field.annotation))
    )
    return next(parts, "")


def around(model: type[Entry], path: tuple[str | int, ...], key: str, *, entries: bool = False) -> str:
    """What the nearest entry around the one at a path is called that has this key; empty without one."""
    from cxsite.model.wording import noun

    inner = entry_at(model, path)
    for end in range(len(path) - 1, -1, -1):
        outer = entry_at(model, path[:end])
        field = field_of(outer, key) if outer and outer is not inner else None
        if outer and field and (not entries or any(_entries_in(field.annotation))):
            return NOUNS.get(noun(outer.__name__), noun(outer.__name__))
    return ""


def _reachable(model: type[Entry]) -> list[type[Entry]]:
    """The entry and all that can stand inside it, the outer ones first."""
    found = [model]
    for entry in found:
        for field in entry.model_fields.values():
            found.extend(inner for inner in _entries_in(field.annotation) if inner not in found)
    return found


def _entries_in(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _entries_in(argument)
