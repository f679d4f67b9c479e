"""Where things stand among others, and which of them have changed places."""

from __future__ import annotations

from cxsite.compare.pairs import Pair
from cxsite.compare.sides import Sides
from cxsite.compare.units import Unit, part_fields
from cxsite.derive.written.quotes import in_quotes
from cxsite.model.order import stay_in_order

IN_ORDER = ("phase", "step", "life-cycle stage")
"""Nouns whose order has a meaning."""
Address = tuple[str, str, str, int]


def stands(unit: Unit) -> str:
    """`, in “Order”, behind “Pays”`; empty where there is no order."""
    place = place_of(unit)
    return f", {place}" if place else ""


def place_of(unit: Unit) -> str:
    """`in “Order”, behind “Pays”`; empty where there is no order, or nothing else."""
    if unit.noun not in IN_ORDER:
        return ""
    where = f"in {in_quotes(unit.parent.name)}" if unit.noun == "step" and unit.parent else ""
    return ", ".join(part for part in (where, neighbour(unit)) if part)


def neighbour(unit: Unit) -> str:
    """`behind “Pays”`, `at the front`; empty for what stands alone."""
    names = _row(unit)
    place = next((index for index, one in enumerate(names) if one is unit.entry), 0)
    if place:
        return f"behind {in_quotes(getattr(names[place - 1], 'name', ''))}"
    return "at the front" if len(names) > 1 else ""


def _row(unit: Unit) -> tuple[object, ...]:
    """What it stands among."""
    above = unit.parent.entry if unit.parent else None
    for field in part_fields(type(above)) if above is not None else ():
        row: tuple[object, ...] = getattr(above, field)
        if any(one is unit.entry for one in row):
            return row
    return (unit.entry,)


def changed_whole(sides: Sides, pair: Pair) -> bool:
    """True for a step that stands in another phase."""
    before, after = pair.before, pair.after
    if pair.unit.noun != "step" or before is None or after is None or before.parent is None or after.parent is None:
        return False
    return sides.now("before", before.parent).address != after.parent.address


def moved(sides: Sides, noun: str) -> frozenset[Address]:
    """What stands in another phase, or has changed its place among those that stayed together; as few as possible."""
    groups: dict[Address | None, list[Pair]] = {}
    found = set()
    for pair in sides.pairing.pairs:
        if pair.unit.noun != noun or pair.before is None or pair.after is None:
            continue
        if changed_whole(sides, pair):
            found.add(pair.after.address)
        else:
            groups.setdefault(pair.after.parent.address if pair.after.parent else None, []).append(pair)
    before = {unit.address: place for place, unit in enumerate(sides.units["before"])}
    for pairs in groups.values():
        old = sorted(pairs, key=lambda pair: before[pair.before.address] if pair.before else 0)
        stay = stay_in_order([str(pair.unit.address) for pair in old], [str(pair.unit.address) for pair in pairs])
        found |= {pair.unit.address for pair in pairs if str(pair.unit.address) not in stay}
    return frozenset(found)
