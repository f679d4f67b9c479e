"""What a kind of change is, and how all of them are found. A new kind is a new class in a module of `kinds/`.

A kind says which fields of which things it is about (`claims`), and how a change of them reads. Each field is claimed
once, so that each edit is told once; a test walks all fields of the format.
"""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar

from cxsite.compare import kinds
from cxsite.compare.change import Change, Direction, Level, fingerprint
from cxsite.compare.edit import Edit
from cxsite.compare.listing import in_and_out
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import Sides
from cxsite.compare.telling import from_to, place_of, subject_of
from cxsite.model.base import NOWHERE
from cxsite.registry import every, title_of


class ChangeKind(ABC):
    """One kind of change. The docstring's first line is its title in the reference, the rest explains it."""

    id: ClassVar[str]
    level: ClassVar[Level] = Level.NOTICE
    claims: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Noun of a thing to the fields of it that this kind tells about; `*` for any noun, where no kind names it."""

    def changes(self, sides: Sides) -> Iterator[Change]:
        """Changes of this kind that are no edit of a field, such as something new. None where it only claims fields."""
        return iter(())

    def tell(self, edit: Edit) -> Iterator[Change]:
        """How the change of one field reads."""
        yield self.make(
            edit.sides,
            edit.pair,
            self.what(edit),
            edit.field,
            (edit.was, edit.now),
            edit.meant,
            self.direction(edit),
        )

    def make(
        self,
        sides: Sides,
        pair: Pair,
        what: str,
        field: str = "",
        words: tuple[str, str] = ("", ""),
        meant: object = (),
        direction: Direction = "neutral",
        hint: str = "",
    ) -> Change:
        """A change of this kind. `meant` is what tells it from another one of the same field."""
        unit = pair.unit
        return Change(
            self.id,
            self.level,
            direction,
            subject_of(sides, pair),
            what,
            *words,
            place_of(pair.before, field),
            place_of(pair.after, field),
            field,
            hint,
            fingerprint=fingerprint(self.id, unit.noun, unit.scope, unit.key, field, meant),
            whole_at=NOWHERE if pair.after or unit.parent is None else place_of(sides.now("before", unit.parent)),
        )

    def what(self, edit: Edit) -> str:
        """The sentence about the thing, without it."""
        return from_to(edit)

    def direction(self, edit: Edit) -> Direction:
        """What it is for the customer."""
        return "neutral"

    @property
    def title(self) -> str:
        """What the reference calls it."""
        return title_of(self)


class ListKind(ChangeKind):
    """A kind about lists: it tells what came to them and what left them."""

    def what(self, edit: Edit) -> str:
        """`systems: added Billing engine; removed Excel`."""
        return in_and_out(edit)


@cache
def all_kinds() -> tuple[ChangeKind, ...]:
    """Every kind of every module below `kinds/`, by id."""
    return every(ChangeKind, kinds)


@cache
def kind_of(noun: str, field: str) -> ChangeKind:
    """The kind that tells about a field.

    Raises:
        LookupError: no kind claims it.
    """
    for asked in (noun, "*"):
        for kind in all_kinds():
            if field in kind.claims.get(asked, ()):
                return kind
    raise LookupError(f"no kind of change tells about `{field}` of a {noun}")
