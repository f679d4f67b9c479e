"""Hotspots and ideas: how bad, of what sort, why, where."""

from __future__ import annotations

from typing import get_args

from cxsite.compare.change import Direction, Level
from cxsite.compare.edit import Edit
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.model.hotspot import Severity

_RANK = {word: rank for rank, word in enumerate(get_args(Severity))}


class SeverityChanged(ChangeKind):
    """A hotspot is more or less severe."""

    id, level = "severity", Level.ATTENTION
    claims = {"hotspot": ("severity",)}

    def what(self, edit: Edit) -> str:
        if edit.old is None or edit.new is None:
            return super().what(edit)
        return f"severity {'eased' if _RANK[edit.new] < _RANK[edit.old] else 'raised'} from {edit.old} to {edit.new}"

    def direction(self, edit: Edit) -> Direction:
        if edit.old is None or edit.new is None:
            return "neutral"
        return "better" if _RANK[edit.new] < _RANK[edit.old] else "worse"


class HotspotKindChanged(ChangeKind):
    """A hotspot is of another sort or category."""

    id = "hotspot-category"
    claims = {"hotspot": ("kind", "category")}


class CauseChanged(ListKind):
    """Why a hotspot is there is told otherwise."""

    id = "cause"
    claims = {"hotspot": ("root_cause", "blocked_by")}


class PlaceChanged(ListKind):
    """A hotspot or an idea stands on other steps or phases."""

    id = "hotspot-place"
    claims = {"hotspot": ("steps", "phases"), "idea": ("steps", "phases")}


class HotspotCostChanged(ChangeKind):
    """What a hotspot costs us is another amount."""

    id = "hotspot-cost"
    claims = {"hotspot": ("cost",)}


class Addresses(ListKind):
    """An action, an idea or a target takes away other hotspots."""

    id = "addresses"
    claims = {"*": ("addresses",)}


class Proposed(ChangeKind):
    """Where an idea came from, or who could do it, is told otherwise."""

    id, level = "proposed", Level.INFO
    claims = {"idea": ("proposed_by", "role", "sceptic", "for_")}
