"""What follows: figures of two states side by side. A new one is a new class in a module of `effects/`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import ClassVar

from cxsite.compare import effects
from cxsite.compare.change import Change, Direction, Level, Subject, fingerprint
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import SIDES, Sides
from cxsite.compare.telling import place_of, subject_of
from cxsite.derive.atlas import Atlas
from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE
from cxsite.model.journey import Journey
from cxsite.model.portfolio import LIBRARIES
from cxsite.registry import every, title_of


@dataclass(frozen=True)
class Worlds:
    """Both states with all that is worked out from them, as of one day."""

    sides: Sides
    before: Atlas
    after: Atlas

    @cached_property
    def journeys(self) -> tuple[tuple[Pair, Journey, Journey], ...]:
        """The journeys that are on both sides and of which something may have moved."""
        found = []
        for pair in self.sides.pairing.pairs:
            if pair.unit.noun == "journey" and pair.before and pair.after and not self.is_settled(pair):
                was, now = pair.before.entry, pair.after.entry
                assert isinstance(was, Journey) and isinstance(now, Journey)
                found.append((pair, was, now))
        return tuple(found)

    def is_settled(self, pair: Pair) -> bool:
        """True for a thing of a journey that is the very same on both sides, as is all that journeys share.

        What was parsed once is one object; in what another journey says of it, something may have moved all the same.
        """
        before, after = (self.sides.portfolio(side).journey_by_id for side in SIDES)
        journey = pair.unit.journey
        return self._shared_is_same and journey in before and before[journey] is after.get(journey)

    @cached_property
    def _shared_is_same(self) -> bool:
        before, after = self.sides.before, self.sides.after
        same = [before.libraries.get(name) is after.libraries.get(name) for name in LIBRARIES]
        return all(same) and before.settings == after.settings and self.before.measures is self.after.measures


class Effect(ABC):
    """One figure that changes may move. The docstring's first line is its title in the reference."""

    id: ClassVar[str]
    level: ClassVar[Level] = Level.NOTICE

    @abstractmethod
    def effects(self, worlds: Worlds) -> Iterator[Change]:
        """Each place where it moved."""

    def about(
        self,
        worlds: Worlds,
        pair: Pair,
        what: str,
        values: tuple[str, str],
        direction: Direction = "neutral",
        field: str = "",
    ) -> Change:
        """An effect on something with an id."""
        subject, places = subject_of(worlds.sides, pair), (place_of(pair.before), place_of(pair.after))
        return self.made(subject, what, values, direction, field, places)

    def made(
        self,
        subject: Subject,
        what: str,
        values: tuple[str, str],
        direction: Direction,
        field: str = "",
        places: tuple[Span, Span] = (NOWHERE, NOWHERE),
    ) -> Change:
        """An effect on anything."""
        mark = fingerprint(self.id, subject.noun, subject.scope, subject.id, field, values)
        return Change(
            self.id, self.level, direction, subject, what, *values, *places, field, derived=True, fingerprint=mark
        )

    @property
    def title(self) -> str:
        """What the reference calls it."""
        return title_of(self)


@cache
def all_effects() -> tuple[Effect, ...]:
    """Every effect of every module below `effects/`, by id."""
    return every(Effect, effects)  # type: ignore[type-abstract]  # those below it are whole


def effects_of(worlds: Worlds) -> tuple[Change, ...]:
    """All that follows, in the order of the kinds."""
    return tuple(change for each in all_effects() for change in each.effects(worlds))
