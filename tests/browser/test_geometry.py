"""Every kind of page at every width: nothing runs over the edge, nothing is cut off, no text lies on another."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser_support import watched
from kinds import pages_of
from playwright.sync_api import Browser, Page
from support import chiefly, served

pytestmark = pytest.mark.browser

GEOMETRY = (Path(__file__).parent / "geometry.js").read_text(encoding="utf-8")
PHONE, DESKTOP = (390, 844), (1440, 900)
SIZES = {"phone": PHONE, "tablet": (768, 1024), "desktop": DESKTOP, "wall": (2560, 1300)}
SITES = {"the example": "", "hardly anything assessed": "bare", "everything uneven": "odd"}
SHIFTS = """() => {
  window.moved = [];
  const parsed = () => performance.getEntriesByType("navigation")[0].domInteractive || Infinity;
  new PerformanceObserver((list) => list.getEntries()
    .filter((e) => e.startTime > parsed() && e.value >= 0.0001).forEach((entry) => window.moved.push(
    ...entry.sources.map((s) => `${s.node && (s.node.className || s.node.nodeName)} by ${entry.value.toFixed(4)}`)))
  ).observe({type: "layout-shift", buffered: true});
}"""
"""What moves once the whole page has arrived; where it is cut before that is chance, and tried in another test."""
PLACES = """() => [...document.querySelectorAll(".md-header__inner, .md-tabs__list, .md-main__inner, article > *")]
  .filter((e) => e.getClientRects().length)
  .map((e) => [e.localName, e.getBoundingClientRect()]).map(([name, b]) => [name, b.left, b.top])"""


@pytest.mark.parametrize("site", chiefly(SITES, "the example"))
@pytest.mark.parametrize("size", chiefly(SIZES, "phone"))
def test_nothing_runs_over_the_edge_is_cut_off_or_lies_on_another_text(
    built: Callable[..., Path], chromium: Browser, site: str, size: str
) -> None:
    folder, wrong = built(SITES[site]), {}
    with (
        served(folder) as base,
        watched(chromium, base, viewport=dict(zip(("width", "height"), SIZES[size], strict=True))) as seen,
    ):
        for kind, address in pages_of(folder).items():
            seen.page.goto(base + address)
            wrong[kind] = seen.page.evaluate(GEOMETRY)
    assert {kind: found for kind, found in wrong.items() if found} == {}


@pytest.mark.looks
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_once_a_page_is_there(
    built: Callable[..., Path], chromium: Browser, size: tuple[int, int]
) -> None:
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


@pytest.mark.looks
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_is_there_stays_where_it_is_while_the_rest_of_a_page_arrives(
    built: Callable[..., Path], chromium: Browser, size: tuple[int, int]
) -> None:
    folder, moved = built(""), []
    with (
        served(folder) as base,
        watched(chromium, base, viewport=dict(zip(("width", "height"), size, strict=True))) as seen,
    ):
        for kind, address in pages_of(folder).items():
            html = (folder / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
            cuts = [found.end() for found in re.finditer("</h1>|</cx-part>", html)]
            some = cuts[:: len(cuts) // 5 + 1]
            whole, *begun = [_places(seen.page, base + address, html[:end]) for end in (len(html), *some)]
            # the last box of what has arrived may still grow, but neither it nor those before it may move
            moved += [(kind, was, now) for part in begun for was, now in zip(part, whole, strict=False) if was != now]
    assert moved == []


def _places(page: Page, address: str, html: str) -> list[list[float]]:
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(address)
    page.unroute(address)
    boxes: list[list[float]] = page.evaluate(PLACES)
    return boxes


REPEATED = (
    "() => [...document.querySelectorAll('tfoot')].some((e) => getComputedStyle(e).display !== 'table-row-group')"
)
"""Whether the sums of a table would stand on every sheet, and not once behind its rows."""


@pytest.mark.parametrize("site", chiefly(SITES, "the example"))
def test_a_printed_map_and_its_heading_fit_on_one_page_a3(
    built: Callable[..., Path], chromium: Browser, site: str
) -> None:
    folder = built(SITES[site])
    maps = [address for kind, address in pages_of(folder).items() if kind in ("current", "compare", "target")]
    inside = {}
    with served(folder) as base, watched(chromium, base, viewport={"width": 1527, "height": 1062}) as seen:
        seen.page.emulate_media(media="print")
        for address in maps:
            seen.page.goto(base + address)
            assert not seen.page.evaluate(REPEATED), address
            inside[address] = seen.page.evaluate("""() => {
              const map = document.querySelector(".cx-scroll"), heading = [...document.querySelectorAll("article > h2")]
                .filter((h) => h.compareDocumentPosition(map) & 4).at(-1);
              return map.getBoundingClientRect().bottom - heading.getBoundingClientRect().top;
            }""")
    assert {address: height for address, height in inside.items() if height > 1062} == {}
