"""What changes did: before, what was expected, and now, each with its interval, and the verdict that a test gave.

Measures differ in their units, so each row has a scale of its own, and every number is written at its row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import Reading, block, draw, head, heads, row_axis, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence
from cxsite.measure.change import TESTED, Verdict

_DRAWING = 62


_MOVED = ("improved", "worsened")
_WAITING = ("not shipped yet", "too early", "stale")


@dataclass(frozen=True)
class Judged:
    """One measure of one change. `expected` in the unit of the metric, shares as 0..1; the verdict is a test's."""

    name: str
    before: Reading | None
    now: Reading | None
    expected: float | None
    verdict: Verdict

    def __post_init__(self) -> None:
        """Refuses a verdict on change without two numbers, and numbers of two metrics."""
        tested = self.verdict in TESTED
        if tested and (self.before is None or self.now is None):
            raise ValueError("without before and now there is no verdict on a change")
        if self.before and self.now and self.before.metric != self.now.metric:
            raise ValueError("before and now are of one metric")


@dataclass(frozen=True)
class Expected:
    """Several judged measures, in the order in which they are drawn."""

    name: str
    rows: tuple[Judged, ...]


def twin(expected: Expected) -> Twin:
    """Name, sentences and a row for each measure."""
    rows = [(j.name, *_cells(j, j.before), _hoped(j), *_cells(j, j.now), j.verdict) for j in expected.rows]
    told = [f"{j.name}: {j.verdict}; {_told(j)}" for j in expected.rows]
    parts = ("interval", "n", "method", "period")
    return Twin(
        f"Before, expected and now: {expected.name}",
        sentence(*(told or ["nothing was judged"])),
        (
            "Measure",
            "Before",
            *(f"Before: {p}" for p in parts),
            "Expected",
            "Now",
            *(f"Now: {p}" for p in parts),
            "Verdict",
        ),
        tuple(rows),
    )


def _cells(judged: Judged, reading: Reading | None) -> tuple[str, ...]:
    return reading.cells if reading else (_absent(judged), "", "", "", "")


def _absent(judged: Judged) -> str:
    """Before its day comes nothing is compared, also where there are numbers."""
    return "not compared" if judged.before is None and judged.verdict in _WAITING else "not measured"


def _hoped(judged: Judged) -> str:
    reading = judged.now or judged.before
    return write_value(reading.metric, judged.expected) if reading and judged.expected is not None else ""


def _told(judged: Judged) -> str:
    now = f"now {judged.now.text}, {judged.now.told}" if judged.now else f"now {_absent(judged)}"
    before = f"before {judged.before.text}, {judged.before.told}" if judged.before else f"before {_absent(judged)}"
    return "; ".join([before, *([f"expected {_hoped(judged)}"] if _hoped(judged) else []), now])


def datasets(expected: Expected) -> Datasets:
    """A row for each measure and a mark for each number, at 0..1 of its row's own scale."""
    rows, marks = [], []
    for row, judged in enumerate(expected.rows):
        name = f"{_sign(judged)}{judged.verdict}: {judged.name}"
        rows.append({"row": row, **head(name, _n("before", judged, judged.before), _n("now", judged, judged.now))})
        marks += [{"row": row, "spot": row, **mark} for mark in _marks(judged)]
    return {"rows": rows, "marks": marks}


def _sign(judged: Judged) -> str:
    """An arrow for the way a number went, only where a test says that it went there."""
    if judged.verdict not in _MOVED or not (judged.before and judged.now):
        return ""
    return "↑ " if judged.now.estimate.value > judged.before.estimate.value else "↓ "


def _n(word: str, judged: Judged, reading: Reading | None) -> str:
    return f"{word} {reading.brief if reading else _absent(judged)}"


def _marks(judged: Judged) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for kind, reading in (("before", judged.before), ("now", judged.now)):
        if reading:
            low, high = reading.ends or (None, None)
            found.append(
                {"kind": kind, "at": reading.place, "low": low, "high": high, "text": f"{kind} {reading.text}"}
            )
    reading = judged.now or judged.before
    if reading and judged.expected is not None:
        at = reading.on_axis(judged.expected)
        found.append({"kind": "expected", "at": at, "low": None, "high": None, "text": f"expected {_hoped(judged)}"})
    known = [v for mark in found for v in (mark["at"], mark["low"], mark["high"]) if v is not None]
    least, most = min(known, default=0.0), max(known, default=0.0)

    def share(value: float | None) -> float | None:
        return None if value is None else (value - least) / (most - least) if most > least else 0.5

    return [{**mark, **{end: share(mark[end]) for end in ("at", "low", "high")}} for mark in found]


def expected_chart(expected: Expected, studio: Studio) -> Chart:
    """The chart of these measures."""
    return draw(EXPECTED, datasets(expected), twin(expected), studio)


_ALIGN: Any = {"expr": "datum.at < 0.25 ? 'left' : datum.at > 0.75 ? 'right' : 'center'"}
"""Numbers near an end stand inside it."""


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING, details=(2, 3))
    marks, y = alt.Chart(alt.Data(name="marks")), row_axis()
    scale = alt.Scale(domain=[-0.03, 1.03], nice=False)
    line = made.centre - 7

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=scale, axis=None)

    layers = [
        alt.Chart(alt.Data(name="rows"))
        .mark_rule(color=stand_in("line"), yOffset=line)
        .encode(y=y, x=alt.XDatum(0, scale=scale, axis=None), x2=alt.X2Datum(1)),
    ]
    looks: tuple[tuple[str, int, dict[str, Any]], ...] = (
        ("before", -15, {"shape": "circle", "filled": True, "color": stand_in("card"), "stroke": stand_in("ink-2")}),
        ("expected", 28, {"shape": "stroke", "angle": 90, "stroke": stand_in("chg"), "strokeWidth": 3}),
        ("now", 14, {"shape": "circle", "filled": True, "color": stand_in("ink")}),
    )
    for kind, dy, look in looks:
        own = marks.transform_filter(f"datum.kind == '{kind}'")
        offset = {"before": -3, "expected": 0, "now": 3}[kind]
        band: dict[str, Any] = {
            "strokeWidth": 5,
            "opacity": 0.55,
            "color": stand_in("line-2" if kind == "before" else "bar"),
        }
        layers += [
            own.transform_filter("isValid(datum.low)")
            .mark_rule(yOffset=line + offset, **band)
            .encode(y=y, x=x("low"), x2="high:Q"),
            own.mark_point(size=90, opacity=1, yOffset=line + offset, **look).encode(y=y, x=x("at")),
            own.mark_text(
                align=_ALIGN, dy=line + dy, fontWeight="bold" if kind == "now" else "normal", color=stand_in("ink")
            ).encode(y=y, x=x("at"), text="text:N"),
        ]
    return themed([*layers, *heads(width, made)], width, {"step": made.step})


EXPECTED = Kind("expected", 2, _template)
"""A block for each measure: an open circle before, a tick expected, a filled circle now."""
