"""The emotion curve of a map: through the steps that were assessed, open where one was not.

Drawn over a grid of step columns. `rail.py` draws the same curve down the side of a list of steps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from cxsite.derive.written.numbers import write_emotion
from cxsite.derive.written.quotes import in_quotes
from cxsite.draw.marks.columns import Columns, per_cent
from cxsite.draw.marks.curve import Piece, crossings, curve
from cxsite.draw.marks.strokes import bend, by_sign, draw_dot, line_of, path_of, stroke
from cxsite.draw.twin import Twin, beside, mark, sample, sentence

HEIGHT = 200
"""Pixels, where a page sets no other height."""
SMALL = 56
"""Pixels of a curve that is one of many."""
LIMIT = 2.0
_INSET = 0.17
"""Share of the height above +2 and below −2, where the numbers stand."""
DASHES = ("6 3", "2 3", "9 3 2 3", "1 4", "12 4", "5 2 1 2")


@dataclass(frozen=True)
class Felt:
    """What was felt at a step: `value` on −2..2, None where nobody assessed it, with its interval where measured."""

    value: float | None
    feeling: str = ""
    low: float | None = None
    high: float | None = None
    known: str = "assessed, n not published"
    """How it is known: n, method, period and interval of a measured one."""

    def __post_init__(self) -> None:
        """Refuses what is not on the scale."""
        for number in (self.value, self.low, self.high):
            if number is not None and not -LIMIT <= number <= LIMIT:
                raise ValueError(f"an emotion lies in -2..2, not at {number}")

    @property
    def source(self) -> str:
        """How the value is known; nothing where there is none."""
        return self.known if self.value is not None else ""


@dataclass(frozen=True)
class Curve:
    """One curve. `points` has columns, counted from 0, in rising order; a column that is not in it has no such step.

    A column without a step is passed over; a step without a value is a gap.
    """

    label: str
    points: tuple[tuple[int, Felt], ...]
    names: tuple[str, ...] = ()
    """What its steps are called, by column, where that is not what they are called on the other curves."""
    number: int = 0
    """Of a segment: the one by which a page shows its curve where the segment is chosen."""

    def __post_init__(self) -> None:
        """Refuses columns out of order."""
        if not all(a < b for (a, _), (b, _) in pairwise(self.points)):
            raise ValueError("a curve's columns rise")


@dataclass(frozen=True)
class Emotion:
    """The curves of one map over its steps. With a target the area between the two is filled."""

    name: str
    steps: tuple[str, ...]
    columns: Columns
    current: Curve
    target: Curve | None = None
    segments: tuple[Curve, ...] = ()

    def __post_init__(self) -> None:
        """Refuses a curve beyond the last column, and more segments than there are kinds of dashes."""
        if len(self.steps) != len(self.columns) or any(c.points and c.points[-1][0] >= len(self) for c in self.curves):
            raise ValueError("each step has its column, and each point its step")
        if len(self.segments) > len(DASHES):
            raise ValueError(f"at most {len(DASHES)} segments can be told apart")

    def __len__(self) -> int:
        """The number of columns."""
        return len(self.columns)

    def called(self, each: Curve, column: int) -> str:
        """What a step is called on one of its curves."""
        return each.names[column] if each.names else self.steps[column]

    @property
    def curves(self) -> tuple[Curve, ...]:
        """All of them, the current one first."""
        return (self.current, *([self.target] if self.target else []), *self.segments)


def twin(emotion: Emotion) -> Twin:
    """Name, sentences and a row for each step and curve."""
    rows = [
        (emotion.called(each, i), each.label, write_felt(felt.value), felt.feeling, felt.source)
        for each in emotion.curves
        for i, felt in each.points
    ]
    told = " ".join(_told(emotion, each) for each in emotion.curves)
    return Twin(
        f"Emotion curve: {emotion.name}",
        f"{told} On a scale from {write_emotion(-LIMIT)} to {write_emotion(LIMIT)}.",
        ("Step", "Curve", "Emotion", "Feeling", "How it is known"),
        tuple(rows),
    )


def write_felt(value: float | None) -> str:
    """`−1.7`, or that nobody assessed it."""
    return "not assessed" if value is None else write_emotion(value)


def _told(emotion: Emotion, each: Curve) -> str:
    known = [(felt.value, i) for i, felt in each.points if felt.value is not None]
    missing = len(each.points) - len(known)
    if not known:
        return sentence(f"{each.label}: not assessed")
    (low, at_low), (high, at_high) = min(known), max(known, key=lambda pair: (pair[0], -pair[1]))
    return sentence(
        f"{each.label}: lowest {write_emotion(low)} at {in_quotes(emotion.called(each, at_low))}, "
        f"highest {write_emotion(high)} at {in_quotes(emotion.called(each, at_high))}",
        f"{missing} of {len(each.points)} steps not assessed" if missing else "",
    )


def runs(emotion: Emotion, each: Curve) -> list[tuple[Piece, ...]]:
    """The curve's parts between gaps, x in shares of the width, y on −2..2."""
    parts: list[list[tuple[float, float]]] = [[]]
    for i, felt in each.points:
        if felt.value is None:
            parts.append([])
        else:
            parts[-1].append((emotion.columns.centres[i], felt.value))
    return [curve(part) for part in parts if part]


