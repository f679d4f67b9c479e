"""Freshness: whether a series still says how things are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cxsite.measure.series import Series
from cxsite.model.metric import Metric
from cxsite.model.period import Period, later
from cxsite.model.settings import Settings

State = Literal["fresh", "stale", "empty"]


@dataclass(frozen=True)
class Freshness:
    """The state of a series: its last period with a value, and the last day on which that is fresh.

    `empty`: no period has a value, so both are None.
    """

    state: State
    last: Period | None = None
    until: date | None = None


def freshness(series: Series, settings: Settings, today: date) -> Freshness:
    """Stale once its last period ended longer ago than the metric's `fresh_for`, or else the site's."""
    latest = series.latest
    if latest is None:
        return Freshness("empty")
    until = fresh_until(series.metric, latest.period, settings)
    return Freshness("stale" if today > until else "fresh", latest.period, until)


def fresh_until(metric: Metric, period: Period, settings: Settings) -> date:
    """The last day on which a number about this period is fresh."""
    length = metric.fresh_for or settings.fresh_for
    return later(period.end, length.days)
