"""What stands above a map on its own sheet of paper, which hangs on a wall without the pages before and behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxsite.derive.maps.journeys import Pin
from cxsite.derive.maps.targets import TargetView
from cxsite.derive.work.progress import review_of
from cxsite.model.journey import Journey
from cxsite.pages.desk import Desk

_KEY = 300
"""The key takes about as much room as so many letters, and each curve of it as this many beside its name."""
_SAMPLE, _CHIP, _RATED = 8, 8, 24


@dataclass(frozen=True)
class Wall:
    """The journey, which of its maps it is, and of what day; `notes` are how long the texts below that are."""

    name: str
    which: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[int, ...] = ()

    @property
    def lengths(self) -> tuple[int, ...]:
        """The letters of each text above the map, one below the other."""
        facts = sum(len(label) + len(value) + 4 for label, value in self.facts)
        return (len(self.name) + len(self.which) + facts, *self.notes)


def wall_of(desk: Desk, journey: Journey, which: str, curves: Iterable[str], notes: Sequence[int] = ()) -> Wall:
    """What is said of a map. `curves` are named in its key; `notes` are the lengths of the texts below that."""
    atlas = desk.atlas
    last = review_of(journey, atlas.settings, atlas.today).last
    facts = [("Owner", atlas.parties.name(journey.owner))]
    facts += [("Reviewed", str(last or "not yet")), ("As on", str(atlas.today))]
    key = _KEY + sum(len(name) + _SAMPLE for name in curves)
    return Wall(journey.name, which, tuple(facts), (key, *(note for note in notes if note)))


def left_open(desk: Desk, view: TargetView) -> tuple[int, int]:
    """How long it is to say which hotspots nothing addresses, and which changes nobody carries."""
    ledger, named = view.ledger, {row.gap.id: row.name for row in view.rows}
    named |= {phase.gap.id: phase.name for phase in view.phases}
    hotspots = (_CHIP + len(desk.name(thing)) for thing in ledger.unaddressed)
    places = [*(gap.id for gap in ledger.uncarried_phases), *(gap.id for gap in ledger.uncarried)]
    return sum(hotspots), sum(len(named[place]) + 2 for place in places)


def on_the_whole(pins: Iterable[Pin]) -> int:
    """How long it is to name the hotspots of the journey as a whole."""
    return sum(_CHIP + len(pin.hotspot.name) + _RATED for pin in pins)
