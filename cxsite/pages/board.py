"""What the template of a current map asks: lanes, columns, drawings in their places, and what the filters know."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from cxsite.derive.figures.standing import Standing
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.columns import counts_of
from cxsite.derive.maps.journeys import Pin
from cxsite.derive.maps.opportunities import opportunities
from cxsite.derive.maps.rows import PhaseRow
from cxsite.derive.maps.targets import TargetView
from cxsite.derive.places.readings import Feeling
from cxsite.derive.stepviews import MapDetail, Mood, PhaseDetail, target_detail
from cxsite.derive.work.spots import RATINGS, rating_of
from cxsite.derive.work.worklist import worklist
from cxsite.derive.written.numbers import write_emotion, write_number
from cxsite.diagnostics import count_of
from cxsite.draw.figure import spark_of
from cxsite.draw.maps import boxes_of, efforts_of, emotion_of, felt_of, work_of
from cxsite.draw.marks import effort, emotion, handoffs, rail
from cxsite.draw.marks.channels import sign_of
from cxsite.draw.marks.columns import layout_name
from cxsite.pages.desk import NOT_ASSESSED, Desk
from cxsite.pages.lanes import Lanes, lanes_of, target_lanes_of
from cxsite.pages.printing import print_size
from cxsite.pages.printing_targets import target_print_size
from cxsite.pages.wall import left_open, on_the_whole, wall_of


def board_of(desk: Desk, made: MapDetail) -> dict[str, Any]:
    """The values of the template `current/map`, beside those that all parts of the page have."""
    journey, atlas = made.view.journey, desk.atlas
    could = opportunities(made.view, atlas.ideas.get(journey.key, ()), atlas.portfolio)
    lanes = lanes_of(made, atlas.settings, could)
    chain, laid = atlas.chain(journey), _laid_out(desk, made, lanes)
    whole = on_the_whole(made.view.pins_on_whole)
    wall = wall_of(desk, journey, "Current map", (name for name, _ in laid["curves"]), (whole,))
    return {
        **laid,
        "wall": wall,
        "opportunities": could,
        "became": {},
        "href": lambda pin: f"#{pin.anchor}",
        "weakest": {link.phase.key for link in chain.weakest} if chain else set(),
        "spark": spark_of,
        "sev": lambda pin: rating_of(pin.hotspot),
        "here": lambda phase: _here(made, phase),
        "print_size": print_size(made, lanes, could, wall.lengths),
        **_filters(desk, made),
    }


def target_board_of(desk: Desk, view: TargetView) -> dict[str, Any]:
    """The values of the template `target/map`, beside those that all parts of a target's pages have."""
    atlas = desk.atlas
    made = target_detail(atlas, view.journey, view.id)
    lanes = target_lanes_of(made, view, atlas.settings)
    laid, which = _laid_out(desk, made, lanes), desk.name(Thing("target", view.journey.key, view.id))
    wall = wall_of(desk, view.journey, which, (name for name, _ in laid["curves"]), left_open(desk, view))
    return {
        **laid,
        "wall": wall,
        "made": made,
        "na": NOT_ASSESSED,
        "people": lambda parties: ", ".join(map(atlas.parties.name, parties)),
        "became": {row.gap.id: row for row in view.rows},
        "phase_became": {phase.gap.id: phase for phase in view.phases},
        "href": lambda pin: desk.address(pin.thing),
        "print_size": target_print_size(made, view, lanes, wall.lengths),
        "rank": lambda _: 0,
        "segment_no": {},
        **chips_of(desk, view),
    }


def _laid_out(desk: Desk, made: MapDetail, lanes: Lanes) -> dict[str, Any]:
    """What any map in lanes is laid out by, of today or of a target."""
    return {
        "lanes": lanes,
        "above": lanes.keys[: lanes.keys.index("steps")],
        "layout": layout_name(counts_of(made.view)),
        "place": place,
        "ends_of": ends_of,
        "summary": _summary(made),
        **_drawn(desk, made),
    }


def chips_of(desk: Desk, view: TargetView) -> dict[str, Any]:
    """What both pages of a target call hotspots and actions by: H3 as on the current map, A1 as among the actions."""
    pins = {pin.thing: pin for pin in desk.atlas.view(view.journey).pins}
    return {
        "pin_of": pins.get,
        "sev": lambda pin: rating_of(pin.hotspot),
        "address": desk.address,
        "number_of": _numbers(desk, view),
        "goals_of": lambda phase: [one for one in view.goals if _is_of(one, phase)],
    }


