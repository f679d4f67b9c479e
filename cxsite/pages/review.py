"""A map before and after as its template needs it: columns with their widths, and what each side says in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from cxsite.compare.grid import Block, Cell, Grid, Place
from cxsite.compare.report import Report
from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.differences import differences
from cxsite.derive.maps.said import Said, Sayer, by_field
from cxsite.derive.people.voices import voices
from cxsite.derive.places.path import Stop
from cxsite.derive.places.readings import Feeling
from cxsite.draw.marks.emotion import write_felt
from cxsite.model.aligned import phases_on
from cxsite.model.journey import Journey
from cxsite.model.named import Quote
from cxsite.pages.sentences import Sentence
from cxsite.pages.worded import old_and_new

WEIGHTS = {"w": 1.6, "s": 1.0, "g": 1.4, "m": 1.1, "l": 1.6}
UNIT = 3.1
"""How wide a column is: edited, as it was, gone, a mark, alone in its phase; `UNIT` is in rem."""
_IN_PLACE = ("name", "phase", "owner", "done_by", "channel", "emotion", "feeling", "effort.time", "effort.money")
"""What each cell says in a place of its own."""
_ALIKE = 0.5
"""How like two quotes are, 0..1, of which one is the other in other words."""


@dataclass(frozen=True)
class Side:
    """One state of a journey, and who says what its maps say."""

    journey: Journey
    atlas: Atlas
    sayer: Sayer

    def feeling(self, stop: Stop | None) -> Feeling | None:
        """How a step feels; None where it is not there, or nobody assessed it."""
        return self.atlas.readings.feeling(self.journey, stop.step) if stop else None


@dataclass(frozen=True)
class Column:
    """A step as the grid shows it. Values are pairs of before and after; `rest` is what has no place of its own."""

    cell: Cell
    numbers: tuple[int | None, int | None]
    said: tuple[Mapping[str, Said], Mapping[str, Said]]
    felt: tuple[Feeling | None, Feeling | None]
    words: tuple[Markup, ...]
    new_words: bool
    """Whether what they said differs."""
    rest: tuple[tuple[str, Markup], ...]
    sentences: tuple[Sentence, ...]

    def worded(self, field: str, otherwise: str = "") -> Markup:
        """One field, old and new; `otherwise` on a side that says nothing of it."""
        texts = [side[field].text if field in side else otherwise for side in self.said if side]
        return old_and_new(*self._both(texts))

    def _both(self, texts: list[str]) -> tuple[str, str]:
        first, last = (texts[0], texts[-1]) if texts else ("", "")
        return (first, last) if len(texts) == 2 else (last, last)

    @property
    def emotion(self) -> Markup:
        """How it feels, old and new."""
        there = (self.cell.before, self.cell.after)
        felt = [write_felt(one.value if one else None) for one, stop in zip(self.felt, there, strict=True) if stop]
        return old_and_new(felt[0], felt[-1])

    @property
    def name(self) -> Markup:
        """The name, old and new."""
        stops = [stop.step.name for stop in (self.cell.before, self.cell.after) if stop]
        return old_and_new(stops[0], stops[-1])


@dataclass(frozen=True)
class Row:
    """A phase as the grid shows it, with its columns. `numbers` are those on either map; `was` is its place, from 0,
    where the state before is seen alone."""

    block: Block
    numbers: tuple[int | None, int | None]
    was: int
    columns: tuple[Column, ...]
    name: Markup
    owner: Markup
    rest: tuple[tuple[str, Markup], ...]
    sentences: tuple[Sentence, ...]


def columns_in(block: Block) -> tuple[Cell, ...]:
    """The cells that have a column: steps of customers, and those of ours of which something is told."""
    return tuple(cell for cell in block.cells if cell.of_customer or cell.changes or cell.state != "same")


def layout_in(grid: Grid) -> tuple[str, ...]:
    """How wide each column of each phase is, by letters of `WEIGHTS`."""
    return tuple(_letters(columns_in(block)) or "l" for block in grid.blocks)


def places_before(grid: Grid) -> tuple[int, ...]:
    """The place of each phase where the state before is seen alone, from 0: phases stand as they stood, and what is new
    stays behind what it is behind."""
    order = {phase.key: place for place, phase in enumerate(phases_on(grid.before, grid.map))}
    found, last = [], -1
    for block in grid.blocks:
        last = order.get(block.before.key, last) if block.before else last
        found.append(last)
    ranked = sorted(range(len(found)), key=found.__getitem__)
    return tuple(ranked.index(place) for place in range(len(found)))


def layout_before(grid: Grid) -> tuple[str, ...]:
    """The widths of `layout_in` where phases stand as they stood."""
    letters, places = layout_in(grid), places_before(grid)
    return tuple(letters[places.index(place)] for place in range(len(places)))


def _letters(cells: tuple[Cell, ...]) -> str:
    found = "".join(_letter(cell) for cell in cells)
    return "l" if found in ("s", "g", "m") else found


def _letter(cell: Cell) -> str:
    if cell.mark:
        return "m"
    return "s" if cell.state == "same" else ("g" if cell.after is None else "w")


def layout_class(layout: Iterable[str], before: bool = False) -> str:
    """The class that sets the widths: `cx-wide-ssw-ws`; `cx-was-ssw-ws` sets those of the state before alone."""
    return f"cx-{'was' if before else 'wide'}-{'-'.join(layout)}"


def weights_in(layout: Iterable[str]) -> tuple[float, ...]:
    """The widths of all columns from left to right."""
    return tuple(WEIGHTS[letter] for letters in layout for letter in letters)


def numbers_in(grid: Grid) -> tuple[dict[Place, int], dict[Place, int]]:
    """The numbers of the customer's steps before and after, as each map counts them."""
    shown = [cell for cell in grid.cells if cell.of_customer and not cell.mark]
    after = {cell.place: number for number, cell in enumerate((one for one in shown if one.after), 1)}
    old = [step.key for phase in phases_on(grid.before, grid.map) for step in phase.steps]
    order = {key: place for place, key in enumerate(old)}
    were = sorted(
        (one for one in shown if one.before), key=lambda one: order.get(one.before.key, 0) if one.before else 0
    )
    return {cell.place: number for number, cell in enumerate(were, 1)}, after


