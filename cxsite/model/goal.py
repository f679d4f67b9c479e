"""Goals: a level that a metric is to reach, by a day."""

from __future__ import annotations

from typing import Literal

from cxsite.model.named import Linked
from cxsite.model.refs import MetricRef, PhaseRef, SegmentRef, StepRef
from cxsite.model.text import Id, Text, to_id
from cxsite.model.values import Date, Level

GoalKind = Literal[
    "new-sales", "increase-nps", "self-service", "reduce-churn", "capture-share", "increase-clv", "other"
]


class Goal(Linked):
    """A level that a metric is to reach, by a day."""

    id: Id | None = None
    name: Text | None = None
    kind: GoalKind | None = None
    """What the business wants of it."""
    metric: MetricRef
    """Which number. Required."""
    target: Level
    """The level to reach: `25`, `90%`, `12min`. Required; the only place for it."""
    by: Date | None = None
    """When; the first goal's date where it is left out."""
    phase: PhaseRef | None = None
    """Narrows the number to a phase."""
    step: StepRef | None = None
    """Narrows it to a step."""
    segment: SegmentRef | None = None
    """Narrows it to a segment or persona."""

    @property
    def key(self) -> str:
        """The id, or one made from the name, or from the metric and its place."""
        made = "-".join(part for part in (self.metric, self.phase, self.step, self.segment) if part)
        return self.id or to_id(self.name or made)
