"""What a change does to the maps, in the browser: the switch, the ways between sentences and cells, from disk."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser_support import watched
from playwright.sync_api import Browser, Page, expect
from support import cxsite, served, write

from .axe import ALL, COLOURS, wrong_on
from .conftest import CHANGED

pytestmark = [pytest.mark.browser, pytest.mark.long]

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PAGE = "join/changes/"


@pytest.fixture(scope="module")
def site(built: Callable[..., Path]) -> Path:
    return built(CHANGED, "--offline")


def column(page: Page, step: str) -> Any:
    return page.locator(".cx-chg.cx-map").first.locator(".cx-step").filter(has=page.locator(f"#step-{step}"))


def test_the_switch_shows_both_or_one_of_them_without_a_script(site: Path, chromium: Browser) -> None:
    with served(site) as base, watched(chromium, base, **DESKTOP, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(f"{base}{PAGE}index.html")
        name, new = page.locator("#step-chase"), column(page, "call")
        expect(name.locator("ins")).to_be_visible()
        page.get_by_role("radio", name="Before").first.check(force=True)
        expect(name.locator("ins")).to_be_hidden()
        assert name.inner_text() == "Chases for a date"
        expect(page.locator("#step-call")).to_be_hidden()
        expect(page.locator(".cx-ghost", has_text="Not there yet").first).to_be_visible()
        page.get_by_role("radio", name="After").first.check(force=True)
        assert name.inner_text() == "Chases for a date that holds"
        expect(new.locator(".cx-card")).to_be_visible()
        expect(page.locator(".cx-over-lane[data-in=after]").first).to_be_visible()
        expect(page.locator(".cx-over-lane[data-in=diff]").first).to_be_hidden()


def test_the_chosen_view_stands_in_the_address_and_each_map_has_its_own(site: Path, chromium: Browser) -> None:
    with served(site) as base, watched(chromium, base, **DESKTOP) as seen:
        page = seen.page
        page.goto(f"{base}{PAGE}index.html?show=before")
        assert page.locator("#step-chase").inner_text() == "Chases for a date"
        page.locator("[name=show-target][value=after]").check(force=True)
        assert page.url.endswith("?show=before&show-target=after")
        page.locator("[name=show][value=diff]").check(force=True)
        assert page.url.endswith("?show-target=after")


def test_a_sentence_leads_to_its_cell_and_the_cell_to_its_sentence(site: Path, chromium: Browser) -> None:
    with served(site) as base, watched(chromium, base, **DESKTOP) as seen:
        page = seen.page
        page.goto(f"{base}{PAGE}index.html")
        column(page, "chase").get_by_role("link", name="Effort").click()
        sentence = page.locator(".cx-sent:target")
        expect(sentence).to_contain_text("time from 34 min to 41 min")
        expect(sentence).to_be_in_viewport()
        page.locator(".cx-thing").filter(has=sentence).get_by_role("link", name="step").click()
        assert page.url.endswith("#step-chase")
        expect(page.locator("#step-chase")).to_be_in_viewport()


def test_it_opens_from_a_zip_and_every_link_of_it_leads_to_a_file(
    site: Path, chromium: Browser, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as packed:
        for file in site.rglob("*"):
            packed.write(file, file.relative_to(site))
    zipfile.ZipFile(tmp_path / "site.zip").extractall(tmp_path / "opened")
    with watched(chromium, (tmp_path / "opened").as_uri(), **DESKTOP) as seen:
        page = seen.page
        page.goto((tmp_path / "opened" / "changes" / "index.html").as_uri())
        thing = page.locator(".cx-thing", has_text="Step “Chases for a date that holds”")
        thing.get_by_role("link", name="before and after").first.click()
        expect(page.locator(".cx-sent:target")).to_be_visible()
        page.get_by_role("radio", name="Before").first.check(force=True)
        assert page.locator("#step-chase").inner_text() == "Chases for a date"
        links = page.evaluate("() => [...document.querySelectorAll('cx-part a[href], .cx a[href]')].map((e) => e.href)")
        files = {link.split("#")[0].split("?")[0] for link in links if link.startswith("file:")}
        assert files
        assert not [link for link in files if not link.endswith(".html")]


@pytest.mark.looks
@pytest.mark.parametrize("address", [PAGE, "changes/"])
@pytest.mark.parametrize(
    ("options", "rules"),
    [(DESKTOP, ALL), (PHONE, ALL), ({**DESKTOP, "color_scheme": "dark"}, COLOURS)],
    ids=["on a desktop", "on a phone", "in the dark"],
)
def test_axe_finds_nothing_wrong_and_nothing_stands_out_of_the_page(
    site: Path, chromium: Browser, address: str, options: dict[str, Any], rules: dict[str, Any]
) -> None:
    with served(site) as base, watched(chromium, base, **options) as seen:
        seen.page.goto(f"{base}{address}index.html")
        assert wrong_on(seen.page, rules) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_before_has_phases_and_steps_where_they_stood(chromium: Browser, tmp_path: Path) -> None:
    """A phase went to the front, a step of the other one to its end."""
    files = {
        "mkdocs.yml": "site_name: T\ntheme: {name: material, font: false}\nplugins: [cxsite]\n",
        "journeys/a.yml": MOVED.format(PAY.format(f"\n{ASK}") + CHOOSE.format("")),
        "before/journeys/a.yml": MOVED.format(CHOOSE.format(f"{ASK}\n") + PAY.format("")),
    }
    cxsite(write(tmp_path, files), "build", "--against", "before")
    with served(tmp_path / "site") as base, watched(chromium, base, **DESKTOP) as seen:
        for view, order in (
            ("before", ["Choose", "Ask", "Look", "Pay", "Go"]),
            ("after", ["Pay", "Go", "Ask", "Choose", "Look"]),
        ):
            seen.page.goto(f"{base}a/changes/?show={view}")
            shown = seen.page.evaluate(SEEN)
            assert [one["name"] for one in shown] == order
            points = seen.page.evaluate(POINTS, view)
            cards = [one["at"] for one in shown if one["at"]]
            assert points == pytest.approx(cards, abs=2)


ASK = "      - {id: ask, name: Ask, emotion: -1}"
CHOOSE = "  - id: choose\n    name: Choose\n    steps:\n{}      - {{id: look, name: Look, emotion: 1}}\n"
PAY = "  - id: pay\n    name: Pay\n    steps:\n      - {{id: go, name: Go, emotion: 0.5}}{}\n"
MOVED = "name: A\nowner: b\nphases:\n{}"
SEEN = """() => [...document.querySelectorAll(".cx-chg :is(h3, h4)")].filter((e) => e.checkVisibility()).map((e) => {
  const place = (x) => e.closest(x).getBoundingClientRect();
  const cell = e.tagName === "H4" ? place(".cx-cell") : null;
  return {name: e.textContent.trim(), order: [place(".cx-phase").left, cell?.left ?? 0], at: cell && (cell.left + cell.right) / 2};
}).sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])"""
POINTS = """(view) => [...document.querySelectorAll(`.cx-over-lane[data-in="${view}"] svg :is(circle, rect[width="8"])`)]
  .map((e) => e.getBoundingClientRect()).map(({left, right}) => (left + right) / 2)"""
