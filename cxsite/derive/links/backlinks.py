"""The other end of every link: what refers to a thing. A link is written at one end; this is computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cxsite.derive.links.things import Thing, entry_of, thing_of
from cxsite.measure.series import Measures
from cxsite.model.action import Action
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio, key_of, of_journey
from cxsite.model.refs import references

_ON_A_JOURNEY = ("hotspots", "ideas", "actions", "evidence", "goals", "target")
_LISTED = ("hotspot", "idea", "action", "evidence", "goal")


@dataclass(frozen=True)
class Use:
    """One link: what refers to a thing, and by which field, as in `addresses`. A target is of the kind `target`."""

    by: Thing
    field: str


@dataclass(frozen=True)
class BackLinks:
    """What refers to each thing of a portfolio."""

    portfolio: Portfolio
    measures: Measures

    @cached_property
    def uses(self) -> dict[Thing, tuple[Use, ...]]:
        """The links to each thing, in the order in which they are written; a thing without any is not in it."""
        found: dict[Thing, dict[Use, None]] = {}
        for by, journey, entry in entries(self.portfolio):
            for reference in references(entry):
                thing = thing_of(self.portfolio, reference.kind, reference.text, journey)
                if thing is not None and thing != by:
                    found.setdefault(_merged(thing), {})[Use(by, str(reference.path[0]))] = None
        return {thing: tuple(uses) for thing, uses in found.items()}

    def by_kind(self, thing: Thing, kind: str, field: str = "") -> tuple[Thing, ...]:
        """The things of a kind that refer to this one, by any field or by one: `("action", "addresses")`."""
        uses = self.uses.get(_merged(thing), ())
        return tuple(dict.fromkeys(use.by for use in uses if use.by.kind == kind and field in ("", use.field)))

    def actions_on(self, hotspot: Thing) -> tuple[Thing, ...]:
        """The actions that address a hotspot, dropped ones left out."""
        found = self.by_kind(hotspot, "action", "addresses")
        return tuple(thing for thing in found if not _dropped(entry_of(self.portfolio, thing)))

    def ideas_on(self, hotspot: Thing) -> tuple[Thing, ...]:
        """The ideas that address a hotspot."""
        return self.by_kind(hotspot, "idea", "addresses")

    def hotspots_on(self, place: Thing) -> tuple[Thing, ...]:
        """The hotspots that stand on a step or a phase, of any journey."""
        return self.by_kind(place, "hotspot", f"{place.kind}s")

    def journeys_using(self, thing: Thing) -> tuple[str, ...]:
        """The journeys that have to do with something of the repository, by id.

        A journey uses what it and anything in it refers to; a channel through its touchpoints; a segment through its
        personas; a metric where its rows are about the journey.
        """
        found: list[str] = []
        for each in (thing, *self._through(thing)):
            found += [
                use.by.home or (use.by.key if use.by.kind == "journey" else "")
                for use in self.uses.get(_merged(each), ())
            ]
        if thing.kind == "metric":
            found += self.measures.journeys_of.get(thing.key, ())
        order = self.portfolio.journey_order
        return tuple(sorted(set(found) & order.keys(), key=order.__getitem__))

    def _through(self, thing: Thing) -> tuple[Thing, ...]:
        """What stands for a thing where it is referred to: touchpoints for their channel, personas for a segment."""
        if thing.kind == "channel":
            return self.by_kind(thing, "touchpoint", "channel")
        return self.by_kind(thing, "segment", "segment") if thing.kind == "segment" else ()


def _merged(thing: Thing) -> Thing:
    """People and departments share one space of ids, whichever of the two a field wants."""
    return Thing("party", "", thing.key) if thing.kind in ("person", "department") else thing


def _dropped(entry: object) -> bool:
    return isinstance(entry, Action) and entry.status == "dropped"


def entries(portfolio: Portfolio) -> Iterator[tuple[Thing, str, Entry]]:
    """Everything that can refer to something: what it is, the journey it stands in, and itself without its parts."""
    kinds = ("party", "segment", "channel", "touchpoint", "system", "capability", "metric", *_LISTED)
    for kind in kinds:
        for entry in portfolio.shared[kind]:
            yield Thing(kind, "", key_of(entry)), "", entry
    if (value := portfolio.libraries.get("value")) is not None:
        yield Thing("value", "", "value"), "", value
    for journey in portfolio.journeys:
        yield from _of_journey(journey)


def _of_journey(journey: Journey) -> Iterator[tuple[Thing, str, Entry]]:
    home = journey.key
    bare: dict[str, object] = {name: None if name == "target" else () for name in (*_ON_A_JOURNEY, "phases")}
    yield Thing("journey", "", home), home, journey.model_copy(update=bare)
    for phase in journey.phases:
        yield Thing("phase", home, phase.key), home, phase.model_copy(update={"steps": ()})
        yield from ((Thing("step", home, step.key), home, step) for step in phase.steps)
    for kind in _LISTED:
        if kind != "goal":
            yield from ((Thing(kind, home, key_of(entry)), home, entry) for entry in of_journey(journey, kind))
    yield from ((Thing("goal", home, goal.key), home, goal) for goal in journey.goals)
    yield from ((Thing("target", home, key), home, target) for key, target in journey.targets.items())
