"""Judged once: what an action that shipped did to the numbers it said beforehand.

One test for each metric of its `expects`, when the window after shipping closes; later rows do not judge it again. Its
metrics share their chance of a false alarm (Holm), so they are judged together, when the last of their windows closes.
A pilot is judged alike, in its segment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cxsite.measure.apart import not_apart
from cxsite.measure.breaks import crossed
from cxsite.measure.change import TESTED, Change, compare, compare_beside, holm_levels
from cxsite.measure.find import level_in, place_meant, place_now, reached, series_at
from cxsite.measure.former import Renames, renames_of
from cxsite.measure.fresh import freshness
from cxsite.measure.intervals import LEVEL
from cxsite.measure.noted import gaps, worst
from cxsite.measure.options import Option, beside, options_of
from cxsite.measure.pool import Pooled, pool
from cxsite.measure.rhythm import Rhythm, overlap
from cxsite.measure.series import NOT_BEGUN, NOT_GIVEN, Measures, Point, Series, Where
from cxsite.measure.windows import Window, window_of, within
from cxsite.model.action import Action, Expectation, Pilot
from cxsite.model.metric import Metric
from cxsite.model.period import Period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.model.values import Duration

WINDOW = Duration(90 * 1440)
"""The time before and after, where the action says no other."""
TOTALS = ("count", "sum")
"""Methods whose rows add up: several months are more than one, where nothing changed."""


@dataclass(frozen=True)
class Result:
    """One expectation, judged. `waves` are before and after, and those of the segment it was compared with."""

    expectation: Expectation
    where: Where
    change: Change
    source: str = ""
    window: Window | None = None
    waves: tuple[Pooled, ...] = ()
    reached: bool | None = None
    """Whether *after* is at the level that was expected; None where nobody can say."""
    notes: tuple[str, ...] = ()
    others: tuple[Result, ...] = ()
    """The same by the other sources of the metric."""


@dataclass(frozen=True)
class Judgement:
    """An action, or one of its pilots, and what it did to each number it named. `journey` is empty for a shared one."""

    journey: str
    action: Action
    pilot: Pilot | None
    since: Period | None
    results: tuple[Result, ...]
    why: str = ""
    """Why there is nothing to judge, as the end of a sentence."""


def judge(action: Action, journey: str, portfolio: Portfolio, measures: Measures, today: date) -> tuple[Judgement, ...]:
    """The action as a whole, *not shipped yet* where it is not, and then each of its pilots."""
    trials: list[tuple[Pilot | None, Period | None]] = [(None, action.shipped)]
    if action.status != "dropped":
        trials += [(pilot, pilot.since) for pilot in action.pilots]
    return tuple(
        _Trial(action, journey, pilot, since, portfolio, measures, today).judgement() for pilot, since in trials
    )


@dataclass(frozen=True)
class _Trial:
    action: Action
    journey: str
    pilot: Pilot | None
    since: Period | None
    portfolio: Portfolio
    measures: Measures
    today: date

    @property
    def settings(self) -> Settings:
        return self.portfolio.settings

    @cached_property
    def renames(self) -> Renames:
        return renames_of(self.portfolio)

    def _metric(self, expectation: Expectation) -> Metric | None:
        return self.portfolio.metric_by_id.get(self.renames.now("metric", expectation.metric))

    def judgement(self) -> Judgement:
        results = self._together([self._result(expectation) for expectation in self._expected()])
        why = "" if results else "no number was named beforehand that it would move"
        return Judgement(self.journey, self.action, self.pilot, self.since, tuple(results), why)

    def _expected(self) -> Iterator[Expectation]:
        def now(segment: str) -> str:
            return self.renames.now("segment", segment)

        for expectation in self.action.expects:
            if self.pilot is None or not expectation.segment or now(expectation.segment) == now(self.pilot.segment):
                yield expectation

    def _result(self, expectation: Expectation) -> Result:
        segment = self.pilot.segment if self.pilot else expectation.segment
        where = place_now(self.renames, place_meant(self.journey, expectation.phase, expectation.step, segment))
        metric = self._metric(expectation)
        if self.since is None or self.today < self.since.start:
            return Result(expectation, where, Change("not shipped yet"))
        if metric is None:
            why = f"there are no rows for `{expectation.metric}`"
            return Result(expectation, where, Change("not comparable", why))
        return self._of_metric(Result(expectation, where, Change("too early")), metric, self.since)

    @property
    def _length(self) -> Duration:
        return (self.action.judge.window if self.action.judge else None) or WINDOW

    def _of_metric(self, result: Result, metric: Metric, since: Period) -> Result:
        length = self._length
        options = options_of(series_at(self.measures, metric.key, result.where), since, length)
        if not options:
            days = window_of((), None, since, length)
            if days is not None and days.is_open(self.today):
                return replace(result, change=Change("too early", _closes(days)), window=days)
            return replace(result, change=Change("not comparable", _no_rows(result)), window=days)
        first, *others = [self._on(result, metric, option) for option in options]
        late = [
            o
            for o, option in zip(others, options[1:], strict=True)
            if option.before and o.change.verdict == "too early"
        ]
        if late and first.change.verdict in TESTED:
            why = f"{late[0].change.why}, by {late[0].source}"
            return replace(first, change=Change("too early", why), reached=None)
        return replace(first, others=tuple(others))

    def _on(self, result: Result, metric: Metric, option: Option) -> Result:
        """The verdict by the rows of one source and length."""
        series, rows, window = option.series, option.rows, option.window
        result = replace(result, source=series.source, window=window)
        if window is None:
            days = self._length.days
            return replace(result, change=Change("not comparable", f"no whole row fits into {days:g} days"))
        if open_ := self._still_open(series, option.every, window):
            return replace(result, change=open_)
        if why := not_apart(self.portfolio, result.where.segment, self._beside):
            return replace(result, change=Change("not comparable", why))
        theirs = self._theirs(metric, option, window, result.where)
        compared = (rows, theirs.rows if theirs else ()) if self._beside else (rows,)
        rhythms = option.rhythm, theirs.rhythm if theirs else option.rhythm
        sides = [within(each, days) for each in compared for days in (window.before, window.after)]
        if why := _unfit(series, sides):
            return replace(result, change=Change("not comparable", why))
        if theirs and (open_ := self._still_open(series, theirs.every, window)):
            return replace(result, change=replace(open_, why=f"{open_.why} of `{self._beside}`"))
        waves, notes = self._waves(metric, sides, rhythms, window)
        made = replace(
            result,
            waves=waves,
            notes=(*notes, *worst(metric, [row for row in option.every if option.rhythm.holds(row.period)], window)),
        )
        return replace(
            made,
            change=self._test(metric, waves, LEVEL),
            reached=_met(metric, result.expectation, waves, self.settings),
        )

    def _still_open(self, series: Series, rows: tuple[Point, ...], window: Window) -> Change | None:
        """*Too early* before the window closes and as long as rows may still come; *stale* when none came in time."""
        if window.is_open(self.today):
            return Change("too early", _closes(window))
        if any(point.period.end >= window.last_row and _arrived(point) for point in rows):
            return None
        why = f"the numbers up to {window.after.end} are not all there"
        stale = freshness(series, self.settings, self.today).state != "fresh"
        return Change("stale" if stale else "too early", why)

    def _theirs(self, metric: Metric, option: Option, window: Window, where: Where) -> Option | None:
        """The rows of the segment that was left alone, of the same source; None where there are no such."""
        if not self._beside or self.since is None:
            return None
        others = series_at(self.measures, metric.key, replace(where, segment=self._beside))
        same = next((one for one in others if one.source == option.series.source), None)
        return beside(same, self.since, self._length, window) if same else None

    def _waves(
        self, metric: Metric, sides: list[tuple[Point, ...]], rhythms: tuple[Rhythm, Rhythm], window: Window
    ) -> tuple[tuple[Pooled, ...], tuple[str, ...]]:
        notes = tuple(gaps(rhythms, sides, window, self._beside))
        pooled = [pool(metric, [point for point in side if point.estimate] or side, self.settings) for side in sides]
        return tuple(_named(one, i, self._beside, window) for i, one in enumerate(pooled)), notes

    @cached_property
    def _beside(self) -> str:
        """The segment it is compared with; empty for none."""
        return self.renames.now("segment", (self.action.judge and self.action.judge.compare_with) or "")

    def _test(self, metric: Metric, waves: tuple[Pooled, ...], level: float) -> Change:
        if len(waves) == 4:
            return compare_beside(metric, (waves[0], waves[1], waves[2], waves[3]), self.settings, level)
        return compare(metric, waves[0], waves[1], self.settings, level)

    def _together(self, results: list[Result]) -> list[Result]:
        """None before the last window has closed; then each at its share of the chance of a false alarm."""
        waiting = next((r for r in results if r.change.verdict == "too early"), None)
        if waiting is not None:
            why = f"judged together with `{waiting.expectation.metric}`, which is too early"
            return [
                replace(r, change=Change("too early", why), reached=None, others=())
                if r.waves and r is not waiting
                else r
                for r in results
            ]
        shared = [r for r in results if r.change.p is not None or r.change.verdict == "stale"]
        levels = iter(holm_levels([r.change.p for r in shared]))
        level_of = {id(r): next(levels) for r in shared}
        return [self._with_others(result, level_of.get(id(result))) for result in results]

    def _with_others(self, result: Result, level: float | None) -> Result:
        """At its level, with what its other sources say at the same."""
        others = [self._at(one, level) for one in result.others]
        return _beside_others(replace(self._at(result, level), others=()), others)

    def _at(self, result: Result, level: float | None) -> Result:
        metric = self._metric(result.expectation)
        if level is None or metric is None or result.change.p is None:
            return result
        return replace(result, change=self._test(metric, result.waves, level))


def _arrived(row: Point) -> bool:
    """False for a row that somebody only made ready: its cells are empty, and no word says that nobody knows."""
    return row.estimate is not None or row.suppressed or row.missing not in (NOT_GIVEN, NOT_BEGUN)


def _closes(window: Window) -> str:
    return f"its window closes with {window.after.end}"


def _no_rows(result: Result) -> str:
    places = " and ".join(f"{kind} `{name}`" for kind, name in result.where.named() if kind != "journey")
    return f"`{result.expectation.metric}` has no rows about {places or 'the whole, where no phase or step is named'}"


def _unfit(series: Series, sides: list[tuple[Point, ...]]) -> str:
    """Why rows are not compared: what is left out of them is not left out by chance, or the same counts twice."""
    if any(map(overlap, sides)):
        return f"rows of {series.source} overlap, so the same answers would count more than once"
    hidden = next((point for side in sides for point in side if point.withheld), None)
    return f"{hidden.period.label} in {series.source} is {hidden.missing}" if hidden else ""


def _beside_others(first: Result, others: list[Result]) -> Result:
    """The verdict of the source that fits best, with what the others say; none where two say the opposite."""
    if not others:
        return first
    told = [one for one in others if one.change.verdict in TESTED]
    said = tuple(f"by {one.source}: {one.change.verdict}" for one in told)
    if {"improved", "worsened"} <= {one.change.verdict for one in (first, *told)}:
        why = f"its sources contradict each other: {'; '.join((f'by {first.source}: {first.change.verdict}', *said))}"
        return replace(first, change=Change("not comparable", why), reached=None)
    return replace(first, notes=(*first.notes, f"judged on {first.source}, one of {1 + len(others)} sources", *said))


def _named(pooled: Pooled, index: int, beside: str, window: Window) -> Pooled:
    """An empty side says which one it is."""
    if pooled.points:
        return pooled
    side = window.after if index % 2 else window.before
    whose = f"`{beside}` has no" if index > 1 else "there is no"
    return replace(pooled, why_not=f"{whose} row in {side.label}, {'after' if index % 2 else 'before'}")


def _met(metric: Metric, expectation: Expectation, waves: tuple[Pooled, ...], settings: Settings) -> bool | None:
    """Whether *after* is at the level; of totals every row, as one of several months is no month's."""
    before, after = waves[:2]
    level = level_in(metric, expectation.value)
    if level is None or after.estimate is None or after.estimate.low_base:
        return None
    if crossed(metric, [point.period for point in (*before.points, *after.points)], settings):
        return None
    each = [point.estimate.value for point in after.points if point.estimate]
    of_rows = {reached(metric, value, level) for value in each}
    if metric.method in TOTALS and len(each) > 1:
        return of_rows.pop() if len(of_rows) == 1 else None
    return reached(metric, after.estimate.value, level)
