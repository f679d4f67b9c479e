"""A figure for the page: the chart in two widths, what it says in words, and its rows as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from cxsite.derive.figures.axis import Axis
from cxsite.derive.figures.figures import Figure
from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import Studio
from cxsite.draw.charts.trend import TREND
from cxsite.draw.charts.trend_rows import SHAPES, datasets
from cxsite.draw.marks.sparkline import sparkline
from cxsite.draw.twin import Twin, named


@dataclass(frozen=True)
class Drawing:
    """What a page shows of a figure. The charts carry their own name and words; the table holds every value."""

    figure: Figure
    wide: Markup
    narrow: Markup
    spark: Markup
    twin: Twin
    legend: tuple[tuple[str, str, str], ...]
    """Mark, source, its newest number and its period, where there are several; and what a cross is."""


_ABSENT = ("absent", "a period without a value; the table says why", "")


def draw_figure(
    figure: Figure, studio: Studio, ends: tuple[float, float] | None = None, axis: Axis | None = None
) -> Drawing:
    """Draws a figure. A metric without any value gets no chart, nor does one with a single value standing alone.

    `ends` are values that the scale reaches at least, `axis` the periods, for figures beside one another.
    """
    drawn = figure.latest and not (ends is None and _is_one_value(figure))
    chart = studio.chart(TREND, datasets(figure, ends, axis)) if drawn else None
    made = twin(figure)
    return Drawing(
        figure,
        named(chart.wide, made) if chart else Markup(),
        named(chart.narrow, made) if chart else Markup(),
        spark_of(figure),
        made,
        (*(_legend(figure) if len(figure.lines) > 1 else ()), *([_ABSENT] if chart and _is_absent(figure) else [])),
    )


def _legend(figure: Figure) -> Iterator[tuple[str, str, str]]:
    for index, line in enumerate(figure.lines):
        known = [(point.period, point.estimate) for point in line.points if point and point.estimate]
        period, estimate = known[-1] if known else (None, None)
        told = f"{write_value(figure.metric, estimate.value)}, {period.label}" if estimate and period else ""
        yield SHAPES[index % len(SHAPES)], line.source, told


def _is_absent(figure: Figure) -> bool:
    """True where a table has a row of a period and no value in it."""
    return any(point and point.estimate is None for line in figure.lines for point in line.points)


def _is_one_value(figure: Figure) -> bool:
    """True where a chart would be one dot: one value of one period."""
    return (
        len(figure.periods) == 1
        and sum(bool(point and point.estimate) for one in figure.lines for point in one.points) == 1
    )


def spark_of(figure: Figure, level: float | None = None, since: date | None = None, source: str = "") -> Markup:
    """The line that the newest value stands at the end of, open where periods are skipped and at breaks.

    A shape of another source would belie it; `source` names one that is meant. `level` is what the number is to reach,
    `since` the day from which on something was different.
    """
    latest, axis = figure.latest, figure.axis
    breaks = {mark.index for mark in figure.breaks}
    meant = source or (latest[0] if latest else "")
    points = next((line.points for line in figure.lines if line.source == meant), ())
    if latest and latest[1].period not in figure.periods:
        return Markup()  # the newest value does not stand at the end of this line
    values: list[float | None] = []
    at = None
    for index, point in enumerate(points):
        missing = axis.slots[index] - axis.slots[index - 1] - 1 if index else 0
        values += [None] * max(missing, index in breaks)
        if since and at is None and figure.periods[index].start >= since:
            at = len(values)
        values.append(point.estimate.value if point and point.estimate else None)
    newest = latest[1].estimate if latest and not source else None
    ends = (newest.low, newest.high) if newest else ()
    return sparkline(values, level, at, [end for end in ends if end is not None])


def twin(figure: Figure) -> Twin:
    """The chart in words: what it shows now, over which periods, what it is to reach, and what to mind."""
    labels = [period.label for period in figure.periods]
    over = f"{len(labels)} periods, {labels[0]} to {labels[-1]}." if len(labels) > 1 else "One period."
    return Twin(
        figure.headline,
        " ".join([over, *figure.sentences]) if labels else "Not measured yet.",
        ("Period", "Value", "Interval", "n", "Method", "Source", "Beside it", "Row"),
        tuple((r.period, r.value, r.interval, r.n, r.how, r.source, r.beside, r.place) for r in figure.rows),
    )
