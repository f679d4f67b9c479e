"""Methods: from the numbers of a row to a value with its n and its interval."""

from __future__ import annotations

import pkgutil
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure import methods
from cxsite.measure.methods import find_method, published
from cxsite.measure.series import Estimate
from cxsite.measure.tidy import NUMBERS
from cxsite.model.metric import Method as MethodName


def estimate(method: str, **cells: float) -> Estimate:
    found = find_method(method)
    assert found is not None
    return found.estimate(cells)


@pytest.mark.parametrize("module", [module.name for module in pkgutil.iter_modules(methods.__path__)])
def test_every_method_is_one_of_the_format_and_reads_columns_of_the_format(module: str) -> None:
    found = find_method(module.replace("_", "-"))
    assert found is not None
    assert found.id in get_args(MethodName)
    assert set(found.columns) <= set(NUMBERS)


@pytest.mark.parametrize("name", ["clv", "nothing-like-it"])
def test_a_method_of_another_version_is_none(name: str) -> None:
    assert find_method(name) is None


def test_a_share_is_its_numerator_by_its_denominator() -> None:
    made = estimate("share", numerator=81, denominator=263)
    assert (made.value, made.n) == (81 / 263, 263)
    assert (made.low, made.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert (made.how, made.why_open) == ("share, Wilson interval", "")


@pytest.mark.parametrize("hits", [0, 20])
def test_a_share_of_none_and_of_all_is_a_share(hits: float) -> None:
    made = estimate("share", numerator=hits, denominator=20)
    assert made.value == hits / 20
    assert made.low is not None
    assert made.high is not None
    assert made.low < made.high


@pytest.mark.parametrize(("hits", "n"), [(21, 20), (-1, 20), (0, 0), (5, 0), (0, -3)])
def test_a_share_of_what_cannot_be_is_refused(hits: float, n: float) -> None:
    with pytest.raises(ValueError, match=r"is not between 0 and the denominator|has to be above zero"):
        estimate("share", numerator=hits, denominator=n)


def test_an_nps_counts_its_passives_in_n() -> None:
    made = estimate("nps", promoters=200, passives=200, detractors=100)
    assert (made.value, made.n) == (20, 500)
    assert (made.low, made.high) == pytest.approx((13.34, 26.42), abs=0.005)
    assert made.how == "NPS, adjusted Wald interval"


@pytest.mark.parametrize("counts", [(-1, 2, 3), (1, -2, 3), (1, 2, -3), (0, 0, 0)])
def test_an_nps_of_what_cannot_be_is_refused(counts: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"below zero|above zero"):
        estimate("nps", promoters=counts[0], passives=counts[1], detractors=counts[2])


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
@settings(max_examples=times(100), deadline=None)
def test_an_nps_lies_in_its_range(promoters: int, passives: int, detractors: int) -> None:
    assume(promoters + passives + detractors > 0)
    made = estimate("nps", promoters=promoters, passives=passives, detractors=detractors)
    assert -100 <= made.value <= 100
    assert made.n == promoters + passives + detractors


@pytest.mark.parametrize("counts", [(10, 0, 0), (0, 0, 10), (0, 10, 0), (4, 4, 2), (1000, 0, 0)])
def test_an_nps_of_ten_answers_or_more_lies_in_its_band(counts: tuple[float, float, float]) -> None:
    made = estimate("nps", promoters=counts[0], passives=counts[1], detractors=counts[2])
    assert made.low is not None
    assert made.high is not None
    assert made.low <= made.value <= made.high


def test_a_mean_with_spread_and_n_has_students_interval() -> None:
    made = estimate("mean", mean=5, sd=2, n=10)
    assert (made.value, made.n, made.how) == (5, 10, "mean, Student's t interval")
    assert (made.low, made.high) == pytest.approx((3.5693, 6.4307), abs=1e-4)


def test_a_weighted_mean_takes_its_band_from_the_effective_n() -> None:
    weighted = estimate("mean", mean=5, sd=2, n=100, n_effective=10)
    plain = estimate("mean", mean=5, sd=2, n=10)
    assert (weighted.low, weighted.high) == (plain.low, plain.high)
    assert weighted.n == 100


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"mean": 5, "n": 10}, "without a standard deviation"),
        ({"mean": 5}, "without a standard deviation"),
        ({"mean": 5, "sd": 2}, "needs an n of 2 or more"),
        ({"mean": 5, "sd": 2, "n": 1}, "needs an n of 2 or more"),
    ],
)
def test_a_mean_that_lacks_something_is_a_point_that_says_why(cells: dict[str, float], why: str) -> None:
    made = estimate("mean", **cells)
    assert (made.value, made.low, made.high) == (5, None, None)
    assert why in made.why_open


@pytest.mark.parametrize("cells", [{"sd": -1, "n": 10}, {"sd": 1, "n": 0}, {"sd": 1, "n": -5}])
def test_a_mean_of_what_cannot_be_is_refused(cells: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"below zero|above zero"):
        estimate("mean", mean=5, **cells)


