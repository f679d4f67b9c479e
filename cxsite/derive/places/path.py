"""The main path through a map: the steps that sums, hand-offs and numbers follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cxsite.derive.places.readings import Readings
from cxsite.measure.latest import branch_shares
from cxsite.model.journey import Journey
from cxsite.model.step import Phase, Step
from cxsite.model.targetmap import TargetMap

End = Literal["end", "left", "loop"]


@dataclass(frozen=True)
class Stop:
    """A step with the phase it stands in."""

    phase: Phase
    step: Step

    @property
    def key(self) -> str:
        """The step's id."""
        return self.step.key


@dataclass(frozen=True)
class Path:
    """The main path, the customer's steps beside it, and how it ends.

    `end`: it ends on the map, it has `left` the map for another journey, or it would `loop` to a step it came by.
    `onward` is then the step, as `journey/step` or as an id of this map.
    """

    stops: tuple[Stop, ...]
    aside: tuple[Stop, ...] = ()
    end: End = "end"
    onward: str = ""


def phases_of(target: TargetMap) -> tuple[Phase, ...]:
    """The phases of a full target with their steps, without what was removed."""
    return tuple(phase.phase for phase in target.living)


def customer_stops(phases: Sequence[Phase]) -> tuple[Stop, ...]:
    """The customer's own steps in the order of the map; steps in the other lanes are ours."""
    return tuple(Stop(phase, step) for phase in phases for step in phase.steps if _of_customer(step))


def main_path(journey: Journey, readings: Readings, phases: Sequence[Phase] | None = None) -> Path:
    """The main path through the journey's current map, or through these phases of one of its targets.

    It starts at the first step of the customer and goes on to the next below, or by `next`: of several ways the one
    that most take. `next: none`, and a way to a step that is not there, end it.
    """
    phases = journey.phases if phases is None else phases
    order, places = customer_stops(phases), _places(phases)
    taken: list[int] = []
    at: int | None = 0 if order else None
    end: End = "end"
    onward = ""
    while at is not None:
        if at in taken:
            end, onward = "loop", order[at].key
            break
        taken.append(at)
        way = _way_on(journey, order[at].step, readings)
        if way is None:
            at = at + 1 if at + 1 < len(order) else None
        elif (step := _own(journey, way)) is not None:
            at = places.get(step)
        else:
            at, end, onward = None, "left", way
    aside = tuple(stop for index, stop in enumerate(order) if index not in taken)
    return Path(tuple(order[index] for index in taken), aside, end, onward)


def _places(phases: Sequence[Phase]) -> dict[str, int | None]:
    """From a step's id, or one it had before, to its place among the customer's; from one of ours to the next below.

    None where nothing of the customer's is below.
    """
    steps = [step for phase in phases for step in phase.steps]
    places: dict[str, int | None] = {}
    at = count = sum(map(_of_customer, steps))
    for step in reversed(steps):
        at -= _of_customer(step)
        places[step.key] = at if at < count else None
    for step in steps:
        for was in step.formerly:
            places.setdefault(was, places[step.key])
    return places


def _of_customer(step: Step) -> bool:
    return step.lane in (None, "customer")


def _way_on(journey: Journey, step: Step, readings: Readings) -> str | None:
    """What `next` leads to; None where nothing is said, empty where it says that nothing follows."""
    if step.next is None:
        return "" if "next" in step.nothing else None
    if not step.next:
        return ""
    shares = branch_shares(step.next, journey.key, step.key, readings)
    return step.next[shares.index(max(shares))].step


def _own(journey: Journey, way: str) -> str | None:
    """The id of a step of this map, empty where the way leads nowhere; None for a step of another journey."""
    home, slash, step = way.partition("/")
    if not slash:
        return way
    return step if home in (journey.key, *journey.formerly) else None
