"""From values to places."""

from __future__ import annotations

import math
from typing import Any

import pytest

from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.paint.scaled import Linear, Scale
from cxsite.draw.paint.scales import compile_scale
from cxsite.draw.paint.scope import Names, Row, Scope

NAMES = Names(frozenset({"rows"}), frozenset({"width", "step"}))
LINEAR = {
    "name": "x",
    "type": "linear",
    "domain": {"fields": [{"data": "rows", "field": "n"}]},
    "range": [0, {"signal": "width"}],
}
BAND = {
    "name": "y", "type": "band", "domain": {"data": "rows", "field": "n", "sort": True}, "range": {"step": {"signal": "step"}},
    "paddingInner": 0, "paddingOuter": 0,
}  # fmt: skip
ORDINAL = {"name": "c", "type": "ordinal", "domain": [0, 1], "range": ["circle", "square"]}


def scale(spec: dict[str, Any], *rows: Row) -> Scale:
    scope = Scope(rows={"rows": rows}, signals={"width": 100, "step": 40})
    plan = compile_scale(spec, NAMES)
    scope.domains[plan.name] = plan.domain(scope)
    return plan.made(scope)


def domain(spec: dict[str, Any], *numbers: Any) -> tuple[float, float]:
    made = scale(spec, *({"n": number} for number in numbers))
    assert isinstance(made, Linear)
    return made.domain


def test_a_domain_holds_all_numbers_and_zero_unless_it_need_not() -> None:
    assert domain(LINEAR, 4, 7, None) == (0, 7)
    assert domain({**LINEAR, "zero": False}, 4, 7, None) == (4, 7)
    assert domain({**LINEAR, "domainMin": 0, "nice": True}, 3, 97) == (0, 100)
    assert domain({**LINEAR, "domain": [-100, 100]}) == (-100, 100)


def test_padding_in_pixels_comes_before_round_ends() -> None:
    assert domain({**LINEAR, "zero": False, "padding": 10}, 0, 80) == (-10, 90)
    assert domain({**LINEAR, "zero": False, "padding": 10, "nice": True}, 0, 82) == (-20, 100)
    assert domain({**LINEAR, "zero": False, "padding": 10, "nice": True}, 4, 4) == (4, 4)


def test_numbers_stand_where_they_belong_and_what_is_none_stands_nowhere() -> None:
    made = scale(LINEAR, {"n": 10})
    assert [made.place(value) for value in (0, 2.5, "5", None, "x")] == [0, 25, 50, None, None]
    assert scale({**LINEAR, "zero": False}, {"n": 4}).place(4) == 50
    assert scale({**LINEAR, "zero": False}).place(4) is None or math.isfinite(scale(LINEAR).place(4) or 0)


def test_bands_stand_in_order_each_once() -> None:
    made = scale(BAND, {"n": 2}, {"n": 0}, {"n": 2})
    assert [made.place(value) for value in (0, 2, 1)] == [0, 40, None]
    assert (made.range, made.bandwidth) == ((0, 80), 40)
    assert scale(BAND).range == (0, 0)


def test_looks_are_those_of_their_values() -> None:
    assert [scale(ORDINAL).place(value) for value in (0, 1, 2)] == ["circle", "square", None]


@pytest.mark.parametrize(
    "spec",
    [
        {**LINEAR, "type": "log"},
        {**LINEAR, "nice": 5},
        {**LINEAR, "reverse": True},
        {**LINEAR, "clamp": True},
        {**LINEAR, "range": "width"},
        {**LINEAR, "domain": [0, 1, 2]},
        {**LINEAR, "domain": {"data": "elsewhere", "field": "n"}},
        {**LINEAR, "domain": {"data": "rows", "field": "a.b"}},
        {**LINEAR, "domainMin": {"signal": "width"}},
        {**BAND, "paddingInner": 0.2},
        {**BAND, "range": [0, 100]},
        {**BAND, "domain": {"data": "rows", "field": "n", "sort": {"op": "max", "field": "n"}}},
        {**BAND, "domain": {"data": "rows", "field": "n"}},
        {**ORDINAL, "range": "category"},
        {**ORDINAL, "domain": [0, 1, 2]},
    ],
)
def test_scales_of_other_kinds_are_refused(spec: dict[str, Any]) -> None:
    with pytest.raises((Unsupported, TypeError, AttributeError)):
        compile_scale(spec, NAMES)
