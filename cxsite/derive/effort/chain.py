"""The chain of a journey: how many get through all phases without a hitch, and which repair would help most.

The product over phases is an estimate: it assumes that the links are independent, that a hitch in one phase makes one
in the next neither more nor less likely. Its interval is simulated: each link is drawn from Beta(x + 1/2, n - x + h).
Of one link or two h is 1/2, which is Jeffreys' prior (Brown, Cai, DasGupta 2001, Statistical Science 16:101). Of k
links it is 1/k, as Berger, Bernardo and Sun recommend for many parameters (2015, Bayesian Analysis 10:189): the
hitches that priors assume must not add up with the links. With 1/2 each, twelve links have six that nobody had, and of
40 customers each the interval lay below the truth in half of all samples; with 1/k it holds it in 94 to 98 of 100.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import date

from cxsite.derive.places.readings import Reading, Readings
from cxsite.derive.written.amounts import write_share
from cxsite.derive.written.numbers import write_level
from cxsite.measure.aims import Aim
from cxsite.measure.fresh import fresh_until
from cxsite.measure.methods import find_method
from cxsite.measure.series import age_of
from cxsite.measure.tidy import SHARES
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.settings import Settings
from cxsite.model.step import Phase

ASSUMES = "an estimate that assumes independent links"
SEED = 20_010_101
"""Of the simulation, so that two builds say the same; the n-th link has the n-th stretch of its numbers."""
DRAWS = 4_000
LEVEL = 0.95
_SAME = 1e-9
"""Shares that differ by less are one: they are quotients of whole numbers."""


@dataclass(frozen=True)
class Link:
    """One phase: the share, 0..1, who get through it without a hitch, from its latest number.

    `counts` are how many did, of how many, the effective ones of a weighted table; None of a published figure.
    Without a reading `why_not` says why: not measured, or withheld.
    `target` is the level a goal of this phase sets, 0..1, and `lift` what reaching it adds to the product; None where
    there is no such goal, or it is reached.
    """

    phase: Phase
    reading: Reading | None
    counts: tuple[float, float] | None = None
    target: float | None = None
    lift: float | None = None
    why_not: str = ""
    disputed: bool = False
    """True where sources disagree on its number."""

    @property
    def unsure(self) -> str:
        """Why nothing is concluded from its number: `low base`, `sources disagree`; empty where it is."""
        few = bool(self.reading and self.reading.estimate.low_base)
        return ", ".join(["low base"] * few + ["sources disagree"] * self.disputed)

    @property
    def share(self) -> float | None:
        """The share; None where there is none to show."""
        return self.reading.value if self.reading else None


@dataclass(frozen=True)
class Chain:
    """All links in order and their product, 0..1, over the phases that are measured; None where none is.

    `low` and `high` are the ends of the interval at `level`; without them `why_open` says why.
    """

    journey: str
    metric: Metric
    links: tuple[Link, ...]
    share: float | None
    low: float | None = None
    high: float | None = None
    why_open: str = ""
    level: float = LEVEL
    draws: int = DRAWS
    seed: int = SEED
    assumes: str = ASSUMES

    @property
    def measured(self) -> tuple[Link, ...]:
        """The links with a number."""
        return tuple(link for link in self.links if link.reading)

    @property
    def sure(self) -> tuple[Link, ...]:
        """The links from whose number something can be concluded."""
        return tuple(link for link in self.measured if not link.unsure)

    @property
    def missing(self) -> tuple[Link, ...]:
        """The links without a share to show: with them the product could only be lower."""
        return tuple(link for link in self.links if not link.reading)

    @property
    def mark(self) -> str:
        """The word for it on pages: the journey."""
        return self.journey

    @property
    def interval(self) -> str:
        """The interval in words, or that there is none, and why."""
        if self.low is None or self.high is None:
            return f"no interval: {self.why_open}"
        return f"{write_level(self.level)} interval {write_share(self.low)} to {write_share(self.high)}"

    def repaired(self, link: Link) -> float | None:
        """The product with this link at its target; None where that would lift nothing."""
        return None if self.share is None or link.lift is None else self.share + link.lift

    @property
    def one_period(self) -> bool:
        """True where all numbers are of the same period."""
        return len({link.reading.point.period for link in self.links if link.reading}) <= 1

    @property
    def periods(self) -> str:
        """The period of its numbers, or those of the oldest and the newest; empty where none is measured."""
        found = sorted((link.reading.point.period for link in self.links if link.reading), key=age_of)
        if not found:
            return ""
        return found[0].label if self.one_period else f"{found[0].label} to {found[-1].label}"

    def stale(self, today: date, settings: Settings) -> tuple[Link, ...]:
        """The links whose number is not fresh any more."""
        read = [(link, link.reading) for link in self.links if link.reading]
        return tuple(link for link, one in read if today > fresh_until(one.metric, one.point.period, settings))

    @property
    def weakest(self) -> tuple[Link, ...]:
        """The link that the fewest get through, or all links that just as few do; none with a single link.

        Of a link on a low base, or on which sources disagree, nobody can say.
        """
        least = min((link.share or 0.0 for link in self.sure), default=0.0)
        found = tuple(link for link in self.sure if (link.share or 0.0) - least < _SAME)
        return found if len(found) < len(self.sure) else ()

    @property
    def repair(self) -> Link | None:
        """The repair worth most: the link whose move to its target lifts the product most; None without targets."""
        return max((link for link in self.sure if link.lift), key=lambda link: link.lift or 0.0, default=None)


def chain_of(journey: Journey, readings: Readings, seed: int = SEED, draws: int = DRAWS) -> Chain | None:
    """The chain of a journey by its `without_a_hitch`; None where it names no metric, or one that is not a share."""
    metric = readings.metric(journey.without_a_hitch) if journey.without_a_hitch else None
    if metric is None or metric.method not in SHARES:
        return None
    targets = _targets(metric, journey, readings)
    links = [_link(phase, metric, journey, readings, targets) for phase in journey.phases]
    shares = [link.share for link in links if link.share is not None]
    whole = math.prod(shares) if shares else None
    lifted = tuple(replace(link, lift=_lift(index, links)) for index, link in enumerate(links))
    made = Chain(journey.key, metric, lifted, whole, draws=draws, seed=seed)
    if whole is None:
        return replace(made, why_open="no phase has a number to show")
    uncounted = [link.phase.name for link in made.measured if link.counts is None]
    if uncounted:
        return replace(made, why_open=f"published without counts: {', '.join(uncounted)}")
    low, high = simulated([link.counts for link in made.measured if link.counts], seed, draws)
    return replace(made, low=min(low, whole), high=max(high, whole))


def simulated(counts: list[tuple[float, float]], seed: int = SEED, draws: int = DRAWS) -> tuple[float, float]:
    """The middle 95 % of the product of shares, from successes and n of each, by simulation."""
    import numpy as np  # takes as long to import as a check of a small project

    numbers = np.random.RandomState(seed)  # the one generator whose numbers are promised never to change
    products, hitches = np.ones(draws), min(0.5, 1 / len(counts))
    for hits, n in counts:
        products *= numbers.beta(hits + 0.5, n - hits + hitches, draws)
    edge = (1 - LEVEL) / 2
    low, high = np.quantile(products, [edge, 1 - edge])
    return float(low), float(high)


def _link(phase: Phase, metric: Metric, journey: Journey, readings: Readings, targets: dict[str, float]) -> Link:
    reading = readings.at_phase(metric.key, journey.key, phase.key)
    method = find_method(metric.method)
    cells = reading.point.numbers if reading else {}
    wave = method.wave(cells) if method and method.wave and cells else None
    why = "" if reading else readings.why_not(metric.key, journey.key, phase=phase.key)
    apart = bool(reading and readings.rivals(reading))
    counts = (wave[0], wave[1]) if wave else None
    return Link(phase, reading, counts, targets.get(phase.key), why_not=why, disputed=apart)


def _targets(metric: Metric, journey: Journey, readings: Readings) -> dict[str, float]:
    """The level of each phase by the goals of the journey, then those of its targets; of two the first."""
    found: dict[str, float] = {}
    for aim in readings.aims.get(journey.key, ()):
        if aim.series.metric.key == metric.key and _of_phase(aim):
            found.setdefault(aim.series.where.phase, aim.level)
    return found


def _of_phase(aim: Aim) -> bool:
    where = aim.series.where
    return bool(where.phase) and not (where.step or where.segment)


def _lift(index: int, links: list[Link]) -> float | None:
    link = links[index]
    if link.share is None or link.target is None or link.target <= link.share:
        return None
    others = [one.share for place, one in enumerate(links) if place != index and one.share is not None]
    return (link.target - link.share) * math.prod(others)
