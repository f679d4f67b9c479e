"""What is told beside a verdict: where rows are missing, and where the mean alone would have brought a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxsite.measure.rhythm import Rhythm
from cxsite.measure.series import Point
from cxsite.measure.windows import Window, filled
from cxsite.model.metric import Metric

_LOOK_BACK = 6


def gaps(rhythms: tuple[Rhythm, Rhythm], sides: list[tuple[Point, ...]], window: Window, beside: str) -> Iterator[str]:
    """Where rows or their numbers are missing, so that a side is about less time than its name says."""
    for index, side in enumerate(sides):
        have, room, unit = filled(side, rhythms[index // 2], window.after if index % 2 else window.before)
        if side and have < room:
            whose = f" of `{beside}`" if index > 1 else ""
            yield f"{'after' if index % 2 else 'before'}{whose} holds {have} of {room} {unit}"


def worst(metric: Metric, rows: Sequence[Point], window: Window) -> tuple[str, ...]:
    """Regression to the mean: after the worst of many, the next is better by itself."""
    known = [(p, p.estimate.value) for p in rows if p.estimate and p.period.end <= window.before.end][-_LOOK_BACK:]
    inside = [value for point, value in known if point.period.start >= window.before.start]
    outside = [value for point, value in known if point.period.start < window.before.start]
    if metric.better == "neither" or not inside or not outside:
        return ()
    worse = min(inside) < min(outside) if metric.better == "up" else max(inside) > max(outside)
    said = f"before holds the worst of the last {len(known)} periods: some of a rise may be regression to the mean"
    if metric.better == "down":
        said = said.replace("a rise", "a fall")
    return (said,) if worse else ()
