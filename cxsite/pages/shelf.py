"""What the pages of the library files have in common: their place, their entries, and where each is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxsite.derive.links.things import Thing
from cxsite.derive.links.uses import Usage
from cxsite.diagnostics import count_of
from cxsite.model.base import Entry
from cxsite.model.named import Linked
from cxsite.model.portfolio import key_of
from cxsite.pages.desk import Desk
from cxsite.pages.frame import BEHIND_JOURNEYS, Tab, crumbs, leaf, source_of
from cxsite.pages.places import ACTIONS, METRICS, anchor_of, changes_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain

SHELVES = ("strategy", "value", "segments", "organisation", "touchpoints", "technology", "evidence")
"""The library files with a page of their own, in the order in which the portfolio lists them."""
TITLES = {
    "strategy": "Strategy and principles",
    "value": "What customers value",
    "segments": "Segments and personas",
    "organisation": "Departments and people",
    "touchpoints": "Channels and touchpoints",
    "technology": "Systems and capabilities",
    "evidence": "Shared evidence",
}


TABS = {
    "strategy": "Strategy",
    "value": "Value",
    "segments": "Segments",
    "organisation": "Organisation",
    "touchpoints": "Touchpoints",
    "technology": "Technology",
    "evidence": "Evidence",
}


@dataclass(frozen=True)
class Item:
    """An entry of a library file with its anchor and its uses."""

    thing: Thing
    entry: Linked
    uses: tuple[Usage, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return anchor_of(self.thing)


def items(desk: Desk, kind: str, entries: Iterable[Linked]) -> tuple[Item, ...]:
    """Entries of a kind, in the order in which they are written."""
    found = [(Thing(kind, "", key_of(entry)), entry) for entry in entries]
    return tuple(Item(thing, entry, desk.overview.usages(thing)) for thing, entry in found)


def names_of(entries: Iterable[object]) -> str:
    """The names of entries, for search."""
    return ". ".join(to_plain(str(getattr(entry, "title", None) or getattr(entry, "name", ""))) for entry in entries)


def said(entries: Sequence[object], one: str) -> str:
    """`3 systems`."""
    return count_of(len(entries), one)


def library(desk: Desk, name: str) -> Entry | None:
    """A library file as it was read; None where there is none."""
    return desk.atlas.portfolio.libraries.get(name)


def overview_tabs(desk: Desk, here: str) -> tuple[Tab, ...]:
    """The overview pages that there are, the portfolio first; `here` is the stub of this one."""
    return tuple(Tab(label, f"{LINK}{path}", path == here) for label, path in _overviews(desk))


def _overviews(desk: Desk) -> Iterator[tuple[str, str]]:
    yield "Journeys", desk.home
    atlas = desk.atlas
    if any((atlas.hotspots, atlas.actions, atlas.ideas)):
        yield "Hotspots and actions", page(ACTIONS)
    if atlas.portfolio.metrics:
        yield "Metrics", page(METRICS)
    for name in SHELVES:
        if library(desk, name) is not None:
            yield TABS[name], page(name)
    if desk.told:
        yield "Changes", changes_page()


def part(name: str, id_: str, heading: str, search: str, **values: object) -> Part:
    """A section drawn by its template, `strategy/goals`; the leading one has no heading."""
    return Part(id_, heading, search, str(render(f"{name}/{id_}", **values)))


def shelf(desk: Desk, name: str, description: str, parts: Sequence[Part]) -> Page:
    """The page of a library file, a leaf below the portfolio; its lead says the way to it, and how much there is."""
    tabs = overview_tabs(desk, page(name))
    lead = Part("lead", "", "", str(render("shelf/lead", way=crumbs(desk), tabs=tabs, description=description)))
    book = library(desk, name)
    source = source_of(book) if book else ""
    rank = BEHIND_JOURNEYS + 10 + SHELVES.index(name)
    return leaf(page(name), TITLES[name], description, (lead, *parts), desk.home, rank, source)
