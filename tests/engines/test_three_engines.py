"""One source, three engines: the same pages, the same anchors, the same figures, the same search."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from browser_support import article, find_with_material, find_with_zensical, place, watched
from playwright.sync_api import Browser
from support import ENGINES, MKDOCS, VA, copy_site, cxsite, python, served, small_project

pytestmark = pytest.mark.engines

Build = Callable[[str], Path]
Articles = dict[str, dict[str, dict[str, Any]]]
PAGES = ("", "outpatient/", "outpatient/metrics/", "metrics/va-satisfaction/", "about/")
OTHERS = ENGINES[1:]


class Links(HTMLParser):
    """The ids of a page, and where it links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        self.addresses += [values["href"] or ""] if tag == "a" and "href" in values else []


def broken_links(site: Path, own: str, count: int = 34) -> list[str]:
    """Links between pages of a finished site that lead nowhere. `own` is the site's own address."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in site.rglob("*.html") if path.name != "404.html"}
    assert len(pages) == count
    known = {found.resolve(): links for found, links in pages.items()}
    wrong = []
    for path, page in pages.items():
        for address in page.addresses:
            inside = address.removeprefix(own) if address.startswith(own) else address
            parts = urlsplit(inside)
            if parts.scheme or parts.netloc:
                continue
            start = site if inside != address else path.parent
            target = (start / unquote(parts.path)).resolve() if parts.path else path.resolve()
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() or (
                parts.fragment and target in known and unquote(parts.fragment) not in known[target].ids
            ):
                wrong.append(f"{path.relative_to(site)}: {address}")
    return wrong


@pytest.fixture(scope="module")
def articles(va_project: Build, chromium: Browser) -> Articles:
    """What a reader finds on each page, by engine. Any trouble on the way fails here."""
    found: Articles = {}
    for engine in ENGINES:
        with served(va_project(engine) / "site") as base, watched(chromium, base) as seen:
            found[engine] = {path: article(seen.page, base + path) for path in PAGES}
            for path, page in found[engine].items():
                page["links"] = [(text, place(base + path, href)) for text, href in page["links"]]
    return found


WHAT = ("headings", "ids", "drawings", "labels", "cells", "links", "text", "shape")


@pytest.mark.browser
@pytest.mark.parametrize("engine", OTHERS)
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("what", WHAT)
def test_a_page_is_the_same_on_every_engine(articles: Articles, engine: str, path: str, what: str) -> None:
    assert articles[engine][path][what] == articles["mkdocs"][path][what]


@pytest.mark.browser
def test_what_is_compared_is_there(articles: Articles) -> None:
    page = articles["mkdocs"]["outpatient/"]
    levels = [level for level, _, _ in page["headings"]]
    assert [levels.count(level) for level in ("h1", "h4")] == [1, 2 * 16]
    assert len(page["cells"]) > 16 * 6
    assert {"map", "hotspots", "details", "evidence", "step-check-in", "hotspot-kiosk-check-in"} <= set(page["ids"])
    assert len(page["ids"]) == len(set(page["ids"]))
    metric = articles["mkdocs"]["metrics/va-satisfaction/"]
    assert len(metric["drawings"]) == 2  # the chart in two widths; two numbers have no line in small
    assert "Satisfaction: 4.38 on 1 to 5 in FY2020 Q2" in metric["text"]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_link_leads_to_a_page_and_an_anchor(va_project: Build, engine: str) -> None:
    assert broken_links(va_project(engine) / "site", "https://va-outpatient.example/") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_links_lead_there_without_folders_for_addresses_too(va_project: Build, tmp_path: Path, engine: str) -> None:
    folder = copy_site(VA, tmp_path / "va")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("use_directory_urls: false\n")
    cxsite(folder, "build", "--engine", engine, "--strict")
    assert (folder / "site/about.html").is_file()
    assert broken_links(folder / "site", "https://va-outpatient.example/") == []
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert 'href="outpatient/index.html">Outpatient care</a>' in home


@pytest.mark.parametrize("folders", ["true", "false"])
@pytest.mark.parametrize("engine", ENGINES)
def test_links_lead_there_from_a_portfolio_that_is_not_the_front_page(
    tmp_path: Path, engine: str, folders: str
) -> None:
    config = f"{MKDOCS}use_directory_urls: {folders}\n"
    small_project(tmp_path, {"mkdocs.yml": config, "docs/index.md": "# Start\n\n[Map](ticket/index.md#step-ask)\n"})
    cxsite(tmp_path, "build", "--engine", engine, "--strict")
    portfolio = (tmp_path / "site/portfolio/index.html").read_text(encoding="utf-8")
    assert re.search(r'href="\.\./ticket/(index\.html)?">Buy a ticket</a>', portfolio)
    assert broken_links(tmp_path / "site", "https://none.example/", 4) == []
    ticket = (tmp_path / "site/ticket/index.html").read_text(encoding="utf-8")
    assert '<h2 id="map">Feeling falls by 1.5 from' in unescape(ticket)
    assert "{ #" not in ticket


def sections(engine: str, site: Path) -> dict[str, tuple[str, str]]:
    """What the search of a site knows: title and text by place."""
    if engine == "zensical":
        found = json.loads((site / "search.json").read_text(encoding="utf-8"))["items"]
    else:
        found = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return {e["location"]: (e["title"], " ".join(e["text"].split())) for e in found}


@pytest.mark.parametrize("engine", OTHERS)
def test_search_knows_the_same_sections_with_the_same_words(va_project: Build, engine: str) -> None:
    own, first = (sections(name, va_project(name) / "site") for name in (engine, "mkdocs"))
    assert own == first
    assert {"", "#journeys", "outpatient/", "outpatient/#map", "outpatient/#hotspots", "metrics/#all"} <= set(own)


def test_search_is_spared_the_maps_and_the_drawings(va_project: Build) -> None:
    known = sections("mkdocs", va_project("mkdocs") / "site")
    assert not any("cx-" in text or "svg" in text for _, text in known.values())
    assert known["outpatient/#map"][1].count("Check in for appointment") == 1


Found = dict[str, dict[str, set[tuple[str, str]]]]
QUERIES = {
    "trusted helper": "outpatient/#hotspots",
    "Transparency": "metrics/#all",
    "kiosk": "outpatient/#hotspots",
    "prescriptions": "outpatient/#map",
}
LOOSE = {"Check in": "outpatient/#map", "veterans-experience": "outpatient/#map"}
"""Material takes these for two words of which one is enough, Zensical wants both."""


@pytest.fixture(scope="module")
def hits(va_project: Build, chromium: Browser) -> Found:
    """The sections that each engine's search offers, by query."""
    found: Found = {}
    for engine in ENGINES:
        find = find_with_zensical if engine == "zensical" else find_with_material
        found[engine] = {}
        with served(va_project(engine) / "site") as base:
            for query in (*QUERIES, *LOOSE):
                with watched(chromium, base) as seen:
                    offered = find(seen.page, base, query)
                found[engine][query] = {(title, place) for title, place in offered if "#" in place}
    return found


