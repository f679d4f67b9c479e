"""A portfolio in which each text says where it was written, so that a test can look for every one of them on pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, get_args

from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.kinds import Kind
from cxsite.model.named import Link, Linked, Quote
from cxsite.model.portfolio import Portfolio

NAMES = frozenset({"Source.file", "Image.file", "Target.from_"})
"""Texts that name something else; a mark would break them."""


class Marker:
    """Puts a mark into each text of an entry, also into those that were left out, and knows which stands where."""

    def __init__(self) -> None:
        self.marks: dict[str, str] = {}
        self._numbers = count()

    def mark(self, place: str) -> str:
        """A word that stands nowhere else."""
        word = f"zq{next(self._numbers)}x"
        self.marks[word] = place
        return word

    def portfolio(self, portfolio: Portfolio) -> Portfolio:
        """All journeys, libraries and metrics with marks."""
        return replace(
            portfolio,
            journeys=tuple(self.journey(one) for one in portfolio.journeys),
            libraries={name: self.entry(one) for name, one in portfolio.libraries.items()},
            metrics=tuple(self.entry(one) for one in portfolio.metrics),
        )

    def journey(self, journey: Journey) -> Journey:
        """A journey, and its targets in files of their own."""
        return self.entry(journey).with_files(journey.key, {key: self.entry(t) for key, t in journey._further.items()})

    def entry(self, entry: Any) -> Any:
        """An entry with a mark in each of its texts, with a link, a field of its own and a quote where it may have one."""
        model = type(entry)
        update = {
            name: self._value(f"{model.__name__}.{name}", field.annotation, field.metadata, getattr(entry, name))
            for name, field in model.model_fields.items()
            if name != "links"
        }
        if "id" in update and "name" in update:
            update["id"] = entry.key
        if isinstance(entry, Linked):
            place = f"{model.__name__}.links"
            update["links"] = (Link(url=f"https://example.test/{self.mark(place)}", name=self.mark(place)),)
        if "quotes" in update:
            update["quotes"] = (*update["quotes"], *self._quotes(model.__name__))
        made = entry.model_copy(
            update={key: value for key, value in update.items() if value is not getattr(entry, key)}
        )
        made._own = {**entry.own, "x-seen": self.mark(f"{model.__name__}.x-seen")} if isinstance(entry, Linked) else {}
        return made

    def _quotes(self, where: str) -> Iterator[Quote]:
        yield Quote(text=self.mark(f"{where}.quotes.text"), who=self.mark(f"{where}.quotes.who"), consent="public")
        yield Quote(summary=self.mark(f"{where}.quotes.summary"), consent="none")

    def _value(self, place: str, annotation: Any, metadata: list[Any], value: Any) -> Any:
        if place in NAMES:
            return value
        if isinstance(value, Entry):
            return self.entry(value)
        if isinstance(value, tuple) and value and isinstance(value[0], Entry):
            return tuple(self.entry(one) for one in value)
        if isinstance(value, Mapping) and any(isinstance(one, Entry) for one in value.values()):
            return {key: self.entry(one) for key, one in value.items()}
        return self._text(place, annotation, metadata, value)

    def _text(self, place: str, annotation: Any, metadata: list[Any], value: Any) -> Any:
        if not takes_text(annotation, metadata):
            return value
        if isinstance(value, Mapping) or place.endswith(".feeling"):
            return {key: f"{self.mark(place)} {one}" for key, one in (value or {"all": ""}).items()}
        if isinstance(value, tuple):
            return (*(f"{self.mark(place)} {one}" for one in value), self.mark(place))
        return f"{self.mark(place)} {value or ''}".strip()


def takes_text(annotation: Any, metadata: list[Any]) -> bool:
    """True for a field that holds free text, one or several."""
    if any(isinstance(one, Kind) and one.section == "text" for one in metadata):
        return True
    return any(takes_text(inner, list(getattr(inner, "__metadata__", ()))) for inner in get_args(annotation))
