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
    spots = {phase: tuple(pin for pin in pins if pin.hotspot.opportunity) for phase, pins in view.pins_by_phase.items()}
    return {key: Opportunities(spots[key], tuple(found.get(key, ()))) for key in spots if spots[key] or key in found}


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
    here = {view.anchors.get(f"{place.kind}-{place.key}") for place in places if place.home == view.key}
    return (phase.phase.key for phase in view.phases if phase.phase.key in here)


def _spot_places(spot: Thing, portfolio: Portfolio) -> tuple[Thing, ...]:
    entry = entry_of(portfolio, spot)
    return places_of(portfolio, spot, entry) if isinstance(entry, Hotspot) else ()
