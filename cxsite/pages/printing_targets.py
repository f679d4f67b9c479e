"""How large the letters of a target map and of a comparison are on paper, as `printing.py` does for current maps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxsite.derive.maps.columns import columns_by_phase, counts_of
from cxsite.derive.maps.gaps import Gap, PhaseGap, Side
from cxsite.derive.maps.rows import PhaseRow, StepRow
from cxsite.derive.maps.targets import TargetView
from cxsite.derive.stepviews import MapDetail
from cxsite.pages.lanes import Lanes
from cxsite.pages.printing import Cells, cells_of, head_of, lengths, size_of

_BADGE = "Δ changed"
_ACTION, _GAP = "A1 the name of an action, where it stands and when it is due, and who" * 2, "name" * 20


def target_print_size(made: MapDetail, view: TargetView, lanes: Lanes, above: Sequence[int] = ()) -> int:
    """The size of letters for a target map, in per cent, below texts of these lengths."""
    if not made.phases:
        return 100
    living = {phase.gap.id: phase for phase in view.phases}
    phases = [living[phase.view.phase.key] for phase in made.phases]
    rows = {row.gap.id: row for row in view.rows}
    said = zip(cells_of("steps", made, {}), (one.step.key for phase in made.phases for one in phase.steps), strict=True)
    own: dict[str, Cells] = {
        "steps": tuple((*texts, *map(len, _became(rows[key]))) for texts, key in said),
        "change": lengths(_change(rows[one.step.key].gap) for phase in made.phases for one in phase.steps),
        "gone": lengths(
            tuple(text for row in view.gone.get(phase.gap.id, ()) for text in ("removed", row.name, *_change(row.gap)))
            for phase in phases
        ),
        **_of_phases(view, phases),
    }
    filled = [(key, own[key] if key in own else cells_of(key, made, {})) for key in lanes.keys]
    return size_of([("phase", _heads(phases)), *filled], counts_of(made.view), above=above)


def compare_print_size(view: TargetView, above: Sequence[int] = ()) -> int:
    """The size of letters for a comparison, in per cent, below texts of these lengths."""
    rows = [row for phase in view.phases for row in phase.of_customers]
    filled: list[tuple[str, Cells]] = [
        ("phase", _heads(view.phases)),
        ("before", lengths(_card(row.gap.before) for row in rows)),
        ("after", lengths(_card(row.gap.after) for row in rows)),
        ("change", lengths(("=", "same", *_change(row.gap)) for row in rows)),
        ("felt", ()),
        ("taken", lengths(("bar", "−10 min", "−£10.00") for _ in rows)),
        *_of_phases(view, view.phases).items(),
    ]
    return size_of(filled, columns_by_phase(view), above=above)


def _heads(phases: Iterable[PhaseRow]) -> Cells:
    return lengths(
        head_of(phase.name, phase.gap.owners[1] or phase.gap.owners[0], "" if phase.gap.state == "same" else _BADGE)
        for phase in phases
    )


def _became(row: StepRow) -> tuple[str, ...]:
    """What a card says of its step's way: its sign, and where it stood."""
    moved, before = row.gap.moved, row.gap.before
    return (_BADGE, *((_BADGE, f"Was step 10 in {before.stop.phase.name}") if moved and before else ()))


def _of_phases(view: TargetView, phases: Iterable[PhaseRow]) -> dict[str, Cells]:
    phases = tuple(phases)
    whys = [[phase.gap.why, *(row.gap.why for row in phase.steps)] for phase in phases]
    carried = [{thing for why in of_phase if why for thing in why.carried_by} for of_phase in whys]
    places = [{phase.gap.id, *(row.gap.id for row in phase.steps)} for phase in phases]
    goals = [sum(bool({one.goal.phase, one.goal.step} & here) for one in view.goals) for here in places]
    return {
        "carried": lengths((_ACTION,) * len(things) for things in carried),
        "gaps": lengths(("name", "1.00, n 1,000, 95 % interval 1.00 to 1.00", "2026", _GAP) * count for count in goals),
    }


def _change(gap: Gap | PhaseGap) -> tuple[str, ...]:
    why = gap.why
    chips = " " * 8 * (len(why.hotspots) + len(why.carried_by)) if why else ""
    return (gap.what, *(why.principles if why else ()), chips, *(() if why or gap.state == "same" else ("Nobody" * 4,)))


def _card(side: Side | None) -> tuple[str, ...]:
    return ("channel of it", f"{side.stop.step.name}   ") if side else ("Did not exist",)
