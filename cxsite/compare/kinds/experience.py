"""What customers go through: how it feels, what it takes, what they say, which way they go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cxsite.compare.change import Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind


def by_value(old: float | None, new: float | None, more_is: Direction) -> Direction:
    """Better or worse from two numbers; neutral where one is not known."""
    if old is None or new is None or old == new:
        return "neutral"
    less_is: Direction = "worse" if more_is == "better" else "better"
    return more_is if new > old else less_is


def by_values(old: Mapping[str, float], new: Mapping[str, float], more_is: Direction) -> Direction:
    """Better or worse where all that are known on both sides go one way."""
    found = {by_value(old[key], new[key], more_is) for key in old.keys() & new.keys()} - {"neutral"}
    return found.pop() if len(found) == 1 else "neutral"


class EmotionChanged(ChangeKind):
    """How a step feels is another value.

    On −2 to +2, for all customers or for a segment. It is somebody's judgement or comes from a metric; whether it is
    so is not said by it.
    """

    id, level = "emotion", Level.NOTICE
    claims = {"step": ("emotion",), "target step": ("emotion",)}

    def direction(self, edit: Edit) -> Direction:
        return by_values(edit.old or {}, edit.new or {}, "better")


class FeelingReworded(ChangeKind):
    """The word for a feeling is another one."""

    id, level = "feeling", Level.INFO
    claims = {"*": ("feeling",)}


class EffortChanged(ChangeKind):
    """The customer's own time or money that a step takes is another amount."""

    id = "effort"
    claims = {"*": ("effort",)}

    def direction(self, edit: Edit) -> Direction:
        return by_values(_amounts(edit.old), _amounts(edit.new), "worse")


def _amounts(effort: Any) -> dict[str, float]:
    found: dict[str, float] = {}
    if effort is not None and effort.time is not None:
        found["time"] = effort.time.minutes
    if effort is not None and effort.money is not None:
        found[f"money {effort.money.currency}"] = effort.money.amount
    return found


class WaitChanged(ChangeKind):
    """The time on the calendar that a step takes is another length."""

    id = "elapsed"
    claims = {"*": ("elapsed",)}

    def direction(self, edit: Edit) -> Direction:
        old, new = (one.minutes if one else None for one in (edit.old, edit.new))
        return by_value(old, new, "worse")


class QuoteChanged(ListKind):
    """Customers' words came, went or are others."""

    id, level = "quote", Level.INFO
    claims = {"*": ("quotes",)}


class BounceChanged(ChangeKind):
    """How many give up at a step, or what they do instead, is another."""

    id = "bounce"
    claims = {"*": ("bounce",)}

    def direction(self, edit: Edit) -> Direction:
        shares = [getattr(one, "share", None) for one in (edit.old, edit.new)]
        old, new = (share if isinstance(share, float) else None for share in shares)
        return by_value(old, new, "worse")


class WayChanged(ChangeKind):
    """Which way customers go, how many of them, or how often, is another: `next`, `share`, `optional`, `repeats`."""

    id = "way"
    claims = {"*": ("next", "share", "optional", "repeats", "unplanned", "zoom")}


class MomentOfTruth(ChangeKind):
    """A step is a moment of truth now, or no longer; or stands for many like it."""

    id = "moment-of-truth"
    claims = {"*": ("moment_of_truth", "representative")}

    def what(self, edit: Edit) -> str:
        said = "a moment of truth" if edit.field == "moment_of_truth" else "stands for many like it"
        return f"{said} now" if edit.new else f"no longer {said}"
