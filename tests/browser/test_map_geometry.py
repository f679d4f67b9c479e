"""Maps of every kind, measured in a browser: nothing is wider than its window, clipped, or on top of something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser_support import watched
from odd_maps import ODD, odd_project, rtl_project
from playwright.sync_api import Browser, Page
from support import chiefly, cxsite, served

pytestmark = pytest.mark.browser

SIZES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 390, "height": 844}},
    "tablet": {"viewport": {"width": 768, "height": 1024}},
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "wide": {"viewport": {"width": 2560, "height": 1300}},
    "text 200 %": {"viewport": {"width": 1440, "height": 900}},
    "paper": {"viewport": {"width": 1510, "height": 1060}},
}
MAPS = [f"{name}/" for name in ODD] + [
    f"{name}/{kind}/" for name in ("long", "german") for kind in ("target", "compare")
]
ARABIC = ["arabic/", "arabic/target/", "arabic/compare/"]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the odd maps, those that run from left to right and those from right to left."""
    folders = [odd_project(tmp_path_factory.mktemp("odd")), rtl_project(tmp_path_factory.mktemp("rtl"))]
    for folder in folders:
        cxsite(folder, "build")
    with served(folders[0] / "site") as odd, served(folders[1] / "site") as rtl:
        yield dict.fromkeys(MAPS, odd) | dict.fromkeys(ARABIC, rtl)


# Text that is only for those who do not see is cut off on purpose; a strip of phase names says that it goes on ("…").
CLIPPED = """() => [...document.querySelectorAll(".cx-map *:not(svg *), .cx-short *, .cx-tsteps *, .cx-detail *")]
  .filter((e) => {
    const look = getComputedStyle(e);
    if (e.closest(".cx-vh, .cx-over, details:not([open]) > :not(summary)") || !e.checkVisibility() || look.clipPath !== "none" ||
        look.display === "inline" || look.display === "contents") return false;
    if (e.matches(".cx-scroll, .cx-tw, .cx-pop__b, svg, input, select, textarea")) return false;
    const hidden = look.overflowX !== "visible" || look.overflowY !== "visible";
    const wide = e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    return wide || (hidden && e.scrollHeight > e.clientHeight + 2);
  })
  .map((e) => `${e.className || e.localName}: ${e.textContent.trim().slice(0, 40)} ${e.scrollWidth}>${e.clientWidth} ${e.scrollHeight}>${e.clientHeight}`)"""

OVERLAPPING = """() => {
  const box = (e) => { const b = e.getBoundingClientRect(); return {e, l: b.left, r: b.right, t: b.top, b: b.bottom}; };
  const shown = (css, in_) => [...(in_ || document).querySelectorAll(css)].filter((e) => e.checkVisibility()).map(box).filter((x) => x.r - x.l > 1 && x.b - x.t > 1);
  const meet = (x, y) => Math.min(x.r, y.r) - Math.max(x.l, y.l) > 1.5 && Math.min(x.b, y.b) - Math.max(x.t, y.t) > 1.5;
  const found = [];
  const pairs = (boxes, what) => boxes.forEach((x, i) => boxes.slice(i + 1).forEach((y) => {
    if (meet(x, y)) found.push(`${what}: ${x.e.textContent.trim().slice(0, 30)} / ${y.e.textContent.trim().slice(0, 30)}`);
  }));
  pairs(shown(".cx-map .cx-card, .cx-map .cx-our, .cx-map .cx-ghost"), "cards");
  pairs(shown(".cx-map .cx-pt__t"), "feelings");
  pairs(shown(".cx-map .cx-node"), "doers");
  pairs(shown(".cx-map .cx-pc"), "cells of phases");
  pairs(shown(".cx-map .cx-bar > *"), "tools");
  for (const step of document.querySelectorAll(".cx-map .cx-step"))
    pairs([...step.children].filter((e) => e.checkVisibility() && e.textContent.trim()).map(box).filter((x) => x.b - x.t > 1), "cells of a step");
  const lane = document.querySelector(".cx-over-lane.cx-l-emotion");
  if (lane && lane.checkVisibility()) {
    const room = box(lane);
    for (const one of shown(".cx-map .cx-pt__t")) if (one.t < room.t - 3 || one.b > room.b + 3) found.push(`feeling beyond its lane: ${one.e.textContent.trim()}`);
  }
  return found;
}"""

OUT_OF_CARD = """() => [...document.querySelectorAll(".cx-map :is(.cx-card, .cx-our, .cx-hot, .cx-lost, .cx-ac)")].filter((e) => e.checkVisibility()).flatMap((card) => {
  const box = card.getBoundingClientRect();
  return [...card.querySelectorAll("*:not(svg *)")].filter((e) => {
    if (e.matches(".cx-vh, .cx-vh *") || getComputedStyle(e).clipPath !== "none") return false;
    const b = e.getBoundingClientRect();
    return b.width > 1 && (b.left < box.left - 1.5 || b.right > box.right + 1.5 || b.top < box.top - 1.5 || b.bottom > box.bottom + 1.5);
  }).map((e) => `${e.className}: ${e.textContent.trim().slice(0, 40)}`);
})"""


