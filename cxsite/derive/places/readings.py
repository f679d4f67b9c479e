"""The latest numbers about a place: shares, counts and feelings where a map names a metric instead of a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cxsite.measure.aims import Aim, aims_of
from cxsite.measure.latest import NOT_MEASURED, Latest, Reading, first_with_value
from cxsite.measure.tidy import SHARES
from cxsite.model.journey import Journey
from cxsite.model.metric import Metric
from cxsite.model.step import Step

__all__ = ("DEEPEST", "HIGHEST", "NOT_MEASURED", "Feeling", "Reading", "Readings", "on_emotion_scale")

SCORES = ("nps", "net-easy")
DEEPEST, HIGHEST = -2.0, 2.0
"""The ends of the emotion scale."""


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

    @property
    def ends(self) -> tuple[float, float] | None:
        """The interval of a measured one on -2..2, cut at the ends of the scale; None without one."""
        if self.reading is None or self.reading.estimate.low is None or self.reading.estimate.high is None:
            return None
        estimate, metric = self.reading.estimate, self.reading.metric
        found = [on_emotion_scale(metric, end) for end in (estimate.low, estimate.high) if end is not None]
        known = sorted(min(HIGHEST, max(DEEPEST, end)) for end in found if end is not None)
        return (known[0], known[1]) if len(known) == len(found) else None


@dataclass(frozen=True)
class Readings(Latest):
    """The latest numbers of a portfolio with its goals, and how steps feel by them."""

    @cached_property
    def aims(self) -> dict[str, tuple[Aim, ...]]:
        """The goals by the journey they stand in, under an empty name those of the strategy."""
        found: dict[str, list[Aim]] = {}
        for aim in aims_of(self.portfolio, self.measures):
            found.setdefault(aim.journey, []).append(aim)
        return {journey: tuple(aims) for journey, aims in found.items()}

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
            reading = first_with_value([one for one in found if one.where.segment == segment], journey.key)
            value = on_emotion_scale(reading.metric, reading.value) if reading else None
            if value is not None:
                return Feeling(value, "measured", segment, reading)
        return None


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
