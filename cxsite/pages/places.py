"""Where everything stands on the site: the page of a thing, and its anchor there."""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.derive.links.things import Thing
from cxsite.measure.series import Where
from cxsite.model.portfolio import Portfolio
from cxsite.model.text import to_id
from cxsite.pages.plan import LINK

HOTSPOTS, ACTIONS, METRICS, CHANGES = "hotspots", "actions", "metrics", "changes"
_OWN_PAGE = {"hotspot": HOTSPOTS, "action": ACTIONS}
_LIBRARY = {
    **{"principle": "strategy", "life-cycle stage": "strategy", "goal": "strategy"},
    **{"segment": "segments", "channel": "touchpoints", "touchpoint": "touchpoints"},
    **{"party": "organisation", "person": "organisation", "department": "organisation"},
    **{"system": "technology", "capability": "technology"},
    **{"evidence": "evidence", "idea": "actions", "value": "value"},
}
"""The page on which something of the repository stands, by kind."""
_ANCHORS = {"person": "party", "department": "party", "life-cycle stage": "stage"}
CURRENT = "current"


def page(*parts: str) -> str:
    """The stub of a page: `page("join", "target")` is `join/target/index.md`."""
    return "/".join([*parts, "index.md"])


def map_page(journey: str, target: str = CURRENT) -> str:
    """The page of a journey's current map, or of one of its targets."""
    if target == CURRENT:
        return page(journey)
    return page(journey, target if target == "target" else f"target-{target}")


def compare_page(journey: str, target: str) -> str:
    """The page that lays a target beside the map it differs from."""
    return page(journey, "compare" if target == "target" else f"compare-{target}")


def pair_page(journey: str, before: str, after: str) -> str:
    """The page that lays a target beside another map than the one it differs from."""
    return compare_page(journey, after).replace("index.md", page(before))


def changes_page(journey: str = "") -> str:
    """The page that shows what a change does to a journey, or that of all changes."""
    return page(*filter(None, (journey, CHANGES)))


def change_anchor(fingerprint: str) -> str:
    """The id of the sentence about a change."""
    return f"change-{fingerprint}"


def metric_page(metric: str) -> str:
    """The page of a metric."""
    return page(METRICS, metric)


def metric_anchor(metric: str, where: Where) -> str:
    """A metric about a place, on any page: `metric-ease--phase-wait`."""
    places = [f"{kind}-{to_id(name)}" for kind, name in where.named()]
    return "--".join([f"metric-{metric}", *places])


def anchor_of(thing: Thing) -> str:
    """The id of a thing on the page it stands on: `step-moved`."""
    return f"{_ANCHORS.get(thing.kind, thing.kind)}-{thing.key}"


def anchors(things: Iterable[Thing]) -> dict[Thing, str]:
    """The id of each of several things on one page; a second one of a name says its journey: `hotspot-queue--join`."""
    found: dict[Thing, str] = {}
    for thing in things:
        plain = anchor_of(thing)
        found[thing] = f"{plain}--{thing.home}" if plain in found.values() else plain
    return found


def page_of(thing: Thing, portfolio: Portfolio) -> str:
    """The stub of the page on which a thing stands, empty where it stands on none."""
    if thing.kind == "journey":
        return page(thing.key)
    if thing.kind == "target":
        return map_page(thing.home, thing.key)
    if thing.kind == "metric":
        return metric_page(thing.key)
    if thing.kind in _OWN_PAGE:
        return page(*filter(None, (thing.home, _OWN_PAGE[thing.kind], thing.key)))
    if thing.home:
        return _in_journey(thing, portfolio)
    return page(_LIBRARY[thing.kind]) if thing.kind in _LIBRARY else ""


def _in_journey(thing: Thing, portfolio: Portfolio) -> str:
    if thing.kind == "idea":
        return page(thing.home, ACTIONS)
    journey = portfolio.journey_by_id.get(thing.home)
    if thing.kind == "goal" and journey and thing.key not in {goal.key for goal in journey.goals}:
        owner = next((key for key, t in journey.targets.items() if any(g.key == thing.key for g in t.goals)), CURRENT)
        return map_page(thing.home, owner)
    return page(thing.home)


def address(thing: Thing, portfolio: Portfolio) -> str:
    """The link to a thing, empty where it stands on no page. Things with a page of their own need no anchor."""
    path = page_of(thing, portfolio)
    whole = thing.kind in ("journey", "target", "metric", *_OWN_PAGE)
    return f"{LINK}{path}" + ("" if whole else f"#{anchor_of(thing)}") if path else ""
