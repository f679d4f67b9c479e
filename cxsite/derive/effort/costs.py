"""What a phase costs us to serve: its own amount, else the sum of what its steps cost."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.effort.effort import MapEffort, added
from cxsite.derive.places.readings import Reading, Readings
from cxsite.model.journey import Journey
from cxsite.model.step import Phase
from cxsite.model.values import Money


@dataclass(frozen=True)
class PhaseCost:
    """The cost of a phase for each customer, in the site's currency where it is a sum.

    `own` is what the phase says: an amount, or the metric with its latest number. Without it `expected` weighs each
    step of the main path by how many take it, and `every` counts each once; None where no step says its cost. Of the
    steps, `known` say it, `open` do not; `unweighed` do, and nobody knows how many take them; `elsewhere` say it in
    another currency, which is not summed.
    """

    own: Money | str | None
    expected: float | None = None
    every: float | None = None
    known: int = 0
    open: int = 0
    unweighed: int = 0
    elsewhere: int = 0


def cost_of(journey: Journey, phase: Phase, effort: MapEffort, readings: Readings) -> PhaseCost:
    """The cost of one phase of a map."""
    if phase.cost_to_serve is not None:
        return PhaseCost(phase.cost_to_serve)
    steps = [one for one in effort.steps if one.stop.phase.key == phase.key]
    said = [step_cost(journey, one.stop.step.cost_to_serve, one.stop.key, readings) for one in steps]
    told = sum(one.stop.step.cost_to_serve is not None for one in steps)
    elsewhere = told - sum(cost is not None for cost in said)
    found = added([(cost, one.weight) for cost, one in zip(said, steps, strict=True)], elsewhere)
    return PhaseCost(
        None,
        found.expected,
        found.every,
        known=found.assessed,
        open=found.open,
        unweighed=found.unweighed,
        elsewhere=found.elsewhere,
    )


def step_cost(journey: Journey, said: Money | str | None, step: str, readings: Readings) -> float | None:
    """The cost of a step in the site's currency; None where nobody knows it, or it is in another currency."""
    if isinstance(said, Money):
        return said.amount if said.currency in ("", readings.portfolio.settings.currency) else None
    reading: Reading | None = readings.at_step(said, journey.key, step) if said else None
    return reading.value if reading else None
