"""The two metrics that nobody writes a table for: they are counted over the portfolio, or over one journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cxsite.derive.figures.coverage import Coverage
from cxsite.derive.links.things import Thing
from cxsite.derive.places.readings import Reading, Readings
from cxsite.derive.written.marks import count_mark
from cxsite.derive.written.numbers import write_number
from cxsite.diagnostics import count_of
from cxsite.measure.series import age_of
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.period import Period

EASY, MEASURED = "cx-easy-phases", "cx-measured-interactions"
NAMES = {EASY: "Phases that customers find easy", MEASURED: "Interactions that are measured"}
EASE_KINDS = frozenset({"ces", "ease"})
"""What people call a metric of how easy something was."""
EASY_FROM = 2 / 3
"""How far up its scale a mean has to stand: 5 on 1..7."""


@dataclass(frozen=True)
class Count:
    """How many of how many. `known` of the `total` have a number; the others do not count, and are not zero.

    `few` more have one on a low base, which says neither that they count nor that they do not; of `disputed` ones their
    sources do not say the same.
    `value` is None where none of them has a number: then nobody knows. `n` is the number of answers behind it, None
    where some were not published or where no answers are counted. `since` and `until` are the periods of the oldest
    and the newest number. `journey` is the one it is counted over, empty for all.
    """

    metric: str
    value: int | None
    total: int
    known: int
    unit: str
    counted: tuple[Thing, ...] = ()
    n: float | None = None
    since: Period | None = None
    until: Period | None = None
    journey: str = ""
    few: int = 0
    disputed: int = 0

    @property
    def name(self) -> str:
        """What the metric is called."""
        return NAMES[self.metric]

    @property
    def mark(self) -> str:
        """The word for it on pages."""
        return count_mark(self.journey, self.metric)

    @property
    def told(self) -> str:
        """What stands beside it: how many have no number, the answers behind it, and of when they are."""
        without = self.total - self.known - self.few - self.disputed
        unknown = f"{without} without a number to show" if without else ""
        few = f"{self.few} on a low base" if self.few else ""
        disputed = f"{self.disputed} on which sources disagree" if self.disputed else ""
        answers = f"n {write_number(self.n, 0)} answers" if self.n is not None else ""
        return ", ".join(filter(None, (unknown, few, disputed, answers, self._when)))

    @property
    def _when(self) -> str:
        if self.since is None or self.until is None:
            return ""
        same = self.since == self.until
        return f"on {self.until.label}" if same else f"{self.since.label} to {self.until.label}"

    @property
    def text(self) -> str:
        """`13 of 40 phases`, or that none of them was assessed."""
        if self.value is None:
            return "not assessed"
        return f"{self.value} of {count_of(self.total, self.unit)}"


def easy_phases(journeys: Iterable[Journey], readings: Readings) -> Count:
    """Phases of journeys that are not retired whose latest ease mean is at 5 of 7 or above, on whatever scale.

    Ease is a mean of the kind `ces` or `ease`, or one with the id `ease`, on a scale on which up is better.
    """
    metrics = [metric for metric in readings.portfolio.metrics if _is_ease(metric)]
    places = [(journey.key, phase.key) for journey in _kept(journeys) for phase in journey.phases]
    latest = [(place, reading) for place in places if (reading := _ease_at(*place, metrics, readings))]
    sure = [(place, reading) for place, reading in latest if not reading.estimate.low_base]
    found = [(place, reading) for place, reading in sure if _agree(reading, readings)]
    easy = tuple(Thing("phase", *place) for place, reading in found if _is_easy(reading))
    counts = [reading.estimate.n for _, reading in found]
    known = [n for n in counts if n is not None]
    periods = sorted((reading.point.period for _, reading in found), key=age_of)
    return Count(
        EASY,
        len(easy) if found else None,
        len(places),
        len(found),
        "phase",
        easy,
        sum(known) if known and len(known) == len(counts) else None,
        since=periods[0] if periods else None,
        until=periods[-1] if periods else None,
        few=len(latest) - len(sure),
        disputed=len(sure) - len(found),
    )


def measured_interactions(coverages: Iterable[Coverage], today: date) -> Count:
    """Steps of journeys that are not retired with a number that is fresh on this day."""
    kept = [coverage for coverage in coverages if coverage.journey.status != "retired"]
    steps = tuple(
        dict.fromkeys(
            cell.place
            for coverage in kept
            for phase in coverage.phases
            for cell in phase.cells
            if cell.place.kind == "step" and cell.state == "fresh"
        )
    )
    total = sum(coverage.steps for coverage in kept)
    day = Period(today, today, today.isoformat())
    return Count(MEASURED, len(steps), total, total, "step", steps, until=day, since=day)


def _kept(journeys: Iterable[Journey]) -> Iterable[Journey]:
    return (journey for journey in journeys if journey.status != "retired")


def _is_ease(metric: Metric) -> bool:
    called = (metric.kind or metric.key).casefold()
    return metric.method == "mean" and metric.scale is not None and metric.better == "up" and called in EASE_KINDS


def _ease_at(journey: str, phase: str, metrics: Iterable[Metric], readings: Readings) -> Reading | None:
    found = [reading for metric in metrics if (reading := readings.at_phase(metric.key, journey, phase))]
    return max(found, key=lambda reading: age_of(reading.point.period), default=None)


def _is_easy(reading: Reading) -> bool:
    return _easy_at(reading.metric, reading.value)


def _agree(reading: Reading, readings: Readings) -> bool:
    """True where no other source of the same time says otherwise."""
    return all(_easy_at(reading.metric, value) is _is_easy(reading) for value in readings.rivals(reading))


def _easy_at(metric: Metric, value: float) -> bool:
    scale = metric.scale
    if scale is None or scale.high == scale.low:
        return False
    return (value - scale.low) / (scale.high - scale.low) >= EASY_FROM - 1e-9
