"""Goals: how much they ask for, of what, by when."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind
from cxsite.compare.sides import SideName, Sides
from cxsite.compare.units import Unit
from cxsite.derive.written.quotes import in_quotes
from cxsite.model.metric import Metric


def _asks_for_more(edit: Edit) -> bool | None:
    """True where the new target is further in the direction that is good news; None where nobody can say."""
    goal = edit.pair.unit
    name = str(getattr(goal.entry, "metric", ""))
    metric = edit.sides.after.find("metric", name) or edit.sides.after.find_former("metric", name)
    old, new = edit.old, edit.new
    if (
        not isinstance(metric, Metric)
        or metric.better == "neither"
        or (old.unit, old.currency) != (new.unit, new.currency)
    ):
        return None
    return bool((new.value > old.value) == (metric.better == "up"))


class GoalTarget(ChangeKind):
    """A goal's target is another level.

    Raised and lowered mean asking for more and for less, also where a low number is good news.
    """

    id, level = "goal-target", Level.ATTENTION
    claims = {"goal": ("target",)}

    def what(self, edit: Edit) -> str:
        more = _asks_for_more(edit)
        word = "changed" if more is None else "raised" if more else "lowered"
        return f"target {word} from {edit.was} to {edit.now}"

    def direction(self, edit: Edit) -> Direction:
        more = _asks_for_more(edit)
        return "neutral" if more is None else "better" if more else "worse"


class GoalDate(ChangeKind):
    """A goal is to be reached on another day."""

    id = "goal-date"
    claims = {"goal": ("by",)}

    def direction(self, edit: Edit) -> Direction:
        if edit.old is None or edit.new is None:
            return "neutral"
        return "worse" if edit.new.end > edit.old.end else "better"


class GoalScope(ChangeKind):
    """A goal is about another number, or another place."""

    id = "goal-scope"
    claims = {"goal": ("metric", "kind", "phase", "step", "segment")}


class PrimaryGoal(ChangeKind):
    """Another goal is the first one of a journey: its primary business goal."""

    id, level = "primary-goal", Level.ATTENTION

    def changes(self, sides: Sides) -> Iterator[Change]:
        for pair in sides.pairing.pairs:
            if pair.unit.noun != "journey" or pair.before is None or pair.after is None:
                continue
            was, now = _goals(pair.before, sides, "before"), _goals(pair.after, sides, "after")
            if was and now and was[0] != now[0]:
                words = was[0].name, now[0].name
                what = f"its primary goal is {in_quotes(words[1])}, no longer {in_quotes(words[0])}"
                yield self.make(sides, pair, what, "goals", words, (was[0].key, now[0].key))


def _goals(journey: Unit, sides: Sides, side: SideName) -> list[Unit]:
    """The goals of a journey in order, as they are called now."""
    found = [unit for unit in sides.units[side] if unit.noun == "goal" and unit.parent == journey]
    return [sides.now(side, unit) for unit in found]
