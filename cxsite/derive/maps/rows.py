"""The rows of a target: each phase and step with what became of it, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cxsite.derive.effort.effort import Effort, MapEffort, Sum
from cxsite.derive.links.things import Thing
from cxsite.derive.maps.differences import Difference, differences
from cxsite.derive.maps.gaps import Gap, Ledger, PhaseGap, Side
from cxsite.derive.maps.said import Said, Sayer, by_field
from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import customer_stops
from cxsite.derive.places.readings import Feeling, Readings
from cxsite.model.journey import Journey
from cxsite.model.target import PhaseDifference, StepDifference
from cxsite.model.targetmap import TargetMap, TargetPhase, TargetStep


@dataclass(frozen=True)
class Felt:
    """A feeling on a map. `intended` is true where a target means it to be so, and nobody has measured it yet."""

    feeling: Feeling
    word: str
    intended: bool


@dataclass(frozen=True)
class StepRow:
    """A step of the full target, or the mark that a removed or moved one left.

    `number` counts the customer's steps on the target, `was` those on the map it differs from; None where there is no
    such step, and for our own. `before` and `after` hold what each map says of it, empty where it is not there.
    """

    gap: Gap
    mark: bool
    number: int | None
    was: int | None
    entry: StepDifference | None
    before: Mapping[str, Said]
    after: Mapping[str, Said]
    differences: tuple[Difference, ...]
    felt: tuple[Felt | None, Felt | None]
    """Before and after; None where nobody assessed it."""

    @property
    def gone_elsewhere(self) -> bool:
        """True for the mark of a step that stands elsewhere now."""
        return self.mark and self.gap.state != "removed"

    @property
    def side(self) -> Side | None:
        """The step as it is to be; a removed one as it was."""
        return self.gap.after or self.gap.before

    @property
    def name(self) -> str:
        """What the step is called on the target; a removed one as it was called."""
        return self.side.stop.step.name if self.side else self.gap.id

    @property
    def of_customer(self) -> bool:
        """True for a step of the customer's own, False for one of ours behind it."""
        return self.side is not None and self.side.stop.step.lane in (None, "customer")

    @property
    def unreasoned(self) -> bool:
        """True where it differs, and neither a hotspot nor a principle is named."""
        why = self.gap.why
        return self.gap.differs and not (why and (why.hotspots or why.principles))

    @property
    def done(self) -> bool:
        """True where an entry is written, and nothing differs any more."""
        return self.entry is not None and self.gap.state == "same"


@dataclass(frozen=True)
class PhaseRow:
    """A phase of the full target with its steps and marks in order. A removed one has no number."""

    gap: PhaseGap
    number: int | None
    entry: PhaseDifference | None
    rows: tuple[StepRow, ...]
    before: Mapping[str, Said]
    after: Mapping[str, Said]
    differences: tuple[Difference, ...]
    effort: tuple[Effort | None, Effort | None]
    """Of its steps on the main path, before and after; None where it is not there."""

    def sums(self, part: str) -> tuple[tuple[str, Sum | None], ...]:
        """One part of its effort before and after."""
        found = [getattr(effort, part) if effort else None for effort in self.effort]
        return ("before", found[0]), ("after", found[1])

    @property
    def name(self) -> str:
        """What the phase is called on the target; a removed one as it was called."""
        phase = self.gap.after or self.gap.before
        return phase.name if phase else self.gap.id

    @property
    def steps(self) -> tuple[StepRow, ...]:
        """Each step once: a removed one at its mark, a moved one at its new place."""
        return tuple(row for row in self.rows if not row.gone_elsewhere)

    @property
    def carriers(self) -> tuple[Thing, ...]:
        """The actions that carry its changes and those of its steps, each once."""
        whys = [self.gap.why, *(row.gap.why for row in self.steps)]
        return tuple(dict.fromkeys(thing for why in whys if why for thing in why.carried_by))

    @property
    def of_customers(self) -> tuple[StepRow, ...]:
        """The steps of customers, each once."""
        return tuple(row for row in self.steps if row.of_customer)

    @property
    def done(self) -> bool:
        """True where an entry is written, and nothing differs any more."""
        return self.entry is not None and self.gap.state == "same"


def _by_phase(effort: MapEffort) -> dict[str, Effort]:
    return {one.phase.key: one.effort for one in effort.phases}


class Rows:
    """Goes through the full target, counting."""

    def __init__(self, journey: Journey, ledger: Ledger, resolved: TargetMap, readings: Readings) -> None:
        self.journey, self.resolved, self.readings = journey, resolved, readings
        self.say = Sayer(journey, readings, Parties(readings.portfolio))
        self.gaps = {gap.id: gap for gap in ledger.gaps}
        self.phase_gaps = ledger.phases
        self.efforts = _by_phase(ledger.before), _by_phase(ledger.after)
        base = [stop.key for stop in customer_stops([one.phase for one in ledger.before.phases])]
        self.was = {key: number for number, key in enumerate(base, 1)}
        self.number = 0

    def phases(self) -> Iterator[PhaseRow]:
        """Each phase of the full target, in order."""
        number = 0
        for phase, gap in zip(self.resolved.phases, self.phase_gaps, strict=True):
            number += gap.after is not None
            rows = tuple(self._row(step) for step in phase.steps)
            yield self._phase(phase, gap, number if gap.after else None, rows)

    def _phase(self, phase: TargetPhase, gap: PhaseGap, number: int | None, rows: tuple[StepRow, ...]) -> PhaseRow:
        before, after = (self.say.phase(one) if one else () for one in (gap.before, gap.after))
        changed = differences(before, after)
        sums = self.efforts[0].get(gap.id), self.efforts[1].get(gap.id)
        return PhaseRow(gap, number, phase.difference, rows, by_field(before), by_field(after), changed, sums)

    def _row(self, step: TargetStep) -> StepRow:
        gap = self.gaps[step.id]
        counts = not step.mark and step.step.lane in (None, "customer")
        self.number += counts
        before, after = (self.say.step(side.stop) if side else () for side in (gap.before, gap.after))
        return StepRow(
            gap,
            step.mark,
            self.number if counts else None,
            self.was.get(step.id),
            step.difference,
            by_field(before),
            by_field(after),
            differences(before, after),
            (self._felt(gap.before), self._felt(gap.after)),
        )

    def _felt(self, side: Side | None) -> Felt | None:
        if side is None:
            return None
        step = side.stop.step
        feeling = self.readings.feeling(self.journey, step)
        if feeling is None:
            return None
        return Felt(feeling, step.overall_feeling or "", not self.readings.as_today(self.journey, step))
