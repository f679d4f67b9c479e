"""The columns of a map from left to right: of a current map, and of a target beside the map it differs from."""

from __future__ import annotations

from cxsite.derive.maps.journeys import JourneyView
from cxsite.derive.maps.rows import PhaseRow, StepRow
from cxsite.derive.maps.targets import TargetView


def counts_of(view: JourneyView) -> tuple[int, ...]:
    """The number of columns of each phase of a current map."""
    return tuple(len(phase.columns) for phase in view.phases)


def columns_of(view: TargetView) -> tuple[tuple[PhaseRow, StepRow | None], ...]:
    """The columns of a comparison: the steps of customers that stand on either map; one of a phase without any."""
    return tuple((phase, row) for phase in view.phases for row in (phase.of_customers or (None,)))


def columns_by_phase(view: TargetView) -> tuple[int, ...]:
    """The number of columns of each phase."""
    return tuple(len(phase.of_customers) or 1 for phase in view.phases)
