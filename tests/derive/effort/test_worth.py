"""Effort in points and in money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.derive.effort.effort import Effort, Sum, map_effort
from cxsite.derive.effort.worth import Points, by_segment, points, value_of, weights_for, worth
from cxsite.model.library import EffortWeights
from derive.known import Known, example, known, one_phase

SEGMENTS = """\
segments: [{id: movers, name: Movers}, {id: north, name: North}]
personas: [{id: sam, name: Sam, segment: movers}]
"""
VALUE = "weights: {time: 1, money: 2, emotion: 10}\nhour: 18\nsegments: {movers: {time: 3}}\n"
STEPS = (
    "id: s1, name: One, effort: {time: 10min, money: 4}, emotion: {all: -1, movers: -2}",
    "id: s2, name: Two, effort: {time: 20min, money: 6}, emotion: -1, share: 50%",
)


def made(value: str = VALUE, steps: tuple[str, ...] = STEPS) -> Known:
    files = {"journeys/segments.yml": SEGMENTS} | ({"journeys/value.yml": value} if value else {})
    return known(one_phase(*steps), files)


def total(one: Known) -> Effort:
    return map_effort(one.journey, one.readings).total


def test_points_are_the_weighted_sum_of_the_three_parts() -> None:
    one = made()
    found = points(total(one), weights_for(one.readings))
    assert found is not None
    assert (found.expected, found.every, found.without) == (20 + 2 * 7 + 10 * 1.5, 30 + 2 * 10 + 10 * 2, ())


def test_a_part_that_nobody_weighed_or_assessed_is_left_out_and_named() -> None:
    one = made("weights: {time: 1, emotion: 10}\n", ("id: s1, name: One, effort: {time: 10min, money: 4}",))
    found = points(total(one), weights_for(one.readings))
    assert found is not None
    assert (found.expected, found.every, found.without) == (10, 10, ("money", "emotion"))


def test_points_of_nothing_are_not_known() -> None:
    nothing = Sum(None, None, open=1)
    weights = EffortWeights(time=1)
    assert points(Effort(nothing, nothing, nothing), weights) == Points(
        weights, None, None, ("minutes", "money", "emotion")
    )


@pytest.mark.parametrize("value", ["", "summary: Effort.\n"])
def test_without_weights_there_are_no_points(value: str) -> None:
    one = made(value)
    assert points(total(one), weights_for(one.readings)) is None


@pytest.mark.parametrize(("segment", "time"), [("", 1), ("movers", 3), ("sam", 3), ("north", 1)])
def test_a_segments_weights_are_laid_over_the_general_ones(segment: str, time: float) -> None:
    weights = weights_for(made().readings, segment)
    assert weights is not None
    assert (weights.time, weights.money, weights.emotion) == (time, 2, 10)


def test_each_segment_with_weights_has_its_own_effort_with_its_own_feelings() -> None:
    one = made()
    everybody, movers = by_segment(one.journey, one.readings)
    assert (everybody.segment, everybody.own_feelings) == ("", 0)
    assert (movers.segment, movers.own_feelings) == ("movers", 1)
    assert movers.points is not None
    assert movers.points.every == 3 * 30 + 2 * 10 + 10 * 3


def test_hours_become_money_by_what_an_hour_is_worth() -> None:
    one = made()
    found = worth(total(one), one.portfolio)
    assert found is not None
    assert (found.hours_expected, found.hours_every) == (6, 9)
    assert (found.total_expected, found.total_every) == (13, 19)


def test_hours_alone_are_worth_something_and_nothing_is_worth_nothing() -> None:
    one = made(VALUE, ("id: s1, name: One, effort: {time: 10min}",))
    found = worth(total(one), one.portfolio)
    assert found is not None
    assert (found.hours_every, found.total_every) == (3, 3)
    nothing = worth(Effort(Sum(None, None), Sum(None, None), Sum(None, None)), one.portfolio)
    assert nothing is not None
    assert (nothing.hours_every, nothing.total_every) == (None, None)


@pytest.mark.parametrize("value", ["", "weights: {time: 1}\n"])
def test_without_an_hours_worth_time_is_no_money(value: str) -> None:
    one = made(value)
    assert worth(total(one), one.portfolio) is None


def test_without_the_file_there_is_no_value() -> None:
    assert value_of(made("").portfolio) is None


def test_the_example_has_points() -> None:
    one = example()
    found = points(total(one), weights_for(one.readings))
    assert found is not None
    assert found.every == pytest.approx(330 + 61 + 73)


@given(st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 1000), st.floats(0, 100))
def test_points_grow_with_each_part(minutes: float, money: float, emotion: float, more: float) -> None:
    weights = EffortWeights(time=1, money=1, emotion=10)

    def of(*parts: float) -> float:
        found = points(Effort(*(Sum(part, part, 1) for part in parts)), weights)
        assert found is not None
        assert found.expected is not None
        return found.expected

    basis = of(minutes, money, emotion)
    assert of(minutes + more, money, emotion) >= basis
    assert of(minutes, money, emotion + more) == pytest.approx(basis + 10 * more)
