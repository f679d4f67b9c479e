"""The sentences about changes as pages show them: what the readers of the site may see, with links to the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from cxsite.compare.change import Change, Subject
from cxsite.compare.grid import Cell, Place, home_of, places_of
from cxsite.compare.report import Report
from cxsite.compare.sides import SIDES, SideName
from cxsite.compare.words import label, short
from cxsite.derive.maps.said import as_heading
from cxsite.derive.people.voices import voices
from cxsite.derive.written.quotes import in_quotes
from cxsite.diagnostics import count_of
from cxsite.model.resolve import CURRENT
from cxsite.pages.desk import Desk
from cxsite.pages.places import change_anchor, changes_page
from cxsite.pages.plan import LINK, SOURCE
from cxsite.pages.subjects import address_of
from cxsite.pages.worded import old_and_new

QUOTES = "quote"
_LONG = 40
"""Letters from which on a text is shown word by word beside the sentence that names it."""
_NAMES = {
    **{"renamed": "Renamed", "probably-renamed": "Renamed", "id-changed": "Id"},
    **{"step-moved": "Moved", "phase-moved": "Moved"},
    **{"step-added": "New", "phase-added": "New", "step-removed": "Removed", "phase-removed": "Removed"},
}
"""What a change is called in a cell, by its kind."""


@dataclass(frozen=True)
class Sentence:
    """A change with its id on the page, the cells that it is about by label and link, and where it is written.

    `places` are those that the cells hold.
    """

    change: Change
    anchor: str
    words: Markup
    cells: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    there: str
    source: str
    page: str = ""
    """The page that shows it before and after, where that is another one."""

    @property
    def label(self) -> str:
        """What it is called in a cell: `Emotion`, `Hotspot`, `New`."""
        change = self.change
        if change.subject.noun not in ("step", "phase", "target step", "target phase"):
            return as_heading(change.subject.noun)
        return _NAMES.get(change.kind) or as_heading(label(change.field) if change.field else change.kind)

    @property
    def sign(self) -> str:
        """Added, removed, else changed."""
        ends = {"-added": "added", "-removed": "removed", "-moved": "moved"}
        return next((sign for end, sign in ends.items() if self.change.kind.endswith(end)), "changed")


def by_thing(found: Iterable[Sentence]) -> tuple[tuple[Sentence, ...], ...]:
    """The sentences about each thing together."""
    things: dict[Subject, list[Sentence]] = {}
    for one in found:
        things.setdefault(one.change.subject, []).append(one)
    return tuple(map(tuple, things.values()))


def anchor_in(place: Place) -> str:
    """The id of a step or phase in the grids of a page: `step-moved`, `target-vision-step-moved`."""
    named = "target" if place.map == "target" else f"target-{place.map}"
    return f"{place.kind}-{place.id}" if place.map == CURRENT else f"{named}-{place.kind}-{place.id}"


def sentences(desk: Desk, told: Report, changes: Iterable[Change], cells: dict[Place, str]) -> tuple[Sentence, ...]:
    """Each change as a sentence; `cells` are those on this page, with what each is called."""
    return tuple(_sentences(desk, told, changes, cells))


def _sentences(desk: Desk, told: Report, changes: Iterable[Change], cells: dict[Place, str]) -> Iterator[Sentence]:
    seen: Counter[str] = Counter()
    for found in changes:
        change = for_readers(found, told)
        seen[change.fingerprint] += 1
        again = f"-{seen[change.fingerprint]}" if seen[change.fingerprint] > 1 else ""
        places = tuple(place for place in places_of(found, told) if place in cells) if cells else ()
        home = home_of(found, told)
        yield Sentence(
            change,
            change_anchor(change.fingerprint) + again,
            _words(change),
            tuple((cells[place], f"#{anchor_in(place)}") for place in places),
            places,
            address_of(change.subject, desk.atlas.portfolio),
            f"{SOURCE}{change.is_at.file}:{change.is_at.line}" if change.is_at.line else "",
            f"{LINK}{changes_page(home)}" if home in desk.grids and not cells else "",
        )


def _words(change: Change) -> Markup:
    """A longer text word by word; what is short stands in the sentence."""
    if change.derived or max(len(change.before), len(change.after)) < _LONG or not (change.before and change.after):
        return Markup()
    return old_and_new(change.before, change.after)


def cell_names(cells: Iterable[Cell], numbers: dict[Place, int]) -> dict[Place, str]:
    """What a link to a cell says: `step 9`, or the name of a step that is gone or ours."""
    return {
        cell.place: f"step {numbers[cell.place]}" if cell.place in numbers else in_quotes(cell.stop.step.name)
        for cell in cells
        if not cell.mark
    }


def for_readers(change: Change, told: Report) -> Change:
    """The change as the site's audience may see it: a quote that is kept off its pages is kept out of sentences too."""
    if change.kind != QUOTES:
        return change
    old, new = (_shown(change.subject, told, side) for side in SIDES)
    came = [words for words in new[0] if words not in old[0]]
    left = [words for words in old[0] if words not in new[0]]
    hidden = max(old[1], new[1])
    parts = [
        f"{verb} {short(', '.join(map(in_quotes, texts)))}"
        for verb, texts in (("added", came), ("removed", left))
        if texts
    ]
    parts += [f"{count_of(hidden, 'quote')} not shown here"] if hidden else []
    pair = (left[0], came[0]) if len(left) == len(came) == 1 else ("", "")
    return replace(change, what=f"quotes: {'; '.join(parts) or 'said otherwise'}", before=pair[0], after=pair[1])


def _shown(subject: Subject, told: Report, side: SideName) -> tuple[list[str], int]:
    """The words that may be shown, and how many quotes may not."""
    sides = told.difference.sides
    unit = sides.named(side, subject.noun, subject.scope, subject.id)
    if unit is None:
        return [], 0
    found = voices(getattr(unit.entry, "quotes", None) or (), sides.portfolio(side), unit.journey)
    return [voice.words for voice in found.shown], found.kept_back
