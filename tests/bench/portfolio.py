"""A portfolio of any size, as real ones are: written from a number and a seed, and from nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench import journey as journeys
from bench import numbers
from bench.libraries import Data, libraries
from bench.words import title

SEED = 7
FORMS = ("file", "folder", "folder", "grown")
"""How journeys are written, in turn: one file, a folder, a folder whose lists and phases grew into folders."""
MKDOCS = """\
site_name: All our journeys
theme: {name: material, font: false}
plugins: [search, cxsite]
"""
EMPTY = MKDOCS.replace("[search, cxsite]", "[search]")
"""The same site without the plugin, for pages that hold nothing."""
SETTINGS = """\
format: 1
currency: GBP
language: en
today: 2026-09-15
fresh_for: 60d
min_n: 30
suppress_below: 10
# Some journeys are stale on purpose.
rules: {CX250: note}
"""


def portfolio(count: int, seed: int = SEED) -> dict[str, str]:
    """The files of a project with so many journeys, by path. A journey is the same in portfolios of every size."""
    files = {"mkdocs.yml": MKDOCS, "cxsite.yml": SETTINGS, "docs/about.md": "# About these journeys\n"}
    keys: list[str] = []
    homes: list[tuple[str, list[str], list[str]]] = []
    for index in range(count):
        random = Random(f"{seed}:{index}")
        name = title(index)
        key = _id(name)
        keys.append(key)
        made = (journeys.sparse if index % 7 == 6 else journeys.full)(key, name, random)
        files |= _written(key, made, FORMS[index % len(FORMS)])
        if "hotspots" in made:
            steps = [step["id"] for phase in made["phases"] for step in phase["steps"]]
            spots = [hotspot["id"] for hotspot in made["hotspots"] if hotspot["kind"] != "bright-spot"]
            homes.append((key, steps, spots))
            files |= _measured(key, *numbers.of_journey(key, made, random))
    random = Random(f"{seed}:shared")
    files |= {f"journeys/{name}.yml": _yaml(data) for name, data in libraries(homes, random).items()}
    return files | _measured("all-journeys", *numbers.shared(keys, random))


def write_portfolio(folder: Path, count: int, seed: int = SEED) -> Path:
    """Writes a portfolio into `folder`, and gives the folder back."""
    for name, content in portfolio(count, seed).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def _written(key: str, journey: Data, form: str) -> dict[str, str]:
    if form == "file":
        return {f"journeys/{key}.yml": _yaml(journey)}
    parts: dict[str, Any] = {
        "journey": {name: value for name, value in journey.items() if name not in ("phases", *_LISTS, "target")},
        "current": {"phases": journey["phases"]},
        **{name: {name: journey[name]} for name in _LISTS if name in journey},
    }
    if form == "grown":
        parts["current"] = {"phases": [phase["id"] for phase in journey["phases"]]}
        parts |= {f"current/{phase['id']}": _without_id(phase) for phase in journey["phases"]}
        for name in _LISTS:
            parts.pop(name, None)
            parts |= {f"{name}/{entry['id']}": _without_id(entry) for entry in journey.get(name, ())}
    if "target" in journey:
        parts["target"] = journey["target"]
    return {f"journeys/{key}/{name}.yml": _yaml(data) for name, data in parts.items()}


_LISTS = ("hotspots", "ideas", "actions")


def _without_id(entry: Data) -> Data:
    return {name: value for name, value in entry.items() if name != "id"}


def _measured(name: str, metrics: Data, rows: list[numbers.Row]) -> dict[str, str]:
    return {f"metrics/{name}.yml": _yaml(metrics), f"metrics/{name}.csv": numbers.table(rows)}


def _yaml(data: Data) -> str:
    return yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)


def _id(name: str) -> str:
    plain = name.lower().translate(str.maketrans("éèüżñá", "eeuzna"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
