"""A journey as pages show it: steps numbered, hotspots at their places, what was not assessed counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxsite.derive.figures import Figure, figure_of
from cxsite.derive.numbers import write_emotion
from cxsite.diagnostics import count_of
from cxsite.measure.series import Measures, Where
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Evidence, Journey
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Phase, Step


@dataclass(frozen=True)
class Pin:
    """A hotspot with its number on the page, such as B3, and the places it stands at: anchor and name."""

    label: str
    hotspot: Hotspot
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class StepView:
    """A step with its number in the journey, counted from 1."""

    number: int
    step: Step
    channels: tuple[str, ...]
    """By name."""
    pins: tuple[Pin, ...]
    evidence: tuple[Evidence, ...]

    @property
    def assumed(self) -> bool:
        """True where nothing backs what is said: no evidence, no quote, no metric."""
        return not (self.evidence or self.step.quotes or self.step.metrics)


@dataclass(frozen=True)
class PhaseView:
    """A phase with its number, its steps and what stands on the phase as a whole."""

    number: int
    phase: Phase
    owner: str
    """By name."""
    steps: tuple[StepView, ...]
    pins: tuple[Pin, ...]


@dataclass(frozen=True)
class JourneyView:
    """All that a journey's pages say."""

    journey: Journey
    owner: str
    """By name."""
    phases: tuple[PhaseView, ...]
    pins: tuple[Pin, ...]
    figures: tuple[Figure, ...]
    heading: str
    not_assessed: tuple[str, ...]

    @property
    def key(self) -> str:
        """The journey's id."""
        return self.journey.key

    @property
    def steps(self) -> tuple[StepView, ...]:
        """All steps in order."""
        return tuple(step for phase in self.phases for step in phase.steps)


def view_journey(journey: Journey, portfolio: Portfolio, measures: Measures) -> JourneyView:
    """Everything the pages of a journey say, worked out once."""
    figures = tuple(_figures(journey, portfolio, measures))
    pins = _pins(journey)
    heading = journey.finding or _heading(journey)
    owner, phases = portfolio.name_of("party", journey.owner), _phases(journey, pins, portfolio)
    return JourneyView(journey, owner, phases, pins, figures, heading, _not_assessed(journey))


def _figures(journey: Journey, portfolio: Portfolio, measures: Measures) -> Iterator[Figure]:
    """The metrics that the journey or its phases name, and those about it: the whole, then each place."""
    named = dict.fromkeys([*journey.metrics, *(ref for phase in journey.phases for ref in phase.metrics)])
    names = {("phase", phase.key): phase.name for phase in journey.phases}
    names |= {("step", step.key): step.name for step in journey.steps}
    for key in dict.fromkeys([*named, *measures.by_journey.get(journey.key, ())]):
        metric = portfolio.metric_by_id.get(key)
        if metric is None:
            continue
        places = dict.fromkeys(s.where for s in measures.of(key) if _is_here(s.where, journey.key, names))
        for where in places or [Where()]:
            beside = where.journey and Where(segment=where.segment) in places  # or nobody could tell the two apart
            parts = [names.get(place, place[1]) for place in where.named() if place[0] != "journey" or beside]
            about = [journey.name if part == journey.key else part for part in parts]
            yield figure_of(metric, measures, portfolio.settings, where, ", ".join(about))


def _is_here(where: Where, journey: str, names: Mapping[tuple[str, str], str]) -> bool:
    """True for numbers about this journey, or about no journey in particular, at places that it has."""
    on_the_map = all(place in names for place in where.named() if place[0] in ("phase", "step"))
    return where.journey in ("", journey) and on_the_map


def _phases(journey: Journey, pins: tuple[Pin, ...], portfolio: Portfolio) -> tuple[PhaseView, ...]:
    views: list[PhaseView] = []
    number = 0
    for phase in journey.phases:
        steps: list[StepView] = []
        for step in phase.steps:
            number += 1
            on_step = tuple(pin for pin in pins if step.key in pin.hotspot.steps)
            channels = tuple(portfolio.name_of("channel", channel) for channel in step.channel)
            steps.append(StepView(number, step, channels, on_step, _sources(step, journey, portfolio)))
        on_phase = tuple(pin for pin in pins if phase.key in pin.hotspot.phases)
        owner = portfolio.name_of("party", phase.owner or journey.owner)
        views.append(PhaseView(len(views) + 1, phase, owner, tuple(steps), on_phase))
    return tuple(views)


def _sources(step: Step, journey: Journey, portfolio: Portfolio) -> tuple[Evidence, ...]:
    found = (portfolio.find("evidence", key, journey.key) for key in step.evidence)
    return tuple(source for source in found if isinstance(source, Evidence))


def _pins(journey: Journey) -> tuple[Pin, ...]:
    """Hotspots numbered in the order of the map: bright spots B1…, the others H1…."""
    order = _order_of_places(journey)
    names = {f"phase-{phase.key}": phase.name for phase in journey.phases}
    names |= {f"step-{step.key}": step.name for step in journey.steps}

    def places(hotspot: Hotspot) -> list[str]:
        wanted = [f"step-{ref}" for ref in hotspot.steps] + [f"phase-{ref}" for ref in hotspot.phases]
        return [place for place in wanted if place in order]

    def first(hotspot: Hotspot) -> tuple[int, str]:
        return min((order[place] for place in places(hotspot)), default=len(order)), hotspot.key

    pins: list[Pin] = []
    for letter, bright in (("H", False), ("B", True)):
        chosen = sorted((h for h in journey.hotspots if (h.kind == "bright-spot") is bright), key=first)
        for number, hotspot in enumerate(chosen, 1):
            pins.append(Pin(f"{letter}{number}", hotspot, tuple((p, names[p]) for p in places(hotspot))))
    return tuple(pins)


def _order_of_places(journey: Journey) -> dict[str, int]:
    """Phases and steps by anchor, each phase in front of its steps."""
    anchors: list[str] = []
    for phase in journey.phases:
        anchors += [f"phase-{phase.key}", *(f"step-{step.key}" for step in phase.steps)]
    return {anchor: index for index, anchor in enumerate(anchors)}


def _heading(journey: Journey) -> str:
    """A fact with its number, for maps whose author has not said what they show."""
    rated = [(step.overall_emotion, step) for step in journey.steps if step.overall_emotion is not None]
    if rated and (low := min(rated, key=lambda pair: pair[0]))[0] < 0:
        return f"The lowest point is “{low[1].name}” at {write_emotion(low[0])}, on −2 to +2"
    return f"{count_of(len(journey.steps), 'step')} in {count_of(len(journey.phases), 'phase')}"


def _not_assessed(journey: Journey) -> tuple[str, ...]:
    """Which lanes nobody has filled in, so that a gap is never read as a zero."""
    steps = journey.steps
    lanes = (("channels", [s.channel for s in steps]), ("emotions", [s.emotion for s in steps]))
    open_lanes = [name for name, values in lanes if steps and not any(v not in ((), None) for v in values)]
    if not any(hotspot.kind != "bright-spot" for hotspot in journey.hotspots):
        open_lanes.append("pain points")
    return tuple(open_lanes)
