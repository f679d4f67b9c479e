"""Rows of every kind of chart, by chance but the same for the same seed, with what is rare made frequent."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import cxsite.draw.charts as charts
from cxsite.draw.charts import Datasets, Kind
from cxsite.draw.charts.distribution import Answer, Distribution
from cxsite.draw.charts.distribution import datasets as distribution_rows
from cxsite.draw.charts.expected import Expected, Judged
from cxsite.draw.charts.expected import datasets as expected_rows
from cxsite.draw.charts.nps import Group, Nps
from cxsite.draw.charts.nps import datasets as nps_rows
from cxsite.draw.charts.phases import Phase, Phases
from cxsite.draw.charts.phases import datasets as phases_rows

from ..examples_charts import metric, reading

NAMES = (
    "Discover", "Wait for the day on which an engineer <comes> & hope that “nobody” moves it again, in long words",
    "Ease", "Ü", "a<b&\"c'", "Now", "Calls per 100 first bills", "非常に難しいと感じたので", "مرحبا بالعالم", "Привет",
)  # fmt: skip
PERIODS = ("Jan {}", "Q3 {}", "Week 12 {}", "{}", "2026-03-{:02}", "H1 FY{}")


def kinds() -> list[Kind]:
    """Every kind there is, found as the modules that hold them are."""
    modules = [import_module(f"{charts.__name__}.{one.name}") for one in iter_modules(charts.__path__)]
    found = {value.id: value for module in modules for value in vars(module).values() if isinstance(value, Kind)}
    return [found[name] for name in sorted(found)]


def sample(kind: Kind, seed: int) -> Datasets:
    """Rows for a chart of this kind."""
    return SAMPLES[kind.id](random.Random(f"{kind.id} {seed}"))


def some(chance: random.Random, most: int) -> int:
    return chance.choice((0, 1, 1, 2, 3, chance.randint(0, most), chance.randint(0, most)))


def number(chance: random.Random) -> float:
    size = chance.choice((1, 1, 10, 100, 100, 1e4, 1e-3, 1e7))
    return round(chance.uniform(-0.3, 1) * size, chance.choice((0, 1, 2, 4)))


def nps_sample(chance: random.Random) -> Datasets:
    groups = []
    for _ in range(some(chance, 5)):
        one, two = sorted(chance.choice((0, 1, chance.random())) for _ in range(2))
        score = 100 * (1 - two - one)
        spread = chance.choice((None, 0, 4.5, 30))
        groups.append(Group(chance.choice(NAMES), one, two - one, 1 - two, reading(score, spread, None, "nps")))
    return nps_rows(Nps("all", tuple(groups)))


def phases_sample(chance: random.Random) -> Datasets:
    base, size = number(chance), abs(number(chance))
    phases = [
        Phase(
            chance.choice(NAMES),
            chance.choice((None, reading(base + chance.random() * size, chance.choice((None, 0, size / 9)), 12))),
            chance.choice((None, base + chance.random() * size)),
        )
        for _ in range(some(chance, 7))
    ]
    return phases_rows(Phases(metric(), tuple(phases)))


def expected_sample(chance: random.Random) -> Datasets:
    rows = []
    for _ in range(some(chance, 6)):
        before, now = (chance.choice((None, reading(number(chance), chance.choice((None, 0.5, 3))))) for _ in range(2))
        hoped = chance.choice((None, number(chance)))
        rows.append(Judged(chance.choice(NAMES), before, now, hoped, "too early"))
    return expected_rows(Expected("all", tuple(rows)))


def distribution_sample(chance: random.Random) -> Datasets:
    most = chance.choice((0, 1, 5, 50, 400))
    counts = [chance.randint(0, most) for _ in range(some(chance, 11))]
    answers = tuple(Answer(chance.choice(NAMES), count) for count in counts)
    return distribution_rows(Distribution("Q?", answers, sum(counts), "now"))


def trend_sample(chance: random.Random) -> Datasets:
    count, base, size = max(1, some(chance, 60)), number(chance), abs(number(chance))
    label = chance.choice(PERIODS)
    points = []
    for line in range(some(chance, 3)):
        run = 0
        for order in range(count):
            run += chance.random() < 0.2
            if chance.random() < 0.2:
                continue
            value = base if chance.random() < 0.2 else base + size * chance.random()
            wide = chance.choice((None, 0, size / 5))
            low, high = (None, None) if wide is None else (value - wide, value + wide)
            points.append(
                {"order": order, "value": value, "low": low, "high": high, "run": f"{line}-{run}", "line": line}
                | {"source": line, "text": f"{value:.2f}", "spot": len(points)}
            )
    if chance.random() < 0.3:
        chance.shuffle(points)
    spots = [round(chance.uniform(-0.5, count - 0.5), 3) for _ in range(some(chance, 4))]
    aims = [
        {"level": base + size * chance.random(), "text": chance.choice(NAMES), "side": chance.choice(("left", "right"))}
        for _ in range(some(chance, 3))
    ]
    return {
        "places": [
            {"order": i, "from": i - 0.5, "to": i + 0.5, "label": label.format(2000 + i).split(" ")}
            for i in range(count)
        ],
        "points": points,
        "dots": points if count <= 36 else points[-1:],
        "breaks": [{"at": int(at) + 0.5, "text": chance.choice(NAMES)} for at in spots[:2]],
        "ends": [{**row, "below": chance.random() < 0.5} for row in {row["line"]: row for row in points}.values()],
        "bands": [{**row, "band": row["run"]} for row in points if row["low"] is not None and chance.random() < 0.9],
        "alone": [row for row in points if row["low"] is not None and chance.random() < 0.2],
        "absent": [{"order": chance.randrange(count), "spot": 900 + i} for i in range(some(chance, 3))],
        "aims": aims,
        "edges": [{"text": f"↑ {chance.choice(NAMES)}"}] if chance.random() < 0.3 else [],
        "events": [{"at": at} for at in spots],
        "numbers": [{"at": at, "text": str(i + 1)} for i, at in enumerate(spots)],
    }


SAMPLES: dict[str, Callable[[random.Random], Datasets]] = {
    "nps": nps_sample,
    "nps-long": nps_sample,
    "phases": phases_sample,
    "phases-long": phases_sample,
    "expected": expected_sample,
    "distribution": distribution_sample,
    "trend": trend_sample,
}


@cache
def spec(name: str, width: int) -> dict[str, object]:
    """The compiled spec of a kind."""
    from cxsite.draw.svg import compiled

    (kind,) = [kind for kind in kinds() if kind.id == name]
    return compiled(kind.template(width))
