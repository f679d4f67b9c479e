"""Metrics: definitions and their sources."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from cxsite.model.metric import FiscalYear, Method, Metric, MetricsFile, Source
from cxsite.model.period import FiscalCalendar
from cxsite.model.values import Duration, Scale


def metric(**more: object) -> Metric:
    return Metric.model_validate({"name": "Ease", "method": "mean", **more})


@pytest.mark.parametrize("method", get_args(Method))
def test_every_method_of_the_format_is_taken(method: str) -> None:
    assert metric(method=method).method == method


@pytest.mark.parametrize(
    "source",
    ["ease.csv", {"file": "ease.csv"}, ["ease.csv"], [{"file": "ease.csv"}]],
    ids=["name", "mapping", "list", "mappings"],
)
def test_a_source_is_a_file_name_or_a_mapping_or_several(source: object) -> None:
    assert metric(source=source).source == (Source(file="ease.csv"),)


def test_a_source_says_how_its_table_is_read() -> None:
    source = metric(
        source={"file": "a.csv", "columns": {"period": "month"}, "where": {"q": "Ease"}, "missing": ["No Data"]}
    )
    assert source.source[0] == Source(
        file="a.csv", columns={"period": "month"}, where={"q": "Ease"}, missing=("No Data",)
    )


def test_the_same_table_read_twice_in_the_same_way_is_refused() -> None:
    with pytest.raises(ValidationError, match="names the same table twice in the same way"):
        metric(source=["a.csv", {"file": "a.csv"}])


@pytest.mark.parametrize("second", [{"where": {"q": "1"}}, {"columns": {"period": "m"}}])
def test_the_same_table_may_be_read_in_two_ways(second: dict[str, object]) -> None:
    assert len(metric(source=["a.csv", {"file": "a.csv", **second}]).source) == 2


def test_a_metric_without_a_source_has_none() -> None:
    assert metric().source == ()


def test_a_scale_and_a_freshness_are_read() -> None:
    made = metric(scale="1..5", fresh_for="6 weeks", breaks=[{"at": "2019-Q3", "why": "wording"}])
    assert (made.scale, made.fresh_for, made.breaks[0].at) == (Scale(1, 5), Duration(42 * 1440), "2019-Q3")


@pytest.mark.parametrize("starts", ["0", "13", "-1"])
def test_a_fiscal_year_starts_in_a_month(starts: str) -> None:
    with pytest.raises(ValidationError):
        FiscalYear.model_validate({"starts": starts})


def test_a_fiscal_year_is_a_calendar() -> None:
    assert FiscalYear.model_validate({"starts": "10"}).calendar == FiscalCalendar(10, "end")


def test_a_month_with_a_fraction_is_refused() -> None:
    with pytest.raises(ValidationError):
        FiscalYear.model_validate({"starts": "10.9"})


def test_a_scale_cannot_be_slipped_in_as_a_mapping() -> None:
    with pytest.raises(ValidationError):
        metric(scale={"low": "9", "high": "1"})


def test_a_file_without_metrics_holds_none() -> None:
    assert MetricsFile().metrics == ()


@pytest.mark.parametrize("at", ["soon", "2019-Q5", "2019-13", "2019-09/2019-10"])
def test_a_break_has_to_be_at_a_period(at: str) -> None:
    with pytest.raises(ValidationError, match=r"is not a period|is not in the calendar"):
        metric(breaks=[{"at": at, "why": "wording"}])


def test_what_a_ratio_is_counted_on_is_above_zero() -> None:
    with pytest.raises(ValidationError, match="is not above zero"):
        Metric(id="a", name="A", method="ratio", per="0")
    assert Metric(id="a", name="A", method="ratio", per="0.5").per == 0.5
