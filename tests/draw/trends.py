"""Figures that the tests of trends draw, each from a small project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from support import small_project

from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.figures import Figure
from cxsite.pipeline import examine
from cxsite.project import find_project

METRIC = "metrics:\n  - {{id: m, name: M, method: {method}, source: [{sources}]{more}}}\n"
JOURNEY = "name: J\nowner: o\nmetrics: [m]\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"


def figure(
    folder: Path,
    tables: dict[str, str],
    method: str = "mean",
    more: str = "",
    source: str = "",
    journey: str = "",
    files: Mapping[str, str] | None = None,
) -> Figure:
    """The figure of the metric `m` of a project with these tables; `journey` is written below the journey's lines."""
    text = METRIC.format(method=method, sources=source or ", ".join(tables), more=more)
    basis = {"metrics/metrics.yml": text, "journeys/ticket.yml": JOURNEY + journey, "cxsite.yml": "today: 2026-12-01\n"}
    small_project(folder, basis | dict(files or {}) | {f"metrics/{name}": table for name, table in tables.items()})
    examined = examine(find_project(folder))
    assert not examined.has_errors, examined.diagnostics
    atlas = Atlas(examined.content.portfolio, examined.measures, examined.content.today)
    (made,) = atlas.figures(examined.content.portfolio.metrics[0])
    return made


PLAIN = "period,value\n2026-01,4.1\n2026-02,4.2\n2026-03,4.3\n"
