"""The shape of a number over time in the height of a line of text, gaps left open; with the level it is to reach."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

WIDTH, HEIGHT, INSET = 96.0, 22.0, 3.0
LEAST = 3
"""Values below which there is no shape: two always make a straight line."""


def sparkline(
    values: Sequence[float | None],
    level: float | None = None,
    since: int | None = None,
    reach: Sequence[float] = (),
) -> Markup:
    """An SVG of the values in order, None being a gap; empty below three values. The words stand beside it.

    `level` is drawn as a dashed line across; `since` is the place from which on something was different. The drawing
    is at least as high as what lies between the values of `reach`: less than that is no movement.
    """
    known = [value for value in values if value is not None]
    if len(known) < LEAST:
        return Markup()
    ends = [*known, *reach, *(() if level is None else (level,))]
    low, high = min(ends), max(ends)
    runs: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((_x(index, len(values)), _y(value, low, high)))
    lines = "".join(_run(run) for run in runs if run)
    x, y = next(run for run in reversed(runs) if run)[-1]
    if level is not None:
        at = _y(level, low, high)
        lines = f'<path class="cx-spark__a" d="M0 {at:.1f}H{WIDTH:g}"/>{lines}'
    if since is not None:
        at = (_x(since - 1, len(values)) + _x(since, len(values))) / 2 if since else INSET / 2
        lines = f'<path class="cx-spark__s" d="M{at:.1f} 0V{HEIGHT:g}"/>{lines}'
    return Markup(
        f'<svg class="cx-spark" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" aria-hidden="true" focusable="false">'
        f'{lines}<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6"/></svg>'
    )


def _x(index: int, count: int) -> float:
    return INSET + (WIDTH - 2 * INSET) * (index / (count - 1) if count > 1 else 0.5)


def _y(value: float, low: float, high: float) -> float:
    share = (value - low) / (high - low) if high > low else 0.5
    return HEIGHT - INSET - share * (HEIGHT - 2 * INSET)


def _run(points: list[tuple[float, float]]) -> str:
    if len(points) == 1:
        x, y = points[0]
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.4"/>'
    return f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
