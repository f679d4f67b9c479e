"""Which thing of before is which of after: by id, then by `formerly`, then by likeness.

Never by position: a phase put in front of the others is one phase more, not a new name for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from cxsite.compare.units import NOUNS, Unit, own_fields
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.step import Phase

How = Literal["id", "formerly", "likeness", "alone"]
LIKE = 0.6
"""How like two things are, 0..1, from which on they are probably one; found by trying names and texts of real maps."""
_TOLD = 0.3
"""How like names, summaries or parts are at least."""
_SHORT = 3
"""Letters of a word that tells nothing."""
_NAME, _PARTS, _FIELDS = 2.0, 3.0, 1.0
"""What a name, the parts, and each field count for."""


SHARED = frozenset({"hotspot", "idea", "action", "source"})
"""What journeys may share: it stands in one of them, or in a file of all."""

Address = tuple[str, str, str, int]


@dataclass(frozen=True)
class Pair:
    """One thing on both sides; on one side alone where it was added or removed."""

    before: Unit | None
    after: Unit | None
    how: How = "id"

    @property
    def unit(self) -> Unit:
        """The thing as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True)
class Pairing:
    """All pairs, and what became of which id."""

    pairs: tuple[Pair, ...]
    _of_before: Mapping[tuple[str, str, str, int], Pair] = field(repr=False)
    _of_after: Mapping[tuple[str, str, str, int], Pair] = field(repr=False)

    def of(self, unit: Unit, side: Literal["before", "after"]) -> Pair:
        """The pair that a thing of one side belongs to."""
        return (self._of_before if side == "before" else self._of_after)[unit.address]

    def parts_alone(self, whole: Pair) -> list[str]:
        """The nouns of what is inside something, and came or went with it."""
        return self._parts_alone.get((whole.unit.address, bool(whole.after)), [])

    @cached_property
    def _parts_alone(self) -> dict[tuple[Address, bool], list[str]]:
        found: dict[tuple[Address, bool], list[str]] = {}
        for pair in self.pairs:
            above = pair.unit.parent if pair.how == "alone" else None
            while above is not None:
                found.setdefault((above.address, bool(pair.after)), []).append(pair.unit.noun)
                above = above.parent
        return found

    @cached_property
    def ids_hold(self) -> bool:
        """True where every id means on both sides what it means on the other."""
        return all(
            pair.before.address == pair.after.address and pair.before.former == pair.after.former
            if pair.before and pair.after
            else not pair.unit.former
            for pair in self.pairs
        )


def pair_up(before: Iterable[Unit], after: Iterable[Unit]) -> Pairing:
    """Pairs what is one thing. What stands in a renamed journey is looked for in the new one."""
    made = _Pairs(tuple(before), tuple(after))
    for noun in NOUNS.values():  # journeys first, then steps, then what targets make of them
        made.pair(noun)
    pairs = tuple(made.all())
    return Pairing(
        pairs,
        {pair.before.address: pair for pair in pairs if pair.before},
        {pair.after.address: pair for pair in pairs if pair.after},
    )


def _inside(unit: Unit) -> str:
    return unit.key if unit.noun == "journey" else f"{unit.scope}/{unit.key}"


