"""What an entry says, as plain values that are equal where they mean the same.

Order counts only where the format says that it does; a thing is the same thing under a former id, so that renaming
an id is told once and not again at each place that refers to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cxsite.model.base import Entry
from cxsite.model.refs import reference_plan
from cxsite.model.target import PhaseDifference, StepDifference

ORDERED = frozenset(
    {"root_cause", "frontstage", "backstage", "support", "physical_evidence", "values", "lanes", "phases", "steps"}
)
"""Fields whose lines follow one another. In other lists, one entry may stand in front of another without a meaning."""
_PLACES: dict[type[Entry], dict[str, str]] = {
    StepDifference: {"before": "step", "after": "step", "into": "step", "phase": "phase"},
    PhaseDifference: {"before": "phase", "after": "phase", "into": "phase"},
}
"""Ids of the map that a target starts from. They are no references: what they name may stand in the target alone."""
Resolve = Callable[[str, str], str]
"""The id of today of what is referred to: from its kind and the text of the reference."""

Plain = Any
"""None, a number, a text, or tuples of them."""


def meaning(entry: Entry, field: str, resolve: Resolve) -> Plain:
    """What a field of an entry says; `own` are the fields of one's own, `nothing` those that are said to be none."""
    if field == "own":
        return plain(dict(entry.own), "", resolve, True)
    if field == "nothing":
        return tuple(sorted(entry.nothing))
    kind = reference_kind(type(entry), field)
    ordered = field in ORDERED and not kind
    return plain(getattr(entry, field), kind, resolve, ordered)


def reference_kind(model: type[Entry], field: str) -> str:
    """Of which kind the ids in a field are; empty where it holds none."""
    if kind := _PLACES.get(model, {}).get(field):
        return kind
    return next((kind for name, _, kind in reference_plan(model) if name == field), "")


def plain(value: Any, kind: str, resolve: Resolve, ordered: bool) -> Plain:
    """A value as something that is equal to what means the same."""
    if isinstance(value, Entry):
        return _entry(value, resolve)
    if isinstance(value, tuple | list):
        items = tuple(plain(item, kind, resolve, True) for item in value)
        return items if ordered else tuple(sorted(items, key=repr))
    if isinstance(value, Mapping):
        pairs = (
            (resolve(kind, key) if kind else str(key), plain(item, "", resolve, True)) for key, item in value.items()
        )
        return tuple(sorted(pairs, key=repr))
    if isinstance(value, str):
        return resolve(kind, value) if kind else " ".join(value.split())
    return value


def _entry(entry: Entry, resolve: Resolve) -> Plain:
    said = ((name, meaning(entry, name, resolve)) for name in type(entry).model_fields)
    own = (("own", meaning(entry, "own", resolve)), ("nothing", meaning(entry, "nothing", resolve)))
    return tuple((name, value) for name, value in (*said, *own) if value not in (None, ()))
