"""What came to a list and what left it: hotspots, ideas, actions, goals, maps, metrics, and what is shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cxsite.compare.change import Change, Level
from cxsite.compare.coming import Added, Removed
from cxsite.compare.pairs import Pair
from cxsite.compare.sides import Sides
from cxsite.compare.words import in_words, short
from cxsite.model.goal import Goal
from cxsite.model.target import PhaseDifference, StepDifference

SHARED = (
    *("source", "idea", "life-cycle stage", "dimension of maturity", "segment", "persona", "department", "person"),
    *("channel", "touchpoint", "system", "capability", "category", "strategy", "value definition", "translation"),
)
"""What has no kind of its own for coming and going."""


class HotspotAdded(Added):
    """A hotspot is new.

    It may have hurt for long; that it is known is no harm.
    """

    id, nouns = "hotspot-added", ("hotspot",)

    def said(self, sides: Sides, pair: Pair) -> str:
        severity, kind = getattr(pair.unit.entry, "severity", None), getattr(pair.unit.entry, "kind", "")
        return f"new {'bright spot' if kind == 'bright-spot' else 'hotspot'}{f', {severity}' if severity else ''}"


class HotspotRemoved(Removed):
    """A hotspot is gone.

    One that no longer hurts is better kept, with the action that ended it.
    """

    id, nouns = "hotspot-removed", ("hotspot",)


class ActionAdded(Added):
    """An action is new."""

    id, nouns = "action-added", ("action",)


class ActionRemoved(Removed):
    """An action is gone.

    One that will not be done is better kept, with `status: dropped`.
    """

    id, nouns = "action-removed", ("action",)


class GoalSet(Added):
    """A goal is new: a target is set for a metric."""

    id, nouns = "goal-set", ("goal",)

    def said(self, sides: Sides, pair: Pair) -> str:
        goal, portfolio = pair.unit.entry, sides.after
        assert isinstance(goal, Goal)
        level = in_words(goal.target, portfolio.settings, lambda _, text: text, "target")
        name = sides.name("after", "metric", goal.metric, pair.unit.journey)
        return f"target set, {short(name)} {level}{f' by {goal.by.label}' if goal.by else ''}"


class GoalRemoved(Removed):
    """A goal is gone."""

    id, nouns = "goal-removed", ("goal",)


class TargetMapAdded(Added):
    """A target map is new."""

    id, nouns = "target-map-added", ("target map",)


class TargetMapRemoved(Removed):
    """A target map is gone."""

    id, nouns = "target-map-removed", ("target map",)


class TargetChangeAdded(Added):
    """A target map changes, adds or removes one step or phase more."""

    id, nouns = "target-change-added", ("target step", "target phase")

    def said(self, sides: Sides, pair: Pair) -> str:
        entry = pair.unit.entry
        assert isinstance(entry, StepDifference | PhaseDifference)
        words = {"add": "added there", "change": "changed there", "remove": "removed there"}[entry.verb]
        return f"{words}{f': {short(entry.what)}' if entry.what else ''}"


class TargetChangeRemoved(Removed):
    """A target map leaves a step or phase as it is that it changed before."""

    id, nouns = "target-change-removed", ("target step", "target phase")

    def changes(self, sides: Sides) -> Iterator[Change]:
        """What went with the step or phase that it is about is no change of plan."""
        gone = {
            (f"target {pair.unit.noun}", pair.unit.journey, pair.unit.key)
            for pair in sides.pairing.pairs
            if pair.after is None and pair.unit.noun in ("step", "phase")
        }
        for change in super().changes(sides):
            one = change.subject
            followed = (one.noun, one.journey, one.id) in gone
            yield replace(change, level=Level.INFO, what="gone with it from the map of today") if followed else change

    def said(self, sides: Sides, pair: Pair) -> str:
        entry = pair.unit.entry
        added = isinstance(entry, StepDifference | PhaseDifference) and entry.verb == "add"
        return "no longer added there" if added else "as on the map that the target starts from"


class MetricAdded(Added):
    """A metric is new."""

    id, nouns = "metric-added", ("metric",)


class MetricRemoved(Removed):
    """A metric is gone, and the numbers of it with it."""

    id, nouns = "metric-removed", ("metric",)


class PrincipleAdded(Added):
    """A guiding principle is new."""

    id, nouns = "principle-added", ("principle",)


class PrincipleRemoved(Removed):
    """A guiding principle is gone."""

    id, nouns = "principle-removed", ("principle",)


class Listed(Added):
    """Something that journeys share or rest on is new: a department, a channel, a source, an idea."""

    id, nouns, level = "listed", SHARED, Level.INFO


class Unlisted(Removed):
    """Something that journeys share or rest on is gone."""

    id, nouns, level = "unlisted", SHARED, Level.NOTICE
