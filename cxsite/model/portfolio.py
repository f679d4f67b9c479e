"""All that was written, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.settings import Settings


@dataclass(frozen=True)
class Portfolio:
    """Every journey and metric of a project, in the order of their ids, under its settings."""

    settings: Settings
    journeys: tuple[Journey, ...] = ()
    metrics: tuple[Metric, ...] = ()
    unread: frozenset[str] = frozenset()
    """Journeys that are there and could not be read, which has its own diagnostics."""
    all_metrics: bool = True
    """False where a file of metrics could not be read, so that nobody can say which ones there are."""

    @cached_property
    def metric_by_id(self) -> dict[str, Metric]:
        """The metrics by id; of two with one id, the first."""
        return {metric.key: metric for metric in reversed(self.metrics)}
