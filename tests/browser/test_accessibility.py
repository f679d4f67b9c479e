"""Every kind of page can be used by everybody, as far as a program can tell: axe-core in both schemes, wide and narrow."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser_support import Watched, watched
from kinds import BESIDE, SHAPES, pages_of
from playwright.sync_api import Browser

import cxsite.pages.kinds

from .axe import ALL, COLOURS, wrong_on

pytestmark = pytest.mark.browser

MAP = "the largest map"
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
FULL: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "on a desktop": (DESKTOP, ALL),
    "on a phone": (PHONE, ALL),
    "on a desktop in the dark": ({**DESKTOP, "color_scheme": "dark"}, COLOURS),
    "on a phone in the dark": ({**PHONE, "color_scheme": "dark"}, COLOURS),
}
"""Looks, with the rules to run: a dark scheme changes colours and nothing else."""


def test_every_kind_of_page_is_known_by_its_address_and_shown_by_the_example(built: Callable[..., Path]) -> None:
    modules = {module.name for module in pkgutil.iter_modules(cxsite.pages.kinds.__path__)}
    assert set(SHAPES) == modules
    assert set(pages_of(built(""))) == modules - BESIDE


@pytest.fixture(scope="module")
def where(built: Callable[..., Path]) -> dict[str, str]:
    """A page of each kind, rich and yet of a size that axe reads in seconds; and the largest map."""
    site = built("")
    return {**pages_of(site, 100_000), MAP: pages_of(site)["current"]}


@pytest.fixture(scope="module", params=FULL)
def look(request: pytest.FixtureRequest, chromium: Browser, example: str) -> Iterator[tuple[Watched, dict[str, Any]]]:
    """A page in one of the looks, and the rules to run there."""
    options, rules = FULL[request.param]
    with watched(chromium, example, **options) as seen:
        yield seen, rules


@pytest.mark.looks
@pytest.mark.parametrize("kind", [*(kind for kind in SHAPES if kind not in BESIDE), MAP])
def test_axe_finds_nothing_wrong_and_every_text_stands_out(
    look: tuple[Watched, dict[str, Any]], where: dict[str, str], kind: str
) -> None:
    seen, rules = look
    seen.page.goto(seen.base + where[kind])
    assert wrong_on(seen.page, rules) == []
