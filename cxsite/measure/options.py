"""Which rows an action is judged on, where a metric has several sources, and a source rows of several lengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.measure.rhythm import Rhythm, by_rhythm, fitting, in_time, is_free, overlap, rhythm_of
from cxsite.measure.series import Point, Series
from cxsite.measure.windows import Window, filled, window_of, within
from cxsite.model.period import Period, earlier, later
from cxsite.model.values import Duration


@dataclass(frozen=True)
class Option:
    """Rows of one source, of which no day lies in two, in the order of time; with the time that is compared.

    `others` are further rows beside them, long before or after.
    """

    series: Series
    rows: tuple[Point, ...]
    rhythm: Rhythm
    window: Window | None
    others: tuple[Point, ...] = ()

    @property
    def before(self) -> tuple[Point, ...]:
        """The rows before."""
        return within(self.rows, self.window.before) if self.window else ()

    @property
    def every(self) -> tuple[Point, ...]:
        """All of them in the order of time."""
        return in_time((*self.rows, *self.others))


def options_of(found: Iterable[Series], since: Period, length: Duration) -> tuple[Option, ...]:
    """The rows of each source that fit best, that of the best source first.

    Of two that fit alike the commoner is taken, of two sources that with more answers before; in which order they are
    written is no reason.
    """
    every = [option for one in found for option in _of_series(one, since, length)]
    best: dict[str, Option] = {}
    for option in sorted(every, key=_fit, reverse=True):
        best.setdefault(option.series.source, option)
    return tuple(sorted(best.values(), key=lambda option: (_fit(option), _answers(option)), reverse=True))


def beside(series: Series, since: Period, length: Duration, window: Window) -> Option | None:
    """The rows of another series that fill a window best; None where it has no row around the date."""
    sets = by_rhythm(_near(series, since, length), since.start)
    made = [_within(series, group, rhythm_of([row.period for row in group]), window) for group in sets]
    return max(made, key=_fit, default=None)


def _of_series(series: Series, since: Period, length: Duration) -> Iterator[Option]:
    """An option a set of rows. They are those around the date: whoever counts otherwise since, or did long ago, does
    not change what was judged."""
    for group in by_rhythm(_near(series, since, length) or series.points, since.start):
        rhythm = rhythm_of([row.period for row in group])
        yield _within(series, group, rhythm, window_of(group, rhythm, since, length))


def _near(series: Series, since: Period, length: Duration) -> list[Point]:
    stretch = Period(earlier(since.start, length.days), later(since.end, length.days), "")
    return [row for row in series.points if row.period.start <= stretch.end and row.period.end >= stretch.start]


def _within(series: Series, group: tuple[Point, ...], rhythm: Rhythm, window: Window | None) -> Option:
    """The rows of a set with a window; whole months may reach further than the days around the date did."""
    if overlap(group):
        return Option(series, in_time(group), rhythm, window)
    alike_first = sorted(series.points, key=lambda row: not rhythm.holds(row.period))
    inside = [row for side in _sides(window) for row in within(alike_first, side)]
    rows = in_time((*group, *fitting(inside, group)))
    return Option(series, rows, rhythm, window, tuple(row for row in alike_first if is_free(row, rows)))


def _sides(window: Window | None) -> tuple[Period, ...]:
    return (window.before, window.after) if window else ()


def _fit(option: Option) -> tuple[bool, bool, float]:
    """How well rows will do: they are there, with what a test needs, and they fill their time.

    It is told from the rows before alone, so that what comes later does not change the choice.
    """
    before = option.before
    known = [point for point in before if point.estimate]
    have, room, _ = filled(before, option.rhythm, option.window.before) if option.window else (0, 0, "")
    return bool(before), bool(before) and all(point.numbers for point in known), have / room if room else 0.0


def _answers(option: Option) -> float:
    """How many answers before: of two sources the larger is judged, in whatever order they are written."""
    return sum(point.estimate.n or 0.0 for point in option.before if point.estimate)
