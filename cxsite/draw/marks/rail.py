"""The emotion curve down the side of a list of steps, for phones: one drawing a step, each as high as its step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from markupsafe import Markup

from cxsite.derive.written.numbers import write_emotion
from cxsite.derive.written.quotes import in_quotes
from cxsite.draw.marks.columns import per_cent, weighted
from cxsite.draw.marks.curve import Piece
from cxsite.draw.marks.emotion import DASHES, LIMIT, Emotion, Felt, chosen, runs, write_felt
from cxsite.draw.marks.strokes import Place, by_sign, draw_dot, line_of, path_of, stroke
from cxsite.draw.twin import Twin, mark, sentence

WIDTH, HEIGHT = 60, 96
"""Pixels: the width of a rail, and the height of a step where a page sets no other."""
_INSET = 0.2
"""Share of the width beyond −2 and +2: half a face, which a page puts on the curve."""


def rails(emotion: Emotion) -> tuple[Markup, ...]:
    """A drawing for each step, in order. Put below one another without a gap, they make the whole curve."""
    even = replace(emotion, columns=weighted([1] * len(emotion)))
    return tuple(_rail(even, i) for i in range(len(even)))


def step_twin(emotion: Emotion, column: int) -> Twin:
    """What one step's drawing says."""
    found = [(each.label, felt) for each in emotion.curves for i, felt in each.points if i == column]
    told = [
        f"{label}: {write_felt(felt.value)}" + (f", {felt.feeling}" if felt.feeling else "") for label, felt in found
    ]
    rows = [(emotion.steps[column], label, write_felt(felt.value), felt.feeling, felt.source) for label, felt in found]
    return Twin(
        f"Emotion at {in_quotes(emotion.steps[column])}",
        sentence(*told, f"On a scale from {write_emotion(-LIMIT)} to {write_emotion(LIMIT)}"),
        ("Step", "Curve", "Emotion", "Feeling", "How it is known"),
        tuple(rows),
    )


def _rail(emotion: Emotion, column: int) -> Markup:
    top, bottom = emotion.columns.edges[column : column + 2]

    def place(x: float, y: float) -> str:
        return f"{1000 * _across(y):.0f} {1000 * (x - top) / (bottom - top):.0f}"

    lines = [line_of("M500 0V1000", "line-2", "", 1), *_lines(emotion, top, bottom, place)]
    plot = (
        '<svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" fill="none">'
        f"{''.join(lines)}</svg>"
    )
    return mark("rail", step_twin(emotion, column), HEIGHT, plot + "".join(_dots(emotion, column)), str(WIDTH))


def _across(value: float) -> float:
    return _INSET + (1 - 2 * _INSET) * (LIMIT + value) / (2 * LIMIT)


def _lines(emotion: Emotion, top: float, bottom: float, place: Place) -> Iterator[str]:
    main = [(emotion.current, ' stroke-dasharray="5 4"' if emotion.target else "")]
    if emotion.target:
        main.append((emotion.target, ""))
    for each, more in main:
        yield stroke(by_sign(_within(runs(emotion, each), top, bottom)), place, more)
    for dash, each in zip(DASHES, emotion.segments, strict=False):
        d = path_of(_within(runs(emotion, each), top, bottom), place)
        yield line_of(d, "ink-2", chosen(each, dash), 1.5) if d else ""


def _within(parts: Iterable[tuple[Piece, ...]], top: float, bottom: float) -> Iterator[Piece]:
    for piece in (piece for part in parts for piece in part):
        x0, x1 = max(piece.x0, top), min(piece.x1, bottom)
        if x0 < x1:
            yield piece.between(x0, x1)


def _dots(emotion: Emotion, column: int) -> Iterator[str]:
    for each in (emotion.current, *([emotion.target] if emotion.target else [])):
        felt: Felt | None = dict(each.points).get(column)
        if felt is not None and felt.value is not None:
            hollow = each is emotion.current and emotion.target is not None
            yield draw_dot(per_cent(_across(felt.value)), "50%", felt.value, hollow)
