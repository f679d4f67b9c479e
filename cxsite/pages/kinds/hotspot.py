"""A hotspot: where it stands, why it is there, what it costs, and who takes it away."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.derive.links.things import Thing, places_of, thing_of, things_of
from cxsite.derive.people.voices import voices
from cxsite.derive.stepviews import Mood, moods_of
from cxsite.derive.work.spots import homes_of, weight_of
from cxsite.model.hotspot import Hotspot
from cxsite.model.step import Step
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs_of, leaf, parent_of, source_of
from cxsite.pages.places import page_of
from cxsite.pages.plan import Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain
from cxsite.pages.words import KINDS


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each hotspot, in the order of the pins of its journey; those of the repository by severity."""
    for journey in desk.atlas.journeys:
        own = (pin for pin in desk.atlas.view(journey).pins if pin.thing.home == journey.key)
        yield from (_page(desk, pin.thing, pin.hotspot, rank) for rank, pin in enumerate(own))
    shared = sorted(desk.atlas.hotspots.get("", ()), key=lambda one: weight_of(one[1]))
    yield from (_page(desk, thing, hotspot, rank) for rank, (thing, hotspot) in enumerate(shared))


def _page(desk: Desk, thing: Thing, hotspot: Hotspot, rank: int) -> Page:
    atlas, portfolio = desk.atlas, desk.atlas.portfolio
    bright = hotspot.kind == "bright-spot"
    said = voices(hotspot.quotes, portfolio, thing.home)
    known = {
        "desk": desk,
        "thing": thing,
        "hotspot": hotspot,
        "bright": bright,
        "way": crumbs_of(desk, thing),
        "felt": [(place, _mood(desk, place)) for place in places_of(portfolio, thing, hotspot)],
        "places": places_of(portfolio, thing, hotspot),
        "alone": not atlas.back.actions_on(thing),
        "homes": homes_of(thing, hotspot, portfolio),
        "owner": next((duty for duty in atlas.duties.by_thing.get(thing, ()) if duty.role == "answers"), None),
        "actions": atlas.back.by_kind(thing, "action", "addresses"),
        "ideas": atlas.back.ideas_on(thing),
        "differences_": atlas.differences.by_hotspot.get(thing, ()),
        "numbers": atlas.spot_numbers.of(thing, hotspot),
        "said": said,
        "entries": desk.history.of("hotspot", thing.home, thing.key),
        "evidence": things_of(portfolio, "evidence", hotspot.evidence, thing.home),
        "unlisted": [r for r in hotspot.evidence if thing_of(portfolio, "evidence", r, thing.home) is None],
        "alike": alike if (alike := atlas.recurring_with.get(thing)) and len(alike.hotspots) > 1 else None,
    }

    def part(id_: str, heading: str, search: str = "") -> Part:
        return Part(id_, heading, search, str(render(f"hotspot/{id_}", **known)))

    causes = " ".join(map(to_plain, hotspot.root_cause))
    parts = [
        part("lead", "", to_plain(hotspot.summary or "")),
        part("why", "What makes it shine" if bright else "Why it is there", causes),
        part("answers", "Who builds on it" if bright else "Who addresses it"),
        part("numbers", "The numbers"),
        part("voices", "What customers say", " ".join(to_plain(voice.words) for voice in said.shown)),
        part("sources", "How we know"),
        part("more", "Links and notes"),
        part("history", "What changed"),
    ]
    what = f"{KINDS[hotspot.kind]}. {hotspot.summary or hotspot.name}"
    path = page_of(thing, portfolio)
    return leaf(path, hotspot.name, what, parts, parent_of(thing), rank, source_of(hotspot, "name"))


def _mood(desk: Desk, place: Thing) -> Mood | None:
    """How a step feels to all customers; a phase has no feeling of its own."""
    journey, step = desk.atlas.portfolio.journey_by_id[place.home], desk.entry(place)
    return moods_of(journey, step, (), desk.atlas.readings)[0] if isinstance(step, Step) else None
