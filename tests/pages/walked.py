"""A built site beside what `cxsite numbers` prints for it, for the tests that compare the two."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from support import ROOT, VA, copy_site, cxsite

from cxsite.measure.series import Estimate
from cxsite.model.metric import Metric
from cxsite.pages.plan import Site
from cxsite.pipeline import build, examine
from cxsite.project import find_project

from .walk import Number, Row, Said, Walk

PLACES = ("journey", "phase", "step", "segment")
SITES = {"example": ROOT, "va-outpatient": VA}
CONTENT = ("journeys", "metrics", "cxsite.yml")


@dataclass(frozen=True)
class Walked:
    """A built site beside what the command line prints for it: all of the JSON, and series and points by their mark."""

    folder: Path
    site: Site
    whole: dict[str, Any]
    printed: dict[str, tuple[dict[str, Any], dict[str, Any]]]

    @cached_property
    def parts(self) -> list[tuple[str, Walk]]:
        """Each part of each page, read."""
        return [(page.path, Walk(part.html)) for page in self.site.pages for part in page.parts]

    @property
    def numbers(self) -> Iterator[tuple[str, Number]]:
        return ((path, number) for path, walk in self.parts for number in walk.numbers)

    @property
    def said(self) -> Iterator[tuple[str, Said]]:
        return ((path, said) for path, walk in self.parts for said in walk.said)

    @property
    def rows(self) -> Iterator[tuple[str, Row]]:
        return ((path, row) for path, walk in self.parts for row in walk.rows)


def walk(name: str, folder: Path) -> Walked:
    """The site of this name, copied to a new folder, built and printed."""
    source = SITES[name]
    folder.mkdir()
    for part in CONTENT:
        if (source / part).is_dir():
            copy_site(source / part, folder / part)
        else:
            (folder / part).write_bytes((source / part).read_bytes())
    printed = json.loads(cxsite(folder, "numbers", "--format", "json").output)
    points = {mark(series, point): (series, point) for series in printed["series"] for point in series["points"]}
    return Walked(folder, build(examine(find_project(folder))), printed, points)


def mark(series: dict[str, Any], point: dict[str, Any]) -> str:
    where = [series["where"][place] for place in PLACES]
    return "|".join([series["metric"], *where, series["source"], point["start"], point["end"]])


def estimate_of(point: dict[str, Any]) -> Estimate:
    return Estimate(*(point[name] for name in ("value", "n", "low", "high", "low_base")), level=point["level"] or 0.95)


def metric_of(series: dict[str, Any]) -> Metric:
    """What writing a value needs to know of a metric, from the JSON alone."""
    return cast("Metric", SimpleNamespace(method=series["method"], unit=series["unit"], per=series["per"]))
