"""Who answers for what, and who contributes to it: each journey, phase, step, hotspot, action, metric, system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar, cast

from cxsite.derive.links.things import Thing, all_actions, all_hotspots, places_of, thing_of
from cxsite.derive.people.parties import Parties, parties_of
from cxsite.derive.places.path import Stop
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.portfolio import Portfolio, key_of

K = TypeVar("K")
Role = Literal["answers", "does", "consulted", "informed", "objective", "proposed", "in the room"]
CONTRIBUTES: tuple[Role, ...] = ("does", "consulted", "informed")


@dataclass(frozen=True)
class Duty:
    """What one party has to do with one thing. `inherited` where that follows from what stands above it."""

    party: str
    role: Role
    thing: Thing
    inherited: bool = False


@dataclass(frozen=True)
class Accountability:
    """All duties of a portfolio, and everything that nobody answers for."""

    parties: Parties
    duties: tuple[Duty, ...]
    unanswered: tuple[Thing, ...]

    @cached_property
    def by_party(self) -> dict[str, tuple[Duty, ...]]:
        """The duties of each person and department, by id; those without any are not in it."""
        return _grouped((duty.party, duty) for duty in self.duties)

    @cached_property
    def by_thing(self) -> dict[Thing, tuple[Duty, ...]]:
        """The duties about each thing: a row of the matrix."""
        return _grouped((duty.thing, duty) for duty in self.duties)

    def of(self, party: str) -> tuple[Duty, ...]:
        """The duties of one party itself."""
        return self.by_party.get(self.parties.now(party), ())

    def of_department(self, department: str) -> tuple[Duty, ...]:
        """The duties of a department and of the people who lead it or belong to it."""
        key = self.parties.now(department)
        return tuple(duty for party in (key, *self.parties.members(key)) for duty in self.of(party))

    def role(self, department: str, thing: Thing) -> tuple[Role, ...]:
        """A cell of the matrix: what a department, or somebody in it, has to do with a thing."""
        duties = self.by_thing.get(thing, ())
        return tuple(dict.fromkeys(duty.role for duty in duties if self.parties.same(duty.party, department)))


def _grouped(pairs: Iterable[tuple[K, Duty]]) -> dict[K, tuple[Duty, ...]]:
    groups: dict[K, list[Duty]] = {}
    for key, duty in pairs:
        groups.setdefault(key, []).append(duty)
    return {key: tuple(members) for key, members in groups.items()}


def accountability(portfolio: Portfolio) -> Accountability:
    """Who has to do with what, over all journeys and libraries. Targets are plans, and give nobody a duty yet."""
    parties = parties_of(portfolio)
    duties: list[Duty] = []
    unanswered: list[Thing] = []
    for thing, owner, inherited in _owners(portfolio, parties):
        if owner:
            duties.append(Duty(parties.now(owner), "answers", thing, inherited))
        else:
            unanswered.append(thing)
    for party, role, thing in _others(portfolio):
        duties.append(Duty(parties.now(party), role, thing))
    for journey in portfolio.journeys:
        duties += _doing(journey, parties)
    return Accountability(parties, tuple(dict.fromkeys(duties)), tuple(unanswered))


def _owners(portfolio: Portfolio, parties: Parties) -> Iterator[tuple[Thing, str, bool]]:
    """Each thing that somebody should answer for, whoever does, and whether that follows from what stands above."""
    for journey in portfolio.journeys:
        yield Thing("journey", "", journey.key), journey.owner, False
        for phase in journey.phases:
            yield Thing("phase", journey.key, phase.key), phase.owner or journey.owner, phase.owner is None
            for step in phase.steps:
                owner = parties.owner(journey, Stop(phase, step))
                yield Thing("step", journey.key, step.key), owner, step.owner is None
    for thing, hotspot in all_hotspots(portfolio):
        if hotspot.kind != "bright-spot" or hotspot.owner:
            owner = hotspot.owner or _owner_of_place(portfolio, parties, thing, hotspot)
            yield thing, owner, hotspot.owner is None
    for thing, action in all_actions(portfolio):
        if action.status != "dropped" or action.owner:
            yield thing, action.owner or "", False
    for kind in ("metric", "system", "touchpoint"):
        for entry in portfolio.shared[kind]:
            yield Thing(kind, "", key_of(entry)), str(getattr(entry, "owner", None) or ""), False


def _owner_of_place(portfolio: Portfolio, parties: Parties, thing: Thing, hotspot: Hotspot) -> str:
    """The owner of the first step that a hotspot stands on, else of its first phase, else of its journey."""
    for place in places_of(portfolio, thing, hotspot):
        journey = portfolio.journey_by_id[place.home]
        for phase in journey.phases:
            if place.kind == "phase" and phase.key == place.key:
                return phase.owner or journey.owner
            for step in phase.steps:
                if place.kind == "step" and step.key == place.key:
                    return parties.owner(journey, Stop(phase, step))
    home = portfolio.journey_by_id.get(thing.home)
    return home.owner if home else ""


def _doing(journey: Journey, parties: Parties) -> Iterator[Duty]:
    """Who does a step, and so something in its phase."""
    for phase in journey.phases:
        there = Thing("phase", journey.key, phase.key)
        yield from (Duty(parties.now(party), "does", there) for party in phase.done_by)
        for step in phase.steps:
            for party in parties.doers(journey, Stop(phase, step)):
                yield Duty(party, "does", Thing("step", journey.key, step.key), inherited=not step.done_by)
                if party not in map(parties.now, phase.done_by):
                    yield Duty(party, "does", there, inherited=True)


def _others(portfolio: Portfolio) -> Iterator[tuple[str, Role, Thing]]:
    for thing, action in all_actions(portfolio):
        roles: tuple[tuple[Role, tuple[str, ...]], ...] = (
            ("does", action.done_by),
            ("consulted", action.consulted),
            ("informed", action.informed),
        )
        yield from ((party, role, thing) for role, named in roles for party in named)
    for department in parties_of(portfolio).departments.values():
        for goal in department.objectives:
            if found := thing_of(portfolio, "goal", goal):
                yield department.key, "objective", found
    homes = [("", portfolio.shared["idea"], portfolio.shared["evidence"])]
    homes += [(journey.key, journey.ideas, journey.evidence) for journey in portfolio.journeys]
    for home, ideas, evidence in homes:
        for idea in ideas:
            if party := getattr(idea, "proposed_by", None):
                yield party, "proposed", Thing("idea", home, key_of(idea))
        for source in cast("tuple[Evidence, ...]", evidence):
            for one in source.participants:
                if party := one.person or one.department:
                    yield party, "in the room", Thing("evidence", home, source.key)
