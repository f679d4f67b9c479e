"""Target maps: what they make of the map they start from, why, and who carries it."""

from __future__ import annotations

from cxsite.compare.change import Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind


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
