"""Intervals against published vectors, and what holds for all of them."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.intervals import (
    adjusted_wald_nps,
    poisson_rate,
    student_mean,
    student_quantile,
    student_tail,
    wilson,
    z_value,
)

LEVELS = st.sampled_from([0.8, 0.9, 0.95, 0.99])
COUNTS = st.integers(1, 5000)


@pytest.mark.parametrize(("level", "z"), [(0.9, 1.644854), (0.95, 1.959964), (0.99, 2.575829)])
def test_z_is_the_two_sided_quantile(level: float, z: float) -> None:
    assert z_value(level) == pytest.approx(z, abs=1e-6)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_as_newcombe_1998_has_it(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("promoters", "detractors", "n", "low", "high"),
    [(200, 100, 500, 13.34, 26.42), (100, 0, 100, 93.09, 100.0), (0, 100, 100, -100.0, -93.09)],
)
def test_the_band_of_an_nps_is_the_adjusted_wald_one(
    promoters: int, detractors: int, n: int, low: float, high: float
) -> None:
    assert adjusted_wald_nps(promoters, detractors, n) == pytest.approx((low, high), abs=0.005)


@pytest.mark.parametrize(
    ("mean", "sd", "n", "half"), [(5.0, 2.0, 10, 1.430714), (0.0, 1.0, 2, 8.984640), (4.2, 1.1, 1000, 0.068260)]
)
def test_the_band_of_a_mean_is_students(mean: float, sd: float, n: float, half: float) -> None:
    assert student_mean(mean, sd, n) == pytest.approx((mean - half, mean + half), abs=1e-5)


def test_a_mean_without_spread_has_a_band_without_width() -> None:
    assert student_mean(4.2, 0, 30) == (4.2, 4.2)


@given(st.data(), COUNTS, LEVELS)
@settings(max_examples=times(100), deadline=None)
def test_wilson_stays_in_range_and_holds_the_point(data: st.DataObject, n: int, level: float) -> None:
    successes = data.draw(st.integers(0, n))
    low, high = wilson(successes, n, level)
    assert 0 <= low < high <= 1
    assert low - 1e-12 <= successes / n <= high + 1e-12


@given(st.data(), COUNTS)
@settings(max_examples=times(100), deadline=None)
def test_wilson_is_the_same_from_both_sides(data: st.DataObject, n: int) -> None:
    successes = data.draw(st.integers(0, n))
    low, high = wilson(successes, n)
    assert wilson(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


def width(band: tuple[float, float]) -> float:
    return band[1] - band[0]


@given(st.integers(0, 50), st.integers(1, 50), st.integers(2, 40))
@settings(max_examples=times(100), deadline=None)
def test_wilson_is_wider_at_a_smaller_n(successes: int, failures: int, times: int) -> None:
    n = successes + failures
    assert width(wilson(successes, n)) > width(wilson(successes * times, n * times))


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), LEVELS)
@settings(max_examples=times(100), deadline=None)
def test_the_band_of_an_nps_stays_in_range(promoters: int, passives: int, detractors: int, level: float) -> None:
    n = promoters + passives + detractors
    assume(n > 0)
    low, high = adjusted_wald_nps(promoters, detractors, n, level)
    assert -100 <= low < high <= 100
    turned = adjusted_wald_nps(detractors, promoters, n, level)
    assert turned == pytest.approx((-high, -low), abs=1e-9)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(1, 60), st.integers(2, 40))
@settings(max_examples=times(100), deadline=None)
def test_the_band_of_an_nps_is_wider_at_a_smaller_n(promoters: int, passives: int, detractors: int, times: int) -> None:
    n = promoters + passives + detractors
    small = adjusted_wald_nps(promoters, detractors, n)
    large = adjusted_wald_nps(promoters * times, detractors * times, n * times)
    assume(small[0] > -100 and small[1] < 100)
    assert width(small) > width(large)


@given(st.floats(-100, 100), st.floats(0.01, 50), st.integers(2, 500))
@settings(max_examples=times(50), deadline=None)
def test_the_band_of_a_mean_holds_it_and_is_wider_at_a_smaller_n(mean: float, sd: float, n: int) -> None:
    low, high = student_mean(mean, sd, n)
    assert low < mean < high
    assert math.isfinite(low)
    assert width((low, high)) > width(student_mean(mean, sd, n + 10))


@given(st.data(), COUNTS)
@settings(max_examples=times(50), deadline=None)
def test_a_surer_band_is_a_wider_one(data: st.DataObject, n: int) -> None:
    successes = data.draw(st.integers(0, n))
    assert width(wilson(successes, n, 0.9)) < width(wilson(successes, n, 0.99))


@pytest.mark.parametrize("counts", [(1, 0, 1), (0, 1, 1), (1, 0, 2), (0, 2, 2), (1, 1, 2), (40, 20, 100)])
def test_the_band_of_an_nps_holds_the_score_that_is_shown(counts: tuple[int, int, int]) -> None:
    promoters, detractors, n = counts
    low, high = adjusted_wald_nps(promoters, detractors, n)
    assert -100 <= low <= 100 * (promoters - detractors) / n <= high <= 100


@given(st.integers(0, 3000), st.floats(0.5, 5000), LEVELS)
@settings(max_examples=times(300), deadline=None)
def test_the_band_of_a_rate_holds_it_and_is_never_below_zero(events: int, units: float, level: float) -> None:
    low, high = poisson_rate(events, units, level)
    assert 0 <= low <= events / units * (1 + 1e-12) + 1e-12
    assert high > events / units


def test_no_event_at_all_has_a_band_from_zero() -> None:
    assert poisson_rate(0, 1) == (0, pytest.approx(3.8415, abs=1e-4))


def thousands(seed: int) -> list[tuple[int, int, float]]:
    """Random cases: so many of n, and a level."""
    draw = random.Random(seed)
    sizes = [draw.randint(1, 3000) for _ in range(2000)]
    return [(draw.randint(0, n), n, draw.choice([0.8, 0.9, 0.95, 0.99])) for n in sizes]


def test_statsmodels_has_the_same_wilson_intervals() -> None:
    from statsmodels.stats.proportion import proportion_confint

    for hits, n, level in thousands(1):
        theirs = proportion_confint(hits, n, alpha=1 - level, method="wilson")
        assert wilson(hits, n, level) == pytest.approx(theirs, abs=1e-12)


def test_statsmodels_has_the_same_intervals_of_rates() -> None:
    from statsmodels.stats.rates import confint_poisson

    for events, units, level in thousands(2):
        theirs = confint_poisson(events, units, alpha=1 - level, method="score")
        assert poisson_rate(events, units, level) == pytest.approx(theirs, rel=1e-9, abs=1e-12)


@given(st.floats(0.5, 0.9999), st.floats(1, 5000), st.floats(-8, 8))
def test_scipy_has_the_same_student_distribution_to_the_last_bit(share: float, df: float, value: float) -> None:
    from scipy.stats import t

    assert student_quantile(share, df) == t.ppf(share, df)
    assert student_tail(value, df) == t.sf(value, df)


def test_scipy_has_the_same_intervals_of_means() -> None:
    from scipy.stats import t

    draw = random.Random(3)
    for _, n, level in thousands(3)[:500]:
        mean, sd = draw.uniform(-5, 5), draw.uniform(0.01, 9)
        theirs = t.interval(level, n, loc=mean, scale=sd / math.sqrt(n + 1))
        assert student_mean(mean, sd, n + 1, level) == pytest.approx(theirs, abs=1e-9)


def plain_wald(p: float, d: float, n: float) -> tuple[float, float]:
    half = 1.959964 * math.sqrt(max(0.0, (p + d) / n - ((p - d) / n) ** 2) / n)
    return 100 * ((p - d) / n - half), 100 * ((p - d) / n + half)


@pytest.mark.parametrize(("band", "covers"), [(plain_wald, 92.6), (adjusted_wald_nps, 94.5)])
def test_the_adjusted_band_of_twenty_answers_covers_what_it_promises(band, covers: float) -> None:
    """Exact coverage, over every outcome of 20 answers from 40 / 40 / 20 in a hundred."""
    n, covered = 20, 0.0
    for p in range(n + 1):
        for d in range(n + 1 - p):
            low, high = band(p, d, n)
            chance = math.comb(n, p) * math.comb(n - p, d) * 0.4**p * 0.2**d * 0.4 ** (n - p - d)
            covered += chance * (low <= 20 <= high)
    assert round(100 * covered, 1) == covers


@pytest.mark.parametrize(("n", "half"), [(30, 26.8), (100, 14.7), (400, 7.3), (500, 6.6)])
def test_the_adjusted_band_is_nearly_as_wide_as_the_plain_one(n: int, half: float) -> None:
    assert round(width(plain_wald(0.4 * n, 0.2 * n, n)) / 2, 1) == half
    assert width(adjusted_wald_nps(0.4 * n, 0.2 * n, n)) / 2 == pytest.approx(half, rel=0.05)


@pytest.mark.parametrize("n", [10, 17, 40, 45, 1999])
def test_a_share_of_nobody_begins_at_zero_and_of_all_ends_at_one(n: int) -> None:
    assert (wilson(0, n)[0], wilson(n, n)[1]) == (0, 1)
