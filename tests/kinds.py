"""Which kind of page an address of a built site is of, and where a site shows each kind best."""

from __future__ import annotations

import re
from pathlib import Path

SHAPES = {
    "home": "",
    "changes": "(?:[^/]+/)?changes/",
    "metrics": "metrics/",
    "evidence": "evidence/",
    "organisation": "organisation/",
    "segments": "segments/",
    "strategy": "strategy/",
    "technology": "technology/",
    "touchpoints": "touchpoints/",
    "value": "value/",
    "metric": "metrics/[^/]+/",
    "hotspot": "(?:[^/]+/)?hotspots/[^/]+/",
    "action": "(?:[^/]+/)?actions/[^/]+/",
    "actions": "(?:[^/]+/)?actions/",
    "journey_metrics": "[^/]+/metrics/",
    "compare": "[^/]+/compare[^/]*/(?:[^/]+/)?",
    "target": "[^/]+/target[^/]*/",
    "current": "[^/]+/",
}
"""The shape of the addresses of each module in `cxsite/pages/kinds`; the first that fits is meant."""
BESIDE = frozenset({"changes"})
"""Kinds that only a site has that is built against another state."""
OURS = "<cx-part"


def kind_of(address: str) -> str:
    """The page kind of an address such as `join/hotspots/moved-date/`."""
    return next(kind for kind, shape in SHAPES.items() if re.fullmatch(shape, address))


def pages_of(site: Path, under: int = 10**9) -> dict[str, str]:
    """For each kind the address of the page that says most, or most of those below a size; else the smallest.

    Pages that people wrote themselves are none of ours.
    """
    files = [file for file in site.rglob("index.html") if OURS in file.read_text(encoding="utf-8")]
    found: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (size if (size := file.stat().st_size) < under else -size, file)):
        address = file.parent.relative_to(site).as_posix().removeprefix(".")
        address += "/" if address else ""
        found[kind_of(address)] = address
    return {kind: found[kind] for kind in SHAPES if kind in found}
