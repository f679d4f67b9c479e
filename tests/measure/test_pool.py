"""Pooling: several rows to one, as if all their answers stood in one row."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Span
from cxsite.measure.find import dimensions
from cxsite.measure.intervals import wilson
from cxsite.measure.measures import marked
from cxsite.measure.methods import find_method, published
from cxsite.measure.pool import Pooled, pool
from cxsite.measure.series import Point
from cxsite.model.library import Segments
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

SITE = Settings()


def metric(method: str = "share", **fields: object) -> Metric:
    return Metric.model_validate({"id": "n", "name": "N", "method": method, **fields})


def row(period: str, method: str = "share", **cells: float) -> Point:
    found = find_method(method)
    when = parse_period(period)
    if found and all(name in cells for name in found.columns):
        return Point(when, marked(found.estimate(cells), SITE), Span("t.csv", 2), numbers=cells)
    return Point(when, published(cells), Span("t.csv", 2))


def share(period: str, hits: float, n: float, **more: float) -> Point:
    return row(period, numerator=hits, denominator=n, **more)


def together(pooled: Pooled) -> tuple[float | None, float | None]:
    assert pooled.why_not == ""
    assert pooled.estimate is not None
    return pooled.estimate.value, pooled.estimate.n


def test_shares_are_pooled_by_their_counts_and_not_averaged() -> None:
    pooled = pool(metric(), [share("2026-01", 90, 100), share("2026-02", 100, 900)], SITE)
    assert together(pooled) == (0.19, 1000)
    assert pooled.estimate is not None
    assert (pooled.estimate.low, pooled.estimate.high) == wilson(190, 1000)
    assert pooled.estimate.how == "share, Wilson interval, 2 rows pooled"


@pytest.mark.parametrize(
    ("method", "rows", "expected"),
    [
        (
            "nps",
            [
                {"promoters": 40, "passives": 40, "detractors": 20},
                {"promoters": 100, "passives": 700, "detractors": 100},
            ],
            (2, 1000),
        ),
        ("net-easy", [{"easy": 40, "hard": 20, "n": 100}, {"easy": 100, "hard": 100, "n": 900}], (2, 1000)),
        ("top-2", [{"numerator": 1, "denominator": 10}, {"numerator": 9, "denominator": 90}], (0.1, 100)),
        (
            "ratio",
            [{"numerator": 30, "denominator": 100, "per": 100}, {"numerator": 0, "denominator": 200, "per": 100}],
            (10, 300),
        ),
        ("count", [{"value": 3}, {"value": 4}], (7, None)),
        ("count", [{"value": 3, "n": 10}, {"value": 4}], (7, None)),
        ("sum", [{"value": 3, "n": 10}, {"value": 4, "n": 20}], (7, 30)),
        ("mean", [{"mean": 4, "n": 30}, {"mean": 2, "n": 10}], (3.5, 40)),
    ],
)
def test_every_method_that_adds_up_is_pooled_by_what_it_reads(
    method: str, rows: list[dict[str, float]], expected: tuple[float, float | None]
) -> None:
    points = [row(f"2026-0{i + 1}", method, **cells) for i, cells in enumerate(rows)]
    assert together(pool(metric(method), points, SITE)) == expected


ANSWERS = st.lists(st.integers(1, 7).map(float), min_size=2, max_size=40)


@given(st.lists(ANSWERS, min_size=2, max_size=6))
@settings(max_examples=times(200), deadline=None)
def test_pooled_means_have_mean_and_spread_of_all_answers_together(months: list[list[float]]) -> None:
    points = [
        row(f"2026-{i + 1:02}", "mean", mean=statistics.mean(answers), sd=statistics.stdev(answers), n=len(answers))
        for i, answers in enumerate(months)
    ]
    everybody = [answer for answers in months for answer in answers]
    pooled = pool(metric("mean"), points, SITE)
    assert pooled.numbers["mean"] == pytest.approx(statistics.mean(everybody))
    assert pooled.numbers["sd"] == pytest.approx(statistics.stdev(everybody), abs=1e-9)
    assert pooled.numbers["n"] == len(everybody)


def test_a_mean_without_n_cannot_be_weighed() -> None:
    pooled = pool(metric("mean"), [row("2026-01", "mean", mean=4), row("2026-02", "mean", mean=4, n=9)], SITE)
    assert (pooled.estimate, pooled.why_not) == (None, "a row has no n to weigh its mean by")


def test_a_mean_of_which_one_row_has_no_spread_is_a_point() -> None:
    rows = [row("2026-01", "mean", mean=4, sd=1, n=50), row("2026-02", "mean", mean=2, n=50)]
    pooled = pool(metric("mean"), rows, SITE)
    assert together(pooled) == (3, 100)
    assert "sd" not in pooled.numbers


def test_the_interval_of_a_pooled_mean_stays_on_its_scale() -> None:
    rows = [row(f"2026-0{m}", "mean", mean=4.9, sd=1.5, n=3) for m in (1, 2)]
    pooled = pool(metric("mean", scale="1..5"), rows, SITE)
    assert pooled.estimate is not None
    assert pooled.estimate.high == 5


def test_a_large_row_of_which_weighting_leaves_little_leaves_little_of_the_whole() -> None:
    rows = [share("2026-01", 500, 1000, n_effective=20), share("2026-02", 50, 100, n_effective=90)]
    pooled = pool(metric(), rows, SITE)
    assert pooled.numbers["n_effective"] == pytest.approx(24.14, abs=0.01)
    assert pooled.estimate and pooled.estimate.low_base


def test_weighted_rows_add_up_what_they_count_for() -> None:
    rows = [share("2026-01", 50, 100, n_effective=40), share("2026-02", 50, 100)]
    pooled = pool(metric(), rows, SITE)
    assert pooled.numbers["n_effective"] == pytest.approx(200**2 / (100**2 / 40 + 100**2 / 100))


def test_a_single_row_stays_as_it_is_even_a_published_one() -> None:
    given = row("2026-01", "share", value=0.4, n=80)
    pooled = pool(metric(), [given], SITE)
    assert pooled.estimate is given.estimate
    assert pooled.points == (given,)


@pytest.mark.parametrize(
    ("method", "rows", "why"),
    [
        ("share", [row("2026-01", value=0.4, n=80), share("2026-02", 4, 80)], "published figures and estimates cannot"),
        (
            "mean",
            [row("2026-01", "mean", value=4, low=3, high=5, n=80), row("2026-02", "mean", mean=4, sd=1, n=80)],
            "published figures and estimates cannot",
        ),
        ("median", [row("2026-01", "median", value=4), row("2026-02", "median", value=4)], "a median does not follow"),
        ("share", [], "there is no row"),
        (
            "share",
            [share("2026-01", 4, 80), Point(parse_period("2026-02"), None, Span("t.csv"), "No Data")],
            "nobody knows the number for Feb 2026",
        ),
        (
            "share",
            [share("2026-01", 4, 80), Point(parse_period("2026-02"), None, Span("t.csv"), suppressed=True)],
            "too few answers to show",
        ),
    ],
)
def test_what_cannot_be_pooled_says_why(method: str, rows: list[Point], why: str) -> None:
    pooled = pool(metric(method), rows, SITE)
    assert pooled.estimate is None
    assert why in pooled.why_not


def test_what_is_pooled_from_few_is_marked() -> None:
    pooled = pool(metric(), [share("2026-01", 4, 14), share("2026-02", 4, 15)], SITE)
    assert pooled.estimate is not None
    assert pooled.estimate.low_base


PEOPLE = Segments.model_validate(
    {
        "segments": [
            {"id": "north", "name": "North", "dimension": "region"},
            {"id": "south", "name": "South", "dimension": "region"},
            {"id": "movers", "name": "Movers", "dimension": "joining"},
            {"id": "anybody", "name": "Anybody"},
        ],
        "personas": [{"id": "sam", "name": "Sam", "segment": "north"}],
    }
)
PORTFOLIO = Portfolio(SITE, libraries={"segments": PEOPLE})


def test_a_dimension_has_its_segments_and_no_personas() -> None:
    assert dimensions(PORTFOLIO) == {"region": ("north", "south"), "joining": ("movers",)}