TORN = """() => {
  const torn = [], range = document.createRange();
  const unseen = (e) => !!e && !e.matches(".cx-map") && (getComputedStyle(e).clipPath !== "none" || unseen(e.parentElement));
  for (const cell of document.querySelectorAll(".cx-map :is(.cx-cell, .cx-pc, .cx-ph, .cx-lane)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text; text = texts.nextNode();) {
      if (!text.parentElement.checkVisibility() || unseen(text.parentElement)) continue;
      // what may break where a hyphen is, soft or not, is measured between hyphens; scripts without spaces break anywhere
      for (const word of text.data.matchAll(/[^\\s\\u00ad\\-\\/\\u2013\\u2026\\p{Script=Han}\\p{P}]{2,}/gu)) {
        const lines = new Set([...word[0]].map((_, at) => {
          range.setStart(text, word.index + at);
          range.setEnd(text, word.index + at + 1);
          return Math.round([...range.getClientRects()].at(-1)?.top);
        }));
        if (lines.size > 1) torn.push(`${cell.className}: ${word[0]}`);
      }
    }
  }
  return torn;
}"""


def _opened(page: Page, address: str, size: str) -> None:
    page.goto(address)
    if size == "text 200 %":
        page.add_style_tag(content="html { font-size: 200% !important; }")
    if size == "paper":
        page.emulate_media(media="print")


@pytest.mark.parametrize("path", chiefly([*MAPS, *ARABIC], "long/", "german/target/", "sparse/", "arabic/"))
@pytest.mark.parametrize("size", chiefly(SIZES, "phone"))
def test_a_map_fits_at_every_size(chromium: Browser, sites: dict[str, str], path: str, size: str) -> None:
    with watched(chromium, sites[path], **SIZES[size]) as seen:
        _opened(seen.page, sites[path] + path, size)
        inner, outer = seen.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert inner <= outer + (size == "paper")  # what is laid out for paper is rounded
        assert seen.page.evaluate(CLIPPED) == []
        assert seen.page.evaluate(OVERLAPPING) == []
        assert seen.page.evaluate(OUT_OF_CARD) == []
        if size in ("phone", "desktop"):
            assert seen.page.evaluate(TORN) == []


@pytest.mark.parametrize("path", ["german/", "arabic/", "german/target/"])
def test_rings_of_hand_offs_stand_in_front_and_cover_no_name(
    chromium: Browser, sites: dict[str, str], path: str
) -> None:
    with watched(chromium, sites[path], **SIZES["desktop"]) as seen:
        seen.page.goto(sites[path] + path)
        rings, covered, behind = seen.page.evaluate("""() => {
          document.querySelector(".cx-step > .cx-l-work").scrollIntoView({block: "center"});
          const rings = [...document.querySelectorAll(".cx-over-lane--front circle")].map((e) => e.getBoundingClientRect());
          const range = document.createRange(), texts = [];
          for (const node of document.querySelectorAll(".cx-node:not(.cx-node--within)")) {
            range.selectNodeContents(node.firstChild);
            texts.push(...range.getClientRects());
          }
          const meet = (x, y) => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 1 && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 3;
          const lane = document.querySelector(".cx-over-lane--front");
          return [rings.length, rings.filter((ring) => texts.some((text) => meet(ring, text))).length, getComputedStyle(lane).zIndex < 2];
        }""")
    assert (rings > 0, covered, behind) == (True, 0, False)


@pytest.mark.parametrize("size", ["phone", "desktop", "paper"])
def test_no_word_of_the_example_is_torn(chromium: Browser, example: str, size: str) -> None:
    with watched(chromium, example, **SIZES[size]) as seen:
        for path in ("join/", "join/target/", "join/compare/"):
            _opened(seen.page, example + path, size)
            assert seen.page.evaluate(TORN) == []


@pytest.mark.parametrize("path", ["arabic/", "arabic/target/"])
def test_from_right_to_left_each_face_stands_on_its_curve(chromium: Browser, sites: dict[str, str], path: str) -> None:
    """The dots of the strip are drawn, the links that lie on it are laid out: both run the same way."""
    with watched(chromium, sites[path], **SIZES["desktop"]) as seen:
        seen.page.goto(sites[path] + path)
        faces, dots = seen.page.evaluate("""() => {
          const middle = (e) => { const b = e.getBoundingClientRect(); return (b.left + b.right) / 2; };
          const strip = document.querySelector(".cx-over__s"), wide = strip.getBoundingClientRect();
          const links = [...document.querySelectorAll(".cx-over ol ol a")].map(middle);
          const drawn = [...strip.querySelectorAll(":scope > :is(circle, rect)")].map(middle);
          return [links, drawn];
        }""")
    assert faces == sorted(faces, reverse=True)
    assert all(abs(face - dot) < 8 for face, dot in zip(faces, dots, strict=True))


@pytest.mark.parametrize("path", ["arabic/target/", "arabic/compare/"])
def test_from_right_to_left_a_number_still_stands_in_front_of_what_it_counts(
    chromium: Browser, sites: dict[str, str], path: str
) -> None:
    with watched(chromium, sites[path], **SIZES["desktop"]) as seen:
        seen.page.goto(sites[path] + path)
        counts = seen.page.evaluate("""() => [...document.querySelectorAll(".cx-badge .cx-word")]
          .map((e) => e.firstChild).filter((text) => /^[0-9]+ [a-z]/.test(text.data)).map((text) => {
            const at = (i) => {
              const letter = document.createRange();
              letter.setStart(text, i);
              letter.setEnd(text, i + 1);
              return letter.getBoundingClientRect().left;
            };
            return [text.data, at(0) < at(text.data.length - 1)];
          })""")
    assert counts and all(in_front for _, in_front in counts), counts


def test_what_stayed_as_it_was_breaks_its_lines_on_a_phone_with_text_twice_as_large(
    chromium: Browser, sites: dict[str, str]
) -> None:
    with watched(chromium, sites["german/compare/"], **SIZES["phone"]) as seen:
        seen.page.goto(sites["german/compare/"] + "german/compare/")
        seen.page.add_style_tag(content="html { font-size: 200% !important }")
        assert seen.page.evaluate("document.documentElement.scrollWidth") == 390
