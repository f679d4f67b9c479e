"""How much we add to the theme on the page of a map: HTML, style sheet and script, compressed."""

from __future__ import annotations

import gzip
from pathlib import Path

from odd_maps import odd_project
from support import ROOT

from cxsite.pipeline import build, examine
from cxsite.project import find_project


def weights(folder: Path) -> dict[str, int]:
    """The bytes of each page with what all pages load, by its address."""
    site = build(examine(find_project(folder)))
    shared = sum(len(gzip.compress(one.content)) for one in site.assets[:2])
    assert [one.path.rpartition(".")[2] for one in site.assets[:2]] == ["css", "js"]
    return {
        page.path: shared + len(gzip.compress("".join(part.html for part in page.parts).encode()))
        for page in site.pages
    }


def test_maps_of_sixteen_steps_stay_below_60_kilobytes() -> None:
    found = weights(ROOT)
    pages = ("join/index.md", "join/target/index.md", "join/compare/index.md", "join/compare-vision/current/index.md")
    assert {page: found[page] for page in pages if found[page] >= 60_000} == {}


def test_maps_of_sixty_steps_stay_below_100_kilobytes(tmp_path: Path) -> None:
    found = weights(odd_project(tmp_path))
    assert {page: size for page, size in found.items() if page.startswith("long/") and size >= 100_000} == {}
