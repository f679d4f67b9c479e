"""Every kind of page at every width: nothing runs over the edge, nothing is cut off, no text lies on another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser_support import watched
from kinds import pages_of
from playwright.sync_api import Browser
from support import served

pytestmark = pytest.mark.browser

GEOMETRY = (Path(__file__).parent / "geometry.js").read_text(encoding="utf-8")
PHONE, TABLET, DESKTOP, WALL = (390, 844), (768, 1024), (1440, 900), (2560, 1300)
SITES = {"": "the example", "bare": "hardly anything assessed", "odd": "everything uneven"}
SHIFTS = """() => {
  window.moved = [];
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.moved.push(
    ...entry.sources.map((s) => `${s.node && (s.node.className || s.node.nodeName)} by ${entry.value.toFixed(4)}`)))
  ).observe({type: "layout-shift", buffered: true});
}"""


@pytest.mark.parametrize("site", SITES, ids=SITES.values())
@pytest.mark.parametrize(
    "size",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(TABLET, id="tablet", marks=pytest.mark.looks),
        pytest.param(DESKTOP, id="desktop"),
        pytest.param(WALL, id="wall", marks=pytest.mark.looks),
    ],
)
def test_nothing_runs_over_the_edge_is_cut_off_or_lies_on_another_text(
    built: Callable[..., Path], chromium: Browser, site: str, size: tuple[int, int]
) -> None:
    folder, wrong = built(site), {}
    with (
        served(folder) as base,
        watched(chromium, base, viewport=dict(zip(("width", "height"), size, strict=True))) as seen,
    ):
        for kind, address in pages_of(folder).items():
            seen.page.goto(base + address)
            wrong[kind] = seen.page.evaluate(GEOMETRY)
    assert {kind: found for kind, found in wrong.items() if found} == {}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_a_page_loads(built: Callable[..., Path], chromium: Browser, size: tuple[int, int]) -> None:
    folder, moved = built(""), {}
    with (
        served(folder) as base,
        watched(chromium, base, viewport=dict(zip(("width", "height"), size, strict=True))) as seen,
    ):
        seen.page.add_init_script(f"({SHIFTS})()")
        for kind, address in pages_of(folder).items():
            seen.page.goto(base + address, wait_until="load")
            seen.page.evaluate("() => document.fonts.ready")
            seen.page.wait_for_timeout(150)
            moved[kind] = seen.page.evaluate("window.moved")
    assert {kind: found for kind, found in moved.items() if found} == {}


@pytest.mark.parametrize("site", SITES, ids=SITES.values())
def test_a_printed_map_and_its_heading_fit_on_one_page_a3(
    built: Callable[..., Path], chromium: Browser, site: str
) -> None:
    folder = built(site)
    maps = [address for kind, address in pages_of(folder).items() if kind in ("current", "compare")]
    inside = {}
    with served(folder) as base, watched(chromium, base, viewport={"width": 1527, "height": 1062}) as seen:
        seen.page.emulate_media(media="print")
        for address in maps:
            seen.page.goto(base + address)
            inside[address] = seen.page.evaluate("""() => {
              const map = document.querySelector(".cx-scroll"), heading = [...document.querySelectorAll("article > h2")]
                .filter((h) => h.compareDocumentPosition(map) & 4).at(-1);
              return map.getBoundingClientRect().bottom - heading.getBoundingClientRect().top;
            }""")
    assert {address: height for address, height in inside.items() if height > 1062} == {}
