"""What journeys share: value, strategy, departments, capabilities, settings."""

from __future__ import annotations

from cxsite.compare.change import Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.compare.kinds.experience import by_value
from cxsite.compare.listing import by_key


class ValueWeights(ChangeKind):
    """Time, money or feeling count for more or for less: every effort in points, and every ranking by it, changes."""

    id, level = "value-weights", Level.ATTENTION
    claims = {"value definition": ("weights", "hour", "segments")}


class Values(ListKind):
    """What the company holds to is said otherwise."""

    id = "values"
    claims = {"strategy": ("values",)}


class Ability(ChangeKind):
    """How far we are, or want to come: a capability or a dimension of maturity."""

    id = "ability"
    claims = {"capability": ("now", "target"), "dimension of maturity": ("now", "target", "reviewed")}

    def direction(self, edit: Edit) -> Direction:
        return by_value(edit.old, edit.new, "better") if edit.field in ("now", "target") else "neutral"


class Details(ChangeKind):
    """What journeys share is described otherwise: a department's lead, the channel of a touchpoint."""

    id, level = "details", Level.INFO
    claims = {
        "segment": ("dimension",),
        "persona": ("segment",),
        "department": ("office", "lead", "codeowner", "objectives"),
        "person": ("role", "department", "office"),
        "touchpoint": ("channel",),
        "system": ("since",),
        "capability": ("kind", "system"),
    }


class SettingsChanged(ChangeKind):
    """`cxsite.yml` says something else for the whole site."""

    id = "settings"
    claims = {
        "settings": (
            *("format", "currency", "language", "audience", "today", "fresh_for", "review_every", "min_n"),
            *("suppress_below", "fiscal_year", "lanes", "rules", "changes", "history", "roots"),
        )
    }

    def what(self, edit: Edit) -> str:
        return by_key(edit) if edit.field in ("rules", "changes") else super().what(edit)
