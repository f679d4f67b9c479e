"""What the overview pages have in common."""

from __future__ import annotations

import re
from pathlib import Path

from support import write

from cxsite.pipeline import build, examine
from cxsite.project import find_project

FILES = {
    "journeys/a.yml": "name: A\nowner: o\nphases: [{name: P}]\nhotspots: [{id: h, name: H}]\n",
    "journeys/strategy.yml": "vision: V\n",
    "journeys/segments.yml": "segments: [{id: s, name: S}]\n",
    "metrics/m.yml": "metrics: [{id: m, name: M, method: count}]\n",
}


def test_from_each_overview_tabs_lead_to_all_the_others(tmp_path: Path) -> None:
    pages = {page.path: page for page in build(examine(find_project(write(tmp_path, FILES)))).pages}
    overviews = ["index.md", "actions/index.md", "metrics/index.md", "strategy/index.md", "segments/index.md"]
    for path in overviews:
        (nav,) = re.findall('<nav [^>]*aria-label="All journeys">.*?</nav>', pages[path].parts[0].html, re.DOTALL)
        assert re.findall('href="cx:([^"]*)"', nav) == overviews
        assert re.findall('href="cx:([^"]*)" aria-current="page"', nav) == [path]


def test_the_pages_of_a_journey_have_its_own_tabs_alone(tmp_path: Path) -> None:
    pages = {page.path: page for page in build(examine(find_project(write(tmp_path, FILES)))).pages}
    html = "".join(part.html for part in pages["a/actions/index.md"].parts)
    assert re.findall('class="cx-sub" aria-label="([^"]*)"', html) == ["This journey"]
