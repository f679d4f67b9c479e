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


def layout_of(counts: Sequence[int]) -> tuple[float, ...]:
    """How wide each column of a map is, from the number of columns of each phase.

    Short phases get wider ones, so that what is said about a phase never starves.
    """
    return tuple(_WIDER.get(count, 1.0) for count in counts for _ in range(count))


_WIDER = {1: 2.2, 2: 1.3}


def layout_name(counts: Sequence[int]) -> str:
    """The class of a map whose phases have so many columns, which sets its widths: `cx-lay-3-3-2`."""
    return f"cx-lay-{'-'.join(map(str, counts))}"


def per_cent(share: float) -> str:
    """A place across the width as SVG writes it: `12.5%`."""
    return f"{round(100 * share, 3):g}%"
