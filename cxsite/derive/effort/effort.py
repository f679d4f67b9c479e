"""What a map takes from its customers: minutes, money and negative emotion of a step, a phase, a journey.

Expected effort is that of one customer: each step of the main path weighs as much as the share of customers who take
it. Beside it stands what it would be if every step happened once. What nobody has assessed is counted, never a zero.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from cxsite.derive.places.path import Path, Stop, main_path
from cxsite.derive.places.readings import Feeling, Readings
from cxsite.model.journey import Journey
from cxsite.model.step import Phase, Step
from cxsite.model.values import Money

Basis = Literal["everybody", "share", "unplanned", "unknown"]
Way = Literal["expected", "every"]
PARTS = ("minutes", "money", "emotion")


@dataclass(frozen=True)
class Weight:
    """What a step counts for in what one customer can expect: the share who take it, times how often.

    `share` is 0..1, None where nobody knows how many take the step; `basis` is where it is from. `times` is the
    midpoint of `repeats`; `word` is a word such as `weekly` in its place, and then the step counts once.
    """

    share: float | None
    basis: Basis
    times: float = 1
    word: str = ""

    @property
    def value(self) -> float | None:
        """The weight; None where the share is not known."""
        return None if self.share is None else self.share * self.times


@dataclass(frozen=True)
class Sum:
    """One part of effort over several steps: minutes, money in the site's currency, or points of emotion below zero.

    `expected` weighs each step, `every` counts each once. Each is None where there is nothing to add up. Of the steps,
    `assessed` have a value; `open` have none; `unweighed` have one and stay out of `expected`, as nobody knows how many
    take them; `elsewhere` have a value in another currency, which is not summed.
    """

    expected: float | None
    every: float | None
    assessed: int = 0
    open: int = 0
    unweighed: int = 0
    elsewhere: int = 0

    @property
    def whole(self) -> bool:
        """True where nothing is left out of it."""
        return not (self.open or self.unweighed or self.elsewhere)

    def found(self, way: Way) -> float | None:
        """The sum; None also where it is a zero of which not all is known, as that is no finding."""
        value = self.expected if way == "expected" else self.every
        left_out = self.open or self.elsewhere or (self.unweighed and way == "expected")
        return None if value == 0 and left_out else value

    @property
    def unsure(self) -> bool:
        """True where nothing was found and not all is known: its zero is no finding."""
        return self.expected == 0 and self.found("expected") is None


@dataclass(frozen=True)
class Effort:
    """The three parts of effort."""

    minutes: Sum
    money: Sum
    emotion: Sum
    currencies: tuple[tuple[str, int], ...] = ()
    """Other currencies than the site's, and of how many steps each: they are not summed."""
    words: int = 0
    """Steps that repeat in a word, `weekly`, and count once."""


@dataclass(frozen=True)
class StepEffort:
    """What one step of the main path takes each time: minutes, money in the site's currency, the feeling.

    None is not assessed. `other` is money in another currency.
    """

    stop: Stop
    weight: Weight
    minutes: float | None
    money: float | None
    feeling: Feeling | None
    other: Money | None = None

    @property
    def emotion(self) -> float | None:
        """How far the emotion is below zero, 0..2."""
        return self.feeling.negative if self.feeling else None

    def part(self, name: str) -> float | None:
        """One of `PARTS`, each time the step happens."""
        value: float | None = getattr(self, name)
        return value

    def expected(self, name: str) -> float | None:
        """One of `PARTS` as one customer can expect it; None where it or the weight is not known."""
        value, weight = self.part(name), self.weight.value
        return None if value is None or weight is None else value * weight


@dataclass(frozen=True)
class PhaseEffort:
    """The effort of a phase's steps on the main path."""

    phase: Phase
    effort: Effort


