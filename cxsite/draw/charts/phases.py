"""One measure across the phases of a journey: the value with its interval, and the level it is to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import COLUMNS, Reading, block, draw, head, heads, is_short, on_axis, row_axis, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence
from cxsite.model.metric import Metric

_DRAWING = 46


@dataclass(frozen=True)
class Phase:
    """One phase: its reading, None where there is none to show, and `why_not` says why.

    Its target is in the unit of the metric, shares as 0..1.
    """

    name: str
    reading: Reading | None
    target: float | None = None
    why_not: str = "not measured"

    @property
    def said(self) -> str:
        """Its value, or why there is none."""
        return self.reading.text if self.reading else self.why_not


@dataclass(frozen=True)
class Phases:
    """One metric across phases, in the order of the journey."""

    metric: Metric
    phases: tuple[Phase, ...]

    def __post_init__(self) -> None:
        """Refuses numbers that cannot stand on one axis."""
        if any(p.reading is not None and p.reading.metric != self.metric for p in self.phases):
            raise ValueError("one measure across phases is one metric")


def twin(phases: Phases) -> Twin:
    """Name, sentences and a row for each phase."""
    rows = [
        (p.name, *(p.reading.cells if p.reading else (p.why_not, "", "", "", "")), _target(phases, p))
        for p in phases.phases
    ]
    told = [f"{p.name}: {p.said}{_told(phases, p)}" for p in phases.phases]
    return Twin(
        f"{phases.metric.name} across phases",
        sentence(*(told or ["no phases"])),
        ("Phase", *COLUMNS, "Target"),
        tuple(rows),
    )


def _target(phases: Phases, phase: Phase) -> str:
    return "" if phase.target is None else write_value(phases.metric, phase.target)


def _told(phases: Phases, phase: Phase) -> str:
    target = _target(phases, phase)
    parts = [phase.reading.told if phase.reading else "", f"target {target}" if target else ""]
    return "".join(f", {part}" for part in parts if part)


def datasets(phases: Phases) -> Datasets:
    """A row for each phase; those without a value have no place on the axis, and say why."""
    rows, names = [], _lines(phases)
    for row, phase in enumerate(phases.phases):
        reading = phase.reading
        low, high = (reading.ends if reading else None) or (None, None)
        goal = None if phase.target is None else on_axis(phases.metric, phase.target)
        place = reading.place if reading else None
        numbers = {"value": place, "low": low, "high": high, "target": goal, "goal": _target(phases, phase)}
        told = head(phase.name, reading.brief if reading else phase.why_not, names=names)
        rows.append({"row": row, "spot": row, **numbers, "text": reading.text if reading else "", **told})
    return {"rows": rows}


def _lines(phases: Phases) -> int:
    return 1 if is_short(phase.name for phase in phases.phases) else 2


def phases_chart(phases: Phases, studio: Studio) -> Chart:
    """The chart of these phases."""
    return draw(PHASES if _lines(phases) == 1 else PHASES_OF_LONG_NAMES, datasets(phases), twin(phases), studio)


def _template(width: int, names: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING, names, details=(1, 1))
    rows, y = alt.Chart(alt.Data(name="rows")), row_axis()
    scale, axis = alt.Scale(zero=False, padding=22), alt.Axis(title=None, tickCount=5)
    line = made.centre

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=scale, axis=axis)

    def known(field: str) -> Any:
        return rows.transform_filter(f"isValid(datum.{field})")

    def words(field: str, text: str, dy: int, colour: str, weight: str) -> Any:
        said = known(field).mark_text(dy=line + dy, color=stand_in(colour), fontWeight=weight)
        return said.encode(y=y, x=x(field), text=f"{text}:N")

    both = rows.transform_filter("isValid(datum.value) && isValid(datum.target)")
    layers = [
        both.mark_rule(strokeWidth=5, color=stand_in("line"), yOffset=line).encode(y=y, x=x("value"), x2="target:Q"),
        known("low")
        .mark_rule(strokeWidth=9, opacity=0.55, color=stand_in("bar"), yOffset=line)
        .encode(y=y, x=x("low"), x2="high:Q"),
        known("target")
        .mark_point(shape="diamond", filled=True, size=90, opacity=1, color=stand_in("add"), yOffset=line)
        .encode(y=y, x=x("target")),
        known("value")
        .mark_point(filled=True, size=80, opacity=1, color=stand_in("ink"), yOffset=line)
        .encode(y=y, x=x("value")),
        rows.transform_filter("!isValid(datum.value)")
        .mark_point(size=1, opacity=0, yOffset=line)
        .encode(y=y, x=alt.value(0)),
        words("target", "goal", 16, "add", "normal"),
        words("value", "text", -15, "ink", "bold"),
        *heads(width, made),
    ]
    return themed(layers, width, {"step": made.step})


PHASES = Kind("phases", 2, lambda width: _template(width, 1))
"""A block for each phase, on one axis. A filled circle is the value, a diamond the target."""
PHASES_OF_LONG_NAMES = Kind("phases-long", 2, lambda width: _template(width, 2))
"""The same with room for names of two lines."""
