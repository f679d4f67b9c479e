"""The latest numbers about a place, and the shares that a map writes as a metric."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxsite.measure.former import Renames, renames_of
from cxsite.measure.series import Estimate, Measures, Point, Series, newest, why_without
from cxsite.measure.tidy import SHARES
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Branch

NOT_MEASURED = "not measured"
ONLY_OF_SEGMENTS = "measured of segments alone"


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
class Latest:
    """Looks up the latest numbers of a portfolio. Former ids of metrics and journeys are understood.

    Of several sources the newest period counts, and of two for one period the first source.
    """

    portfolio: Portfolio
    measures: Measures

    @cached_property
    def renames(self) -> Renames:
        """What former ids are called now."""
        return renames_of(self.portfolio)

    def rivals(self, reading: Reading) -> tuple[float, ...]:
        """What other sources say of the same time and place, where they do not say the same."""
        found = self.measures.rivals(reading.series, reading.point)
        return tuple(point.estimate.value for point in found if point.estimate)

    def metric(self, ref: str) -> Metric | None:
        """The metric that an id names."""
        return self.portfolio.metric_by_id.get(self.renames.now("metric", ref))

    def series_of(self, ref: str, journey: str) -> tuple[Series, ...]:
        """The series of a metric that can be about this journey; those whose rows name it stand first."""
        metric = self.renames.now("metric", ref)
        own, loose = self.measures.naming(metric, journey), self.measures.naming(metric, "")
        home = self.renames.now("journey", loose[0].metric.journey or "") if loose else ""
        return (*own, *loose) if home in ("", journey) else own

    def at_step(self, ref: str, journey: str, step: str, segment: str = "") -> Reading | None:
        """The latest value of a metric about a step; that of its whole where its tables tell no steps apart."""
        return first_with_value(self._about_step(ref, journey, step, segment), journey)

    def _about_step(self, ref: str, journey: str, step: str, segment: str) -> list[Series]:
        found = self.series_of(ref, journey)
        here = [one for one in found if one.where.step == step and one.where.segment == segment]
        if here or any(one.where.step for one in found):
            return here
        return [one for one in found if not one.where.phase and one.where.segment == segment]

    def at_phase(self, ref: str, journey: str, phase: str) -> Reading | None:
        """The latest value of a metric about a phase as a whole, over all segments."""
        return first_with_value(self._about_phase(ref, journey, phase), journey)

    def _about_phase(self, ref: str, journey: str, phase: str) -> list[Series]:
        found = self.series_of(ref, journey)
        return [one for one in found if one.where.phase == phase and not (one.where.step or one.where.segment)]

    def told_by_phase(self, metric: Metric) -> frozenset[str] | None:
        """The journeys whose phases the rows of a metric tell apart, by id; None where rows name no journey at all, so
        that they may be about any."""
        found = (one for one in self.measures.of(metric.key) if one.where.phase)
        homes = {one.where.journey or self.renames.now("journey", metric.journey or "") for one in found}
        return None if "" in homes else frozenset(homes)

    def why_not(self, ref: str, journey: str, step: str = "", phase: str = "") -> str:
        """Why there is no value about a step, a phase or the whole: withheld, of segments alone, or not measured."""
        series = self._about_phase(ref, journey, phase) if phase else self._about_step(ref, journey, step, "")
        if why := why_without(series):
            return why
        of_parts = (one for one in self.series_of(ref, journey) if one.where.segment and one.latest)
        here = any(one.where.phase == phase and one.where.step == step for one in of_parts)
        return ONLY_OF_SEGMENTS if here else NOT_MEASURED

    def about(self, ref: str, journey: str, step: str = "", phase: str = "") -> Reading | str:
        """The latest value about a step, a phase or the whole journey, or why there is none.

        A phase has that of its whole where the metric's tables tell no places apart.
        """
        if not phase:
            return self.at_step(ref, journey, step) or self.why_not(ref, journey, step)
        apart = any(one.where.phase or one.where.step for one in self.series_of(ref, journey))
        whole = None if apart else self.at_step(ref, journey, "")
        found = self.at_phase(ref, journey, phase) or whole
        return found or self.why_not(ref, journey, phase=phase if apart else "")

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


def first_with_value(series: Iterable[Series], journey: str) -> Reading | None:
    """The newest value; rows that name the journey go before those that do not."""
    known = [one for one in series if one.latest]
    return newest_reading([one for one in known if one.where.journey == journey] or known)


def newest_reading(series: Iterable[Series]) -> Reading | None:
    """The newest value; of several sources for one period, the first."""
    found = newest(series)
    if found is None or found[1].estimate is None:
        return None
    return Reading(found[0].metric, *found, found[1].estimate)


def branch_shares(branches: Sequence[Branch], journey: str, step: str, latest: Latest) -> tuple[float, ...]:
    """How many go each way, 0..1. Ways without a share divide among them evenly what the others leave."""
    said = [latest.share(branch.share, journey, step) for branch in branches]
    open_ways = said.count(None)
    rest = max(0.0, 1 - sum(share for share in said if share is not None))
    return tuple(rest / open_ways if share is None else share for share in said)
