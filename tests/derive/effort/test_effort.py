"""What a map takes from its customers."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import contents, files_of
from support import write

from cxsite.derive.effort.effort import PARTS, Effort, MapEffort, Sum, Weight, map_effort, summed, weight_of
from cxsite.derive.places.path import phases_of
from cxsite.model.resolve import resolve_target
from derive.known import every, example, known, moderate, one_phase

METRICS = {
    "metrics/m.yml": "metrics: [{id: went, name: Went, method: share, journey: a, source: went.csv}]\n",
    "metrics/went.csv": "period,step,numerator,denominator\n2026-01,s1,25,100\n",
}


def effort(*steps: str, files: dict[str, str] | None = None) -> MapEffort:
    made = known(one_phase(*steps), files)
    return map_effort(made.journey, made.readings)


def step(fields: str) -> str:
    return f"id: s1, name: One, {fields}"


@pytest.mark.parametrize(
    ("fields", "weight"),
    [
        ("channel: web", Weight(1, "everybody")),
        ("share: 60%", Weight(0.6, "share")),
        ("optional: true, share: 60%", Weight(0.6, "share")),
        ("unplanned: 44%", Weight(0.44, "unplanned")),
        ("unplanned: 44%, share: 60%", Weight(0.6, "share")),
        ("unplanned: true, share: 60%", Weight(0.6, "share")),
        ("unplanned: true", Weight(None, "unknown")),
        ("optional: true", Weight(None, "unknown")),
        ("unplanned: false", Weight(1, "everybody")),
        ("optional: false", Weight(1, "everybody")),
        ("unplanned: 0%", Weight(0, "unplanned")),
        ("repeats: 2..3", Weight(1, "everybody", 2.5)),
        ("unplanned: 40%, repeats: 2..3", Weight(0.4, "unplanned", 2.5)),
        ("repeats: weekly", Weight(1, "everybody", 1, "weekly")),
        ("unplanned: true, repeats: 4", Weight(None, "unknown", 4)),
        ("share: went", Weight(0.25, "share")),
        ("unplanned: went", Weight(0.25, "unplanned")),
    ],
)
def test_a_step_weighs_its_share_times_how_often(fields: str, weight: Weight) -> None:
    made = known(one_phase(step(fields)), METRICS)
    assert weight_of(made.journey, made.journey.steps[0], made.readings) == weight


def test_a_metric_without_a_number_at_the_step_leaves_its_share_unknown() -> None:
    made = known(one_phase("id: s1, name: One", "id: s2, name: Two, share: went, unplanned: 40%"), METRICS)
    assert weight_of(made.journey, made.journey.steps[1], made.readings) == Weight(None, "unknown")


@pytest.mark.parametrize(("weight", "value"), [(Weight(0.4, "share", 2.5), 1.0), (Weight(None, "unknown", 4), None)])
def test_the_weight_is_share_times_times(weight: Weight, value: float | None) -> None:
    assert weight.value == value


def test_the_example_takes_330_minutes_if_every_step_happens_and_280_as_expected() -> None:
    made = example()
    total = map_effort(made.journey, made.readings).total
    assert (total.minutes.every, total.money.every) == (330, 61)
    assert total.minutes.expected == pytest.approx(279.86)
    assert total.emotion.every == pytest.approx(7.3)
    assert (total.minutes.assessed, total.minutes.open, total.minutes.unweighed) == (16, 0, 0)


def test_the_target_of_the_example_takes_172_minutes() -> None:
    made = example()
    total = map_effort(made.journey, made.readings, phases_of(resolve_target(made.journey, "target"))).total
    assert (total.minutes.every, total.minutes.expected, total.money.every) == (172, 172, 11)
    assert total.emotion.every == pytest.approx(0.3)


def test_what_nobody_assessed_is_counted_and_not_summed() -> None:
    total = effort(step("effort: {time: 5min}"), "id: s2, name: Two").total
    assert total.minutes == Sum(5, 5, assessed=1, open=1)
    assert total.money == Sum(None, None, open=2)
    assert total.emotion == Sum(None, None, open=2)


def test_what_was_looked_at_and_found_to_be_nothing_is_a_zero() -> None:
    total = effort(
        step("effort: none, emotion: none"), "id: s2, name: Two, effort: {time: none, money: 2}, emotion: -1"
    ).total
    assert (total.minutes, total.money, total.emotion) == (Sum(0, 0, 2), Sum(2, 2, 2), Sum(1, 1, 2))


def test_a_step_that_nobody_knows_how_many_take_stays_out_of_what_is_expected() -> None:
    total = effort(step("effort: {time: 5min}, unplanned: true"), "id: s2, name: Two, effort: {time: 3min}").total
    assert total.minutes == Sum(3, 8, assessed=2, unweighed=1)


def test_where_no_share_is_known_nothing_is_expected() -> None:
    assert effort(step("effort: {time: 5min}, optional: true")).total.minutes == Sum(None, 5, 1, unweighed=1)


def test_if_every_step_happens_each_counts_once() -> None:
    total = effort(step("effort: {time: 10min}, share: 20%, repeats: 2..3")).total
    assert (total.minutes.expected, total.minutes.every) == (5, 10)


def test_money_in_another_currency_is_counted_and_not_summed() -> None:
    total = effort(
        step("effort: {money: 10 EUR}"),
        "id: s2, name: Two, effort: {money: 7 GBP}",
        "id: s3, name: Three, effort: {money: 5}",
        "id: s4, name: Four",
    ).total
    assert total.money == Sum(15, 15, assessed=2, open=1, elsewhere=1)
    assert total.currencies == (("GBP", 1),)


def test_only_emotion_below_zero_is_effort() -> None:
    total = effort(step("emotion: 1.5"), "id: s2, name: Two, emotion: -0.5, share: 50%").total
    assert total.emotion == Sum(0.25, 0.5, assessed=2)


def test_steps_that_repeat_in_a_word_count_once_and_are_counted() -> None:
    total = effort(step("effort: {time: 10min}, repeats: any time")).total
    assert (total.minutes.expected, total.words) == (10, 1)


def test_steps_beside_the_main_path_and_our_own_take_nothing() -> None:
    made = effort(
        step("effort: {time: 1min}, next: {step: s3}"),
        "id: s2, name: Two, effort: {time: 10min}",
        "id: s3, name: Three, effort: {time: 2min}",
        "id: s4, name: Four, effort: {time: 100min}, lane: backstage",
    )
    assert made.total.minutes == Sum(3, 3, 2)
    assert [stop.key for stop in made.path.aside] == ["s2"]
    assert made.step("s2") is None


def test_the_effort_of_each_phase_and_step_is_there() -> None:
    made = example()
    found = map_effort(made.journey, made.readings)
    assert {one.phase.key: one.effort.minutes.every for one in found.phases} == {
        "discover": 34,
        "order": 47,
        "wait": 48,
        "connect": 144,
        "bill": 34,
        "settle": 23,
    }
    chase = found.step("chase")
    assert chase is not None
    assert (chase.minutes, chase.money, chase.emotion) == (34, 4, pytest.approx(1.1))
    assert chase.expected("minutes") == pytest.approx(14.96)


def test_nothing_sums_to_nothing() -> None:
    assert summed([]) == Effort(Sum(None, None), Sum(None, None), Sum(None, None))


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 90)), min_size=1, max_size=5))
def test_the_expected_is_the_sum_of_share_times_minutes(steps: list[tuple[int, int]]) -> None:
    texts = [
        f"id: s{n}, name: S{n}, share: {share}%, effort: {{time: {minutes}min}}"
        for n, (share, minutes) in enumerate(steps)
    ]
    total = effort(*texts).total.minutes
    assert total.expected == pytest.approx(sum(share / 100 * minutes for share, minutes in steps))
    assert total.every == sum(minutes for _, minutes in steps)


@moderate
@given(contents())
def test_every_step_of_the_path_is_counted_once_in_each_part(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for made in every(Path(folder)):
            found = map_effort(made.journey, made.readings)
            for name in PARTS:
                parts = [getattr(found.total, name), *(getattr(phase.effort, name) for phase in found.phases)]
                whole, *phases = parts
                assert whole.assessed + whole.open + whole.elsewhere == len(found.path.stops)
                assert whole.unweighed <= whole.assessed
                assert (whole.every is None) == (whole.assessed == 0)
                assert (whole.expected is None) == (whole.assessed == whole.unweighed)
                assert whole.every is None or whole.every >= 0
                known_phases = [phase.every for phase in phases if phase.every is not None]
                assert (whole.every or 0) == pytest.approx(sum(known_phases))
                assert whole.open == sum(phase.open for phase in phases)


def test_a_zero_of_which_not_all_is_known_is_no_finding() -> None:
    assert not Sum(0, 0, assessed=3).unsure
    assert [Sum(0, 0, 3, **left).unsure for left in ({"open": 1}, {"unweighed": 1}, {"elsewhere": 1})] == [True] * 3
    assert not Sum(2, 2, 3, open=1).unsure
