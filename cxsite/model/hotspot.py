"""Hotspots: places on the map that hurt or shine."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import field_validator

from cxsite.model.base import Entry
from cxsite.model.named import Named, Quotes
from cxsite.model.refs import CapabilityRefs, CategoryRef, EvidenceRefs, MetricRefs, PartyRef, PhaseRefs, StepRefs
from cxsite.model.step import Count
from cxsite.model.text import Text, Texts
from cxsite.model.values import Amount

HotspotKind = Literal["pain", "pressure", "bounce", "handoff", "bright-spot"]
Severity = Literal["low", "medium", "high", "critical"]


class HotspotCost(Entry):
    """What a hotspot costs."""

    each: Amount | None = None
    """Each time it happens."""
    a_year: Count | None = None
    """In a year: a number in the site's currency, or a metric."""


class Hotspot(Named):
    """A place on the map that hurts or shines, and why."""

    kind: HotspotKind = "pain"
    steps: StepRefs = ()
    """The steps it stands on; `journey/step` where it belongs to several journeys."""
    phases: PhaseRefs = ()
    category: CategoryRef | None = None
    severity: Severity | None = None
    """How bad it is; not on a bright spot."""
    summary: Text | None = None
    evidence: EvidenceRefs = ()
    metrics: MetricRefs = ()
    root_cause: Texts = ()
    """Why, and why again; the last line is the cause."""
    cost: HotspotCost | None = None
    blocked_by: CapabilityRefs = ()
    """What we cannot do or cannot know, that keeps it there."""
    opportunity: Text | None = None
    owner: PartyRef | None = None
    """Who answers for it; the first step's owner where it is left out."""
    quotes: Quotes = ()

    @field_validator("severity")
    @classmethod
    def _not_on_a_bright_spot(cls, severity: str | None, info: Any) -> str | None:
        if severity is not None and info.data.get("kind") == "bright-spot":
            raise ValueError("a bright spot has no severity")
        return severity
