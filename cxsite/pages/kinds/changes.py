"""What a change does to the maps, for those who review it: all of it, and each journey before and after in one grid.

There is none of these pages unless the site is built beside another state of the project.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cxsite.compare.grid import Grid, Place
from cxsite.compare.impact import Reach
from cxsite.compare.report import Group, Report
from cxsite.compare.state import State
from cxsite.derive.atlas import Atlas
from cxsite.derive.glance import open_hotspots
from cxsite.derive.written.amounts import write_minutes
from cxsite.diagnostics import Severity, count_of
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT
from cxsite.pages.desk import Desk
from cxsite.pages.figures_beside import numbers_beside
from cxsite.pages.frame import crumbs, ids_of, leaf, rank_of, source_of, tabs
from cxsite.pages.places import change_anchor, changes_page, map_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.review import numbers_in, rows_in
from cxsite.pages.review_board import board_in
from cxsite.pages.sentences import Sentence, anchor_in, by_thing, cell_names, sentences
from cxsite.pages.shelf import overview_tabs
from cxsite.pages.text import to_plain
from cxsite.pages.wall import wall_of
from cxsite.pages.worded import old_and_new

TITLE = "Changes"
SAME = "No meaning changed: both states say the same."
MOST_NUMBERS = 12
"""Numbers that are drawn on one page; the rest is told in sentences."""
_GROUPS = (
    ("Phases and steps", ("phase", "step")),
    ("Hotspots and ideas", ("hotspot", "idea")),
    ("Actions", ("action",)),
    ("Goals and numbers", ("goal", "metric", "number")),
    ("Target maps", ("target map", "target phase", "target step")),
)
_REST = "The journey and its sources"


@dataclass(frozen=True)
class Told:
    """A heading with the sentences about each thing; `href` leads to the page of the journey, where there is one."""

    name: str
    href: str
    things: tuple[tuple[Sentence, ...], ...]

    @property
    def count(self) -> int:
        """How many changes they tell of."""
        return sum(map(len, self.things))


def pages(desk: Desk) -> Iterator[Page]:
    """All changes on one page, and a page for each journey of which something is told on both sides."""
    if desk.told is None:
        return
    yield _overview(desk, desk.told)
    for key in desk.grids:
        yield _journey(desk, desk.told, desk.atlas.portfolio.journey_by_id[key])


# all changes


def _overview(desk: Desk, told: Report) -> Page:
    heading = told.verdict if told.changes else SAME
    parts = [_part("lead", "", **_lead(desk, told), tabs=overview_tabs(desk, changes_page()), way=crumbs(desk))]
    for name, title, groups in (
        ("edits", "What was edited", told.groups),
        ("follows", "What follows from it", told.followed),
    ):
        if groups:
            search = ". ".join(to_plain(group.name) for group in groups)
            shown = tuple(_group(desk, told, group) for group in groups)
            parts.append(_part("groups", title, search, id_=name, desk=desk, groups=shown))
    if told.reaches:
        parts.append(_part("reach", "How far it reaches", desk=desk, reaches=tuple(_reaches(told, told.reaches))))
    if told.form:
        form = sentences(desk, told, told.form, {})
        parts.append(
            _part(
                "files",
                "Files in which no meaning changed, or that cannot be compared",
                things=by_thing(form),
                desk=desk,
            )
        )
    made = tuple(parts)
    where = changes_page()
    return Page(
        where, TITLE, heading, made, ids_of(made), rank=1, heading=f"{TITLE}: {heading[0].lower()}{heading[1:]}"
    )


def _group(desk: Desk, told: Report, group: Group) -> Told:
    changes = [change for _, each in group.subjects for change in each]
    there = changes_page(group.journey) if group.journey in desk.grids else ""
    return Told(group.name, f"{LINK}{there}" if there else "", by_thing(sentences(desk, told, changes, {})))


def _reaches(
    told: Report, reaches: Iterable[Reach]
) -> Iterator[tuple[str, str, list[tuple[str, str]], tuple[str, ...]]]:
    """What is shared: its title, the sentence about it, the journeys by name and link, the departments."""
    first = {change.subject: change.fingerprint for change in reversed(told.edits)}
    for reach in reaches:
        journeys = [(told.name_of(key), f"{LINK}{page(key)}") for key in reach.journeys]
        mark = first.get(reach.subject)
        yield reach.subject.title, f"#{change_anchor(mark)}" if mark else "", journeys, reach.departments


# one journey


def _journey(desk: Desk, told: Report, journey: Journey) -> Page:
    path, grids = changes_page(journey.key), desk.grids[journey.key]
    cells = _cells(grids)
    changes = desk.touched[journey.key]
    every = sentences(desk, told, changes, cells)
    edited, followed = ([one for one in every if one.change.derived is derived] for derived in (False, True))
    counts = _counts(grids)
    way = crumbs(desk, (journey.name, page(journey.key)))
    values = tuple(_in_short(told, grids[0]))
    lead = {**_lead(desk, told), "counts": counts, "short": values, "way": way, "tabs": tabs(desk, journey, path)}
    parts = [_part("journey", "", journey=journey, whole=f"{LINK}{changes_page()}", **lead)]
    parts += [_map(desk, told, grid, every) for grid in grids]
    if edited:
        parts.append(_part("groups", "In words", desk=desk, groups=tuple(_by_theme(edited))))
    if followed:
        groups = (Told("", "", by_thing(followed)),)
        parts.append(_part("groups", "What follows from it", id_="follows", desk=desk, groups=groups))
    numbers = numbers_beside(desk, told, (change for change in changes if change.derived))
    if numbers:
        shown, rest = numbers[:MOST_NUMBERS], numbers[MOST_NUMBERS:]
        parts.append(_part("numbers", "Numbers before and after", desk=desk, numbers=shown, rest=rest))
    if shared := [reach for reach in told.reaches if journey.key in reach.journeys]:
        reached = tuple(_reaches(told, shared))
        parts.append(_part("shared", "What it shares, and what changed there", reaches=reached, whole=changes_page()))
    said = ", ".join(f"{number} {word}" for word, number in counts) or "nothing on the map itself"
    title = f"{journey.name}: changes"
    return leaf(path, title, said, parts, page(journey.key), rank_of(desk, journey, path), source_of(journey))


def _map(desk: Desk, told: Report, grid: Grid, every: Iterable[Sentence]) -> Part:
    by_place: dict[Place, list[Sentence]] = defaultdict(list)
    for one in every:
        for place in one.places:
            by_place[place].append(one)
    rows = rows_in(told, grid, {place: tuple(found) for place, found in by_place.items()})
    which = "map" if grid.map == CURRENT else f"map-{grid.map}"
    there = f"{LINK}{map_page(grid.after.key, grid.map)}"
    wall = wall_of(desk, grid.after, f"{_which(grid)}, before and after", ("Before", "After"))
    values: dict[str, Any] = {"grid": grid, "rows": rows, "id_of": anchor_in, "there": there, "wall": wall}
    values |= board_in(grid, rows, wall.lengths)
    values["felt"] = any(column.felt != (None, None) for row in rows for column in row.columns)
    language = told.difference.sides.after.settings.language
    return _part("map", _heading(grid), id_=which, which=which, language=language, **values)


def _cells(grids: tuple[Grid, ...]) -> dict[Place, str]:
    """What links to the cells of a page say."""
    found: dict[Place, str] = {}
    for grid in grids:
        _, after = numbers_in(grid)
        numbered = {cell.place: after[cell.place] for cell in grid.cells if cell.place in after}
        found |= cell_names(grid.cells, numbered)
        found |= {block.place: f"phase “{block.phase.name}”" for block in grid.blocks}
    return found


def _counts(grids: tuple[Grid, ...]) -> tuple[tuple[str, int], ...]:
    """How many steps of the current map became what, those that are as they were last."""
    counted = Counter(cell.state for cell in grids[0].cells if not cell.mark)
    return tuple((word, counted[word]) for word in ("added", "changed", "moved", "removed", "same") if counted[word])


def _heading(grid: Grid) -> str:
    which = _which(grid)
    counted = Counter(cell.state for cell in grid.cells if not cell.mark)
    words = [f"{counted[word]} {word}" for word in ("added", "changed", "moved", "removed") if counted[word]]
    steps = count_of(sum(counted.values()), "step")
    return f"{which}: of {steps}, {', '.join(words)}" if words else f"{which}: no step differs"


def _which(grid: Grid) -> str:
    return "The map" if grid.map == CURRENT else ("The target" if grid.map == "target" else f"The target “{grid.map}”")


def _by_theme(found: Iterable[Sentence]) -> Iterator[Told]:
    names = {noun: name for name, nouns in _GROUPS for noun in nouns}
    themes: dict[str, list[Sentence]] = {name: [] for name in (*names.values(), _REST)}
    for one in found:
        themes[names.get(one.change.subject.noun, _REST)].append(one)
    return (Told(name, "", by_thing(group)) for name, group in themes.items() if group)


def _in_short(told: Report, grid: Grid) -> Iterator[tuple[str, Any, str]]:
    """A label, a value before and after, and how far they are apart."""
    worlds = told.difference.worlds
    sides = ((worlds.before, grid.before), (worlds.after, grid.after))
    minutes = [atlas.effort(journey).total.minutes.expected for atlas, journey in sides]
    written = ["not known" if one is None else write_minutes(one) for one in minutes]
    yield "Time to expect of one customer", old_and_new(*written), _apart(minutes, write_minutes)
    for name, count in (("Steps that feel bad", _bad), ("Hotspots, critical or high", _hot), ("Hand-offs", _handed)):
        numbers = [count(atlas, journey) for atlas, journey in sides]
        yield (
            name,
            old_and_new(*("not assessed" if number is None else str(number) for number in numbers)),
            _apart(numbers, lambda one: f"{one:g}"),
        )


def _apart(values: list[Any], write: Any) -> str:
    if None in values:
        return ""
    apart = values[1] - values[0]
    if round(apart, 6) == 0:
        return "no change"
    return f"{'+' if apart > 0 else '−'}{write(abs(apart))}"


def _bad(atlas: Atlas, journey: Journey) -> int | None:
    felt = [atlas.readings.feeling(journey, one.step) for one in atlas.view(journey).steps]
    known = [feeling for feeling in felt if feeling is not None]
    return sum(feeling.value < 0 for feeling in known) if known else None


def _hot(atlas: Atlas, journey: Journey) -> int | None:
    if not journey.hotspots and "hotspots" not in journey.nothing:
        return None
    counted = dict(open_hotspots(atlas, journey).severities)
    return counted.get("critical", 0) + counted.get("high", 0)


def _handed(atlas: Atlas, journey: Journey) -> int | None:
    return atlas.hand_offs(journey).count


# both


def _lead(desk: Desk, told: Report) -> dict[str, Any]:
    difference = told.difference
    broken = [_broken(state) for state in (difference.before, difference.after)]
    return {
        "desk": desk,
        "told": told,
        "states": (difference.before, difference.after),
        "broken": broken[0],
        "lost": any(difference.sides.lost[side] for side in ("before", "after")),
        "ways": Counter(change.direction for change in (*told.edits, *told.effects)),
        "levels": Counter(change.level.word for change in told.changes),
    }


def _broken(state: State) -> int:
    """How many errors of form a state has."""
    return sum(one.severity is Severity.ERROR for one in state.content.diagnostics)


def _part(name: str, heading: str, search: str = "", id_: str = "", **values: Any) -> Part:
    return Part(id_ or name, heading, search, str(render(f"changes/{name}", **values)))
