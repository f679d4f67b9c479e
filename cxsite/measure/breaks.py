"""Breaks: where a series stops being comparable with what came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.model.metric import BreakReason, Metric
from cxsite.model.period import Period, parse_period
from cxsite.model.settings import Settings


def breaks_of(metric: Metric, settings: Settings) -> Iterator[tuple[Period, BreakReason]]:
    """The first period after each break, and what was changed; one that is in no calendar is left out."""
    for entry in metric.breaks:
        try:
            yield parse_period(entry.at, metric.calendar(settings.fiscal_year.calendar)), entry.why
        except ValueError:
            continue  # has its own diagnostic


def crossed(metric: Metric, periods: Iterable[Period], settings: Settings) -> tuple[Period, BreakReason] | None:
    """The first break that these periods stand on both sides of, or that falls inside of one of them."""
    whole = list(periods)
    for at, why in sorted(breaks_of(metric, settings)):
        if any(period.start < at.start for period in whole) and any(period.end >= at.start for period in whole):
            return at, why
    return None
