"""`cxsite build --offline`: a site that is opened from disk, by a double click, is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from browser_support import watched
from kinds import pages_of
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.looks]

LINKS = "() => [...document.querySelectorAll('a[href], link[href], script[src]')].map((e) => e.href || e.src)"
SITES = {"": "the example", "bare": "hardly anything assessed", "odd": "everything uneven"}


@pytest.fixture(params=SITES, ids=SITES.values())
def site(request: pytest.FixtureRequest, built: Callable[..., Path], tmp_path: Path) -> Path:
    """The site in another folder than the one it was built in, whose name is a trap."""
    return shutil.copytree(built(request.param, "--offline"), tmp_path / "a site, 50% of it – moved")


def test_every_kind_of_page_has_its_styles_and_every_link_leads_to_a_file(site: Path, chromium: Browser) -> None:
    pages = [site / address / "index.html" for address in pages_of(site).values()]
    ends: dict[str, str] = {}
    with watched(chromium, site.as_uri()) as seen:
        for file in pages:
            seen.page.goto(file.as_uri())
            assert seen.page.evaluate("getComputedStyle(document.querySelector('.cx')).display") != "inline"
            ends |= {link: file.name for link in seen.page.evaluate(LINKS) if link.startswith("file:")}
    gone = {link for link in ends if not Path(unquote(urlsplit(link).path)).is_file()}
    assert gone == set()


def test_search_finds_a_step_and_leads_to_it(site: Path, chromium: Browser) -> None:
    with watched(chromium, site.as_uri()) as seen:
        page = seen.page
        page.goto((site / "index.html").as_uri())
        name = page.locator("article h3 a").first.inner_text().split()[-1]
        field = page.locator("[data-md-component=search-query]")
        field.focus()
        field.fill(name)
        field.press("End")
        hit = page.locator("a.md-search-result__link").first
        hit.wait_for(timeout=10_000)
        hit.click()
        expect(page.locator("article h1")).to_be_visible()
        assert page.url.startswith(site.as_uri())
        assert urlsplit(page.url).path.endswith("/index.html")