class _Pairs:
    """Pairs noun by noun; journeys and targets first, as units come, so that scopes are known for what is in them."""

    def __init__(self, old: tuple[Unit, ...], new: tuple[Unit, ...]) -> None:
        self.old, self.new = old, new
        self.found: dict[tuple[str, str, str, int], tuple[Unit, How]] = {}
        self.taken: set[tuple[str, str, str, int]] = set()
        self.scopes: dict[str, str] = {}

    def pair(self, noun: str) -> None:
        """By id, by former id, by likeness; each only among what is left."""
        old = [unit for unit in self.old if unit.noun == noun]
        new = {unit.address: unit for unit in self.new if unit.noun == noun}
        self._pair_twins(old, new.values())
        for unit in self._left(old):
            for key in dict.fromkeys((self._key(unit), unit.key)):  # a target may still say the former id
                self._take(unit, new.get((noun, self._scope(unit), key, unit.twin)), "id")
        former = {(one.scope, was): one for one in new.values() if one.address not in self.taken for was in one.former}
        for unit in self._left(old):
            self._take(unit, former.get((self._scope(unit), unit.key)), "formerly")
        if noun in SHARED:
            self._pair_shared(list(self._left(old)), [u for u in new.values() if u.address not in self.taken])
        for unit, other in self._alike(list(self._left(old)), [u for u in new.values() if u.address not in self.taken]):
            self._take(unit, other, "likeness")

    def _pair_twins(self, old: Iterable[Unit], new: Iterable[Unit]) -> None:
        """Several things with one id, which is a mistake: those that are most alike are one."""
        twins = {(unit.scope, unit.key) for units in (old, new) for unit in units if unit.twin}
        if not twins:
            return
        again = [unit for unit in old if (self._scope(unit), unit.key) in twins]
        pairs = [
            (likeness(one.entry, other.entry), one, other)
            for one in again
            for other in new
            if (self._scope(one), one.key) == (other.scope, other.key)
        ]
        for _, one, other in sorted(pairs, key=lambda found: -found[0]):
            self._take(one, other, "id")

    def _pair_shared(self, old: list[Unit], new: list[Unit]) -> None:
        """What stood in one journey and is in a file of all journeys now, or the other way round."""
        for unit in old:
            found = [one for one in new if one.key == unit.key and "" in (one.scope, unit.scope)]
            self._take(unit, next((one for one in found if likeness(unit.entry, one.entry) >= LIKE), None), "id")

    def _scope(self, unit: Unit) -> str:
        journey, slash, target = unit.scope.partition("/")
        whole = self.scopes.get(unit.scope)
        return whole or f"{self.scopes.get(journey, journey)}{slash}{target}"

    def _key(self, unit: Unit) -> str:
        """The id that is looked for: a difference goes by the id that its step or phase has now."""
        of = {"target step": "step", "target phase": "phase"}.get(unit.noun)
        found = self.found.get((of, unit.journey, unit.key, 0)) if of else None
        return found[0].key if found else unit.key

    def _take(self, unit: Unit, other: Unit | None, how: How) -> None:
        if other is None or other.address in self.taken or unit.address in self.found:
            return
        self.found[unit.address] = other, how
        self.taken.add(other.address)
        if unit.noun in ("journey", "target map"):
            self.scopes[_inside(unit)] = _inside(other)

    def _left(self, units: Iterable[Unit]) -> Iterator[Unit]:
        return (unit for unit in units if unit.address not in self.found)

    def _alike(self, old: list[Unit], new: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
        """The likest pairs first."""
        scored = [
            (likeness(one.entry, other.entry), -place, one, other)
            for place, one in enumerate(old)
            for other in new
            if self._scope(one) == other.scope and _may_have_a_new_name(one)
        ]
        for score, _, one, other in sorted(scored, key=lambda found: found[:2], reverse=True):
            if score >= LIKE:
                yield one, other

    def all(self) -> Iterator[Pair]:
        """Every pair, in the order of after, what is gone behind what it stood behind."""
        back = {other.address: (unit, how) for unit in self.old if unit.address in self.found
                for other, how in (self.found[unit.address],)}  # fmt: skip
        gone = _behind(self.old, self.found)
        yield from (Pair(unit, None, "alone") for unit in gone.get(None, ()))
        for unit in self.new:
            was, how = back.get(unit.address, (None, "alone"))
            yield Pair(was, unit, how)  # type: ignore[arg-type]
            yield from (Pair(lost, None, "alone") for lost in gone.get(unit.address, ()))


def _behind(old: tuple[Unit, ...], found: Mapping[Address, tuple[Unit, How]]) -> dict[Address | None, list[Unit]]:
    """What is gone, by the thing of after that it stood behind."""
    gone: dict[Address | None, list[Unit]] = {}
    last: Address | None = None
    for unit in old:
        if unit.address in found:
            last = found[unit.address][0].address
        else:
            gone.setdefault(last, []).append(unit)
    return gone


def _may_have_a_new_name(unit: Unit) -> bool:
    """False for what is found by the id of something else."""
    return unit.noun not in ("target step", "target phase", "translation", "settings")


def likeness(one: Entry, other: Entry) -> float:
    """How like two entries are, 0..1: their names, what is said about them, and their parts."""
    named = _text(_name(one), _name(other))
    same, whole = _NAME * named, _NAME
    for name in own_fields(type(one)):
        first, second = getattr(one, name), getattr(other, name)
        if first in (None, ()) and second in (None, ()):
            continue
        whole += _FIELDS
        same += _FIELDS * _value(first, second)
    parts = [steps for each in (one, other) if (steps := _steps(each)) is not None]
    if len(parts) == 2 and (parts[0] or parts[1]):
        whole += _PARTS
        same += _PARTS * (shared := len(parts[0] & parts[1]) / len(parts[0] | parts[1]))
        named = max(named, shared)
    told = max(named, _value(getattr(one, "summary", None) or "", getattr(other, "summary", None) or "x"))
    return same / whole if told >= _TOLD else 0.0  # two may be planned alike, and be about something else


def _steps(entry: Entry) -> set[str] | None:
    """The ids of the steps inside; None for what has none."""
    if isinstance(entry, Journey | Phase):
        return {step.key for step in entry.steps}
    return None


def _name(entry: Entry) -> str:
    """The words of a name that tell: `at the` stands in very many. One without blanks is taken letter by letter."""
    words = str(getattr(entry, "name", None) or getattr(entry, "key", "")).split()
    if len(words) == 1 and not words[0].isascii():
        return " ".join(words[0])
    return " ".join([word for word in words if len(word) > _SHORT] or words)


def _value(first: object, second: object) -> float:
    if isinstance(first, str) and isinstance(second, str):
        return _text(first, second)
    if isinstance(first, tuple) and isinstance(second, tuple) and first and second:
        return sum(each in second for each in first) / max(len(first), len(second))
    return float(first == second)


def _text(first: str, second: str) -> float:
    """How many words two texts share, in order."""
    return SequenceMatcher(None, first.lower().split(), second.lower().split(), autojunk=False).ratio()
