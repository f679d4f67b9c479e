"""A journey: who it is for, its current map of phases and steps, its hotspots, and how it is known."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from cxsite.model.base import Entry
from cxsite.model.text import Id, OneOrMore, Ref, Text, to_id
from cxsite.model.values import Day, Emotion, Flag, Number, When

Status = Literal["draft", "live", "retired"]
EvidenceKind = Literal[
    "analytics", "survey", "interviews", "focus-groups", "reviews", "logs", "observation", "workshop", "other"
]
HotspotKind = Literal["pain", "pressure", "bounce", "handoff", "bright-spot"]
Refs = Annotated[tuple[Ref, ...], OneOrMore]


class Named(Entry):
    """Something with a name, and an id that the rest refers to it by."""

    name: Text
    """What it is called. Required."""
    id: Id | None = None
    """What others refer to; made from the name for this build where it is left out."""

    @property
    def key(self) -> str:
        """The id, or the one made from the name."""
        return self.id or to_id(self.name)


class Evidence(Named):
    """Where a claim comes from."""

    name: Text = ""
    kind: EvidenceKind | None = None
    sample: Text | None = None
    """How much was looked at, in words: `1,212 answers`."""
    when: When | None = None
    summary: Text | None = None

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.name or self.id):
            raise ValueError("a source needs a `name` or an `id`")
        return self

    @property
    def title(self) -> str:
        """The name, or the id where it has none."""
        return self.name or (self.id or "")


class Step(Named):
    """One thing the customer does or meets, in order."""

    summary: Text | None = None
    channel: Refs = ()
    optional: Flag = False
    """True where a customer may go without it."""
    moment_of_truth: Flag = False
    """True where trust is won or lost."""
    emotion: Emotion | None = None
    """How it feels, -2..2, as assessed. Left out: not assessed."""
    feeling: Text | None = None
    evidence: Refs = ()


class Phase(Named):
    """A stretch of the journey with a goal of its own."""

    summary: Text | None = None
    owner: Ref | None = None
    """Who answers for it; the journey's owner where it is left out."""
    customer_goal: Text | None = None
    metrics: Refs = ()
    steps: tuple[Step, ...] = ()
    """The steps in order. None: not mapped yet."""


class Hotspot(Named):
    """A place on the map that hurts or shines."""

    kind: HotspotKind = "pain"
    steps: Refs = ()
    phases: Refs = ()
    summary: Text | None = None
    evidence: Refs = ()


def _at_least_one(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    if not phases:
        raise ValueError("a journey needs at least one phase")
    return phases


class Journey(Named):
    """One journey of one kind of customer, from its first phase to its last."""

    id: Id | None = Field(default=None, exclude=True)
    """The file's or folder's name; set by the loader."""
    owner: Ref
    """The one person or department that answers for it. Required."""
    summary: Text | None = None
    status: Status = "live"
    outcome: Text | None = None
    """What the customer wants to have at the end, in the customer's words."""
    volume: Number | None = None
    """Customers a year."""
    reviewed: Day | None = None
    metrics: Refs = ()
    evidence: tuple[Evidence, ...] = ()
    as_of: When | None = None
    finding: Text | None = None
    """The heading of the map: what it shows, in one sentence."""
    phases: Annotated[tuple[Phase, ...], AfterValidator(_at_least_one)]
    """In order. Required."""
    hotspots: tuple[Hotspot, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order, over all phases."""
        return tuple(step for phase in self.phases for step in phase.steps)
