"""JSON Schema of the files people write, made from the model, so that it cannot drift from it."""

from __future__ import annotations

import datetime
import typing
from collections.abc import Mapping
from typing import Any, Literal

from pydantic.fields import FieldInfo

from cxsite.model.base import OWN_PREFIX, Entry
from cxsite.model.docstrings import meaning, what_it_is
from cxsite.model.journey import Journey
from cxsite.model.metric import MetricsFile
from cxsite.model.portfolio import LIBRARIES
from cxsite.model.settings import Settings
from cxsite.model.step import Phase
from cxsite.model.target import Target
from cxsite.model.translation import Translation
from cxsite.model.wording import plain, takes

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NONE = {"const": "none"}
"""Looked at, and there is none."""
_TEXT = {"type": ["string", "number", "boolean"]}
"""Editors read YAML 1.2: what we take as text may reach them as a number or a boolean."""

PARTS = (
    "current",
    "goals",
    "journey-part",
    *(f"journey-{name}" for name in ("hotspots", "ideas", "actions", "evidence")),
)
"""Files of a journey's folder: each holds any of the journey's keys, so none is required in a single one.

`journey-part` is the `journey.yml` in there, `journey-hotspots` the `hotspots.yml`, which is another file than the one
that belongs to all journeys.
"""
FILES: dict[str, type[Entry]] = {
    "cxsite": Settings,
    "journey": Journey,
    "target": Target,
    "metrics": MetricsFile,
    **LIBRARIES,
    **dict.fromkeys(PARTS, Journey),
    "phase": Phase,
    "translation": Translation,
}
"""Every kind of file by the name that `cxsite schema` knows it by.

`phase` is a file of `current/`, `translation` one of `lang/`.
"""


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one kind of file."""
    definitions: dict[str, Any] = {}
    root = _entry(FILES[name], definitions)
    if name in PARTS:
        del definitions[Journey.__name__]["required"]
    return {"$schema": DIALECT, "title": name, **root, "$defs": dict(sorted(definitions.items()))}


def _entry(model: type[Entry], definitions: dict[str, Any]) -> dict[str, Any]:
    if model.__name__ not in definitions:
        definitions[model.__name__] = {}  # a place for those that hold themselves
        definitions[model.__name__] = _shape(model, definitions)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _shape(model: type[Entry], definitions: dict[str, Any]) -> dict[str, Any]:
    fields = written_fields(model)
    shape: dict[str, Any] = {
        "type": "object",
        "description": what_it_is(model),
        "properties": {
            field.alias or name: {"description": _hover(model, name, field), **_property(field, definitions)}
            for name, field in fields.items()
        },
        "patternProperties": {f"^{OWN_PREFIX}": True},
        "additionalProperties": False,
    }
    required = [field.alias or name for name, field in fields.items() if field.is_required()]
    return {**shape, "required": required} if required else shape


def written_fields(model: type[Entry]) -> dict[str, FieldInfo]:
    """The fields of an entry that people write. A journey's id is its file's name."""
    return {name: f for name, f in model.model_fields.items() if not (name == "id" and issubclass(model, Journey))}


def _hover(model: type[Entry], name: str, field: FieldInfo) -> str:
    return f"{meaning(model, name)} Takes: {plain(takes(field.annotation, field.metadata))}."


def _property(field: FieldInfo, definitions: dict[str, Any]) -> dict[str, Any]:
    value = _value(field.annotation, field.metadata, definitions)
    return value if field.is_required() else _either([value, _NONE])


def _value(annotation: Any, metadata: typing.Sequence[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value(arguments[0], [*arguments[1:], *metadata], definitions)
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return _entry(annotation, definitions)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        items = _value(arguments[0], [], definitions)
        lists: list[dict[str, Any]] = [{"type": "array", "items": _either([items, _TEXT]) if metadata else items}]
        return _either([*lists, items, _TEXT]) if metadata else lists[0]
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        mapping = {"type": "object", "additionalProperties": _value(arguments[1], [], definitions)}
        return {"anyOf": [mapping, _TEXT]} if metadata else mapping
    if arguments:
        return _either([_value(part, metadata, definitions) for part in arguments if part is not type(None)])
    if annotation is bool:
        return {"type": "boolean"}
    return dict(_TEXT) if annotation in (str, float, int, datetime.date) or isinstance(annotation, type) else {}


def _either(options: list[dict[str, Any]]) -> dict[str, Any]:
    flat = [inner for option in options for inner in (option["anyOf"] if set(option) == {"anyOf"} else [option])]
    unique = [option for index, option in enumerate(flat) if option not in flat[:index]]
    if _TEXT in unique:
        unique = [option for option in unique if option != _NONE]  # it is a text
    return unique[0] if len(unique) == 1 else {"anyOf": unique}
