"""A number stays on one line with its unit, whatever the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser_support import watched
from kinds import pages_of
from playwright.sync_api import Browser
from support import served

pytestmark = pytest.mark.browser

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
BROKEN = r"""() => {
  const found = [], texts = document.createTreeWalker(document.querySelector(".md-content"), NodeFilter.SHOW_TEXT);
  const number = "[\u2212+-]?[\u00a3$\u20ac]?\\d[\\d,.]*\\d|[\u2212+-]\\d";
  const units = "(?:[ \u00a0](?:%|min|h|days?|points?)(?![a-z]))?";
  const wanted = new RegExp(`\\d{4}-\\d\\d-\\d\\d|\\b[A-Z][a-z]{2}[ \u00a0]\\d{4}\\b|(?:${number})${units}`, "g");
  for (let node; (node = texts.nextNode());) {
    const home = node.parentElement;
    if (!home.closest(".cx") || home.closest(".cx-vh, svg, pre, code, .cx-src, .cx-edit") || !home.checkVisibility()) continue;
    if (getComputedStyle(home).clipPath !== "none") continue; // read aloud, not seen
    for (const one of node.data.matchAll(wanted)) {
      const range = document.createRange();
      range.setStart(node, one.index);
      range.setEnd(node, one.index + one[0].length);
      const tops = [...range.getClientRects()].filter((r) => r.width > 0).map((r) => r.top);
      if (Math.max(...tops) - Math.min(...tops) > 4) found.push(`${one[0]} in ${node.data.trim().slice(0, 60)}`);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("size", SIZES)
def test_no_number_day_or_month_is_broken_over_two_lines(
    built: Callable[..., Path], chromium: Browser, size: str
) -> None:
    folder, wrong = built(""), {}
    with served(folder) as base, watched(chromium, base, viewport=SIZES[size]) as seen:
        for path in pages_of(folder).values():
            seen.page.goto(base + path)
            if broken := seen.page.evaluate(BROKEN):
                wrong[path] = broken
    assert wrong == {}
