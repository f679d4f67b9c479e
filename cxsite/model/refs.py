"""References: which fields name something else, of which kind, and all that an entry names."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import Field

from cxsite.diagnostics import Span
from cxsite.model.base import Entry
from cxsite.model.text import OneOrMore
from cxsite.model.walk import holds_entries


@dataclass(frozen=True)
class RefTo:
    """Marks a field's text as the id of something of this kind. The kind is written as messages say it."""

    kind: str


NOUNS = {"party": "person or department", "evidence": "source of evidence"}
"""What people call a kind, where that is another word."""

_Word = Field(min_length=1)

PartyRef = Annotated[str, RefTo("party"), _Word]
DepartmentRef = Annotated[str, RefTo("department"), _Word]
PersonRef = Annotated[str, RefTo("person"), _Word]
SegmentRef = Annotated[str, RefTo("segment"), _Word]
MetricRef = Annotated[str, RefTo("metric"), _Word]
GoalRef = Annotated[str, RefTo("goal"), _Word]
EvidenceRef = Annotated[str, RefTo("evidence"), _Word]
StepRef = Annotated[str, RefTo("step"), _Word]
PhaseRef = Annotated[str, RefTo("phase"), _Word]
ChannelRef = Annotated[str, RefTo("channel"), _Word]
TouchpointRef = Annotated[str, RefTo("touchpoint"), _Word]
LifeCycleRef = Annotated[str, RefTo("life-cycle stage"), _Word]
JourneyRef = Annotated[str, RefTo("journey"), _Word]
SystemRef = Annotated[str, RefTo("system"), _Word]
CapabilityRef = Annotated[str, RefTo("capability"), _Word]
HotspotRef = Annotated[str, RefTo("hotspot"), _Word]
IdeaRef = Annotated[str, RefTo("idea"), _Word]
ActionRef = Annotated[str, RefTo("action"), _Word]
PrincipleRef = Annotated[str, RefTo("principle"), _Word]
CategoryRef = Annotated[str, RefTo("category"), _Word]

Parties = Annotated[tuple[PartyRef, ...], OneOrMore]
Segments = Annotated[tuple[SegmentRef, ...], OneOrMore]
MetricRefs = Annotated[tuple[MetricRef, ...], OneOrMore]
GoalRefs = Annotated[tuple[GoalRef, ...], OneOrMore]
EvidenceRefs = Annotated[tuple[EvidenceRef, ...], OneOrMore]
StepRefs = Annotated[tuple[StepRef, ...], OneOrMore]
PhaseRefs = Annotated[tuple[PhaseRef, ...], OneOrMore]
ChannelRefs = Annotated[tuple[ChannelRef, ...], OneOrMore]
TouchpointRefs = Annotated[tuple[TouchpointRef, ...], OneOrMore]
SystemRefs = Annotated[tuple[SystemRef, ...], OneOrMore]
CapabilityRefs = Annotated[tuple[CapabilityRef, ...], OneOrMore]
HotspotRefs = Annotated[tuple[HotspotRef, ...], OneOrMore]
IdeaRefs = Annotated[tuple[IdeaRef, ...], OneOrMore]
ActionRefs = Annotated[tuple[ActionRef, ...], OneOrMore]
PrincipleRefs = Annotated[tuple[PrincipleRef, ...], OneOrMore]


@dataclass(frozen=True)
class Reference:
    """One id that an entry names: of which kind, in which field, at which place."""

    kind: str
    text: str
    entry: Entry
    path: tuple[str | int, ...]

    @property
    def span(self) -> Span:
        """Where the id is written."""
        return self.entry.span(*self.path)


def references(entry: Entry) -> Iterator[Reference]:
    """Everything that an entry, and the entries inside it, refer to, in the order of their fields."""
    for name, key, kind in reference_plan(type(entry)):
        value = getattr(entry, name)
        if value is None or value == ():
            continue
        if kind:
            yield from _in_field(entry, key, kind, value)
        else:
            yield from _inside(value)


def _in_field(entry: Entry, name: str, kind: str, value: Any) -> Iterator[Reference]:
    if isinstance(value, str):
        yield Reference(kind, value, entry, (name,))
    elif isinstance(value, tuple):
        for index, text in enumerate(value):
            yield Reference(kind, text, entry, (name, index))
    elif isinstance(value, Mapping):
        for key in value:
            yield Reference(kind, key, entry, (name, key))


def _inside(value: Any) -> Iterator[Reference]:
    if isinstance(value, Entry):
        yield from references(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _inside(item)


@cache
def reference_plan(model: type[Entry]) -> tuple[tuple[str, str, str], ...]:
    """The fields that hold references (with their kind) or entries (with none), and the keys they are written with."""
    plan: list[tuple[str, str, str]] = []
    for name, field in model.model_fields.items():
        kind = next((mark.kind for mark in field.metadata if isinstance(mark, RefTo)), "") or _kind_in(field.annotation)
        if kind or holds_entries(field.annotation):
            plan.append((name, field.alias or name, kind))
    return tuple(plan)


def _kind_in(annotation: Any) -> str:
    marks = getattr(annotation, "__metadata__", ())
    found = next((mark.kind for mark in marks if isinstance(mark, RefTo)), "")
    return found or next((kind for arg in typing.get_args(annotation) if (kind := _kind_in(arg))), "")
