"""Where the columns of a map stand, as shares of its width, so that a drawing sits over a grid of any width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True)
class Columns:
    """The edges of the columns from left to right, 0..1: one more than there are columns. Raises ValueError."""

    edges: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuses columns without width."""
        within = len(self.edges) > 1 and self.edges[0] >= 0 and self.edges[-1] <= 1
        if not within or not all(a < b for a, b in pairwise(self.edges)):
            raise ValueError("edges of columns rise from 0 to 1")

    def __len__(self) -> int:
        """The number of columns."""
        return len(self.edges) - 1

    @property
    def centres(self) -> tuple[float, ...]:
        """The middle of each column, 0..1."""
        return tuple((a + b) / 2 for a, b in pairwise(self.edges))


def weighted(weights: Sequence[float]) -> Columns:
    """Columns as wide as these weights, which are above zero, across the whole width."""
    total = sum(weights)
    return Columns((0.0, *(min(1.0, along / total) for along in accumulate(weights))))


def per_cent(share: float) -> str:
    """A place across the width as SVG writes it: `12.5%`."""
    return f"{round(100 * share, 3):g}%"
