"""Phases and steps: what the customer goes through, how it feels, what it costs, and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from cxsite.model.base import Entry
from cxsite.model.named import Linked, Named, Quotes
from cxsite.model.refs import (
    ChannelRefs,
    EvidenceRefs,
    JourneyRef,
    LifeCycleRef,
    MetricRef,
    MetricRefs,
    Parties,
    PartyRef,
    RefTo,
    StepRef,
    SystemRefs,
    TouchpointRefs,
)
from cxsite.model.text import Text, Texts
from cxsite.model.values import (
    Amount,
    Flag,
    Length,
    Money,
    RepeatsField,
    or_reference,
    parse_emotion,
    parse_flag,
    parse_money,
    parse_number,
    parse_share,
)

Measured = Annotated[float | MetricRef, or_reference(parse_share)]
"""A share, or the metric that holds it."""
Count = Annotated[float | MetricRef, or_reference(parse_number)]
"""A number, or the metric that holds it."""
Cost = Annotated[Money | MetricRef, or_reference(parse_money)]
"""An amount, or the metric that holds it."""
Lane = Literal["customer", "frontstage", "backstage", "support"]


class Effort(Entry):
    """What a step takes from the customer. Its third part, negative emotion, is the emotion curve below zero."""

    time: Length | None = None
    """The customer's own time: `12min`, `1h 30min`."""
    money: Amount | None = None
    """The customer's own money, beyond the price."""


class Bounce(Entry):
    """Where customers give up."""

    share: Measured | None = None
    to: Text | None = None
    """What they do instead."""


class Handoff(Entry):
    """What passes from one party to the next, and what gets lost."""

    what: Text | None = None
    loses: Text | None = None


class Branch(Entry):
    """One way on from a step."""

    step: StepRef
    """Where to; `journey/step` leaves the map. Required."""
    when: Text | None = None
    share: Measured | None = None


class Image(Entry):
    """A picture of a step."""

    file: Text
    """The picture, below the journey's folder. Required."""
    alt: Text
    """What it shows, in words, for people who do not see it. Required."""


def _planned_or_share(text: str) -> float | bool | str:
    return parse_flag(text) if text in ("true", "false") else parse_share(text)


def _by_segment(value: Any, parse: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: parse(item) if isinstance(item, str) else item for key, item in value.items()}
    return {"all": parse(value)} if isinstance(value, str) else value


SegmentOrAll = Annotated[str, RefTo("segment")]
Emotions = Annotated[Mapping[SegmentOrAll, float], BeforeValidator(lambda value: _by_segment(value, parse_emotion))]
"""How it feels, -2..2: one value, or one for each segment, `{all: -1.7, home-movers: -2}`."""
Feelings = Annotated[Mapping[SegmentOrAll, Text], BeforeValidator(lambda value: _by_segment(value, str))]
"""The feeling in a word: one, or one for each segment."""


class StepFields(Linked):
    """Everything that can be said about a step, all of it optional. What is left out is not assessed."""

    summary: Text | None = None
    thinks: Text | None = None
    expectation: Text | None = None
    channel: ChannelRefs = ()
    touchpoint: TouchpointRefs = ()
    interaction: Text | None = None
    """What kind of contact it is: `is told`, `asks`, `pays`."""
    owner: PartyRef | None = None
    """Who answers for it, where that is not the phase's owner."""
    done_by: Parties = ()
    """Who does it; the phase's, then its owner. Several may do it; one answers."""
    emotion: Emotions | None = None
    feeling: Feelings | None = None
    effort: Effort | None = None
    elapsed: Length | None = None
    """Time on the calendar, which is not effort."""
    unplanned: Annotated[float | bool | MetricRef | None, or_reference(_planned_or_share)] = None
    """A path customers made themselves (failure demand): `true`, a share or a metric."""
    optional: Flag | None = None
    share: Measured | None = None
    """Who does it at all."""
    repeats: RepeatsField | None = None
    """`2..3`, `weekly`, `any time`."""
    moment_of_truth: Flag | None = None
    representative: Flag | None = None
    bounce: Bounce | None = None
    handoff: Handoff | None = None
    next: Annotated[tuple[Branch, ...] | None, BeforeValidator(lambda v: v if isinstance(v, list | tuple) else [v])] = (
        None
    )
    """Branches and loops; the customer's next step below where it is left out."""
    lane: Lane | None = None
    """`customer` where it is left out; the others are our steps, behind the customer's step above."""
    systems: SystemRefs = ()
    metrics: MetricRefs = ()
    evidence: EvidenceRefs = ()
    quotes: Quotes = ()
    images: tuple[Image, ...] = ()
    frontstage: Texts = ()
    backstage: Texts = ()
    support: Texts = ()
    physical_evidence: Texts = ()
    zoom: JourneyRef | None = None
    """A journey that shows this step from near."""
    volume: Count | None = None
    cost_to_serve: Cost | None = None

    @property
    def overall_emotion(self) -> float | None:
        """How it feels to customers as a whole; None where that was not assessed."""
        return (self.emotion or {}).get("all")

    @property
    def overall_feeling(self) -> str | None:
        """The feeling of customers as a whole, in a word."""
        return (self.feeling or {}).get("all")


class Step(StepFields, Named):
    """One thing the customer does or meets."""


class PhaseFields(Linked):
    """Everything that can be said about a phase beside its name and steps."""

    summary: Text | None = None
    owner: PartyRef | None = None
    """Who answers for it; the journey's owner where it is left out."""
    done_by: Parties = ()
    """Who does its steps, where they do not say."""
    customer_goal: Text | None = None
    """What the customer wants to get done here, in the customer's words."""
    life_cycle: LifeCycleRef | None = None
    metrics: MetricRefs = ()
    evidence: EvidenceRefs = ()
    quotes: Quotes = ()
    volume: Count | None = None
    cost_to_serve: Cost | None = None
    """Goes before the sum of its steps' costs."""


class Phase(PhaseFields, Named):
    """A stretch of the journey with a goal of its own."""

    steps: tuple[Step, ...] = ()
    """In order. None: not mapped yet."""
