"""One field of one thing, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.compare.meaning import Plain
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import SideName, Sides
from cxsite.compare.units import Unit
from cxsite.compare.words import Called, field_in_words, label, part_in_words


@dataclass(frozen=True)
class Edit:
    """A field of one thing, before and after; for people and as plain values."""

    sides: Sides
    pair: Pair
    field: str

    @property
    def old(self) -> Any:
        """The value before."""
        return _value(self.pair.before, self.field)

    @property
    def new(self) -> Any:
        """The value after."""
        return _value(self.pair.after, self.field)

    @property
    def meant(self) -> tuple[Plain, Plain]:
        """What the values say, with the ids of today."""
        before, after = self.pair.before, self.pair.after
        return (
            self.sides.meant("before", before, self.field) if before else None,
            self.sides.meant("after", after, self.field) if after else None,
        )

    @property
    def differs(self) -> bool:
        """True where they do not say the same."""
        if self.sides.pairing.ids_hold and type(self.old) is type(self.new) and self.old == self.new:
            return False
        old, new = self.meant
        return bool(old != new) and not (old in (None, ()) and new in (None, ()))

    def words(self, value: Any, side: SideName) -> str:
        """A value for people, with the names of its side."""
        model, settings = type(self._unit(side).entry), self.sides.portfolio(side).settings
        return field_in_words(model, self.field, value, settings, self._called(side), self.field)

    def _unit(self, side: SideName) -> Unit:
        unit = self.pair.before if side == "before" else self.pair.after
        assert unit is not None
        return unit

    def _called(self, side: SideName) -> Called:
        journey = self._unit(side).journey
        return lambda kind, text: self.sides.name(side, kind, text, journey)

    @property
    def was(self) -> str:
        """The value before, for people."""
        return self.words(self.old, "before")

    @property
    def now(self) -> str:
        """The value after, for people."""
        return self.words(self.new, "after")

    def part_of(self, entry: Any, part: str, side: SideName) -> str:
        """One field of an entry that the field holds, for people; empty for none."""
        return part_in_words(entry, part, self.sides.portfolio(side).settings, self._called(side))

    @property
    def is_none_now(self) -> bool:
        """True where somebody now says that there is none."""
        return self.pair.after is not None and self.field in self.pair.after.entry.nothing

    @property
    def label(self) -> str:
        """What the field is called."""
        return label(self.field)


def _value(unit: Unit | None, field: str) -> Any:
    if unit is None:
        return None
    if field == "own":
        return dict(unit.entry.own)
    return tuple(sorted(unit.entry.nothing)) if field == "nothing" else getattr(unit.entry, field)
