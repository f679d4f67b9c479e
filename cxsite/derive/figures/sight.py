"""What each department can see of its own work: how many of its phases and steps have a fresh number."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.figures.coverage import Coverage, by_department
from cxsite.measure.fresh import Freshness
from cxsite.model.metric import Metric
from cxsite.model.period import Period


@dataclass(frozen=True)
class Sight:
    """A department, by id (empty: nobody says which), with the phases it answers for in journeys that are not retired.

    Of the `steps`, `measured` have a fresh number; of the `phases`, `fresh` have one about the phase or a step in it.
    `last` is the newest period of any number; `metrics` are those with a number, each once.
    """

    department: str
    phases: int
    fresh: int
    steps: int
    measured: int
    last: Period | None
    metrics: tuple[Metric, ...]


def sights(coverages: tuple[Coverage, ...]) -> tuple[Sight, ...]:
    """The departments that answer for a phase: the one that sees most of its steps first, then by id."""
    kept = tuple(coverage for coverage in coverages if coverage.journey.status != "retired")
    found = []
    for department, phases in by_department(kept).items():
        own = [phase for _, phase in phases]
        cells = [cell for phase in own for cell in phase.cells if cell.state != "empty"]
        found.append(
            Sight(
                department,
                len(own),
                sum(phase.best == "fresh" for phase in own),
                sum(phase.steps for phase in own),
                sum(phase.measured for phase in own),
                _newest([cell.freshness for cell in cells]),
                tuple({cell.metric.key: cell.metric for cell in cells}.values()),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.measured / max(1, one.steps), one.department)))


def _newest(states: list[Freshness]) -> Period | None:
    return max((state.last for state in states if state.last), key=lambda period: period.end, default=None)
