"""A journey as pages show it: steps numbered, hotspots at their places, what was not assessed counted."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from cxsite.derive.links.things import Thing, places_of, things_of
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.library import Touchpoint
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Phase, Step

Spots = Iterable[tuple[Thing, Hotspot]]


@dataclass(frozen=True)
class Pin:
    """A hotspot with its number on the page, such as B3, and the places it stands at: anchor and name."""

    label: str
    thing: Thing
    hotspot: Hotspot
    places: tuple[tuple[str, str], ...]
    anchor: str = ""
    """Its id on the page; of two hotspots with one id, one from elsewhere, only the journey's own has the plain one."""

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of its places."""
        return frozenset(anchor for anchor, _ in self.places)

    @property
    def bright(self) -> bool:
        """True for a bright spot."""
        return self.hotspot.kind == "bright-spot"


@dataclass(frozen=True)
class StepView:
    """A step with its number in the journey, counted from 1 over the customer's own steps; 0 for one of ours."""

    number: int
    step: Step
    channels: tuple[str, ...]
    """By name."""
    pins: tuple[Pin, ...]
    evidence: tuple[Evidence, ...]

    @property
    def assumed(self) -> bool:
        """True where nothing backs what is said: no evidence, no quote, no metric."""
        return not (self.step.evidence or self.step.quotes or self.step.metrics)


@dataclass(frozen=True)
class Column:
    """A column of the map: a step of the customer with ours behind it.

    Without a customer's step it holds ours that stand above the first of their phase, or it is that of a phase
    without any step.
    """

    step: StepView | None
    ours: tuple[StepView, ...] = ()


@dataclass(frozen=True)
class PhaseView:
    """A phase with its number, its columns, of which there is at least one, and what stands on the phase as a whole."""

    number: int
    phase: Phase
    owner: str
    """By name."""
    columns: tuple[Column, ...]
    pins: tuple[Pin, ...]

    @property
    def steps(self) -> tuple[StepView, ...]:
        """The customer's own steps in order."""
        return tuple(column.step for column in self.columns if column.step)

    @property
    def all_steps(self) -> tuple[StepView, ...]:
        """All steps in order, each of ours behind the customer's step above it."""
        return tuple(step for column in self.columns for step in (column.step, *column.ours) if step)


