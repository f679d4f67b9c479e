"""Metrics and their tables: every method, in each of the shapes its numbers come in."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from strategies.entries import Fields, Maker
from strategies.world import SCALES, MetricIds, Scope, World, worlds
from strategies.writing import Table

PERIODS: tuple[tuple[str, ...], ...] = (
    ("2018", "2019", "2020"),
    ("2018-Q1", "2018-Q4", "2019-Q2"),
    ("2018-01", "2018-12", "2020-02"),
    ("2018-W01", "2020-W53", "2021-W01"),
    ("2020-02-29", "2018-01-01", "2021-12-31"),
    ("FY2018", "FY2020-Q1", "FY2020-Q2"),
)
"""Each line spells different stretches of time in one way. `from` and `to` are left out as long as nothing reads them."""

_ESTIMATE = ("value", "low", "high", "level", "n", "n_effective", "made_by", "seed")
LAYOUTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "nps": (("promoters", "passives", "detractors"), ("value", "n"), _ESTIMATE),
    "net-easy": (("easy", "hard", "n"), ("value", "n")),
    **dict.fromkeys(("share", "top-2", "top-3"), (("numerator", "denominator"), ("value", "n"), _ESTIMATE)),
    "ratio": (("numerator", "denominator"), ("value",)),
    "mean": (("mean", "sd", "n"), ("mean",), ("mean", "sd", "n", "n_effective"), ("value", "n"), _ESTIMATE),
    **dict.fromkeys(("median", "count", "sum"), (("value", "n"), ("value",), _ESTIMATE)),
    "clv": (("nps_group", "component", "mean", "sd", "n"),),
}
"""The columns that a method's numbers come in."""


def cells(metric: MetricIds, layout: tuple[str, ...], k: int, n: int) -> dict[str, str]:
    """One row of numbers that agree with each other, from 0..100 and the number of answers."""
    hits = n * k // 100
    if metric.method == "clv":
        return {"nps_group": "promoters", "component": "refers", "mean": str(k), "sd": "10", "n": str(n)}
    counts = {
        **{"promoters": hits, "passives": (n - hits) // 2, "detractors": n - hits - (n - hits) // 2},
        **{"easy": hits, "hard": (n - hits) // 2, "n": n, "numerator": hits, "denominator": n},
        **{"n_effective": n * 3 // 4, "seed": 7},
    }
    low, high = SCALES[metric.method] if metric.method in ("mean", "median") else (0, 5000)
    level = metric.level(k)
    low_end, high_end = (metric.level(max(0, k - 3)), metric.level(min(100, k + 3)))
    words = {"value": level, "mean": level, "low": low_end, "high": high_end, "level": "0.95", "made_by": "bootstrap"}
    numbers = {"sd": f"{(high - low) * sqrt(k * (100 - k)) / 125:.2f}"}
    row = {**{name: str(count) for name, count in counts.items()}, **words, **numbers}
    return {name: row[name] for name in layout}


@dataclass
class Described:
    """Definitions of metrics as they are written, and their tables by file name below `metrics/`."""

    metrics: list[Fields]
    tables: dict[str, Table]


@st.composite
def metrics(draw: DrawFn, world: World | None = None) -> Described:
    """All metrics of a world with their tables."""
    world = world or draw(worlds())
    return draw_metrics(draw, Maker(world))


def draw_metrics(draw: DrawFn, maker: Maker) -> Described:
    made = Described([], {})
    together = draw(st.booleans())
    """One table for all, or one for each."""
    for scope in maker.world.journeys:
        for metric in scope.metrics:
            _describe(draw, maker, scope, metric, made, together)
    return made


def _describe(draw: DrawFn, maker: Maker, scope: Scope, metric: MetricIds, made: Described, together: bool) -> None:
    layout = draw(st.sampled_from(LAYOUTS[metric.method]))
    fields: Fields = {"id": metric.id, **draw(maker.entry("metric", scope)), "method": metric.method}
    if metric.method in SCALES:
        fields["scale"] = "{}..{}".format(*SCALES[metric.method])
    if metric.method == "ratio":
        fields["per"] = draw(st.sampled_from(["1", "100", "1000"]))
    if scope.evidence and draw(st.booleans()):
        fields["evidence"] = f"{scope.key}/{next(iter(scope.evidence))}"
    rows = _rows(draw, maker.world, scope, metric, layout)
    if together:
        fields["source"] = "all.csv"
        for row in rows:
            row["journey"] = scope.key
        _add(made.tables.setdefault("all.csv", Table(["metric"], [])), [{"metric": metric.id, **row} for row in rows])
    else:
        fields["journey"] = scope.key
        fields["source"] = _own_table(draw, metric, rows, made)
    made.metrics.append(fields)


def _rows(draw: DrawFn, world: World, scope: Scope, metric: MetricIds, layout: tuple[str, ...]) -> list[dict[str, str]]:
    """One row a period and place; with a place column also rows for the whole."""
    periods = draw(st.sampled_from(PERIODS))[: draw(st.integers(1, 3))]
    of = {"phase": tuple(scope.phases), "step": scope.steps, "segment": (*world.segments, *world.personas)}
    places = ("", *of.get(metric.place, ()))[:3]
    rows = []
    for period in periods:
        for place in places:
            k, n = draw(st.tuples(st.integers(0, 100), st.integers(200, 5000)))
            where = {metric.place: place} if metric.place else {}
            rows.append({"period": period, **where, **cells(metric, layout, k, n)})
    return rows


def _own_table(draw: DrawFn, metric: MetricIds, rows: list[dict[str, str]], made: Described) -> Any:
    """A table of the metric alone, in the product's own columns, or in columns and words that have to be mapped."""
    name = draw(st.sampled_from([f"{metric.id}.csv", f"tables/{metric.id}.csv"]))
    table = Table([], [], draw(st.sampled_from([",", ";", "\t"])))
    made.tables[name] = table
    way = draw(st.sampled_from(["short", "mapped", "chosen", "fiscal"]))
    if way == "mapped":
        renamed = [{("month" if key == "period" else key): value for key, value in row.items()} for row in rows]
        _add(table, [*renamed, {**renamed[0], "month": "2017-05", **_unknown(rows[0])}])
        return {"file": name, "columns": {"period": "month"}, "missing": ["No Data", "-"]}
    if way == "chosen":
        _add(table, [{"question": "Ease, all", **row} for row in rows] + [{"question": "Other", **rows[0]}])
        return {"file": name, "where": {"question": "Ease, all"}}
    if way == "fiscal":
        dated = [{"fiscal_year": "2020", "fiscal_quarter": "1", **row} for row in rows[:1]]
        _add(table, [{key: value for key, value in row.items() if key != "period"} for row in dated])
        return [{"file": name, "fiscal_year": {"starts": "10", "named_after": "end"}}]
    _add(table, [{"metric": metric.id, **row, "note": "as published, in May"} for row in rows])
    return name


def _unknown(row: dict[str, str]) -> dict[str, str]:
    """A row of which nobody knows the numbers."""
    return {
        key: "No Data" for key in row if key not in ("period", "phase", "step", "segment", "nps_group", "component")
    }


def _add(table: Table, rows: list[dict[str, str]]) -> None:
    """Appends rows; columns that only some have stay empty in the others."""
    new = [key for row in rows for key in row if key not in table.columns]
    table.columns.extend(dict.fromkeys(new))
    table.rows = [[*row, *[""] * (len(table.columns) - len(row))] for row in table.rows]
    table.rows.extend([row.get(column, "") for column in table.columns] for row in rows)
