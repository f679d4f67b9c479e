"""The full target map, computed from the map it starts from and what is written to differ.

The rules are those of the authoring guide: phases first, then each step entry in the order written. A step that is
removed or moved leaves a mark in its old place, for the comparison; marks are not steps, but a place can be named by
one. What is wrong comes back as `Trouble`, and the rest is resolved all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.diagnostics import closest
from cxsite.model.draft import Item, Stretch
from cxsite.model.journey import Journey
from cxsite.model.overlay import laid_over, made, written_fields
from cxsite.model.step import Branch, Phase, PhaseFields, Step, StepFields
from cxsite.model.target import PhaseDifference, StepDifference, Target
from cxsite.model.targetmap import TargetMap, Trouble
from cxsite.model.troubles import Troubles

CURRENT = "current"


def resolve_target(journey: Journey, target_id: str, instead: Target | None = None) -> TargetMap:
    """The full map of one of the journey's targets; of another target in its place, where one is given."""
    return _resolve(journey, instead or journey.targets[target_id], target_id, ())


def resolve(phases: Iterable[Phase], target: Target, target_id: str = "target") -> TargetMap:
    """The full map of a target that starts from these phases."""
    builder = _Resolver(phases)
    builder.apply(target)
    return TargetMap(target_id, tuple(stretch.frozen() for stretch in builder.stretches), tuple(builder.troubles))


def _resolve(journey: Journey, target: Target, target_id: str, above: tuple[str, ...]) -> TargetMap:
    start, troubles = _start(journey, target, (*above, target_id))
    resolved = resolve(start, target, target_id)
    return TargetMap(target_id, resolved.phases, (*troubles, *resolved.troubles))


def _start(journey: Journey, target: Target, chain: tuple[str, ...]) -> tuple[tuple[Phase, ...], tuple[Trouble, ...]]:
    if target.from_ == CURRENT:
        return journey.phases, ()
    if target.from_ in chain:
        message = f"the targets {', '.join(f'`{name}`' for name in chain)} start from one another"
        return journey.phases, (Trouble("from", target, "from", message, "let one of them start from `current`"),)
    if target.from_ not in journey.targets:
        known = [CURRENT, *journey.targets]
        near = closest(target.from_, known)
        hint = f"did you mean `{near}`?" if near else f"there is {', '.join(f'`{name}`' for name in known)}"
        return journey.phases, (Trouble("from", target, "from", f"there is no target `{target.from_}`", hint, near),)
    base = _resolve(journey, journey.targets[target.from_], target.from_, chain)
    return tuple(phase.phase for phase in base.living), tuple(t for t in base.troubles if t.kind == "from")


