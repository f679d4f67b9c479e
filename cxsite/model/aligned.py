"""Two maps of a journey aligned by id, of which the one need not differ from the other as it is written.

`resolve.py` says what a target makes of the map it starts from. Here any two are laid beside one another: what the
later has and the earlier has not is added, what it lacks is removed, what stands in another place has moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxsite.model.journey import Journey
from cxsite.model.order import stay_in_order
from cxsite.model.resolve import CURRENT, resolve_target
from cxsite.model.step import Phase, PhaseFields, Step, StepFields
from cxsite.model.target import PhaseDifference, StepDifference
from cxsite.model.targetmap import State, TargetMap, TargetPhase, TargetStep


@dataclass(frozen=True)
class _Entries:
    """What is written of each step and phase on the way to a map, the last word of each."""

    steps: Mapping[str, StepDifference]
    phases: Mapping[str, PhaseDifference]


def phases_on(journey: Journey, name: str) -> tuple[Phase, ...]:
    """The phases of the current map, or of a target, with their steps and without what was removed."""
    if name == CURRENT or name not in journey.targets:
        return journey.phases
    return tuple(phase.phase for phase in resolve_target(journey, name).living)


def align(journey: Journey, before: str, after: str) -> TargetMap:
    """The map `after` with what becomes of each step of `before`; both by name."""
    old, new = phases_on(journey, before), phases_on(journey, after)
    return TargetMap(after, beside(old, new, _entries(journey, before, after)))


def beside(
    old: Sequence[Phase], new: Sequence[Phase], entries: _Entries | None = None, within: bool = False
) -> tuple[TargetPhase, ...]:
    """The phases of `new` with what becomes of each step of `old`.

    With `within` a step that stays in a phase moves among the steps of that phase alone: a phase takes its steps along.
    """
    entries = entries or _Entries({}, {})
    was = {step.key: (phase, step) for phase in old for step in phase.steps}
    stands = {step.key: phase.key for phase in new for step in phase.steps}
    order = {phase.key: place for place, phase in enumerate(new)} if within else {}
    there = [key for key in was if key in stands]
    stay = stay_in_order(
        sorted(there, key=lambda key: order.get(stands[key], 0)), [key for key in stands if key in was]
    )
    moved = {key for key in stands if key in was and (was[key][0].key != stands[key] or key not in stay)}
    known = {phase.key: phase for phase in old}
    kept = stay_in_order([key for key in known if key in {p.key for p in new}], [p.key for p in new if p.key in known])
    made = [_phase(one, known.get(one.key), one.key not in kept, was, moved, entries) for one in new]
    return tuple(_with_removed(made, old, stands, moved, entries))


def _entries(journey: Journey, before: str, after: str) -> _Entries:
    """Of the targets from `after` down to what both maps have in common."""
    shared = {before, *_chain(journey, before)}
    steps: dict[str, StepDifference] = {}
    phases: dict[str, PhaseDifference] = {}
    for name in (after, *_chain(journey, after)):
        if name in shared or name not in journey.targets:
            break
        for step in journey.targets[name].steps:
            steps.setdefault(step.ref, step)
        for phase in journey.targets[name].phases:
            phases.setdefault(phase.ref, phase)
    return _Entries(steps, phases)


def _chain(journey: Journey, name: str) -> Iterator[str]:
    """The maps that a map starts from, the nearest first."""
    seen = {name}
    while name in journey.targets and (name := journey.targets[name].from_) not in seen:
        seen.add(name)
        yield name


def _phase(
    phase: Phase,
    origin: Phase | None,
    moved: bool,
    was: Mapping[str, tuple[Phase, Step]],
    moves: set[str],
    entries: _Entries,
) -> TargetPhase:
    state: State = "added" if origin is None else ("changed" if _differs(origin, phase, PhaseFields) else "same")
    steps = tuple(_step(step, was.get(step.key), step.key in moves, entries) for step in phase.steps)
    entry = entries.phases.get(phase.key) if state != "same" or moved else None
    return TargetPhase(phase.key, state, phase, steps, origin, entry, moved and origin is not None)


def _step(step: Step, found: tuple[Phase, Step] | None, moved: bool, entries: _Entries) -> TargetStep:
    origin = found[1] if found else None
    state: State = "added" if origin is None else ("changed" if _differs(origin, step, StepFields) else "same")
    entry = entries.steps.get(step.key) if state != "same" or moved else None
    return TargetStep(step.key, state, step, origin, entry, moved)


def _differs(one: Step | Phase, other: Step | Phase, fields: type) -> bool:
    """Quotes stay with today, so that they are no difference."""
    names = {"name", *fields.model_fields} - {"quotes", "formerly", "steps"}  # type: ignore[attr-defined]
    same = all(getattr(one, name) == getattr(other, name) for name in names)
    return not same or one.nothing != other.nothing or one.own != other.own


def _with_removed(
    made: list[TargetPhase], old: Sequence[Phase], stands: Mapping[str, str], moved: set[str], entries: _Entries
) -> Iterator[TargetPhase]:
    """The phases with marks of what is gone, each behind what stood in front of it."""
    by_id = {phase.id: list(phase.steps) for phase in made}
    shown = [phase.id for phase in made]
    gone: dict[str, TargetPhase] = {}
    last = ""
    for phase in old:
        marks = {step.key: _mark(step, stands, entries) for step in phase.steps}
        if phase.key not in by_id:
            lost = tuple(mark for key, mark in marks.items() if key not in stands or key in moved)
            empty = phase.model_copy(update={"steps": ()})
            gone[phase.key] = TargetPhase(phase.key, "removed", empty, lost, phase, entries.phases.get(phase.key))
            shown.insert(shown.index(last) + 1 if last else 0, phase.key)
        else:
            _put(by_id[phase.key], phase, marks, stands, moved)
        last = phase.key
    living = {phase.id: phase for phase in made}
    for key in shown:
        yield gone[key] if key in gone else _with_steps(living[key], by_id[key])


def _with_steps(phase: TargetPhase, steps: Sequence[TargetStep]) -> TargetPhase:
    return TargetPhase(phase.id, phase.state, phase.phase, tuple(steps), phase.origin, phase.difference, phase.moved)


def _mark(step: Step, stands: Mapping[str, str], entries: _Entries) -> TargetStep:
    entry = entries.steps.get(step.key)
    if step.key in stands:
        return TargetStep(step.key, "same", step, step, entry, moved=True, mark=True)
    return TargetStep(step.key, "removed", step, step, entry, mark=True)


def _put(
    steps: list[TargetStep],
    phase: Phase,
    marks: Mapping[str, TargetStep],
    stands: Mapping[str, str],
    moved: set[str],
) -> None:
    """Puts the marks of one phase among its steps, each behind the step or mark in front of it."""
    place = 0
    for step in phase.steps:
        if step.key in stands and step.key not in moved:
            place = next(index for index, one in enumerate(steps) if one.id == step.key and not one.mark) + 1
        else:
            steps.insert(place, marks[step.key])
            place += 1
