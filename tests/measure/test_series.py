"""Series found by metric and place, without going through all of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxsite.measure.series import Measures, Series, Where
from cxsite.model.metric import Metric

METRICS = tuple(Metric(id=key, name=key, method="count", journey=None) for key in ("m", "n"))
HOMES = ("", "a", "b")
places = st.builds(Where, st.sampled_from(HOMES), st.sampled_from(("", "p")), st.just(""), st.sampled_from(("", "x")))
series = st.builds(Series, st.sampled_from(METRICS), st.sampled_from(("one.csv", "two.csv")), places, st.just(()))
measures = st.lists(series, max_size=12).map(lambda found: Measures(tuple(found)))


@given(measures, st.sampled_from(("m", "n", "other")), places)
def test_the_series_about_a_place_are_all_those_and_no_others(found: Measures, metric: str, where: Where) -> None:
    of_metric = tuple(one for one in found.series if one.metric.key == metric)
    assert found.of(metric) == of_metric
    assert found.of(metric, where) == tuple(one for one in of_metric if one.where == where)


@given(measures, st.sampled_from(("m", "n", "other")), st.sampled_from(HOMES))
def test_the_series_that_name_a_journey_or_none_stand_in_their_order(found: Measures, metric: str, home: str) -> None:
    of_metric = tuple(one for one in found.series if one.metric.key == metric)
    assert found.naming(metric, home) == tuple(one for one in of_metric if one.where.journey == home)
    assert found.near(metric, home) == tuple(one for one in of_metric if one.where.journey in ("", home))
