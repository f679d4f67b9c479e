"""Trees to model entries; what does not fit becomes diagnostics at the line it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cxsite.diagnostics import Code, Diagnostic, Severity, closest
from cxsite.load.node import MAPPING, SCALAR, SEQUENCE, Node, plain
from cxsite.load.whereto import around, entry_at, homes_of, part_with
from cxsite.model.base import OWN_PREFIX, Entry
from cxsite.model.meant import WrongValueError

UNKNOWN_KEY = Code("CX101", Severity.ERROR, "a key that nobody reads")
"""Keys are spelt as the reference says. Fields of your own begin with `x-`, and nothing is said about them."""
MISSING_KEY = Code("CX102", Severity.ERROR, "a required key is missing")
"""A journey needs `name`, `owner` and `phases`; phases, steps, hotspots and actions need a `name`; a metric needs a
`name` and a `method`."""
WRONG_VALUE = Code("CX103", Severity.ERROR, "a value that the field does not take")
"""Each field has one kind of value: a share carries its sign (`63%`), a length of time its unit (`12min`), a date is
`2026-09-30`. The message says what the field takes."""
EMPTY = Code("CX104", Severity.ERROR, "a key without a value")
"""Leave the key out for *not assessed*, or write `none` for *looked at, there is none*."""

E = TypeVar("E", bound=Entry)

_WRONG_KIND = {
    "string_type": ("text", "write one text, without brackets"),
    "tuple_type": ("a list", "write each item in a line of its own that begins with `- `"),
    "list_type": ("a list", "write each item in a line of its own that begins with `- `"),
    "model_type": ("keys of its own", "write them below it, each as `key: value`"),
    "dict_type": ("keys of its own", "write them below it, each as `key: value`"),
    "float_type": ("a number", "write digits alone, with a point before decimals"),
    "bool_type": ("`true` or `false`", "write one of the two"),
}


_EXPLAINED = 200
"""Problems of one file that are explained each; to look up what was meant takes a while for every one."""


def shape(model: type[E], node: Node) -> tuple[E | None, tuple[Diagnostic, ...]]:
    """The entry that `node` describes, or None and all that keeps it from being one."""
    empty = tuple(_empty_values(node))
    if empty:
        return None, empty
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as problem:
        errors = [error for error in problem.errors(include_url=False) if error["loc"][-1:] != ("<<",)]
        explained = {error["loc"]: _explain(model, node, error) for error in errors[:_EXPLAINED]}
        meant = {(*loc[:-1], said.suggestion) for loc, said in explained.items() if said.code == UNKNOWN_KEY.id}
        missing = {error["loc"] for error in errors if error["type"] == "missing"}
        told = [said for loc, said in explained.items() if loc not in missing & meant]
        if rest := errors[_EXPLAINED:]:
            hint = "mend the first ones, and run it again"
            told.append(
                WRONG_VALUE(node.at(*rest[0]["loc"]).here, f"and {len(rest):,} more problems in this file", hint)
            )
        return None, tuple(told)


def _empty_values(node: Node) -> Iterator[Diagnostic]:
    for key, value in node.pairs():
        if value.kind == SCALAR and not value.text.strip():
            hint = "write its value, or take the line out: then it counts as not assessed"
            yield EMPTY(key.here, f"`{key.text}` has no value", hint)
        yield from _empty_values(value)
    if node.kind == SEQUENCE:
        for item in node.items:
            if item.kind == SCALAR and not item.text.strip():
                yield EMPTY(item.here, "an empty item stands in a list", "fill it in, or take it out")
            yield from _empty_values(item)


def _explain(model: type[Entry], node: Node, error: ErrorDetails) -> Diagnostic:
    path = error["loc"]
    there = node.at(*path)
    if error["type"] == "extra_forbidden":
        return _unknown_key(model, node, path)
    if error["type"] == "missing":
        return _missing(model, there, path)
    if error["type"] == "literal_error":
        return _not_one_of(node.at(*path[:-1], key=True) if path[-1:] == ("[key]",) else there, error)
    return _wrong(model, there, path, error)


def _missing(model: type[Entry], there: Node, path: tuple[str | int, ...]) -> Diagnostic:
    from cxsite.model.docstrings import meaning
    from cxsite.model.wording import noun

    name = str(path[-1]) if path else ""
    owner = entry_at(model, path[:-1])
    what = f" from this {noun(owner.__name__)}" if owner else ""
    said = meaning(owner, name).rstrip(".") if owner else ""
    hint = f"add a line `{name}: …`" + (f": {said[:1].lower()}{said[1:]}" if said else "")
    return MISSING_KEY(there.here, f"`{name}` is missing{what}", hint)


def _wrong(model: type[Entry], there: Node, path: tuple[str | int, ...], error: ErrorDetails) -> Diagnostic:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    problem = error.get("ctx", {}).get("error")
    if isinstance(problem, WrongValueError):
        message = f"{name}: {problem.message}" if name else problem.message
        return WRONG_VALUE(there.here, message, problem.hint, suggestion=problem.suggestion)
    if error["type"] in _WRONG_KIND:
        wanted, hint = _WRONG_KIND[error["type"]]
        subject = f"`{name}`" if name else "the file"
        if error["type"] == "model_type" and path and isinstance(path[-1], int):
            subject = f"each of `{name}`"
            entry = entry_at(model, path)
            if there.kind == SCALAR and entry is not None and "name" in entry.model_fields:
                hint = f"write `name: {there.text}`, and its other keys below it"
        return WRONG_VALUE(there.here, f"{subject} takes {wanted}, and here stands {_named(there)}", hint)
    message = str(problem) if problem else f"{error['msg'][:1].lower()}{error['msg'][1:]}"
    return WRONG_VALUE(there.here, f"{name}: {message}" if name else message, f"look up `{name}` in the reference")


def _named(node: Node) -> str:
    return {MAPPING: "a mapping of keys", SEQUENCE: "a list"}.get(node.kind, f"`{node.text}`")


def _unknown_key(model: type[Entry], node: Node, path: tuple[str | int, ...]) -> Diagnostic:
    name = str(path[-1])
    owner = entry_at(model, path[:-1])
    known = sorted(field.alias or key for key, field in owner.model_fields.items()) if owner else []
    part = part_with(owner, name) if owner else ""
    near = "" if part else _meant_key(name, known)
    if part:
        hint = f"it belongs to `{part}`: write `{part}: {{{name}: …}}`"
    elif near:
        hint = f"did you mean `{near}`?"
    elif home := _home(model, owner, path, entries=_holds_mappings(node.at(*path))):
        hint = f"it belongs to {home}: move it there"
    else:
        hint = f"keys that can: {', '.join(known)}; a key of your own begins with `{OWN_PREFIX}`"
    message = f"`{name}` is not a key that can stand here"
    return UNKNOWN_KEY(node.at(*path, key=True).here, message, hint, suggestion=near)


def _meant_key(name: str, known: list[str]) -> str:
    """A key spelt nearly so, or the only one with this word in it: `customer_goal` for `goal`."""
    wordy = [key for key in known if name in key.split("_")]
    return closest(name, known) or (wordy[0] if len(wordy) == 1 else "")


def _home(model: type[Entry], owner: type[Entry] | None, path: tuple[str | int, ...], *, entries: bool) -> str:
    """Where a key belongs, the nearest place first: below the entry, around it, anywhere in the file."""
    name = str(path[-1])
    below = homes_of(owner, name, entries=entries) if owner else ""
    outer = "" if below else around(model, path[:-1], name, entries=entries)
    return below or (f"the {outer} around it" if outer else homes_of(model, name, entries=entries))


def _holds_mappings(node: Node) -> bool:
    return node.kind == SEQUENCE and any(item.kind == MAPPING for item in node.items)


def _not_one_of(there: Node, error: ErrorDetails) -> Diagnostic:
    known = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    near = closest(there.text, known)
    hint = f"did you mean `{near}`?" if near else "write one of them"
    message = f"{_named(there)} is not one of {', '.join(known)}"
    return WRONG_VALUE(there.here, message, hint, suggestion=near)
