"""All edits between two sides, each thing told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.compare.change import Change, Subject
from cxsite.compare.edit import Edit
from cxsite.compare.kind import all_kinds, kind_of
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import SIDES, Sides
from cxsite.compare.units import Unit, own_fields


def edits(sides: Sides) -> tuple[Change, ...]:
    """What somebody changed, in the order of the things as they stand after."""
    order = {pair.unit.address[:3]: place for place, pair in enumerate(sides.pairing.pairs)}
    found = [*(change for kind in all_kinds() for change in kind.changes(sides)), *_of_fields(sides)]

    def place(change: Change) -> tuple[int, int]:
        return order.get((change.subject.noun, change.subject.scope, change.subject.id), len(order)), -change.level

    return tuple(sorted(found, key=place))


def _of_fields(sides: Sides) -> Iterator[Change]:
    for pair in sides.pairing.pairs:
        before, after = pair.before, pair.after
        if before is None or after is None or before.entry is after.entry or _is_lost(sides, pair):
            continue
        for field in _fields(before, after):
            edit = Edit(sides, pair, field)
            if edit.differs:
                yield from kind_of(after.noun, field).tell(edit)


def _is_lost(sides: Sides, pair: Pair) -> bool:
    """True for settings that could not be read: what stands in their place are the defaults."""
    return pair.unit.noun == "settings" and any(sides.is_lost(side, pair.unit) for side in SIDES)


def _fields(before: Unit, after: Unit) -> tuple[str, ...]:
    """What is looked at; where a target does something else with a step, that alone."""
    verbs = [getattr(unit.entry, "verb", "") for unit in (before, after)]
    return (*own_fields(type(after.entry)), "own", "nothing") if verbs[0] == verbs[1] else ("verb",)


def by_subject(changes: Iterable[Change]) -> dict[Subject, tuple[Change, ...]]:
    """The changes of each thing, so that a phase that was renamed and moved is one line."""
    found: dict[Subject, list[Change]] = {}
    for change in changes:
        found.setdefault(change.subject, []).append(change)
    return {subject: tuple(group) for subject, group in found.items()}
