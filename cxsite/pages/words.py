"""Words of pages for the fixed values of fields."""

from __future__ import annotations

from cxsite.model.hotspot import HotspotKind

KINDS: dict[HotspotKind, str] = {
    "pain": "Pain point",
    "pressure": "Pressure point",
    "bounce": "Bounce point",
    "handoff": "Hand-off point",
    "bright-spot": "Bright spot",
}
DELIVERIES = {
    "in-house": "In-house: our own people as they are",
    "upskill": "Upskill: our own people after training",
    "outsource": "Outsource: somebody else",
}
ACTION_KINDS = {
    "innovation": "Innovation: something new",
    "improvement": "Improvement: something better",
    "operational": "Operational: part of daily work",
}
BACKING = {
    "job-descriptions": "Job descriptions say it",
    "objectives": "Objectives reward it",
    "process": "A process supports it",
    "power-to-decide": "The team may decide it",
}
STATES = {"same": "unchanged", "changed": "changed", "added": "added", "removed": "removed", "moved": "moved"}
"""What becomes of a step or a phase in a target."""
