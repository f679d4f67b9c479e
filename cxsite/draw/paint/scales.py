"""Scales as a spec writes them, made ready: where a domain comes from, rounded and padded ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cxsite.draw.paint.expressions import compile_expression, constant_of
from cxsite.draw.paint.refuse import Unsupported, one_of, only, plain_name
from cxsite.draw.paint.scaled import Band, Linear, Ordinal, Scale
from cxsite.draw.paint.scope import Found, Names, Scope
from cxsite.draw.paint.ticks import nice
from cxsite.draw.paint.values import number
from cxsite.draw.palette import to_variables

Domain = Callable[[Scope], Sequence[Any]]


@dataclass(frozen=True)
class Plan:
    """A scale to be: its domain comes from rows alone, the rest needs the signals too."""

    name: str
    domain: Domain
    made: Callable[[Scope], Scale]


def compile_scale(spec: Mapping[str, Any], names: Names) -> Plan:
    """The plan of a scale. `names` has the signals that its range may ask for."""
    return _TYPES[one_of(spec.get("type", "linear"), _TYPES, "scale")](spec, names)


def _linear(spec: Mapping[str, Any], names: Names) -> Plan:
    only(("name", "type", "domain", "range", "nice", "zero", "padding", "domainMin"), spec, "linear scale")
    one_of(spec.get("nice", False), (True, False), "scale: nice")
    domain, ends = _extent(spec, names), [_end(end, names) for end in _pair(spec["range"])]
    padding = number(spec.get("padding", 0))

    def made(scope: Scope) -> Scale:
        low, high = scope.domains[spec["name"]]
        start, end = (number(one({}, scope)) for one in ends)
        if padding and low != high:
            low, high = _padded(low, high, abs(end - start), padding)
        if spec.get("nice"):
            low, high = nice(low, high)
        return Linear((low, high), (start, end))

    return Plan(spec["name"], domain, made)


def _padded(low: float, high: float, pixels: float, padding: float) -> tuple[float, float]:
    factor = pixels / (pixels - 2 * padding) if pixels != 2 * padding else math.inf
    middle = (low + high) / 2
    return middle + (low - middle) * factor, middle + (high - middle) * factor


def _extent(spec: Mapping[str, Any], names: Names) -> Domain:
    zero, least = spec.get("zero", True), spec.get("domainMin")
    given = spec["domain"]
    fields = () if isinstance(given, list) else _fields(given, names)
    fixed = [number(value) for value in _pair(given)] if isinstance(given, list) else []

    def domain(scope: Scope) -> Sequence[float]:
        low, high = fixed or _ends(scope, fields)
        low, high = (min(low, 0), max(high, 0)) if zero else (low, high)
        return (low if least is None else least, high)

    if least is not None and not isinstance(least, int | float):
        raise Unsupported("scale: domainMin")
    return domain


def _ends(scope: Scope, fields: Sequence[tuple[str, str]]) -> tuple[float, float]:
    low, high = math.inf, -math.inf
    for name, field in fields:
        for row in scope.rows[name]:
            value = row.get(field)
            if value is not None:
                value = number(value)
                low = value if value < low else low
                high = value if value > high else high
    return low, high


def _fields(given: Mapping[str, Any], names: Names, more: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    only(("fields", *more) if "fields" in given else ("data", "field", *more), given, "domain")
    found = []
    for one in given.get("fields", (given,)):
        only(("data", "field", *more), one, "domain")
        one_of(one["data"], names.rows, "domain: data")
        found.append((one["data"], plain_name(one["field"], "domain")))
    return found


def _end(end: Any, names: Names) -> Found:
    if isinstance(end, int | float):
        return constant_of(end)
    only(("signal",), end, "range")
    return compile_expression(end["signal"], names)


def _pair(ends: Any) -> list[Any]:
    if not isinstance(ends, list) or len(ends) != 2:
        raise Unsupported(f"scale: {ends!r} is not two ends")
    return ends


def _band(spec: Mapping[str, Any], names: Names) -> Plan:
    only(("name", "type", "domain", "range", "paddingInner", "paddingOuter"), spec, "band scale")
    for padding in ("paddingInner", "paddingOuter"):
        one_of(float(spec.get(padding, 0)), (0.0,), padding)
    only(("step",), spec["range"], "band scale: range")
    fields, step = _fields(spec["domain"], names, ("sort",)), _end(spec["range"]["step"], names)
    one_of(spec["domain"].get("sort", False), (True,), "band scale: sort")

    def domain(scope: Scope) -> Sequence[Any]:
        found = {row.get(field) for name, field in fields for row in scope.rows[name]}
        return sorted(found - {None}, key=lambda value: (isinstance(value, str), value))

    def made(scope: Scope) -> Scale:
        rows, height = scope.domains[spec["name"]], number(step({}, scope))
        return Band({row: i * height for i, row in enumerate(rows)}, (0, len(rows) * height), height)

    return Plan(spec["name"], domain, made)


def _ordinal(spec: Mapping[str, Any], _names: Names) -> Plan:
    only(("name", "type", "domain", "range"), spec, "ordinal scale")
    domain, looks = spec["domain"], spec["range"]
    if not isinstance(domain, list) or not isinstance(looks, list) or len(domain) > len(looks):
        raise Unsupported("ordinal scale: its values are not written one by one")
    looks = [to_variables(look) if isinstance(look, str) else look for look in looks]
    scale = Ordinal(dict(zip(domain, looks, strict=False)))
    return Plan(spec["name"], lambda _scope: domain, lambda _scope: scale)


_TYPES: dict[str, Callable[[Mapping[str, Any], Names], Plan]] = {"linear": _linear, "band": _band, "ordinal": _ordinal}
