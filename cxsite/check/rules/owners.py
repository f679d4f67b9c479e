"""Owners: nothing without somebody who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity


class ActionsHaveOwners(Rule):
    """An action has no owner.

    Phases, steps and hotspots have an owner even where none is written: that of what they stand in. An action has none
    to take over, so `owner:` names the one who is accountable; `done_by:` names who does it.
    """

    id = "CX240"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every action that is not dropped and that nobody answers for."""
        for action in subject.actions:
            if action.owner is None and action.status != "dropped":
                message = f"nobody answers for the action `{action.key}`"
                yield self.problem(action.span("name"), message, "say `owner:` with one person or department")


class MetricsHaveOwners(Rule):
    """A metric has no owner.

    Somebody knows how the number is made and sees to it that it arrives.
    """

    id = "CX310"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every metric that nobody answers for."""
        for metric in subject.portfolio.metrics:
            if metric.owner is None:
                message = f"nobody answers for the metric `{metric.key}`"
                yield self.problem(metric.span("name"), message, "say `owner:` with one person or department")


class OwnersAreInside(Rule):
    """Somebody outside the organisation is the owner.

    A partner can do the work (`done_by:`), but cannot be held to account for the customer's journey. Name the person
    or department that answers for the partner.
    """

    id = "CX242"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every `owner:` that is a party of the office `outside`."""
        outside = {
            party.key
            for party in subject.portfolio.shared["party"]
            if getattr(party, "office", None) == "outside" and hasattr(party, "key")
        }
        for reference, _ in subject.references if outside else ():
            if reference.kind == "party" and reference.path == ("owner",) and reference.text in outside:
                message = f"`{reference.text}` is outside the organisation, and an owner has to be inside"
                hint = "name who answers for it inside, and put the partner in `done_by:`"
                yield self.problem(reference.span, message, hint)
