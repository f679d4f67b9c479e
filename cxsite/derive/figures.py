"""A metric as pages show it: its series on one time axis, with gaps, breaks, a sentence and the rows of its table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cxsite.derive.numbers import write_interval, write_n, write_value
from cxsite.measure.series import Measures, Point, Series, Where
from cxsite.model.metric import Metric
from cxsite.model.period import FiscalCalendar, Period, parse_period
from cxsite.model.settings import Settings


@dataclass(frozen=True)
class Line:
    """One source's points over the figure's periods; None where its table has no row, a gap in the drawing."""

    source: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True)
class BreakMark:
    """A break: it stands before the period with this index."""

    index: int
    label: str


@dataclass(frozen=True)
class FigureRow:
    """One row of the table beside a chart. All text, as it is read."""

    period: str
    source: str
    value: str
    interval: str
    n: str
    how: str
    place: str


@dataclass(frozen=True)
class Figure:
    """A metric about one place: what chart, sentence, table and map cell are all made from."""

    metric: Metric
    periods: tuple[Period, ...]
    lines: tuple[Line, ...]
    breaks: tuple[BreakMark, ...]
    headline: str
    sentences: tuple[str, ...]
    rows: tuple[FigureRow, ...]

    @property
    def latest(self) -> tuple[str, Point] | None:
        """Source and point of the newest period that has a value; of two for one period, the first source."""
        found = [
            (p.period.end, -i, line.source, p)
            for i, line in enumerate(self.lines)
            for p in line.points
            if p and p.estimate
        ]
        newest = max(found, key=lambda item: item[:2], default=None)
        return (newest[2], newest[3]) if newest else None


def figure_of(metric: Metric, measures: Measures, settings: Settings, where: Where = Where()) -> Figure:  # noqa: B008
    """The figure of a metric about one place (the whole unless told otherwise)."""
    series = measures.of(metric.key, where)
    periods = _axis(series)
    breaks = _breaks(metric, periods, settings)
    lines = tuple(_line(one, periods) for one in series)
    sentences = (
        *_break_sentences(breaks, periods),
        *_disagreement_sentences(metric, measures),
        *_open_interval_sentences(series),
    )
    rows = tuple(_row(metric, one.source, point) for one in series for point in one.points)
    figure = Figure(metric, periods, lines, breaks, "", sentences, rows)
    return Figure(metric, periods, lines, breaks, _headline(figure), sentences, rows)


def is_fresh(figure: Figure, settings: Settings, today: date) -> bool | None:
    """Whether the newest value is still fresh; None where there is no value at all."""
    latest = figure.latest
    if latest is None:
        return None
    days = figure.metric.fresh_for if figure.metric.fresh_for is not None else settings.fresh_for
    return today - latest[1].period.end <= timedelta(days=days)


def _line(series: Series, periods: tuple[Period, ...]) -> Line:
    by_period = {point.period: point for point in series.points}
    return Line(series.source, tuple(by_period.get(period) for period in periods))


def _axis(series: Iterable[Series]) -> tuple[Period, ...]:
    """All periods of all sources in order. A skipped one is not made up: the table decides what was asked."""
    return tuple(sorted({point.period for one in series for point in one.points}))


def _breaks(metric: Metric, periods: tuple[Period, ...], settings: Settings) -> tuple[BreakMark, ...]:
    marks = []
    for entry in metric.breaks:
        at = parse_period(entry.at, _calendar(metric, settings))
        index = next((i for i, period in enumerate(periods) if period.start >= at.start), None)
        if index:
            marks.append(BreakMark(index, f"{entry.why} changed"))
    return tuple(marks)


def _calendar(metric: Metric, settings: Settings) -> FiscalCalendar:
    own = next((source.fiscal_year for source in metric.source if source.fiscal_year), None)
    return (own or settings.fiscal_year).calendar


def _headline(figure: Figure) -> str:
    latest = figure.latest
    if latest is None:
        return f"{figure.metric.name}: not measured yet"
    source, point = latest
    beside = f", {source}" if len(figure.lines) > 1 else ""
    assert point.estimate is not None
    value = write_value(figure.metric, point.estimate.value)
    of = f" on {figure.metric.scale}" if figure.metric.scale else ""
    return f"{figure.metric.name}: {value}{of} in {point.period.label} ({write_n(point.estimate)}{beside})"


def _break_sentences(breaks: Iterable[BreakMark], periods: tuple[Period, ...]) -> Iterable[str]:
    for mark in breaks:
        yield (
            f"The {mark.label} with {periods[mark.index].label}: what came before is not compared with what came after."
        )


def _disagreement_sentences(metric: Metric, measures: Measures) -> Iterable[str]:
    for one in measures.disagreements:
        if one.metric.key == metric.key and one.first[1].estimate and one.second[1].estimate:
            first, second = (
                write_value(metric, side[1].estimate.value) for side in (one.first, one.second) if side[1].estimate
            )
            yield (
                f"For {one.period.label} the sources disagree: {first} in {one.first[0]}, "
                f"{second} in {one.second[0]}. Both are shown."
            )


def _open_interval_sentences(series: Iterable[Series]) -> Iterable[str]:
    """Why nothing is drawn around a point, once for each reason."""
    reasons: dict[str, list[str]] = {}
    for one in series:
        for why in dict.fromkeys(p.estimate.why_open for p in one.points if p.estimate and p.estimate.low is None):
            reasons.setdefault(why, []).append(one.source)
    for why, sources in reasons.items():
        yield f"No interval for {' and '.join(sources)}: {why}."


def _row(metric: Metric, source: str, point: Point) -> FigureRow:
    estimate = point.estimate
    if estimate is None:
        word = point.missing or "not assessed"
        return FigureRow(point.period.long_label, source, word, "", "", "", f"{point.span.file}:{point.span.line}")
    return FigureRow(
        point.period.long_label,
        source,
        write_value(metric, estimate.value),
        write_interval(metric, estimate),
        write_n(estimate),
        estimate.how,
        f"{point.span.file}:{point.span.line}",
    )
