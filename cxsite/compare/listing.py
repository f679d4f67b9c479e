"""What came to a list or a mapping, what left it, and what is said otherwise of what stayed."""

from __future__ import annotations

from typing import Any, NamedTuple

from cxsite.compare.edit import Edit
from cxsite.compare.meaning import Plain, plain, reference_kind
from cxsite.compare.sides import SideName
from cxsite.compare.words import label, short, went
from cxsite.derive.written.quotes import in_quotes
from cxsite.model.base import Entry

_NAMING = (
    ("text",),
    ("summary",),
    ("metric", "phase", "step", "segment"),
    ("person",),
    ("role", "department"),
    ("name",),
    ("url",),
    ("file",),
)
"""Fields by which an entry of a list is known; the first group that is there counts."""
_SILENT = "one that says nothing"
"""What an entry without any field is called."""
Name = tuple[tuple[str, Plain], ...]


class Item(NamedTuple):
    """One item of a list: what it means, what it is known by (empty for none), itself, and its words."""

    meant: Plain
    name: Name
    value: Any
    words: str


def in_and_out(edit: Edit, one: str = "") -> str:
    """What came to a list and what left it: `systems: added Billing engine; removed Excel`.

    Of an entry that stayed only what differs: `dates kept: value from 80 % to 90 %`.
    """
    old, new = _items(edit, "before"), _items(edit, "after")
    was, now = ({item.meant for item in items} for items in (old, new))
    left = [item for item in old if item.meant not in now]
    came = [item for item in new if item.meant not in was]
    stayed = [(gone, item) for gone in left for item in came if gone.name and gone.name == item.name]
    again = {id(item) for pair in stayed for item in pair}
    parts = [f"{_head(edit, item)}: {_differs(edit, gone, item)}" for gone, item in stayed]
    for word, items in (("added", came), ("removed", left)):
        if texts := [item.words or _SILENT for item in items if id(item) not in again]:
            parts.append(f"{word} {short(', '.join(texts))}")
    return f"{one or edit.label}: {'; '.join(parts) or 'in another order'}"


def by_key(edit: Edit) -> str:
    """What came to a mapping, what left it and what it says otherwise: `rules: CX210 from error to warning`."""
    old, new = edit.old or {}, edit.new or {}
    parts = [part for key in dict.fromkeys([*old, *new]) if (part := _of_key(edit, key, old.get(key), new.get(key)))]
    return f"{edit.label}: {'; '.join(parts) or 'in another order'}"


def _of_key(edit: Edit, key: str, was: Any, now: Any) -> str:
    if was == now:
        return ""
    if isinstance(was, Entry) and isinstance(now, Entry):
        return f"{key}, {', '.join(entry_parts(edit, was, now, 'not said'))}"
    return went(key, short(edit.words(was, "before")), short(edit.words(now, "after")))


def entry_parts(edit: Edit, was: Entry, now: Entry, nothing: str) -> list[str]:
    """What differs between two entries of a field: `time from 12 min to 4 min`."""
    found = []
    for name in type(was).model_fields:
        said = edit.part_of(was, name, "before"), edit.part_of(now, name, "after")
        if said[0] != said[1]:
            found.append(f"{label(name)} from {said[0] or nothing} to {said[1] or nothing}")
    return found


def _differs(edit: Edit, was: Item, now: Item) -> str:
    return ", ".join(entry_parts(edit, was.value, now.value, "not said")) or "said otherwise"


def _head(edit: Edit, item: Item) -> str:
    words = [edit.part_of(item.value, name, "after") for name, _ in item.name]
    said = ", ".join(filter(None, words))
    return in_quotes(short(said)) if item.name[0][0] in ("text", "summary") else said


def _items(edit: Edit, side: SideName) -> list[Item]:
    value, unit = (edit.old, edit.pair.before) if side == "before" else (edit.new, edit.pair.after)
    if value is None or unit is None:
        return []
    kind, resolve = reference_kind(type(unit.entry), edit.field), edit.sides.resolver(side, unit)
    items = value if isinstance(value, tuple | list) else (value,)
    found = [(item, plain(item, kind, resolve, True)) for item in items]
    names = [_name(item, meant) for item, meant in found]
    return [
        Item(meant, name if names.count(name) == 1 else (), item, edit.words(item, side))
        for (item, meant), name in zip(found, names, strict=True)
    ]


def _name(item: Any, meant: Plain) -> Name:
    """What an entry is known by among those of its list, with the ids of today."""
    if not isinstance(item, Entry):
        return ()
    said = dict(meant)
    for fields in _NAMING:
        if fields[0] in said:
            return tuple((name, said[name]) for name in fields if name in said)
    return ()
