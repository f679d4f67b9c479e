"""What a step takes from the customer: minutes, money and negative emotion, before, expected and now.

Bars share one scale for each part, on the current map and on all of its targets, so that they can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Literal

from markupsafe import Markup

from cxsite.derive.written.amounts import write_minutes
from cxsite.derive.written.numbers import write_amount, write_emotion
from cxsite.draw.marks.columns import per_cent
from cxsite.draw.marks.face import face
from cxsite.draw.twin import beside

Part = Literal["minutes", "money", "emotion"]
PARTS: tuple[Part, ...] = ("minutes", "money", "emotion")
WORDS = {"minutes": "Time", "money": "Money", "emotion": "Negative emotion"}


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
    """The effort of one place.

    `scale` holds the largest of each part on any map beside it; `currency` has three letters.
    """

    name: str
    now: Taken
    scale: Taken
    before: Taken | None = None
    expected: Taken | None = None
    currency: str = ""

    @property
    def states(self) -> tuple[tuple[str, Taken], ...]:
        """Those that are known, in the order of time, with their words."""
        known = (("before", self.before), ("expected", self.expected), ("now", self.now))
        return tuple((word, taken) for word, taken in known if taken is not None)


def largest(*taken: Taken) -> Taken:
    """The scale of several places: the largest of each part."""
    return Taken(*(max((v for t in taken if (v := t.part(name)) is not None), default=None) for name in PARTS))


def _write(effort: Effort, part: Part, value: float | None) -> str:
    if value is None:
        return "not assessed"
    if part == "money" and effort.currency:
        return write_amount(value, effort.currency)
    if part == "minutes":
        return write_minutes(value)
    return write_emotion(-value)


@dataclass(frozen=True)
class Row:
    """One part of a step's effort: what it is, its number now, and its bars, the last of which is now."""

    part: str
    words: str
    bars: Markup
    sign: Markup
    """A face beside a feeling, which has no unit to be known by."""


def rows_of(effort: Effort) -> tuple[Row, ...]:
    """The parts of one step. No negative emotion takes no effort, and has no row."""
    return tuple(_row(effort, part) for part in PARTS if part != "emotion" or effort.now.part(part) != 0)


def _row(effort: Effort, part: Part) -> Row:
    value = effort.now.part(part)
    share = [(word, _share(effort, part, taken)) for word, taken in effort.states]
    bars = [(word, width) for word, width in share if width]
    high = 1 / max(1, len(bars))
    drawn = "".join(_bar(word, width, i * high, high) for i, (word, width) in enumerate(bars))
    words = "?" if value is None else _write(effort, part, value)
    sign = face(-value) if part == "emotion" and value else Markup()
    return Row(WORDS[part], words, beside("cx-eff__b", drawn) if drawn else Markup(), sign)


def _share(effort: Effort, part: Part, taken: Taken) -> float | None:
    value, most = taken.part(part), effort.scale.part(part)
    if value is None:
        return None
    return min(1.0, value / most) if most else 0.0


def _bar(word: str, width: float, top: float, height: float) -> str:
    """Before is an outline, expected a dashed one, now is filled: they differ without colour."""
    look = {
        "before": 'fill="none" stroke="var(--cx-line-2)"',
        "expected": 'fill="none" stroke="var(--cx-chg)" stroke-dasharray="3 2"',
        "now": 'fill="var(--cx-bar)" stroke="var(--cx-bar)"',
    }[word]
    return f'<rect y="{per_cent(top)}" width="{per_cent(width)}" height="{per_cent(height)}" {look}/>'
