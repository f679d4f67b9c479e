"""A metric as pages show it: its series on one time axis, with gaps, breaks, sentences and the rows of its table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.derive.figures.axis import Axis, axis_of
from cxsite.derive.figures.beside import AimMark, Event, EventMark, aim_marks, event_marks
from cxsite.derive.written.numbers import write_apart, write_interval, write_n, write_value
from cxsite.diagnostics import count_of
from cxsite.measure.aims import Aim
from cxsite.measure.measures import OF_ANSWERS
from cxsite.measure.series import Disagreement, Measures, Point, Series, Where, age_of, newest
from cxsite.model.metric import Metric
from cxsite.model.period import Period, parse_period
from cxsite.model.settings import Settings
from cxsite.model.text import to_id

SAID_ONE_BY_ONE = 3
"""Disagreements that are told apart; more of them are summed up, and the table has each."""
_LENGTHS = (1, 7, 35, 98, 184, 371)
"""The longest day, week, month, quarter, half-year, year, in days; retailers' have up to 5, 14 and 53 weeks."""


@dataclass(frozen=True)
class Line:
    """One source's points over the figure's periods; None where its table has no row, a gap in the drawing."""

    source: str
    points: tuple[Point | None, ...]


@dataclass(frozen=True)
class BreakMark:
    """A break: it stands before the period with this index. `why` is what changed, as `wording`."""

    index: int
    why: str

    @property
    def label(self) -> str:
        """`wording changed`."""
        return f"{self.why} changed"


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
    beside: str = ""
    """What happened in or before its period: a break, an action that shipped."""
    of: str = ""
    """Which number it is, as `mark_of` writes it."""


@dataclass(frozen=True)
class Figure:
    """A metric about one place: what chart, sentences, table and map cell are all made from."""

    metric: Metric
    where: Where
    about: str
    axis: Axis
    lines: tuple[Line, ...]
    breaks: tuple[BreakMark, ...]
    headline: str
    sentences: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    aims: tuple[AimMark, ...] = ()
    events: tuple[EventMark, ...] = ()
    latest: tuple[str, Point] | None = None
    """Source and point of the newest value, drawn or not; of two, the first source."""
    disputed: bool = False
    """True where another source says otherwise of the time of the newest value."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods that are drawn, in the order of time."""
        return self.axis.periods

    @property
    def key(self) -> str:
        """The figure's anchor: `dates-kept`, `ease--phase-wait`, `ease--segment-north`."""
        places = [f"{kind}-{to_id(name)}" for kind, name in self.where.named()]
        return "--".join([self.metric.key, *places])

    @property
    def withheld(self) -> str:
        """Why the newest period shows no value although people answered; empty where there is no such period."""
        return _withheld(self.lines)


def _withheld(lines: tuple[Line, ...]) -> str:
    found = [point for line in lines for point in line.points if point and point.suppressed]
    return max(found, key=lambda point: age_of(point.period)).missing if found else ""


def mark_of(metric: Metric, where: Where, source: str, point: Point) -> str:
    """Which number it is, in one word: `ease|join|wait|||ease.csv|2026-09-01|2026-09-30`."""
    places = (where.journey, where.phase, where.step, where.segment)
    return "|".join([metric.key, *places, source, str(point.period.start), str(point.period.end)])


def figure_of(
    metric: Metric,
    measures: Measures,
    settings: Settings,
    where: Where,
    about: str = "",
    aims: Iterable[Aim] = (),
    events: Iterable[Event] = (),
) -> Figure:
    """The figure of a metric about one place; `about` is that place's name, empty for the whole.

    `aims` and `events` are the goals for it and what was to move it.
    """
    series = measures.of(metric.key, where)
    periods, others = _drawn(series)
    axis = axis_of(periods)
    breaks = _breaks(metric, periods, settings)
    lines = tuple(_line(one, periods) for one in series)
    found = newest(series)
    latest = (found[0].source, found[1]) if found else None
    targets, changes = aim_marks(metric, aims), event_marks(events, axis)
    told = (*(one.sentence for one in targets), *(one.sentence for one in changes))
    return Figure(
        metric,
        where,
        about,
        axis,
        lines,
        breaks,
        _headline(metric, about, lines, latest),
        (*told, *_sentences(metric, measures, where, series, breaks, periods), *_not_drawn(axis, others, latest)),
        tuple(_row(one, point, _beside(point, periods, breaks, changes)) for one in series for point in one.points),
        targets,
        changes,
        latest,
        bool(found and measures.rivals(*found)),
    )


def _line(series: Series, periods: tuple[Period, ...]) -> Line:
    by_period = {point.period: point for point in series.points}
    return Line(series.source, tuple(by_period.get(period) for period in periods))


