"""A target beside the map it differs from: every step of either in order, and the gap ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.columns import columns_by_phase
from cxsite.derive.maps.targets import PhaseRow, TargetView, said_counts
from cxsite.draw.curves import curves_of
from cxsite.draw.marks.columns import layout_name
from cxsite.draw.marks.emotion import key, twin, wide
from cxsite.pages.desk import Desk
from cxsite.pages.frame import leaf, rank_of, source_of
from cxsite.pages.kinds.target import given, title_of
from cxsite.pages.places import compare_page, map_page, page
from cxsite.pages.plan import LINK, Page, Part
from cxsite.pages.render import render
from cxsite.pages.text import to_plain


def pages(desk: Desk) -> Iterator[Page]:
    """A page for each target of each journey."""
    return (_page(desk, desk.atlas.target(journey, key)) for journey in desk.atlas.journeys for key in journey.targets)


def _page(desk: Desk, view: TargetView) -> Page:
    journey, path = view.journey, compare_page(view.journey.key, view.id)
    shared = {**given(desk, view, path), **_places(view)}
    there = f"{LINK}{map_page(journey.key, view.id)}"

    def part(name: str, heading: str, search: str = "", more: Mapping[str, object] | None = None) -> Part:
        return Part(name, heading, search, str(render(f"compare/{name}", **shared, there=there, **(more or {}))))

    parts = [part("lead", ""), part("effort", "What it takes off one customer")]
    if _has_grid(view):
        parts.append(part("map", to_plain(view.heading), more=_grid(view)))
    parts.append(part("steps", "Step by step", _search(view)))
    if view.rows:
        parts.append(part("ledger", "The gap of each step"))
    parts.append(part("phases", "The gap of each phase"))
    title = title_of(desk, view, "compare with ")
    description = f"{said_counts(view.counts) or 'No step differs yet'}, step by step"
    return leaf(
        path, title, description, parts, page(journey.key), rank_of(desk, journey, path), source_of(view.target)
    )


def _has_grid(view: TargetView) -> bool:
    return any(row.of_customer for row in view.rows)


def _places(view: TargetView) -> dict[str, object]:
    """The ids of steps and phases below the grid: the plain ones stand in the grid, where there is one."""
    has_grid = _has_grid(view)
    return {
        "of_step": lambda row: f"{'detail' if has_grid and row.of_customer else 'step'}-{row.gap.id}",
        "of_phase": lambda key: f"{'detail-' if has_grid else ''}phase-{key}",
    }


def _grid(view: TargetView) -> dict[str, object]:
    """What the grid is given beside what all parts are."""
    base = "Today" if view.base == "current" else f"Target “{view.base}”"
    drawn = curves_of(view, base)
    felt = any(point.value is not None for curve in drawn.curves for _, point in curve.points)
    return {
        "layout": layout_name(columns_by_phase(view)),
        "curve": wide(drawn) if felt else "",
        "key": key(drawn),
        "twin": twin(drawn),
        "actions_of": _actions_of,
        "goals_of": lambda phase: [one for one in view.goals if _is_of(one, phase)],
    }


def _actions_of(phase: PhaseRow) -> tuple[Thing, ...]:
    """Who carries the changes of a phase, each once."""
    whys = [phase.gap.why, *(row.gap.why for row in phase.steps)]
    return tuple(dict.fromkeys(thing for why in whys if why for thing in why.carried_by))


def _is_of(one: Standing, phase: PhaseRow) -> bool:
    return one.goal.phase == phase.gap.id or one.goal.step in {row.gap.id for row in phase.steps}


def _search(view: TargetView) -> str:
    """What is gone: the rest is found on the maps themselves."""
    return ". ".join(to_plain(row.name) for row in view.rows if row.gap.state == "removed")
