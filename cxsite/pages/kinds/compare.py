"""A target beside the map it differs from: every step of either in order, and the gap ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.columns import columns_by_phase
from cxsite.derive.maps.gaps import Side
from cxsite.derive.maps.pairs import MOST, base_of, maps_of, pairs_of
from cxsite.derive.maps.targets import TargetView, said_counts
from cxsite.draw.curves import curves_of
from cxsite.draw.marks.columns import layout_name
from cxsite.draw.marks.effort import Effort, Taken, largest, rows_of
from cxsite.draw.marks.emotion import key, twin, wide
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT
from cxsite.pages.board import chips_of
from cxsite.pages.desk import Desk
from cxsite.pages.frame import leaf, rank_of, source_of
from cxsite.pages.kinds.target import given, title_of
from cxsite.pages.places import compare_page, map_page, page, pair_page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.printing_targets import compare_print_size
from cxsite.pages.render import render
from cxsite.pages.text import to_plain
from cxsite.pages.wall import left_open, wall_of


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each target of each journey, and for each other pair of its maps."""
    atlas = desk.atlas
    for journey in atlas.journeys:
        for target in journey.targets:
            path = compare_page(journey.key, target)
            yield _page(desk, atlas.target(journey, target), path, page(journey.key), rank_of(desk, journey, path))
        for number, (before, after) in enumerate(pairs_of(journey)):
            path, parent = pair_page(journey.key, before, after), compare_page(journey.key, after)
            yield _page(desk, atlas.pair(journey, before, after), path, parent, number)


def _page(desk: Desk, view: TargetView, path: str, parent: str, rank: int) -> Page:
    journey = view.journey
    shared = {**given(desk, view, path), **_places(view)}
    there = f"{LINK}{map_page(journey.key, view.id)}"
    pairs = tuple(_choices(desk, journey, path))

    def part(name: str, heading: str, search: str = "", more: Mapping[str, object] | None = None) -> Part:
        return Part(name, heading, search, str(render(f"compare/{name}", **shared, there=there, **(more or {}))))

    all_of_them = len(journey.targets) <= MOST
    parts = [part("lead", "", more={"pairs": pairs, "all_of_them": all_of_them}), part("effort", _effort_heading(view))]
    if _has_grid(view):
        parts.append(part("map", to_plain(view.heading), more=_grid(desk, view)))
    parts.append(part("steps", "Step by step", _search(view)))
    if view.rows:
        parts.append(part("ledger", "The gap of each step"))
    parts.append(part("phases", "The gap of each phase"))
    title = title_of(desk, view, "compare with ") if view.written else _pair_title(desk, view)
    description = f"{said_counts(view.counts) or 'No step differs yet'}, step by step"
    return leaf(path, title, description, parts, parent, rank, source_of(view.target))


def _effort_heading(view: TargetView) -> str:
    return "What it takes off one customer" if view.base == CURRENT else "What it takes off one customer beyond that"


def _pair_title(desk: Desk, view: TargetView) -> str:
    before, after = (_named(desk, view.journey, key) for key in (view.base, view.id))
    return f"{view.journey.name}: {before} and {after}"


def _named(desk: Desk, journey: Journey, key: str) -> str:
    name = "Current map" if key == CURRENT else desk.name(Thing("target", journey.key, key))
    return f"{name[0].lower()}{name[1:]}"


def _choices(desk: Desk, journey: Journey, here: str) -> Iterator[tuple[str, str, bool]]:
    """All comparisons of a journey: what they are called, where they stand, and which of them this is."""
    written = ((base_of(journey, key), key, compare_page(journey.key, key)) for key in journey.targets)
    others = ((before, after, pair_page(journey.key, before, after)) for before, after in pairs_of(journey))
    order = maps_of(journey)
    for before, after, path in sorted((*written, *others), key=lambda one: [order.index(name) for name in one[:2]]):
        yield _both(desk, journey, before, after), f"{LINK}{path}", path == here


def _both(desk: Desk, journey: Journey, before: str, after: str) -> str:
    """Both maps of a comparison, as `Current map and target`."""
    label = f"{_named(desk, journey, before)} and {_named(desk, journey, after)}"
    return f"{label[0].upper()}{label[1:]}"


def _has_grid(view: TargetView) -> bool:
    return any(row.of_customer for row in view.rows)


def _places(view: TargetView) -> dict[str, object]:
    """The ids of steps and phases below the grid: the plain ones stand in the grid, where there is one."""
    has_grid = _has_grid(view)
    return {
        "of_step": lambda row: f"{'detail' if has_grid and row.of_customer else 'step'}-{row.gap.id}",
        "of_phase": lambda key: f"{'detail-' if has_grid else ''}phase-{key}",
    }


def _grid(desk: Desk, view: TargetView) -> dict[str, object]:
    """What the grid is given beside what all parts are."""
    base = "Today" if view.base == "current" else f"Target “{view.base}”"
    drawn = curves_of(view, base)
    felt = any(point.value is not None for curve in drawn.curves for _, point in curve.points)
    curves = key(drawn) if felt else ()
    wall = wall_of(
        desk,
        view.journey,
        _both(desk, view.journey, view.base, view.id),
        (name for name, _ in curves),
        left_open(desk, view),
    )
    return {
        "wall": wall,
        "layout": layout_name(columns_by_phase(view)),
        "curve": wide(drawn) if felt else "",
        "curves": curves,
        "twin": twin(drawn),
        "bars": _bars(view),
        "print_size": compare_print_size(view, wall.lengths),
        **chips_of(desk, view),
    }


def _bars(view: TargetView) -> dict[str, Markup]:
    """The expected time of each step before and after as bars on one scale; a step without any has none."""
    times = {row.gap.id: (_time(row.gap.before), _time(row.gap.after)) for row in view.rows if row.of_customer}
    scale = largest(*(one for pair in times.values() for one in pair if one))
    efforts = {key: Effort(key, now or Taken(), scale, before) for key, (before, now) in times.items()}
    rows = {key: next(iter(rows_of(effort))) for key, effort in efforts.items()}
    return {key: row.bars for key, row in rows.items() if row.bars}


def _time(side: Side | None) -> Taken | None:
    minutes = side.effort.expected("minutes") if side and side.effort else None
    return None if minutes is None else Taken(minutes)


def _search(view: TargetView) -> str:
    """What is gone: the rest is found on the maps themselves."""
    return ". ".join(to_plain(row.name) for row in view.rows if row.gap.state == "removed")
