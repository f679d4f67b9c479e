"""A target beside the map it differs from: every step of either in order, and the gap ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxsite.derive.targets import TargetView, said_counts
from cxsite.draw.curves import curves_of
from cxsite.draw.marks.emotion import key, twin, wide
from cxsite.pages.desk import Desk
from cxsite.pages.frame import leaf, rank_of, source_of
from cxsite.pages.kinds.target import given, title_of
from cxsite.pages.places import compare_page, map_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

_ROOM = ((12, "s"), (24, "m"), (48, "l"))
"""Up to so many steps a curve is drawn in a space of this size; beyond them in the widest."""


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each target of each journey."""
    return (_page(desk, desk.atlas.target(journey, key)) for journey in desk.atlas.journeys for key in journey.targets)


def _page(desk: Desk, view: TargetView) -> Page:
    journey, path = view.journey, compare_page(view.journey.key, view.id)
    shared = given(desk, view, path)
    there = f"{LINK}{map_page(journey.key, view.id)}"

    def part(name: str, heading: str, search: str = "", more: Mapping[str, object] | None = None) -> Part:
        return Part(name, heading, search, str(render(f"compare/{name}", **shared, there=there, **(more or {}))))

    parts = [part("lead", ""), part("effort", "What it takes off one customer")]
    if any(row.of_customer for row in view.rows):
        base = "Today" if view.base == "current" else f"Target “{view.base}”"
        drawn = curves_of(view, base)
        curves = {"drawn": wide(drawn), "key": key(drawn), "twin": twin(drawn), "room": _room(len(drawn))}
        parts.append(part("emotion", "How it feels, before and after", more=curves))
    parts.append(part("steps", "Step by step", _search(view)))
    if view.rows:
        parts.append(part("ledger", "The gap of each step"))
    parts.append(part("phases", "The gap of each phase"))
    title = title_of(desk, view, "compare with ")
    description = f"{said_counts(view.counts) or 'No step differs yet'}, step by step"
    return leaf(
        path, title, description, parts, page(journey.key), rank_of(desk, journey, path), source_of(view.target)
    )


def _room(steps: int) -> str:
    return next((size for most, size in _ROOM if steps <= most), "xl")


def _search(view: TargetView) -> str:
    """What is gone: the rest is found on the maps themselves."""
    return ". ".join(to_plain(row.name) for row in view.rows if row.gap.state == "removed")
