"""What is measured where: for each phase its metrics, with n, freshness, owner and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cxsite.derive.links.things import Thing, things_of
from cxsite.derive.people.parties import Parties, parties_of
from cxsite.derive.places.readings import Readings
from cxsite.measure.fresh import Freshness, freshness
from cxsite.measure.series import Series, newest, why_without
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.step import Phase


@dataclass(frozen=True)
class Cell:
    """One metric about one phase or step.

    `place` is the phase or the step; `whole` is true where its table tells no such places apart, and the phase or step
    names it. `n` is that of the latest value: None where it was not published, or where there is no value.
    """

    metric: Metric
    place: Thing
    whole: bool
    freshness: Freshness
    n: float | None
    low_base: bool
    owner: str
    """Who answers for the number, empty where nobody does."""
    evidence: tuple[Thing, ...]
    """The studies the metric belongs to."""
    why_not: str = ""
    """Why it has no number to show, where people answered."""

    @property
    def state(self) -> str:
        """`fresh`, `stale` or `empty`."""
        return self.freshness.state


@dataclass(frozen=True)
class PhaseCoverage:
    """A phase with what is measured about it and its steps, and who answers for it. No cell: it is not measured.

    Of its steps, `measured` have a fresh number and `assumed` have neither number, evidence nor quotes.
    """

    phase: Phase
    owner: str
    department: str
    cells: tuple[Cell, ...]
    evidence: tuple[Thing, ...]
    """What the phase and its steps say they rest on."""
    steps: int
    measured: int
    assumed: int

    @property
    def best(self) -> str:
        """The best state of a cell: `fresh`, `stale`, `empty`, or `none` where there is no cell."""
        states = {cell.state for cell in self.cells}
        return next((state for state in ("fresh", "stale", "empty") if state in states), "none")


@dataclass(frozen=True)
class Coverage:
    """A journey's row of the grid."""

    journey: Journey
    phases: tuple[PhaseCoverage, ...]

    @property
    def measured(self) -> int:
        """Steps with a fresh number."""
        return sum(phase.measured for phase in self.phases)

    @property
    def steps(self) -> int:
        """All steps."""
        return sum(phase.steps for phase in self.phases)


def coverage_of(journey: Journey, readings: Readings, today: date) -> Coverage:
    """What is measured about each phase of a journey's current map, on this day."""
    parties = parties_of(readings.portfolio)
    named = [ref for phase in journey.phases for ref in phase.metrics]
    named += [ref for step in journey.steps for ref in step.metrics]
    found = [
        (metric, [one for one in readings.series_of(metric.key, journey.key) if not one.where.segment])
        for metric in readings.metrics_for(journey.key, named)
    ]
    return Coverage(journey, tuple(_phase(phase, journey, found, readings, parties, today) for phase in journey.phases))


Found = list[tuple[Metric, list[Series]]]
"""The series of each metric that can be about the journey, over all segments."""


def _phase(
    phase: Phase, journey: Journey, found: Found, readings: Readings, parties: Parties, today: date
) -> PhaseCoverage:
    cells = tuple(
        _cell(metric, place, whole, series, readings, parties, today)
        for metric, place, whole, series in _about(phase, journey, found, readings)
    )
    owner = parties.now(phase.owner or journey.owner)
    refs = [*phase.evidence, *(ref for step in phase.steps for ref in step.evidence)]
    fresh = {cell.place.key for cell in cells if cell.place.kind == "step" and cell.state == "fresh"}
    numbered = {cell.place.key for cell in cells if cell.place.kind == "step" and cell.state != "empty"}
    assumed = [s for s in phase.steps if not (s.evidence or s.quotes or s.metrics or s.key in numbered)]
    return PhaseCoverage(
        phase,
        owner,
        parties.department(owner),
        cells,
        things_of(readings.portfolio, "evidence", refs, journey.key),
        len(phase.steps),
        sum(step.key in fresh for step in phase.steps),
        len(assumed),
    )


def _about(
    phase: Phase, journey: Journey, found: Found, readings: Readings
) -> Iterator[tuple[Metric, Thing, bool, list[Series]]]:
    """The metrics about the phase, then those about its steps; whether each is the whole that the place names."""
    places = [(Thing("phase", journey.key, phase.key), phase.metrics)]
    places += [(Thing("step", journey.key, step.key), step.metrics) for step in phase.steps]
    for place, named in places:
        refs = {readings.renames.now("metric", ref) for ref in named}
        for metric, series in found:
            here = [one for one in series if _is_at(one, place)]
            if here:
                yield metric, place, False, here
            elif metric.key in refs:
                yield metric, place, True, [one for one in series if not (one.where.phase or one.where.step)]


def _is_at(series: Series, place: Thing) -> bool:
    if place.kind == "step":
        return series.where.step == place.key
    return series.where.phase == place.key and not series.where.step


def _cell(
    metric: Metric,
    place: Thing,
    whole: bool,
    series: list[Series],
    readings: Readings,
    parties: Parties,
    today: date,
) -> Cell:
    found = newest(series)
    estimate = found[1].estimate if found else None
    state = freshness(found[0], readings.portfolio.settings, today) if found else Freshness("empty")
    return Cell(
        metric,
        place,
        whole,
        state,
        estimate.n if estimate else None,
        bool(estimate and estimate.low_base),
        parties.now(metric.owner) if metric.owner else "",
        things_of(readings.portfolio, "evidence", metric.evidence, place.home),
        "" if found else why_without(series),
    )


def by_department(coverages: tuple[Coverage, ...]) -> dict[str, tuple[tuple[Journey, PhaseCoverage], ...]]:
    """The phases of several journeys by the department that answers for them, for comparing departments."""
    found: dict[str, list[tuple[Journey, PhaseCoverage]]] = {}
    for coverage in coverages:
        for phase in coverage.phases:
            found.setdefault(phase.department, []).append((coverage.journey, phase))
    return {department: tuple(phases) for department, phases in sorted(found.items())}
