"""The library files: strategy, value, segments, organisation, touchpoints, technology, and what journeys share."""

from __future__ import annotations

from typing import Literal

from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence
from cxsite.model.named import Linked, Named
from cxsite.model.refs import ChannelRef, DepartmentRef, GoalRefs, PartyRef, PersonRef, SegmentRef, SystemRef
from cxsite.model.text import Text, Texts
from cxsite.model.values import OneToFive, Positive, When, ZeroToFour

Office = Literal["front", "middle", "back", "outside"]


class Principle(Named):
    """A guiding principle that target changes keep."""

    summary: Text | None = None


class LifeCycleStage(Named):
    """A stage of the customer's life with the company."""

    summary: Text | None = None


class Maturity(Linked):
    """One dimension of how mature the work on customer experience is, 1..5."""

    name: Text
    """Required."""
    now: OneToFive | None = None
    target: OneToFive | None = None
    reviewed: When | None = None


class Strategy(Entry):
    """`strategy.yml`: what the company is there for, and the principles that maps are redesigned under."""

    vision: Text | None = None
    mission: Text | None = None
    values: Texts = ()
    principles: tuple[Principle, ...] = ()
    goals: tuple[Goal, ...] = ()
    life_cycle: tuple[LifeCycleStage, ...] = ()
    maturity: tuple[Maturity, ...] = ()


class EffortWeights(Entry):
    """Points of effort: a minute, a unit of currency, a point of emotion below zero."""

    time: Positive | None = None
    money: Positive | None = None
    emotion: Positive | None = None


class Value(Entry):
    """`value.yml`: what customers value, as weights of the effort they spend."""

    summary: Text | None = None
    weights: EffortWeights | None = None
    hour: Positive | None = None
    """What an hour of the customer's time is worth, in the site's currency."""
    segments: dict[SegmentRef, EffortWeights] = {}  # noqa: RUF012 (pydantic copies it)
    """Weights of a segment that differ from the general ones."""


class Segment(Named):
    """A group of customers. Pooled only within a dimension."""

    dimension: Text | None = None
    """What it is told apart by: `region`, `joining`."""
    summary: Text | None = None


class Persona(Named):
    """A typical customer; stands wherever a segment can."""

    segment: SegmentRef | None = None
    summary: Text | None = None


class Segments(Entry):
    """`segments.yml`."""

    segments: tuple[Segment, ...] = ()
    personas: tuple[Persona, ...] = ()


class Department(Named):
    """A part of the organisation, or a partner outside."""

    office: Office | None = None
    lead: PersonRef | None = None
    codeowner: Text | None = None
    """Its team on the forge, for CODEOWNERS: `acme/billing`."""
    objectives: GoalRefs = ()
    """Goals it has taken on: `join/bill-we-agreed`."""
    summary: Text | None = None


class Person(Named):
    """Somebody who answers for something."""

    role: Text | None = None
    department: DepartmentRef | None = None
    """Not needed for the lead of one."""
    office: Office | None = None


class Organisation(Entry):
    """`organisation.yml`. People and departments share one space of ids."""

    departments: tuple[Department, ...] = ()
    people: tuple[Person, ...] = ()


class Channel(Named):
    """A way in which customers and company meet."""

    summary: Text | None = None


class Touchpoint(Named):
    """A thing customers meet, used by several journeys."""

    channel: ChannelRef | None = None
    owner: PartyRef | None = None
    summary: Text | None = None


class Touchpoints(Entry):
    """`touchpoints.yml`."""

    channels: tuple[Channel, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()


class System(Named):
    """A system that steps depend on."""

    since: When | None = None
    """When it went into use."""
    owner: PartyRef | None = None
    summary: Text | None = None


class Capability(Named):
    """Something to be able to do, or to know; 0 (not at all) to 4 (fully)."""

    kind: Literal["do", "know"]
    """Required."""
    system: SystemRef | None = None
    now: ZeroToFour | None = None
    target: ZeroToFour | None = None
    summary: Text | None = None


class Technology(Entry):
    """`technology.yml`."""

    systems: tuple[System, ...] = ()
    capabilities: tuple[Capability, ...] = ()


class SharedHotspots(Entry):
    """`hotspots.yml` beside the journeys: hotspots of several journeys."""

    hotspots: tuple[Hotspot, ...] = ()


class SharedIdeas(Entry):
    """`ideas.yml` beside the journeys."""

    ideas: tuple[Idea, ...] = ()


class SharedActions(Entry):
    """`actions.yml` beside the journeys."""

    actions: tuple[Action, ...] = ()


class SharedEvidence(Entry):
    """`evidence.yml` beside the journeys."""

    evidence: tuple[Evidence, ...] = ()
