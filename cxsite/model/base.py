"""The base of everything people write: frozen, strict about keys, and aware of where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Protocol, Self, get_args

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic.fields import FieldInfo

from cxsite.diagnostics import Span

OWN_PREFIX = "x-"
NOWHERE = Span("", 0, 0)


class Place(Protocol):
    """Where an entry was written. The loader's nodes are places; entries made in memory have none."""

    def span(self, *path: str | int) -> Span:
        """The place of the value at `path` below this entry, or of the entry itself."""
        ...

    def key_span(self, *path: str | int) -> Span:
        """The place of the key that leads to `path`."""
        ...


class Nothing(str):
    """The word `none`, unquoted: looked at, and there is none. Something other than a key that is left out."""


class Written(dict[str, Any]):
    """A mapping as it was read, with its place; what the loader hands to the model."""

    __slots__ = ("place",)

    def __init__(self, items: Mapping[str, Any], place: Place) -> None:
        super().__init__(items)
        self.place = place


class Entry(BaseModel):
    """One thing somebody wrote. Immutable; an unknown key is an error unless it starts with `x-`."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    _place: Place | None = PrivateAttr(default=None)
    _own: Mapping[str, Any] = PrivateAttr(default_factory=dict)
    _nothing: frozenset[str] = PrivateAttr(default=frozenset())

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, Written):
            return handler(data)
        aside = {key for key, value in data.items() if key.startswith(OWN_PREFIX) or type(value) is Nothing}
        aside -= {key for key in aside if _takes_the_word(cls, key)}
        entry = handler({key: value for key, value in data.items() if key not in aside} if aside else dict(data))
        entry._place = data.place
        if aside:
            entry._own = {key: data[key] for key in aside if key.startswith(OWN_PREFIX)}
            entry._nothing = frozenset(aside - entry._own.keys())
        return entry

    def __eq__(self, other: object) -> bool:
        """Equal in meaning: where it was written does not count."""
        if type(self) is not type(other) or not isinstance(other, Entry):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self._own == other._own and self._nothing == other._nothing

    __hash__ = None  # type: ignore[assignment]  # entries hold mappings

    @property
    def own(self) -> Mapping[str, Any]:
        """The author's own fields, those whose key starts with `x-`."""
        return self._own

    @property
    def nothing(self) -> frozenset[str]:
        """The fields of which the author says that there is none."""
        return self._nothing

    @property
    def written(self) -> frozenset[str]:
        """The fields that were written, those with `none` among them."""
        return frozenset(self.model_fields_set) | self._nothing

    def span(self, *path: str | int) -> Span:
        """Where the field at `path` was written; the entry's own place where the field was left out."""
        return self._place.span(*path) if self._place is not None else NOWHERE

    def key_span(self, *path: str | int) -> Span:
        """Where the key that leads to `path` was written."""
        return self._place.key_span(*path) if self._place is not None else NOWHERE


def field_of(model: type[Entry], key: str) -> FieldInfo | None:
    """The field that is written with this key."""
    return next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)


@cache
def _takes_the_word(model: type[Entry], key: str) -> bool:
    """True where `none` is no statement of absence: an id, a required or unknown key, a word of the field."""
    field = field_of(model, key)
    return not key.startswith(OWN_PREFIX) and (
        field is None or key == "id" or field.is_required() or "none" in _words(field.annotation)
    )


def _words(annotation: Any) -> Iterator[str]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        else:
            yield from _words(argument)
