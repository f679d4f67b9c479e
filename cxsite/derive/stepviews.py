"""Each phase and step of a map with all that is known about it: feelings, effort, numbers, ways on, voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cxsite.derive.atlas import Atlas
from cxsite.derive.effort.chain import Chain, Link
from cxsite.derive.effort.costs import PhaseCost, cost_of
from cxsite.derive.effort.effort import MapEffort, PhaseEffort, StepEffort, step_effort
from cxsite.derive.figures.figures import Figure
from cxsite.derive.maps.journeys import Column, JourneyView, PhaseView, StepView
from cxsite.derive.people.handoffs import Handoffs, Passing
from cxsite.derive.people.voices import Voices, voices
from cxsite.derive.places.path import Stop
from cxsite.derive.places.readings import Feeling, Readings
from cxsite.measure.latest import branch_shares
from cxsite.model.journey import Journey
from cxsite.model.step import Branch, Step


@dataclass(frozen=True)
class Mood:
    """How a step feels to all customers (no segment) or to one segment, and the word for it."""

    segment: str
    feeling: Feeling | None
    word: str


@dataclass(frozen=True)
class Way:
    """A way on, and how many go it, 0..1; `said` is false where that is what other ways leave over."""

    branch: Branch
    share: float
    said: bool


@dataclass(frozen=True)
class StepDetail:
    """A step. `doers` are parties by id, nobody where the map says `none`; `effort` is that of each time."""

    view: StepView
    stop: Stop
    on_path: bool
    owner: str
    doers: tuple[str, ...]
    effort: StepEffort
    moods: tuple[Mood, ...]
    """That of all customers first."""
    figures: tuple[Figure, ...]
    ways: tuple[Way, ...]
    passing: Passing | None
    voices: Voices

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.view.step

    @property
    def mood(self) -> Mood:
        """How it feels to all customers."""
        return self.moods[0]

    @property
    def assumed(self) -> bool:
        """True where nothing backs what is said: no evidence, no quote, no metric, no number."""
        measured = any(mood.feeling is not None and mood.feeling.origin == "measured" for mood in self.moods)
        return self.view.assumed and not self.figures and not measured


@dataclass(frozen=True)
class PhaseDetail:
    """A phase with its steps, ours behind the customer's step above them."""

    view: PhaseView
    owner: str
    doers: tuple[str, ...]
    figures: tuple[Figure, ...]
    effort: PhaseEffort
    cost: PhaseCost
    link: Link | None
    voices: Voices
    steps: tuple[StepDetail, ...]


@dataclass(frozen=True)
class MapDetail:
    """A whole map with its hand-offs. `segments` have a feeling of their own at some step."""

    view: JourneyView
    phases: tuple[PhaseDetail, ...]
    segments: tuple[str, ...]
    handed: Handoffs

    @property
    def by_step(self) -> dict[str, StepDetail]:
        """The steps by id."""
        return {one.step.key: one for phase in self.phases for one in phase.steps}

    @property
    def columns(self) -> tuple[tuple[Column, StepDetail | None], ...]:
        """The columns from left to right, each with its customer's step."""
        known = self.by_step
        return tuple((column, known[column.step.step.key] if column.step else None) for column in self.view.columns)


@dataclass(frozen=True)
class _Numbers:
    """The figures about a journey's steps and phases, by id."""

    steps: Mapping[str, tuple[Figure, ...]]
    phases: Mapping[str, tuple[Figure, ...]]


@dataclass(frozen=True)
class _Source:
    """What one map is laid out from."""

    view: JourneyView
    effort: MapEffort
    handed: Handoffs
    chain: Chain | None
    segments: tuple[str, ...]
    numbers: _Numbers


def map_detail(atlas: Atlas, journey: Journey) -> MapDetail:
    """All phases and steps of a journey's current map."""
    segments, numbers = segments_felt(journey, atlas.readings), _numbers(atlas, journey)
    handed, chain = atlas.hand_offs(journey), atlas.chain(journey)
    return _detail(atlas, _Source(atlas.view(journey), atlas.effort(journey), handed, chain, segments, numbers))


def target_detail(atlas: Atlas, journey: Journey, target: str) -> MapDetail:
    """All phases and steps of a target. What was measured and said is about today, and stays with the current map."""
    ledger = atlas.ledger(journey, target)
    view = atlas.target_map(journey, target)
    return _detail(atlas, _Source(view, ledger.after, ledger.handoffs[1], None, (), _Numbers({}, {})))


