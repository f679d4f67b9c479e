"""An action along time: a bar from start to end, what runs over its day, pilots, and today's line.

Places along the width are written in per cent, so that a row of any width keeps lines and marks of one size. The words
stand beside each drawing.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from cxsite.derive.work.roadmap import Bar, Scale
from cxsite.draw.marks.columns import per_cent
from cxsite.draw.twin import beside

_HALF, _SHORTEST = 8, 0.006
"""Pixels from the middle of a bar to its edge, and the share of the width that a day or two are drawn with."""
_LOOKS = {"shipped": "done", "in progress": "now", "at risk": "risk", "overdue": "risk", "dropped": "off"}


def track(bar: Bar | None, scale: Scale) -> Markup:
    """The row of one action; without a bar only the lines of the scale."""
    return beside("cx-track", "".join(_lines(scale)) + (_middle(_bar(bar)) if bar else ""))


def heads(scale: Scale) -> Markup:
    """What stands above the rows: the names of the ticks, and below them today."""
    labels = "".join(
        f'<text class="cx-tick{" cx-tick--more" if index % 2 else ""}" x="{per_cent(tick.at)}" dx="3" y="1em">'
        f"{escape(tick.label)}</text>"
        for index, tick in enumerate(scale.ticks[:-1])
    )
    at, anchor = scale.today, "start" if scale.today < 0.15 else "end" if scale.today > 0.85 else "middle"
    day = f'<text class="cx-today__t" x="{per_cent(at)}" y="2.3em" text-anchor="{anchor}">{escape(scale.label)}</text>'
    return beside("cx-track", "".join(_ticks(scale, "45%")) + labels + day)


def _middle(drawn: Iterator[str]) -> str:
    """What is drawn around the middle of a row, however high it is."""
    return f'<svg y="50%" overflow="visible">{"".join(drawn)}</svg>'


def _lines(scale: Scale) -> Iterator[str]:
    yield from _ticks(scale)
    yield _line("cx-today", scale.today)


def _ticks(scale: Scale, down: str = "100%") -> Iterator[str]:
    return (_line("cx-tickline", tick.at, down) for tick in scale.ticks[1:-1])


def _line(name: str, at: float, down: str = "100%") -> str:
    return f'<line class="{name}" x1="{per_cent(at)}" x2="{per_cent(at)}" y1="0" y2="{down}"/>'


def _bar(bar: Bar) -> Iterator[str]:
    look = _LOOKS.get(bar.state, "plan")
    if bar.start is not None and bar.end is not None:
        yield _box(look, bar.start, bar.end)
    elif bar.start is not None:
        yield _stroke("open", bar.start, 1.0)
        yield _edge(bar.start)
    elif bar.end is not None:
        yield _edge(bar.end)
    if bar.late is not None and bar.end is not None:
        yield _stroke("late", bar.end, bar.late)
    if bar.due is not None:
        yield _edge(bar.due)
    yield from (_diamond(at) for at in bar.pilots)


def _box(look: str, start: float, end: float) -> str:
    place = f'x="{per_cent(start)}" y="{-_HALF}" width="{per_cent(max(_SHORTEST, end - start))}" height="{2 * _HALF}"'
    stripes = ""
    if look == "risk":
        stripes = f'<line class="cx-stripes" x1="{per_cent(start)}" x2="{per_cent(end)}"/>'
    return f'<rect class="cx-span cx-span--{look}" rx="3" {place}/>{stripes}'


def _stroke(look: str, start: float, end: float) -> str:
    return f'<line class="cx-run cx-run--{look}" x1="{per_cent(start)}" x2="{per_cent(end)}"/>'


def _edge(at: float) -> str:
    return f'<line class="cx-edge" x1="{per_cent(at)}" x2="{per_cent(at)}" y1="{-_HALF - 2}" y2="{_HALF + 2}"/>'


def _diamond(at: float) -> str:
    """A square on its corner; a nested drawing carries it, as a path knows no per cents."""
    return f'<svg x="{per_cent(at)}" overflow="visible"><path class="cx-pilot" d="M0-6 6 0 0 6-6 0z"/></svg>'


def sample(bar: Bar) -> Markup:
    """A bar alone, to stand in a key."""
    return beside("cx-track", _middle(_bar(bar)))
