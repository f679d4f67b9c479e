"""The lanes of a current map: which there are, in which order, and where the service blueprint's lines run.

A lane that nobody has filled in is left out and named below the map: a gap is said once, not drawn sixteen times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from cxsite.derive.maps.targets import TargetView
from cxsite.derive.stepviews import MapDetail
from cxsite.model.settings import LANES, OwnLane, Settings
from cxsite.model.step import Step

OF_PHASES = ("goal", "quotes", "metrics", "hotspots", "causes", "ideas", "gaps", "carried", "gone")
"""Lanes with one cell a phase; the others have one a step."""
LABEL, UNIT = 5.9, 3.3
"""Rem: the names of the lanes at the side, and a column at its narrowest."""
OURS = ("frontstage", "backstage", "support")
"""The lanes in which steps of ours may stand."""
_WORDS = {
    "goal": ("Customer goal", "in their words"),
    "steps": ("Steps", "and channel"),
    "images": ("Pictures", "what it looks like"),
    "emotion": ("Emotion", ""),
    "thinks": ("Thinking", "and expecting"),
    "quotes": ("Their words", "beside the number"),
    "effort": ("Effort", "time, money, negative emotion"),
    "work": ("Who does it", ""),
    "frontstage": ("Front stage", "what customers see us do"),
    "backstage": ("Back stage", "what we do out of sight"),
    "support": ("Support", "what others do for it"),
    "physical_evidence": ("Evidence", "what they see or keep"),
    "metrics": ("Metrics", "value, trend, target"),
    "hotspots": ("Hotspots", "pain, pressure, bright spots"),
    "causes": ("Root cause", "why it happens"),
    "ideas": ("Opportunities", "and who thought of it"),
    "change": ("What changes", "why, and by which action"),
    "gaps": ("Gap", "today and target"),
    "carried": ("Actions", "that carry the change"),
    "gone": ("No longer there", "and why"),
}
_ON_TARGETS = ("gaps", "carried", "gone")
_OF_TODAY = ("quotes", "metrics", "hotspots", "causes", "ideas")
"""Lanes that only the current map has: they say what was measured, heard and found."""
_LINES = {"backstage": "Line of visibility", "support": "Line of internal interaction"}
_INTERACTION = "Line of interaction"


@dataclass(frozen=True)
class Lane:
    """A lane: its key (also its row in the grid), what it is called, and the line that runs above it."""

    key: str
    name: str
    note: str = ""
    line: str = ""
    field: str = ""
    """Of a lane of one's own: the key of a step whose text it shows."""

    @property
    def of_phases(self) -> bool:
        """True where there is one cell a phase."""
        return self.key in OF_PHASES


