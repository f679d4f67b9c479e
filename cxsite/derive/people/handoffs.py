"""Hand-offs: where the work on a customer passes from one party to another, along the main path."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import Path, Stop
from cxsite.diagnostics import count_of
from cxsite.model.journey import Journey
from cxsite.model.step import Handoff

Reach = Literal["inside", "outside", "unknown"]


@dataclass(frozen=True)
class Passing:
    """One hand-off, from a step to the next that somebody else does.

    `reach` is `outside` where a party on either side is outside the company, `unknown` where some office is not said.
    """

    before: Stop
    after: Stop
    givers: tuple[str, ...]
    takers: tuple[str, ...]
    reach: Reach
    described: Handoff | None = None
    """What is handed over and what gets lost, where the map says so; None is not assessed."""


@dataclass(frozen=True)
class Handoffs:
    """The hand-offs of a map in order, and the steps that describe one where none follows from who does them.

    `assessed` is false where nobody wrote who does any of the steps: then nobody knows whether there is a hand-off.
    """

    passings: tuple[Passing, ...]
    loose: tuple[Stop, ...] = ()
    assessed: bool = True

    @property
    def count(self) -> int | None:
        """How many; None where nobody knows."""
        return len(self.passings) if self.assessed else None

    @property
    def words(self) -> str:
        """`3 hand-offs`, or that they were not assessed."""
        return count_of(len(self.passings), "hand-off") if self.assessed else "hand-offs not assessed"

    @property
    def outside(self) -> int:
        """How many are to or from outside."""
        return sum(one.reach == "outside" for one in self.passings)

    @property
    def unknown(self) -> int:
        """How many have a party whose office nobody says."""
        return sum(one.reach == "unknown" for one in self.passings)

    def into(self, step: str) -> Passing | None:
        """The hand-off that a step begins with."""
        return next((one for one in self.passings if one.after.key == step), None)


def hand_offs(journey: Journey, path: Path, parties: Parties) -> Handoffs:
    """The hand-offs of consecutive steps. Where one of several who do a step goes on with the next, there is none.

    `handoff:` describes the hand-off that its step begins with, or the one it ends with where it begins with none.
    A step that nobody of ours does (`done_by: none`) is passed over.
    """
    stops = [(stop, parties.doers(journey, stop)) for stop in path.stops]
    worked = [(stop, doers) for stop, doers in stops if doers]
    pairs = [(a, b) for a, b in pairwise(worked) if not _goes_on(a[1], b[1], parties)]
    begins = {after.key for _, (after, _) in pairs}
    ends = {before.key for (before, _), _ in pairs}
    passings = []
    for (before, givers), (after, takers) in pairs:
        described = after.step.handoff or (before.step.handoff if before.key not in begins else None)
        passings.append(Passing(before, after, givers, takers, _reach((*givers, *takers), parties), described))
    loose = tuple(stop for stop in path.stops if stop.step.handoff and stop.key not in begins | ends)
    return Handoffs(tuple(passings), loose, any(_is_said(stop) for stop in path.stops))


def _is_said(stop: Stop) -> bool:
    """True where the step or its phase says who does it. The owner of the whole journey says nothing of a step."""
    said = any(entry.done_by or "done_by" in entry.nothing for entry in (stop.step, stop.phase))
    return said or bool(stop.phase.owner)


def _goes_on(givers: tuple[str, ...], takers: tuple[str, ...], parties: Parties) -> bool:
    return any(parties.same(giver, taker) for giver in givers for taker in takers)


def _reach(involved: tuple[str, ...], parties: Parties) -> Reach:
    offices = [parties.office(party) for party in involved]
    if "outside" in offices:
        return "outside"
    return "unknown" if None in offices else "inside"