def sides_of(told: Report, grid: Grid) -> tuple[Side, Side]:
    """Both states of the journey of a grid."""
    worlds = told.difference.worlds
    states = ((grid.before, worlds.before), (grid.after, worlds.after))
    first, second = (Side(one, atlas, Sayer(one, atlas.readings, atlas.parties)) for one, atlas in states)
    return first, second


def rows_in(told: Report, grid: Grid, by_place: Mapping[Place, tuple[Sentence, ...]]) -> tuple[Row, ...]:
    """The phases of a grid with all that both sides say."""
    sides, numbers = sides_of(told, grid), numbers_in(grid)
    rows, number, places = [], 0, places_before(grid)
    olds = [phase.key for phase in phases_on(grid.before, grid.map)]
    for block, place in zip(grid.blocks, places, strict=True):
        number += block.after is not None
        columns = tuple(_column(cell, sides, numbers, by_place) for cell in columns_in(block))
        said = [
            side.sayer.phase(one) if one else () for side, one in zip(sides, (block.before, block.after), strict=True)
        ]
        names = [phase.name for phase in (block.before, block.after) if phase]
        owners = [by_field(one)["owner"].text for one in said if one]
        rows.append(
            Row(
                block,
                (olds.index(block.before.key) + 1 if block.before else None, number if block.after else None),
                place,
                columns,
                old_and_new(names[0], names[-1]),
                old_and_new(owners[0], owners[-1]),
                _rest(*said),
                by_place.get(block.place, ()),
            )
        )
    return tuple(rows)


def _column(
    cell: Cell,
    sides: tuple[Side, Side],
    numbers: tuple[dict[Place, int], dict[Place, int]],
    by_place: Mapping[Place, tuple[Sentence, ...]],
) -> Column:
    stops = (cell.before, cell.after)
    said = tuple(side.sayer.step(stop) if stop else () for side, stop in zip(sides, stops, strict=True))
    felt = tuple(side.feeling(stop) for side, stop in zip(sides, stops, strict=True))
    return Column(
        cell,
        (numbers[0].get(cell.place), numbers[1].get(cell.place)),
        (by_field(said[0]), by_field(said[1])),
        (felt[0], felt[1]),
        tuple(words := _words(sides, stops)),
        any("<del>" in one or "<ins>" in one for one in words),
        _rest(*said),
        () if cell.mark else by_place.get(cell.place, ()),
    )


def _rest(before: Iterable[Said], after: Iterable[Said]) -> tuple[tuple[str, Markup], ...]:
    """What differs and stands nowhere else, by label."""
    found = (one for one in differences(before, after) if one.field not in _IN_PLACE)
    return tuple((one.label, old_and_new(*one.texts)) for one in found if one.texts[0] != one.texts[1])


def _words(sides: tuple[Side, Side], stops: tuple[Stop | None, Stop | None]) -> list[Markup]:
    """The customer's words that readers may see: one that only changed is one, word by word."""
    old, new = (_heard(stop.step.quotes if stop else (), side) for side, stop in zip(sides, stops, strict=True))
    if stops[0] is None or stops[1] is None:
        return [old_and_new(text, text) for text in (*old, *new)]
    left, found = [text for text in old if text not in new], []
    for text in new:
        like = max(left, key=lambda one: _likeness(one, text), default="") if text not in old else text
        if like in left and _likeness(like, text) >= _ALIKE:
            left.remove(like)
        elif like != text:
            like = ""
        found.append(old_and_new(like, text))
    return [*found, *(old_and_new(text, "") for text in left)]


def _heard(quotes: Iterable[Quote], side: Side) -> list[str]:
    return [voice.words for voice in voices(quotes, side.atlas.portfolio, side.journey.key).shown]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