def _wide_place(x: float, y: float) -> str:
    return f"{_round(1000 * x)} {_round(1000 * _down(y))}"


def _down(value: float) -> float:
    return _INSET + (1 - 2 * _INSET) * (LIMIT - value) / (2 * LIMIT)


def _round(value: float) -> str:
    return f"{math.floor(10 * value + 0.5) / 10:g}"


def wide(emotion: Emotion) -> Markup:
    """The curve over its columns, as wide as the grid is. Circles stand above zero, squares below, bars on it."""
    return mark("emotion", twin(emotion), HEIGHT, _plot(emotion) + "".join(_dots(emotion)))


def line(emotion: Emotion) -> Markup:
    """The curve with its intervals alone, for a grid whose cells say each feeling at its place."""
    return mark("emotion", twin(emotion), HEIGHT, _plot(emotion) + "".join(_whiskers(emotion)))


def strip(emotion: Emotion) -> Markup:
    """The curve in small, with a dot at each step; what it says is said by the links that lie on it."""
    dots = "".join(
        draw_dot(per_cent(emotion.columns.centres[i]), per_cent(_down(felt.value)), felt.value)
        for i, felt in emotion.current.points
        if felt.value is not None
    )
    return beside("cx-mark cx-over__s", _plot(emotion) + dots)


def small(emotion: Emotion) -> Markup:
    """The curve of all customers as one of many beside each other, with a dot at its lowest step."""
    known = [(felt.value, -i) for i, felt in emotion.current.points if felt.value is not None]
    dot = ""
    if known:
        low, at = min(known)
        dot = draw_dot(per_cent(emotion.columns.centres[-at]), per_cent(_down(low)), low)
    return mark("small", twin(emotion), SMALL, _plot(emotion, (0,)) + dot)


def _plot(emotion: Emotion, levels: Iterable[int] = (2, 1, 0, -1, -2)) -> str:
    pieces = [piece for run in runs(emotion, emotion.current) for piece in run]
    lines = [_grid(levels)]
    if emotion.target:
        goal = [piece for run in runs(emotion, emotion.target) for piece in run]
        lines += [*_areas_between(pieces, goal), stroke(by_sign(pieces), _wide_place, ' stroke-dasharray="5 4"')]
        lines.append(stroke(by_sign(goal), _wide_place))
    else:
        lines += [*_areas_to_zero(pieces), stroke(by_sign(pieces), _wide_place)]
    for dash, each in zip(DASHES, emotion.segments, strict=False):
        drawn = "".join(path_of(run, _wide_place) for run in runs(emotion, each))
        lines.append(line_of(drawn, "ink-2", chosen(each, dash), 1.5) if drawn else "")
    return (
        '<svg viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" fill="none">'
        f"{''.join(lines)}</svg>"
    )


def chosen(each: Curve, dash: str) -> str:
    """The look of a segment's curve, and by what it is shown where its segment is chosen."""
    return f' stroke-dasharray="{dash}"' + (f' data-curve="{each.number}"' if each.number else "")


def _grid(levels: Iterable[int]) -> str:
    rule = '<path d="M0 {y}H1000" stroke="var(--cx-{role})" vector-effect="non-scaling-stroke"/>'
    roles = [(value, "line-2" if value == 0 else "line") for value in levels]
    return "".join(rule.format(y=_round(1000 * _down(value)), role=role) for value, role in roles)


