"""Ideas and actions: what might be done, and what will be done, by whom, when, to move which number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from cxsite.model.base import Entry
from cxsite.model.named import Named, Quotes
from cxsite.model.refs import (
    CategoryRef,
    GoalRef,
    HotspotRefs,
    IdeaRefs,
    MetricRef,
    Parties,
    PartyRef,
    PhaseRef,
    PhaseRefs,
    PrincipleRefs,
    SegmentRef,
    StepRef,
    StepRefs,
)
from cxsite.model.text import OneOrMore, Text
from cxsite.model.values import Amount, Date, Flag, Length, Level, OneToFive, Positive, Share

Backing = Literal["job-descriptions", "objectives", "process", "power-to-decide"]
ActionKind = Literal["innovation", "improvement", "operational"]
Delivery = Literal["in-house", "upskill", "outsource"]
ActionStatus = Literal["planned", "in-progress", "dropped"]


class Idea(Named):
    """Something not yet decided, from any department."""

    summary: Text | None = None
    addresses: HotspotRefs = ()
    """The hotspots it would ease, of any journey."""
    steps: StepRefs = ()
    phases: PhaseRefs = ()
    proposed_by: PartyRef | None = None
    role: Text | None = None
    """Of whoever proposed it, rather than a name."""
    sceptic: Flag = False
    """True where it came from somebody who doubted."""
    for_: PartyRef | None = Field(default=None, alias="for")
    """Who could do it."""


class Resources(Entry):
    """What an action takes."""

    people_days: Positive | None = None
    it_days: Positive | None = None
    budget: Amount | None = None


class Expectation(Entry):
    """Which level of which metric an action is to bring about: its own part, said beforehand."""

    metric: MetricRef
    """Required."""
    value: Level
    """The level expected. Required."""
    by: Date | None = None
    phase: PhaseRef | None = None
    step: StepRef | None = None
    segment: SegmentRef | None = None


class Judge(Entry):
    """How it will be judged, once, said beforehand."""

    window: Length | None = None
    """The time before and after shipping that is compared; 90d where it is left out."""
    compare_with: SegmentRef | None = None
    """A comparable segment that is left alone."""


class Pilot(Entry):
    """A first try, in one segment."""

    segment: SegmentRef
    """Required."""
    since: Date
    """Required."""


def _each_in_its_own_segment(pilots: tuple[Pilot, ...]) -> tuple[Pilot, ...]:
    if len({pilot.segment for pilot in pilots}) != len(pilots):
        raise ValueError("two pilots are in one segment")
    return pilots


class Action(Named):
    """What will be done. One that reached customers has no status, but `shipped`, the day."""

    summary: Text | None = None
    addresses: HotspotRefs = ()
    """The hotspots it takes away or eases, of any journey."""
    category: CategoryRef | None = None
    """For an action without a hotspot to take it from."""
    follows: PrincipleRefs = ()
    ideas: IdeaRefs = ()
    """What it came from."""
    goal: GoalRef | None = None
    owner: PartyRef | None = None
    """Who is accountable; one."""
    done_by: Parties = ()
    consulted: Parties = ()
    informed: Parties = ()
    backing: Annotated[tuple[Backing, ...], OneOrMore] = ()
    """What is in place to make it stick; the rest is shown as missing."""
    kind: ActionKind | None = None
    delivery: Delivery | None = None
    value: OneToFive | None = None
    """To customer and business, 1..5."""
    ease: OneToFive | None = None
    """How easy it is to do, 1..5."""
    reach: Positive | None = None
    """Customers a year."""
    confidence: Share | None = None
    """How sure we are of value and ease."""
    resources: Resources | None = None
    expects: tuple[Expectation, ...] = ()
    judge: Judge | None = None
    status: ActionStatus | None = None
    shipped: Date | None = None
    """The day it reached customers; the test of its effect starts here."""
    risk: Text | None = None
    """What may go wrong: "at risk" while it is open."""
    start: Date | None = None
    due: Date | None = None
    pilots: Annotated[tuple[Pilot, ...], AfterValidator(_each_in_its_own_segment)] = ()
    quotes: Quotes = ()
