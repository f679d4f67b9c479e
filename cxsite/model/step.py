"""Phases and steps: what the customer goes through, how it feels, what it costs, and who does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from cxsite.model.base import Entry
from cxsite.model.kinds import Kind
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
    parse_positive,
    parse_share,
)

Measured = Annotated[float | MetricRef, or_reference(parse_share), Kind("share", "63%", section="shares")]
"""A share, or the metric that holds it."""
Count = Annotated[float | MetricRef, or_reference(parse_positive), Kind("number", "24600", section="numbers")]
"""A number, or the metric that holds it."""
Cost = Annotated[Money | MetricRef, or_reference(parse_money), Kind("amount of money", "12.50 EUR", section="money")]
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
    """How many of those who come here give up."""
    to: Text | None = None
    """What they do instead."""


class Handoff(Entry):
    """What passes from one party to the next, and what gets lost."""

    what: Text | None = None
    """What is handed over: an order, a promise, a case."""
    loses: Text | None = None
    """What gets lost on the way."""


class Branch(Entry):
    """One way on from a step."""

    step: StepRef
    """Where it leads; `journey/step` leaves the map."""
    when: Text | None = None
    """In which case, in words."""
    share: Measured | None = None
    """How many go this way; sums follow the branch with the largest share."""


class Image(Entry):
    """A picture of a step."""

    file: Text
    """The picture's file, below the journey's folder."""
    alt: Text
    """What it shows, in words, for people who do not see it."""


def _planned_or_share(text: str) -> float | bool | str:
    return parse_flag(text) if text[:1].isalpha() else parse_share(text)


def _by_segment(value: Any, parse: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: parse(item) if isinstance(item, str) else item for key, item in value.items()}
    return {"all": parse(value)} if isinstance(value, str) else value


SegmentOrAll = Annotated[str, RefTo("segment")]
Emotions = Annotated[
    Mapping[SegmentOrAll, float],
    BeforeValidator(lambda value: _by_segment(value, parse_emotion)),
    Kind("number -2..2, or one for each segment", section="emotions"),
]
"""How it feels, -2..2: one value, or one for each segment, `{all: -1.7, home-movers: -2}`."""
Feelings = Annotated[
    Mapping[SegmentOrAll, Text],
    BeforeValidator(lambda value: _by_segment(value, str)),
    Kind("text, or one for each segment", section="text"),
]
"""The feeling in a word: one, or one for each segment."""


Unplanned = Annotated[
    float | bool | MetricRef, or_reference(_planned_or_share), Kind("true, false or share", "44%", section="shares")
]
"""Whether customers made this path themselves, or how many took it."""


class StepFields(Linked):
    """Everything that can be said about a step, all of it optional. What is left out is not assessed."""

    summary: Text | None = None
    """What happens, in a sentence or two."""
    thinks: Text | None = None
    """What goes through the customer's mind, in the customer's words."""
    expectation: Text | None = None
    """What the customer expects to happen."""
    channel: ChannelRefs = ()
    """How customer and company meet here."""
    touchpoint: TouchpointRefs = ()
    """The thing they meet, from the library, where its channel stands."""
    interaction: Text | None = None
    """What kind of contact it is: `is told`, `asks`, `pays`."""
    owner: PartyRef | None = None
    """Who answers for it, where that is not the phase's owner."""
    done_by: Parties = ()
    """Who does it; the phase's, then its owner. Several may do it; one answers."""
    emotion: Emotions | None = None
    """How it feels, for all or for each segment, `{all: -1.7, home-movers: -2}`; nothing where only measured."""
    feeling: Feelings | None = None
    """The feeling in a word or two, for all or for each segment."""
    effort: Effort | None = None
    """What it takes from the customer; negative emotion counts as its third part."""
    elapsed: Length | None = None
    """Time on the calendar, which is not effort."""
    unplanned: Unplanned | None = None
    """A path customers made themselves (failure demand): `true`, a share or a metric."""
    optional: Flag | None = None
    """True for a step that not everybody takes; `share` says how many do."""
    share: Measured | None = None
    """Who does it at all."""
    repeats: RepeatsField | None = None
    """How often it happens: a range of times, `weekly` or `any time`."""
    moment_of_truth: Flag | None = None
    """True for a step that decides what customers think of us."""
    representative: Flag | None = None
    """True for a step that stands for many like it."""
    bounce: Bounce | None = None
    """Where customers give up here, and what they do instead."""
    handoff: Handoff | None = None
    """Describes a hand-off; that there is one follows from `done_by`. In a target `none` takes it away."""
    next: Annotated[tuple[Branch, ...] | None, BeforeValidator(lambda v: v if isinstance(v, list | tuple) else [v])] = (
        None
    )
    """Branches and loops; the customer's next step below where it is left out."""
    lane: Lane | None = None
    """`customer` where it is left out; the others are our steps, behind the customer's step above."""
    systems: SystemRefs = ()
    """The systems it depends on."""
    metrics: MetricRefs = ()
    """Numbers about it, for tables without a `step` column."""
    evidence: EvidenceRefs = ()
    """Where the claims come from; a step without evidence, quotes or metrics is marked as assumed."""
    quotes: Quotes = ()
    """What customers said about it."""
    images: tuple[Image, ...] = ()
    """Pictures of it."""
    frontstage: Texts = ()
    """What the customer sees us do, a line each."""
    backstage: Texts = ()
    """What we do out of the customer's sight, a line each."""
    support: Texts = ()
    """What others do so that we can, a line each."""
    physical_evidence: Texts = ()
    """What the customer can see, hold or keep, a line each."""
    zoom: JourneyRef | None = None
    """A journey that shows this step from near."""
    volume: Count | None = None
    """Customers a year who come here: a number or a metric."""
    cost_to_serve: Cost | None = None
    """What it costs us each time: an amount or a metric."""

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
    """What the phase is about, in a sentence."""
    owner: PartyRef | None = None
    """Who answers for it; the journey's owner where it is left out."""
    done_by: Parties = ()
    """Who does its steps, where they do not say."""
    customer_goal: Text | None = None
    """What the customer wants to get done here, in the customer's words."""
    life_cycle: LifeCycleRef | None = None
    """The stage of the customer's life it belongs to."""
    metrics: MetricRefs = ()
    """Numbers about it, for tables without a `phase` column."""
    evidence: EvidenceRefs = ()
    """Where the claims come from."""
    quotes: Quotes = ()
    """What customers said about it."""
    volume: Count | None = None
    """Customers a year who come here: a number or a metric."""
    cost_to_serve: Cost | None = None
    """What it costs us for each customer: an amount or a metric; goes before the sum of its steps."""


class Phase(PhaseFields, Named):
    """A stretch of the journey with a goal of its own."""

    steps: tuple[Step, ...] = ()
    """The steps in order; a phase without any is not mapped yet."""
