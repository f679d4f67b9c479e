"""Where periods stand in time: each in a slot of its own, those that are missing leave theirs empty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cxsite.measure.rhythm import days_of, months_in
from cxsite.model.period import Period, label_after

_ROOM = 12
"""Slots that a gap may take in any case; beyond, it takes as many as all periods together, and words say so."""


@dataclass(frozen=True)
class Axis:
    """Periods of about one length in the order of time.

    A slot is as long as it is from one period to the nearest next: a survey of each May has one a year. Of two periods
    nobody can say what is usual: a slot is as long as they are. `slots` is where each stands, `labels` what each slot
    is called; an empty slot has the name of the period that is missing, or none where nobody can say. `shortened` are
    the pairs of periods between which there is less room than time.
    """

    periods: tuple[Period, ...]
    slots: tuple[int, ...]
    labels: tuple[str, ...]
    shortened: tuple[tuple[Period, Period], ...] = ()

    @property
    def length(self) -> int:
        """How many slots there are."""
        return len(self.labels)

    @property
    def skips(self) -> frozenset[int]:
        """The indexes of periods before which others are missing: no line is drawn across."""
        return frozenset(i for i, (before, slot) in enumerate(pairwise(self.slots), 1) if slot - before > 1)

    def slot_of(self, period: Period) -> int:
        """Where one of its periods stands."""
        return self.slots[self.periods.index(period)]

    def place_of(self, day: date) -> float | None:
        """A day in slots, from the middle of the first; None where it lies outside.

        A day inside a period stands at its share of it; one between two stands at its share of what lies between.
        """
        if not self.periods or day < self.periods[0].start or day > self.periods[-1].end:
            return None
        index = next(i for i, period in enumerate(self.periods) if period.end >= day)
        period, slot = self.periods[index], self.slots[index]
        if day >= period.start:
            return slot - 0.5 + (day - period.start).days / days_of(period)
        before, last = self.periods[index - 1], self.slots[index - 1]
        passed = ((day - before.end).days - 1) / ((period.start - before.end).days - 1)
        return last + 0.5 + (slot - last - 1) * passed


def axis_of(periods: Iterable[Period]) -> Axis:
    """The axis on which these periods stand; they are of about one length."""
    ordered = tuple(sorted(set(periods)))
    months, places = _places(ordered)
    own, most = months or max(map(days_of, ordered), default=1), max(_ROOM, len(ordered))
    slot = min((b - a for a, b in pairwise(places) if b > a), default=own) if len(ordered) > 2 else own
    every = max(1, round(slot / own))
    slots, labels, shortened = [0] * bool(ordered), [one.label for one in ordered[:1]], list[tuple[Period, Period]]()
    for (before, period), (last, place) in zip(pairwise(ordered), pairwise(places), strict=True):
        missing = max(0, round((place - last) / slot) - 1)
        if missing > most:
            shortened.append((before, period))
            labels += [""] * most
        else:
            labels += [label_after(before, every * i) for i in range(1, missing + 1)]
        slots.append(len(labels))
        labels.append(period.label)
    return Axis(ordered, tuple(slots), tuple(labels), tuple(shortened))


def _places(periods: Sequence[Period]) -> tuple[int, list[float]]:
    """How many months each has, 0 where it has none, and where each begins, in months or in days."""
    if not periods:
        return 0, []
    lengths = {months_in(period, periods[0].start.day) for period in periods}
    if len(lengths) == 1 and (months := lengths.pop()):
        return months, [period.start.year * 12.0 + period.start.month for period in periods]
    return 0, [float(period.start.toordinal()) for period in periods]
