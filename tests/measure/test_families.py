"""Two waves compared: published vectors, an independent library, and what must hold for every pair."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.families import Family, Wave, means, rates, scores, shares

LEVELS = [0.8, 0.9, 0.95, 0.975, 0.99]
ALL = [scores.FAMILY, shares.FAMILY, means.FAMILY, rates.FAMILY]
NAMES = ["scores", "shares", "means", "rates"]


@pytest.mark.parametrize(
    ("before", "after", "z", "p", "low", "high"),
    [
        ((80, 40, 200), (90, 30, 200), 1.356, 0.175, -4.4, 24.1),
        ((200, 100, 500), (225, 75, 500), 2.155, 0.031, 0.9, 19.0),
    ],
)
def test_two_scores_are_compared_as_the_published_cases_have_it(
    before: Wave, after: Wave, z: float, p: float, low: float, high: float
) -> None:
    made = scores.compare(before, after, 0.95)
    assert made.difference == 10
    assert (round(made.statistic, 3), round(made.p, 3)) == (z, p)
    assert (round(made.low, 1), round(made.high, 1)) == (low, high)


def test_two_shares_are_compared_with_n_less_one() -> None:
    made = shares.compare((70, 100), (82, 100), 0.95)
    assert (round(made.statistic, 2), round(made.p, 3)) == (1.98, 0.047)
    assert 0 < made.low < made.difference < made.high


@pytest.mark.parametrize(
    ("after", "before", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_the_interval_of_two_shares_is_as_newcombe_1998_has_it(
    after: Wave, before: Wave, low: float, high: float
) -> None:
    made = shares.compare(before, after, 0.95)
    assert (made.low, made.high) == pytest.approx((low, high), abs=5e-5)


def cases(seed: int) -> list[tuple[int, int, int, int, float]]:
    """Random pairs of so many of so many, and a level."""
    draw = random.Random(seed)
    made = []
    for _ in range(2000):
        n1, n2 = draw.randint(2, 3000), draw.randint(2, 3000)
        made.append((draw.randint(0, n1), n1, draw.randint(0, n2), n2, draw.choice(LEVELS)))
    return made


def test_statsmodels_has_the_same_intervals_of_two_shares() -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    for x1, n1, x2, n2, level in cases(1):
        theirs = confint_proportions_2indep(x2, n2, x1, n1, method="newcomb", compare="diff", alpha=1 - level)
        made = shares.compare((x1, n1), (x2, n2), level)
        assert (made.low, made.high) == pytest.approx(theirs, abs=1e-9)


def test_scipy_has_the_same_test_of_two_shares() -> None:
    """The N-1 test is Pearson's chi-squared, times (N - 1) / N."""
    from scipy.stats import chi2, chi2_contingency

    for x1, n1, x2, n2, level in cases(2):
        if x1 + x2 in (0, n1 + n2):
            continue
        total = n1 + n2
        pearson = chi2_contingency([[x1, n1 - x1], [x2, n2 - x2]], correction=False).statistic
        made = shares.compare((x1, n1), (x2, n2), level)
        assert made.statistic**2 == pytest.approx(pearson * (total - 1) / total, abs=1e-6)
        assert made.p == pytest.approx(chi2.sf(pearson * (total - 1) / total, 1), abs=1e-9)


def test_scipy_has_the_same_welch_test() -> None:
    from scipy.stats import ttest_ind_from_stats

    draw = random.Random(3)
    for _, n1, _, n2, level in cases(3)[:1000]:
        before, after = [(draw.uniform(1, 7), draw.uniform(0.1, 3), n) for n in (n1, n2)]
        theirs = ttest_ind_from_stats(*after, *before, equal_var=False)
        made = means.compare(before, after, level)
        assert (made.statistic, made.p) == pytest.approx((theirs.statistic, theirs.pvalue), abs=1e-9)


