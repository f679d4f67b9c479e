"""What a value is, by its field: each kind has one parser from text, used by every field of that kind.

The loader hands over text, never what YAML guessed, so `no`, `3:20` and `012` stay what people wrote.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from cxsite.model.period import parse_period

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_SCALE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*\.\.\s*([+-]?\d+(?:\.\d+)?)")


@dataclass(frozen=True)
class Scale:
    """The lowest and the highest answer a question allows."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    def __str__(self) -> str:
        return f"{self.low:g} to {self.high:g}".replace("-", "\u2212")


def parse_number(text: str) -> float:
    """Reads `12`, `-1.7`; digits and one dot, as a finite number.

    Raises:
        ValueError: thousands separators, exponents, units, infinity.
    """
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError(f"`{text}` is not a plain number like 12 or -1.7")
    value = float(Decimal(text.strip()))
    if not math.isfinite(value):
        raise ValueError(f"`{text[:20]}…` is too large a number")
    return value


def parse_scale(text: str) -> Scale:
    """Reads `0..10`, `-2..2`: the lowest and the highest answer."""
    found = _SCALE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"`{text}` is not a scale; write its ends like 0..10 or -2..2")
    scale = Scale(parse_number(found[1]), parse_number(found[2]))
    if scale.low >= scale.high:
        raise ValueError(f"`{text}` has its lower end behind its upper end")
    return scale


def parse_flag(text: str) -> bool:
    """Reads `true` and `false`, and nothing else."""
    if text not in ("true", "false"):
        raise ValueError(f"`{text}` is neither `true` nor `false`")
    return text == "true"


def parse_day(text: str) -> date:
    """Reads a day as `2026-09-30`."""
    period = parse_period(text)
    if period.start != period.end:
        raise ValueError(f"`{text}` is not a day; write it like 2026-09-30")
    return period.start


_DURATION = re.compile(r"(\d{1,5})\s*(d|days?|weeks?|months?)", re.ASCII)
_DAYS = {"d": 1, "day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}


def parse_days(text: str) -> int:
    """Reads `45d`, `6 weeks`, `6 months` as days; a month counts as 30."""
    found = _DURATION.fullmatch(text.strip())
    if not found:
        raise ValueError(f"`{text}` is not a span of days; write it like 45d, 6 weeks or 6 months")
    return int(found[1]) * _DAYS[found[2]]


def _from_text(parse: Any) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(_single(value)) if isinstance(value, str | list | dict) else value)


def _single(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("takes a single value, and here stands a list or a mapping")
    return value


Number = Annotated[float, _from_text(parse_number)]
Flag = Annotated[bool, _from_text(parse_flag)]
Day = Annotated[date, _from_text(parse_day)]
Days = Annotated[int, _from_text(parse_days)]
ScaleField = Annotated[Scale, _from_text(parse_scale)]


def _check_when(text: str) -> str:
    for part in _single(text).split("/", 1):
        parse_period(part)
    return text


When = Annotated[str, BeforeValidator(_check_when)]
"""A day, month, quarter or year, or a span of two: `2026-06/2026-08`."""


def _check_emotion(text: str) -> float:
    value = parse_number(text)
    if not -2 <= value <= 2:
        raise ValueError(f"`{text}` is outside -2..2")
    return value


Emotion = Annotated[float, _from_text(_check_emotion)]
"""How a step feels, from -2 (angry) to 2 (delighted)."""
