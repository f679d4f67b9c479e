"""Values as JavaScript has them, where that differs from Python: truth, numbers, text, equality."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any, Final


class Undefined:
    """What a row says about a field that it does not have."""


UNDEFINED: Final = Undefined()
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_INFINITY = {"Infinity": math.inf, "+Infinity": math.inf, "-Infinity": -math.inf}


def valid(value: Any) -> bool:
    """Whether there is a value: neither null nor undefined nor NaN."""
    return value is not None and value is not UNDEFINED and value == value


def truthy(value: Any) -> bool:
    """Whether a value counts as true; an empty list does."""
    if value is True or value is False:
        return bool(value)
    if isinstance(value, int | float):
        return value == value and value != 0
    return not (value is None or value is UNDEFINED or value == "")


def number(value: Any) -> float:
    """A value as a number; NaN where it is none."""
    kind = type(value)
    if kind is float or kind is int or kind is bool:
        return value  # type: ignore[no-any-return]
    if value is None:
        return 0
    if isinstance(value, list | tuple):
        value = text(value)
    if not isinstance(value, str):
        return math.nan
    value = value.strip()
    if value == "":
        return 0
    return float(value) if _NUMBER.fullmatch(value) else _INFINITY.get(value, math.nan)


def text(value: Any) -> str:
    """A value as text."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if value is UNDEFINED:
        return "undefined"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _digits(float(value))
    if isinstance(value, list | tuple):
        return ",".join("" if one is None or one is UNDEFINED else text(one) for one in value)
    return "[object Object]"


def _digits(value: float) -> str:
    if not math.isfinite(value):
        return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    if 1e-6 <= abs(value) < 1e21:
        return format(Decimal(repr(value)), "f")
    mantissa, _, exponent = f"{Decimal(repr(value)).normalize():e}".partition("e")
    return f"{mantissa}e{int(exponent):+d}"


def equal(one: Any, other: Any) -> bool:
    """Equality that converts, as `==` does."""
    if one is None or one is UNDEFINED or other is None or other is UNDEFINED:
        return (one is None or one is UNDEFINED) and (other is None or other is UNDEFINED)
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    return number(one) == number(other)


def less(one: Any, other: Any) -> bool:
    """Whether one comes before the other: texts by their letters, all else as numbers."""
    if isinstance(one, str) and isinstance(other, str):
        return one < other
    return number(one) < number(other)


def added(one: Any, other: Any) -> Any:
    """Texts joined, numbers added."""
    if isinstance(one, str | list | tuple) or isinstance(other, str | list | tuple):
        return text(one) + text(other)
    return number(one) + number(other)


def rounded(value: float) -> int:
    """The nearest whole number, halves upwards."""
    return math.floor(value + 0.5)
