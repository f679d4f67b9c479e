"""Branches: whether the way that most customers go is still there in a target."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.measure.latest import Latest, branch_shares
from cxsite.model.journey import Journey
from cxsite.model.target import StepDifference
from cxsite.model.targetmap import TargetMap, TargetStep


class LargestBranchesStay(Rule):
    """A target removes the step to which most customers go.

    The main path of a map follows the largest branch of a step. Where the step it leads to is removed and nothing
    takes over, the target's path, and all sums along it, would follow a smaller branch or end there. Say `into:` at the
    removed step, or where customers go now in `next:` of the step before it.
    """

    id = "CX234"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every removed step to which the largest branch of a step that stays leads."""
        latest = Latest(subject.portfolio, subject.measures)
        for journey in subject.portfolio.journeys:
            for key, target in journey.targets.items():
                if target.status != "dropped":
                    yield from self._in_target(journey, subject.targets[journey.key, key], latest)

    def _in_target(self, journey: Journey, target: TargetMap, latest: Latest) -> Iterator[Diagnostic]:
        for step in target.steps:
            if not step.ways or step.step.lane not in (None, "customer"):
                continue
            shares = branch_shares([branch for branch, _ in step.ways], journey.key, step.id, latest)
            branch, way = step.ways[shares.index(max(shares))]
            if way is None and (entry := _removed_by(target, branch.step)) is not None:
                message = (
                    f"`{entry.ref}`, where most customers go from `{step.id}`, is removed, and the path {_left(step)}"
                )
                hint = f"say `into:` with the step that takes over, or `next:` of `{step.id}`"
                yield self.problem(entry.span("remove"), message, hint)


def _left(step: TargetStep) -> str:
    return "follows a smaller branch instead" if step.step.next else "ends there"


def _removed_by(target: TargetMap, ref: str) -> StepDifference | None:
    """The entry of the step that a branch ends at: the last of those that were to take over from one another."""
    gone = {name: mark for mark in target.marks if not mark.moved for name in (*mark.step.formerly, mark.id)}
    entry, seen = None, set[str]()
    while ref in gone and ref not in seen:
        seen.add(ref)
        entry = gone[ref].difference
        ref = (entry.into or "") if entry else ""
    return entry
