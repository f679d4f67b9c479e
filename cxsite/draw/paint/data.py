"""Named rows, given from outside or made from other rows by filters and formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cxsite.draw.paint.expressions import compile_expression
from cxsite.draw.paint.refuse import Unsupported, one_of, only, plain_name
from cxsite.draw.paint.scope import Names, Rows, Scope
from cxsite.draw.paint.values import truthy

Datasets = Mapping[str, Rows]
Fill = Callable[[Datasets, Scope], None]
Transform = Callable[[Rows, Scope], Rows]


def compile_data(specs: Iterable[Mapping[str, Any]]) -> tuple[Fill, frozenset[str]]:
    """What fills a scope with rows, and their names."""
    fills: list[Fill] = []
    known: set[str] = set()
    for spec in specs:
        only(("name", "source", "values", "transform", "format"), spec, "data")
        if spec.get("format"):
            raise Unsupported("data: format")
        if "source" in spec and (spec["source"] not in known or "values" in spec):
            raise Unsupported(f"data: source {spec['source']!r}")
        names = Names(rows=frozenset(known))
        steps = [_TRANSFORMS[_type(step)](step, names) for step in spec.get("transform", ())]
        fills.append(_fill(spec["name"], spec.get("source"), spec.get("values", ()), steps))
        known.add(spec["name"])

    def fill(datasets: Datasets, scope: Scope) -> None:
        for one in fills:
            one(datasets, scope)

    return fill, frozenset(known)


def _fill(name: str, source: str | None, values: Rows, steps: list[Transform]) -> Fill:
    def fill(datasets: Datasets, scope: Scope) -> None:
        rows = scope.rows[source] if source else datasets.get(name, values)
        for step in steps:
            rows = step(rows, scope)
        scope.rows[name] = rows

    return fill


def _type(step: Mapping[str, Any]) -> str:
    return str(one_of(step["type"], _TRANSFORMS, "transform"))


def _filter(spec: Mapping[str, Any], names: Names) -> Transform:
    only(("type", "expr"), spec, "filter")
    test = compile_expression(spec["expr"], names)
    return lambda rows, scope: [row for row in rows if truthy(test(row, scope))]


def _formula(spec: Mapping[str, Any], names: Names) -> Transform:
    only(("type", "expr", "as"), spec, "formula")
    made, name = compile_expression(spec["expr"], names), plain_name(spec["as"], "formula")
    return lambda rows, scope: [{**row, name: made(row, scope)} for row in rows]


_TRANSFORMS: dict[str, Callable[[Mapping[str, Any], Names], Transform]] = {"filter": _filter, "formula": _formula}