@pytest.mark.parametrize(("cells", "n"), [({"value": 63.5, "n": 400}, 400), ({"value": 63.5}, None)])
def test_a_published_figure_is_taken_as_it_is(cells: dict[str, float], n: float | None) -> None:
    made = published(cells)
    assert (made.value, made.n, made.low, made.high) == (63.5, n, None, None)
    assert made.how == "published figure"
    assert "published without" in made.why_open


@pytest.mark.parametrize("method", ["median", "count", "sum"])
def test_an_estimate_made_from_the_answers_keeps_its_interval_and_its_level(method: str) -> None:
    made = estimate(method, value=12, low=10, high=15, level=0.9, n=80)
    assert (made.value, made.low, made.high, made.level, made.n) == (12, 10, 15, 0.9, 80)
    assert (made.how, made.why_open) == ("estimate, interval as given", "")


@pytest.mark.parametrize(
    ("method", "how", "why"),
    [("median", "median, as published", "the answers"), ("count", "count", "no sample"), ("sum", "sum", "no sample")],
)
def test_a_plain_median_count_or_sum_is_a_point_that_says_why(method: str, how: str, why: str) -> None:
    made = estimate(method, value=17, n=80)
    assert (made.value, made.n, made.low, made.high, made.how) == (17, 80, None, None, how)
    assert why in made.why_open


def test_a_level_that_is_not_given_is_95_per_cent() -> None:
    assert published({"value": 5, "low": 4, "high": 6}).level == 0.95


@pytest.mark.parametrize("cells", [{"low": 4}, {"high": 6}])
def test_an_interval_with_one_end_is_refused(cells: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="has both `low` and `high`"):
        published({"value": 5, **cells})


@pytest.mark.parametrize("level", [0, 1, 95, -0.5])
def test_a_level_outside_of_zero_to_one_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match=r"is not between 0 and 1; write 0.95 or 95%"):
        published({"value": 5, "low": 4, "high": 6, "level": level})


def test_events_per_unit_have_the_interval_of_a_poisson_rate() -> None:
    made = estimate("ratio", numerator=555, denominator=1790, per=100)
    assert (made.value, made.n) == (pytest.approx(31.0056, abs=1e-4), 1790)
    assert (made.low, made.high) == pytest.approx((28.5311, 33.6947), abs=1e-4)
    assert made.how == "events per 100, score interval of a Poisson rate"


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"numerator": 555, "denominator": 1790}, "one count need not be counted on the other"),
        ({"numerator": 55.5, "denominator": 1790, "per": 1}, "no whole number of events"),
    ],
)
def test_a_ratio_that_counts_no_events_per_unit_has_no_interval(cells: dict[str, float], why: str) -> None:
    made = estimate("ratio", **cells)
    assert made.value == cells["numerator"] / 1790
    assert (made.low, made.high) == (None, None)
    assert why in made.why_open


def test_more_events_than_units_are_no_trouble() -> None:
    made = estimate("ratio", numerator=30, denominator=10, per=1)
    assert made.value == 3
    assert made.high is not None
    assert made.high > 3


def test_a_ratio_of_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        estimate("ratio", denominator=10, numerator=-1, per=1)


def test_net_easy_is_worked_out_as_the_nps() -> None:
    easy = estimate("net-easy", easy=200, hard=100, n=500)
    nps = estimate("nps", promoters=200, passives=200, detractors=100)
    assert (easy.value, easy.n, easy.low, easy.high) == (nps.value, nps.n, nps.low, nps.high)
    assert easy.how == "net easy, adjusted Wald interval"


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"easy": 60, "hard": 50}, "together 110, more than n 100"),
        ({"easy": -1, "hard": 2}, "below zero"),
        ({"easy": 1, "hard": -2}, "below zero"),
    ],
)
def test_a_net_easy_of_what_cannot_be_is_refused(cells: dict[str, float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        estimate("net-easy", n=100, **cells)


@pytest.mark.parametrize("method", ["top-2", "top-3"])
def test_a_top_box_is_a_share(method: str) -> None:
    box, share = (estimate(name, numerator=63, denominator=100) for name in (method, "share"))
    assert (box.value, box.low, box.high) == (share.value, share.low, share.high)


@pytest.mark.parametrize(
    ("method", "weighted", "plain"),
    [
        ("share", {"numerator": 60, "denominator": 100}, {"numerator": 30, "denominator": 50}),
        (
            "nps",
            {"promoters": 40, "passives": 40, "detractors": 20},
            {"promoters": 20, "passives": 20, "detractors": 10},
        ),
        ("net-easy", {"easy": 40, "hard": 20, "n": 100}, {"easy": 20, "hard": 10, "n": 50}),
    ],
)
def test_weighted_counts_take_their_band_from_the_effective_n(
    method: str, weighted: dict[str, float], plain: dict[str, float]
) -> None:
    made, half = estimate(method, **weighted, n_effective=50), estimate(method, **plain)
    assert (made.value, made.low, made.high) == (half.value, half.low, half.high)
    assert made.n == 100
    with pytest.raises(ValueError, match="above zero"):
        estimate(method, **weighted, n_effective=0)
