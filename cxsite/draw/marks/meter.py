"""How many of how many, as a bar or as cells: drawn beside the words that say it."""

from __future__ import annotations

from markupsafe import Markup

from cxsite.draw.marks.columns import per_cent
from cxsite.draw.twin import beside

MOST_CELLS = 12
"""More than these nobody counts: a bar shows the share."""
_CELL, _GAP = 10, 2
_FULL = 'fill="var(--cx-bar)" stroke="var(--cx-bar)"'
_EMPTY = 'fill="var(--cx-card)" stroke="var(--cx-line-2)"'


def bar(value: float, total: float, level: float | None = None) -> Markup:
    """A bar that is as full as `value` of `total`, with a line at the level to be reached; empty without a total."""
    if total <= 0:
        return Markup()
    inside = f'<rect width="{per_cent(_share(value, total))}" height="100%" fill="var(--cx-bar)"/>'
    if level is not None:
        at = per_cent(_share(level, total))
        inside += f'<line x1="{at}" x2="{at}" y1="0" y2="100%" stroke="var(--cx-ink)" stroke-width="3"/>'
    return beside("cx-meter", inside)


def cells(value: int, total: int) -> Markup:
    """A cell for each of the whole, those that count filled; a bar where they are many."""
    if total > MOST_CELLS:
        return bar(value, total)
    step = _CELL + _GAP
    drawn = "".join(
        f'<rect x="{1 + step * index}" y="1" width="{_CELL}" height="{_CELL}" {_FULL if index < value else _EMPTY}/>'
        for index in range(total)
    )
    return beside("cx-cells", drawn, f"0 0 {step * total} {step}") if total else Markup()


def _share(value: float, total: float) -> float:
    return min(1.0, max(0.0, value / total))