def _detail(atlas: Atlas, source: _Source) -> MapDetail:
    journey, chain = source.view.journey, source.chain
    links = {link.phase.key: link for link in chain.links} if chain else {}
    phases = []
    for phase, effort in zip(source.view.phases, source.effort.phases, strict=True):
        entry = phase.phase
        measured = _without(source.numbers.phases.get(entry.key, ()), chain)
        phases.append(
            PhaseDetail(
                phase,
                atlas.parties.now(entry.owner or journey.owner),
                tuple(dict.fromkeys(map(atlas.parties.now, entry.done_by))),
                _with_named(atlas, measured, entry.metrics, "phase"),
                effort,
                cost_of(journey, entry, source.effort, atlas.readings),
                links.get(entry.key),
                voices(entry.quotes, atlas.portfolio, journey.key),
                tuple(_step(atlas, source, Stop(entry, one.step), one) for one in phase.all_steps),
            )
        )
    return MapDetail(source.view, tuple(phases), source.segments, source.handed)


def _without(figures: tuple[Figure, ...], chain: Chain | None) -> tuple[Figure, ...]:
    """The figures without that of the chain, which is the phase's link."""
    return tuple(one for one in figures if chain is None or one.metric.key != chain.metric.key or one.where.segment)


def _step(atlas: Atlas, source: _Source, stop: Stop, view: StepView) -> StepDetail:
    journey, effort = source.view.journey, source.effort.step(stop.key)
    felt = frozenset(map(atlas.readings.renames.now, ["metric"] * len(journey.emotion_from), journey.emotion_from))
    figures = _with_named(atlas, source.numbers.steps.get(stop.key, ()), stop.step.metrics, "step")
    return StepDetail(
        view,
        stop,
        effort is not None,
        atlas.parties.owner(journey, stop),
        atlas.parties.doers(journey, stop),
        effort or step_effort(journey, stop, atlas.readings),
        moods_of(journey, stop.step, source.segments, atlas.readings),
        tuple(figure for figure in figures if figure.metric.key not in felt),
        _ways(journey, stop.step, atlas.readings),
        source.handed.into(stop.key),
        voices(stop.step.quotes, atlas.portfolio, journey.key),
    )


def moods_of(journey: Journey, step: Step, segments: Iterable[str], readings: Readings) -> tuple[Mood, ...]:
    """How a step feels to all customers, then to those of these segments that have a feeling or a word of their own."""
    words = step.feeling or {}
    made = [Mood("", readings.feeling(journey, step), step.overall_feeling or "")]
    for segment in segments:
        feeling = readings.feeling(journey, step, segment)
        own = feeling if feeling and feeling.segment == segment else None
        if own or segment in words:
            made.append(Mood(segment, own, words.get(segment, "")))
    return tuple(made)


def segments_felt(journey: Journey, readings: Readings) -> tuple[str, ...]:
    """The segments and personas with a feeling of their own at some step, assessed ones first."""
    found = dict.fromkeys(
        key for step in journey.steps for said in (step.emotion, step.feeling) for key in (said or {}) if key != "all"
    )
    steps = {step.key for step in journey.steps}
    for ref in journey.emotion_from:
        series = (one.where for one in readings.series_of(ref, journey.key))
        found |= dict.fromkeys(where.segment for where in series if where.segment and where.step in steps)
    return tuple(found)


def _ways(journey: Journey, step: Step, readings: Readings) -> tuple[Way, ...]:
    branches = step.next or ()
    shares = branch_shares(branches, journey.key, step.key, readings) if branches else ()
    return tuple(
        Way(branch, share, readings.share(branch.share, journey.key, step.key) is not None)
        for branch, share in zip(branches, shares, strict=True)
    )


def _numbers(atlas: Atlas, journey: Journey) -> _Numbers:
    steps: dict[str, list[Figure]] = defaultdict(list)
    phases: dict[str, list[Figure]] = defaultdict(list)
    for metric in atlas.metrics_of[journey.key]:
        for figure in atlas.figures_about(metric, journey):
            if figure.where.step:
                steps[figure.where.step].append(figure)
            elif figure.where.phase:
                phases[figure.where.phase].append(figure)
    return _Numbers(
        {key: tuple(found) for key, found in steps.items()}, {key: tuple(found) for key, found in phases.items()}
    )


def _with_named(atlas: Atlas, placed: tuple[Figure, ...], refs: Iterable[str], kind: str) -> tuple[Figure, ...]:
    """What is measured at a place, and the metrics that it names whose tables tell no such places apart."""
    found = list(placed)
    for ref in refs:
        metric = atlas.readings.metric(ref)
        if metric is None or any(figure.metric.key == metric.key for figure in placed):
            continue
        figures = atlas.figures(metric)
        if not any(getattr(figure.where, kind) for figure in figures):
            found += [figure for figure in figures if not (figure.where.phase or figure.where.step)]
    return tuple(found)