def test_statsmodels_has_the_same_welch_interval() -> None:
    from statsmodels.stats.weightstats import _tconfint_generic

    draw = random.Random(4)
    for _, n1, _, n2, level in cases(4)[:300]:
        before, after = [(draw.uniform(1, 7), draw.uniform(0.1, 3), n) for n in (n1, n2)]
        made = means.compare(before, after, level)
        se = math.sqrt(before[1] ** 2 / n1 + after[1] ** 2 / n2)
        theirs = _tconfint_generic(after[0] - before[0], se, made.df, 1 - level, "two-sided")
        assert (made.low, made.high) == pytest.approx(theirs, abs=1e-9)


def test_statsmodels_has_the_same_test_and_interval_of_two_rates() -> None:
    from statsmodels.stats.rates import confint_poisson_2indep, test_poisson_2indep

    draw = random.Random(5)
    for x1, _, x2, _, level in cases(5):
        u1, u2 = draw.uniform(1, 5000), draw.uniform(1, 5000)
        if 0 in (x1, x2):
            continue
        made = rates.compare((x1, u1, 1), (x2, u2, 1), level)
        interval = confint_poisson_2indep(
            x2, u2, x1, u1, method="mover", compare="diff", alpha=1 - level, method_mover="score"
        )
        assert (made.low, made.high) == pytest.approx(interval, rel=1e-8, abs=1e-12)
        tested = test_poisson_2indep(x2, u2, x1, u1, method="score", compare="diff", value=0)
        assert (made.statistic, made.p) == pytest.approx((tested.statistic, tested.pvalue), rel=1e-6, abs=1e-9)


def test_a_rate_is_told_per_so_many() -> None:
    one, hundred = (rates.compare((767, 1744, per), (555, 1790, per), 0.95) for per in (1, 100))
    assert hundred.difference == pytest.approx(100 * one.difference)
    assert (hundred.low, hundred.high) == pytest.approx((100 * one.low, 100 * one.high))
    assert (hundred.p, hundred.statistic) == (one.p, one.statistic)
    assert hundred.statistic == pytest.approx(-6.3045, abs=1e-4)


WAVES = {
    "scores": st.integers(10, 900).flatmap(
        lambda n: st.tuples(st.integers(1, n - 1), st.integers(0, n)).map(lambda c: (c[0], min(c[1], n - c[0]), n))
    ),
    "shares": st.integers(10, 900).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n))),
    "means": st.tuples(st.floats(1, 7), st.floats(0.1, 3), st.integers(2, 900)),
    "rates": st.tuples(st.integers(10, 900), st.floats(5, 900), st.just(100.0)),
}


@pytest.mark.parametrize(("name", "family"), list(zip(NAMES, ALL, strict=True)))
@given(st.data())
@settings(max_examples=times(100), deadline=None)
def test_a_change_turned_round_is_the_same_the_other_way(name: str, family: Family, data: st.DataObject) -> None:
    first, second = data.draw(WAVES[name]), data.draw(WAVES[name])
    there, back = family.compare(first, second, 0.95), family.compare(second, first, 0.95)
    assert (there.difference, there.low, there.high) == pytest.approx(
        (-back.difference, -back.high, -back.low), abs=1e-9
    )
    assert there.p == pytest.approx(back.p)
    assert there.low <= there.difference <= there.high
    assert 0 <= there.p <= 1


@pytest.mark.parametrize(("name", "family"), list(zip(NAMES, ALL, strict=True)))
@given(st.data())
@settings(max_examples=times(60), deadline=None)
def test_a_surer_interval_is_a_wider_one(name: str, family: Family, data: st.DataObject) -> None:
    waves = data.draw(WAVES[name]), data.draw(WAVES[name])
    wide, narrow = family.compare(*waves, 0.99), family.compare(*waves, 0.9)
    assert wide.high - wide.low > narrow.high - narrow.low
    assert wide.p == narrow.p


