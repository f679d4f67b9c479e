"""The base of everything people write: frozen, strict about keys, and aware of where it was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

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

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, Written):
            return handler(data)
        own = {key: value for key, value in data.items() if key.startswith(OWN_PREFIX)}
        entry = handler({key: value for key, value in data.items() if key not in own} if own else dict(data))
        entry._place = data.place
        entry._own = own
        return entry

    @property
    def own(self) -> Mapping[str, Any]:
        """The author's own fields, those whose key starts with `x-`."""
        return self._own

    def span(self, *path: str | int) -> Span:
        """Where the field at `path` was written; the entry's own place where the field was left out."""
        return self._place.span(*path) if self._place is not None else NOWHERE

    def key_span(self, *path: str | int) -> Span:
        """Where the key that leads to `path` was written."""
        return self._place.key_span(*path) if self._place is not None else NOWHERE
