"""Two waves compared: what is tested, what is not, and the verdict in words."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Span
from cxsite.measure.change import Change, Verdict, compare, compare_beside, holm_levels
from cxsite.measure.measures import marked
from cxsite.measure.methods import find_method, published
from cxsite.measure.pool import Pooled, pool
from cxsite.measure.series import Point
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.settings import Settings

SITE = Settings()


def metric(method: str = "share", **fields: object) -> Metric:
    return Metric.model_validate({"id": "n", "name": "N", "method": method, "better": "up"} | fields)


def wave(period: str, method: str, **cells: float) -> Pooled:
    found = find_method(method)
    when = parse_period(period)
    if found and all(name in cells for name in found.columns):
        point = Point(when, marked(found.estimate(cells), SITE), Span("t.csv", 2), numbers=cells)
    else:
        point = Point(when, published(cells), Span("t.csv", 2))
    return pool(metric(method), [point], SITE)


def share(period: str, hits: float, n: float) -> Pooled:
    return wave(period, "share", numerator=hits, denominator=n)


def shares(x1: float, n1: float, x2: float, n2: float, level: float = 0.95, **fields: object) -> Change:
    return compare(metric(**fields), share("2026-01", x1, n1), share("2026-07", x2, n2), SITE, level)


def test_shares_that_rose_improved_where_up_is_better() -> None:
    made = shares(70, 100, 82, 100)
    assert (made.verdict, made.why) == ("improved", "")
    assert (made.difference, made.n_before, made.n_after) == (pytest.approx(0.12), 100, 100)
    assert (round(made.statistic or 0, 2), round(made.p or 0, 3), made.df) == (1.98, 0.047, None)
    assert made.how == "N−1 two-proportion test, Newcombe interval"
    assert made.low is not None
    assert made.low > 0


@pytest.mark.parametrize(
    ("better", "hits", "verdict"),
    [
        ("up", 82, "improved"),
        ("up", 58, "worsened"),
        ("down", 82, "worsened"),
        ("down", 58, "improved"),
        ("up", 72, "no change shown"),
        ("down", 72, "no change shown"),
        ("neither", 72, "no change shown"),
        ("neither", 90, "not comparable"),
    ],
)
def test_the_metric_says_which_way_is_better(better: str, hits: float, verdict: Verdict) -> None:
    made = shares(70, 100, hits, 100, better=better) if hits != 58 else shares(70, 100, 55, 100, better=better)
    assert made.verdict == verdict
    assert made.p is not None


def test_a_surer_level_decides_test_and_interval_alike() -> None:
    made = shares(70, 100, 82, 100, 0.975)
    assert (made.verdict, made.level) == ("no change shown", 0.975)
    assert made.low is not None
    assert made.low < 0


@pytest.mark.parametrize(
    ("promoters", "detractors", "n", "verdict"),
    [((80, 90), (40, 30), 200, "no change shown"), ((200, 225), (100, 75), 500, "improved")],
)
def test_two_waves_of_nps_are_judged_as_the_published_cases_are(
    promoters: tuple[int, int], detractors: tuple[int, int], n: int, verdict: Verdict
) -> None:
    before, after = (
        wave(period, "nps", promoters=p, passives=n - p - d, detractors=d)
        for period, p, d in zip(("2026-01", "2026-02"), promoters, detractors, strict=True)
    )
    made = compare(metric("nps"), before, after, SITE)
    assert (made.verdict, made.difference) == (verdict, 10)


def test_means_are_compared_by_welch_with_their_degrees_of_freedom() -> None:
    before, after = wave("2026-01", "mean", mean=4.0, sd=1.0, n=200), wave("2026-02", "mean", mean=4.5, sd=1.2, n=180)
    made = compare(metric("mean"), before, after, SITE)
    assert (made.verdict, made.how) == ("improved", "Welch's t test")
    assert made.df == pytest.approx(349.77, abs=0.01)


def test_weighted_means_are_compared_on_their_effective_n() -> None:
    plain = [wave(f"2026-0{i}", "mean", mean=m, sd=1.0, n=200) for i, m in ((1, 4.0), (2, 4.25))]
    weighted = [wave(f"2026-0{i}", "mean", mean=m, sd=1.0, n=200, n_effective=60) for i, m in ((1, 4.0), (2, 4.25))]
    assert compare(metric("mean"), plain[0], plain[1], SITE).verdict == "improved"
    assert compare(metric("mean"), weighted[0], weighted[1], SITE).verdict == "no change shown"


def test_events_per_unit_are_compared_as_rates() -> None:
    per = metric("ratio", per="100", better="down")
    before = wave("2026-05", "ratio", numerator=767, denominator=1744, per=100)
    made = compare(per, before, wave("2026-09", "ratio", numerator=555, denominator=1790, per=100), SITE)
    assert (made.verdict, made.how) == ("improved", "score test of two Poisson rates")
    assert made.difference == pytest.approx(-12.97, abs=0.01)


@pytest.mark.parametrize(
    ("method", "before", "after", "why"),
    [
        ("share", {"value": 0.4, "n": 800}, {"numerator": 600, "denominator": 800}, "published without the counts"),
        ("nps", {"value": -14, "n": 1104}, {"value": 4, "n": 1212}, "published without the counts"),
        ("mean", {"mean": 4, "n": 800}, {"mean": 5, "n": 800}, "published without a standard deviation"),
        ("mean", {"mean": 4, "sd": 1}, {"mean": 5, "sd": 1}, "needs an n of 2 or more"),
        (
            "ratio",
            {"numerator": 50, "denominator": 100},
            {"numerator": 90, "denominator": 100},
            "without `per:`",
        ),
        (
            "median",
            {"value": 12, "low": 10, "high": 15, "n": 99},
            {"value": 20, "low": 18, "high": 22, "n": 99},
            "a median cannot",
        ),
        ("count", {"value": 300}, {"value": 900}, "a count cannot be tested"),
        ("mean", {"mean": 4, "sd": 0, "n": 50}, {"mean": 5, "sd": 0, "n": 50}, "no spread to judge by"),
    ],
)
def test_what_lacks_counts_or_spread_is_not_comparable(
    method: str, before: dict[str, float], after: dict[str, float], why: str
) -> None:
    made = compare(metric(method), wave("2026-01", method, **before), wave("2026-02", method, **after), SITE)
    assert made.verdict == "not comparable"
    assert why in made.why
    assert (made.difference, made.low, made.p) == (None, None, None)
    assert made.after is not None


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ((15, 29), (300, 400), "n 29 is below 30"),
        ((100, 400), (9, 400), "fewer than 10 of a kind, 9 of 400"),
        ((100, 400), (391, 400), "fewer than 10 of a kind, 391 of 400"),
    ],
)
def test_waves_of_few_are_not_judged(before: tuple[int, int], after: tuple[int, int], why: str) -> None:
    made = shares(*before, *after)
    assert (made.verdict, made.why, made.p) == ("too few responses", why, None)


def test_the_least_n_is_that_of_the_settings() -> None:
    strict = Settings.model_validate({"min_n": 200})
    made = compare(metric(), share("2026-01", 70, 100), share("2026-02", 82, 100), strict)
    assert (made.verdict, made.why) == ("too few responses", "n 100 is below 200")


def test_a_wave_that_is_not_shown_is_too_few() -> None:
    hidden = pool(metric(), [Point(parse_period("2026-02"), None, Span("t.csv"), suppressed=True)], SITE)
    assert compare(metric(), share("2026-01", 70, 100), hidden, SITE).verdict == "too few responses"


def test_a_wave_without_rows_is_not_comparable() -> None:
    made = compare(metric(), pool(metric(), [], SITE), share("2026-01", 70, 100), SITE)
    assert (made.verdict, made.why, made.n_before) == ("not comparable", "there is no row", None)


@pytest.mark.parametrize(
    ("at", "verdict"),
    [
        ("2026-01", "improved"),
        ("2026-02", "not comparable"),
        ("2026-07", "not comparable"),
        ("2026-07-15", "not comparable"),
        ("2026-01-15", "not comparable"),
        ("2026-08", "improved"),
        ("2025", "improved"),
    ],
)
def test_nothing_is_tested_across_a_break(at: str, verdict: Verdict) -> None:
    made = shares(70, 100, 90, 100, breaks=[{"at": at, "why": "wording"}])
    assert made.verdict == verdict
    assert made.why == ("" if verdict == "improved" else f"the wording changed with {parse_period(at).label}")


def test_a_fiscal_break_is_read_in_the_calendar_of_the_site() -> None:
    site = Settings.model_validate({"fiscal_year": {"starts": "10"}})
    broken = metric(breaks=[{"at": "FY2026-Q2", "why": "scale"}])
    before, after = share("2025-11", 70, 100), share("2026-02", 90, 100)
    assert compare(broken, before, after, site).verdict == "not comparable"
    assert compare(broken, before, share("2025-12", 90, 100), site).verdict == "improved"


def test_a_segment_left_alone_takes_its_own_change_off() -> None:
    here = share("2026-01", 300, 600), share("2026-07", 400, 600)
    alone = compare(metric(), *here, SITE)
    assert alone.verdict == "improved"
    moved_too = compare_beside(metric(), (*here, share("2026-01", 300, 600), share("2026-07", 390, 600)), SITE)
    assert (moved_too.verdict, moved_too.how) == (
        "no change shown",
        "difference in differences of shares, Price and Bonett interval",
    )
    assert moved_too.difference == pytest.approx(1 / 60)
    stood = compare_beside(metric(), (*here, share("2026-01", 300, 600), share("2026-07", 300, 600)), SITE)
    assert stood.verdict == "improved"


@pytest.mark.parametrize("hits", [4, 596])
def test_a_segment_of_few_leaves_nothing_to_compare_with(hits: float) -> None:
    four = share("2026-01", 300, 600), share("2026-07", 400, 600), share("2026-01", hits, 600), share("2026-07", 9, 600)
    assert compare_beside(metric(), four, SITE).verdict == "too few responses"


@pytest.mark.parametrize(
    ("counts", "says_test", "says_interval"), [((11, 58, 37, 111), True, False), ((10, 30, 27, 48), False, True)]
)
def test_where_test_and_interval_differ_no_change_is_shown(
    counts: tuple[float, float, float, float], says_test: bool, says_interval: bool
) -> None:
    made = shares(*counts)
    assert made.p is not None
    assert made.low is not None
    assert (made.p < 0.05, made.low > 0) == (says_test, says_interval)
    assert made.verdict == "no change shown"


@given(st.integers(30, 900), st.integers(30, 900), st.data(), st.sampled_from(["up", "down"]))
@settings(max_examples=times(300), deadline=None)
def test_no_verdict_is_given_where_the_interval_holds_zero(n1: int, n2: int, data: st.DataObject, better: str) -> None:
    made = shares(data.draw(st.integers(0, n1)), n1, data.draw(st.integers(0, n2)), n2, better=better)
    if made.verdict in ("improved", "worsened"):
        assert made.p is not None and made.low is not None and made.high is not None
        assert made.p < 0.05
        assert not made.low <= 0 <= made.high


@pytest.mark.parametrize(
    ("ps", "levels"),
    [
        ([0.04], [0.95]),
        ([0.001, 0.04], [0.975, 0.95]),
        ([0.04, 0.001], [0.95, 0.975]),
        ([0.03, 0.04], [0.975, 0.975]),
        ([0.001, 0.03, 0.04], [1 - 0.05 / 3, 0.975, 0.975]),
        ([0.001, None], [0.975, 0.95]),
        ([0.03, None], [0.975, 0.975]),
        ([], []),
    ],
)
def test_several_tests_share_their_chance_of_a_false_alarm(ps: list[float | None], levels: list[float]) -> None:
    assert holm_levels(ps) == pytest.approx(levels)


def test_the_adjusted_p_values_of_holm_reject_the_same() -> None:
    """The other way to write it: the i-th smallest p times the number of tests left, and never less than before."""
    draw = random.Random(6)
    for _ in range(3000):
        ps = [draw.random() ** 3 for _ in range(draw.randint(1, 8))]
        by_size = sorted(range(len(ps)), key=ps.__getitem__)
        adjusted = list(itertools.accumulate(((len(ps) - i) * ps[at] for i, at in enumerate(by_size)), max))
        rejected = {at for at, p in zip(by_size, adjusted, strict=True) if p < 0.05}
        assert {at for at, level in enumerate(holm_levels(ps)) if ps[at] < 1 - level - 1e-12} == rejected
