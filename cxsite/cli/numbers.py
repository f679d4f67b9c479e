"""`cxsite numbers`: every series as it was worked out, with the row of each number.

The JSON is one object. `today` is the day that freshness is counted from; `series` is a list, in the order of the
metrics, of

    metric, name, method, better      text; `better` is up, down or neither
    unit, source                      text; `unit` may be null
    where                             {journey, phase, step, segment}: ids, empty for the whole
    freshness                         {state: fresh | stale | empty, last, until}: the last period, the last fresh day
    breaks                            [{at, start, why}]
    targets                           [{goal, journey, level, by, distance, reached}]: in the unit of the metric
    points                            [{period, start, end, value, low, high, level, n, low_base, how, why_open,
                                        missing, suppressed, file, line}]

Days are `2026-09-30`. Shares are 0..1. What is not known is null, and `missing` says why a value is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from cxsite.derive.numbers import write_distance, write_number, write_value
from cxsite.diagnostics import Severity, closest
from cxsite.errors import ProjectError
from cxsite.load.content import Content, load
from cxsite.load.today import today_of
from cxsite.measure.aims import Aim, aims_of
from cxsite.measure.breaks import breaks_of
from cxsite.measure.former import Renames
from cxsite.measure.fresh import Freshness, freshness
from cxsite.measure.measures import measure
from cxsite.measure.series import Estimate, Point, Series
from cxsite.model.metric import BreakReason, Metric
from cxsite.model.period import Period
from cxsite.project import find_project


@dataclass(frozen=True)
class _Shown:
    """A series with all that is said beside it."""

    series: Series
    freshness: Freshness
    breaks: tuple[tuple[Period, BreakReason], ...]
    aims: tuple[Aim, ...]


@click.command("numbers")
@click.argument("metric", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.pass_obj
def command(folder: Path, metric: str | None, form: str) -> None:
    """Print every number, or those of one METRIC, with interval, n, method and the row it stands in."""
    project = find_project(folder)
    content = load(project)
    wanted = _wanted(content, metric)
    today = today_of(project.root, content.portfolio.settings)
    measures, found = measure(content)
    aims = aims_of(content.portfolio, measures)
    shown = [
        _shown(one, content, aims, today) for one in measures.series if any(one.metric is metric for metric in wanted)
    ]
    if form == "json":
        click.echo(json.dumps({"today": today.isoformat(), "series": [_as_json(one) for one in shown]}, indent=2))
    else:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in shown) or "There is no number.")
        _say_what_has_none(wanted, shown)
    if any(problem.severity is Severity.ERROR for problem in (*content.diagnostics, *found)):
        click.echo("something could not be read, and is not among these; `cxsite check` says what", err=True)


def _wanted(content: Content, name: str | None) -> tuple[Metric, ...]:
    metrics = content.portfolio.metric_by_id
    if name is None:
        return content.portfolio.metrics
    key = Renames(content.portfolio).now("metric", name)
    if key in metrics:
        return (metrics[key],)
    known = [metric.key for metric in content.portfolio.metrics]
    near = closest(name, known)
    hint = f"did you mean `{near}`?" if near else f"there is {', '.join(f'`{key}`' for key in known) or 'none'}"
    raise ProjectError(f"there is no metric `{name}`", hint)


def _shown(series: Series, content: Content, aims: Iterable[Aim], today: date) -> _Shown:
    settings = content.portfolio.settings
    fresh = freshness(series, settings, today)
    breaks = tuple(sorted(breaks_of(series.metric, settings)))
    return _Shown(series, fresh, breaks, tuple(aim for aim in aims if aim.series is series))


def _say_what_has_none(wanted: Iterable[Metric], shown: Iterable[_Shown]) -> None:
    there = {one.series.metric.key for one in shown}
    lacking = [metric.key for metric in wanted if metric.key not in there]
    if lacking and there:
        click.echo(f"\nWithout a number: {', '.join(lacking)}")


def _lines(shown: _Shown) -> Iterator[str]:
    series = shown.series
    metric = series.metric
    place = ", ".join(f"{kind} {name}" for kind, name in series.where.named())
    yield f"{metric.key}: {' '.join(metric.name.split())}" + (f", {place}" if place else "")
    yield f"  {series.source}, {_fresh(shown.freshness)}"
    for aim in shown.aims:
        yield f"  target {_aim(metric, aim)}"
    for at, reason in shown.breaks:
        yield f"  break: the {reason} changed with {at.label}"
    rows = [("period", "value", "interval", "n", "method", "row"), *(_row(metric, point) for point in series.points)]
    yield from (f"  {line}" for line in _table(rows, right={1, 3}))
    for why in dict.fromkeys(p.estimate.why_open for p in series.points if p.estimate and p.estimate.why_open):
        yield f"  no interval: {why}"


def _fresh(freshness: Freshness) -> str:
    if freshness.last is None:
        return "empty: no period has a value"
    return f"{'' if freshness.state == 'fresh' else 'stale, was '}fresh until {freshness.until}"


def _aim(metric: Metric, aim: Aim) -> str:
    text = write_value(metric, aim.level) + (f" by {aim.by.end}" if aim.by else "")
    if aim.distance is None:
        return text
    if aim.reached:
        return f"{text}: reached"
    return f"{text}: {write_distance(metric, aim.distance)} away"


def _row(metric: Metric, point: Point) -> tuple[str, ...]:
    estimate, place = point.estimate, f"{point.span.file}:{point.span.line}"
    if estimate is None:
        return point.period.label, "none", "", "", point.missing or "not given", place
    n = "not published" if estimate.n is None else write_number(estimate.n, 0)
    how = estimate.how + (", low base" if estimate.low_base else "")
    return point.period.label, write_value(metric, estimate.value), _interval(metric, estimate), n, how, place


def _interval(metric: Metric, estimate: Estimate) -> str:
    if estimate.low is None or estimate.high is None:
        return "none"
    level = f"{100 * estimate.level:.6g} %"
    return f"{level}: {write_value(metric, estimate.low)} to {write_value(metric, estimate.high)}"


def _table(rows: Sequence[tuple[str, ...]], right: set[int]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _as_json(shown: _Shown) -> dict[str, Any]:
    series, fresh = shown.series, shown.freshness
    metric = series.metric
    return {
        "metric": metric.key,
        "name": metric.name,
        "method": metric.method,
        "better": metric.better,
        "unit": metric.unit,
        "source": series.source,
        "where": asdict(series.where),
        "freshness": {
            "state": fresh.state,
            "last": fresh.last.label if fresh.last else None,
            "until": _day(fresh.until),
        },
        "breaks": [{"at": at.label, "start": _day(at.start), "why": why} for at, why in shown.breaks],
        "targets": [_aim_as_json(aim) for aim in shown.aims],
        "points": [_point_as_json(point) for point in series.points],
    }


def _aim_as_json(aim: Aim) -> dict[str, Any]:
    return {
        "goal": aim.goal.key,
        "journey": aim.journey,
        "level": aim.level,
        "by": _day(aim.by.end) if aim.by else None,
        "distance": aim.distance,
        "reached": aim.reached,
    }


def _point_as_json(point: Point) -> dict[str, Any]:
    estimate = point.estimate
    return {
        "period": point.period.label,
        "start": _day(point.period.start),
        "end": _day(point.period.end),
        "value": estimate.value if estimate else None,
        "low": estimate.low if estimate else None,
        "high": estimate.high if estimate else None,
        "level": estimate.level if estimate and estimate.low is not None else None,
        "n": estimate.n if estimate else None,
        "low_base": estimate.low_base if estimate else False,
        "how": estimate.how if estimate else "",
        "why_open": estimate.why_open if estimate else "",
        "missing": "" if estimate else point.missing or "not given",
        "suppressed": point.suppressed,
        "file": point.span.file,
        "line": point.span.line,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
