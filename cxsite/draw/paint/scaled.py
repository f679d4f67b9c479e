"""From values to places and looks: a line of numbers, bands, and values written one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cxsite.draw.paint.values import UNDEFINED, number


@dataclass(frozen=True)
class Linear:
    """Numbers along a line of pixels."""

    domain: tuple[float, float]
    range: tuple[float, float]
    bandwidth: float = 0

    def place(self, value: Any) -> float | None:
        """Where a value stands; None for what is no number. Where all values are one, it stands in the middle."""
        kind = type(value)
        if kind is not float and kind is not int:
            if value is None or value is UNDEFINED:
                return None
            value = number(value)
        (low, high), (start, end) = self.domain, self.range
        span = high - low
        share = 0.5 if span == 0 and value == value else (value - low) / span
        return None if share != share else start * (1 - share) + end * share


@dataclass(frozen=True)
class Band:
    """Values in rows of one height."""

    places: Mapping[Any, float]
    range: tuple[float, float]
    bandwidth: float

    def place(self, value: Any) -> float | None:
        """Where the band of a value begins."""
        return self.places.get(value)


@dataclass(frozen=True)
class Ordinal:
    """A look for each value."""

    looks: Mapping[Any, Any]
    range: tuple[float, float] = (0, 0)
    bandwidth: float = 0

    def place(self, value: Any) -> Any:
        """The look of a value; None for one that was not named."""
        return self.looks.get(value)


Scale = Linear | Band | Ordinal
