"""Charts as readers use them: by mouse, finger and keyboard, without scripts, and under a policy that forbids most."""

from __future__ import annotations

import functools
import hashlib
import http.server
import re
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browser_support import Watched, watched
from playwright.sync_api import Browser, Locator, Page, expect
from support import chiefly, cxsite, served, small_project

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PHASES = "phases: [{id: choose, name: Choose}, {id: pay, name: Pay}, {id: use, name: Use}]\n"
METRICS = """\
metrics:
  - {id: nps, name: Would recommend, method: nps, scale: 0..10, better: up, owner: o, journey: ticket, source: nps.csv}
  - {id: ease, name: Ease, method: mean, scale: 1..7, better: up, owner: o, journey: ticket, source: ease.csv}
"""
GOALS = "goals: [{metric: nps, target: 60, by: 2027}, {metric: ease, target: 6, by: 2027}]\n"
NPS = "period,segment,promoters,passives,detractors\n" + "".join(
    f"2026-0{month},{segment},{500 + 20 * month},300,{200 - 15 * month}\n"
    for segment in ("", "north")
    for month in range(1, 9)
)
EASE = "period,phase,mean,sd,n\n" + "".join(
    f"2026-0{month},{phase},{4 + month / 10 + extra:.2f},1.1,{n}\n"
    for phase, extra, n in (("", 0, 900), ("choose", 0.4, 300), ("pay", -1, 300), ("use", 0, 4))
    for month in range(1, 9)
)
FILES = {
    "cxsite.yml": "today: 2026-10-01\nsuppress_below: 10\nrules: {CX325: note}\n",
    "journeys/ticket.yml": f"name: Buy a ticket\nowner: o\n{GOALS}{PHASES}",
    "journeys/segments.yml": "segments: [{id: north, name: North}]\n",
    "metrics/m.yml": METRICS,
    "metrics/nps.csv": NPS,
    "metrics/ease.csv": EASE,
}
PAGE = "ticket/metrics/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_project(tmp_path_factory.mktemp("charts"), FILES)
    cxsite(folder, "build")
    return folder / "site"


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture
def seen(chromium: Browser, base: str) -> Iterator[Watched]:
    with watched(chromium, base, **WIDE) as one:
        one.page.goto(base + PAGE)
        expect(trend(one.page)).to_have_attribute("tabindex", "0")
        yield one


def trend(page: Page) -> Locator:
    return page.locator('.cx-trend[data-figure="nps"] .cx-fig').first


def spot(chart: Locator, at: int) -> tuple[float, float]:
    """Where one of the points of a chart is on the screen."""
    svg = chart.locator("svg[data-spots]:visible")
    svg.scroll_into_view_if_needed()
    found: list[float] = svg.evaluate(
        """(svg, at) => { const spot = svg.dataset.spots.split(" ").map((s) => s.split(",").map(Number)).at(at);
          const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
          return [box.left + spot[1] * scale, box.top + spot[2] * scale]; }""",
        at,
    )
    return found[0], found[1]


def said(page: Page) -> str:
    return page.locator(".cx-told").text_content() or ""


def test_a_mouse_over_a_chart_shows_the_row_of_its_table(seen: Watched) -> None:
    page, chart = seen.page, trend(seen.page)
    page.mouse.move(*spot(chart, -1))
    tip = chart.locator(".cx-tip")
    expect(tip).to_be_visible()
    row = page.locator('.cx-trend[data-figure="nps"] .cx-data tbody tr').last
    cells = [text.strip() for text in row.locator("th, td").all_text_contents()]
    text = tip.text_content() or ""
    assert text.startswith(f"{cells[0]}: Value {cells[1]}, {cells[2]}, {cells[3]}, ")
    assert all(cell in text for cell in cells[:-1])
    assert said(page) == text
    expect(row).to_have_class("cx-row")
    page.mouse.move(5, 5)
    expect(page.locator(".cx-tip, .cx-lit, .cx-row")).to_have_count(0)
    assert said(page) == ""


def test_the_same_period_is_shown_in_the_other_charts_and_tables_of_the_page(seen: Watched) -> None:
    page = seen.page
    page.mouse.move(*spot(trend(page), 2))
    lit = page.locator("svg:visible .cx-lit")
    expect(lit).to_have_count(2)
    expect(page.locator('.cx-trend[data-figure="ease"] .cx-lit circle')).to_have_count(1)
    rows = page.locator("tr.cx-row th[scope=row]").all_text_contents()
    assert rows == ["March 2026", "March 2026"] or len(set(rows)) == 1


def test_a_row_of_the_table_shows_its_point_in_the_charts(seen: Watched) -> None:
    page = seen.page
    details = page.locator('.cx-trend[data-figure="nps"] details.cx-data')
    details.locator("summary").click()
    details.locator("tbody tr").nth(1).hover()
    expect(page.locator("svg:visible .cx-lit")).to_have_count(2)
    expect(page.locator(".cx-tip")).to_have_count(0)


def test_arrows_walk_the_points_and_escape_closes(seen: Watched) -> None:
    page, chart = seen.page, trend(seen.page)
    chart.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(chart).to_be_focused()
    told = [said(page)]
    for key in ("ArrowLeft", "ArrowLeft", "ArrowRight", "Home", "ArrowLeft", "End"):
        page.keyboard.press(key)
        assert said(page) == chart.locator(".cx-tip").text_content()
        told.append(said(page))
    months = [text.split(" 2026")[0] for text in told]
    assert months == ["Aug", "Jul", "Jun", "Jul", "Jan", "Jan", "Aug"] or [m[:3] for m in months] == [
        *("Aug", "Jul", "Jun", "Jul", "Jan", "Jan", "Aug")
    ]
    page.keyboard.press("Escape")
    expect(page.locator(".cx-tip, .cx-lit")).to_have_count(0)
    assert said(page) == ""
    expect(chart).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(chart.locator(".cx-tip")).to_be_visible()
    page.keyboard.press("Tab")
    expect(chart.locator(".cx-tip")).to_have_count(0)


