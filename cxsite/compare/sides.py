"""Both sides of a comparison: their portfolios, what is which, and what an id of either side means today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from cxsite.compare.groups import group_of
from cxsite.compare.meaning import Plain, Resolve, meaning
from cxsite.compare.pairs import Pairing, pair_up
from cxsite.compare.units import Unit, units_of
from cxsite.diagnostics import Diagnostic
from cxsite.model.portfolio import Portfolio
from cxsite.project import SETTINGS

SideName = Literal["before", "after"]
SIDES: tuple[SideName, SideName] = ("before", "after")


@dataclass(frozen=True)
class Sides:
    """Two portfolios and their things in pairs."""

    before: Portfolio
    after: Portfolio
    lost: Mapping[SideName, Mapping[str, Diagnostic]] = field(default_factory=lambda: {"before": {}, "after": {}})
    """Groups of files that could not be read on a side, with the reason."""

    def is_lost(self, side: SideName, unit: Unit) -> bool:
        """True where nobody can say whether a thing of the other side is there, as its files cannot be read."""
        file = SETTINGS if unit.noun in ("settings", "category") else unit.span.file
        return group_of(file) in self.lost[side]

    @cached_property
    def units(self) -> dict[SideName, tuple[Unit, ...]]:
        """Everything with an id, of each side."""
        return {"before": units_of(self.before), "after": units_of(self.after)}

    @cached_property
    def pairing(self) -> Pairing:
        """What is which."""
        return pair_up(self.units["before"], self.units["after"])

    @cached_property
    def _by_entry(self) -> dict[SideName, dict[int, Unit]]:
        return {side: {id(unit.entry): unit for unit in units} for side, units in self.units.items()}

    def portfolio(self, side: SideName) -> Portfolio:
        """The portfolio of a side."""
        return self.before if side == "before" else self.after

    def find(self, side: SideName, kind: str, text: str, journey: str) -> Unit | None:
        """What an id names on a side, by any id it has had; None where nothing lists it."""
        portfolio = self.portfolio(side)
        entry = portfolio.find(kind, text, journey) or portfolio.find_former(kind, text, journey)
        return self._by_entry[side].get(id(entry)) if entry is not None else None

    def meant(self, side: SideName, unit: Unit, field: str) -> Plain:
        """What a field says, with the ids of today."""
        return meaning(unit.entry, field, self.resolver(side, unit))

    def resolver(self, side: SideName, unit: Unit) -> Resolve:
        """Finds the id of today of what a thing of a side refers to."""
        here = self.now(side, unit).journey

        def resolve(kind: str, text: str) -> str:
            found = self.find(side, kind, text, unit.journey)
            if found is not None:
                now = self.now(side, found)
            elif side == "after" and (was := self.find("before", kind, text, unit.journey)) is not None:
                now = self.now("before", was)  # an old id that leads nowhere now is told once, where the id changed
            else:
                return text
            return now.key if now.journey in ("", here) or now.noun == "journey" else f"{now.journey}/{now.key}"

        return resolve

    def now(self, side: SideName, unit: Unit) -> Unit:
        """What a thing of a side is after; itself where it is gone."""
        return self.pairing.of(unit, side).after or unit

    def name(self, side: SideName, kind: str, text: str, journey: str) -> str:
        """What an id is called on its side; the id where nothing lists it."""
        found = self.find(side, kind, text, journey)
        return found.name if found else text
