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
    """What others refer to; made from the name or the metric for this build where it is left out."""
    name: Text | None = None
    """What is to be reached, in words; the metric's name where it is left out."""
    kind: GoalKind | None = None
    """What the business wants of it."""
    metric: MetricRef
    """Which number."""
    target: Level
    """The level to reach, and the only place where it is written."""
    by: Date | None = None
    """When; the first goal's date where it is left out."""
    phase: PhaseRef | None = None
    """Narrows the number to a phase."""
    step: StepRef | None = None
    """Narrows the number to a step."""
    segment: SegmentRef | None = None
    """Narrows the number to a segment or persona."""

    @property
    def key(self) -> str:
        """The id, or one made from the name, or from the metric and its place."""
        made = "-".join(part for part in (self.metric, self.phase, self.step, self.segment) if part)
        return self.id or to_id(self.name or made)
