"""The keyboard alone: every link and control of a map can be reached and seen, and nothing holds on to the focus."""

from __future__ import annotations

import pytest
from browser_support import watched
from playwright.sync_api import Browser, expect
from support import chiefly

pytestmark = pytest.mark.browser

REACHABLE = """() => {
  const group = (e) => e.type === "radio" ? `radio ${e.name}` : null, radios = new Set();
  window.stops = [...document.querySelectorAll("article :is(a[href], button, input, summary, [tabindex='0'])")]
    .filter((e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !e.disabled && e.tabIndex >= 0 && e.getClientRects().length)
    .filter((e) => !group(e) || !radios.has(group(e)) && radios.add(group(e)));
  return window.stops.length;
}"""
HERE = """() => {
  const e = document.activeElement, stop = window.stops.findIndex((s) => s === e || (e.type === "radio" && s.name === e.name));
  const shown = e.type === "radio" || e.type === "checkbox" ? e.closest("label") || e : e;
  const style = (x) => getComputedStyle(x);
  const ring = [e, shown, e.nextElementSibling].some((x) => x && style(x).outlineStyle !== "none" && parseFloat(style(x).outlineWidth) >= 1);
  document.querySelectorAll(".md-top").forEach((button) => button.style.display = "none"); // the theme's, while one goes up
  const points = [...shown.getClientRects()].flatMap((b) => [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]]
    .map(([u, v]) => document.elementFromPoint(b.left + u * b.width, b.top + v * b.height)));
  const seen = points.some((p) => p && (shown.contains(p) || p.contains(shown)));
  return {stop, ring, seen, inside: !!e.closest("article"), what: `${e.localName}.${e.className} ${e.textContent.trim().slice(0, 40)}`};
}"""


@pytest.mark.parametrize("size", chiefly([(1440, 900), (390, 844)], (1440, 900)))
def test_the_tab_key_walks_through_the_whole_map_in_order_and_out_again(
    chromium: Browser, example: str, size: tuple[int, int]
) -> None:
    with watched(chromium, example, viewport=dict(zip(("width", "height"), size, strict=True))) as seen:
        page = seen.page
        page.goto(example + "small-firm/")
        count = page.evaluate(REACHABLE)
        page.evaluate("() => { window.stops[0].focus(); }")
        walk = [page.evaluate(HERE)]
        while walk[-1]["inside"] and len(walk) <= 2 * count:
            page.keyboard.press("Tab")
            walk.append(page.evaluate(HERE))
    *inside, out = walk
    assert not out["inside"], "the focus leaves the map at its end"
    stops = [step["stop"] for step in inside if step["stop"] >= 0]  # Chromium also stops at boxes that scroll
    assert stops == list(range(count)), "each once, in the order of the page"
    assert [step["what"] for step in inside if not step["ring"]] == [], "the focus can be seen"
    assert [step["what"] for step in inside if not step["seen"]] == [], "nothing lies on what has the focus"


def test_a_popover_opens_by_key_and_escape_closes_it_and_gives_the_focus_back(chromium: Browser, example: str) -> None:
    with watched(chromium, example, viewport={"width": 1440, "height": 900}) as seen:
        page = seen.page
        page.goto(example + "join/")
        summary = page.locator(".cx-pop summary", has_text="Lanes")
        summary.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.type") == "checkbox"
        page.keyboard.press("Space")
        assert "lane=" in page.evaluate("location.search")
        page.keyboard.press("Escape")
        assert page.locator(".cx-pop[open]").count() == 0
        assert page.evaluate("document.activeElement.textContent.trim()") == "Lanes"


@pytest.mark.long
def test_what_is_wider_than_its_box_can_be_scrolled_by_key(chromium: Browser, example: str) -> None:
    with watched(chromium, example, viewport={"width": 1440, "height": 900}) as seen:
        page = seen.page
        page.goto(example + "join/?width=roomy")
        page.locator(".cx-scroll").focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('.cx-scroll').scrollLeft > 0")


def test_the_tabs_of_a_journey_are_one_row_with_the_current_one_in_view(example: str, chromium: Browser) -> None:
    with watched(chromium, example, viewport={"width": 768, "height": 900}) as seen:
        seen.page.goto(f"{example}join/metrics/")
        tabs = seen.page.locator(".cx-sub a")
        assert len({round(tab.bounding_box()["y"]) for tab in tabs.all()}) == 1  # type: ignore[index]
        expect(seen.page.locator(".cx-sub a[aria-current]")).to_be_in_viewport(ratio=0.9)
        tabs.first.focus()
        expect(tabs.first).to_be_in_viewport(ratio=0.9)
