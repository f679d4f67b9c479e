"""Which rows an action is judged on, where a metric has several sources, and a source rows of several lengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.measure.rhythm import Rhythm, by_rhythm, rhythm_of
from cxsite.measure.series import Point, Series
from cxsite.measure.windows import Window, lacking, window_of, within
from cxsite.model.period import Period, earlier, later
from cxsite.model.values import Duration


@dataclass(frozen=True)
class Option:
    """Rows of one source and rhythm, in the order of time, with the time that is compared."""

    series: Series
    rows: tuple[Point, ...]
    rhythm: Rhythm
    window: Window | None

    @property
    def before(self) -> tuple[Point, ...]:
        """The rows before."""
        return within(self.rows, self.window.before) if self.window else ()


def options_of(found: Iterable[Series], since: Period, length: Duration) -> tuple[Option, ...]:
    """The rows of each source that fit best, that of the best source first.

    Of two lengths that fit alike the commoner is taken, of two sources that with more answers before; in which order
    they are written is no reason.
    """
    every = [option for one in found for option in _of_series(one, since, length)]
    best: dict[str, Option] = {}
    for option in sorted(every, key=_fit, reverse=True):
        best.setdefault(option.series.source, option)
    return tuple(sorted(best.values(), key=lambda option: (_fit(option), _answers(option)), reverse=True))


def _of_series(series: Series, since: Period, length: Duration) -> Iterator[Option]:
    """An option a rhythm. It is that of the rows around the date: whoever counts otherwise since, or did long ago, does
    not change what was judged."""
    stretch = Period(earlier(since.start, length.days), later(since.end, length.days), "")
    near = [row for row in series.points if row.period.start <= stretch.end and row.period.end >= stretch.start]
    for group in by_rhythm(near or series.points):
        rhythm = rhythm_of([row.period for row in group])
        rows = tuple(row for row in series.points if rhythm.holds(row.period))
        yield Option(series, rows, rhythm, window_of(group, rhythm, since, length))


def _fit(option: Option) -> tuple[bool, bool, float]:
    """How well rows will do: they are there, with what a test needs, and they fill their time.

    It is told from the rows before alone, so that what comes later does not change the choice.
    """
    before = option.before
    known = [point for point in before if point.estimate]
    room = len(before) + (lacking(before, option.rhythm, option.window.before) if option.window else 0)
    return bool(before), bool(before) and all(point.numbers for point in known), len(known) / room if room else 0.0


def _answers(option: Option) -> float:
    """How many answers before: of two sources the larger is judged, in whatever order they are written."""
    return sum(point.estimate.n or 0.0 for point in option.before if point.estimate)
