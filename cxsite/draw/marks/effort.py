"""What a step or a phase takes from the customer: minutes, money and negative emotion, before, expected and now.

Bars of one map share one scale for each part, so that they can be compared; see `Scale`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from markupsafe import Markup, escape

from cxsite.derive.written.amounts import write_amount
from cxsite.derive.written.numbers import decimals_for, write_number
from cxsite.draw.marks.columns import per_cent
from cxsite.draw.twin import Twin, mark, sentence

Part = Literal["minutes", "money", "emotion"]
PARTS: tuple[Part, ...] = ("minutes", "money", "emotion")
WORDS = {"minutes": "Time", "money": "Money", "emotion": "Negative emotion"}
_UNITS = {"minutes": " min", "money": "", "emotion": " below 0"}
_ROW, _BAR, _STATE = 38, 7, 19


@dataclass(frozen=True)
class Taken:
    """One amount of effort, each part zero or more, None where nobody assessed it.

    `minutes` of the customer's time; `money` in the currency of the drawing; `emotion` in points below zero.
    """

    minutes: float | None = None
    money: float | None = None
    emotion: float | None = None

    def __post_init__(self) -> None:
        """Refuses less than nothing."""
        if any(v is not None and not (isfinite(v) and v >= 0) for v in (self.minutes, self.money, self.emotion)):
            raise ValueError("effort is zero or more; what gives back is a difference")

    def part(self, name: Part) -> float | None:
        """The part of this name."""
        return {"minutes": self.minutes, "money": self.money, "emotion": self.emotion}[name]


@dataclass(frozen=True)
class Effort:
    """The effort of one place. `basis` says whose and how it is known: `expected, one customer, as assessed in 2026`.

    `scale` holds the largest of each part on the map; `currency` three letters; `left_out` counts the steps whose
    share is not known, which are in no sum.
    """

    name: str
    basis: str
    now: Taken
    scale: Taken
    before: Taken | None = None
    expected: Taken | None = None
    currency: str = ""
    left_out: int = 0

    @property
    def states(self) -> tuple[tuple[str, Taken], ...]:
        """Those that are known, in the order of time, with their words."""
        known = (("before", self.before), ("expected", self.expected), ("now", self.now))
        return tuple((word, taken) for word, taken in known if taken is not None)


def largest(*taken: Taken) -> Taken:
    """The scale of a map: the largest of each part."""
    return Taken(*(max((v for t in taken if (v := t.part(name)) is not None), default=None) for name in PARTS))


def twin(effort: Effort) -> Twin:
    """Name, sentences and a row for each part."""
    states = effort.states
    rows = [
        (WORDS[part], *(_write(effort, part, taken.part(part)) for _, taken in states), effort.basis) for part in PARTS
    ]
    told = [
        f"{row[0]}: " + ", ".join(f"{word} {value}" for (word, _), value in zip(states, row[1:-1], strict=True))
        for row in rows
    ]
    left = (
        f"{effort.left_out} of the steps left out, as nobody knows how many go through them" if effort.left_out else ""
    )
    return Twin(
        f"Effort: {effort.name}",
        sentence(*told, effort.basis.capitalize(), left),
        ("Part", *(word.capitalize() for word, _ in states), "How it is known"),
        tuple(rows),
    )


def _write(effort: Effort, part: Part, value: float | None) -> str:
    if value is None:
        return "not assessed"
    if part == "money" and effort.currency:
        return write_amount(value, effort.currency)
    return write_number(value, 0 if value == int(value) else decimals_for(value, 1)) + _UNITS[part]


def for_step(effort: Effort) -> Markup:
    """For a column of 72 pixels and more: each part's number now, and its bars, the last of which is now."""
    inside = "".join(_step_row(effort, part, i * _ROW) for i, part in enumerate(PARTS))
    return mark("effort", twin(effort), len(PARTS) * _ROW + 2, inside)


def _step_row(effort: Effort, part: Part, top: int) -> str:
    value = effort.now.part(part)
    if part == "emotion" and value == 0:
        return ""  # nothing below zero takes no effort; the table says so
    words = _text("0", top + 12, "?" if value is None else _write(effort, part, value), "ink")
    share = [(word, _share(effort, part, taken)) for word, taken in effort.states]
    bars = [(word, width) for word, width in share if width is not None]
    height = 16 / max(1, len(bars))
    drawn = (_bar(word, "0", width, top + 17 + i * height, height - 1) for i, (word, width) in enumerate(bars))
    return words + "".join(drawn)


def for_phase(effort: Effort) -> Markup:
    """For 240 pixels and more: a bar with its word and number for each part and state."""
    lines = list(_phase_lines(effort))
    moved = (f'<g transform="translate(0 {i * _STATE})">{line}</g>' for i, line in enumerate(lines))
    return mark("effort", twin(effort), 4 + len(lines) * _STATE, "".join(moved))


def _phase_lines(effort: Effort) -> Iterator[str]:
    for part in PARTS:
        yield _text("0", 13, WORDS[part], "ink-2")
        for word, taken in effort.states:
            width = _share(effort, part, taken)
            bar = _bar(word, "40%", 0.28 * width, 4.5, _BAR) if width is not None else ""
            number = _text("100%", 13, _write(effort, part, taken.part(part)), "ink", ' text-anchor="end"')
            yield _text("0", 13, word, "ink-3", ' dx="8"') + bar + number


def _share(effort: Effort, part: Part, taken: Taken) -> float | None:
    value, most = taken.part(part), effort.scale.part(part)
    if value is None:
        return None
    return min(1.0, value / most) if most else 0.0


def _bar(word: str, x: str, width: float, y: float, height: float) -> str:
    """Before is an outline, expected a dashed one, now is filled: they differ without colour."""
    look = {
        "before": 'fill="none" stroke="var(--cx-line-2)"',
        "expected": 'fill="none" stroke="var(--cx-chg)" stroke-dasharray="3 2"',
        "now": 'fill="var(--cx-bar)" stroke="var(--cx-bar)"',
    }[word]
    place = f'x="{x}" y="{y + 0.5:g}" width="{per_cent(width)}" height="{height - 1:.4g}"'
    return f"<rect {place} {look}/>"


def _text(x: str, y: float, text: str, role: str, more: str = "") -> str:
    return f'<text x="{x}" y="{y:g}" font-size="12" fill="var(--cx-{role})"{more}>{escape(text)}</text>'
