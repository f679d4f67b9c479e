"""Which differences of which targets an action carries, and which ones take away a hotspot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.gaps import GapState, Ledger
from cxsite.derive.maps.reasons import Why


@dataclass(frozen=True)
class Difference:
    """A step or a phase (its `kind`) that differs in one of a journey's targets, and why."""

    journey: str
    target: str
    kind: str
    id: str
    name: str
    state: GapState
    what: str
    why: Why


@dataclass(frozen=True)
class Differences:
    """All differences that say why."""

    all: tuple[Difference, ...]

    @cached_property
    def by_hotspot(self) -> dict[Thing, tuple[Difference, ...]]:
        """Those that take away or ease each hotspot, by themselves or through an action."""
        return _grouped((hotspot, one) for one in self.all for hotspot in one.why.hotspots)

    @cached_property
    def by_action(self) -> dict[Thing, tuple[Difference, ...]]:
        """Those that each action carries; under one that was dropped, those it was to carry."""
        return _grouped((act, one) for one in self.all for act in (*one.why.carried_by, *one.why.dropped))


def differences_of(ledgers: Iterable[Ledger]) -> Differences:
    """The differences of these targets, in their order."""
    return Differences(tuple(one for ledger in ledgers for one in _of(ledger)))


def _of(ledger: Ledger) -> Iterator[Difference]:
    home, target = ledger.journey.key, ledger.target
    for phase in ledger.phases:
        entry = phase.after or phase.before
        if phase.state != "same" and phase.why and entry:
            yield Difference(home, target, "phase", phase.id, entry.name, phase.state, phase.what, phase.why)
    for gap in ledger.gaps:
        side = gap.after or gap.before
        if gap.differs and gap.why and side:
            yield Difference(home, target, "step", gap.id, side.stop.step.name, gap.state, gap.what, gap.why)


def _grouped(pairs: Iterable[tuple[Thing, Difference]]) -> dict[Thing, tuple[Difference, ...]]:
    groups: dict[Thing, dict[int, Difference]] = {}
    for thing, one in pairs:
        groups.setdefault(thing, {})[id(one)] = one
    return {thing: tuple(members.values()) for thing, members in groups.items()}
