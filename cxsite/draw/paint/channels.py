"""What a mark's channel says, as a closure over a row: a value, a field, a scale, a signal, or one by test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cxsite.draw.paint.expressions import compile_expression, constant_of
from cxsite.draw.paint.refuse import Unsupported, one_of, only, plain_name
from cxsite.draw.paint.scope import Found, Names, Row, Scope
from cxsite.draw.paint.values import UNDEFINED, number, truthy
from cxsite.draw.palette import to_variables


@dataclass(frozen=True)
class Channel:
    """A value for each row. `fixed`: it is the same `value` for all of them."""

    at: Found
    fixed: bool = False
    value: Any = None


def fixed(value: Any) -> Channel:
    """A channel that says the same of every row."""
    return Channel(constant_of(value), True, value)


Channels = Mapping[str, Channel]


def compile_channel(spec: Any, names: Names) -> Channel:
    """A channel from its value reference, or from several of them with tests."""
    if not isinstance(spec, list):
        only(("value", "field", "scale", "signal", "band", "offset"), spec, "channel")
        return _one(spec, names)
    if not spec or "test" in spec[-1]:
        raise Unsupported("channel: no last value")
    made = compile_channel(spec[-1], names)
    for one in reversed(spec[:-1]):
        made = _tested(one, made, names)
    return made


def _tested(spec: Mapping[str, Any], other: Channel, names: Names) -> Channel:
    if "test" not in spec:
        raise Unsupported("channel: no test")
    test = compile_expression(spec["test"], names)
    then = compile_channel({key: value for key, value in spec.items() if key != "test"}, names)
    return Channel(lambda row, scope: then.at(row, scope) if truthy(test(row, scope)) else other.at(row, scope))


def _one(spec: Mapping[str, Any], names: Names) -> Channel:
    if len(spec.keys() & {"value", "field", "signal"}) > 1:
        raise Unsupported(f"channel: {', '.join(spec)}")
    offset = spec.get("offset", 0)
    if not isinstance(offset, int | float):
        raise Unsupported("channel: offset")
    if "scale" in spec:
        return Channel(_scaled(spec, names, offset))
    if "band" in spec:
        raise Unsupported("channel: band")
    base = _base(spec, names)
    return base if not offset else Channel(lambda row, scope: number(base.at(row, scope)) + offset)


def _base(spec: Mapping[str, Any], names: Names) -> Channel:
    if "signal" in spec:
        return Channel(compile_expression(spec["signal"], names))
    if "field" in spec:
        return Channel(_field(spec["field"]))
    value = spec.get("value")
    return fixed(to_variables(value) if isinstance(value, str) else value)


def _field(field: Any) -> Found:
    if isinstance(field, Mapping):
        only(("group",), field, "field")
        name = one_of(field["group"], ("width", "height"), "field: group")
        return lambda _row, scope: scope.signals[name]
    key = plain_name(field, "channel")
    return lambda row, _scope: row.get(key, UNDEFINED)


def _scaled(spec: Mapping[str, Any], names: Names, offset: float) -> Found:
    name, band = one_of(spec["scale"], names.scales, "scale"), spec.get("band", 0)
    if not isinstance(band, int | float):
        raise Unsupported("channel: band")
    if not (band or offset):
        return _placed(spec, names, name)
    base = _base(spec, names).at

    def at(row: Row, scope: Scope) -> Any:
        scale = scope.scales[name]
        place = scale.place(base(row, scope))
        return place if place is None else number(place) + band * scale.bandwidth + offset

    return at


def _placed(spec: Mapping[str, Any], names: Names, name: str) -> Found:
    """The place of a field in one step, since it is asked for more often than all else."""
    if isinstance(spec.get("field"), str):
        key = plain_name(spec["field"], "channel")
        return lambda row, scope: scope.scales[name].place(row.get(key))
    base = _base(spec, names).at
    return lambda row, scope: scope.scales[name].place(base(row, scope))


def constant(channels: Channels, name: str, default: Any) -> Any:
    """What a channel says of every row; one that is not the same for all is refused."""
    channel = channels.get(name)
    if channel is None or (channel.fixed and channel.value is None):
        return default
    if not channel.fixed:
        raise Unsupported(f"{name} differs from row to row")
    return channel.value


def place_of(channels: Channels, name: str) -> Found | None:
    """A channel as a coordinate: a number always, 0 for what is none. None where there is no such channel."""
    channel = channels.get(name)
    if channel is None:
        return None
    at = channel.at

    def place(row: Row, scope: Scope) -> float:
        value = at(row, scope)
        if type(value) is not float:
            value = number(value)
        return value if value == value else 0.0

    return place
