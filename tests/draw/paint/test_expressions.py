"""Expressions of the subset, and those outside of it."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.draw.paint.expressions import compile_expression
from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.paint.scope import Names, Scope

NAMES = Names(frozenset({"places"}), frozenset({"width", "y_step"}), {"y": "band", "x": "linear"})
SCOPE = Scope(
    rows={"places": [{"label": ["Jan", "2026"]}, {}]}, domains={"y": ["a", "b"]}, signals={"width": 292, "y_step": 40}
)
LABEL = "data('places')[datum.value] ? data('places')[datum.value].label : ''"
SIGNED = "(datum.value > 0 ? '+' : '') + replace(format(datum.value, 'd'), '-', '−')"


@pytest.mark.parametrize(
    ("source", "datum", "value"),
    [
        ('isValid(datum["low"]) && isFinite(+datum["low"])', {"low": 1}, True),
        ('isValid(datum["low"]) && isFinite(+datum["low"])', {"low": None}, False),
        ('isValid(datum["low"]) && isFinite(+datum["low"])', {}, False),
        ('isValid(datum["low"]) && isFinite(+datum["low"])', {"low": "x"}, False),
        ("!datum.shipped", {"shipped": False}, True),
        ("datum.side == 'left'", {"side": "left"}, True),
        ("datum.source == 0", {"source": "0"}, True),
        ("datum.source === 0", {"source": "0"}, False),
        ("datum.at < 0.25 ? 'left' : datum.at > 0.75 ? 'right' : 'center'", {"at": 0.8}, "right"),
        ("datum.at < 0.25 ? 'left' : datum.at > 0.75 ? 'right' : 'center'", {"at": None}, "left"),
        ('isValid(datum["t"]) ? datum["t"] : ""+datum["t"]', {"t": None}, "null"),
        ('isValid(datum["t"]) ? datum["t"] : ""+datum["t"]', {}, "undefined"),
        ('isValid(datum["t"]) ? datum["t"] : ""+datum["t"]', {"t": ["a", "b"]}, ["a", "b"]),
        ('toNumber(datum["order"])', {"order": "7"}, 7),
        ('toNumber(datum["order"])', {"order": ""}, None),
        ("ceil(width/40)", {}, 8),
        ("bandspace(domain('y').length, 0, 0) * y_step", {}, 80),
        ("1 + 2 * 3 - -4", {}, 11),
        ("(1 + 2) * 3 / 0", {}, float("inf")),
        ("1 || 2 && 0", {}, 1),
        ("datum.a.b", {"a": None}, None),
        (SIGNED, {"value": 50}, "+50"),
        (SIGNED, {"value": -50}, "−50"),
        (SIGNED, {"value": 0}, "0"),
        (LABEL, {"value": 0.0}, ["Jan", "2026"]),
        (LABEL, {"value": 2.0}, ""),
        (LABEL, {"value": 0.5}, ""),
        (LABEL, {"value": -1}, ""),
    ],
)
def test_an_expression_has_the_value_that_vega_gives_it(source: str, datum: dict[str, Any], value: Any) -> None:
    found = compile_expression(source, NAMES)(datum, SCOPE)
    assert found == value or (value is None and not isinstance(found, str))


@pytest.mark.parametrize(
    "source",
    [
        "now()", "height", "datum.a ? 1", "datum.a % 2", "data('elsewhere')", "domain('x')", "data(datum.name)", "", "1 +",
        "format(datum.value, '.2f')", "format(datum.value, datum.kind)", "isValid()", "'it\\'s'", "datum..a", "(1", "1 2",
        "[1, 2]", "datum => 1", "parent.x", "event.x", "a = 1",
    ],
)  # fmt: skip
def test_an_expression_outside_the_subset_is_refused(source: str) -> None:
    with pytest.raises(Unsupported, match="expression"):
        compile_expression(source, NAMES)
