"""Whether a series still says how things are."""

from __future__ import annotations

from datetime import date

import pytest

from cxsite.diagnostics import Span
from cxsite.measure.fresh import freshness
from cxsite.measure.series import Estimate, Point, Series, Where
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.settings import Settings


def series(*periods: str, known: bool = True, **fields: object) -> Series:
    metric = Metric.model_validate({"id": "n", "name": "N", "method": "mean"} | fields)
    points = (Point(parse_period(text), Estimate(1) if known else None, Span("t.csv")) for text in periods)
    return Series(metric, "t.csv", Where(), tuple(points))


SITE = Settings.model_validate({"fresh_for": "45d"})


@pytest.mark.parametrize(
    ("today", "state"),
    [("2026-09-30", "fresh"), ("2026-11-14", "fresh"), ("2026-11-15", "stale"), ("2026-08-01", "fresh")],
)
def test_a_series_is_stale_once_its_last_period_ended_longer_ago_than_it_is_fresh(today: str, state: str) -> None:
    made = freshness(series("2026-08", "2026-09"), SITE, date.fromisoformat(today))
    assert (made.state, made.until) == (state, date(2026, 11, 14))
    assert made.last == parse_period("2026-09")


def test_the_metric_goes_before_the_site() -> None:
    own = freshness(series("2026-09", fresh_for="1d"), SITE, date(2026, 10, 2))
    assert (own.state, own.until) == ("stale", date(2026, 10, 1))


def test_what_nobody_knows_refreshes_nothing() -> None:
    assert freshness(series("2026-09", known=False), SITE, date(2026, 9, 1)).state == "empty"
    newest_unknown = series("2026-01")
    unknown = series("2026-09", known=False).points
    both = Series(newest_unknown.metric, "t.csv", Where(), newest_unknown.points + unknown)
    assert freshness(both, SITE, date(2026, 9, 30)).state == "stale"


def test_the_end_of_the_calendar_is_no_trouble() -> None:
    assert freshness(series("9999-12-31"), SITE, date(2026, 1, 1)).until == date.max
