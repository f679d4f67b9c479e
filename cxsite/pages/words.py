"""Words of pages for the fixed values of fields."""

from __future__ import annotations

from cxsite.derive.written import goals
from cxsite.model.hotspot import HotspotKind

KINDS: dict[HotspotKind, str] = {
    "pain": "Pain point",
    "pressure": "Pressure point",
    "bounce": "Bounce point",
    "handoff": "Hand-off point",
    "bright-spot": "Bright spot",
}
LACKS = {"do": "We can’t do yet", "know": "We can’t see yet", "": "We lack"}
"""What keeps a hotspot there, by the kind of capability; none where nobody listed it."""
DELIVERIES = {
    "in-house": "In-house: our own people as they are",
    "upskill": "Upskill: our own people after training",
    "outsource": "Outsource: somebody else",
}
DELIVERED = {"in-house": "In-house", "upskill": "Upskill", "outsource": "Outsource"}
"""The same in a word."""
ACTION_KINDS = {
    "innovation": "Innovation: something new",
    "improvement": "Improvement: something better",
    "operational": "Operational: part of daily work",
}
GOALS = goals.GOALS
BACKING = {
    "job-descriptions": "Job descriptions say it",
    "objectives": "Objectives reward it",
    "process": "A process supports it",
    "power-to-decide": "The team may decide it",
}
RACI = {
    "answers": ("A", "Answers for it"),
    "does": ("R", "Does the work"),
    "consulted": ("C", "Is asked before"),
    "informed": ("I", "Is told"),
}
"""Letter and words of what a department has to do with an action."""
OFFICES = {
    "front": "Front office",
    "middle": "Middle office",
    "back": "Back office",
    "outside": "Outside",
    None: "Office not said",
}
STATES = {"same": "unchanged", "changed": "changed", "added": "added", "removed": "removed", "moved": "moved"}
"""What becomes of a step or a phase in a target."""