@pytest.mark.browser
@pytest.mark.parametrize("query", QUERIES)
def test_search_leads_to_the_section_on_every_engine(hits: Found, query: str) -> None:
    assert hits["mkdocs"][query] == hits["properdocs"][query]
    # Where the title of a page has the words, Zensical offers all its sections.
    first, own = ({place.split("#")[0] for _, place in hits[engine][query]} for engine in ("mkdocs", "zensical"))
    assert first <= own
    assert all(QUERIES[query] in {place for _, place in hits[engine][query]} for engine in ENGINES)


@pytest.mark.browser
@pytest.mark.parametrize("query", LOOSE)
def test_search_finds_the_section_that_holds_all_words_on_every_engine(hits: Found, query: str) -> None:
    for engine in ENGINES:
        assert LOOSE[query] in {place for _, place in hits[engine][query]}
    assert hits["mkdocs"][query] == hits["properdocs"][query]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_engine_alone_builds_the_same_site(va_project: Build, tmp_path: Path, engine: str) -> None:
    folder = copy_site(VA, tmp_path / "va")
    output = python(folder, "-m", engine, "build", "--strict").output
    assert "WARNING" not in output
    for page in ("index.html", "outpatient/index.html", "assets/cxsite/cx.css"):
        ours = (va_project(engine) / "site" / page).read_text(encoding="utf-8")
        assert (folder / "site" / page).read_text(encoding="utf-8") == ours


@pytest.mark.parametrize("engine", ENGINES)
def test_the_style_sheet_is_served_and_named_once_by_every_page(va_project: Build, engine: str) -> None:
    site = va_project(engine) / "site"
    first = va_project("mkdocs") / "site"
    assert (site / "assets/cxsite/cx.css").read_bytes() == (first / "assets/cxsite/cx.css").read_bytes()
    for page in ("index.html", "outpatient/index.html", "about/index.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert len(re.findall(r'<link[^>]+href="[^"]*assets/cxsite/cx\.css[^"]*"', text)) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_title_and_description_are_those_of_the_journey(va_project: Build, engine: str) -> None:
    text = (va_project(engine) / "site/outpatient/index.html").read_text(encoding="utf-8")
    assert "<title>Outpatient care - VA outpatient care</title>" in text
    assert re.search(r'<meta name="?description"? content="What veterans commonly go through before,', text)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_second_build_of_nothing_new_changes_no_page(va_project: Build, tmp_path: Path, engine: str) -> None:
    folder = copy_site(VA, tmp_path / "va")
    pages = []
    for _ in range(2):
        cxsite(folder, "build", "--engine", engine, "--strict")
        pages.append({path: path.read_bytes() for path in sorted((folder / "site").rglob("*.html"))})
    assert pages[0] == pages[1]
