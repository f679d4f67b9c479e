"""A target map as people write it: only what differs from the map it starts from."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from cxsite.model.base import Entry
from cxsite.model.goal import Goal
from cxsite.model.meant import WrongValueError
from cxsite.model.named import Linked
from cxsite.model.refs import ActionRefs, HotspotRefs, PrincipleRefs
from cxsite.model.step import PhaseFields, StepFields
from cxsite.model.text import Id, Text
from cxsite.model.values import Date

TargetStatus = Literal["option", "agreed", "dropped"]
VERBS = ("change", "add", "remove")


class _Difference(Entry):
    """What a difference to a step and one to a phase have in common: one verb, a place, a reason.

    The ids of verbs and places are those of the map it starts from; `resolve` finds out whether they are there.
    """

    name: Text | None = None
    """What it is called from then on; something new needs one."""
    add: Id | None = None
    """The id of something new."""
    what: Text | None = None
    """What changes, in a line."""
    follows: PrincipleRefs = ()
    """The guiding principles it keeps."""
    carried_by: ActionRefs = ()
    """The actions that bring it about; their hotspots are the why."""
    addresses: HotspotRefs = ()
    """The hotspots it takes away, where no action carries it yet."""

    @property
    def verb(self) -> str:
        """`change`, `add` or `remove`."""
        return next(verb for verb in VERBS if getattr(self, verb) is not None)

    @property
    def ref(self) -> str:
        """The id that the verb is about."""
        return str(getattr(self, self.verb))

    @model_validator(mode="after")
    def _one_verb(self) -> Self:
        verbs = [verb for verb in VERBS if getattr(self, verb) is not None]
        if len(verbs) != 1:
            said = " and ".join(f"`{verb}`" for verb in verbs) or "none of them"
            message = f"an entry has one of `change`, `add`, `remove`; here stands {said}"
            raise WrongValueError(
                message, "keep one" if verbs else "say `change:` with the id of what becomes different"
            )
        if verbs == ["add"] and self.name is None:
            raise WrongValueError("something new needs a `name`", "add a line `name: …`")
        return self


class StepDifference(_Difference, StepFields):
    """What becomes of one step, or a new one, with any field of a step."""

    change: Id | None = None
    """The step that becomes different, or moves."""
    remove: Id | None = None
    """The step that goes."""
    before: Id | None = None
    """Directly in front of this step."""
    after: Id | None = None
    """Behind this step, and behind what was placed behind it before."""
    phase: Id | None = None
    """At the end of this phase."""
    into: Id | None = None
    """For a removed step: the step that takes it over."""


class PhaseDifference(_Difference, PhaseFields):
    """What becomes of one phase, or a new one."""

    change: Id | None = None
    """The phase that becomes different, or moves."""
    remove: Id | None = None
    """The phase that goes."""
    before: Id | None = None
    """Directly in front of this phase."""
    after: Id | None = None
    """Behind this phase; without a place something new comes last."""
    into: Id | None = None
    """For a removed phase: the phase that takes its steps."""


class Target(Linked):
    """A target map, as the difference from the current map or from another target."""

    from_: Text = Field(default="current", alias="from")
    """The map it differs from: `current`, `target`, or the id of another."""
    status: TargetStatus | None = None
    """Whether it is one option among others, agreed, or dropped."""
    by: Date | None = None
    """When it is to be reached."""
    finding: Text | None = None
    """The heading of the target map."""
    summary: Text | None = None
    """What is to be different, in a few sentences."""
    steps: tuple[StepDifference, ...] = ()
    """What becomes of single steps, in the order in which they are placed."""
    phases: tuple[PhaseDifference, ...] = ()
    """What becomes of phases: renamed, moved, added, dropped or merged."""
    goals: tuple[Goal, ...] = ()
    """Goals of this target alone."""