def _areas_to_zero(pieces: Iterable[Piece]) -> Iterator[str]:
    for role, part in by_sign(pieces):
        zero = f"L{_wide_place(part.x1, 0)}L{_wide_place(part.x0, 0)}Z"
        yield f'<path d="{path_of([part], _wide_place)}{zero}" fill="var(--cx-{role})" fill-opacity=".12"/>'


def _areas_between(current: list[Piece], goal: list[Piece]) -> Iterator[str]:
    """Where the target is higher, filled as a gain; where it is lower, as a loss."""
    for low in current:
        for high in goal:
            x0, x1 = max(low.x0, high.x0), min(low.x1, high.x1)
            if x0 < x1:
                yield from _between(low.between(x0, x1), high.between(x0, x1))


def _between(low: Piece, high: Piece) -> Iterator[str]:
    a, b, c, d = (h - v for h, v in zip(high.y, low.y, strict=True))
    for start, end in pairwise([0.0, *crossings((a, b, c, d)), 1.0]):
        under, over = low.cut(start, end), high.cut(start, end)
        role = "add" if over.at(0.5) >= under.at(0.5) else "neg"
        back = Piece(under.x1, under.x0, (under.y[3], under.y[2], under.y[1], under.y[0]))
        outline = f"{path_of([over], _wide_place)}L{_wide_place(back.x0, back.y[0])}{bend(back, _wide_place)}Z"
        yield f'<path d="{outline}" fill="var(--cx-{role})" fill-opacity=".16"/>'


def _dots(emotion: Emotion) -> Iterator[str]:
    goal = dict(emotion.target.points) if emotion.target else {}
    now = dict(emotion.current.points)
    for i, centre in enumerate(emotion.columns.centres):
        x = per_cent(centre)
        own, other = now.get(i), goal.get(i)
        same = own and other and own.value == other.value
        values = {"now": own.value if own else None, "goal": other.value if other and not same else None}
        for which, value in values.items():
            if value is not None:
                rival = values["goal" if which == "now" else "now"]
                above = value >= 0 if rival is None else value > rival
                felt = own if which == "now" else other
                yield _whisker(felt, x) if felt else ""
                yield draw_dot(x, per_cent(_down(value)), value, hollow=which == "now" and bool(emotion.target))
                yield _text(x, per_cent(_down(value)), write_emotion(value), -10 if above else 20)
        if any(felt is not None and felt.value is None for felt in (own, other)):
            yield _text(x, "100%", "?", -4, "ink-3")


def _whiskers(emotion: Emotion) -> Iterator[str]:
    for i, felt in emotion.current.points:
        yield _whisker(felt, per_cent(emotion.columns.centres[i]))


def _whisker(felt: Felt, x: str) -> str:
    if felt.low is None or felt.high is None:
        return ""
    ends = f'y1="{per_cent(_down(felt.high))}" y2="{per_cent(_down(felt.low))}"'
    return f'<line x1="{x}" x2="{x}" {ends} stroke="var(--cx-bar)" stroke-width="7" stroke-opacity=".4"/>'


def _text(x: str, y: str, text: str, dy: int, role: str = "ink") -> str:
    halo = 'paint-order="stroke" stroke="var(--cx-card)" stroke-width="3"'
    return (
        f'<text x="{x}" y="{y}" dy="{dy}" text-anchor="middle" font-size="12" fill="var(--cx-{role})" {halo}>'
        f"{escape(text)}</text>"
    )


def key(emotion: Emotion) -> tuple[tuple[str, Markup], ...]:
    """Each curve's label with a sample of its line, for the key beside the drawing."""
    dashes = ["5 4" if emotion.target else "", *([""] if emotion.target else []), *DASHES]
    roles = ["ink"] * (2 if emotion.target else 1) + ["ink-2"] * len(DASHES)
    samples = zip(emotion.curves, dashes, roles, strict=False)
    return tuple((each.label, _sample(dash, role)) for each, dash, role in samples)


def _sample(dash: str, role: str) -> Markup:
    more, width = f' stroke-dasharray="{dash}"' if dash else "", 2.5 if role == "ink" else 1.5
    return sample(34, 12, line_of("M0 6H34", role, more, width))
