"""Hotspots, ideas and actions: those of a journey, and those of the whole repository."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cxsite.derive.links.things import Thing, all_actions, all_hotspots
from cxsite.derive.maps.journeys import Pin
from cxsite.derive.work.outlook import outlook_of
from cxsite.derive.work.spots import recurring, weight_of
from cxsite.derive.work.worklist import worklist
from cxsite.diagnostics import count_of
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.pages.agenda import agenda
from cxsite.pages.desk import Desk
from cxsite.pages.frame import BEHIND_JOURNEYS, crumbs, has_actions, leaf, rank_of, tabs
from cxsite.pages.places import ACTIONS, anchors, page
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.shelf import overview_tabs
from cxsite.pages.text import to_plain

TITLE = "Hotspots and actions"
Known = dict[str, Any]


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each journey that has any, and one for all."""
    found = [journey for journey in desk.atlas.journeys if has_actions(desk, journey)]
    yield from (_of_journey(desk, journey) for journey in found)
    atlas = desk.atlas
    if any((atlas.hotspots, atlas.actions, atlas.ideas)):
        yield _of_all(desk)


def _of_journey(desk: Desk, journey: Journey) -> Page:
    path = page(journey.key, ACTIONS)
    pins = [(pin, pin.thing, pin.hotspot) for pin in desk.atlas.view(journey).pins]
    ideas = desk.atlas.ideas.get(journey.key, ())
    tasks = worklist(desk.atlas.actions.get(journey.key, ()), desk.atlas.today)
    groups = recurring(_plain(pins), desk.atlas.portfolio)
    ids = anchors([*(thing for _, thing, _ in pins), *(task.thing for task in tasks), *(thing for thing, _ in ideas)])
    known = agenda(desk, journey.key, journey.name, tasks)
    known |= {
        "ids": ids,
        "way": crumbs(desk, (journey.name, page(journey.key))),
        "tabs": tabs(desk, journey, path),
        "about": "This journey",
        "groups": [(one.category, _sorted(pins, one.hotspots)) for one in groups],
        "bright": [pin for pin, _, hotspot in pins if hotspot.kind == "bright-spot"],
        "ideas": ideas,
        "outlook": outlook_of(_plain(pins), tasks, desk.atlas.back),
    }
    known["counted"] = _counted(known)
    parts = _parts(known, "hotspots")
    title = f"{to_plain(journey.name)}: hotspots and actions"
    what = f"Hotspots and actions of {journey.name}: {known['counted']}"
    return leaf(path, title, what, parts, page(journey.key), rank_of(desk, journey, path))


def _of_all(desk: Desk) -> Page:
    atlas, path = desk.atlas, page(ACTIONS)
    spots = sorted(all_hotspots(atlas.portfolio), key=lambda one: weight_of(one[1]))
    tasks = worklist(all_actions(atlas.portfolio), atlas.today)
    ideas = dict(idea for found in atlas.ideas.values() for idea in found)
    shared = [thing for thing in (*dict(spots), *ideas, *(task.thing for task in tasks)) if not thing.home]
    known = agenda(desk, "", "all journeys", tasks)
    known |= {
        "ids": anchors(shared),
        "way": crumbs(desk),
        "tabs": overview_tabs(desk, path),
        "about": "All journeys",
        "groups": [(one, sorted(one.hotspots, key=lambda spot: weight_of(spot[1]))) for one in atlas.recurring],
        "bright": [one for one in spots if one[1].kind == "bright-spot"],
        "ideas": tuple(sorted(ideas.items(), key=lambda one: one[0])),
        "outlook": outlook_of(spots, tasks, atlas.back),
    }
    known["counted"] = _counted(known)
    what = f"All hotspots and actions: {known['counted']}"
    return leaf(path, TITLE, what, _parts(known, "categories"), desk.home, BEHIND_JOURNEYS)


def _parts(known: Known, spots: str) -> list[Part]:
    """The sections; `spots` is the template of the hotspots. A section about nothing is left out."""

    def part(id_: str, heading: str, search: str = "", template: str = "") -> Part:
        return Part(id_, heading, search, str(render(f"actions/{template or id_}", **known)))

    parts = [part("lead", "")]
    if known["groups"]:
        parts.append(part("hotspots", "Hotspots", "", spots))
    if known["bright"]:
        parts.append(part("bright-spots", "Bright spots", "", "bright" if known["home"] else "bright_all"))
    if known["tasks"]:
        names = ". ".join(to_plain(task.action.name) for task in known["tasks"])
        parts += [
            part("matrix", "Where to begin"),
            part("actions", "Roadmap", names if known["home"] else ""),
            part("accountability", "Who answers for what"),
            part("load", "What they take"),
            part("effects", "Did it work?"),
        ]
    if known["ideas"]:
        names = ". ".join(to_plain(idea.name) for _, idea in known["ideas"])
        parts.append(part("ideas", "Ideas", names if known["home"] else ""))
    return parts


def _plain(pins: list[tuple[Pin, Thing, Hotspot]]) -> list[tuple[Thing, Hotspot]]:
    return [(thing, hotspot) for _, thing, hotspot in pins]


def _sorted(pins: list[tuple[Pin, Thing, Hotspot]], group: tuple[tuple[Thing, Hotspot], ...]) -> list[Pin]:
    """The pins of a group by severity, then in their order on the map."""
    own = {thing for thing, _ in group}
    return sorted((pin for pin, thing, _ in pins if thing in own), key=lambda pin: weight_of(pin.hotspot))


def _counted(known: Known) -> str:
    """How much there is of each, in words."""
    counted = (
        (len(known["outlook"].sore), "hotspot"),
        (len(known["bright"]), "bright spot"),
        (len(known["ideas"]), "idea"),
        (len(known["tasks"]), "action"),
    )
    return ", ".join(count_of(number, word) for number, word in counted if number)
