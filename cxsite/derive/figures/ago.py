"""What the newest number of a figure was a year before, where the two can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxsite.derive.figures.figures import Figure
from cxsite.measure.series import Point


@dataclass(frozen=True)
class Ago:
    """The point of a year before, of the same source. Where a break lies between, `why_not` says which."""

    source: str
    point: Point
    why_not: str = ""


def year_before(figure: Figure) -> Ago | None:
    """The point whose period began a year before that of the newest number; None where there is none with a value."""
    latest = figure.latest
    if latest is None:
        return None
    source, newest = latest
    if newest.period not in figure.periods:
        return None  # of another length than those that can be a year before it
    began = _year_before(newest.period.start)
    points = next(line.points for line in figure.lines if line.source == source)
    for index, point in enumerate(points):
        if point and point.estimate and point.period.start == began:
            now = figure.periods.index(newest.period)
            between = [mark.label for mark in figure.breaks if index < mark.index <= now]
            why = f"not comparable: {', '.join(between)} since" if between else ""
            return Ago(source, point, why)
    return None


def _year_before(day: date) -> date:
    last_of_february = (day.month, day.day) == (2, 29)
    return date(day.year - 1, day.month, 28 if last_of_february else day.day)
