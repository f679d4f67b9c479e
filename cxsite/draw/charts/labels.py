"""Words in a chart that would run into one another: neighbours in a line share theirs, ends of lines stand apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Join = Callable[[Sequence[str]], str]


def in_a_line(marks: Iterable[tuple[float, str]], slots: int, letters: int, join: Join) -> list[dict[str, Any]]:
    """Where the words of these marks begin, in slots, so that none runs into another or out of the chart.

    `letters` is how many stand above the whole axis. Words that have no room of their own are joined with those before.
    """
    wide = letters / max(1, slots)
    found: list[tuple[float, float, list[str]]] = []
    for at, text in sorted(marks, key=lambda mark: mark[0]):
        start, texts = _begin(at, [text], wide, letters, join), [text]
        while found and start < found[-1][1] + 1:
            before = found.pop()
            texts = list(dict.fromkeys([*before[2], *texts]))
            start = min(before[0], letters - len(join(texts)))
        start = max(0.0, start)
        found.append((start, start + len(join(texts)), texts))
    return [{"at": round(start / wide - 0.5, 3), "text": join(texts)} for start, _, texts in found]


def _begin(at: float, texts: Sequence[str], wide: float, letters: int, join: Join) -> float:
    return min((at + 0.5) * wide, letters - len(join(texts)))


def ends_apart(ends: Sequence[Mapping[str, Any]], height: float, near: float, slots: int) -> list[dict[str, Any]]:
    """The last points of lines, each with the side of its number: where two would touch, one above and one below.

    A number that has others on both sides is left to the legend. `height` is what the chart shows, `near` the share of
    it in which two numbers between their points would touch.
    """
    placed: list[dict[str, Any]] = []
    for row in ends:
        others = [
            one
            for one in ends
            if one is not row
            and abs(one["order"] - row["order"]) <= 0.1 * slots
            and abs(one["value"] - row["value"]) < near * height
        ]
        over = any((one["value"], -one["line"]) > (row["value"], -row["line"]) for one in others)
        under = any((one["value"], -one["line"]) < (row["value"], -row["line"]) for one in others)
        text = "" if over and under else row["text"]
        placed.append({**row, "text": text, "below": over if others else row["below"]})
    return placed
