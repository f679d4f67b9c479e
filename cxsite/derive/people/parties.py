"""Who does a step and who answers for it, of the people and departments by the ids of today."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.places.path import Stop
from cxsite.model.journey import Journey
from cxsite.model.kept import kept
from cxsite.model.organisation import Organisation
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Parties(Organisation):
    """The people and departments of a portfolio, with who does a step and who answers for it."""

    def doers(self, journey: Journey, stop: Stop) -> tuple[str, ...]:
        """Who does a step: its `done_by`, else the phase's, then the phase's owner. `done_by: none` is nobody."""
        for entry in (stop.step, stop.phase):
            if entry.done_by:
                return tuple(dict.fromkeys(self.now(party) for party in entry.done_by))
            if "done_by" in entry.nothing:
                return ()
        return (self.now(stop.phase.owner or journey.owner),)

    def owner(self, journey: Journey, stop: Stop) -> str:
        """Who answers for a step: its owner, else the phase's, else the journey's."""
        return self.now(stop.step.owner or stop.phase.owner or journey.owner)


@kept
def parties_of(portfolio: Portfolio) -> Parties:
    """The people and departments of a portfolio, looked up once for all who ask."""
    return Parties(portfolio)