@pytest.mark.parametrize(("name", "family"), list(zip(NAMES, ALL, strict=True)))
@given(st.data())
@settings(max_examples=times(60), deadline=None)
def test_two_that_moved_alike_show_no_difference_in_differences(name: str, family: Family, data: st.DataObject) -> None:
    before, after = data.draw(WAVES[name]), data.draw(WAVES[name])
    made = family.contrast((before, after, before, after), 0.95)
    assert made.difference == pytest.approx(0, abs=1e-9)
    assert made.p == pytest.approx(1)
    assert made.low < 0 < made.high


def test_four_means_that_differ_are_tested_with_satterthwaites_freedom() -> None:
    """Worked out by hand: 1 of difference, four variances of 0.04, 4 * 24 degrees of freedom."""
    waves = ((4.0, 1.0, 25.0), (5.5, 1.0, 25.0), (4.0, 1.0, 25.0), (4.5, 1.0, 25.0))
    made = means.contrast(waves, 0.95)
    assert (made.difference, made.df) == (1, pytest.approx(96))
    assert made.statistic == pytest.approx(2.5)
    assert (made.low, made.high) == pytest.approx((1 - 1.98498 * 0.4, 1 + 1.98498 * 0.4), abs=1e-4)


def test_four_shares_are_tested_with_half_a_case_added_of_each_kind() -> None:
    """Worked out by hand: (60.5 - 49.5 - 50.5 + 49.5) / 101."""
    made = shares.contrast(((49, 100), (60, 100), (49, 100), (50, 100)), 0.95)
    middle = 10 / 101
    se = math.sqrt(sum(x * (101 - x) for x in (49.5, 60.5, 49.5, 50.5)) / 101**3)
    assert made.difference == pytest.approx(0.1)
    assert (made.low, made.high) == pytest.approx((middle - 1.959964 * se, middle + 1.959964 * se), abs=1e-6)


def test_four_scores_and_four_rates_add_their_variances() -> None:
    one = scores.compare((200, 100, 500), (225, 75, 500), 0.95)
    four = scores.contrast(((200, 100, 500), (225, 75, 500), (200, 100, 500), (200, 100, 500)), 0.95)
    assert four.difference == one.difference == 10
    assert four.statistic == pytest.approx(one.statistic / math.sqrt(2), rel=0.02)
    per = rates.contrast(((100, 100, 10), (50, 100, 10), (100, 100, 10), (100, 100, 10)), 0.95)
    assert (per.difference, per.statistic) == (-5, pytest.approx(-50 / math.sqrt(350)))


@pytest.mark.parametrize(
    ("family", "wave", "says"),
    [
        (shares.FAMILY, (9, 100), "fewer than 10 of a kind, 9 of 100"),
        (shares.FAMILY, (91, 100), "fewer than 10 of a kind, 91 of 100"),
        (shares.FAMILY, (10, 20), ""),
        (rates.FAMILY, (9, 4000, 100), "fewer than 10 events, 9"),
        (rates.FAMILY, (10, 4, 100), ""),
        (means.FAMILY, (4, 1, 1), "a spread takes two answers"),
        (means.FAMILY, (4, 1, 2), ""),
        (scores.FAMILY, (0, 0, 30), ""),
    ],
)
def test_a_wave_of_few_is_refused(family: Family, wave: Wave, says: str) -> None:
    assert family.too_few(wave) == says


def test_means_without_any_spread_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="no spread to judge by"):
        means.compare((4, 0, 30), (5, 0, 30), 0.95)
    with pytest.raises(ValueError, match="no spread to judge by"):
        rates.contrast(((0, 1, 1),) * 4, 0.95)


@pytest.mark.parametrize("waves", [((0, 50), (0, 70)), ((50, 50), (70, 70))])
def test_shares_of_none_and_of_all_show_no_change(waves: tuple[Wave, Wave]) -> None:
    made = shares.compare(*waves, 0.95)
    assert (made.difference, made.p) == (0, 1)
    assert made.low < 0 < made.high
