"""What is compared: everything that has an id, each with what stands about it beside its own parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any, get_args, get_origin

from cxsite.diagnostics import Span
from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.library import (
    Capability,
    Channel,
    Department,
    LifeCycleStage,
    Maturity,
    Organisation,
    Person,
    Persona,
    Principle,
    Segment,
    Segments,
    SharedActions,
    SharedEvidence,
    SharedHotspots,
    SharedIdeas,
    Strategy,
    System,
    Technology,
    Touchpoint,
    Touchpoints,
    Value,
)
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Category, Settings
from cxsite.model.step import Phase, Step
from cxsite.model.target import PhaseDifference, StepDifference, Target
from cxsite.model.text import to_id
from cxsite.model.translation import Translation

NOUNS: dict[type[Entry], str] = {
    Journey: "journey",
    Phase: "phase",
    Step: "step",
    Hotspot: "hotspot",
    Idea: "idea",
    Action: "action",
    Goal: "goal",
    Evidence: "source",
    Target: "target map",
    StepDifference: "target step",
    PhaseDifference: "target phase",
    Translation: "translation",
    Metric: "metric",
    Strategy: "strategy",
    Principle: "principle",
    LifeCycleStage: "life-cycle stage",
    Maturity: "dimension of maturity",
    Value: "value definition",
    Segment: "segment",
    Persona: "persona",
    Department: "department",
    Person: "person",
    Channel: "channel",
    Touchpoint: "touchpoint",
    System: "system",
    Capability: "capability",
    Settings: "settings",
    Category: "category",
}
"""What each is called. Whatever has no noun is told as part of what it stands in."""
SHELVES = (Segments, Organisation, Touchpoints, Technology, SharedHotspots, SharedIdeas, SharedActions, SharedEvidence)
"""Files that only hold lists; nothing is said about them as a whole."""


@dataclass(frozen=True)
class Unit:
    """Something with an id. `scope` is where its id counts: a journey, a target of one, or everywhere.

    `twin` counts those with one id, which is a mistake that the checks report; none is lost here for it.
    """

    noun: str
    scope: str
    key: str
    entry: Entry = field(compare=False)
    parent: Unit | None = field(default=None, compare=False)
    twin: int = 0

    @property
    def address(self) -> tuple[str, str, str, int]:
        """What it is found by on the other side."""
        return self.noun, self.scope, self.key, self.twin

    @property
    def journey(self) -> str:
        """The id of the journey it stands in; empty for what is shared."""
        return self.key if self.noun == "journey" else self.scope.partition("/")[0]

    @property
    def name(self) -> str:
        """What it is called; its id where it has no name."""
        found = str(getattr(self.entry, "name", None) or getattr(self.entry, "title", None) or self.key)
        return " ".join(found.split())

    @property
    def former(self) -> tuple[str, ...]:
        """The ids it says it had before."""
        found: tuple[str, ...] = getattr(self.entry, "formerly", ())
        return found

    @property
    def span(self) -> Span:
        """Where it is written."""
        return self.entry.span()


def units_of(portfolio: Portfolio, without: frozenset[str] = frozenset()) -> tuple[Unit, ...]:
    """Everything that has an id, in the order in which it is written, parts behind what they stand in; `without` what
    stands in these journeys."""
    journeys = (journey for journey in portfolio.journeys if journey.key not in without)
    within = (unit for journey in journeys for unit in _in_journey(portfolio, journey))
    return tuple(_counted(chain(_shared(portfolio), within)))


def units_in(portfolio: Portfolio, journey: Journey) -> tuple[Unit, ...]:
    """A journey and everything that has an id in it."""
    return tuple(_counted(_in_journey(portfolio, journey)))


def _shared(portfolio: Portfolio) -> Iterator[Unit]:
    yield from _with_parts(Unit("settings", "", "settings", portfolio.settings))
    for name, library in portfolio.libraries.items():
        if isinstance(library, SHELVES):
            yield from _parts(library, None, "")
        else:
            yield from _with_parts(Unit(NOUNS[type(library)], "", name, library))
    for metric in portfolio.metrics:
        yield Unit("metric", "", metric.key, metric)


def _in_journey(portfolio: Portfolio, journey: Journey) -> Iterator[Unit]:
    whole = Unit("journey", "", journey.key, journey)
    yield from _with_parts(whole)
    for key, target in journey.targets.items():
        yield from _with_parts(Unit("target map", journey.key, key, target, whole))
    for language, translation in portfolio.translations.get(journey.key, {}).items():
        yield Unit("translation", journey.key, language, translation, whole)


def _with_parts(unit: Unit) -> Iterator[Unit]:
    yield unit
    inside = {"journey": unit.key, "target map": f"{unit.scope}/{unit.key}"}.get(unit.noun, unit.scope)
    yield from _parts(unit.entry, unit, inside)


def _parts(entry: Entry, parent: Unit | None, scope: str) -> Iterator[Unit]:
    for name in part_fields(type(entry)):
        for part in getattr(entry, name):
            yield from _with_parts(Unit(NOUNS[type(part)], scope, _key(part), part, parent))


def _key(entry: Entry) -> str:
    if isinstance(entry, StepDifference | PhaseDifference):
        return entry.ref
    return str(getattr(entry, "key", None) or to_id(str(getattr(entry, "name", ""))))


def _counted(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: Counter[tuple[str, str, str]] = Counter()
    for unit in units:
        plain = unit.noun, unit.scope, unit.key
        yield unit if not seen[plain] else Unit(*plain, unit.entry, unit.parent, seen[plain])
        seen[plain] += 1


@cache
def part_fields(model: type[Entry]) -> tuple[str, ...]:
    """The fields that hold lists of what has an id of its own."""
    return tuple(name for name, each in model.model_fields.items() if _holds_parts(each.annotation))


def _holds_parts(annotation: Any) -> bool:
    if get_origin(annotation) is tuple:
        return any(isinstance(inner, type) and inner in NOUNS for inner in get_args(annotation))
    return any(_holds_parts(inner) for inner in get_args(annotation)[:1]) if get_args(annotation) else False


@cache
def own_fields(model: type[Entry]) -> tuple[str, ...]:
    """The fields that say something about it: not its id, its name, its former ids, nor its parts."""
    apart = {"id", "name", "formerly", *part_fields(model), *({"target"} if model is Journey else ())}
    if model in (StepDifference, PhaseDifference):
        apart |= {"add", "change", "remove"}
    if model is Translation:  # its name is a text like the others
        apart -= {"name"}
    fields = tuple(name for name in model.model_fields if name not in apart)
    return ("verb", *fields) if model in (StepDifference, PhaseDifference) else fields
