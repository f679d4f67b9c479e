"""From what actions and goals name to series, and from levels to the unit of a metric."""

from __future__ import annotations

import pytest

from cxsite.measure.find import level_in, place_meant, reached, series_at
from cxsite.measure.series import Measures, Series, Where
from cxsite.model.metric import Metric
from cxsite.model.values import parse_quantity


def metric(method: str = "mean", **fields: object) -> Metric:
    return Metric.model_validate({"id": "n", "name": "N", "method": method} | fields)


@pytest.mark.parametrize(
    ("written", "where"),
    [
        (("join", None, None, None), Where("join")),
        (("join", "wait", None, "north"), Where("join", "wait", segment="north")),
        (("", "join/wait", None, None), Where("join", "wait")),
        (("join", None, "move/start", None), Where("move", step="start")),
    ],
)
def test_a_place_is_that_of_the_journey_or_of_the_one_it_names(
    written: tuple[str, str | None, str | None, str | None], where: Where
) -> None:
    assert place_meant(*written) == where


def test_rows_that_name_the_journey_go_before_those_that_do_not() -> None:
    mine, loose = Series(metric(), "a", Where("join"), ()), Series(metric(), "b", Where(), ())
    assert series_at(Measures((mine, loose)), "n", Where("join")) == (mine,)
    assert series_at(Measures((loose,)), "n", Where("join")) == (loose,)
    assert series_at(Measures((mine, loose)), "n", Where()) == (loose,)
    assert series_at(Measures((mine,)), "n", Where("move")) == ()


def test_a_step_of_another_journey_is_another_step() -> None:
    theirs = Series(metric(journey="move"), "a", Where(step="start"), ())
    assert series_at(Measures((theirs,)), "n", Where("join", step="start")) == ()
    assert series_at(Measures((theirs,)), "n", Where("move", step="start")) == (theirs,)


def test_a_number_about_a_whole_is_found_whichever_journey_asks() -> None:
    theirs = Series(metric(journey="move"), "a", Where(segment="north"), ())
    assert series_at(Measures((theirs,)), "n", Where("join", segment="north")) == (theirs,)


@pytest.mark.parametrize(
    ("method", "unit", "level", "expected"),
    [
        ("share", None, "90%", 0.9),
        ("share", None, "90", None),
        ("ratio", None, "12%", 0.12),
        ("nps", None, "25", 25),
        ("nps", None, "25%", None),
        ("median", "days", "9", 9),
        ("median", "days", "9d", 9),
        ("median", "days", "1 week", 7),
        ("mean", None, "2h", None),
        ("mean", "min", "2h", 120),
        ("sum", "GBP", "12 EUR", None),
        ("sum", "£", "12 GBP", 12),
        ("sum", "EUR a month", "12 EUR", 12),
        ("sum", "days", "12 EUR", None),
        ("count", None, "12 EUR", None),
        ("mean", "points", "2h", None),
        ("sum", "GBP", "12.50 GBP", 12.5),
    ],
)
def test_a_level_is_told_in_the_unit_of_the_metric(
    method: str, unit: str | None, level: str, expected: float | None
) -> None:
    assert level_in(metric(method, unit=unit), parse_quantity(level)) == expected


def test_a_share_of_a_ratio_is_so_many_of_what_it_counts_per() -> None:
    assert level_in(metric("ratio", per="100"), parse_quantity("12%")) == pytest.approx(12)


@pytest.mark.parametrize(
    ("better", "value", "expected"),
    [
        ("up", 9, False),
        ("up", 10, True),
        ("down", 10, True),
        ("down", 11, False),
        ("neither", 10, True),
        ("neither", 9, None),
    ],
)
def test_a_level_is_reached_from_the_side_that_is_better(better: str, value: float, expected: bool | None) -> None:
    assert reached(metric(better=better), value, 10) is expected