def test_a_phase_whose_value_is_withheld_is_walked_over_too(seen: Watched) -> None:
    page = seen.page
    chart = page.locator('[data-figure="ease"]:not(.cx-trend) .cx-fig').first
    page.mouse.move(*spot(chart, -1))
    assert said(page).startswith("Use: Value withheld")
    chart.press("ArrowUp")
    assert said(page).replace("\u00a0", " ").startswith("Pay: Value 3.80, 95 % interval")


def test_the_tooltip_stays_while_the_mouse_is_on_it(seen: Watched) -> None:
    page, chart = seen.page, trend(seen.page)
    x, y = spot(chart, 3)
    page.mouse.move(x, y)
    before = said(page)
    box = chart.locator(".cx-tip").bounding_box()
    assert box
    page.mouse.move(x, y - 10, steps=3)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert said(page) == before


@pytest.mark.parametrize("size", chiefly([390, 768, 1440, 2560], 390))
@pytest.mark.parametrize("at", [0, -1])
def test_a_tooltip_is_within_the_page_at_every_width(chromium: Browser, base: str, size: int, at: int) -> None:
    with watched(chromium, base, viewport={"width": size, "height": 900}) as one:
        one.page.goto(base + PAGE)
        charts = one.page.locator(".cx-fig[tabindex]")
        expect(charts.first).to_be_attached()
        for chart in charts.all():
            one.page.mouse.move(*spot(chart, at))
            box = chart.locator(".cx-tip").bounding_box()
            assert box
            assert box["x"] >= 0 and box["x"] + box["width"] <= size
            assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            cut = chart.locator(".cx-tip").evaluate("(tip) => tip.scrollWidth > tip.clientWidth + 1")
            assert not cut


def test_a_finger_shows_and_closes_it(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **PHONE) as one:
        one.page.goto(base + PAGE)
        expect(trend(one.page)).to_have_attribute("tabindex", "0")
        one.page.touchscreen.tap(*spot(trend(one.page), 1))
        expect(trend(one.page).locator(".cx-tip")).to_be_visible()
        one.page.locator("h1").tap()
        expect(one.page.locator(".cx-tip")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_tooltip_stand_out(chromium: Browser, base: str, scheme: Any) -> None:
    with watched(chromium, base, **WIDE, color_scheme=scheme) as one:
        one.page.goto(base + PAGE)
        expect(trend(one.page)).to_have_attribute("tabindex", "0")
        one.page.mouse.move(*spot(trend(one.page), -1))
        ratios = one.page.evaluate("""() => {
          const light = (c) => c.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
            .map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const tip = document.querySelector(".cx-tip"), back = light(getComputedStyle(tip).backgroundColor);
          return [...tip.querySelectorAll("p, b, span")].map((e) => light(getComputedStyle(e).color))
            .map((l) => (Math.max(l, back) + .05) / (Math.min(l, back) + .05)); }""")
        assert min(ratios) >= 4.5


def test_without_scripts_a_chart_is_a_drawing_with_its_table(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE, java_script_enabled=False) as one:
        one.page.goto(base + PAGE)
        assert trend(one.page).get_attribute("tabindex") is None
        expect(trend(one.page).locator("svg:visible")).to_have_count(1)
        details = one.page.locator('.cx-trend[data-figure="nps"] details.cx-data')
        details.locator("summary").click()
        assert details.locator("tbody tr").count() == 8


def test_a_page_without_charts_does_not_fetch_their_script(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as one:
        asked: list[str] = []
        one.page.on("request", lambda request: asked.append(request.url))
        one.page.goto(base + "about/")
        one.page.wait_for_load_state("networkidle")
        assert not [url for url in asked if url.endswith("charts.js")]
        one.page.goto(base + PAGE)
        expect(trend(one.page)).to_have_attribute("tabindex", "0")
        assert len([url for url in asked if url.endswith("charts.js")]) == 1


class _Strict(http.server.SimpleHTTPRequestHandler):
    """Allows scripts and styles from the site itself, and of inline ones only those that the theme brings."""

    def end_headers(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.exists():
            text = page.read_text(encoding="utf-8")
            inline = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", text, flags=re.S)
            known = {b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline}
            allowed = " ".join(f"'sha256-{digest}'" for digest in sorted(known))
            policy = f"default-src 'self'; img-src 'self' data:; script-src 'self' {allowed}; style-src 'self'"
            self.send_header("Content-Security-Policy", policy)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...


@contextmanager
def served_strictly(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Strict, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_charts_answer_under_a_strict_policy(chromium: Browser, site: Path) -> None:
    page = chromium.new_page(**WIDE)
    broken: list[str] = []
    page.expose_function("noted", lambda *told: broken.append(" ".join(map(str, told))))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => noted(e.violatedDirective, e.sourceFile, e.sample))"
    )
    try:
        with served_strictly(site) as address:
            page.goto(address + PAGE)
            expect(trend(page)).to_have_attribute("tabindex", "0")
            page.mouse.move(*spot(trend(page), -1))
            expect(page.locator(".cx-tip")).to_be_visible()
            assert [one for one in broken if "cxsite" in one or "script-src" in one] == []
    finally:
        page.close()
