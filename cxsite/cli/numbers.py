"""`cxsite numbers`: every figure that pages show as it was worked out, with the rows it is from.

The JSON is one object. `today` is the day that freshness is counted from. `series` is a list, in the order of the
metrics, of

    metric, name, method, better      text; `better` is up, down or neither
    unit, source                      text; `unit` may be null
    per                               of a ratio: on how many it is counted, 100 for calls per 100 bills; else null
    where                             {journey, phase, step, segment}: ids, empty for the whole
    freshness                         {state: fresh | stale | empty, last, until}: the last period, the last fresh day
    breaks                            [{at, start, why}]
    targets                           [{goal, journey, level, by, distance, reached, needed}]: in the unit of the metric
    points                            [{period, start, end, value, low, high, level, n, n_effective, low_base, how,
                                        why_open, missing, suppressed, file, line}]

`tests` is how much of what actions did was tested, over the whole portfolio:

    made, wins, by_chance             `by_chance`: so many wins chance alone would give at most, had no
                                      action any effect

`judged` is a list of what actions and their pilots did to the numbers they named, those that have not shipped too:

    action, journey, name, pilot      `journey` is empty for an action of the repository, `pilot` without one: a segment
    since                             the first day since it shipped or is tried; null before
    metric, where, source             as in a series; `metric` as it was written where there is none
    before, after                     {period, start, end, value, low, high, level, n, n_effective, low_base, how,
                                      missing, rows}: `rows` were pooled, each as `file:line`; null where
                                      nothing was compared
    beside_before, beside_after       the same in the segment that was left alone
    latest                            the newest point of its series, which pages show before there is an after
    expected                          {level, text, by}: `level` in the unit of the metric, null where it does not fit
    difference, low, high, level, p   the test; null where there was none
    how, verdict, why, reached, notes

`chains` is a list of the shares of customers who get through all phases of a journey without a hitch:

    journey, metric, assumption
    value, low, high, level, why_open the product of the links that are measured, and its interval
    draws, seed                       of the simulation
    links                             [{phase, share, counts: [of these, of all], period, start, end, row, target,
                                        lift, whole, stale, unsure}]: `whole` is what the value would be at the target
    weakest, missing                  lists of ids of phases: weakest are all that just as few get through
    repair                            {phase, lift}: the one worth most; null without targets

`counted` is a list of the metrics that are counted, `journey` being empty for all journeys:

    metric, journey, value, total, known, few, disputed, unit, n, since, until, counted

`effort` is a list of what each map takes from one customer; `map` is `current` or the id of a target:

    journey, map, segment, from       `segment` is empty for all customers; `from` is the map that a target differs from
    minutes, money, emotion           {expected, every, assessed, open, unweighed, elsewhere}: the sums as expected and
                                      if every step happens, and of how many steps something is or is not known
    currency, not_summed, counted_once, own_feelings
    points, worth                     {expected, every, ...}: in the weights of `value.yml`, and in money; else null
    removed                           {points, expected: {minutes, money, emotion}, every: {...}}; null for today's map
    phases                            [{phase, minutes, money, emotion}]
    costs                             [{phase, own, expected, every, known, open, unweighed, elsewhere}]: to serve one
                                      customer, of today's map; `own` is the metric that says it
                                      instead of a sum, and there is no sum where an amount is written
    steps                             [{step, phase, weight, minutes, money, emotion: {each, expected}}]: of the main
                                      path; `weight` is the share who take it, times how often
    changes                           [{step, state, minutes, money, emotion: {removed, known}}]: of a target
    carried                           [{actions, steps, minutes, money, emotion}]: what is removed by each action, or
                                      by several together; without actions by nobody yet
    shifted                           the same of the steps that stay as they are, and that the main path of one of
                                      the two maps alone goes through; else null

Days are `2026-09-30`. Shares are 0..1. What is not known is null, and `missing` says why a value is. With a METRIC
there is only what is about it: no effort, and a count only of a metric that is counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from cxsite.cli.printed import chains, counted, effort, judged, series
from cxsite.cli.printed.shapes import Json
from cxsite.derive.atlas import Atlas
from cxsite.derive.burden import Burden
from cxsite.derive.effort.chain import Chain
from cxsite.derive.figures.counted import Count
from cxsite.diagnostics import Severity, closest
from cxsite.errors import ProjectError
from cxsite.load.content import load
from cxsite.measure.former import Renames
from cxsite.measure.measures import measure
from cxsite.model.metric import Metric
from cxsite.model.portfolio import COMPUTED_METRICS, Portfolio
from cxsite.project import find_project


@dataclass(frozen=True)
class _Printed:
    """All that is printed, of each kind."""

    atlas: Atlas
    series: tuple[series.Shown, ...]
    judged: tuple[judged.Shown, ...]
    chains: tuple[Chain, ...]
    counted: tuple[Count, ...]
    efforts: tuple[Burden, ...]
    whole: bool
    """True where it is not about one metric alone."""

    def as_json(self) -> Json:
        tests = self.atlas.judged
        return {
            "today": self.atlas.today.isoformat(),
            "series": [series.as_json(one) for one in self.series],
            "tests": {"made": tests.tests, "wins": len(tests.wins), "by_chance": tests.false_wins},
            "judged": [judged.as_json(one) for one in self.judged],
            "chains": [chains.as_json(one, self.atlas) for one in self.chains],
            "counted": [counted.as_json(one) for one in self.counted],
            "effort": [effort.as_json(one, self.atlas.settings.currency) for one in self.efforts],
        }

    def _judged(self) -> Iterator[str]:
        if self.whole and self.judged:
            yield f"{self.atlas.judged.explanation} {self.atlas.judged.reckoning}".rstrip()
        yield from ("\n".join(judged.lines(one)) for one in self.judged)

    def blocks(self) -> Iterator[str]:
        """Each series, then each section that has something."""
        yield from ("\n".join(series.lines(one)) for one in self.series)
        sections = (
            ("What actions did, by a test said beforehand", list(self._judged())),
            ("Through the phases without a hitch", ["\n".join(chains.lines(one, self.atlas)) for one in self.chains]),
            ("Counted", ["\n".join(counted.lines(self.counted))] if self.counted else []),
            ("Effort of one customer", ["\n".join(effort.lines(self.efforts, self.atlas.settings))]),
        )
        for heading, blocks in sections:
            if any(blocks):
                yield f"# {heading}"
                yield from blocks


@click.command("numbers")
@click.argument("metric", required=False)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
@click.pass_obj
def command(folder: Path, metric: str | None, form: str) -> None:
    """Print every number, or those of one METRIC, with interval, n, method and the rows it is from.

    After the series stands what actions did to them, how many get through without a hitch, what is counted, and the
    effort of every map.
    """
    content = load(find_project(folder))
    measures, found = measure(content)
    atlas = Atlas(content.portfolio, measures, content.today)
    wanted = _wanted(content.portfolio, metric)
    printed = _all(atlas) if metric is None else _about(atlas, metric, wanted)
    if form == "json":
        click.echo(json.dumps(printed.as_json(), indent=2))
    else:
        click.echo("\n\n".join(printed.blocks()) or "There is no number.")
        _say_what_has_none(wanted, printed.series)
    if any(problem.severity is Severity.ERROR for problem in (*content.diagnostics, *found)):
        click.echo("something could not be read, and is not among these; `cxsite check` says what", err=True)


def _all(atlas: Atlas) -> _Printed:
    return _Printed(
        atlas,
        series.series_of(atlas, atlas.portfolio.metrics),
        tuple(judged.judged(atlas)),
        tuple(chains.chains(atlas)),
        tuple(counted.counted(atlas)),
        tuple(effort.efforts(atlas)),
        whole=True,
    )


def _about(atlas: Atlas, name: str, metrics: tuple[Metric, ...]) -> _Printed:
    counts = tuple(counted.counted(atlas, name)) if name in COMPUTED_METRICS else ()
    found = tuple(judged.judged(atlas, metrics)), tuple(chains.chains(atlas, metrics))
    return _Printed(atlas, series.series_of(atlas, metrics), *found, counts, (), whole=False)


def _wanted(portfolio: Portfolio, name: str | None) -> tuple[Metric, ...]:
    metrics = portfolio.metric_by_id
    if name is None:
        return portfolio.metrics
    key = Renames(portfolio).now("metric", name)
    if key in metrics:
        return (metrics[key],)
    if name in COMPUTED_METRICS:
        return ()
    known = [metric.key for metric in portfolio.metrics]
    near = closest(name, known)
    hint = f"did you mean `{near}`?" if near else f"there is {', '.join(f'`{key}`' for key in known) or 'none'}"
    raise ProjectError(f"there is no metric `{name}`", hint)


def _say_what_has_none(wanted: Iterable[Metric], shown: Iterable[series.Shown]) -> None:
    there = {one.series.metric.key for one in shown}
    lacking = [metric.key for metric in wanted if metric.key not in there]
    if lacking and there:
        click.echo(f"\nWithout a number: {', '.join(lacking)}")
