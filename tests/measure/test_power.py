"""How many answers it takes to see a difference."""

from __future__ import annotations

import pytest

from cxsite.measure.power import answers_needed
from cxsite.model.metric import Metric

MIXED = {"promoters": 200, "passives": 200, "detractors": 100}


def metric(method: str) -> Metric:
    return Metric.model_validate({"id": "n", "name": "N", "method": method})


@pytest.mark.parametrize(("points", "published"), [(10, 880), (5, 3500), (-10, 880)])
def test_an_nps_takes_as_many_answers_as_is_published(points: float, published: int) -> None:
    assert answers_needed(metric("nps"), MIXED, points) == pytest.approx(published, rel=0.01)


@pytest.mark.parametrize(
    ("method", "numbers", "difference", "each"),
    [
        ("share", {"numerator": 50, "denominator": 100}, 0.1, 393),
        ("mean", {"mean": 4, "sd": 1, "n": 50}, 0.5, 63),
        ("mean", {"mean": 4, "sd": 1, "n": 50, "n_effective": 20}, 0.5, 63),
        ("ratio", {"numerator": 44, "denominator": 100, "per": 100}, 10, 691),
    ],
)
def test_every_family_of_numbers_has_its_spread(
    method: str, numbers: dict[str, float], difference: float, each: int
) -> None:
    assert answers_needed(metric(method), numbers, difference) == each


def test_a_surer_finding_takes_more_answers() -> None:
    usual = answers_needed(metric("nps"), MIXED, 10)
    assert usual is not None
    for surer in (answers_needed(metric("nps"), MIXED, 10, power=0.9), answers_needed(metric("nps"), MIXED, 10, 0.99)):
        assert surer is not None
        assert surer > usual


@pytest.mark.parametrize(
    ("method", "numbers"),
    [
        ("nps", {}),
        ("mean", {"mean": 4, "n": 50}),
        ("median", {"value": 4}),
        ("clv", {"value": 4}),
        ("share", {"numerator": 50, "denominator": 50}),
    ],
)
def test_without_a_spread_nobody_can_say(method: str, numbers: dict[str, float]) -> None:
    assert answers_needed(metric(method), numbers, 1) is None
