"""What one map takes off a customer that another one takes: minutes, money and negative emotion."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from cxsite.derive.effort.effort import PARTS, MapEffort, StepEffort, Way


@dataclass(frozen=True)
class Removed:
    """Effort taken off one customer: minutes, money in the site's currency, points of emotion below zero.

    None where it is known of no step on both maps.
    """

    minutes: float | None
    money: float | None
    emotion: float | None


def removed_between(before: MapEffort, after: MapEffort, way: Way) -> Removed:
    """What the one takes more than the other, step by step: of what is expected, or if every step happens.

    A step that is not known on one of the two is left out on both.
    """
    return Removed(*(_difference(before, after, name, way) for name in PARTS))


def one_sided(before: MapEffort, after: MapEffort, name: str) -> int:
    """Of how many steps that are on both maps one of `PARTS`, as expected, is known on one of them alone."""
    was, will = _steps(before), _steps(after)
    pairs = ((was[key].expected(name), will[key].expected(name)) for key in was.keys() & will.keys())
    return sum((one is None) != (other is None) for one, other in pairs)


def _difference(before: MapEffort, after: MapEffort, name: str, way: Way) -> float | None:
    """None where it is known of no step, unless there is none on either map."""
    known = [(was, will) for was, will in _both(before, after, name, way) if was is not None and will is not None]
    if not known and (before.steps or after.steps):
        return None
    return math.fsum(was - will for was, will in known)


def _both(before: MapEffort, after: MapEffort, name: str, way: Way) -> Iterator[tuple[float | None, float | None]]:
    """What each step takes on either map: nothing where it is not on the main path, None where nobody knows."""
    was, will = _steps(before), _steps(after)
    for key in dict.fromkeys((*was, *will)):
        yield _taken(was.get(key), name, way), _taken(will.get(key), name, way)


def _steps(effort: MapEffort) -> dict[str, StepEffort]:
    return {step.stop.key: step for step in effort.steps}


def _taken(step: StepEffort | None, name: str, way: Way) -> float | None:
    if step is None:
        return 0.0
    return step.expected(name) if way == "expected" else step.part(name)
