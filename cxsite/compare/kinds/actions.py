"""Actions: where they stand, when, how, to which end."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.listing import in_and_out
from cxsite.model.action import Action


class ActionStatus(ChangeKind):
    """An action has begun, shipped or was dropped."""

    id, level = "action-status", Level.ATTENTION
    claims = {"action": ("status", "shipped")}

    def tell(self, edit: Edit) -> Iterator[Change]:
        shipped = isinstance(edit.pair.unit.entry, Action) and edit.pair.unit.entry.shipped
        if not (edit.field == "status" and shipped and not edit.new):  # what shipped has no status
            yield from super().tell(edit)

    def what(self, edit: Edit) -> str:
        if edit.field == "shipped" and edit.new and not edit.old:
            return f"shipped {edit.now}"
        return super().what(edit)

    def direction(self, edit: Edit) -> Direction:
        if edit.field == "shipped" and bool(edit.old) != bool(edit.new):
            return "better" if edit.new else "worse"
        return "worse" if edit.new == "dropped" else "neutral"


class ActionDate(ChangeKind):
    """An action starts, or is due, on another day."""

    id = "action-date"
    claims = {"action": ("start", "due")}

    def direction(self, edit: Edit) -> Direction:
        if edit.old is None or edit.new is None:
            return "neutral"
        return "worse" if edit.new.end > edit.old.end else "better"


class ActionAim(ChangeKind):
    """What an action is to bring about, or how that will be judged, is said otherwise.

    After it shipped, this moves the goal posts: the test is only worth something where its aim was said beforehand.
    """

    id, level = "action-aim", Level.ATTENTION
    claims = {"action": ("goal", "expects", "judge")}

    def what(self, edit: Edit) -> str:
        said = in_and_out(edit) if edit.field == "expects" else super().what(edit)
        return f"{said}, after it shipped" if getattr(edit.pair.unit.entry, "shipped", None) else said


class ActionRisk(ChangeKind):
    """An action is at risk, or no longer."""

    id = "action-risk"
    claims = {"action": ("risk",)}

    def direction(self, edit: Edit) -> Direction:
        if bool(edit.old) == bool(edit.new):
            return "neutral"
        return "worse" if edit.new else "better"


class ActionPilot(ListKind):
    """An action is tried in another segment, or since another day."""

    id = "action-pilot"
    claims = {"action": ("pilots",)}


class ActionPlan(ChangeKind):
    """How an action is done, what it takes, or what it is worth, is said otherwise."""

    id, level = "action-plan", Level.INFO
    claims = {
        "action": (
            *("category", "follows", "ideas", "backing", "kind", "delivery"),
            *("value", "ease", "reach", "confidence", "resources"),
        )
    }

    def what(self, edit: Edit) -> str:
        return in_and_out(edit) if edit.field in ("follows", "ideas", "backing") else super().what(edit)
