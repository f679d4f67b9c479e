"""Why a target differs: the actions that carry a change, the hotspots they take away, the principles it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.links.things import Thing, addressed, entry_of, hotspots_on, things_of
from cxsite.model.action import Action
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.target import PhaseDifference, StepDifference
from cxsite.model.targetmap import TargetMap


@dataclass(frozen=True)
class Why:
    """The reasons of one difference. An action that was dropped carries nothing, and gives no reason."""

    carried_by: tuple[Thing, ...]
    dropped: tuple[Thing, ...]
    hotspots: tuple[Thing, ...]
    """Those the entry addresses, then those of its actions."""
    principles: tuple[str, ...]
    """Those the entry follows, then those of its actions."""


def why_of(entry: StepDifference | PhaseDifference, journey: Journey, portfolio: Portfolio) -> Why:
    """The reasons of one entry of a target."""
    named = [(thing, entry_of(portfolio, thing)) for thing in _actions(entry, journey, portfolio)]
    actions = [(thing, action) for thing, action in named if isinstance(action, Action)]
    living = [(thing, action) for thing, action in actions if action.status != "dropped"]
    hotspots = list(things_of(portfolio, "hotspot", entry.addresses, journey.key))
    principles = list(entry.follows)
    for thing, action in living:
        hotspots += things_of(portfolio, "hotspot", action.addresses, thing.home)
        principles += action.follows
    return Why(
        tuple(thing for thing, _ in living),
        tuple(thing for thing, action in actions if action.status == "dropped"),
        tuple(dict.fromkeys(hotspots)),
        tuple(dict.fromkeys(principles)),
    )


def _actions(entry: StepDifference | PhaseDifference, journey: Journey, portfolio: Portfolio) -> tuple[Thing, ...]:
    return things_of(portfolio, "action", entry.carried_by, journey.key)


def unaddressed(journey: Journey, target: TargetMap, portfolio: Portfolio) -> tuple[Thing, ...]:
    """The journey's hotspots that neither an action nor a change of this target addresses; bright spots are none."""
    steps = [step.difference for phase in target.phases for step in phase.steps]
    entries = [entry for entry in (*steps, *(phase.difference for phase in target.phases)) if entry]
    by_change = {hot for entry in entries for hot in things_of(portfolio, "hotspot", entry.addresses, journey.key)}
    by_action = addressed(portfolio)
    return tuple(
        thing
        for thing, hotspot in hotspots_on(portfolio, journey)
        if hotspot.kind != "bright-spot" and thing not in by_change and thing not in by_action
    )
