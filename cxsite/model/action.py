"""Ideas and actions: what might be done, and what will be done, by whom, when, to move which number."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator

from cxsite.model.base import Entry
from cxsite.model.meant import WrongValueError
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
_SHIPPED = frozenset({"shipped", "done", "finished", "complete", "completed", "live", "launched", "released"})
"""What people call the status of an action that reached customers."""


class Idea(Named):
    """Something not yet decided, from any department."""

    summary: Text | None = None
    """What it would change, in a few sentences."""
    addresses: HotspotRefs = ()
    """The hotspots it would ease, of any journey."""
    steps: StepRefs = ()
    """The steps it is about, where no hotspot says so."""
    phases: PhaseRefs = ()
    """The phases it is about, where no hotspot says so."""
    proposed_by: PartyRef | None = None
    """The person or department it came from."""
    role: Text | None = None
    """Of whoever proposed it, rather than a name."""
    sceptic: Flag = False
    """True where it came from somebody who doubted."""
    for_: PartyRef | None = Field(default=None, alias="for")
    """Who could do it."""


class Resources(Entry):
    """What an action takes."""

    people_days: Positive | None = None
    """Working days of people outside IT."""
    it_days: Positive | None = None
    """Working days of IT."""
    budget: Amount | None = None
    """Money to spend, beyond those days."""


class Expectation(Entry):
    """Which level of which metric an action is to bring about: its own part, said beforehand."""

    metric: MetricRef
    """The number that is to move."""
    value: Level
    """The level expected: this action's own part of the way to the goal's target."""
    by: Date | None = None
    """When it is expected; what has no day means the end of that month or year."""
    phase: PhaseRef | None = None
    """Only the number of this phase."""
    step: StepRef | None = None
    """Only the number of this step."""
    segment: SegmentRef | None = None
    """Only the number of this segment or persona."""


class Judge(Entry):
    """How it will be judged, once, said beforehand."""

    window: Length | None = None
    """The time before and after shipping that is compared; 90d where it is left out."""
    compare_with: SegmentRef | None = None
    """A comparable segment that is left alone."""


class Pilot(Entry):
    """A first try, in one segment."""

    segment: SegmentRef
    """Where it is tried; each pilot has a segment of its own."""
    since: Date
    """Since when customers there meet it."""


def _each_in_its_own_segment(pilots: tuple[Pilot, ...]) -> tuple[Pilot, ...]:
    if len({pilot.segment for pilot in pilots}) != len(pilots):
        raise WrongValueError("two pilots are in one segment", "keep one of the two, or correct its segment")
    return pilots


class Action(Named):
    """What will be done. One that reached customers has no status, but `shipped`, the day."""

    summary: Text | None = None
    """What will be done, in a few sentences."""
    addresses: HotspotRefs = ()
    """The hotspots it takes away or eases, of any journey."""
    category: CategoryRef | None = None
    """For an action without a hotspot to take it from."""
    follows: PrincipleRefs = ()
    """The guiding principles it keeps, for an action without a hotspot to take them from."""
    ideas: IdeaRefs = ()
    """What it came from."""
    goal: GoalRef | None = None
    """The goal it serves, of the journey or of the strategy."""
    owner: PartyRef | None = None
    """Who is accountable; one."""
    done_by: Parties = ()
    """Who does the work; several may."""
    consulted: Parties = ()
    """Who is asked before anything is decided."""
    informed: Parties = ()
    """Who is told how it goes."""
    backing: Annotated[tuple[Backing, ...], OneOrMore] = ()
    """What is in place to make it stick; the rest is shown as missing."""
    kind: ActionKind | None = None
    """Something new, something better, or part of daily work."""
    delivery: Delivery | None = None
    """Our own people as they are, our own people after training, or somebody else."""
    value: OneToFive | None = None
    """What it is worth to customer and business, 1..5."""
    ease: OneToFive | None = None
    """How easy it is to do, 1..5."""
    reach: Positive | None = None
    """How many customers it reaches in a year."""
    confidence: Share | None = None
    """How sure we are of value and ease."""
    resources: Resources | None = None
    """The days and the money it takes."""
    expects: tuple[Expectation, ...] = ()
    """The levels it is to bring about, said beforehand; the goal has the target, the table the start."""
    judge: Judge | None = None
    """How its effect will be judged; once, on the metrics it expects to move."""
    status: ActionStatus | None = None
    """Where it stands until it ships; one that shipped has `shipped` instead."""
    shipped: Date | None = None
    """The day it reached customers; the test of its effect starts here."""
    risk: Text | None = None
    """What may go wrong: "at risk" while it is open."""
    start: Date | None = None
    """When the work starts."""
    due: Date | None = None
    """When it is to reach customers."""
    pilots: Annotated[tuple[Pilot, ...], AfterValidator(_each_in_its_own_segment)] = ()
    """First tries, each in a segment of its own."""
    quotes: Quotes = ()
    """What customers said about it."""

    @field_validator("status", mode="before")
    @classmethod
    def _shipped_is_a_day(cls, status: Any) -> Any:
        if isinstance(status, str) and status in _SHIPPED:
            hint = "write the day it reached customers in its place, like `shipped: 2026-09-30`"
            raise WrongValueError(f"`{status}` is not one of planned, in-progress, dropped", hint)
        return status
