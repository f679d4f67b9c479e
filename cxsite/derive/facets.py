"""What a list of journeys can be narrowed by: who answers, whom it is for, what hurts, where goal and health stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cxsite.derive.glance import open_hotspots
from cxsite.derive.overview import Overview
from cxsite.derive.work.spots import SEVERITIES
from cxsite.model.journey import Journey
from cxsite.model.text import to_id

Found = Mapping[str, str]
"""The values of one journey, each with what it is called."""

STATES = ("stale", "review due", "up to date", "not assessed")
GOALS = ("reached", "not reached", "not measured yet", "no goal")


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, and how many journeys have it. `value` is an id: it stands in addresses."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One thing that journeys differ in; there are always two options or more."""

    key: str
    name: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Facets:
    """All that journeys differ in, and the values of each journey by its id."""

    facets: tuple[Facet, ...]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, journey: str) -> tuple[tuple[str, str], ...]:
        """Key and values of a journey, the values with spaces between."""
        return tuple((facet.key, " ".join(self.values[journey][facet.key])) for facet in self.facets)


@dataclass(frozen=True)
class _Kind:
    key: str
    name: str
    find: Callable[[Overview, Journey], Found]
    order: tuple[str, ...] = ()


def facets_of(overview: Overview) -> Facets:
    """What the journeys of a portfolio differ in; what is the same for all of them is nothing to choose by."""
    found = {kind.key: {one.key: kind.find(overview, one) for one in overview.atlas.journeys} for kind in _KINDS}
    offered = [(kind, _options(kind, found[kind.key].values())) for kind in _KINDS]
    kept = tuple(Facet(kind.key, kind.name, options) for kind, options in offered if _parts(options, overview))
    values = {
        one.key: {facet.key: tuple(map(to_id, found[facet.key][one.key])) for facet in kept}
        for one in overview.atlas.journeys
    }
    return Facets(kept, values)


def _parts(options: tuple[Option, ...], overview: Overview) -> bool:
    """True where an option leaves some of the journeys out."""
    return any(option.count < len(overview.atlas.journeys) for option in options)


def _options(kind: _Kind, journeys: Iterable[Found]) -> tuple[Option, ...]:
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for found in journeys:
        counted.update(found.keys())
        names |= found
    order = {value: index for index, value in enumerate(kind.order)}
    ranked = sorted(counted, key=lambda value: (order.get(value, len(order)), names[value].casefold(), value))
    return tuple(Option(to_id(value), names[value], counted[value]) for value in ranked)


def _departments(overview: Overview, journey: Journey) -> Found:
    """Those that answer for the journey or for one of its phases."""
    parties = overview.atlas.parties
    owners = [journey.owner, *(phase.owner for phase in journey.phases if phase.owner)]
    keys = [parties.department(parties.now(owner)) for owner in owners]
    return {key: parties.name(key) for key in keys if key}


def _owner(overview: Overview, journey: Journey) -> Found:
    parties = overview.atlas.parties
    key = parties.now(journey.owner)
    return {key: parties.name(key)}


def _segments(overview: Overview, journey: Journey) -> Found:
    return {key: overview.atlas.portfolio.name_of("segment", key) for key in journey.segments}


def _severities(overview: Overview, journey: Journey) -> Found:
    found = (word or "not-rated" for word, _ in open_hotspots(overview.atlas, journey).severities)
    return {word: word.replace("-", " ") for word in found}


def _categories(overview: Overview, journey: Journey) -> Found:
    pins = open_hotspots(overview.atlas, journey).pins
    keys = (pin.hotspot.category for pin in pins)
    return {key: overview.atlas.settings.category_name(key) for key in keys if key}


def _health(overview: Overview, journey: Journey) -> Found:
    state = overview.healths[journey.key].state
    return {state: state}


def _goal(overview: Overview, journey: Journey) -> Found:
    goal = next(iter(overview.standings(journey)), None)
    if goal is None:
        return {"no goal": "no goal"}
    state = "not measured yet" if goal.reached is None else "reached" if goal.reached else "not reached"
    return {state: state}


def _status(_: Overview, journey: Journey) -> Found:
    return {journey.status: journey.status}


_KINDS = (
    _Kind("department", "Department", _departments),
    _Kind("owner", "Owner", _owner),
    _Kind("segment", "Segment", _segments),
    _Kind("hotspot", "Open hotspot", _severities, (*SEVERITIES, "not-rated")),
    _Kind("category", "Category", _categories),
    _Kind("goal", "Primary goal", _goal, GOALS),
    _Kind("health", "Health", _health, STATES),
    _Kind("status", "Status", _status, ("live", "draft", "retired")),
)
