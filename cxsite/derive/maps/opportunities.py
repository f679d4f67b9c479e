"""What could be won on a map, by phase: the opportunities that hotspots name, and the ideas about its places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.derive.links.things import Thing, entry_of, places_of, things_of
from cxsite.derive.maps.journeys import JourneyView, Pin
from cxsite.model.action import Idea
from cxsite.model.hotspot import Hotspot
from cxsite.model.portfolio import Portfolio


@dataclass(frozen=True)
class Opportunities:
    """What could be won in one phase."""

    spots: tuple[Pin, ...] = ()
    """The hotspots that name an opportunity."""
    ideas: tuple[tuple[Thing, Idea], ...] = ()


def opportunities(
    view: JourneyView, ideas: Iterable[tuple[Thing, Idea]], portfolio: Portfolio
) -> dict[str, Opportunities]:
    """By the id of the phase; a phase without any is left out. An idea stands in the first phase it is about."""
    found: dict[str, list[tuple[Thing, Idea]]] = {}
    for thing, idea in ideas:
        phase = next(_phases(view, thing, idea, portfolio), "")
        if phase:
            found.setdefault(phase, []).append((thing, idea))
    spots = {
        phase.phase.key: tuple(pin for pin in pins_in(view, phase.phase.key) if pin.hotspot.opportunity)
        for phase in view.phases
    }
    return {key: Opportunities(spots[key], tuple(found.get(key, ()))) for key in spots if spots[key] or key in found}


def pins_in(view: JourneyView, phase: str) -> tuple[Pin, ...]:
    """The hotspots on a phase and on its steps, each in the first phase where it stands."""
    return tuple(pin for pin in view.pins if first_phase(view, pin) == phase)


def first_phase(view: JourneyView, pin: Pin) -> str:
    """The id of the phase in which a hotspot stands first; empty where it is on no place of the map."""
    anchors = {anchor for anchor, _ in pin.places}
    return next((phase for phase, own in _anchors(view) if anchors & own), "")


def _anchors(view: JourneyView) -> Iterator[tuple[str, set[str]]]:
    for phase in view.phases:
        steps = {f"step-{one.step.key}" for one in phase.all_steps}
        yield phase.phase.key, {f"phase-{phase.phase.key}", *steps}


def _phases(view: JourneyView, thing: Thing, idea: Idea, portfolio: Portfolio) -> Iterator[str]:
    """The phases of this map that an idea is about: of its hotspots, else of its steps and phases."""
    places = [
        *(
            place
            for spot in things_of(portfolio, "hotspot", idea.addresses, thing.home)
            for place in _spot_places(spot, portfolio)
        ),
        *things_of(portfolio, "step", idea.steps, thing.home),
        *things_of(portfolio, "phase", idea.phases, thing.home),
    ]
    here = {f"{place.kind}-{place.key}" for place in places if place.home == view.key}
    return (phase for phase, own in _anchors(view) if here & own)


def _spot_places(spot: Thing, portfolio: Portfolio) -> tuple[Thing, ...]:
    entry = entry_of(portfolio, spot)
    return places_of(portfolio, spot, entry) if isinstance(entry, Hotspot) else ()
