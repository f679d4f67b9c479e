"""A figure for the page: the chart in two widths, what it says in words, and its rows as a table."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from cxsite.derive.figures import Figure
from cxsite.draw.charts import Studio
from cxsite.draw.charts.trend import SHAPES, TREND, datasets
from cxsite.draw.marks.sparkline import sparkline


@dataclass(frozen=True)
class Drawing:
    """What a page shows of a figure. `label` says in words what the chart shows; the table holds every value."""

    figure: Figure
    wide: Markup
    narrow: Markup
    spark: Markup
    label: str
    legend: tuple[tuple[str, str], ...]
    """Mark and source, where there are several."""


def draw_figure(figure: Figure, studio: Studio) -> Drawing:
    """Draws a figure. A metric without any value gets no chart, and its sentence says so."""
    has_values = figure.latest is not None
    chart = studio.chart(TREND, datasets(figure)) if has_values else None
    sources = [line.source for line in figure.lines]
    return Drawing(
        figure,
        Markup(chart.wide if chart else ""),
        Markup(chart.narrow if chart else ""),
        sparkline(_values_of_latest(figure)),
        alt_text(figure),
        tuple((SHAPES[i % len(SHAPES)], name) for i, name in enumerate(sources)) if len(sources) > 1 else (),
    )


def _values_of_latest(figure: Figure) -> list[float | None]:
    """The line that the newest value stands at the end of: a shape of another source would belie it."""
    latest = figure.latest
    points = next((line.points for line in figure.lines if latest and line.source == latest[0]), ())
    return [point.estimate.value if point and point.estimate else None for point in points]


def alt_text(figure: Figure) -> str:
    """The chart in words: what it shows now, over which periods, and what to mind."""
    if not figure.periods:
        return figure.headline
    over = f"{len(figure.periods)} periods, {figure.periods[0].label} to {figure.periods[-1].label}"
    return " ".join([f"{figure.headline}. {over}.", *figure.sentences])
