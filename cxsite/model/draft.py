"""A target map while it is being computed: phases and steps on their way."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxsite.model.step import Branch, Phase, Step
from cxsite.model.target import PhaseDifference, StepDifference
from cxsite.model.targetmap import State, TargetPhase, TargetStep


@dataclass
class Item:
    """A step on its way: where it stands is its place in its phase's list."""

    id: str
    step: Step
    origin: Step | None
    state: State = "same"
    difference: StepDifference | None = None
    moved: bool = False
    mark: bool = False
    ways: tuple[tuple[Branch, Branch | None], ...] = ()
    behind: frozenset[str] = frozenset()

    def frozen(self) -> TargetStep:
        """What it is in the end."""
        kept = (self.id, self.state, self.step, self.origin, self.difference, self.moved, self.mark, self.ways)
        return TargetStep(*kept)


@dataclass
class Stretch:
    """A phase on its way."""

    id: str
    phase: Phase
    origin: Phase | None
    items: list[Item] = field(default_factory=list)
    state: State = "same"
    difference: PhaseDifference | None = None
    moved: bool = False
    gone_into: str = ""

    def frozen(self) -> TargetPhase:
        """What it is in the end."""
        steps = tuple(item.frozen() for item in self.items)
        living = tuple(step.step for step in steps if not step.mark)
        phase = self.phase.model_copy(update={"steps": living})
        return TargetPhase(self.id, self.state, phase, steps, self.origin, self.difference, self.moved)
