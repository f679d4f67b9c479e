"""Metrics and tables of generated portfolios: monthly rows over one to two years."""

from __future__ import annotations

from random import Random
from typing import Any

from bench.libraries import SEGMENTS, SHARED, Data, inside

COLUMNS = (
    *("metric", "period", "journey", "segment", "phase", "step"),
    *("promoters", "passives", "detractors", "numerator", "denominator", "mean", "sd", "value", "n"),
)
LAST = (2026, 8)
Row = dict[str, Any]


def months(count: int) -> list[str]:
    """The last months, the oldest first, as `2026-08`."""
    last = LAST[0] * 12 + LAST[1] - 1
    return [f"{at // 12}-{at % 12 + 1:02}" for at in range(last - count + 1, last + 1)]


def table(rows: list[Row]) -> str:
    """Rows as CSV, with the columns that any of them has."""
    columns = [name for name in COLUMNS if name == "segment" or any(name in row for row in rows)]
    lines = [",".join(str(row.get(name, "")) for name in columns) for row in rows]
    return "\n".join([",".join(columns), *lines, ""])


def of_journey(key: str, journey: Data, random: Random) -> tuple[Data, list[Row]]:
    """The metrics of one journey, and their rows."""
    phases = [phase["id"] for phase in journey["phases"]]
    steps = [step["id"] for phase in journey["phases"] for step in phase["steps"]]
    owner, source = inside(random)[0], f"{key}.csv"
    common: Data = {"journey": key, "owner": owner, "source": source}
    scale = {"better": "up", "collected": "text message, the day after"}
    metrics = [
        {"id": f"{key}-nps", "name": "NPS", "method": "nps", "question": "Would you recommend us?", **scale, **common},
        {"id": f"{key}-ease", "name": "Ease", "kind": "ces", "method": "mean", "scale": "1..7", **scale, **common},
        {"id": f"{key}-through", "name": "Without a hitch", "method": "share", "better": "up", **common},
        {"id": f"{key}-feeling", "name": "Feeling", "method": "mean", "scale": "-2..2", **scale, **common},
        {"id": f"{key}-asked", "name": "Calls for help", "method": "count", "better": "down", **common},
        {
            "id": f"{key}-days",
            "name": "Days until done",
            "method": "median",
            "unit": "days",
            "better": "down",
            **common,
        },
    ]
    when = months(random.randint(12, 24))
    rows = [_nps(f"{key}-nps", period, segment, random) for period in when for segment in ("", *_segments())]
    rows += [_mean(f"{key}-ease", period, {"phase": phase}, 4.5, 1.3, random) for period in when for phase in phases]
    rows += [_share(f"{key}-through", period, {"phase": phase}, random) for period in when for phase in phases]
    waves = when[::-3][:4][::-1]
    rows += [_mean(f"{key}-feeling", wave, {"step": step}, 0.2, 0.8, random) for wave in waves for step in steps]
    rows += [_value(f"{key}-asked", period, random.randint(40, 900)) for period in when]
    rows += [_value(f"{key}-days", period, random.randint(3, 20)) for period in when]
    return {"metrics": metrics}, rows


def _segments() -> tuple[str, ...]:
    return tuple(segment for segment, dimension in SEGMENTS if dimension == "region")


def shared(journeys: list[str], random: Random) -> tuple[Data, list[Row]]:
    """The metrics that are measured alike for all journeys, by quarter, and over all of them."""
    common: Data = {"owner": "insight", "source": "all-journeys.csv"}
    metrics = [
        {
            "id": SHARED[0],
            "name": "Contacts per 100 customers",
            "method": "ratio",
            "per": 100,
            "better": "down",
            **common,
        },
        {"id": SHARED[1], "name": "Complaints", "method": "count", "better": "down", **common},
        {"id": SHARED[2], "name": "Satisfaction", "kind": "csat", "method": "top-2", "better": "up", **common},
    ]
    rows: list[Row] = []
    for period in [f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in (1, 2, 3, 4)][:6]:
        for journey in ("", *journeys):
            place = {"journey": journey}
            rows.append(_share(SHARED[0], period, place, random))
            rows.append(_value(SHARED[1], period, random.randint(20, 400), place))
            rows.append(_share(SHARED[2], period, place, random))
    return {"metrics": metrics}, rows


def _nps(metric: str, period: str, segment: str, random: Random) -> Row:
    counts = {name: random.randint(60, 400) for name in ("promoters", "passives", "detractors")}
    return {"metric": metric, "period": period, "segment": segment, **counts}


def _mean(metric: str, period: str, place: Row, middle: float, spread: float, random: Random) -> Row:
    mean = round(random.uniform(middle - spread, middle + spread), 2)
    return {"metric": metric, "period": period, **place, "mean": mean, "sd": 0.9, "n": random.randint(80, 900)}


def _share(metric: str, period: str, place: Row, random: Random) -> Row:
    whole = random.randint(200, 4000)
    return {
        **{"metric": metric, "period": period, **place},
        **{"numerator": int(whole * random.uniform(0.6, 0.97)), "denominator": whole},
    }


def _value(metric: str, period: str, value: int, place: Row | None = None) -> Row:
    return {"metric": metric, "period": period, **(place or {}), "value": value}
