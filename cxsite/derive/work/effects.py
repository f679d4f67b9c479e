"""What an action was to do and what it did, measure by measure, in words that pages can take as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.derive.places.readings import NOT_MEASURED, Reading, Readings
from cxsite.derive.written.amounts import write_quantity
from cxsite.derive.written.marks import judged_mark
from cxsite.derive.written.numbers import write_difference, write_interval, write_level, write_n, write_p, write_value
from cxsite.measure.change import Verdict
from cxsite.measure.find import level_in, series_at
from cxsite.measure.judge import WINDOW, Judgement, Result
from cxsite.measure.latest import newest_reading
from cxsite.measure.pool import Pooled
from cxsite.measure.series import Estimate, Where, why_without
from cxsite.model.action import Action, Pilot
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.settings import Settings


@dataclass(frozen=True)
class Wave:
    """The rows of one side of a comparison taken together; without an estimate `why_not` ends a sentence."""

    estimate: Estimate | None
    period: str
    why_not: str = ""


@dataclass(frozen=True)
class Effect:
    """One expectation: which number was to reach which level, and the verdict of its test.

    `level` is in the unit of the metric; None where it does not fit. `difference` holds the change with its interval,
    `test` the p and how it was made; both are empty where nothing was tested, and `why` says why. `result` is what all
    of it is said of, and `mark` the word for it on pages.
    """

    result: Result
    mark: str
    ref: str
    metric: Metric | None
    where: Where
    place: str
    level: float | None
    expected: str
    by: str
    verdict: Verdict
    why: str
    latest: Reading | None
    before: Wave | None = None
    after: Wave | None = None
    why_not: str = ""
    """Why there is no latest number: not measured, or withheld."""
    beside: tuple[Wave, ...] = ()
    """Before and after in the segment that was left alone."""
    difference: str = ""
    test: str = ""
    window: str = ""
    source: str = ""
    reached: bool | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trial:
    """An action as a whole, or one of its pilots. `length` is the window in days."""

    pilot: Pilot | None
    since: Period | None
    effects: tuple[Effect, ...]
    length: float
    why: str = ""


def trials_of(judged: Iterable[Judgement], readings: Readings) -> tuple[Trial, ...]:
    """Each judgement of an action in words."""
    return tuple(
        Trial(
            one.pilot,
            one.since,
            tuple(effect_of(one, result, readings) for result in one.results),
            _window(one.action),
            one.why,
        )
        for one in judged
    )


def _window(action: Action) -> float:
    return ((action.judge.window if action.judge else None) or WINDOW).days


def effect_of(judgement: Judgement, result: Result, readings: Readings) -> Effect:
    """One result of a judgement in words."""
    expectation, change, where = result.expectation, result.change, result.where
    metric = readings.metric(expectation.metric)
    level = level_in(metric, expectation.value) if metric else None
    series = series_at(readings.measures, metric.key, where) if metric else ()
    sides = [_wave(one, result, index) for index, one in enumerate(result.waves)]
    return Effect(
        result,
        judged_mark(judgement, result, metric),
        expectation.metric,
        metric,
        where,
        _place(where, readings),
        level,
        _expected(metric, level, result, readings.portfolio.settings),
        expectation.by.label if expectation.by else "",
        change.verdict,
        change.why,
        newest_reading(series),
        why_not=why_without(series) or NOT_MEASURED,
        before=sides[0] if sides else None,
        after=sides[1] if sides else None,
        beside=tuple(sides[2:]),
        difference=_difference(metric, result),
        test=f"{write_p(change.p)}, {change.how}" if change.p is not None else "",
        window=f"{result.window.before.label}, and {result.window.after.label}" if result.window else "",
        source=result.source,
        reached=result.reached,
        notes=result.notes,
    )


def write_wave(metric: Metric, wave: Wave) -> str:
    """`70.0 % (n 1,500, 95 % interval 67.6 % to 72.3 %, Q1 2026, Wilson interval)`, or why it is not known."""
    estimate = wave.estimate
    if estimate is None:
        return f"not known: {wave.why_not}"
    told = (write_n(estimate), write_interval(metric, estimate), wave.period, estimate.how or metric.method)
    return f"{write_value(metric, estimate.value)} ({', '.join(told)})"


def _wave(pooled: Pooled, result: Result, index: int) -> Wave:
    window = result.window
    period = "" if window is None else (window.after if index % 2 else window.before).label
    return Wave(pooled.estimate, period, pooled.why_not)


def _place(where: Where, readings: Readings) -> str:
    named = [(kind, ref) for kind, ref in where.named() if kind != "journey"]
    return ", ".join(readings.portfolio.name_of(kind, ref, where.journey) for kind, ref in named)


def _expected(metric: Metric | None, level: float | None, result: Result, settings: Settings) -> str:
    if metric is not None and level is not None:
        return write_value(metric, level)
    return write_quantity(result.expectation.value, settings.currency)


def _difference(metric: Metric | None, result: Result) -> str:
    change = result.change
    if metric is None or change.difference is None:
        return ""
    shown = write_difference(metric, change.difference)
    if change.low is None or change.high is None:
        return f"{shown}, no interval"
    ends = f"{write_difference(metric, change.low, unit=False)} to {write_difference(metric, change.high)}"
    return f"{shown}, {write_level(change.level)} interval {ends}"
