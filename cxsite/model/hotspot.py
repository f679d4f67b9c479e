"""Hotspots: places on the map that hurt or shine."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import field_validator

from cxsite.model.base import Entry
from cxsite.model.meant import WrongValueError
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
    """What sort of place it is: it hurts, it weighs on staff, customers give up, something gets lost between two
    parties, or it shines."""
    steps: StepRefs = ()
    """The steps it stands on; `journey/step` where it belongs to several journeys."""
    phases: PhaseRefs = ()
    """The phases it stands on, where it is about more than single steps."""
    category: CategoryRef | None = None
    """What it is mostly about; the list can be replaced in `cxsite.yml`."""
    severity: Severity | None = None
    """How bad it is; not on a bright spot."""
    summary: Text | None = None
    """What happens and how often, in a few sentences."""
    evidence: EvidenceRefs = ()
    """Where the claim comes from."""
    metrics: MetricRefs = ()
    """Numbers that show it, for tables without a column for its place."""
    root_cause: Texts = ()
    """Why, and why again; the last line is the cause."""
    cost: HotspotCost | None = None
    """What it costs us, each time or in a year."""
    blocked_by: CapabilityRefs = ()
    """What we cannot do or cannot know, that keeps it there."""
    opportunity: Text | None = None
    """What could be won, in a line."""
    owner: PartyRef | None = None
    """Who answers for it; the first step's owner where it is left out."""
    quotes: Quotes = ()
    """What customers said about it."""

    @field_validator("severity")
    @classmethod
    def _not_on_a_bright_spot(cls, severity: str | None, info: Any) -> str | None:
        if severity is not None and info.data.get("kind") == "bright-spot":
            raise WrongValueError("a bright spot has no severity", "take the line out, or correct the `kind:`")
        return severity
