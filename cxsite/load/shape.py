"""Trees to model entries; what does not fit becomes diagnostics at the line it stands in."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from cxsite.diagnostics import Code, Diagnostic, Severity, closest
from cxsite.load.node import MAPPING, SCALAR, SEQUENCE, Node, plain
from cxsite.model.base import OWN_PREFIX, Entry, field_of

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
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of keys",
    "dict_type": "a mapping of keys",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
}


def shape(model: type[E], node: Node) -> tuple[E | None, tuple[Diagnostic, ...]]:
    """The entry that `node` describes, or None and all that keeps it from being one."""
    empty = tuple(_empty_values(node))
    if empty:
        return None, empty
    try:
        return model.model_validate(plain(node)), ()
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        return None, tuple(_explain(model, node, error) for error in errors if error["loc"][-1:] != ("<<",))


def _empty_values(node: Node) -> Iterator[Diagnostic]:
    for key, value in node.pairs():
        if value.kind == SCALAR and not value.text.strip():
            yield EMPTY(key.here, f"`{key.text}` has no value", "fill it in, or leave the key out: not assessed")
        yield from _empty_values(value)
    if node.kind == SEQUENCE:
        for item in node.items:
            if item.kind == SCALAR and not item.text.strip():
                yield EMPTY(item.here, "an empty item stands in a list", "fill it in, or take it out")
            yield from _empty_values(item)


def _explain(model: type[Entry], node: Node, error: ErrorDetails) -> Diagnostic:
    path = error["loc"]
    name = str(path[-1]) if path else ""
    there = node.at(*path)
    if error["type"] == "extra_forbidden":
        return _unknown_key(model, node, path)
    if error["type"] == "missing":
        return MISSING_KEY(there.here, f"`{name}` is required here", f"add a line `{name}: …`")
    if error["type"] == "literal_error":
        return _not_one_of(node.at(*path[:-1], key=True) if path[-1:] == ("[key]",) else there, error)
    return WRONG_VALUE(there.here, _sentence(there, path, error), "")


def _sentence(there: Node, path: tuple[str | int, ...], error: ErrorDetails) -> str:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    if error["type"] == "value_error":
        return f"{name}: {error['ctx']['error']}" if name else str(error["ctx"]["error"])
    if wanted := _WRONG_KIND.get(error["type"]):
        subject = f"`{name}`" if name else "the file"
        return f"{subject} takes {wanted}, and here stands {_named(there)}"
    return f"`{name}`: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _named(node: Node) -> str:
    return {MAPPING: "a mapping of keys", SEQUENCE: "a list"}.get(node.kind, f"`{node.text}`")


def _unknown_key(model: type[Entry], node: Node, path: tuple[str | int, ...]) -> Diagnostic:
    name = str(path[-1])
    owner = _entry_at(model, path[:-1])
    known = sorted(field.alias or key for key, field in owner.model_fields.items()) if owner else []
    near = closest(name, known)
    hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}; your own begin with `{OWN_PREFIX}`"
    return UNKNOWN_KEY(node.at(*path, key=True).here, f"`{name}` is not a key of this place", hint, suggestion=near)


def _not_one_of(there: Node, error: ErrorDetails) -> Diagnostic:
    known = [word.strip("'") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    near = closest(there.text, known)
    hint = f"did you mean `{near}`?" if near else ""
    message = f"{_named(there)} is not one of {', '.join(known)}"
    return WRONG_VALUE(there.here, message, hint, suggestion=near)


def _entry_at(model: type[Entry], path: tuple[str | int, ...]) -> type[Entry] | None:
    here: type[Entry] | None = model
    for part in path:
        if isinstance(part, int) or here is None:
            continue
        field = field_of(here, part)
        here = _entry_in(field.annotation) if field else here
    return here


def _entry_in(annotation: Any) -> type[Entry] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for arg in typing.get_args(annotation) if (found := _entry_in(arg))), None)
