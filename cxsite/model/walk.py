"""Walks through entries: everything of one shape inside another."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from cxsite.model.base import Entry

E = TypeVar("E", bound=Entry)


def inside(entry: Entry, wanted: type[E]) -> Iterator[E]:
    """The entry itself and all below it, where they have this shape, in the order of their fields."""
    if isinstance(entry, wanted):
        yield entry
    for name in _fields_with_entries(type(entry)):
        yield from _in_value(getattr(entry, name), wanted)


def _in_value(value: Any, wanted: type[E]) -> Iterator[E]:
    if isinstance(value, Entry):
        yield from inside(value, wanted)
    elif isinstance(value, tuple):
        for item in value:
            yield from _in_value(item, wanted)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _in_value(item, wanted)


@cache
def _fields_with_entries(model: type[Entry]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if holds_entries(field.annotation))


def holds_entries(annotation: Any) -> bool:
    """True for the annotation of a field that can hold entries."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return True
    return any(holds_entries(argument) for argument in typing.get_args(annotation))
