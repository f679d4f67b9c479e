"""The authoring format as a table: every shape, its keys, and the kind of value of each key.

It is written by hand beside the model, on purpose: strategies, mutations and tests read it, and a test compares it with
the model, so that neither can lose a key. `!` marks a required key. Values are

    "share"                 a kind of value, see `words.VALUES`
    ("low", "high")         one of these words
    Ref("party")            an id of something; `many`: one or a list
    Measure("share", ...)   a value or the id of a metric that is made by one of these methods
    Part("step")            a mapping of this shape; `many`: a list of them
    Texts()                 a line or a list of lines
    Keyed("segment", ...)   a mapping with these ids (or words) as keys, or one value for all
    OWN                     written by other strategies, because it depends on its surroundings
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ref:
    kind: str
    many: bool = False


@dataclass(frozen=True)
class Measure:
    value: str
    methods: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    shape: str
    many: bool = False


@dataclass(frozen=True)
class Texts:
    pass


@dataclass(frozen=True)
class Keyed:
    keys: str | tuple[str, ...]
    value: object
    single: bool = False


class _Own:
    def __repr__(self) -> str:
        return "OWN"


OWN = _Own()
Field = object
Shape = dict[str, Field]

A_SHARE = Measure("share", ("share",))
A_COUNT = Measure("amount of things", ("count", "sum"))
A_COST = Measure("money", ("mean", "sum"))

_LINKED: Shape = {"formerly": OWN, "links": OWN}
_NAMED: Shape = {"id": OWN, "name!": "text", **_LINKED}
_CLAIM: Shape = {"metrics": Ref("metric", True), "evidence": Ref("evidence", True), "quotes": Part("quote", True)}
_PLACE: Shape = {"phase": Ref("own phase"), "step": Ref("own step"), "segment": Ref("segment")}

_STEP: Shape = {
    **_LINKED,
    "summary": "text",
    "thinks": "saying",
    "expectation": "text",
    "channel": Ref("channel", True),
    "touchpoint": Ref("touchpoint", True),
    "interaction": "text",
    "owner": Ref("party"),
    "done_by": Ref("party", True),
    "emotion": Keyed("segment", "emotion", single=True),
    "feeling": Keyed("segment", "text", single=True),
    "effort": Part("effort"),
    "elapsed": "duration",
    "unplanned": Measure("share or flag", ("share",)),
    "optional": "flag",
    "share": A_SHARE,
    "repeats": "repeats",
    "moment_of_truth": "flag",
    "representative": "flag",
    "bounce": Part("bounce"),
    "handoff": Part("handoff"),
    "next": Part("branch", True),
    "lane": ("customer", "frontstage", "backstage", "support"),
    "systems": Ref("system", True),
    **_CLAIM,
    "images": Part("image", True),
    "frontstage": Texts(),
    "backstage": Texts(),
    "support": Texts(),
    "physical_evidence": Texts(),
    "zoom": Ref("journey"),
    "volume": A_COUNT,
    "cost_to_serve": A_COST,
}
_PHASE: Shape = {
    **_LINKED,
    "summary": "text",
    "owner": Ref("party"),
    "done_by": Ref("party", True),
    "customer_goal": "text",
    "life_cycle": Ref("life-cycle stage"),
    **_CLAIM,
    "volume": A_COUNT,
    "cost_to_serve": A_COST,
}
_REASON: Shape = {
    "what": "text",
    "follows": Ref("principle", True),
    "carried_by": Ref("action", True),
    "addresses": Ref("hotspot", True),
}
_VERBS: Shape = {"change": OWN, "add": OWN, "remove": OWN, "before": OWN, "after": OWN, "into": OWN}

SHAPES: dict[str, Shape] = {
    "link": {"url!": "address", "name": "text"},
    "effort": {"time": "duration", "money": "money"},
    "bounce": {"share": A_SHARE, "to": "text"},
    "handoff": {"what": "text", "loses": "text"},
    "branch": {"step!": Ref("step"), "when": "text", "share": A_SHARE},
    "image": {"file!": OWN, "alt!": "text"},
    "quote": {
        **{"text": "saying", "summary": "saying", "evidence": Ref("evidence"), "who": "who", "when": "past"},
        **{"segment": Ref("segment"), "group": ("promoters", "passives", "detractors"), "share": "share"},
        "consent": ("public", "internal", "none"),
    },
    "step": {"id": OWN, "name!": "text", **_STEP},
    "phase": {"id": OWN, "name!": "text", **_PHASE, "steps": OWN},
    "hotspot": {
        **_NAMED,
        "kind": ("pain", "pressure", "bounce", "handoff", "bright-spot"),
        "steps": Ref("step", True),
        "phases": Ref("phase", True),
        "category": Ref("category"),
        "severity": ("low", "medium", "high", "critical"),
        "summary": "text",
        "evidence": Ref("evidence", True),
        "metrics": Ref("metric", True),
        "root_cause": Texts(),
        "cost": Part("cost"),
        "blocked_by": Ref("capability", True),
        "opportunity": "text",
        "owner": Ref("party"),
        "quotes": Part("quote", True),
    },
    "cost": {"each": "money", "a_year": A_COUNT},
    "idea": {
        **_NAMED,
        "summary": "text",
        "addresses": Ref("hotspot", True),
        "steps": Ref("step", True),
        "phases": Ref("phase", True),
        "proposed_by": Ref("party"),
        "role": "who",
        "sceptic": "flag",
        "for": Ref("party"),
    },
    "action": {
        **_NAMED,
        "summary": "text",
        "addresses": Ref("hotspot", True),
        "category": Ref("category"),
        "follows": Ref("principle", True),
        "ideas": Ref("idea", True),
        "goal": Ref("goal"),
        "owner": Ref("party"),
        "done_by": Ref("party", True),
        "consulted": Ref("party", True),
        "informed": Ref("party", True),
        "backing": OWN,
        "kind": ("innovation", "improvement", "operational"),
        "delivery": ("in-house", "upskill", "outsource"),
        "value": "1 to 5",
        "ease": "1 to 5",
        "reach": "amount of things",
        "confidence": "share",
        "resources": Part("resources"),
        "expects": Part("expectation", True),
        "judge": Part("judge"),
        "status": ("planned", "in-progress", "dropped"),
        "shipped": "shipping day",
        "risk": "text",
        "start": "early date",
        "due": "due",
        "pilots": Part("pilot", True),
        "quotes": Part("quote", True),
    },
    "resources": {"people_days": "amount of things", "it_days": "amount of things", "budget": "money"},
    "expectation": {"metric!": Ref("own metric"), "value!": "level", "by": "due", **_PLACE},
    "judge": {"window": "long duration", "compare_with": Ref("segment")},
    "pilot": {"segment!": Ref("segment"), "since!": "early date"},
    "goal": {
        **{"id": OWN, "name": "text", **_LINKED},
        "kind": ("new-sales", "increase-nps", "self-service", "reduce-churn", "capture-share", "increase-clv", "other"),
        **{"metric!": OWN, "target!": "level", "by": "due", **_PLACE},
    },
    "evidence": {
        **{"id": OWN, "name": "text", **_LINKED},
        "kind": (
            *("analytics", "survey", "interviews", "focus-groups", "reviews", "logs", "observation", "workshop"),
            "other",
        ),
        **{"sample": "text", "when": "past", "summary": "text", "consent": OWN},
        "participants": Part("participant", True),
    },
    "participant": {
        **{"person": Ref("person"), "role": "who", "department": Ref("department"), "sceptic": "flag"},
    },
    "group need": {"need": "text", "actions": Ref("action", True)},
    "journey": {
        **_NAMED,
        "owner!": Ref("party"),
        "summary": "text",
        "status": ("draft", "live", "retired"),
        "outcome": "text",
        "segments": Ref("segment", True),
        "volume": A_COUNT,
        "reviewed": "past day",
        "review_every": "long duration",
        "metrics": Ref("own metric", True),
        "goals": OWN,
        "evidence": OWN,
        "nps_groups": Keyed(("promoters", "passives", "detractors"), Part("group need")),
        "quotes": Part("quote", True),
        "as_of": "past",
        "finding": "text",
        "emotion_from": OWN,
        "without_a_hitch": OWN,
        "phases!": OWN,
        "hotspots": OWN,
        "ideas": OWN,
        "actions": OWN,
        "target": OWN,
    },
    "target": {
        **_LINKED,
        **{"from": OWN, "status": ("option", "agreed", "dropped"), "by": "due", "finding": "text", "summary": "text"},
        **{"steps": OWN, "phases": OWN, "goals": OWN},
    },
    "step difference": {"name": "text", **_STEP, **_REASON, **_VERBS, "phase": OWN},
    "phase difference": {"name": "text", **_PHASE, **_REASON, **_VERBS},
    "strategy": {
        **{"finding": "text", "vision": "text", "mission": "text", "values": Texts()},
        **{"principles": OWN, "goals": OWN, "life_cycle": OWN, "maturity": Part("maturity", True)},
    },
    "principle": {**_NAMED, "summary": "text"},
    "stage": {**_NAMED, "summary": "text"},
    "maturity": {"name!": "text", **_LINKED, "now": "1 to 5", "target": "1 to 5", "reviewed": "past"},
    "value": {
        **{"summary": "text", "weights": Part("weights"), "hour": "amount of things"},
        "segments": Keyed("segment", Part("weights")),
    },
    "weights": {"time": "amount of things", "money": "amount of things", "emotion": "amount of things"},
    "segments": {"segments": OWN, "personas": OWN},
    "segment": {**_NAMED, "dimension": "text", "summary": "text"},
    "persona": {**_NAMED, "segment": Ref("real segment"), "summary": "text"},
    "organisation": {"departments": OWN, "people": OWN},
    "department": {
        **_NAMED,
        "office": ("front", "middle", "back", "outside"),
        "lead": OWN,
        "codeowner": "team",
        "objectives": Ref("goal", True),
        "summary": "text",
    },
    "person": {
        **{**_NAMED, "name!": "person's name"},
        **{"role": "text", "department": Ref("department"), "office": ("front", "middle", "back", "outside")},
    },
    "touchpoints": {"channels": OWN, "touchpoints": OWN},
    "channel": {**_NAMED, "summary": "text"},
    "touchpoint": {**_NAMED, "channel": Ref("channel"), "owner": Ref("party"), "summary": "text"},
    "technology": {"systems": OWN, "capabilities": OWN},
    "system": {**_NAMED, "since": "past", "owner": Ref("party"), "summary": "text"},
    "capability": {
        **{**_NAMED, "kind!": ("do", "know"), "system": Ref("system")},
        **{"now": "0 to 4", "target": "0 to 4", "summary": "text"},
    },
    "hotspots": {"hotspots": OWN},
    "ideas": {"ideas": OWN},
    "actions": {"actions": OWN},
    "evidence file": {"evidence": OWN},
    "metrics": {"metrics": OWN},
    "metric": {
        **_NAMED,
        "method!": OWN,
        "kind": "text",
        "question": "text",
        "scale": OWN,
        "better": ("up", "down", "neither"),
        "unit": "text",
        "per": OWN,
        "owner": Ref("party"),
        "collected": "text",
        "evidence": OWN,
        "journey": OWN,
        "source": OWN,
        "breaks": Part("break", True),
        "fresh_for": "long duration",
    },
    "source": {"file!": OWN, "columns": OWN, "where": OWN, "missing": OWN, "fiscal_year": Part("fiscal year")},
    "break": {"at!": "period", "why!": ("wording", "scale", "method", "channel")},
    "fiscal year": {"starts": "month", "named_after": ("start", "end")},
    "settings": {
        "format": ("1",),
        "currency": "currency",
        "language": "language",
        "audience": ("internal", "public"),
        "today": OWN,
        "fresh_for": "long duration",
        "review_every": "long duration",
        "min_n": "whole",
        "suppress_below": "whole",
        "fiscal_year": Part("fiscal year"),
        "categories": OWN,
        "lanes": OWN,
        "rules": OWN,
        "changes": OWN,
        "history": "whole",
        "roots": OWN,
    },
}
"""Every shape by its name."""

INSIDE: dict[tuple[str, str], str] = {
    **{("phase", "steps"): "step", ("target", "steps"): "step difference", ("target", "phases"): "phase difference"},
    **{("journey", "phases"): "phase", ("journey", "goals"): "goal", ("journey", "evidence"): "evidence"},
    **{("journey", kind): kind.removesuffix("s") for kind in ("hotspots", "ideas", "actions")},
    **{("journey", "target"): "target", ("target", "goals"): "goal", ("strategy", "goals"): "goal"},
    **{("strategy", "principles"): "principle", ("strategy", "life_cycle"): "stage"},
    **{("segments", "segments"): "segment", ("segments", "personas"): "persona"},
    **{("organisation", "departments"): "department", ("organisation", "people"): "person"},
    **{("touchpoints", "channels"): "channel", ("touchpoints", "touchpoints"): "touchpoint"},
    **{("technology", "systems"): "system", ("technology", "capabilities"): "capability"},
    **{(kind, kind): kind.removesuffix("s") for kind in ("hotspots", "ideas", "actions", "metrics")},
    **{("evidence file", "evidence"): "evidence", ("metric", "source"): "source"},
}
"""The shape of what stands below a key that is `OWN`; `links` hold shapes of the kind `link`."""

REFS: dict[tuple[str, str], str] = {
    **{("goal", "metric"): "metric", ("department", "lead"): "person", ("metric", "evidence"): "evidence"},
    **{
        ("metric", "journey"): "journey",
        ("journey", "emotion_from"): "metric",
        ("journey", "without_a_hitch"): "metric",
    },
    **{("step difference", key): "place" for key in ("change", "remove", "before", "after", "into", "phase")},
    **{("phase difference", key): "place" for key in ("change", "remove", "before", "after", "into")},
}
"""The kind of the ids below a key that is `OWN`. A `place` is an id of the map that a target starts from."""


def keys_of(shape: str) -> dict[str, Field]:
    """The keys of a shape without their marks."""
    return {key.rstrip("!"): field for key, field in SHAPES[shape].items()}


def required(shape: str) -> list[str]:
    """The keys that a shape cannot do without."""
    return [key.rstrip("!") for key in SHAPES[shape] if key.endswith("!")]