class _Resolver(Troubles):
    """Applies the entries of a target, one after the other."""

    def __init__(self, phases: Iterable[Phase]) -> None:
        super().__init__()
        self.stretches = [Stretch(phase.key, phase, phase) for phase in phases]
        for stretch in self.stretches:
            stretch.items = [Item(step.key, step, step) for step in stretch.phase.steps]
        self.named: set[str] = set()
        self.into: dict[str, StepDifference] = {}

    def apply(self, target: Target) -> None:
        """Phases first, then steps, then what follows from both."""
        for phase in target.phases:
            self._phase(phase)
        self._join_removed_phases()
        self.named = set()
        for entry in target.steps:
            getattr(self, f"_{entry.verb}_step")(entry)
        self._find_stranded()
        self._check_takers()
        self._follow_branches()

    # phases

    def _phase(self, entry: PhaseDifference) -> None:
        if entry.verb == "add":
            self._add_phase(entry)
            return
        stretch = self._stretch(entry.ref)
        if stretch is None or not self._first_mention(entry):
            if stretch is None:
                self.unknown(entry, entry.verb, "phase", [s.id for s in self.stretches])
            return
        stretch.difference = entry
        if entry.verb == "remove":
            stretch.state, stretch.gone_into = "removed", entry.into or ""
            if entry.into and (self._stretch(entry.into) is None or entry.into == entry.ref):
                self.unknown(entry, "into", "phase", [s.id for s in self.stretches if s.id != entry.ref])
            return
        written = written_fields(entry, PhaseFields)
        stretch.phase, changed = laid_over(stretch.phase, entry, written)
        stretch.state = "changed" if changed else "same"
        moves = bool(entry.before or entry.after)
        if moves:
            place = self.stretches.index(stretch)
            self.stretches.remove(stretch)
            stretch.moved = self._insert_phase(stretch, entry)
            if not stretch.moved:
                self.stretches.insert(place, stretch)
        if not changed and not moves:
            self.done(entry, "phase")

    def _add_phase(self, entry: PhaseDifference) -> None:
        if self._stretch(entry.ref) is not None:
            self.in_use(entry, "phase")
            return
        stretch = Stretch(entry.ref, made(Phase, entry, PhaseFields), None, state="added", difference=entry)
        if not self._insert_phase(stretch, entry):
            self.stretches.append(stretch)

    def _insert_phase(self, stretch: Stretch, entry: PhaseDifference) -> bool:
        anchor = entry.before or entry.after
        found = self._stretch(anchor) if anchor else None
        if anchor and found is None:
            self.no_anchor(entry, "before" if entry.before else "after", "phase", [s.id for s in self.stretches])
            return False
        index = self.stretches.index(found) + bool(entry.after) if found else len(self.stretches)
        self.stretches.insert(index, stretch)
        return True

    def _join_removed_phases(self) -> None:
        places = {stretch.id: index for index, stretch in enumerate(self.stretches)}
        goes = [(stretch, into) for stretch in self.stretches if (into := self._home_of(stretch)) is not None]
        forward = [(stretch, into) for stretch, into in goes if places[into.id] > places[stretch.id]]
        back = [(stretch, into) for stretch, into in goes if places[into.id] < places[stretch.id]]
        for stretch, into in reversed(forward):
            into.items, stretch.items = [*stretch.items, *into.items], []
        for stretch, into in back:
            into.items, stretch.items = [*into.items, *stretch.items], []

    def _home_of(self, stretch: Stretch) -> Stretch | None:
        """Where the steps of a removed phase end up; that phase may be removed into another one itself."""
        into, seen = stretch, {stretch.id}
        while into.state == "removed":
            following = self._stretch(into.gone_into) if into.gone_into else None
            if following is None or following.id in seen:
                return None
            seen.add(following.id)
            into = following
        return into if into is not stretch else None

    # steps

    def _change_step(self, entry: StepDifference) -> None:
        item = self._living(entry)
        if item is None:
            return
        written = written_fields(entry, StepFields)
        item.step, changed = laid_over(item.step, entry, written)
        item.difference = entry
        item.state = "changed" if changed else "same"
        moves = bool(entry.before or entry.after or entry.phase)
        if moves:
            self._move(item, entry)
        if not changed and not moves:
            self.done(entry, "step")

    def _remove_step(self, entry: StepDifference) -> None:
        item = self._living(entry)
        if item is None:
            return
        item.state, item.mark, item.difference = "removed", True, entry
        if entry.into:
            self.into[item.id] = entry

    def _add_step(self, entry: StepDifference) -> None:
        if self._item(entry.ref) is not None:
            self.in_use(entry, "step")
            return
        self.named.add(entry.ref)
        step = made(Step, entry, StepFields)
        item = Item(entry.ref, step, None, "added", entry)
        if not (entry.before or entry.after or entry.phase):
            message = f"the new step `{entry.ref}` has no place"
            self.trouble("no-place", entry, "add", message, "say `before:`, `after:` or `phase:`")
        elif self._insert(item, entry):
            return
        for stretch in reversed(self.stretches):  # at the end of what there is, so that it is not lost
            if stretch.state != "removed":
                stretch.items.append(item)
                return

    def _move(self, item: Item, entry: StepDifference) -> None:
        stretch = next(s for s in self.stretches if item in s.items)
        index = stretch.items.index(item)
        mark = Item(item.id, item.origin or item.step, item.origin, "same", entry, moved=True, mark=True)
        stretch.items[index] = mark
        item.moved = True
        if not self._insert(item, entry):
            item.moved = False
            stretch.items[index] = item

    def _insert(self, item: Item, entry: StepDifference) -> bool:
        if entry.phase and not (entry.before or entry.after):
            stretch = self._stretch(entry.phase)
            if stretch is None or stretch.state == "removed":
                self.no_anchor(entry, "phase", "phase", [s.id for s in self.stretches if s.state != "removed"])
                return False
            stretch.items.append(item)
            return True
        field_, anchor_id = ("before", entry.before) if entry.before else ("after", entry.after)
        anchor = self._item(str(anchor_id)) if anchor_id != item.id else None
        if anchor is None:
            self.no_anchor(entry, field_, "step", [i.id for i in self._items() if i.id != item.id])
            return False
        stretch = next(s for s in self.stretches if anchor in s.items)
        index = stretch.items.index(anchor)
        if field_ == "after":
            item.behind = anchor.behind | {anchor.id}
            index = max(i for i, other in enumerate(stretch.items) if other is anchor or anchor.id in other.behind) + 1
        stretch.items.insert(index, item)
        return True

    # what follows

    def _find_stranded(self) -> None:
        for stretch in self.stretches:
            left = [item.id for item in stretch.items if not item.mark]
            if stretch.state == "removed" and left and stretch.difference:
                names = ", ".join(f"`{name}`" for name in left)
                message = f"the phase `{stretch.id}` is removed, and {names} would be left without one"
                self.trouble("stranded", stretch.difference, "remove", message, "say `into:`, or remove or move them")

    def _check_takers(self) -> None:
        """Who takes over a removed step may be added below it, so it is looked for at the end."""
        for removed, entry in list(self.into.items()):
            taker = self._item(str(entry.into))
            if taker is None or taker.id == removed:
                self.unknown(entry, "into", "step", [item.id for item in self._items() if item.id != removed])
                del self.into[removed]

    def _follow_branches(self) -> None:
        for item in self._items():
            if item.mark or not item.step.next:
                continue
            item.ways = tuple((branch, self._way(branch)) for branch in item.step.next)
            ways = tuple(way for _, way in item.ways if way is not None)
            if ways != item.step.next:
                item.step = item.step.model_copy(update={"next": ways})

    def _way(self, branch: Branch) -> Branch | None:
        """The branch to the step that takes over a removed one; None where none does."""
        item, seen = self._item(branch.step), set[str]()
        if item is None or not item.mark:
            return branch
        while item is not None and item.mark and item.id not in seen:
            seen.add(item.id)
            item = self._item(str(self.into[item.id].into)) if item.id in self.into else None
        return None if item is None or item.mark else branch.model_copy(update={"step": item.id})

    # looking up

    def _items(self) -> list[Item]:
        return [item for stretch in self.stretches for item in stretch.items]

    def _item(self, step: str) -> Item | None:
        """The step with this id, at its new place where it has moved, or its mark where it was removed."""
        found = [item for item in self._items() if item.id == step]
        found = found or [item for item in self._items() if step in item.step.formerly]
        return next((item for item in found if not (item.mark and item.moved)), None)

    def _stretch(self, phase: str | None) -> Stretch | None:
        found = next((stretch for stretch in self.stretches if stretch.id == phase), None)
        return found or next((stretch for stretch in self.stretches if phase in stretch.phase.formerly), None)

    def _living(self, entry: StepDifference) -> Item | None:
        item = self._item(entry.ref)
        if item is None or item.origin is None:
            self.unknown(entry, entry.verb, "step", [i.id for i in self._items() if i.origin])
            return None
        return item if self._first_mention(entry) else None

    def _first_mention(self, entry: StepDifference | PhaseDifference) -> bool:
        if entry.ref in self.named:
            message = f"`{entry.ref}` already has an entry above"
            self.trouble("twice", entry, entry.verb, message, "put both into one entry")
            return False
        self.named.add(entry.ref)
        return True
