"""All that was written, as one value, and everything in it by kind and id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.library import (
    Organisation,
    Segments,
    SharedActions,
    SharedEvidence,
    SharedHotspots,
    SharedIdeas,
    Strategy,
    Technology,
    Touchpoints,
    Value,
)
from cxsite.model.metric import Metric
from cxsite.model.named import Linked
from cxsite.model.settings import Settings
from cxsite.model.translation import Translation

LIBRARIES: dict[str, type[Entry]] = {
    "strategy": Strategy,
    "value": Value,
    "segments": Segments,
    "organisation": Organisation,
    "touchpoints": Touchpoints,
    "technology": Technology,
    "hotspots": SharedHotspots,
    "ideas": SharedIdeas,
    "actions": SharedActions,
    "evidence": SharedEvidence,
}
"""The library files by name; a journey cannot be called like one."""

IN_JOURNEY = ("phase", "step", "hotspot", "idea", "action", "goal", "evidence")
"""Kinds whose ids are a journey's own; those of the others belong to the repository."""

_HOME_OF = {
    **{"party": "organisation", "person": "organisation", "department": "organisation"},
    **{"segment": "segments", "channel": "touchpoints", "touchpoint": "touchpoints"},
    **{"system": "technology", "capability": "technology", "principle": "strategy", "life-cycle stage": "strategy"},
}
COMPUTED_METRICS = ("cx-easy-phases", "cx-measured-interactions")
"""Metrics that are counted by the product."""


@dataclass(frozen=True)
class Portfolio:
    """Every journey, metric and library of a project, in the order of their ids, under its settings."""

    settings: Settings
    journeys: tuple[Journey, ...] = ()
    metrics: tuple[Metric, ...] = ()
    libraries: Mapping[str, Entry] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Journeys that are there and have no shape; what refers to them cannot be checked."""
    all_metrics: bool = True
    """False where a file of metrics could not be read, so that nobody can say which ones there are."""
    translations: Mapping[str, Mapping[str, Translation]] = field(default_factory=dict)
    """A journey's texts in other languages, by its id and the language."""

    @cached_property
    def metric_by_id(self) -> dict[str, Metric]:
        """The metrics by id; of two with one id, the first."""
        return {metric.key: metric for metric in reversed(self.metrics)}

    @cached_property
    def journey_by_id(self) -> dict[str, Journey]:
        """The journeys by id."""
        return {journey.key: journey for journey in self.journeys}

    @cached_property
    def journey_order(self) -> dict[str, int]:
        """The place of each journey among all, by id."""
        return {journey.key: index for index, journey in enumerate(self.journeys)}

    @cached_property
    def _by_id(self) -> Mapping[str, Index]:
        return self._everywhere(lambda entry: (key_of(entry),))

    @cached_property
    def _by_former_id(self) -> Mapping[str, Index]:
        return self._everywhere(lambda entry: entry.formerly)

    def _everywhere(self, ids: Callable[[Linked], Iterable[str]]) -> Mapping[str, Index]:
        """An index of what is shared, under the empty name, and one of each journey."""
        return _Indexes(self, ids)

    def find(self, kind: str, text: str, journey: str = "") -> Linked | None:
        """What an id names where it stands: in a journey, or (without one) in a file of the repository.

        `journey/id` names something of another journey.
        """
        return _look_up(self._by_id, kind, text, journey)

    def find_former(self, kind: str, text: str, journey: str = "") -> Linked | None:
        """What had this id before."""
        return _look_up(self._by_former_id, kind, text, journey)

    def everywhere(self, kind: str) -> Iterator[tuple[str, Linked]]:
        """All of a kind of `IN_JOURNEY`, each with the id of its journey; those of the repository first, with none."""
        yield from (("", entry) for entry in self.shared.get(kind, ()))
        for journey in self.journeys:
            yield from ((journey.key, entry) for entry in of_journey(journey, kind))

    def name_of(self, kind: str, text: str, journey: str = "") -> str:
        """What something is called; the id itself where nobody has listed it."""
        found = self.find(kind, text, journey) or self.find_former(kind, text, journey)
        return str(getattr(found, "name", None) or text)

    def find_journey(self, text: str | None) -> Journey | None:
        """The journey of this id, or that had it before; None without one."""
        found = self.find("journey", text) or self.find_former("journey", text) if text else None
        return found if isinstance(found, Journey) else None

    def library(self, name: str, part: str) -> tuple[Linked, ...]:
        """A list of a library file; empty where there is no such file."""
        entries: tuple[Linked, ...] = getattr(self.libraries.get(name), part, ())
        return entries

    def is_open(self, kind: str) -> bool:
        """True where nobody has listed things of this kind yet, so that any id will do."""
        home = _HOME_OF.get(kind)
        return home is not None and home not in self.libraries

    @cached_property
    def shared(self) -> dict[str, tuple[Linked, ...]]:
        """Everything whose ids belong to the repository, by kind."""
        people, departments = self.library("organisation", "people"), self.library("organisation", "departments")
        personas = self.library("segments", "personas")
        return {
            "party": (*people, *departments),
            "person": people,
            "department": departments,
            "segment": (*self.library("segments", "segments"), *personas),
            "channel": self.library("touchpoints", "channels"),
            "touchpoint": self.library("touchpoints", "touchpoints"),
            "system": self.library("technology", "systems"),
            "capability": self.library("technology", "capabilities"),
            "principle": self.library("strategy", "principles"),
            "life-cycle stage": self.library("strategy", "life_cycle"),
            "metric": self.metrics,
            "journey": self.journeys,
            "hotspot": self.library("hotspots", "hotspots"),
            "idea": self.library("ideas", "ideas"),
            "action": self.library("actions", "actions"),
            "evidence": self.library("evidence", "evidence"),
            "goal": self.library("strategy", "goals"),
        }


