"""A whole journey as one mapping: phases and steps, hotspots, ideas, actions, goals, evidence, a target."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from strategies.entries import Fields, Maker
from strategies.targets import draw_target
from strategies.world import Scope, World, worlds

FORMER = "-once"
"""What a former id ends with; no id of a world does."""


def named(draw: DrawFn, maker: Maker, shape: str, scope: Scope | None, keys: Iterable[str]) -> list[Fields]:
    """An entry for each id, now and then with a former id, and sometimes one more that has only a name."""
    entries = []
    for key in keys:
        entry = {"id": key, **draw(maker.entry(shape, scope))}
        if draw(st.integers(0, 5)) == 5:
            former = f"{key}{FORMER}"
            entry["formerly"] = draw(st.sampled_from([former, [former, f"{former}-too"]]))
        entries.append(entry)
    return entries


def unnamed(draw: DrawFn, maker: Maker, shape: str, scope: Scope | None) -> list[Fields]:
    """Sometimes one entry without an id, which nothing refers to."""
    if draw(st.integers(0, 3)) < 3:
        return []
    entry = draw(maker.entry(shape, scope))
    return [{**entry, "name": f"Not referred to ({shape})"}]


@st.composite
def journeys(draw: DrawFn, world: World | None = None, scope: Scope | None = None) -> Fields:
    """One journey of the world, with all that is said about it, in no particular order of keys.

    Its target stands below `target`; further ones stand in files of their own, so `contents()` adds them.
    """
    world = world or draw(worlds())
    return draw_journey(draw, Maker(world), scope or world.journeys[0])


def draw_journey(draw: DrawFn, maker: Maker, scope: Scope) -> Fields:
    world = maker.world
    by_step = world.made_by(("mean", "median"), scope, "step")
    by_phase = world.made_by(("share",), scope, "phase")
    given = {
        **({"emotion_from": maker.refs(by_step, many=True)} if by_step else {}),
        **({"without_a_hitch": maker.refs(by_phase)} if by_phase else {}),
    }
    journey = {**draw(maker.entry("journey", scope, **given)), "phases": draw_phases(draw, maker, scope)}
    parts = {
        "hotspots": [*_hotspots(draw, maker, scope), *unnamed(draw, maker, "hotspot", scope)],
        "ideas": named(draw, maker, "idea", scope, scope.ideas),
        "actions": [*named(draw, maker, "action", scope, scope.actions), *unnamed(draw, maker, "action", scope)],
        "goals": goals(draw, maker, scope),
        "evidence": evidence(draw, maker, scope, scope.evidence),
    }
    journey |= {key: entries for key, entries in parts.items() if entries}
    if draw(st.booleans()):
        journey["target"] = draw_target(draw, maker, scope, journey).fields
    return journey


@st.composite
def phases(draw: DrawFn, world: World | None = None) -> list[Fields]:
    """The phases, with their steps, of the world's first journey."""
    world = world or draw(worlds())
    return draw_phases(draw, Maker(world), world.journeys[0])


def draw_phases(draw: DrawFn, maker: Maker, scope: Scope) -> list[Fields]:
    made = []
    for key, steps in scope.phases.items():
        (phase,) = named(draw, maker, "phase", scope, [key])
        entries = named(draw, maker, "step", scope, steps)
        for entry in entries[:1]:
            entry.pop("lane", None)  # what stands first is the customer's
        if entries:
            phase["steps"] = entries
        made.append(phase)
    if "steps" in made[-1]:
        made[-1]["steps"].extend(unnamed(draw, maker, "step", scope))
    return made


def _hotspots(draw: DrawFn, maker: Maker, scope: Scope) -> list[Fields]:
    """Hotspots that stand on the map."""
    entries = named(draw, maker, "hotspot", scope, scope.hotspots)
    return [{**entry, "phases": entry.get("phases", next(iter(scope.phases)))} for entry in entries]


def goals(draw: DrawFn, maker: Maker, scope: Scope) -> list[Fields]:
    """A goal for each id, each with a metric of its own; the last metric is left to the targets."""
    made: list[Fields] = []
    for key, metric in zip(scope.goals, scope.metrics, strict=False):
        made.append({"id": key, **draw(maker.entry("goal", scope, metric=st.just(metric.id)))})
    return made


def evidence(draw: DrawFn, maker: Maker, scope: Scope | None, consents: Any) -> list[Fields]:
    """A source for each id, with the consent that the world knows of."""
    entries = named(draw, maker, "evidence", scope, consents)
    return [{**entry, **({"consent": consents[entry["id"]]} if consents[entry["id"]] else {})} for entry in entries]
