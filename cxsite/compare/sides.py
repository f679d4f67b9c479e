"""Both sides of a comparison: their portfolios, what is which, and what an id of either side means today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from cxsite.compare.groups import is_among
from cxsite.compare.meaning import Plain, Resolve, meaning
from cxsite.compare.pairs import Pairing, pair_up
from cxsite.compare.units import Unit, units_in, units_of
from cxsite.diagnostics import Diagnostic
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
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
    settled: frozenset[str] = frozenset()
    """Journeys that are the very same on both sides. Nothing in them was edited, so they are not gone through."""
    pictures: Mapping[SideName, Mapping[tuple[str, str], frozenset[str]]] = field(default_factory=dict)
    """What pictures are known by, by journey and name; a side of which nobody looked at any has none."""

    def is_lost(self, side: SideName, unit: Unit) -> bool:
        """True where nobody can say whether a thing of the other side is there, as its files cannot be read."""
        file = SETTINGS if unit.noun in ("settings", "category") else unit.span.file
        return is_among(file, self.lost[side])

    @cached_property
    def units(self) -> dict[SideName, tuple[Unit, ...]]:
        """Everything with an id, of each side."""
        return {side: units_of(self.portfolio(side), self.settled) for side in SIDES}

    @cached_property
    def pairing(self) -> Pairing:
        """What is which."""
        return pair_up(self.units["before"], self.units["after"])

    @cached_property
    def _by_entry(self) -> dict[SideName, dict[int, Unit]]:
        return {side: {id(unit.entry): unit for unit in units} for side, units in self.units.items()}

    @cached_property
    def _by_name(self) -> dict[SideName, dict[tuple[str, str, str], Unit]]:
        found: dict[SideName, dict[tuple[str, str, str], Unit]] = {side: {} for side in SIDES}
        for side, units in self.units.items():
            for unit in units:
                found[side].setdefault(self.now(side, unit).address[:3], unit)
        return found

    @cached_property
    def _of_settled(self) -> dict[str, dict[int, Unit]]:
        """What stands in settled journeys, of each that something else refers to."""
        return {}

    def portfolio(self, side: SideName) -> Portfolio:
        """The portfolio of a side."""
        return self.before if side == "before" else self.after

    def picture(self, side: SideName, unit: Unit, name: str) -> frozenset[str]:
        """What a picture of a thing is known by; none where it is not there."""
        return self.pictures.get(side, {}).get((unit.journey, name), frozenset())

    def find(self, side: SideName, kind: str, text: str, journey: str) -> Unit | None:
        """What an id names on a side, by any id it has had; None where nothing lists it."""
        portfolio = self.portfolio(side)
        entry = portfolio.find(kind, text, journey) or portfolio.find_former(kind, text, journey)
        if entry is None:
            return None
        return self._by_entry[side].get(id(entry)) or self._settled_unit(entry, text)

    def _settled_unit(self, entry: Entry, text: str) -> Unit | None:
        key = entry.key if isinstance(entry, Journey) else text.partition("/")[0]
        if key in self.settled and key not in self._of_settled:
            journey = self.after.journey_by_id[key]
            self._of_settled[key] = {id(unit.entry): unit for unit in units_in(self.after, journey)}
        return self._of_settled.get(key, {}).get(id(entry))

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
        return unit if unit.journey in self.settled else self.pairing.of(unit, side).after or unit

    def named(self, side: SideName, noun: str, scope: str, key: str) -> Unit | None:
        """What a change calls by what it goes by today; None where it is not on that side."""
        return self._by_name[side].get((noun, scope, key))

    def name(self, side: SideName, kind: str, text: str, journey: str) -> str:
        """What an id is called on its side; the id where nothing lists it."""
        found = self.find(side, kind, text, journey)
        return found.name if found else text
