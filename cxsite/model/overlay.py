"""Laying written fields over a step or a phase, and making new ones: rule 3 of how a target is computed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxsite.model.base import Entry
from cxsite.model.step import Effort


def written_fields(entry: Entry, fields: type[Entry]) -> frozenset[str]:
    """The fields of a step or phase that an entry writes, `name` among them."""
    return entry.written & (frozenset(fields.model_fields) | {"name"}) - {"formerly"}


_Shaped = Any


def laid_over(base: _Shaped, entry: Entry, written: frozenset[str]) -> tuple[_Shaped, bool]:
    """The step or phase with the written fields laid over it, and whether that made a difference.

    A field replaces the whole field; `effort` goes key by key; `none` takes away; `emotion` and `feeling` are replaced
    together; quotes stay with today.
    """
    update: dict[str, Any] = {}
    for name in written:
        update[name] = _default(base, name) if name in entry.nothing else getattr(entry, name)
    if isinstance(effort := update.get("effort"), Effort) and isinstance(base.effort, Effort):
        update["effort"] = _effort(base.effort, effort)
    nothing = (base.nothing - written) | (entry.nothing & written)
    own = {**base.own, **entry.own}
    differs = any(getattr(base, name) != value for name, value in update.items())
    changed = differs or nothing != base.nothing or own != base.own
    if changed and {"emotion", "feeling"} & written:
        for name in {"emotion", "feeling"} - written:
            update[name] = None
    if changed and "quotes" not in written:
        update["quotes"] = ()
    if "name" in written and base.id is None:
        update["id"] = base.key  # what it was called by stays, whatever it is called now
    laid = base.model_copy(update=update)
    laid._nothing, laid._own = nothing, own
    return laid, changed


def _effort(base: Effort, above: Effort) -> Effort:
    update: dict[str, Any] = {name: getattr(above, name) for name in ("time", "money") if name in above.written}
    laid = base.model_copy(update=update)
    laid._nothing = (base.nothing - above.written) | above.nothing
    return laid


def _default(base: Entry, name: str) -> Any:
    return type(base).model_fields[name].get_default()


def made(model: type[_Shaped], entry: Entry, fields: type[Entry]) -> _Shaped:
    """A new step or phase from the entry that adds it."""
    values: Mapping[str, Any] = {name: getattr(entry, name) for name in fields.model_fields}
    new = model.model_construct(id=getattr(entry, "add"), name=getattr(entry, "name"), **values)  # noqa: B009
    new._place, new._own = entry._place, entry._own
    new._nothing = entry.nothing & (frozenset(fields.model_fields) | {"name"})
    return new
