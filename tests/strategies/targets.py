"""Targets: changes, additions, removals and moves of steps and phases that fit the map they start from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from strategies.entries import Fields, Maker
from strategies.world import Scope, World, world_of

Map = dict[str, list[str]]
"""Phase to its steps, in order where nothing was moved."""


@dataclass(frozen=True)
class Drawn:
    """A target as it is written, and which phases and steps there are when it is reached."""

    fields: Fields
    then: Map


@st.composite
def targets_for(draw: DrawFn, journey: Mapping[str, Any], world: World | None = None) -> Fields:
    """A target of this journey. Steps and phases without an id stay as they are.

    Without a world the changes refer only to what the journey itself holds.
    """
    world = world or world_of(journey)
    return draw_target(draw, Maker(world), world.journeys[0], journey).fields


def map_of(journey: Mapping[str, Any]) -> Map:
    """The current map: what has an id, by phase."""
    return {
        phase["id"]: [step["id"] for step in phase.get("steps", ()) if "id" in step]
        for phase in journey["phases"]
        if "id" in phase
    }


def draw_target(
    draw: DrawFn, maker: Maker, scope: Scope, journey: Mapping[str, Any], key: str = "target", base: Map | None = None
) -> Drawn:
    """A target with the id `key`, that starts from the map `base` (without one: the current map)."""
    start = map_of(journey) if base is None else base
    unwritten = {p["id"] for p in journey["phases"] if "id" in p and any("id" not in s for s in p.get("steps", ()))}
    difference = _Difference(draw, maker, scope, key, start, unwritten)
    difference.write_phases()
    difference.write_steps()
    fields = draw(maker.entry("target", scope))
    if difference.phases:
        fields["phases"] = difference.phases
    if difference.steps:
        fields["steps"] = difference.steps
    if scope.metrics and len(scope.goals) < len(scope.metrics) and key == "target" and draw(st.booleans()):
        goal = draw(maker.entry("goal", scope, metric=st.just(scope.metrics[-1].id)))
        fields["goals"] = [{"id": "goal-then", **goal}]
    return Drawn(fields, {phase: steps for phase, steps in difference.now.items() if phase not in difference.gone})


class _Difference:
    """Writes entries one after the other and keeps account of what they do."""

    def __init__(self, draw: DrawFn, maker: Maker, scope: Scope, key: str, start: Map, held: set[str]) -> None:
        self.draw, self.maker, self.scope, self.key = draw, maker, scope, key
        self.start = start
        self.now: Map = {phase: list(steps) for phase, steps in start.items()}
        self.held = held
        """Phases that cannot go, since a step without an id would be left over."""
        self.gone: set[str] = set()
        self.emptied: list[str] = []
        self.phases: list[Fields] = []
        self.steps: list[Fields] = []

    def pick(self, options: Any) -> Any:
        return self.draw(st.sampled_from(list(options)))

    def chance(self, often: int) -> bool:
        """True in one of so many cases; False is the simple case."""
        return bool(self.draw(st.integers(0, often - 1)) == often - 1)

    def fields(self, shape: str) -> Fields:
        fields: Fields = self.draw(self.maker.entry(shape, self.scope))
        return fields

    # phases

    def write_phases(self) -> None:
        for phase in self.start:
            left = [p for p in self.now if p not in self.gone and p != phase]
            if not left or not self.chance(4):
                continue
            if self.chance(2) and phase not in self.held:
                self._remove_phase(phase, left)
            else:
                others = [p for p in self.now if p != phase]
                place = {self.pick(["before", "after"]): self.pick(others)} if self.chance(2) else {}
                self.phases.append({"change": phase, **self.fields("phase difference"), **place})
        if self.chance(4):
            new = f"new-phase-{self.key}"
            place = {self.pick(["before", "after"]): self.pick(self.now)} if self.chance(2) else {}
            self.phases.append({"add": new, "name": "New", **self.fields("phase difference"), **place})
            self.now[new] = []

    def _remove_phase(self, phase: str, left: list[str]) -> None:
        entry: Fields = {"remove": phase, "what": "Nobody needs it"}
        self.gone.add(phase)
        if self.chance(2):
            entry["into"] = self.pick(left)
            self.held.add(entry["into"])  # it has to stay now
            self.now[entry["into"]] += self.now[phase]
            self.now[phase] = []
        else:
            self.emptied += self.now[phase]
        self.phases.append(entry)

    # steps

    def write_steps(self) -> None:
        self.safe = {step for phase, steps in self.now.items() if phase not in self.gone for step in steps}
        """Steps to stand at: those in phases that stay."""
        every = [step for steps in self.start.values() for step in steps]
        touched = [step for step in every if step in self.emptied or self.chance(3)]
        self.going = {step for step in touched if self.chance(3)}
        for step in touched:
            if step in self.going:
                self._remove(step)
            else:
                place = self._place(step) if step in self.emptied or self.chance(3) else {}
                self.steps.append({"change": step, **self.fields("step difference"), **place})
        for number in range(self.draw(st.integers(0, 2))):
            new = f"new-{number}-{self.key}"
            place = self._place(new)
            self.steps.append({"add": new, "name": "New", **self.fields("step difference"), **place})

    def _remove(self, step: str) -> None:
        takers = sorted(self.safe - self.going - {step})
        into = {"into": self.pick(takers)} if takers and self.chance(2) else {}
        self.steps.append({"remove": step, "what": "No reason left", **into})
        self._home(step).remove(step)

    def _place(self, step: str) -> Fields:
        """Somewhere in a phase that stays; the step is there from then on."""
        living = [phase for phase in self.now if phase not in self.gone]
        anchors = sorted((self.safe & {s for phase in living for s in self.now[phase]}) - {step})
        if any(step in steps for steps in self.now.values()):
            self._home(step).remove(step)
        self.safe.add(step)
        if not anchors or self.chance(3):
            phase = self.pick(living)
            self.now[phase].append(step)
            return {"phase": phase}
        anchor = self.pick(anchors)
        self._home(anchor).append(step)
        return {self.pick(["before", "after"]): anchor}

    def _home(self, step: str) -> list[str]:
        return next(steps for steps in self.now.values() if step in steps)
