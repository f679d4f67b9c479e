"""Labels that run into one another: every other one is left out until none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Label:
    """A label's lines, the point they stand at, and the box they take."""

    lines: list[str]
    align: str
    x: float
    y: float
    box: tuple[float, float, float, float]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        left, top, right, bottom = self.box
        return right - left <= 1 or bottom - top <= 1


def kept(labels: Sequence[Label], apart: float) -> list[Label]:
    """The labels to show, at least `apart` pixels from one another; the first and one more stay in any case."""
    source = [label for label in labels if not label.empty]
    if not source:
        return list(labels)
    shown = source
    while len(shown) >= 3 and _run_together(shown, apart):
        shown = shown[::2]
    if len(shown) < 3 and len(source) >= 3 and shown[-1] is not source[-1]:
        shown = [*shown[:1], source[-1]] if len(shown) > 1 else [*shown, source[-1]]
    return shown


def _run_together(labels: Sequence[Label], apart: float) -> bool:
    return any(_gap(a.box, b.box) < apart for a, b in pairwise(labels))


def _gap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> float:
    return max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3])
