"""Target maps: what they make of the map they start from, why, and who carries it."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.reordered import reordered
from cxsite.compare.sides import Sides
from cxsite.derive.written.quotes import in_quotes


class TargetPlan(ChangeKind):
    """A target map is agreed or dropped, is to be reached on another day, or starts from another map."""

    id, level = "target-plan", Level.ATTENTION
    claims = {"target map": ("from_", "status", "by")}


class TargetVerb(ChangeKind):
    """A target map does something else with a step or phase: it changes what it removed, or the other way round."""

    id = "target-verb"
    claims = {"target step": ("verb",), "target phase": ("verb",)}


class TargetPlace(ChangeKind):
    """A target map puts a step or phase elsewhere."""

    id = "target-place"
    claims = {"target step": ("before", "after", "phase", "into"), "target phase": ("before", "after", "into")}


class TargetOrder(ChangeKind):
    """A target map has other places for steps or phases, as its entries stand in another order.

    Of two that are placed behind the same step, the one that is written later stands behind the other.
    """

    id = "target-order"

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.unit.noun == "target map":
                for one in reordered(sides, pair):
                    where = f"behind {in_quotes(one.behind)}" if one.behind else "at the front"
                    yield self.make(sides, one.pair, f"moved, now {where}", "", ("", where), where)


class Carried(ListKind):
    """Other actions bring a change of the target about, or none does."""

    id = "carried"
    claims = {"*": ("carried_by",)}

    def direction(self, edit: Edit) -> Direction:
        return "worse" if edit.old and not edit.new else "neutral"


class Follows(ListKind):
    """A change of the target keeps other guiding principles."""

    id, level = "follows", Level.INFO
    claims = {"target step": ("follows",), "target phase": ("follows",)}