@dataclass(frozen=True)
class Lanes:
    """The lanes of one map in their order, and the names of those that nobody filled in."""

    shown: tuple[Lane, ...]
    empty: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in order."""
        return tuple(lane.key for lane in self.shown)


def lane_order(settings: Settings) -> tuple[Lane, ...]:
    """All lanes that a site has, in its order; without a choice of its own all there are. Steps are always there."""
    chosen: Iterable[str | OwnLane] = settings.lanes or LANES
    lanes = [_lane(one, index) for index, one in enumerate(chosen)]
    if not any(lane.key == "steps" for lane in lanes):
        lanes.insert(1 if lanes and lanes[0].key == "goal" else 0, _lane("steps", 0))
    return tuple(lanes)


def target_lane_order(settings: Settings) -> tuple[Lane, ...]:
    """The lanes of target maps: those of the current one that say how things are to be, and what becomes of them."""
    made = []
    for lane in lane_order(settings):
        made += [lane] if lane.key not in _OF_TODAY else []
        made += [_lane("change", 0)] if lane.key == "steps" else []
    return (*made, *(_lane(key, 0) for key in _ON_TARGETS))


def target_lanes_of(made: MapDetail, view: TargetView, settings: Settings) -> Lanes:
    """The lanes of one target."""
    has = {
        "change": bool(view.rows),
        "gaps": bool(view.goals),
        "carried": bool(view.actions),
        "gone": any(view.gone.values()),
    }
    order = target_lane_order(settings)
    filled = [lane for lane in order if has.get(lane.key, _has(made, lane, {}))]
    return Lanes(tuple(_with_lines(_noted(filled, made))), ())


def _lane(one: str | OwnLane, index: int) -> Lane:
    if isinstance(one, OwnLane):
        return Lane(f"own{index}", one.name, field=one.field)
    return Lane(one, *_WORDS[one])


def lanes_of(made: MapDetail, settings: Settings, opportunities: Mapping[str, object]) -> Lanes:
    """The lanes of a map. `opportunities` holds what is proposed, by phase."""
    order = lane_order(settings)
    filled = [lane for lane in order if _has(made, lane, opportunities)]
    empty = tuple(lane.name for lane in order if lane not in filled and lane.key in _MISSED)
    return Lanes(tuple(_with_lines(_noted(filled, made))), empty)


def _noted(lanes: Iterable[Lane], made: MapDetail) -> Iterator[Lane]:
    """Bars of effort can be compared from map to map, which is said where there are several."""
    for lane in lanes:
        shared = lane.key == "effort" and made.view.journey.targets
        yield replace(lane, note=f"{lane.note}; one scale for all its maps") if shared else lane


def lanes_away(made: MapDetail, settings: Settings) -> frozenset[str]:
    """The lanes of ours in which steps stand that the site leaves out: such steps are found in the details alone."""
    order = {lane.key for lane in lane_order(settings)}
    return frozenset(step.lane for step in _steps(made) if step.lane in OURS and step.lane not in order)


_MISSED = ("goal", "emotion", "quotes", "effort", "metrics", "hotspots")
"""Lanes that every map should have, so that it is said where nobody filled one in."""


def _with_lines(lanes: Iterable[Lane]) -> Iterable[Lane]:
    """Customers stand above the line of interaction; what they do not see and what others do have their own lines."""
    met = False
    for lane in lanes:
        ours = lane.key in ("work", *OURS)
        line = _INTERACTION if ours and not met and lane.key not in _LINES else _LINES.get(lane.key, "")
        met = met or ours
        yield Lane(lane.key, lane.name, lane.note, line, lane.field)


def _has(made: MapDetail, lane: Lane, opportunities: Mapping[str, object]) -> bool:
    if lane.field:
        return any(lane.field in step.own for step in _steps(made))
    if lane.key == "ideas":
        return bool(opportunities)
    if lane.key in OURS:
        return any(getattr(step, lane.key) or step.lane == lane.key for step in _steps(made))
    return lane.key not in _FILLED or any(_FILLED[lane.key](made))


def _steps(made: MapDetail) -> Iterator[Step]:
    return (detail.step for phase in made.phases for detail in phase.steps)


def _moods(made: MapDetail) -> Iterator[object]:
    return (mood.feeling or mood.word for phase in made.phases for one in phase.steps for mood in one.moods)


def _voices(made: MapDetail) -> Iterator[object]:
    for phase in made.phases:
        yield phase.voices.shown
        yield from (one.voices.shown for one in phase.steps)


def _efforts(made: MapDetail) -> Iterator[object]:
    found = (one.effort for phase in made.phases for one in phase.steps)
    return (effort.minutes is not None or effort.money is not None or effort.other for effort in found)


_FILLED: dict[str, Callable[[MapDetail], Iterable[object]]] = {
    "goal": lambda made: (one.view.phase.customer_goal or one.view.phase.life_cycle for one in made.phases),
    "emotion": _moods,
    "images": lambda made: (step.images for step in _steps(made)),
    "thinks": lambda made: (step.thinks or step.expectation for step in _steps(made)),
    "quotes": _voices,
    "effort": _efforts,
    "metrics": lambda made: (one.figures or one.link or one.cost.own or one.cost.known for one in made.phases),
    "hotspots": lambda made: (pin.hotspot.id or pin.label for pin in made.view.pins),
    "causes": lambda made: (pin.hotspot.root_cause or pin.hotspot.blocked_by for pin in made.view.pins),
    "physical_evidence": lambda made: (step.physical_evidence for step in _steps(made)),
}
"""What fills a lane; one that is not here is always filled."""
