"""A target map: what is to be different, why, who carries it, and what it takes off one customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.said import unsaid
from cxsite.derive.maps.targets import TargetView, said_counts, said_unknown
from cxsite.derive.people.voices import voices
from cxsite.derive.stepviews import MapDetail
from cxsite.model.journey import Journey
from cxsite.pages.board import target_board_of
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs, leaf, rank_of, source_of, tabs
from cxsite.pages.lanes import lanes_away
from cxsite.pages.places import compare_page, map_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

ELSEWHERE = ("name", "phase", "quotes", "links")
"""Fields that are not among a step's details: they stand on its card, or are written in a way of their own."""


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each target of each journey."""
    return (_page(desk, desk.atlas.target(journey, key)) for journey in desk.atlas.journeys for key in journey.targets)


def _page(desk: Desk, view: TargetView) -> Page:
    journey, path = view.journey, map_page(view.journey.key, view.id)
    shared = given(desk, view, path)

    def part(name: str, heading: str, search: str = "", **more: Any) -> Part:
        return Part(name, heading, search, str(render(f"target/{name}", **shared, **more)))

    board = target_board_of(desk, view)
    parts = [
        part("lead", "", to_plain(view.target.summary or "")),
        part("effort", "What it takes off one customer"),
        part("map", to_plain(view.heading), _search(view), **board),
        part("details", "Steps in detail", **_places(board["made"], desk)),
    ]
    if any(gap.differs for gap in view.ledger.gaps):
        parts.append(part("actions", "Who carries it"))
    if view.goals:
        parts.append(part("goals", "How far the numbers are", ". ".join(to_plain(one.name) for one in view.goals)))
    parts.append(part("handoffs", "Hand-offs before and after"))
    if view.is_open:
        parts.append(part("open", "What is still open"))
    title = title_of(desk, view)
    description = view.target.summary or said_counts(view.counts) or view.heading
    rank = rank_of(desk, journey, path)
    return leaf(path, title, description, parts, page(journey.key), rank, source_of(view.target))


def _places(made: MapDetail, desk: Desk) -> dict[str, Any]:
    """The ids of steps and phases below the map: the plain ones stand on the map, where a phase is left."""
    before = "detail-" if made.phases else ""
    away = lanes_away(made, desk.atlas.settings)
    steps = [detail.step for phase in made.phases for detail in phase.steps]
    return {
        "of_step": lambda key: f"{before or 'step-'}{key}",
        "of_phase": lambda key: f"{before}phase-{key}",
        "off_map": {step.key for step in steps if step.lane in away},
    }


def title_of(desk: Desk, view: TargetView, word: str = "") -> str:
    """`Join and get connected: target`, `…: target “vision”`."""
    name = desk.name(Thing("target", view.journey.key, view.id))
    return f"{view.journey.name}: {word}{name[0].lower()}{name[1:]}"


def given(desk: Desk, view: TargetView, path: str) -> dict[str, Any]:
    """What every template of a target's pages is given."""
    journey = view.journey
    return {
        "desk": desk,
        "view": view,
        "target": view.target,
        "journey": journey,
        "home": journey.key,
        "way": crumbs(desk, (journey.name, page(journey.key))),
        "tabs": tabs(desk, journey, path),
        "base": f"{LINK}{map_page(journey.key, view.base)}",
        "base_name": "the current map" if view.base == "current" else desk.name(Thing("target", "", view.base)),
        "compare": f"{LINK}{compare_page(journey.key, view.id)}",
        "others": _others(desk, journey, view.id),
        "names": {
            "step": {row.gap.id: row.name for row in view.rows},
            "phase": {p.gap.id: p.name for p in view.phases},
        },
        "shown": ELSEWHERE,
        "unsaid": unsaid,
        "unknown": said_unknown,
        "hear": lambda quotes: voices(quotes, desk.atlas.portfolio, journey.key),
    }


def _others(desk: Desk, journey: Journey, here: str) -> Markup:
    return desk.links(Thing("target", journey.key, key) for key in journey.targets if key != here)


def _search(view: TargetView) -> str:
    """What is new and what differs: the rest is found on the map it differs from."""
    names = (row.name for row in view.rows if row.gap.differs)
    return ". ".join(to_plain(name) for name in names)
