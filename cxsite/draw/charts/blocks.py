"""What charts of rows share: a row's name and details stand above its drawing, so that no length of name is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import east_asian_width

from cxsite.derive.written.numbers import as_share, write_interval, write_n, write_value
from cxsite.draw.charts import NARROW, Chart, Datasets, Kind, Studio
from cxsite.draw.palette import stand_in
from cxsite.draw.svg import FONT
from cxsite.draw.twin import Twin, named
from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric

LINE = 16
MARGIN = 28
"""Pixels: the height of a line of text, and what a chart leaves for its edges."""
_LETTERS = {False: (92, 100), True: (42, 46)}
"""How many letters of a name and of its details stand in one line, wide and narrow."""


@dataclass(frozen=True)
class Reading:
    """One number with all that it is never shown without. `period` in words.

    `disputed` where another source says otherwise of the same time.
    """

    metric: Metric
    estimate: Estimate
    period: str
    disputed: bool = False

    @property
    def text(self) -> str:
        """The value as it is written."""
        return write_value(self.metric, self.estimate.value)

    @property
    def place(self) -> float:
        """The value on the chart's axis: shares in per cent."""
        return self.on_axis(self.estimate.value)

    @property
    def ends(self) -> tuple[float, float] | None:
        """The interval on the chart's axis; None where there is none."""
        low, high = self.estimate.low, self.estimate.high
        return None if low is None or high is None else (self.on_axis(low), self.on_axis(high))

    @property
    def cells(self) -> tuple[str, ...]:
        """Value, interval, n, method and period, for a table."""
        how, value = self.estimate.how or self.metric.method, self.text + self._dispute
        return value, write_interval(self.metric, self.estimate), write_n(self.estimate), how, self.period

    @property
    def told(self) -> str:
        """Interval and n in words."""
        return f"{write_interval(self.metric, self.estimate)}, {write_n(self.estimate)}{self._dispute}"

    @property
    def _dispute(self) -> str:
        return ", sources disagree" if self.disputed else ""

    @property
    def brief(self) -> str:
        """Interval and n in few letters: `54.0 % to 62.0 % (95 %), n 612`."""
        level, found, ends = write_interval(self.metric, self.estimate).partition(" interval ")
        return f"{ends} ({level}), {write_n(self.estimate)}{self._dispute}" if found else self.told

    def on_axis(self, value: float) -> float:
        """A value of this metric on the chart's axis."""
        return on_axis(self.metric, value)


def on_axis(metric: Metric, value: float) -> float:
    """A value as axes have it: shares in per cent, others as they are."""
    return 100 * value if as_share(metric) else value


COLUMNS = ("Value", "Interval", "n", "Method", "Period")
"""What the cells of a reading are called."""


def draw(kind: Kind, datasets: Datasets, twin: Twin, studio: Studio) -> Chart:
    """The chart in both widths, with its name and its sentences."""
    chart = studio.chart(kind, datasets)
    return Chart(named(chart.wide, twin), named(chart.narrow, twin))


def wrap(text: str, letters: int, most: int) -> list[str]:
    """At most `most` lines of about `letters` Latin letters; what is left out is marked. The table has it all."""
    lines = [""]
    for word in _words(text, letters):
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= letters or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        last = lines[most - 1]
        while _width(last) > letters - 1:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    return lines


def _words(text: str, letters: int) -> list[str]:
    found = []
    for word in text.split():
        while _width(word) > letters:
            cut = next(i for i in range(1, len(word) + 1) if _width(word[: i + 1]) > letters)
            found.append(word[:cut])
            word = word[cut:]
        found.append(word)
    return found


def _width(text: str) -> float:
    if text.isascii():
        return len(text) + 0.3 * sum(map(str.isupper, text))
    return sum(2.0 if east_asian_width(c) in "WF" else 1.3 if c.isupper() else 1.0 for c in text)


def head(name: str, *details: str, names: int = 2) -> dict[str, Any]:
    """A row's name and details, each detail from a line of its own; a short name stands right above its details.

    `names` is how many lines the block has for the name where the chart is narrow.
    """
    wide, narrow = _LETTERS[False], _LETTERS[True]
    return {
        "name_wide": wrap(name, wide[0], 1),
        "name_narrow": [" ", *wrap(name, narrow[0], names)][-names:],
        "details_wide": [line for text in details for line in wrap(text, wide[1], 1)],
        "details_narrow": [line for text in details for line in wrap(text, narrow[1], 2)],
    }


def is_short(names: Iterable[str]) -> bool:
    """True where each name stands in one line, also where the chart is narrow: then no row leaves room for a second."""
    return all(len(wrap(name, _LETTERS[True][0], 2)) == 1 for name in names)


@dataclass(frozen=True)
class Block:
    """How high a row is, in pixels, and how far below its middle the drawing's own middle lies."""

    step: int
    centre: float
    top: float
    names: int


def block(width: int, drawing: int, names: int = 2, details: tuple[int, int] = (1, 2)) -> Block:
    """The block of a row whose drawing is `drawing` pixels high.

    `names` lines are for its name where the chart is narrow, one where it is wide; `details` lines wide and narrow.
    """
    lines = names if width == NARROW else 1
    above = LINE * (lines + details[width == NARROW])
    step = above + drawing + 8
    return Block(step, -step / 2 + above + drawing / 2, -step / 2, lines)


def row_axis() -> Any:
    """Rows in the order in which they stand in the data."""
    import altair as alt

    return alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))


def heads(width: int, made: Block, details: bool = True) -> list[Any]:
    """The layers with the names of the rows, and with their details."""
    import altair as alt

    end = "narrow" if width == NARROW else "wide"
    base = alt.Chart(alt.Data(name="rows")).encode(y=row_axis(), x=alt.value(0))
    below = made.top + LINE * made.names
    style: Mapping[str, Any] = {"align": "left", "lineHeight": LINE}
    name = base.mark_text(baseline="line-top", dy=made.top, fontWeight="bold", color=stand_in("ink"), **style)
    layers = [name.encode(text=f"name_{end}:N")]
    if details:
        told = base.mark_text(baseline="line-top", dy=below, color=stand_in("ink-2"), **style)
        layers.append(told.encode(text=f"details_{end}:N"))
    return layers


def themed(layers: Sequence[Any], width: int, height: Any, margin: int = MARGIN) -> dict[str, Any]:
    """The spec of these layers in our font and colours, without data. `margin` is the room that axes take."""
    import altair as alt

    ink, line = stand_in("ink-2"), stand_in("line")
    chart = (
        alt.layer(*layers)
        .properties(width=width - margin, height=height)
        .configure(font=FONT, background="transparent", padding=6, aria=False)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelColor=ink, titleColor=ink,
            gridColor=line, domainColor=stand_in("line-2"), tickColor=stand_in("line-2"),
        )
        .configure_text(font=FONT, fontSize=12)
    )  # fmt: skip
    return {**chart.to_dict(), "datasets": {}}
