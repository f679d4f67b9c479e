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
    """What it means in practice, in a sentence."""


class LifeCycleStage(Named):
    """A stage of the customer's life with the company."""

    summary: Text | None = None
    """What the stage covers, in a sentence."""


class Maturity(Linked):
    """One dimension of how mature the work on customer experience is, 1..5."""

    name: Text
    """What is rated, such as shared accountability."""
    now: OneToFive | None = None
    """How far the work is today, 1..5."""
    target: OneToFive | None = None
    """How far it is to come, 1..5."""
    reviewed: When | None = None
    """When it was last rated."""


class Strategy(Entry):
    """`strategy.yml`: what the company is there for, and the principles that maps are redesigned under."""

    finding: Text | None = None
    """What the journeys show taken together, in a sentence: the heading of the front page."""
    vision: Text | None = None
    """What it will be like for customers one day."""
    mission: Text | None = None
    """What the company does every day to get there."""
    values: Texts = ()
    """What the company holds to, a line each."""
    principles: tuple[Principle, ...] = ()
    """The rules that every target map is designed under."""
    goals: tuple[Goal, ...] = ()
    """Goals across all journeys."""
    life_cycle: tuple[LifeCycleStage, ...] = ()
    """The stages of a customer's life with the company, in order."""
    maturity: tuple[Maturity, ...] = ()
    """How mature the work on customer experience is, a rating for each dimension."""


class EffortWeights(Entry):
    """Points of effort: a minute, a unit of currency, a point of emotion below zero."""

    time: Positive | None = None
    """Points for a minute of the customer's time."""
    money: Positive | None = None
    """Points for a unit of the site's currency."""
    emotion: Positive | None = None
    """Points for each point that the emotion is below zero."""


class Value(Entry):
    """`value.yml`: what customers value, as weights of the effort they spend."""

    summary: Text | None = None
    """What customers value, in a sentence or two."""
    weights: EffortWeights | None = None
    """What time, money and negative emotion count for."""
    hour: Positive | None = None
    """What an hour of the customer's time is worth, in the site's currency."""
    segments: dict[SegmentRef, EffortWeights] = {}  # noqa: RUF012 (pydantic copies it)
    """Weights of a segment that differ from the general ones."""


class Segment(Named):
    """A group of customers. Pooled only within a dimension."""

    dimension: Text | None = None
    """What it is told apart by: `region`, `joining`."""
    summary: Text | None = None
    """Who they are, in a sentence."""


class Persona(Named):
    """A typical customer; stands wherever a segment can."""

    segment: SegmentRef | None = None
    """The segment this person is typical of."""
    summary: Text | None = None
    """Who this person is, in a few sentences."""


class Segments(Entry):
    """`segments.yml`: who the customers are."""

    segments: tuple[Segment, ...] = ()
    """The groups of customers."""
    personas: tuple[Persona, ...] = ()
    """Typical customers."""


class Department(Named):
    """A part of the organisation, or a partner outside."""

    office: Office | None = None
    """How near it is to the customer; `outside` for a partner."""
    lead: PersonRef | None = None
    """The person who leads it."""
    codeowner: Text | None = None
    """Its team on the forge, for CODEOWNERS: `acme/billing`."""
    objectives: GoalRefs = ()
    """Goals it has taken on: `join/bill-we-agreed`."""
    summary: Text | None = None
    """What it does, in a sentence."""


class Person(Named):
    """Somebody who answers for something."""

    role: Text | None = None
    """What they do, as on their card."""
    department: DepartmentRef | None = None
    """The department they belong to; not needed for the person who leads it."""
    office: Office | None = None
    """How near they are to the customer; their department's where it is left out."""


class Organisation(Entry):
    """`organisation.yml`: who does the work. People and departments share one space of ids."""

    departments: tuple[Department, ...] = ()
    """Departments, and partners outside."""
    people: tuple[Person, ...] = ()
    """Whoever is named as an owner, a lead or a participant."""


class Channel(Named):
    """A way in which customers and company meet."""

    summary: Text | None = None
    """What belongs to it, in a sentence."""


class Touchpoint(Named):
    """A thing customers meet, used by several journeys."""

    channel: ChannelRef | None = None
    """The channel it belongs to."""
    owner: PartyRef | None = None
    """Who answers for it."""
    summary: Text | None = None
    """What customers meet there, in a sentence."""


class Touchpoints(Entry):
    """`touchpoints.yml`: where customers and company meet."""

    channels: tuple[Channel, ...] = ()
    """The ways in which customers and company meet."""
    touchpoints: tuple[Touchpoint, ...] = ()
    """The things customers meet, for several journeys to share."""


class System(Named):
    """A system that steps depend on."""

    since: When | None = None
    """When it went into use."""
    owner: PartyRef | None = None
    """Who answers for it."""
    summary: Text | None = None
    """What it does, in a sentence."""


class Capability(Named):
    """Something to be able to do, or to know; 0 (not at all) to 4 (fully)."""

    kind: Literal["do", "know"]
    """Whether it is something we can do or something we can know."""
    system: SystemRef | None = None
    """The system that gives it, or would."""
    now: ZeroToFour | None = None
    """How far we are today, 0..4."""
    target: ZeroToFour | None = None
    """How far we want to come, 0..4."""
    summary: Text | None = None
    """What it is good for, in a sentence."""


class Technology(Entry):
    """`technology.yml`: systems, and what we can do and know."""

    systems: tuple[System, ...] = ()
    """The systems that steps depend on."""
    capabilities: tuple[Capability, ...] = ()
    """What we can do and know, and how far."""


class SharedHotspots(Entry):
    """`hotspots.yml` beside the journeys: hotspots of several journeys."""

    hotspots: tuple[Hotspot, ...] = ()
    """The hotspots that stand on several journeys."""


class SharedIdeas(Entry):
    """`ideas.yml` beside the journeys: ideas about several journeys."""

    ideas: tuple[Idea, ...] = ()
    """The ideas that are about several journeys."""


class SharedActions(Entry):
    """`actions.yml` beside the journeys: actions that serve several journeys."""

    actions: tuple[Action, ...] = ()
    """The actions that serve several journeys."""


class SharedEvidence(Entry):
    """`evidence.yml` beside the journeys: sources that several journeys rest on."""

    evidence: tuple[Evidence, ...] = ()
    """The sources that several journeys rest on."""
