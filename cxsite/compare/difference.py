"""All edits between two sides, each thing told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.compare.change import Change, Subject
from cxsite.compare.edit import Edit
from cxsite.compare.kind import all_kinds, kind_of
from cxsite.compare.sides import Sides
from cxsite.compare.units import own_fields


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
        if before is None or after is None or before.entry is after.entry:
            continue
        for field in (*own_fields(type(after.entry)), "own", "nothing"):
            edit = Edit(sides, pair, field)
            if edit.differs:
                yield from kind_of(after.noun, field).tell(edit)


def by_subject(changes: Iterable[Change]) -> dict[Subject, tuple[Change, ...]]:
    """The changes of each thing, so that a phase that was renamed and moved is one line."""
    found: dict[Subject, list[Change]] = {}
    for change in changes:
        found.setdefault(change.subject, []).append(change)
    return {subject: tuple(group) for subject, group in found.items()}
