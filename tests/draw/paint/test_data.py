"""Rows made from rows."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.draw.paint.data import compile_data
from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.paint.scope import Rows, Scope


def made(transform: list[dict[str, Any]], rows: Rows) -> Rows:
    fill, names = compile_data(
        [{"name": "rows", "format": {}}, {"name": "made", "source": "rows", "transform": transform}]
    )
    assert names == {"rows", "made"}
    scope = Scope()
    fill({"rows": rows}, scope)
    return scope.rows["made"]


def test_a_filter_keeps_rows_that_pass() -> None:
    assert made([{"type": "filter", "expr": "datum.n > 1"}], [{"n": 1}, {"n": 2}, {"n": None}]) == [{"n": 2}]


def test_a_formula_adds_a_field_and_leaves_the_rows_it_was_given() -> None:
    rows = [{"n": "4"}]
    assert made([{"type": "formula", "expr": "toNumber(datum.n)", "as": "n"}], rows) == [{"n": 4}]
    assert rows == [{"n": "4"}]


def test_rows_that_are_not_given_are_those_of_the_spec_or_none() -> None:
    fill, _ = compile_data([{"name": "own", "values": [{}]}, {"name": "rows"}])
    scope = Scope()
    fill({}, scope)
    assert (list(scope.rows["own"]), list(scope.rows["rows"])) == ([{}], [])


@pytest.mark.parametrize(
    "spec",
    [
        {"name": "a", "url": "x.csv"},
        {"name": "a", "format": {"parse": {"x": "date"}}},
        {"name": "a", "source": "later"},
        {"name": "a", "transform": [{"type": "aggregate"}]},
        {"name": "a", "transform": [{"type": "stack", "groupby": [], "field": "n", "as": ["a", "b"]}]},
        {"name": "a", "transform": [{"type": "filter", "expr": "datum.a", "more": 1}]},
        {"name": "a", "transform": [{"type": "formula", "expr": "1", "as": "a.b"}]},
    ],
)
def test_rows_made_in_other_ways_are_refused(spec: dict[str, Any]) -> None:
    with pytest.raises(Unsupported):
        compile_data([spec])