def _numbers(desk: Desk, view: TargetView) -> dict[Thing, str]:
    """The journey's actions by the number that they have everywhere; those of elsewhere come after them."""
    own = {task.thing: task.number for task in worklist(desk.atlas.actions.get(view.journey.key, ()), desk.atlas.today)}
    further = (thing for thing in view.actions if thing not in own)
    return own | {thing: f"A{number}" for number, thing in enumerate(further, len(own) + 1)}


def _is_of(one: Standing, phase: PhaseRow) -> bool:
    return one.goal.phase == phase.gap.id or one.goal.step in {row.gap.id for row in phase.steps}


def place(value: float) -> str:
    """The class that puts something at a feeling's height, to a tenth: `cx-e-17`, `cx-e5`."""
    return f"cx-e{round(10 * value)}"


def ends_of(feeling: Feeling) -> str:
    """The interval of a measured feeling as a cell has room for it: `±0.1`, `−1.8 to −1.6`; empty without one."""
    felt = felt_of(Mood("", feeling, ""))
    if felt.low is None or felt.high is None or felt.value is None:
        return ""
    if math.isclose(felt.high - felt.value, felt.value - felt.low, abs_tol=0.005):
        return f"±{write_number(felt.high - felt.value, 2)}"
    return f"{write_emotion(felt.low)} to {write_emotion(felt.high)}"


def _here(made: MapDetail, phase: PhaseDetail) -> tuple[Pin, ...]:
    return made.view.pins_by_phase[phase.view.phase.key]


def _drawn(desk: Desk, made: MapDetail) -> dict[str, Any]:
    atlas = desk.atlas
    felt, work = emotion_of(made, atlas), work_of(made, atlas)
    rails = rail.rails(felt) if felt else ()
    shown = [detail for _, detail in made.columns]
    efforts = efforts_of(made, atlas)
    doers = work.doers if work else ()
    return {
        "curve": emotion.line(felt) if felt else "",
        "strip": emotion.strip(felt) if felt else "",
        "curves": emotion.key(felt) if felt else (),
        "segment_curves": [one.number for one in felt.segments] if felt else [],
        "untold": max(0, len(made.segments) - len(emotion.DASHES)),
        "rails": {detail.step.key: one for detail, one in zip(shown, rails, strict=False) if detail},
        "efforts": {key: effort.rows_of(one) for key, one in efforts.items()},
        "line": handoffs.line(work) if work else "",
        "passed": handoffs.passed(work) if work else "",
        "boxes": boxes_of(made, work) if work else {},
        "offices": {detail.step.key: doer.track for detail, doer in zip(shown, doers, strict=False) if detail and doer},
        "office_words": handoffs.WORDS,
        "icon": sign_of,
        "pictures": desk.images,
    }


def _filters(desk: Desk, made: MapDetail) -> dict[str, Any]:
    """Categories, severities and segments by which a map can be looked at: those that it has more than one of."""
    known = desk.atlas.settings.category_ids
    pins = made.view.pins
    used = [key for key in known if any(pin.hotspot.category == key for pin in pins)]
    numbers = {key: number for number, key in enumerate(known, start=1)}
    there = [word for word in RATINGS if any(rating_of(pin.hotspot) == word for pin in pins)]
    words = {"open": "not assessed", "bright": "bright spot"}
    segments = made.segments[: len(emotion.DASHES)]
    return {
        "categories": [(numbers[key], desk.category(key)) for key in used] if len(used) > 1 else [],
        "severities": [(word, words.get(word, word).capitalize()) for word in there],
        "segments": list(enumerate((desk.atlas.portfolio.name_of("segment", one) for one in segments), start=1)),
        "segment_no": {key: number for number, key in enumerate(segments, start=1)},
        "rank": lambda pin: numbers.get(pin.hotspot.category, 0),
    }


def _summary(made: MapDetail) -> str:
    """The map in one line of counts."""
    handed = made.handed
    parts: Iterable[str] = (
        f"{count_of(len(made.view.phases), 'phase')}, {count_of(len(made.view.steps), 'step')}",
        f"{count_of(len(handed.passings), 'hand-off')}, {handed.outside} of them to or from outside"
        if handed.passings
        else "",
    )
    return ", ".join(part for part in parts if part) + "."
