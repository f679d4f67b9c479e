"""A journey: who it is for and who answers for it, its current map, and what is known and planned about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, PrivateAttr, model_validator

from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.hotspot import Hotspot
from cxsite.model.meant import WrongValueError
from cxsite.model.named import Consent, Linked, Named, NpsGroup, Quotes
from cxsite.model.refs import (
    ActionRefs,
    DepartmentRef,
    MetricRef,
    MetricRefs,
    PartyRef,
    PersonRef,
    Segments,
)
from cxsite.model.step import Count, Phase, Step
from cxsite.model.target import Target
from cxsite.model.text import Id, Text, to_id
from cxsite.model.values import Day, Flag, Length, When

Status = Literal["draft", "live", "retired"]
EvidenceKind = Literal[
    "analytics", "survey", "interviews", "focus-groups", "reviews", "logs", "observation", "workshop", "other"
]


class Participant(Entry):
    """Somebody who was in the room."""

    person: PersonRef | None = None
    """Who it was, for somebody listed in `organisation.yml`."""
    role: Text | None = None
    """For somebody who is not listed by name."""
    department: DepartmentRef | None = None
    """Whom they spoke for; for somebody listed as a person it is known."""
    sceptic: Flag = False
    """True for somebody who doubted it, who is worth having."""


class Evidence(Linked):
    """Where claims come from."""

    id: Id | None = None
    """What quotes and hotspots refer to; made from the name for this build where it is left out."""
    name: Text | None = None
    """What it is called; a source has a name, an id or both."""
    kind: EvidenceKind | None = None
    """How it was gathered."""
    sample: Text | None = None
    """How much was looked at, in words: `1,212 answers`."""
    when: When | None = None
    """When it was gathered."""
    summary: Text | None = None
    """What was found, in a few sentences."""
    consent: Consent | None = None
    """Who may read its quotes; `internal` where it is left out."""
    participants: tuple[Participant, ...] = ()
    """For a workshop: who was in the room."""

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.name or self.id):
            raise WrongValueError("a source needs a `name` or an `id`", "say what it is called: `name: …`")
        return self

    @property
    def key(self) -> str:
        """The id, or the one made from the name."""
        return self.id or to_id(self.name or "")

    @property
    def title(self) -> str:
        """The name, or the id where it has none."""
        return self.name or self.key


class GroupNeed(Entry):
    """What promoters, passives or detractors need, and what is done about it."""

    need: Text | None = None
    """What the group needs of us, in a line."""
    actions: ActionRefs = ()
    """The actions that answer it."""


def _phases_there(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    if not phases:
        raise WrongValueError("a journey needs at least one phase", "write one below `phases:`, as `- name: …`")
    return phases


class Journey(Named):
    """One journey of one kind of customer, from its first phase to its last. Its file or folder names its id."""

    owner: PartyRef
    """The one person or department that answers for it."""
    summary: Text | None = None
    """What the journey is, from where to where, in a sentence."""
    status: Status = "live"
    """In a draft, warnings are notes."""
    outcome: Text | None = None
    """The key customer outcome, in the customer's words."""
    segments: Segments = ()
    """Who it is for."""
    volume: Count | None = None
    """Customers a year: a number or a metric."""
    reviewed: Day | None = None
    """When somebody last looked at the whole of it."""
    review_every: Length | None = None
    """How long a review holds."""
    metrics: MetricRefs = ()
    """Numbers about the journey as a whole."""
    goals: tuple[Goal, ...] = ()
    """The first is the primary business goal, the others its sub-goals."""
    evidence: tuple[Evidence, ...] = ()
    """What its claims rest on: surveys, interviews, workshops, logs."""
    nps_groups: dict[NpsGroup, GroupNeed] = {}  # noqa: RUF012 (pydantic copies it)
    """What promoters, passives and detractors need; their commonest answers are quotes with `group` and `share`."""
    quotes: Quotes = ()
    """What customers said about the journey as a whole."""
    as_of: When | None = None
    """The day the current map shows."""
    finding: Text | None = None
    """The heading of the map: what it shows, in one sentence."""
    emotion_from: MetricRefs = ()
    """Metrics with a `step` column that draw the emotion curve."""
    without_a_hitch: MetricRef | None = None
    """A share with a `phase` column: who gets through each phase without a hitch."""
    phases: Annotated[tuple[Phase, ...], AfterValidator(_phases_there)]
    """The phases in order, or the names of their files in `current/`."""
    hotspots: tuple[Hotspot, ...] = ()
    """Places on the map that hurt or shine."""
    ideas: tuple[Idea, ...] = ()
    """What might be done, not yet decided."""
    actions: tuple[Action, ...] = ()
    """What will be done, by whom and when."""
    target: Target | None = None
    """The target map, as a difference from the current one."""

    _further: Mapping[str, Target] = PrivateAttr(default_factory=dict)

    def with_files(self, key: str, further: Mapping[str, Target]) -> Journey:
        """The journey with what its files' names say: its id, and targets in files of their own."""
        named = self.model_copy(update={"id": key})
        named._further = further
        return named

    def __eq__(self, other: object) -> bool:
        """Equal in meaning, targets in files of their own included."""
        return super().__eq__(other) and isinstance(other, Journey) and self._further == other._further

    __hash__ = None  # type: ignore[assignment]  # entries hold mappings

    @property
    def targets(self) -> dict[str, Target]:
        """All targets by id; the first one's is `target`."""
        return {**({"target": self.target} if self.target else {}), **self._further}

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order, over all phases."""
        return tuple(step for phase in self.phases for step in phase.steps)
