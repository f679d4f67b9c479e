"""What stands elsewhere in a target map because its entries were written in another order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxsite.compare.pairs import Pair
from cxsite.compare.sides import Sides
from cxsite.compare.units import Unit
from cxsite.model.journey import Journey
from cxsite.model.order import stay_in_order
from cxsite.model.resolve import resolve_target
from cxsite.model.target import Target
from cxsite.model.targetmap import TargetMap


@dataclass(frozen=True)
class Elsewhere:
    """An entry of a target whose step or phase stands elsewhere, and what it is behind; empty at the front."""

    pair: Pair
    behind: str


def reordered(sides: Sides, whole: Pair) -> Iterator[Elsewhere]:
    """The entries of a target, on both sides, whose order alone puts something elsewhere; as few as possible.

    The map is resolved twice: as it is written, and with the entries in the order that they had before.
    """
    before, after = whole.before, whole.after
    if before is None or after is None or after.parent is None or before.entry is after.entry:
        return
    journey, target, was = after.parent.entry, after.entry, before.entry
    assert isinstance(journey, Journey) and isinstance(target, Target) and isinstance(was, Target)
    parts = {
        noun: [unit for unit in sides.units["after"] if unit.noun == noun and unit.parent is after]
        for noun in ("target phase", "target step")
    }
    for noun, field in (("target phase", "phases"), ("target step", "steps")):
        pairs = {id(unit.entry): sides.pairing.of(unit, "after") for unit in parts[noun]}
        entries, old = getattr(target, field), _as_before(getattr(target, field), getattr(was, field), pairs)
        if old != entries:
            named = {pair.unit.key: pair for pair in pairs.values() if pair.before}
            as_before = resolve_target(journey, after.key, target.model_copy(update={field: old}))
            yield from _elsewhere(_row(as_before, noun), _row(resolve_target(journey, after.key), noun), named)


def _as_before(now: tuple[object, ...], was: tuple[object, ...], pairs: Mapping[int, Pair]) -> tuple[object, ...]:
    """The entries of now, those that were there before in the order that they had then."""
    place = {id(entry): index for index, entry in enumerate(was)}

    def index_of(unit: Unit | None) -> int | None:
        return place.get(id(unit.entry)) if unit else None

    known = {id(entry): index_of(pairs[id(entry)].before) for entry in now}
    kept = iter(sorted((one for one in now if known[id(one)] is not None), key=lambda one: known[id(one)] or 0))
    return tuple(next(kept) if known[id(one)] is not None else one for one in now)


def _row(resolved: TargetMap, noun: str) -> dict[str, tuple[str, str]]:
    """What the map holds in its order: by id the phase that it stands in and the name of what it is behind."""
    found: dict[str, tuple[str, str]] = {}
    behind = ""
    for phase in resolved.living:
        if noun == "target phase":
            found[phase.id], behind = ("", behind), phase.phase.name
            continue
        behind = ""
        for step in phase.living:
            found[step.id], behind = (phase.id, behind), step.step.name
    return found


def _elsewhere(
    old: Mapping[str, tuple[str, str]], new: Mapping[str, tuple[str, str]], named: Mapping[str, Pair]
) -> Iterator[Elsewhere]:
    there = [key for key in new if key in named and key in old]
    within = [key for key in there if old[key][0] == new[key][0]]
    stay = stay_in_order([key for key in old if key in within], within)
    found = [key for key in there if key not in stay]
    if not found:  # what no entry names lies between two that stayed in order
        found = [key for key in there if old[key] != new[key]][:1]
    yield from (Elsewhere(named[key], new[key][1]) for key in found)
