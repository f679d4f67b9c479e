"""Which rows an action is judged on, where a metric has several sources, and a source rows of several lengths."""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.measure.series import Point, Series
from cxsite.measure.windows import Window, by_length, room_for, window_of, within
from cxsite.model.period import Period
from cxsite.model.values import Duration

Option = tuple[Series, tuple[Point, ...], Window | None]
"""Rows of one source and length, with the time that is compared."""


def options_of(found: Iterable[Series], since: Period, length: Duration) -> tuple[Option, ...]:
    """The rows of each source that fit best, that of the best source first.

    Of two lengths that fit alike the commoner is taken, of two sources that with more answers before; in which order
    they are written is no reason.
    """
    every = [(one, rows, window_of(rows, since, length)) for one in found for rows in by_length(one.points)]
    best: dict[str, Option] = {}
    for option in sorted(every, key=_fit, reverse=True):
        best.setdefault(option[0].source, option)
    return tuple(sorted(best.values(), key=lambda option: (_fit(option), _answers(option)), reverse=True))


def _fit(option: Option) -> tuple[bool, bool, float]:
    """How well rows will do: they are there, with what a test needs, and they fill their time.

    It is told from the rows before alone, so that what comes later does not change the choice.
    """
    _, rows, window = option
    before = _before(option)
    known = [point for point in before if point.estimate]
    room = room_for(rows[0].period, window.before) if window else 0
    return bool(before), bool(before) and all(point.numbers for point in known), len(known) / room if room else 0.0


def _before(option: Option) -> tuple[Point, ...]:
    _, rows, window = option
    return within(rows, window.before) if window else ()


def _answers(option: Option) -> float:
    """How many answers before: of two sources the larger is judged, in whatever order they are written."""
    return sum(point.estimate.n or 0.0 for point in _before(option) if point.estimate)
