"""Series: the numbers that tables give, with the row of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from cxsite.cli.printed.shapes import Json, day, estimate_as_json, estimate_cells, period_as_json, table
from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.beside import write_needed, write_target, write_way
from cxsite.measure.aims import Aim
from cxsite.measure.breaks import breaks_of
from cxsite.measure.fresh import Freshness, freshness
from cxsite.measure.series import Point, Series
from cxsite.model.metric import BreakReason, Metric
from cxsite.model.period import Period


@dataclass(frozen=True)
class Shown:
    """A series with all that is said beside it."""

    series: Series
    freshness: Freshness
    breaks: tuple[tuple[Period, BreakReason], ...]
    aims: tuple[Aim, ...]


def series_of(atlas: Atlas, metrics: Iterable[Metric]) -> tuple[Shown, ...]:
    """The series of these metrics, in the order of all series."""
    wanted = {metric.key for metric in metrics}
    return tuple(_shown(atlas, one) for one in atlas.measures.series if one.metric.key in wanted)


def _shown(atlas: Atlas, series: Series) -> Shown:
    fresh = freshness(series, atlas.settings, atlas.today)
    breaks = tuple(sorted(breaks_of(series.metric, atlas.settings)))
    return Shown(series, fresh, breaks, tuple(aim for aim in atlas.aims if aim.series is series))


def lines(shown: Shown) -> Iterator[str]:
    """A series for people."""
    series = shown.series
    metric = series.metric
    place = ", ".join(f"{kind} {name}" for kind, name in series.where.named())
    yield f"{metric.key}: {' '.join(metric.name.split())}" + (f", {place}" if place else "")
    yield f"  {series.source}, {_fresh(shown.freshness)}"
    for aim in shown.aims:
        yield f"  {write_target(metric, aim)}: {write_way(metric, aim)}"
        if needed := write_needed(aim):
            yield f"    {needed}"
    for at, reason in shown.breaks:
        yield f"  break: the {reason} changed with {at.label}"
    rows = [("period", "value", "interval", "n", "method", "row"), *(_row(metric, point) for point in series.points)]
    yield from table(rows, frozenset({1, 3}))
    for why in dict.fromkeys(p.estimate.why_open for p in series.points if p.estimate and p.estimate.why_open):
        yield f"  no interval: {why}"


def _fresh(freshness: Freshness) -> str:
    if freshness.last is None:
        return "empty: no period has a value yet"
    return f"{'' if freshness.state == 'fresh' else 'stale, was '}fresh until {freshness.until}"


def _row(metric: Metric, point: Point) -> tuple[str, ...]:
    estimate, place = point.estimate, f"{point.span.file}:{point.span.line}"
    if estimate is None:
        return point.period.label, "none", "", "", point.missing or "not given", place
    return point.period.label, *estimate_cells(metric, estimate), place


def as_json(shown: Shown) -> Json:
    """A series for machines."""
    series, fresh = shown.series, shown.freshness
    metric = series.metric
    return {
        "metric": metric.key,
        "name": metric.name,
        "method": metric.method,
        "better": metric.better,
        "unit": metric.unit,
        "per": metric.per,
        "source": series.source,
        "where": asdict(series.where),
        "freshness": {
            "state": fresh.state,
            "last": fresh.last.label if fresh.last else None,
            "until": day(fresh.until),
        },
        "breaks": [{"at": at.label, "start": day(at.start), "why": why} for at, why in shown.breaks],
        "targets": [_aim_as_json(aim) for aim in shown.aims],
        "points": [point_as_json(point) for point in series.points],
    }


def _aim_as_json(aim: Aim) -> Json:
    return {
        "goal": aim.goal.key,
        "journey": aim.journey,
        "level": aim.level,
        "by": day(aim.by.end) if aim.by else None,
        "distance": aim.distance,
        "reached": aim.reached,
        "unsure": aim.unsure,
        "disputed": aim.disputed,
        "needed": aim.needed,
    }


def point_as_json(point: Point) -> Json:
    """One period of a series for machines, with its row."""
    estimate = point.estimate
    return {
        **period_as_json(point.period),
        **estimate_as_json(estimate),
        "why_open": estimate.why_open if estimate else "",
        "missing": "" if estimate else point.missing or "not given",
        "suppressed": point.suppressed,
        "file": point.span.file,
        "line": point.span.line,
    }
