"""What there is to refer to: all ids of a project before anything is written about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from strategies.words import PEOPLE, ids

LIBRARIES = ("strategy", "value", "segments", "organisation", "touchpoints", "technology")
SHARED = ("hotspots", "ideas", "actions", "evidence")
CATEGORIES = ("proposition-and-policy", "process", "people", "technology", "organisation")
COMPUTED = ("cx-easy-phases", "cx-measured-interactions")

HOME = {
    **dict.fromkeys(("party", "person", "department"), "organisation"),
    **dict.fromkeys(("segment", "real segment"), "segments"),
    **dict.fromkeys(("channel", "touchpoint"), "touchpoints"),
    **dict.fromkeys(("system", "capability"), "technology"),
    **dict.fromkeys(("principle", "life-cycle stage"), "strategy"),
}
"""The library file that lists a kind; without that file every id of the kind will do."""
METHODS = ("nps", "mean", "top-2", "top-3", "net-easy", "share", "ratio", "median", "count", "sum", "clv")
SCALES = {"nps": (0, 10), "mean": (1, 7), "median": (-2, 2), "top-2": (1, 5), "top-3": (0, 10), "net-easy": (1, 7)}


@dataclass(frozen=True)
class MetricIds:
    """A metric before it is written: how it is made, and which column its rows have beside the period."""

    id: str
    method: str
    place: str = ""

    def level(self, k: int) -> str:
        """A level that a metric of this method can reach, from 0..100."""
        if self.method in ("share", "top-2", "top-3"):
            return f"{k}%"
        if self.method in ("nps", "net-easy"):
            return str(2 * k - 100)
        if self.method in ("mean", "median"):
            low, high = SCALES[self.method]
            return f"{low + (high - low) * k / 100:.1f}"
        return str(k)


@dataclass(frozen=True)
class Scope:
    """The ids of one journey. `phases` holds the ids of their steps; `evidence` its consent, empty where not said."""

    key: str
    phases: Mapping[str, tuple[str, ...]]
    hotspots: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    metrics: tuple[MetricIds, ...] = ()

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(step for steps in self.phases.values() for step in steps)


@dataclass(frozen=True)
class World:
    """All ids of a project, and which library files it has."""

    journeys: tuple[Scope, ...]
    people: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    hotspots: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    libraries: frozenset[str] = frozenset()

    def pool(self, kind: str, scope: Scope | None) -> tuple[str, ...]:
        """The ids that a reference of this kind may hold where it stands; empty where there are none."""
        own = {"own phase": tuple(scope.phases), "own step": scope.steps} if scope else {}
        if kind in ("own phase", "own step"):
            return own.get(kind, ())
        if kind in ("metric", "own metric"):
            homes = (scope,) if scope and kind == "own metric" else self.journeys
            return tuple(metric.id for home in homes for metric in home.metrics)
        if kind == "journey":
            return tuple(journey.key for journey in self.journeys if journey is not scope)
        if kind in ("step", "phase", "hotspot", "idea", "action", "goal", "evidence"):
            name = {"step": "steps", "evidence": "evidence"}.get(kind, f"{kind}s")
            shared = tuple(getattr(self, name, ()))
            here = tuple(getattr(scope, name)) if scope else ()
            others = [journey for journey in self.journeys if journey is not scope]
            return (*here, *shared, *(f"{other.key}/{key}" for other in others for key in getattr(other, name)))
        return self._library(kind)

    def _library(self, kind: str) -> tuple[str, ...]:
        pools = {
            "party": (*self.people, *self.departments),
            "person": self.people,
            "department": self.departments,
            "segment": (*self.segments, *self.personas),
            "real segment": self.segments,
            "channel": self.channels,
            "touchpoint": self.touchpoints,
            "system": self.systems,
            "capability": self.capabilities,
            "principle": self.principles,
            "life-cycle stage": self.stages,
            "category": self.categories or CATEGORIES,
        }
        return pools[kind]

    def consent(self, scope: Scope | None, evidence: str) -> str:
        """What the evidence says of who may read its quotes."""
        home, _, key = evidence.rpartition("/")
        if home:
            scope = next(journey for journey in self.journeys if journey.key == home)
        return (scope.evidence if scope else {}).get(key) or self.evidence.get(key, "")

    def metric(self, key: str) -> MetricIds:
        return next(metric for journey in self.journeys for metric in journey.metrics if metric.id == key)

    def made_by(self, methods: tuple[str, ...], scope: Scope | None, place: str | None = None) -> tuple[str, ...]:
        """The metrics with one of these methods (and this column), those of the journey alone where there is one."""
        metrics = [metric for home in ((scope,) if scope else self.journeys) for metric in home.metrics]
        return tuple(m.id for m in metrics if m.method in methods and place in (None, m.place))


def world_of(journey: Mapping[str, Any], key: str = "journey") -> World:
    """The world of one journey that is written already: what it holds, and no libraries."""

    def keys(entries: Any) -> tuple[str, ...]:
        return tuple(entry["id"] for entry in entries or () if "id" in entry)

    phases = {phase["id"]: keys(phase.get("steps")) for phase in journey["phases"] if "id" in phase}
    own = {kind: keys(journey.get(kind)) for kind in ("hotspots", "ideas", "actions", "goals")}
    evidence = {entry["id"]: str(entry.get("consent", "")) for entry in journey.get("evidence", ()) if "id" in entry}
    return World(
        (Scope(key, phases, **own, evidence=evidence),), departments=("front-desk",), principles=("act-first",)
    )


CONSENTS = ("", "public", "internal", "none")


@st.composite
def worlds(draw: DrawFn, most_journeys: int = 2) -> World:
    """All ids of a project with one journey or two, few enough that everything is referred to now and then."""
    keys = draw(ids(1, most_journeys))
    metrics = draw(_metrics(len(keys)))
    journeys = tuple(draw(_scopes(key, own)) for key, own in zip(keys, metrics, strict=True))
    people = draw(ids(0, 3))[: len(PEOPLE)]
    libraries = frozenset(name for name in LIBRARIES if draw(st.booleans()))
    parts = {kind: draw(ids(0, 2)) for kind in ("personas", "touchpoints", "systems", "capabilities", "categories")}
    return World(
        journeys,
        people=people,
        departments=tuple(f"{key}-dept" for key in draw(ids(1, 3))),
        segments=tuple(f"{key}-seg" for key in draw(ids(0, 2))),
        channels=draw(ids(1, 2)),
        principles=draw(ids(1, 2)),
        stages=draw(ids(1, 2)),
        goals=_everywhere(draw(ids(0, 1))) if "strategy" in libraries else (),
        hotspots=_everywhere(draw(ids(0, 1))),
        ideas=_everywhere(draw(ids(0, 1))),
        actions=_everywhere(draw(ids(0, 1))),
        evidence={key: draw(st.sampled_from(CONSENTS)) for key in _everywhere(draw(ids(0, 1)))},
        libraries=libraries,
        **parts,
    )


def _everywhere(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{key}-shared" for key in keys)


@st.composite
def _metrics(draw: DrawFn, journeys: int) -> list[tuple[MetricIds, ...]]:
    """For each journey its metrics, all with different ids."""
    keys = [f"{key}-no" for key in draw(ids(0, 2 * journeys + 1))]
    methods = [draw(st.sampled_from(METHODS)) for _ in keys]
    places = [draw(st.sampled_from(["", "phase", "step", "segment"])) for _ in keys]
    made = [
        MetricIds(key, method, "" if method == "clv" else place)
        for key, method, place in zip(keys, methods, places, strict=True)
    ]
    return [tuple(made[index::journeys]) for index in range(journeys)]


@st.composite
def _scopes(draw: DrawFn, key: str, metrics: tuple[MetricIds, ...]) -> Scope:
    steps = draw(ids(0, 6))
    phases = draw(ids(1, 3))
    ends = sorted(draw(st.lists(st.integers(0, len(steps)), min_size=len(phases) - 1, max_size=len(phases) - 1)))
    cuts = [0, *ends, len(steps)]
    return Scope(
        key,
        {phase: steps[cuts[i] : cuts[i + 1]] for i, phase in enumerate(phases)},
        hotspots=draw(ids(0, 2)),
        ideas=draw(ids(0, 1)),
        actions=draw(ids(0, 2)),
        goals=tuple(f"{goal}-goal" for goal in draw(ids(0, max(0, len(metrics) - 1)))),
        evidence={name: draw(st.sampled_from(CONSENTS)) for name in draw(ids(0, 2))},
        metrics=metrics,
    )
