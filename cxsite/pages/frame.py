"""What every page has in common: the way that leads to it, the tabs of its journey, and the ids on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.pairs import maps_of
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.pages.desk import Desk
from cxsite.pages.places import ACTIONS, METRICS, changes_page, compare_page, map_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.text import to_plain

BEHIND_JOURNEYS = 100
"""The rank of overviews among the pages below the portfolio: journeys come first."""
_IDS = re.compile(r'\sid="([^"]+)"')
_OF_A_CHART = re.compile(r"c[0-9a-f]{8}-")


@dataclass(frozen=True)
class Tab:
    """One of the pages of a journey; `here` is the page it stands on."""

    label: str
    href: str
    here: bool = False


Crumbs = tuple[tuple[str, str], ...]
"""Label and address of each page on the way, from the portfolio down, without the page itself."""


def crumbs(desk: Desk, *way: tuple[str, str]) -> Crumbs:
    """The way to a page: the portfolio, then each label with the stub it stands for."""
    return (("Journeys", f"{LINK}{desk.home}"), *((to_plain(label), f"{LINK}{path}") for label, path in way))


def crumbs_of(desk: Desk, thing: Thing) -> Crumbs:
    """The way to something with a page of its own, through its journey or the list of the repository."""
    journey = desk.atlas.portfolio.journey_by_id.get(thing.home)
    above = page(*filter(None, (thing.home, ACTIONS)))
    label = "Hotspots and actions"
    return crumbs(desk, *([(journey.name, page(journey.key))] if journey else []), (label, above))


def tabs(desk: Desk, journey: Journey, here: str) -> tuple[Tab, ...]:
    """The pages of a journey that there are; `here` is the stub of this one."""
    return tuple(Tab(label, f"{LINK}{path}", path == here) for label, path in _journey_pages(desk, journey))


def rank_of(desk: Desk, journey: Journey, path: str) -> int:
    """The place of one of a journey's pages among its tabs."""
    return [one for _, one in _journey_pages(desk, journey)].index(path)


def _journey_pages(desk: Desk, journey: Journey) -> Iterator[tuple[str, str]]:
    yield "Current map", page(journey.key)
    for target in maps_of(journey)[1:]:  # without the current map
        which = "" if target == "target" else f" “{target}”"
        yield f"Target map{which}", map_page(journey.key, target)
        yield f"Compare{which}", compare_page(journey.key, target)
    if has_actions(desk, journey):
        yield "Hotspots and actions", page(journey.key, ACTIONS)
    if desk.atlas.metrics_of.get(journey.key):
        yield "Metrics", page(journey.key, METRICS)
    if journey.key in desk.grids:
        yield "Changes", changes_page(journey.key)


def has_actions(desk: Desk, journey: Journey) -> bool:
    """True where a journey has a hotspot, an idea or an action to show."""
    atlas = desk.atlas
    return any(journey.key in found for found in (atlas.hotspots, atlas.actions, atlas.ideas))


def ids_of(parts: Iterable[Part]) -> frozenset[str]:
    """Every id that a link may point at."""
    found = (name for part in parts for name in _IDS.findall(part.html))
    return frozenset(name for name in found if not _OF_A_CHART.match(name))


def source_of(entry: Entry, *path: str) -> str:
    """Where something was written, as `journeys/join.yml:3`."""
    span = entry.span(*path)
    return f"{span.file}:{span.line}" if span.file else ""


def leaf(
    path: str, title: str, description: str, parts: Sequence[Part], parent: str, rank: int = 0, source: str = ""
) -> Page:
    """A page below another one, with all its ids."""
    shown = tuple(part for part in parts if part.html)
    return Page(path, to_plain(title), to_plain(description), shown, ids_of(shown), parent, rank, source)


def parent_of(thing: Thing) -> str:
    """The page above that of a hotspot, an action or a metric."""
    if thing.kind == "metric":
        return page(METRICS)
    return page(*filter(None, (thing.home, ACTIONS)))
