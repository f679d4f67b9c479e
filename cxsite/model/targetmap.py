"""The full target map: phases and steps with what became of them, and what could not be resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxsite.model.base import Entry
from cxsite.model.step import Branch, Phase, Step
from cxsite.model.target import PhaseDifference, StepDifference

State = Literal["same", "changed", "added", "removed"]
TroubleKind = Literal["unknown", "in-use", "no-place", "no-anchor", "twice", "stranded", "from", "done"]


@dataclass(frozen=True)
class Trouble:
    """Something about a target that cannot be resolved: at which field of which entry."""

    kind: TroubleKind
    entry: Entry
    field: str
    message: str
    hint: str = ""
    suggestion: str = ""


@dataclass(frozen=True)
class TargetStep:
    """A step of the full target, or the mark that a removed or moved one left (`mark`).

    `origin` is the step it was, None for an added one; `difference` is the entry that changed it, None where nothing
    did. `moved` says that it stands elsewhere than before. `ways` are its branches as written, each with what became of
    it: the same, another where a step took over, None where its step was removed and none did.
    """

    id: str
    state: State
    step: Step
    origin: Step | None = None
    difference: StepDifference | None = None
    moved: bool = False
    mark: bool = False
    ways: tuple[tuple[Branch, Branch | None], ...] = ()


@dataclass(frozen=True)
class TargetPhase:
    """A phase of the full target with its steps and marks in order; a removed one holds marks alone."""

    id: str
    state: State
    phase: Phase
    steps: tuple[TargetStep, ...]
    origin: Phase | None = None
    difference: PhaseDifference | None = None
    moved: bool = False

    @property
    def living(self) -> tuple[TargetStep, ...]:
        """The steps without the marks."""
        return tuple(step for step in self.steps if not step.mark)


@dataclass(frozen=True)
class TargetMap:
    """The full target: its phases in order, removed ones among them, and what could not be resolved."""

    id: str
    phases: tuple[TargetPhase, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def living(self) -> tuple[TargetPhase, ...]:
        """The phases that stay."""
        return tuple(phase for phase in self.phases if phase.state != "removed")

    @property
    def steps(self) -> tuple[TargetStep, ...]:
        """All steps in order, without marks."""
        return tuple(step for phase in self.phases for step in phase.living)

    @property
    def marks(self) -> tuple[TargetStep, ...]:
        """All marks in order."""
        return tuple(step for phase in self.phases for step in phase.steps if step.mark)
