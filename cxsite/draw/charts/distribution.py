"""How answers are spread: a bar for each answer, with its share, the share's interval, and how many gave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import decimals_for, write_number
from cxsite.derive.written.quotes import in_quotes
from cxsite.draw.charts import NARROW, Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import block, draw, heads, row_axis, themed, wrap
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence
from cxsite.measure.intervals import wilson

_DRAWING = 14
_LETTERS = {"wide": 96, "narrow": 48}


@dataclass(frozen=True)
class Answer:
    """One answer and how many gave it; None where so few did that it is not shown."""

    words: str
    count: int | None


@dataclass(frozen=True)
class Distribution:
    """The answers to one question, in the order of its scale. `n` answered; `period` in words."""

    question: str
    answers: tuple[Answer, ...]
    n: int
    period: str

    def __post_init__(self) -> None:
        """Refuses counts that are more than answered, and one withheld count that a subtraction would bring out."""
        shown = [a.count for a in self.answers if a.count is not None]
        withheld = len(self.answers) - len(shown)
        if any(count < 0 for count in shown) or sum(shown) > self.n or (not withheld and sum(shown) != self.n):
            raise ValueError("the counts of a distribution make its n")
        if withheld == 1:
            raise ValueError("one withheld count comes out by subtraction; withhold another")


def twin(distribution: Distribution) -> Twin:
    """Name, sentences and a row for each answer."""
    rows = [
        (a.words, *_cells(distribution, a), "share of answers, Wilson interval", distribution.period)
        for a in distribution.answers
    ]
    told = [f"{row[0]}: {row[1]}" for row in rows]
    how_many = f"n {write_number(distribution.n, 0)}, {distribution.period}"
    return Twin(
        f"Answers to {in_quotes(distribution.question)}",
        sentence(", ".join(told), how_many),
        ("Answer", "Share", "Interval", "Answers", "Method", "Period"),
        tuple(rows),
    )


def _cells(distribution: Distribution, answer: Answer) -> tuple[str, str, str]:
    if answer.count is None:
        return "withheld, too few", "", ""
    if not distribution.n:
        return "no answers", "", "0"
    low, high = wilson(answer.count, distribution.n)
    share, of = 100 * answer.count / distribution.n, write_number(distribution.n, 0)
    ends = f"95 % interval {_number(100 * low)} to {_number(100 * high)} %"
    return f"{_number(share)} %", ends, f"{write_number(answer.count, 0)} of {of}"


def _number(share: float) -> str:
    return write_number(share, min(2, decimals_for(share, 0)))


def datasets(distribution: Distribution) -> Datasets:
    """A row for each answer, in per cent."""
    return {"rows": [_row(distribution, i, answer) for i, answer in enumerate(distribution.answers)]}


def _row(distribution: Distribution, row: int, answer: Answer) -> dict[str, Any]:
    share, interval, count = _cells(distribution, answer)
    numbers = share + (f" ({interval.removeprefix('95 % interval ')}), {count}" if interval else "")
    known = answer.count is not None and distribution.n > 0
    low, high = wilson(answer.count or 0, distribution.n) if known else (None, None)
    names = {f"name_{end}": [_line(answer.words, numbers, letters)] for end, letters in _LETTERS.items()}
    return {
        "row": row,
        "spot": row,
        "share": 100 * (answer.count or 0) / distribution.n if known else None,
        "low": None if low is None else 100 * low,
        "high": None if high is None else 100 * high,
        **names,
    }


def _line(words: str, numbers: str, letters: int) -> str:
    return f"{wrap(words, max(6, letters - len(numbers) - 2), 1)[0]}: {numbers}"


def distribution_chart(distribution: Distribution, studio: Studio) -> Chart:
    """The chart of these answers."""
    return draw(DISTRIBUTION, datasets(distribution), twin(distribution), studio)


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING, names=1, details=(0, 0))
    rows, y = alt.Chart(alt.Data(name="rows")), row_axis()
    scale = alt.Scale(zero=True, domainMin=0, nice=True)
    axis = alt.Axis(title="Share of answers in per cent, with 95 % interval", tickCount=4 if width == NARROW else 8)
    layers = [
        rows.transform_filter("isValid(datum.share)")
        .mark_bar(height=10, color=stand_in("bar"), yOffset=made.centre)
        .encode(y=y, x=alt.X("share:Q", scale=scale, axis=axis, stack=None)),
        rows.transform_filter("isValid(datum.low)")
        .mark_rule(strokeWidth=2, color=stand_in("ink"), yOffset=made.centre)
        .encode(y=y, x=alt.X("low:Q", scale=scale, axis=axis), x2="high:Q"),
        *heads(width, made, details=False),
    ]
    return themed(layers, width, {"step": made.step})


DISTRIBUTION = Kind("distribution", 1, _template)
"""A bar for each answer."""
