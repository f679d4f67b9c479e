"""The front page as readers see it: the list of journeys narrowed, sent as an address, and whole without a script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser_support import watched
from playwright.sync_api import Browser, Page, expect
from support import chiefly, cxsite, served, write

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1440, "height": 900}}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
MKDOCS = """\
site_name: J
theme: {name: material, font: false}
plugins: [cxsite]
markdown_extensions: [attr_list, cxsite]
"""


def journey(name: str, owner: str, more: str = "") -> str:
    steps = "[{id: s, name: Waits, emotion: -1.5}, {name: Pays, emotion: 1}]"
    return f"name: {name}\nowner: {owner}\n{more}phases: [{{id: p, name: P, steps: {steps}}}]\n"


FILES = {
    "mkdocs.yml": MKDOCS,
    "docs/about.md": "# About\n",
    "cxsite.yml": "today: 2026-06-01\n",
    "journeys/a.yml": journey("Ask", "sales", "status: draft\nhotspots: [{id: h, name: H, severity: high}]\n"),
    "journeys/b.yml": journey("Buy", "sales", "reviewed: 2020-01-01\n"),
    "journeys/c.yml": journey(LONG, LONG.lower(), f"summary: {LONG}\nsegments: [{LONG.lower()}]\n"),
    "journeys/strategy.yml": f"finding: {LONG}\nprinciples: [{{id: p, name: {LONG}}}]\nvalues: [{LONG}]\n",
    "journeys/segments.yml": f"segments: [{{id: {LONG.lower()}, name: {LONG}, dimension: {LONG}}}]\n",
    "journeys/organisation.yml": f"departments: [{{id: {LONG.lower()}, name: {LONG}}}, {{id: sales, name: Sales}}]\n",
    "journeys/touchpoints.yml": f"channels: [{{id: web, name: {LONG}}}]\n",
    "journeys/technology.yml": f"capabilities: [{{id: c, name: {LONG}, kind: do, now: 1, target: 3}}]\n",
    "journeys/evidence.yml": f"evidence: [{{id: e, name: {LONG}, kind: survey}}]\n",
    "journeys/value.yml": f"summary: {LONG}\nweights: {{time: 1}}\n",
}
OVERVIEWS = ("", *(f"{name}/" for name in ("strategy", "value", "segments", "organisation", "touchpoints")))
OVERVIEWS += ("technology/", "evidence/")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small portfolio with long words."""
    folder = write(tmp_path_factory.mktemp("home") / "site", FILES)
    cxsite(folder, "build")
    with served(folder / "site") as address:
        yield address


def shown(page: Page) -> list[str]:
    return [text.split()[0] for text in page.locator(".cx-j__name >> visible=true").all_inner_texts()]


def test_what_is_chosen_narrows_the_list_and_stands_in_the_address(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(base)
        assert shown(seen.page) == ["Ask", "Buy", LONG]
        seen.page.get_by_role("combobox", name="Department").select_option("sales")
        assert shown(seen.page) == ["Ask", "Buy"]
        expect(seen.page.get_by_text("2 of 3 journeys")).to_be_visible()
        seen.page.get_by_role("combobox", name="Health").select_option("stale")
        assert shown(seen.page) == ["Buy"]
        assert seen.page.url == f"{base}?department=sales&health=stale"
        seen.page.get_by_role("button", name="Show all").click()
        assert shown(seen.page) == ["Ask", "Buy", LONG]
        assert seen.page.url == base
        expect(seen.page.get_by_role("button", name="Show all")).to_be_hidden()


def test_an_address_that_was_sent_shows_what_was_chosen(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(f"{base}?status=draft")
        assert shown(seen.page) == ["Ask"]
        assert seen.page.get_by_role("combobox", name="Status").input_value() == "draft"
        seen.page.goto(f"{base}?status=nonsense")
        assert shown(seen.page) == ["Ask", "Buy", LONG]


def test_the_list_is_narrowed_without_a_script_too(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE, java_script_enabled=False) as seen:
        seen.page.goto(base)
        seen.page.get_by_role("combobox", name="Status").select_option("draft")
        assert shown(seen.page) == ["Ask"]
        expect(seen.page.get_by_role("button", name="Show all")).to_be_hidden()


SPILLED = """() => [...document.querySelectorAll(".cx *:not(svg *)")].filter((e) => {
  const style = getComputedStyle(e);
  return e.offsetParent && style.clipPath === "none" && style.display !== "inline"
    && !["auto", "scroll"].includes(style.overflowX) && e.scrollWidth > e.clientWidth + 1;
}).map((e) => `${e.localName}.${e.className}`)"""


@pytest.mark.parametrize("width", chiefly([390, 768, 1440, 2560], 390))
def test_long_words_make_no_overview_wider_than_its_window(chromium: Browser, base: str, width: int) -> None:
    with watched(chromium, base, viewport={"width": width, "height": 900}) as seen:
        for path in OVERVIEWS:
            seen.page.goto(base + path)
            inner, outer = seen.page.evaluate(
                "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert inner <= outer, path
            assert seen.page.evaluate(SPILLED) == [], path
