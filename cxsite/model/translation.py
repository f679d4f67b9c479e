"""A journey's texts in another language: what is translated, what falls back, and how much is missing."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from pydantic import Field
from pydantic.fields import FieldInfo

from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry, field_of
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.kinds import Kind
from cxsite.model.step import Phase, Step
from cxsite.model.text import Id, Text

Words = Mapping[str, Text | tuple[Text, ...] | Mapping[str, Text]]
"""The texts of one thing by key: a text, a list of texts, or a text for each segment."""
ById = Annotated[Mapping[Id, Words], Kind("texts by id, each with the keys it translates", section="text")]


class Translation(Entry):
    """A journey's texts in another language, by kind and id, in `lang/de.yml`. What is missing falls back."""

    name: Text | None = None
    """What the journey is called."""
    summary: Text | None = None
    """What the journey is, in a sentence."""
    outcome: Text | None = None
    """The key customer outcome."""
    finding: Text | None = None
    """The heading of the map."""
    phases: ById = Field(default_factory=dict)
    """Texts of phases by id: `{wait: {name: Warten}}`."""
    steps: ById = Field(default_factory=dict)
    """Texts of steps by id."""
    hotspots: ById = Field(default_factory=dict)
    """Texts of hotspots by id."""
    ideas: ById = Field(default_factory=dict)
    """Texts of ideas by id."""
    actions: ById = Field(default_factory=dict)
    """Texts of actions by id."""
    goals: ById = Field(default_factory=dict)
    """Names of goals by id."""
    evidence: ById = Field(default_factory=dict)
    """Texts of sources of evidence by id."""


KINDS: dict[str, type[Entry]] = {
    "phases": Phase,
    "steps": Step,
    "hotspots": Hotspot,
    "ideas": Idea,
    "actions": Action,
    "goals": Goal,
    "evidence": Evidence,
}
"""What a translation can be about, by its key."""
OF_JOURNEY = ("name", "summary", "outcome", "finding")
"""Texts of the journey itself."""


def things(journey: Journey, key: str) -> dict[str, Entry]:
    """A journey's things of one kind, by id."""
    return {entry.key: entry for entry in reversed(getattr(journey, key))}


@cache
def text_keys(model: type[Entry]) -> tuple[str, ...]:
    """The keys of an entry that hold text: one, a list, or one for each segment."""
    return tuple(
        field.alias or name for name, field in model.model_fields.items() if _is_text(field.annotation, field.metadata)
    )


def _is_text(annotation: Any, metadata: typing.Sequence[Any] = ()) -> bool:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _is_text(arguments[0], [*arguments[1:], *metadata])
    if origin in (tuple, Mapping):
        return _is_text(arguments[0 if origin is tuple else 1])
    if arguments:
        return any(_is_text(argument, metadata) for argument in arguments if argument is not type(None))
    return any(isinstance(mark, Kind) and mark.words == "text" for mark in metadata)


@dataclass(frozen=True)
class Coverage:
    """How many of a journey's texts a translation holds."""

    translated: int
    texts: int


def coverage(journey: Journey, translation: Translation) -> Coverage:
    """How much of a journey is translated: one text for each key that holds any."""
    done = total = 0
    for key in OF_JOURNEY:
        if getattr(journey, key):
            total += 1
            done += getattr(translation, key) is not None
    for kind in KINDS:
        words = getattr(translation, kind)
        for entry in things(journey, kind).values():
            there = {key for key, _ in _texts(entry)}
            total += len(there)
            done += len(there & set(words_of(entry, words)))
    return Coverage(done, total)


def _texts(entry: Entry) -> Iterator[tuple[str, FieldInfo]]:
    """The keys of an entry under which it has text."""
    for key in text_keys(type(entry)):
        field = field_of(type(entry), key)
        if field is not None and getattr(entry, key.replace("-", "_"), None):
            yield key, field


def words_of(entry: Any, words: Mapping[Id, Words]) -> Words:
    """What a translation holds of an entry, under its id or one it had before."""
    return next((words[key] for key in (entry.key, *entry.formerly) if key in words), {})


def translated(journey: Journey, translation: Translation) -> Journey:
    """The journey with the texts that the translation holds; the others stay as they are."""
    update: dict[str, Any] = {key: text for key in OF_JOURNEY if (text := getattr(translation, key)) is not None}
    for kind in ("hotspots", "ideas", "actions", "goals", "evidence"):
        words = getattr(translation, kind)
        update[kind] = tuple(_with_words(entry, words_of(entry, words)) for entry in getattr(journey, kind))
    phases = []
    for phase in journey.phases:
        steps = tuple(_with_words(step, words_of(step, translation.steps)) for step in phase.steps)
        phases.append(_with_words(phase, words_of(phase, translation.phases)).model_copy(update={"steps": steps}))
    return journey.model_copy(update={**update, "phases": tuple(phases)})


def _with_words(entry: Any, words: Words) -> Any:
    """An entry with its texts replaced, each in the form it had. Its id stays the one it was found by."""
    fresh: dict[str, Any] = {}
    for key, _ in _texts(entry):
        text = words.get(key)
        if text is None:
            continue
        before = getattr(entry, key)
        if isinstance(before, tuple):
            fresh[key] = text if isinstance(text, tuple) else (text,)
        elif isinstance(before, Mapping):
            fresh[key] = {**before, **text} if isinstance(text, Mapping) else {**before, "all": text}
        else:
            fresh[key] = text if isinstance(text, str) else "\n".join(text)
    return entry.model_copy(update={"id": entry.key, **fresh}) if fresh else entry