Index = Mapping[str, Mapping[str, Linked]]
"""Things by kind and id."""


class _Indexes(dict[str, Index]):
    """Each index is made when something is first looked for there: of most states only a few journeys are asked."""

    def __init__(self, portfolio: Portfolio, ids: Callable[[Linked], Iterable[str]]) -> None:
        super().__init__()
        self._portfolio, self._ids = portfolio, ids

    def __missing__(self, home: str) -> Index:
        journey = self._portfolio.journey_by_id.get(home)
        own = {kind: of_journey(journey, kind) for kind in IN_JOURNEY} if journey else {}
        self[home] = _indexed(own if home else self._portfolio.shared, self._ids)
        return self[home]


def key_of(entry: Linked) -> str:
    """The id of any entry, written or made from its name."""
    return str(getattr(entry, "key", None) or getattr(entry, "id", None) or "")


def _indexed(things: Mapping[str, Iterable[Linked]], ids: Callable[[Linked], Iterable[str]]) -> Index:
    """By kind and id; of two things with one id, the first."""
    index: dict[str, dict[str, Linked]] = {kind: {} for kind in things}
    for kind, entries in things.items():
        for entry in entries:
            for key in ids(entry):
                index[kind].setdefault(key, entry)
    return index


def of_journey(journey: Journey, kind: str) -> tuple[Linked, ...]:
    """A journey's own things of a kind of `IN_JOURNEY`."""
    found: dict[str, Iterable[Linked]] = {
        "phase": journey.phases,
        "step": journey.steps,
        "hotspot": journey.hotspots,
        "idea": journey.ideas,
        "action": journey.actions,
        "goal": (*journey.goals, *(goal for target in journey.targets.values() for goal in target.goals)),
        "evidence": journey.evidence,
    }
    return tuple(found[kind])


def _look_up(index: Mapping[str, Index], kind: str, text: str, journey: str) -> Linked | None:
    home, slash, own = text.partition("/")
    if kind in IN_JOURNEY and slash:
        return index[home].get(kind, {}).get(own)
    for place in (journey, "") if journey and kind in IN_JOURNEY else ("",):
        if found := index[place].get(kind, {}).get(text):
            return found
    return None
