"""One measure across the phases of a journey: the value with its interval, and the level it is to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxsite.derive.written.numbers import write_value
from cxsite.draw.charts import Chart, Datasets, Kind, Studio
from cxsite.draw.charts.blocks import COLUMNS, Reading, block, draw, head, heads, on_axis, row_axis, themed
from cxsite.draw.palette import stand_in
from cxsite.draw.twin import Twin, sentence
from cxsite.model.metric import Metric

_DRAWING = 26


@dataclass(frozen=True)
class Phase:
    """One phase: its reading, None where it was not measured; its target in the unit of the metric, shares as 0..1."""

    name: str
    reading: Reading | None
    target: float | None = None


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
        (p.name, *(p.reading.cells if p.reading else ("not measured", "", "", "", "")), _target(phases, p))
        for p in phases.phases
    ]
    told = [f"{p.name}: {p.reading.text if p.reading else 'not measured'}{_details(phases, p)}" for p in phases.phases]
    return Twin(
        f"{phases.metric.name} across phases",
        sentence(*(told or ["no phases"])),
        ("Phase", *COLUMNS, "Target"),
        tuple(rows),
    )


def _target(phases: Phases, phase: Phase) -> str:
    return "" if phase.target is None else write_value(phases.metric, phase.target)


def _details(phases: Phases, phase: Phase) -> str:
    target = _target(phases, phase)
    parts = [phase.reading.told if phase.reading else "", f"target {target}" if target else ""]
    return "".join(f", {part}" for part in parts if part)


def datasets(phases: Phases) -> Datasets:
    """A row for each phase; those that were not measured have no place on the axis."""
    rows = []
    for row, phase in enumerate(phases.phases):
        reading = phase.reading
        low, high = (reading.ends if reading else None) or (None, None)
        goal = None if phase.target is None else on_axis(phases.metric, phase.target)
        name = f"{phase.name}: {reading.text if reading else 'not measured'}"
        details = _details(phases, phase).removeprefix(", ")
        place = reading.place if reading else None
        rows.append({"row": row, "value": place, "low": low, "high": high, "target": goal, **head(name, details)})
    return {"rows": rows}


def phases_chart(phases: Phases, studio: Studio) -> Chart:
    """The chart of these phases."""
    return draw(PHASES, datasets(phases), twin(phases), studio)


def _template(width: int) -> dict[str, Any]:
    import altair as alt

    made = block(width, _DRAWING)
    rows, y = alt.Chart(alt.Data(name="rows")), row_axis()
    scale, axis = alt.Scale(zero=False, padding=14), alt.Axis(title=None, tickCount=5)

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", scale=scale, axis=axis)

    def known(field: str) -> Any:
        return rows.transform_filter(f"isValid(datum.{field})")

    layers = [
        known("low")
        .mark_rule(strokeWidth=9, opacity=0.55, color=stand_in("bar"), yOffset=made.centre)
        .encode(y=y, x=x("low"), x2="high:Q"),
        known("target")
        .mark_point(shape="diamond", filled=False, size=110, opacity=1, color=stand_in("add"), yOffset=made.centre)
        .encode(y=y, x=x("target")),
        known("value")
        .mark_point(filled=True, size=80, opacity=1, color=stand_in("ink"), yOffset=made.centre)
        .encode(y=y, x=x("value")),
        *heads(width, made),
    ]
    return themed(layers, width, {"step": made.step})


PHASES = Kind("phases", 1, _template)
"""A block for each phase, on one axis. A filled circle is the value, an open diamond the target."""
