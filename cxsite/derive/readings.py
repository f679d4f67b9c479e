"""The latest numbers about a place: shares, counts and feelings where a map names a metric instead of a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cxsite.measure.aims import Aim, aims_of
from cxsite.measure.former import Renames, renames_of
from cxsite.measure.series import Estimate, Measures, Point, Series
from cxsite.measure.tidy import SHARES
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Step

SCORES = ("nps", "net-easy")
DEEPEST, HIGHEST = -2.0, 2.0
"""The ends of the emotion scale."""


@dataclass(frozen=True)
class Reading:
    """The latest value of a metric about a place, in the unit of the metric."""

    metric: Metric
    series: Series
    point: Point
    estimate: Estimate

    @property
    def value(self) -> float:
        """The value itself."""
        return self.estimate.value


@dataclass(frozen=True)
class Feeling:
    """How a step feels, -2..2, and where that is from.

    `measured` has its reading; `assessed` is what the map says; `none` is looked at and found to be nothing, a 0.
    `segment` is whose feeling it is, empty for all customers.
    """

    value: float
    origin: Literal["measured", "assessed", "none"]
    segment: str = ""
    reading: Reading | None = None

    @property
    def negative(self) -> float:
        """How far it is below zero, 0..2: the third part of effort."""
        return max(0.0, -self.value)


@dataclass(frozen=True)
class Readings:
    """Looks up the latest numbers of a portfolio. Former ids of metrics and journeys are understood.

    Of several sources the newest period counts, and of two for one period the first source.
    """

    portfolio: Portfolio
    measures: Measures

    @cached_property
    def renames(self) -> Renames:
        """What former ids are called now."""
        return renames_of(self.portfolio)

    @cached_property
    def aims(self) -> dict[str, tuple[Aim, ...]]:
        """The goals by the journey they stand in, under an empty name those of the strategy."""
        found: dict[str, list[Aim]] = {}
        for aim in aims_of(self.portfolio, self.measures):
            found.setdefault(aim.journey, []).append(aim)
        return {journey: tuple(aims) for journey, aims in found.items()}

    def metric(self, ref: str) -> Metric | None:
        """The metric that an id names."""
        return self.portfolio.metric_by_id.get(self.renames.now("metric", ref))

    def series_of(self, ref: str, journey: str) -> tuple[Series, ...]:
        """The series of a metric that can be about this journey; those whose rows name it stand first."""
        metric = self.renames.now("metric", ref)
        own, loose = self.measures.naming(metric, journey), self.measures.naming(metric, "")
        home = self.renames.now("journey", loose[0].metric.journey or "") if loose else ""
        return (*own, *loose) if home in ("", journey) else own

    def metrics_for(self, journey: str, named: Iterable[str] = ()) -> tuple[Metric, ...]:
        """The metrics with numbers that can be about this journey, and those of these ids, in the portfolio's order."""
        keys = {*self._metrics_for.get(journey, ()), *self._metrics_for.get("", ())}
        keys |= {self.renames.now("metric", ref) for ref in named}
        order = self._order
        return tuple(self.portfolio.metric_by_id[key] for key in sorted(keys & order.keys(), key=order.__getitem__))

    @cached_property
    def _metrics_for(self) -> dict[str, set[str]]:
        """The metrics by the journey that they or their rows name; under an empty name those that name none."""
        found: dict[str, set[str]] = {}
        for one in self.measures.series:
            home = one.where.journey or self.renames.now("journey", one.metric.journey or "")
            found.setdefault(home, set()).add(one.metric.key)
        return found

    @cached_property
    def _order(self) -> dict[str, int]:
        return {metric.key: index for index, metric in reversed(list(enumerate(self.portfolio.metrics)))}

    def at_step(self, ref: str, journey: str, step: str, segment: str = "") -> Reading | None:
        """The latest value of a metric about a step; that of its whole where its tables tell no steps apart."""
        found = self.series_of(ref, journey)
        here = [one for one in found if one.where.step == step and one.where.segment == segment]
        if not here and not any(one.where.step for one in found):
            here = [one for one in found if not one.where.phase and one.where.segment == segment]
        return _first_with_value(here, journey)

    def at_phase(self, ref: str, journey: str, phase: str) -> Reading | None:
        """The latest value of a metric about a phase as a whole, over all segments."""
        found = self.series_of(ref, journey)
        here = [one for one in found if one.where.phase == phase and not (one.where.step or one.where.segment)]
        return _first_with_value(here, journey)

    def share(self, said: float | str | None, journey: str, step: str) -> float | None:
        """A share as it is written, 0..1, or the latest value of the metric it names; None where nobody knows.

        A ratio counts as a share of its `per`: 31 calls per 100 bills are 0.31. Other methods give no share.
        """
        if not isinstance(said, str):
            return said
        reading = self.at_step(said, journey, step)
        if reading is None:
            return None
        if reading.metric.method == "ratio":
            return reading.value / (reading.metric.per or 1)
        return reading.value if reading.metric.method in SHARES else None

    def feeling(self, journey: Journey, step: Step, segment: str = "") -> Feeling | None:
        """How a step feels: as measured by `emotion_from`, else as assessed; None where neither says so.

        A step of a target that writes another emotion or feeling than today's has its own, as nobody has measured it
        yet. For a segment its own feeling counts, then that of the segment a persona stands in, then that of all.
        """
        measurable = self.as_today(journey, step)
        for whose in self.circles(segment):
            if measurable and (measured := self._measured(journey, step, whose)):
                return measured
            if (value := (step.emotion or {}).get(whose or "all")) is not None:
                return Feeling(value, "assessed", whose)
        return Feeling(0.0, "none") if "emotion" in step.nothing else None

    def circles(self, segment: str) -> tuple[str, ...]:
        """A segment or persona, then the segment a persona stands in, then all customers (an empty name)."""
        if not segment:
            return ("",)
        personas = self.portfolio.library("segments", "personas")
        around = next(
            (str(getattr(p, "segment", None) or "") for p in personas if getattr(p, "key", "") == segment), ""
        )
        return (segment, around, "") if around else (segment, "")

    def as_today(self, journey: Journey, step: Step) -> bool:
        """True where a step feels as the current map says, False where a target intends another feeling."""
        today = next((one for one in journey.steps if one.key == step.key), None)
        if today is None:
            return False
        unsaid = ("emotion" in step.nothing) == ("emotion" in today.nothing)
        return unsaid and today.emotion == step.emotion and today.feeling == step.feeling

    def _measured(self, journey: Journey, step: Step, segment: str) -> Feeling | None:
        for ref in journey.emotion_from:
            found = [one for one in self.series_of(ref, journey.key) if one.where.step == step.key]
            reading = _first_with_value([one for one in found if one.where.segment == segment], journey.key)
            value = on_emotion_scale(reading.metric, reading.value) if reading else None
            if value is not None:
                return Feeling(value, "measured", segment, reading)
        return None


def _first_with_value(series: Iterable[Series], journey: str) -> Reading | None:
    """The newest value; rows that name the journey go before those that do not."""
    known = [(one, one.latest) for one in series]
    found = [(one, point) for one, point in known if point is not None]
    own = [pair for pair in found if pair[0].where.journey == journey] or found
    newest = max(own, key=lambda pair: pair[1].period, default=None)
    if newest is None or newest[1].estimate is None:
        return None
    return Reading(newest[0].metric, newest[0], newest[1], newest[1].estimate)


def on_emotion_scale(metric: Metric, value: float) -> float | None:
    """A metric's value stretched to -2..2, turned round where less is better; None where its scale is not known."""
    if metric.method in SCORES:
        low, high = -100.0, 100.0
    elif metric.method in SHARES:
        low, high = 0.0, 1.0
    elif metric.scale is not None and metric.method in ("mean", "median"):
        low, high = metric.scale.low, metric.scale.high
    else:
        return None
    if (low, high) != (DEEPEST, HIGHEST):  # so that what is measured on our own scale stays as it is to the last digit
        value = DEEPEST + (HIGHEST - DEEPEST) * (value - low) / (high - low)
    return -value if metric.better == "down" else value
