"""Text: its lines, its place above or below a point, the box it takes, and its element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from cxsite.draw.paint.canvas import coordinate
from cxsite.draw.paint.letters import WEIGHTS, text_width
from cxsite.draw.paint.refuse import Unsupported, one_of
from cxsite.draw.paint.values import rounded, text

ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_SHARES: dict[str, tuple[float, float]] = {
    "top": (0.79, 0), "middle": (0.3, 0), "bottom": (-0.21, 0), "alphabetic": (0, 0),
    "line-top": (0.29, 0.5), "line-bottom": (0.29, -0.5),
}  # fmt: skip
"""How far down a text is shifted, in heights of its letters and of its lines."""


@dataclass(frozen=True)
class Letters:
    """How a text is set: size and weight of its letters, the height of its lines, which part of it is at its point."""

    size: float
    weight: int
    line: float
    down: int

    def box(self, lines: list[str], align: str, x: float, y: float) -> tuple[float, float, float, float]:
        """The box of lines at a point."""
        width = max(text_width(line, self.size, self.weight) for line in lines)
        left = x - width / 2 if align == "center" else x - width if align == "right" else x
        top = y + self.down - rounded(0.8 * self.size)
        return left, top, left + width, top + self.size + self.line * (len(lines) - 1)

    def shortened(self, line: str, limit: float) -> str:
        """A line that is no wider than `limit` pixels; what is left out is marked."""
        if text_width(line, self.size, self.weight) < limit:
            return line
        room = limit - text_width("…", self.size, self.weight)
        kept = next(n for n in range(len(line), -1, -1) if n == 0 or self._fits(line[:n], room))
        return f"{line[:kept]}…"

    def _fits(self, line: str, room: float) -> bool:
        return text_width(line, self.size, self.weight) < room


def letters(size: Any, weight: Any, line: Any, baseline: Any) -> Letters:
    """How a text is set, from what a spec says of it."""
    share, lines = _SHARES[one_of("alphabetic" if baseline is None else baseline, _SHARES, "baseline")]
    if not isinstance(size, int | float) or not isinstance(line, int | float | None):
        raise Unsupported("text: its size is no number")
    height = size + 2 if line is None else line
    weight = WEIGHTS[one_of("normal" if weight is None else weight, WEIGHTS, "font weight")]
    return Letters(size, weight, height, rounded(share * size + lines * height))


def lines_of(value: Any) -> list[str]:
    """A text, or a list of its lines, as lines without space around them."""
    if isinstance(value, list | tuple):
        return ["" if line is None else text(line).strip() for line in value] or [""]
    return ["" if value is None else text(value).strip()]


def written(lines: list[str], x: float, y: float, height: float) -> str:
    """All that follows `<text` for lines that begin at a point; empty lines only take room."""
    left = coordinate(x)
    found = ""
    skipped = 0
    for line in lines:
        if not line:
            skipped += 1
        elif not found:
            found = f' x="{left}" y="{coordinate(y + skipped * height)}">{escape(line)}'
            skipped = 1
        else:
            found += f'<tspan x="{left}" dy="{coordinate(skipped * height)}">{escape(line)}</tspan>'
            skipped = 1
    return found and f"{found}</text>"
