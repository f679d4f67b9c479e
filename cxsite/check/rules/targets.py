"""Targets: whether they can be resolved, and whether what they promise has a reason and somebody who brings it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.journey import Journey
from cxsite.model.target import StepDifference


class TargetsResolve(Rule):
    """An entry of a target does not fit the map it starts from.

    `change` and `remove` name a step or phase of that map, `add` a new one; a new step says where it stands; a phase
    that is removed leaves no step without one.
    """

    id = "CX230"
    firm = True

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Everything that could not be resolved."""
        for resolved in subject.targets.values():
            for trouble in resolved.troubles:
                if trouble.kind != "done":
                    span = trouble.entry.span(trouble.field)
                    yield self.problem(span, trouble.message, trouble.hint, suggestion=trouble.suggestion)


class DifferencesDiffer(Rule):
    """An entry of a target no longer differs from today.

    The current map has caught up, so the change is done.
    """

    id = "CX231"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every `change` that changes nothing."""
        for resolved in subject.targets.values():
            for trouble in resolved.troubles:
                if trouble.kind == "done":
                    yield self.problem(trouble.entry.span(trouble.field), trouble.message, trouble.hint)


class _EachEntry(Rule):
    """Looks at each entry of each target that is not dropped."""

    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every entry that has something wrong with it."""
        for journey in subject.portfolio.journeys:
            for target in journey.targets.values():
                for entry in target.steps if target.status != "dropped" else ():
                    yield from self.check_entry(entry, journey)

    def check_entry(self, entry: StepDifference, journey: Journey) -> Iterator[Diagnostic]:
        """What is wrong with one."""
        raise NotImplementedError


class ChangesHaveReasons(_EachEntry):
    """A change in a target has no reason.

    The reason is the principle it `follows`, the hotspot it `addresses`, or the action in `carried_by`, whose hotspots
    are the why.
    """

    id = "CX232"

    def check_entry(self, entry: StepDifference, journey: Journey) -> Iterator[Diagnostic]:
        """One without a reason."""
        if not (entry.follows or entry.addresses or entry.carried_by):
            message = f"nothing says why `{entry.ref}` becomes different"
            hint = "say `carried_by:` (an action), `addresses:` (a hotspot) or `follows:` (a principle)"
            yield self.problem(entry.span(entry.verb), message, hint)


class ChangesAreCarried(_EachEntry):
    """A change in a target is carried by nobody.

    `carried_by:` names the action that brings it about; without one it stays a wish.
    """

    id = "CX233"

    def check_entry(self, entry: StepDifference, journey: Journey) -> Iterator[Diagnostic]:
        """One that nobody carries, though it has a reason."""
        reason = entry.follows or entry.addresses
        if reason and not entry.carried_by:
            message = f"no action carries the change of `{entry.ref}`"
            yield self.problem(entry.span(entry.verb), message, "say `carried_by:` with an action's id")