@dataclass(frozen=True)
class JourneyView:
    """All that a journey's pages say."""

    journey: Journey
    owner: str
    """By name."""
    phases: tuple[PhaseView, ...]
    pins: tuple[Pin, ...]
    not_assessed: tuple[str, ...]

    @property
    def key(self) -> str:
        """The journey's id."""
        return self.journey.key

    @property
    def steps(self) -> tuple[StepView, ...]:
        """The customer's own steps in order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def all_steps(self) -> tuple[StepView, ...]:
        """All steps in order, ours among them."""
        return tuple(step for phase in self.phases for step in phase.all_steps)

    @property
    def pins_on_whole(self) -> tuple[Pin, ...]:
        """The hotspots on the journey as a whole: no phase and no step of the map holds them."""
        return tuple(pin for pin in self.pins if not pin.places)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the map from left to right."""
        return tuple(column for phase in self.phases for column in phase.columns)

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The phase in which each anchor of the map stands: `step-moved` in `wait`."""
        return {
            anchor: phase.phase.key
            for phase in self.phases
            for anchor in (f"phase-{phase.phase.key}", *(f"step-{one.step.key}" for one in phase.all_steps))
        }

    @cached_property
    def pins_by_phase(self) -> dict[str, tuple[Pin, ...]]:
        """The hotspots on each phase and its steps, each in the first phase where it stands."""
        found: dict[str, list[Pin]] = {phase.phase.key: [] for phase in self.phases}
        for pin in self.pins:
            here = {self.anchors.get(anchor) for anchor, _ in pin.places}
            if (first := next((phase for phase in found if phase in here), None)) is not None:
                found[first].append(pin)
        return {phase: tuple(pins) for phase, pins in found.items()}


def view_journey(journey: Journey, portfolio: Portfolio, spots: Spots) -> JourneyView:
    """Everything the map of a journey says, worked out once; `spots` are the hotspots that stand on it."""
    pins = _pins(journey, portfolio, spots)
    owner, phases = portfolio.name_of("party", journey.owner), _phases(journey, journey.phases, pins, portfolio)
    return JourneyView(journey, owner, phases, pins, _not_assessed(journey, pins))


def view_target_map(
    now: JourneyView, phases: Iterable[Phase], left: Container[Thing], portfolio: Portfolio
) -> JourneyView:
    """The map of a target with these phases; of the hotspots on the current map those that are `left` stand on it."""
    pins = tuple(pin for pin in now.pins if pin.thing in left)
    return replace(now, phases=_phases(now.journey, phases, pins, portfolio), pins=pins, not_assessed=())


def _phases(
    journey: Journey, phases: Iterable[Phase], pins: tuple[Pin, ...], portfolio: Portfolio
) -> tuple[PhaseView, ...]:
    views: list[PhaseView] = []
    number = 0
    for phase in phases:
        steps: list[StepView] = []
        for step in phase.steps:
            number += is_customers(step)
            on_step = tuple(pin for pin in pins if f"step-{step.key}" in pin.anchors)
            channels = _channels(step, portfolio)
            own = number if is_customers(step) else 0
            steps.append(StepView(own, step, channels, on_step, _sources(step, journey, portfolio)))
        on_phase = tuple(pin for pin in pins if f"phase-{phase.key}" in pin.anchors)
        owner = portfolio.name_of("party", phase.owner or journey.owner)
        views.append(PhaseView(len(views) + 1, phase, owner, _columns(steps), on_phase))
    return tuple(views)


def is_customers(step: Step) -> bool:
    """True for a step of the customer; the others are ours."""
    return step.lane in (None, "customer")


def _columns(steps: Iterable[StepView]) -> tuple[Column, ...]:
    made: list[Column] = []
    for view in steps:
        if view.number:
            made.append(Column(view))
        elif made:
            made[-1] = replace(made[-1], ours=(*made[-1].ours, view))
        else:
            made.append(Column(None, (view,)))
    return tuple(made) or (Column(None),)


def _channels(step: Step, portfolio: Portfolio) -> tuple[str, ...]:
    """The channels a step names, and those of its touchpoints, by name."""
    touched = (portfolio.find("touchpoint", ref) or portfolio.find_former("touchpoint", ref) for ref in step.touchpoint)
    found = [*step.channel, *(str(one.channel) for one in touched if isinstance(one, Touchpoint) and one.channel)]
    return tuple(dict.fromkeys(portfolio.name_of("channel", channel) for channel in found))


def _sources(step: Step, journey: Journey, portfolio: Portfolio) -> tuple[Evidence, ...]:
    named = things_of(portfolio, "evidence", step.evidence, journey.key)
    found = (portfolio.find("evidence", thing.ref) for thing in named)
    return tuple(source for source in found if isinstance(source, Evidence))


def _pins(journey: Journey, portfolio: Portfolio, spots: Spots) -> tuple[Pin, ...]:
    """Hotspots numbered in the order of the map: bright spots B1…, the others H1…."""
    order = _order_of_places(journey)
    names = {f"phase-{phase.key}": phase.name for phase in journey.phases}
    names |= {f"step-{step.key}": step.name for step in journey.steps}
    found = []
    for thing, hotspot in spots:
        here = [place for place in places_of(portfolio, thing, hotspot) if place.home == journey.key]
        anchors = [anchor for place in here if (anchor := f"{place.kind}-{place.key}") in order]
        first = min((order[anchor] for anchor in anchors), default=len(order))
        found.append((first, hotspot.key, thing, hotspot, tuple((anchor, names[anchor]) for anchor in anchors)))
    pins: list[Pin] = []
    for letter, bright in (("H", False), ("B", True)):
        chosen = sorted((one for one in found if (one[3].kind == "bright-spot") is bright), key=lambda one: one[:2])
        pins += [Pin(f"{letter}{number}", *one[2:]) for number, one in enumerate(chosen, 1)]
    own = {pin.hotspot.key: pin.thing for pin in sorted(pins, key=lambda pin: pin.thing.home == journey.key)}
    return tuple(replace(pin, anchor=_anchor(pin, own[pin.hotspot.key] == pin.thing)) for pin in pins)


def _anchor(pin: Pin, plain: bool) -> str:
    home = "" if plain else f"{pin.thing.home or 'all'}--"
    return f"hotspot-{home}{pin.hotspot.key}"


def _order_of_places(journey: Journey) -> dict[str, int]:
    """Phases and steps by anchor, each phase in front of its steps."""
    anchors: list[str] = []
    for phase in journey.phases:
        anchors += [f"phase-{phase.key}", *(f"step-{step.key}" for step in phase.steps)]
    return {anchor: index for index, anchor in enumerate(anchors)}


def _not_assessed(journey: Journey, pins: tuple[Pin, ...]) -> tuple[str, ...]:
    """Which lanes nobody has filled in, so that a gap is never read as a zero."""
    steps = [step for step in journey.steps if is_customers(step)]
    lanes = (
        ("channels", [s.channel or s.touchpoint for s in steps]),
        ("emotions", [s.emotion is not None or "emotion" in s.nothing or journey.emotion_from for s in steps]),
        ("effort", [s.effort is not None or "effort" in s.nothing for s in steps]),
    )
    open_lanes = [name for name, values in lanes if steps and not any(values)]
    if all(pin.bright for pin in pins) and "hotspots" not in journey.nothing:
        open_lanes.append("pain points")
    return tuple(open_lanes)
