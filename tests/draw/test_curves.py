"""The curves of a target and of the map it differs from."""

from __future__ import annotations

from derive.known import Known, example, known, one_phase

from cxsite.derive.maps.gaps import gap_ledger
from cxsite.derive.maps.targets import view_target
from cxsite.draw.curves import curves_of
from cxsite.draw.marks.emotion import Curve, Emotion

EASE = {
    "metrics/m.yml": "metrics:\n  - {id: ease, name: Ease, method: mean, better: down, scale: 1..5, source: ease.csv}\n",
    "metrics/ease.csv": "period,journey,step,mean,sd,n\n2026-01,a,s1,4.9,0.8,100\n",
}


def curves(made: Known) -> Emotion:
    ledger = gap_ledger(made.journey, "target", made.readings)
    return curves_of(view_target(made.journey, "target", ledger, (), made.readings), "Today")


def of(target: str, *steps: str, more: str = "") -> Emotion:
    return curves(known(one_phase(*steps, more=more) + f"target: {{{target}}}\n", EASE))


def values(curve: Curve | None) -> list[tuple[int, float | None]]:
    return [(i, felt.value) for i, felt in curve.points] if curve else []


def test_each_curve_has_the_steps_of_its_map_in_the_columns_of_both() -> None:
    made = of(
        "steps: [{remove: s1}, {add: new, after: s2, name: New, emotion: 1}]",
        "id: s1, name: One, emotion: -1",
        "id: s2, name: Two",
        "id: s3, name: Ours, lane: backstage, emotion: 2",
    )
    assert made.steps == ("One", "Two", "New")
    assert (values(made.current), values(made.target)) == ([(0, -1), (1, None)], [(1, None), (2, 1)])


def test_each_point_says_how_it_is_known() -> None:
    made = of(
        "steps: [{change: s2, emotion: 1}, {change: s3, emotion: none}]",
        *("id: s1, name: One", "id: s2, name: Two, emotion: -1", "id: s3, name: Three, emotion: 0.5"),
        more="emotion_from: ease\n",
    )
    assert made.target
    (_, measured), (_, intended), (_, nothing) = made.target.points
    assert measured.known.startswith("n 100, mean")
    assert (intended.known, nothing.known) == ("intended, not yet measured", "intended, not yet measured")
    assert made.current.points[1][1].known == "assessed, not measured"


def test_a_measured_interval_is_turned_with_its_scale_and_cut_at_its_end() -> None:
    made = of("by: 2027", "id: s1, name: One", more="emotion_from: ease\n")
    ((_, felt),) = made.current.points
    assert felt.low is not None and felt.high is not None and felt.value is not None
    assert -2 == felt.low < felt.value < felt.high


def test_the_example_has_both_curves() -> None:
    made = curves(example())
    assert len(made) == 19
    assert made.target
    assert (len(made.current.points), len(made.target.points)) == (16, 16)
