"""Every link between pages leads to a page that is made, and to an id on it; the HTML of every page is whole."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import ROOT, TESTS, VA, small_project

from cxsite.pages.feed import FEED
from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import Project

SITES = {
    "the example": ROOT,
    "every field": TESTS / "sites" / "format",
    "outpatients": VA,
    "one journey": TESTS / "sites" / "example",
    "departures": TESTS / "sites" / "example-sfo",
    "a library card": TESTS / "sites" / "library-card",
    "a small one": None,
}
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})


@cache
def pages(site: str) -> tuple[Page, ...]:
    folder = SITES[site]
    if folder is not None:
        return build(examine(Project(folder))).pages
    with tempfile.TemporaryDirectory() as name:
        return build(examine(Project(small_project(Path(name))))).pages


def html(page: Page) -> str:
    return "\n".join(part.html for part in page.parts)


def ids(page: Page) -> list[str]:
    headings = [part.id for part in page.parts if part.heading]
    return headings + [unescape(name) for name in re.findall(r'\sid="([^"]+)"', html(page))]


def links(page: Page) -> Iterator[tuple[str, str]]:
    """Page and anchor that each link leads to."""
    for address in re.findall(r'href="([^"]*)"', html(page)):
        address = unescape(address)
        if address.startswith("cx:"):
            path, _, anchor = address[3:].partition("#")
            yield path, anchor
        elif address.startswith("#"):
            yield page.path, address[1:]


@pytest.mark.parametrize("site", SITES)
def test_every_link_leads_to_a_page_and_an_id_on_it(site: str) -> None:
    known = {FEED: set(), **{page.path: set(ids(page)) for page in pages(site)}}
    lost = set()
    for page in pages(site):
        for path, anchor in links(page):
            if path not in known:
                lost.add(f"{page.path} -> {path}")
            elif anchor and anchor not in known[path]:
                lost.add(f"{page.path} -> {path}#{anchor}")
    assert sorted(lost) == []


@pytest.mark.parametrize("site", SITES)
def test_ids_are_there_once_on_each_page(site: str) -> None:
    twice = {page.path: [name for name, n in Counter(ids(page)).items() if n > 1] for page in pages(site)}
    assert {path: names for path, names in twice.items() if names} == {}


@pytest.mark.parametrize("site", SITES)
def test_each_page_is_made_once_below_a_page_that_is_there(site: str) -> None:
    paths = [page.path for page in pages(site)]
    assert len(paths) == len(set(paths))
    parents = {page.parent for page in pages(site) if page.parent}
    assert parents - set(paths) == set()


@pytest.mark.parametrize("site", SITES)
def test_no_page_brings_styles_scripts_or_addresses_of_its_own(site: str) -> None:
    for page in pages(site):
        text = html(page)
        assert not re.search(r"<[^>]*\sstyle=|<style|<script|\son\w+=\"|javascript:", text), page.path
        assert not re.search(r'\ssrc="(?!cx:)', text), page.path


class _Tags(HTMLParser):
    """Notes each tag that closes nothing, or that nothing closes."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> at {self.getpos()} in {self.open[-3:]}")


@pytest.mark.parametrize("site", SITES)
def test_every_tag_of_a_part_is_closed_in_its_order(site: str) -> None:
    for page in pages(site):
        for part in page.parts:
            parser = _Tags()
            parser.feed(part.html)
            assert (parser.wrong, parser.open) == ([], []), f"{page.path} {part.id}"


@pytest.mark.parametrize("site", SITES)
def test_no_block_stands_inside_a_paragraph_and_no_link_inside_a_link(site: str) -> None:
    for page in pages(site):
        for paragraph in re.findall(r"<p[ >].*?</p>", html(page), re.S):
            assert not re.search(r"<(?:ul|ol|dl|div|table|details|h\d)\b", paragraph), f"{page.path}: {paragraph}"
        for link in re.findall(r"<a .*?</a>", html(page), re.S):
            assert link.count("<a ") == 1, f"{page.path}: {link}"


@pytest.mark.parametrize("site", SITES)
def test_every_library_entry_of_the_repository_has_its_place(site: str) -> None:
    """What is listed in a library file is shown there, whether or not anything refers to it."""
    from cxsite.derive.links.things import Thing
    from cxsite.model.portfolio import key_of
    from cxsite.pages.places import anchor_of, page_of

    folder = SITES[site]
    if folder is None:
        return
    portfolio = examine(Project(folder)).content.portfolio
    known = {page.path: set(ids(page)) for page in pages(site)}
    places = ("party", "segment", "channel", "touchpoint", "system", "capability", "principle", "life-cycle stage")
    for kind in (*places, "goal", "evidence"):
        for entry in portfolio.shared[kind]:
            thing = Thing(kind, "", key_of(entry))
            assert anchor_of(thing) in known[page_of(thing, portfolio)], thing
