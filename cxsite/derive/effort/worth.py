"""Effort in points, by the weights of `value.yml`, and the customer's hours as money."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cxsite.derive.effort.effort import PARTS, Effort, MapEffort, map_effort
from cxsite.derive.places.readings import Readings
from cxsite.model.journey import Journey
from cxsite.model.library import EffortWeights, Value
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Phase

_FIELDS = dict(zip(PARTS, ("time", "money", "emotion"), strict=True))


@dataclass(frozen=True)
class Points:
    """Points of effort: of one customer as expected, and if every step happens; None where no part counts.

    `without` names the parts of `minutes, money, emotion` that are not in it: nobody weighed or assessed them.
    """

    weights: EffortWeights
    expected: float | None
    every: float | None
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Worth:
    """What effort is worth in the site's currency: the customer's hours at `hour`, and the money spent beside them.

    None where there is nothing to add up. Emotion has no price.
    """

    hour: float
    hours_expected: float | None
    hours_every: float | None
    total_expected: float | None
    total_every: float | None


@dataclass(frozen=True)
class SegmentEffort:
    """The effort of a map as one segment feels and weighs it; an empty name is all customers."""

    segment: str
    effort: MapEffort
    points: Points | None
    own_feelings: int
    """Steps of the main path with a feeling of this segment's own; for the others that of all customers counts."""


def value_of(portfolio: Portfolio) -> Value | None:
    """What `value.yml` says; None where there is no such file."""
    value = portfolio.libraries.get("value")
    return value if isinstance(value, Value) else None


def weights_for(readings: Readings, segment: str = "") -> EffortWeights | None:
    """The weights of a segment laid over the general ones, part by part; None where nobody has said any."""
    value = value_of(readings.portfolio)
    if value is None:
        return None
    layers = [value.segments[name] for name in readings.circles(segment) if name in value.segments]
    layers += [value.weights] if value.weights else []
    if not layers:
        return None
    made = {name: _topmost([getattr(layer, name) for layer in layers]) for name in _FIELDS.values()}
    return EffortWeights(**made)


def _topmost(values: Sequence[float | None]) -> float | None:
    return next((value for value in values if value is not None), None)


def points(effort: Effort, weights: EffortWeights | None) -> Points | None:
    """Weights times minutes, money and negative emotion, summed; None without weights."""
    if weights is None:
        return None
    expected, every = [], []
    without: list[str] = []
    for part, name in _FIELDS.items():
        weight, amount = getattr(weights, name), getattr(effort, part)
        if weight is None or amount.every is None:
            without.append(part)
            continue
        every.append(weight * amount.every)
        expected += [] if amount.expected is None else [weight * amount.expected]
    return Points(
        weights, math.fsum(expected) if expected else None, math.fsum(every) if every else None, tuple(without)
    )


def worth(effort: Effort, portfolio: Portfolio) -> Worth | None:
    """The effort in money; None where `value.yml` does not say what an hour is worth."""
    value = value_of(portfolio)
    if value is None or value.hour is None:
        return None
    hours = [None if m is None else m / 60 * value.hour for m in (effort.minutes.expected, effort.minutes.every)]
    spent = (effort.money.expected, effort.money.every)
    totals = [_together(*pair) for pair in zip(hours, spent, strict=True)]
    return Worth(value.hour, hours[0], hours[1], totals[0], totals[1])


def _together(first: float | None, second: float | None) -> float | None:
    known = [one for one in (first, second) if one is not None]
    return math.fsum(known) if known else None


def by_segment(
    journey: Journey, readings: Readings, phases: Sequence[Phase] | None = None
) -> tuple[SegmentEffort, ...]:
    """The effort of a map for all customers, then for each segment that `value.yml` has weights for."""
    value = value_of(readings.portfolio)
    found = []
    for segment in ("", *(value.segments if value else ())):
        effort = map_effort(journey, readings, phases, segment)
        own = sum(bool(segment) and step.feeling is not None and step.feeling.segment != "" for step in effort.steps)
        found.append(SegmentEffort(segment, effort, points(effort.total, weights_for(readings, segment)), own))
    return tuple(found)
