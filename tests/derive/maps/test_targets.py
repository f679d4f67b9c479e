"""A target map as its pages show it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.effort.effort import Sum
from cxsite.derive.maps.gaps import gap_ledger
from cxsite.derive.maps.targets import TargetView, said_counts, said_unknown, view_target
from derive.known import Known, every, example, known, moderate, one_phase

STEPS = ("id: s1, name: One, emotion: -1", "id: s2, name: Two", "id: s3, name: Three, lane: backstage")


def of(made: Known, target: str = "target") -> TargetView:
    ledger = gap_ledger(made.journey, target, made.readings)
    return view_target(made.journey, target, ledger, (), made.readings)


def view(target: str) -> TargetView:
    return of(known(one_phase(*STEPS) + f"target:\n{target}"))


def test_steps_are_numbered_on_both_maps_and_marks_are_not() -> None:
    made = view("  steps: [{remove: s1}, {add: new, before: s2, name: New}]\n")
    assert [(row.gap.id, row.number, row.was) for row in made.rows] == [
        ("s1", None, 1), ("new", 1, None), ("s2", 2, 2), ("s3", None, None),
    ]  # fmt: skip


def test_a_moved_step_stands_once_among_the_steps_and_its_mark_beside_them() -> None:
    made = view("  steps: [{change: s1, after: s2}]\n")
    (phase,) = made.phases
    assert [(row.gap.id, row.gone_elsewhere) for row in phase.rows] == [
        ("s1", True),
        ("s2", False),
        ("s1", False),
        ("s3", False),
    ]
    assert [row.gap.id for row in phase.steps] == ["s2", "s1", "s3"]


def test_a_feeling_that_differs_from_todays_is_intended() -> None:
    felt = {row.gap.id: row.felt for row in view("  steps: [{change: s1, emotion: 1, feeling: Glad}]\n").rows}
    before, after = felt["s1"]
    assert before and after
    assert (before.intended, before.feeling.value) == (False, -1)
    assert (after.intended, after.feeling.value, after.word) == (True, 1, "Glad")
    assert felt["s2"] == (None, None)


def test_a_step_written_as_it_already_is_is_done() -> None:
    made = view("  steps: [{change: s1, name: One}]\n")
    assert [one.name for one in made.done] == ["One"]
    assert made.is_open
    assert made.troubles == ()


def test_counts_are_said_without_what_stays() -> None:
    made = view("  steps: [{remove: s1}, {change: s2, name: Zwei}]\n")
    assert made.counts == (("changed", 1), ("removed", 1), ("same", 1))
    assert said_counts(made.counts) == made.heading == "1 step changed, 1 removed"
    assert view("  by: 2027\n").heading == "No step differs yet"


def test_what_a_sum_leaves_out_is_counted() -> None:
    assert said_unknown(Sum(1, 1, assessed=3)) == ""
    assert said_unknown(Sum(1, 1, 3, 2, 1, 1)) == (
        "of 6 steps 2 not assessed, 1 taken by an unknown share, 1 in another currency"
    )


def test_a_step_of_ours_is_none_of_the_customers() -> None:
    assert [row.of_customer for row in view("  by: 2027\n").rows] == [True, True, False]


def test_a_removed_phase_has_no_effort_after() -> None:
    made = known(
        "phases: [{id: p, name: P, steps: [{id: s, name: S, effort: {time: 2min}}]}, {id: q, name: Q}]\n"
        "target: {phases: [{remove: p, into: q}]}\n"
    )
    gone, stays = of(made).phases
    assert (gone.number, stays.number) == (None, 1)
    assert gone.sums("minutes")[1] == ("after", None)
    assert (stays.sums("minutes")[1][1] or Sum(None, None)).expected == 2


def test_the_rows_of_the_example_are_those_of_its_ledger() -> None:
    made = of(example())
    assert [row.gap for row in made.rows] == list(made.ledger.gaps)
    assert [row.part for row in made.effort] == ["minutes", "money", "emotion"]
    assert made.effort[0].expected == made.ledger.expected.minutes


@moderate
@given(contents())
def test_every_target_of_any_project_has_its_view(content: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for made in every(write(Path(folder), files_of(content))):
            for target in made.journey.targets:
                shown = of(made, target)
                assert sorted(row.gap.id for row in shown.rows) == sorted(gap.id for gap in shown.ledger.gaps)