@dataclass(frozen=True)
class MapEffort:
    """The effort of a whole map along its main path. `segment` is whose feelings they are, empty for all customers."""

    journey: Journey
    segment: str
    path: Path
    steps: tuple[StepEffort, ...]
    phases: tuple[PhaseEffort, ...]
    total: Effort

    def step(self, key: str) -> StepEffort | None:
        """The effort of a step of the main path."""
        return next((step for step in self.steps if step.stop.key == key), None)


def map_effort(
    journey: Journey, readings: Readings, phases: Sequence[Phase] | None = None, segment: str = ""
) -> MapEffort:
    """The effort of the current map, or of these phases of one of its targets."""
    phases = journey.phases if phases is None else tuple(phases)
    path = main_path(journey, readings, phases)
    steps = tuple(step_effort(journey, stop, readings, segment) for stop in path.stops)
    by_phase = tuple(
        PhaseEffort(phase, summed([one for one in steps if one.stop.phase.key == phase.key])) for phase in phases
    )
    return MapEffort(journey, segment, path, steps, by_phase, summed(steps))


def weight_of(journey: Journey, step: Step, readings: Readings) -> Weight:
    """`share`, else the share of `unplanned`, else everybody; `repeats: 2..3` counts 2.5 times.

    `unplanned: true` and `optional: true` alone, and a metric without a number, leave the share unknown.
    """
    share: float | None = 1.0
    basis: Basis = "everybody"
    if step.share is not None:
        share, basis = readings.share(step.share, journey.key, step.key), "share"
    elif step.unplanned is not None and not isinstance(step.unplanned, bool):
        share, basis = readings.share(step.unplanned, journey.key, step.key), "unplanned"
    elif step.unplanned is True or step.optional:
        share = None
    basis = "unknown" if share is None else basis
    times = step.repeats.midpoint if step.repeats else None
    return Weight(share, basis, 1 if times is None else times, step.repeats.word if step.repeats else "")


def step_effort(journey: Journey, stop: Stop, readings: Readings, segment: str = "") -> StepEffort:
    """What one step takes, whether it stands on the main path or not."""
    step, effort = stop.step, stop.step.effort
    money = effort.money if effort else None
    if money is None and _is_none(step, "money"):
        money = Money(0)
    minutes = effort.time.minutes if effort and effort.time else None
    if minutes is None and _is_none(step, "time"):
        minutes = 0.0
    ours = money is not None and money.currency in ("", readings.portfolio.settings.currency)
    return StepEffort(
        stop,
        weight_of(journey, step, readings),
        minutes,
        money.amount if money and ours else None,
        readings.feeling(journey, step, segment),
        None if ours else money,
    )


def _is_none(step: Step, name: str) -> bool:
    """True where the author says that there is no effort, or none of this part."""
    return "effort" in step.nothing or (step.effort is not None and name in step.effort.nothing)


def summed(steps: Iterable[StepEffort]) -> Effort:
    """The effort of several steps together."""
    steps = tuple(steps)
    parts = {name: _sum(steps, name) for name in PARTS}
    currencies = Counter(step.other.currency for step in steps if step.other)
    words = sum(bool(step.weight.word) for step in steps)
    return Effort(**parts, currencies=tuple(sorted(currencies.items())), words=words)


def _sum(steps: tuple[StepEffort, ...], name: str) -> Sum:
    elsewhere = sum(step.other is not None for step in steps) if name == "money" else 0
    return added([(step.part(name), step.weight) for step in steps], elsewhere)


def added(parts: Sequence[tuple[float | None, Weight]], elsewhere: int) -> Sum:
    """What several steps take, each with its weight; None is not known, and so many are in another currency."""
    known = [(value, weight.value) for value, weight in parts if value is not None]
    every = [value for value, _ in known]
    expected = [value * weight for value, weight in known if weight is not None]
    return Sum(
        math.fsum(expected) if expected else None,
        math.fsum(every) if every else None,
        assessed=len(every),
        open=len(parts) - len(every) - elsewhere,
        unweighed=len(every) - len(expected),
        elsewhere=elsewhere,
    )
