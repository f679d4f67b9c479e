"""A journey in a few figures: its open hotspots by severity, and how many somebody acts on."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.journeys import Pin
from cxsite.derive.work.progress import progress_of
from cxsite.derive.work.spots import by_severity
from cxsite.model.action import Action
from cxsite.model.journey import Journey


@dataclass(frozen=True)
class OpenHotspots:
    """The hotspots on a map that hurt: each is open as long as the map holds it.

    `severities` are counted, the worst first, those not assessed last under an empty word. `acted_on` have an action
    that was not dropped, `shipped` one that reached customers.
    """

    pins: tuple[Pin, ...]
    severities: tuple[tuple[str, int], ...]
    acted_on: int
    shipped: int


def open_hotspots(atlas: Atlas, journey: Journey) -> OpenHotspots:
    """Those of one journey; bright spots are none."""
    pins = tuple(pin for pin in atlas.view(journey).pins if not pin.bright)
    actions = [atlas.back.actions_on(pin.thing) for pin in pins]
    found = [[atlas.portfolio.find("action", thing.ref) for thing in things] for things in actions]
    shipped = [
        any(isinstance(one, Action) and progress_of(one, atlas.today).state == "shipped" for one in each)
        for each in found
    ]
    return OpenHotspots(
        pins,
        by_severity(pin.hotspot for pin in pins),
        acted_on=sum(bool(things) for things in actions),
        shipped=sum(shipped),
    )
