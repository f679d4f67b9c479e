"""Workshops: who was in the room."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.model.journey import Evidence
from cxsite.model.organisation import organisation_of
from cxsite.model.portfolio import Portfolio

OFFICES = ("front", "middle", "back")


class EveryOfficeIsInTheRoom(Rule):
    """Nobody from one of the offices was in the workshop.

    A journey runs through front, middle and back office. A map drawn without one of them shows that part as the
    others imagine it. A person counts for the department they lead or belong to.
    """

    id = "CX270"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every workshop in which an office is missing."""
        if "organisation" not in subject.portfolio.libraries:
            return
        known = organisation_of(subject.portfolio)
        for evidence in _workshops(subject):
            present = [known.now(one.department or one.person or "") for one in evidence.participants]
            rooms = [known.office(party) for party in present]
            missing = [office for office in OFFICES if office not in rooms]
            if evidence.participants and missing and not self._unclear(evidence, subject.portfolio):
                message = f"nobody from the {_listed(missing)} office was in the workshop"
                hint = "ask them to look through the map, and add who did to `participants:`"
                yield self.problem(evidence.span("participants"), message, hint)

    def _unclear(self, evidence: Evidence, portfolio: Portfolio) -> bool:
        """True where a participant cannot be found, which has a complaint of its own."""
        return any(
            (one.department and portfolio.find("department", one.department) is None)
            or (one.person and portfolio.find("person", one.person) is None)
            for one in evidence.participants
        )


class WorkshopsSayWhoWasThere(Rule):
    """A workshop does not say who was in the room."""

    id = "CX271"
    severity = Severity.NOTE

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every workshop without participants."""
        for evidence in _workshops(subject):
            if not evidence.participants:
                message = "nobody knows who was in this workshop"
                yield self.problem(evidence.span("kind"), message, "say `participants:` with people or departments")


def _workshops(subject: Subject) -> Iterator[Evidence]:
    return (entry for entry in subject.entries if isinstance(entry, Evidence) and entry.kind == "workshop")


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