def _drawn(series: Iterable[Series]) -> tuple[tuple[Period, ...], int]:
    """The periods that are drawn, in order, and how many of another length are not.

    Months and years do not belong on one line: those of the length that most values have are drawn, of two the
    shorter, and the others stand in the table.
    """
    periods = sorted({point.period for one in series for point in one.points})
    if not periods:
        return (), 0
    known = {point.period for one in series for point in one.points if point.estimate}
    common = Counter(_length(period) for period in known or periods)
    chosen = max(common, key=lambda length: (common[length], -length))
    drawn = tuple(period for period in periods if _length(period) == chosen)
    return drawn, len(periods) - len(drawn)


def _length(period: Period) -> int:
    days = (period.end - period.start).days + 1
    return next((longest for longest in _LENGTHS if days <= longest), days)


def _breaks(metric: Metric, periods: tuple[Period, ...], settings: Settings) -> tuple[BreakMark, ...]:
    marks = []
    for entry in metric.breaks:
        at = parse_period(entry.at, metric.calendar(settings.fiscal_year.calendar))
        index = next((i for i, period in enumerate(periods) if period.start >= at.start), None)
        if index:
            marks.append(BreakMark(index, entry.why))
    return tuple(marks)


def _headline(metric: Metric, about: str, lines: tuple[Line, ...], latest: tuple[str, Point] | None) -> str:
    name = f"{metric.name}, {about}" if about else metric.name
    source, point = latest or ("", None)
    if point is None or point.estimate is None:
        return f"{name}: {_withheld(lines) or 'not measured yet'}"
    beside = f", {source}" if len(lines) > 1 else ""
    value = write_value(metric, point.estimate.value)
    of = f" on {metric.scale}" if metric.scale and metric.method in OF_ANSWERS else ""
    return f"{name}: {value}{of} in {point.period.label} ({write_n(point.estimate)}{beside})"


def _sentences(
    metric: Metric,
    measures: Measures,
    where: Where,
    series: tuple[Series, ...],
    breaks: tuple[BreakMark, ...],
    periods: tuple[Period, ...],
) -> Iterator[str]:
    for mark in breaks:
        label = periods[mark.index].label
        yield f"The {mark.label} with {label}: what came before is not compared with what came after."
    here = [one for one in measures.disagreements if one.metric.key == metric.key and one.where == where]
    yield from _disagreement_sentences(metric, here)
    yield from _open_interval_sentences(series)


def _not_drawn(axis: Axis, others: int, latest: tuple[str, Point] | None) -> Iterator[str]:
    for before, period in axis.shortened:
        yield f"Between {before.label} and {period.label} the chart has less room than there was time."
    if others:
        rows, verb = count_of(others, "period"), "is" if others == 1 else "are"
        which = f", {latest[1].period.label} among them" if latest and latest[1].period not in axis.periods else ""
        yield f"{rows} of another length {verb} in the table only{which}."


def _disagreement_sentences(metric: Metric, found: list[Disagreement]) -> Iterator[str]:
    if len(found) > SAID_ONE_BY_ONE:
        widest = max(found, key=lambda one: abs(_value(one.second[1]) - _value(one.first[1])))
        first, second = write_apart(metric, _value(widest.first[1]), _value(widest.second[1]))
        yield (
            f"The sources disagree in {len(found)} places, most for {widest.period.label}: {first} in "
            f"{widest.first[0]}, {second} in {widest.second[0]}. All are shown, and the table has each."
        )
        return
    for one in found:
        first, second = write_apart(metric, _value(one.first[1]), _value(one.second[1]))
        yield (
            f"For {one.period.label} the sources disagree: {first} in {one.first[0]}, "
            f"{second} in {one.second[0]}. Both are shown."
        )


def _value(point: Point) -> float:
    return point.estimate.value if point.estimate else 0.0


def _open_interval_sentences(series: Iterable[Series]) -> Iterator[str]:
    """Why nothing is drawn around a point, once for each reason."""
    reasons: dict[str, list[str]] = {}
    for one in series:
        for why in dict.fromkeys(p.estimate.why_open for p in one.points if p.estimate and p.estimate.low is None):
            reasons.setdefault(why, []).append(one.source)
    for why, sources in reasons.items():
        yield f"No interval for {' and '.join(sources)}: {why}."


def _beside(
    point: Point, periods: tuple[Period, ...], breaks: tuple[BreakMark, ...], events: tuple[EventMark, ...]
) -> str:
    """The breaks that its period begins with, and the events of its days."""
    period = point.period
    parts = [mark.label for mark in breaks if periods[mark.index] == period]
    parts += [
        f"{one.number}: {one.event.words}" for one in events if period.start <= one.event.since.start <= period.end
    ]
    return "; ".join(parts)


def _row(series: Series, point: Point, beside: str) -> FigureRow:
    metric, estimate = series.metric, point.estimate
    return FigureRow(
        point.period.long_label,
        series.source,
        write_value(metric, estimate.value) if estimate else point.missing or "not assessed",
        write_interval(metric, estimate) if estimate else "",
        write_n(estimate) if estimate else "",
        estimate.how if estimate else "",
        f"{point.span.file}:{point.span.line}",
        beside,
        mark_of(metric, series.where, series.source, point),
    )
