"""From what actions and goals name to series, from a level to the unit of its metric, from segments to dimensions."""

from __future__ import annotations

from math import isclose

from cxsite.measure.former import Renames
from cxsite.measure.series import Measures, Series, Where
from cxsite.measure.tidy import SHARES
from cxsite.model.meant import SIGNS
from cxsite.model.metric import Metric
from cxsite.model.portfolio import Portfolio
from cxsite.model.values import Quantity

_MINUTES = {
    **{"s": 1 / 60, "sec": 1 / 60, "second": 1 / 60, "seconds": 1 / 60, "min": 1, "minute": 1, "minutes": 1},
    **{"h": 60, "hour": 60, "hours": 60, "d": 1440, "day": 1440, "days": 1440, "week": 10_080, "weeks": 10_080},
    **{"month": 43_200, "months": 43_200, "year": 525_600, "years": 525_600},
}


def place_meant(journey: str, phase: str | None, step: str | None, segment: str | None) -> Where:
    """The place that an entry of this journey means; `join/wait` names its journey itself."""
    for name in (phase, step):
        home, slash, _ = (name or "").partition("/")
        journey = home if slash else journey
    return Where(journey, (phase or "").rpartition("/")[2], (step or "").rpartition("/")[2], segment or "")


def place_now(renames: Renames, where: Where) -> Where:
    """The same place by the ids of today."""
    journey = renames.now("journey", where.journey)
    phase, step = renames.now("phase", where.phase, journey), renames.now("step", where.step, journey)
    return Where(journey, phase, step, renames.now("segment", where.segment))


def series_at(measures: Measures, metric: str, where: Where) -> tuple[Series, ...]:
    """The series of a metric about this place, one a source: rows that name its journey go before those that do not."""
    exact = measures.of(metric, where)
    if exact or not where.journey:
        return exact
    loose = measures.of(metric, Where("", where.phase, where.step, where.segment))
    placed = bool(where.phase or where.step)
    return tuple(one for one in loose if not placed or one.metric.journey in (None, where.journey))


def level_in(metric: Metric, level: Quantity) -> float | None:
    """A level in the unit of the metric's values; None where the two do not fit, as 25 and a share."""
    if level.unit == "%":
        if metric.method == "ratio":
            return level.value * (metric.per or 1)
        return level.value if metric.method in SHARES else None
    if metric.method in SHARES:
        return None
    unit = (metric.unit or "").strip()
    if level.unit == "min":
        return level.value / _MINUTES[unit.lower()] if unit.lower() in _MINUTES else None
    if level.unit == "money" and level.currency not in ("", _currency(unit)):
        return None
    return level.value


def _currency(unit: str) -> str:
    """The currency that a unit begins with: `GBP`, `£`, `EUR a month`."""
    first = next(iter(unit.split()), "")
    return SIGNS.get(first, first.upper())


def reached(metric: Metric, value: float, level: float) -> bool | None:
    """True where the value is at the level or beyond.

    A metric of which neither way is better has no beyond: it is reached at the level, and elsewhere nobody can say.
    """
    if metric.better == "neither":
        return True if isclose(value, level, abs_tol=1e-9) else None
    return value >= level if metric.better == "up" else value <= level


def dimensions(portfolio: Portfolio) -> dict[str, tuple[str, ...]]:
    """The segments of each dimension, by id. A persona has no dimension: it stands inside its segment."""
    found: dict[str, list[str]] = {}
    for segment in portfolio.library("segments", "segments"):
        dimension = getattr(segment, "dimension", None)
        if dimension:
            found.setdefault(dimension, []).append(str(getattr(segment, "key", "")))
    return {dimension: tuple(segments) for dimension, segments in found.items()}
