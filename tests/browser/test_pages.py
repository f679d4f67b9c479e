"""Pages as readers see them: on a screen, in the dark, on a phone, on paper, by keyboard, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser_support import Watched, watched
from playwright.sync_api import Browser, Page, expect
from support import VA, chiefly, copy_site, cxsite, served, small_project, write

pytestmark = pytest.mark.browser

WIDE = {"viewport": {"width": 1440, "height": 900}}
NARROW = {"viewport": {"width": 390, "height": 844}}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {**WIDE, "color_scheme": "light"},
    "dark": {**WIDE, "color_scheme": "dark"},
    "phone": NARROW,
    "tablet": {"viewport": {"width": 1000, "height": 800}},
    "paper": WIDE,
}
KINDS = {
    "home": "",
    "current map": "outpatient/",
    "hotspots and actions": "outpatient/actions/",
    "metrics of a journey": "outpatient/metrics/",
    "all hotspots and actions": "actions/",
    "bright spot": "outpatient/hotspots/kiosk-check-in/",
    "all metrics": "metrics/",
    "metric": "metrics/va-trust/",
    "organisation": "organisation/",
    "touchpoints": "touchpoints/",
}
CHARTS_OF = ("metrics/va-trust/", "metrics/va-satisfaction/", "metrics/va-population/")


@pytest.fixture(scope="module")
def base(va_project: Callable[[str], Path]) -> Iterator[str]:
    """The address of the real example, built by MkDocs."""
    with served(va_project("mkdocs") / "site") as address:
        yield address


@pytest.fixture(scope="module", params=chiefly(LOOKS, "phone"))
def look(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Watched]:
    """A page in one of the looks."""
    with watched(chromium, base, **LOOKS[request.param]) as seen:
        if request.param == "paper":
            seen.page.emulate_media(media="print")
        yield seen


def show(look: Watched, path: str) -> Page:
    """The page at `path`; loaded anew only where another one is shown."""
    if look.page.url != look.base + path:
        look.page.goto(look.base + path)
    return look.page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_never_wider_than_its_window(look: Watched, kind: str) -> None:
    show(look, KINDS[kind])
    inner, outer = look.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert inner <= outer


BOXES = """() => [...document.querySelectorAll(".cx-phase")].map((phase) =>
  [...phase.querySelectorAll(".cx-card")].map((step) => {
    const b = step.getBoundingClientRect();
    return {left: b.left, right: b.right, top: b.top, bottom: b.bottom, id: step.querySelector("h4").id};
  }))"""
SPILLED = """(css) => [...document.querySelectorAll(css)]
  .filter((e) => getComputedStyle(e).webkitLineClamp === "none") // ends in …, which may stand over its edge
  .filter((e) => getComputedStyle(e).clipPath !== "inset(50%)" && e.offsetParent !== null && e.scrollWidth > e.clientWidth && getComputedStyle(e).display !== "inline")
  .map((e) => `${e.id || e.className}: ${e.scrollWidth} > ${e.clientWidth}`)"""


def _apart(a: dict[str, float], b: dict[str, float]) -> bool:
    return a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]


def test_no_card_lies_on_another_and_no_text_leaves_its_card(look: Watched) -> None:
    show(look, "outpatient/")
    phases = look.page.evaluate(BOXES)
    cards = [card for phase in phases for card in phase]
    assert len(cards) == 16
    assert all(card["right"] - card["left"] > 40 and card["bottom"] - card["top"] > 15 for card in cards)
    assert [(a["id"], b["id"]) for a in cards for b in cards if a is not b and not _apart(a, b)] == []
    assert (
        look.page.evaluate(
            SPILLED,
            ".cx-card, .cx-card *, .cx-cell, .cx-cell *, .cx-ph, .cx-ph *, .cx-pc, .cx-pc *, .cx-spot, .cx-spot *",
        )
        == []
    )


def test_a_card_holds_all_of_its_text(look: Watched) -> None:
    show(look, "outpatient/")
    outside = """() => [...document.querySelectorAll(".cx-card")].flatMap((card) => {
      const box = card.getBoundingClientRect();
      return [...card.children].filter((e) => {
        const b = e.getBoundingClientRect();
        return b.left < box.left || b.right > box.right || b.top < box.top || b.bottom > box.bottom;
      }).map((e) => e.textContent);
    })"""
    assert look.page.evaluate(outside) == []


def test_on_a_wide_screen_the_steps_stand_in_one_row_in_order(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(base + "outpatient/")
        cards = [card for phase in seen.page.evaluate(BOXES) for card in phase]
    assert len({round(card["top"]) for card in cards}) == 1
    assert len({round(card["bottom"]) for card in cards}) == 1
    assert [card["left"] for card in cards] == sorted(card["left"] for card in cards)


def test_on_a_phone_the_steps_stand_below_each_other_in_order(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **NARROW) as seen:
        seen.page.goto(base + "outpatient/")
        cards = [card for phase in seen.page.evaluate(BOXES) for card in phase]
    assert len({round(card["left"]) for card in cards}) == 1
    assert [card["top"] for card in cards] == sorted(card["top"] for card in cards)


@pytest.mark.looks
def test_a_map_of_two_steps_and_a_map_of_thirty_fit_as_well(tmp_path: Path, chromium: Browser) -> None:
    steps = ", ".join(f"{{id: s{i}, name: Administrationsangelegenheiten {i}}}" for i in range(30))
    phases = f"[{{id: p, name: Vorbereitung, steps: [{steps}]}}]"
    small_project(tmp_path, {"journeys/long.yml": f"name: Long\nowner: o\nphases: {phases}\n"})
    cxsite(tmp_path, "build")
    with served(tmp_path / "site") as base:
        for size in (WIDE, NARROW):
            with watched(chromium, base, **size) as seen:
                for path, count in (("ticket/", 2), ("long/", 30)):
                    seen.page.goto(base + path)
                    cards = [card for phase in seen.page.evaluate(BOXES) for card in phase]
                    assert len(cards) == count
                    assert all(_apart(a, b) for a in cards for b in cards if a is not b)
                    assert seen.page.evaluate(SPILLED, ".cx-card, .cx-card *") == []
                    widths = seen.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
                    assert widths[0] <= widths[1]


CHARTS = """() => [...document.querySelectorAll(".cx-fig")].map((figure) =>
  [...figure.querySelectorAll("svg")].map((svg) => {
    const box = svg.getBoundingClientRect();
    const marks = [...svg.querySelectorAll("path")].map((p) => p.getBoundingClientRect());
    return {width: box.width, height: box.height, marks: marks.filter((b) => b.width > 2 && b.height > 1).length,
            words: svg.querySelectorAll("text").length};
  }))"""


def test_every_chart_is_drawn_and_only_in_one_width(look: Watched) -> None:
    charts = []
    for path in CHARTS_OF:
        show(look, path)
        charts += look.page.evaluate(CHARTS)
    assert len(charts) == len(CHARTS_OF)
    for drawings in charts:
        shown = [drawing for drawing in drawings if drawing["width"]]
        assert len(drawings) == 2
        assert len(shown) == 1
        assert shown[0]["width"] > 200
        assert shown[0]["height"] > 100
        assert shown[0]["marks"] > 3  # a figure of one year has one dot
        assert shown[0]["words"] > 4


def test_the_text_in_a_chart_can_be_read(look: Watched) -> None:
    for path in CHARTS_OF:
        show(look, path)
        sizes = look.page.evaluate("""() => [...document.querySelectorAll(".cx-fig svg")]
          .filter((svg) => svg.getBoundingClientRect().width)
          .map((svg) => 12 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)""")
        assert min(sizes) >= 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_has_the_colours_of_its_surroundings(chromium: Browser, base: str, scheme: str) -> None:
    with watched(chromium, base, **{**WIDE, "color_scheme": scheme}) as seen:
        seen.page.goto(base + CHARTS_OF[0])
        ink, back = seen.page.evaluate("""() => [
          getComputedStyle(document.querySelector('.cx-fig svg path[stroke="var(--cx-ink)"]')).stroke,
          getComputedStyle(document.body).backgroundColor]""")
    assert (
        (_lightness(ink) < 0.3 < 0.8 < _lightness(back))
        if scheme == "light"
        else _lightness(back) < 0.3 < _lightness(ink)
    )


def _lightness(colour: str) -> float:
    numbers = [float(number) for number in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    return sum(numbers) / (3 * 255)


CONTRAST = """(css) => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
                       return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
  return [...document.querySelectorAll(css)].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => { const a = light(rgb(getComputedStyle(e).color)), b = light(behind(e));
                  return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.className || e.localName]; })
    .filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_all_text_stands_out_from_what_is_behind_it(look: Watched, kind: str) -> None:
    show(look, KINDS[kind])
    assert look.page.evaluate(CONTRAST, ".cx *:not(svg *)") == []


@pytest.mark.long
def test_the_tab_key_reaches_the_map_then_its_pins_then_its_table(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(base + "outpatient/")
        seen.page.locator(".cx-scroll").focus()
        links = seen.page.locator(".cx-scroll a").count()
        reached = []
        for _ in range(links):
            seen.page.keyboard.press("Tab")
            reached.append(
                seen.page.evaluate("document.activeElement.closest('.cx-scroll') && document.activeElement.className")
            )
            assert seen.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert (
            sum("cx-sev " in str(names) for names in reached) == 24
        )  # on the map, and once more in the lane of hotspots
        assert None not in reached
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.textContent") == "All steps as a table"


def test_clicking_a_pin_leads_to_its_hotspot(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(base + "outpatient/")
        seen.page.locator('a.cx-sev[href$="#hotspot-kiosk-check-in"]').first.click()
        seen.page.wait_for_url("**/outpatient/#hotspot-kiosk-check-in")
        heading = seen.page.locator("#hotspot-kiosk-check-in")
        expect(heading).to_be_in_viewport()
        seen.page.wait_for_timeout(300)
        header = seen.page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
        box = heading.bounding_box()
        assert box
        assert box["y"] >= header


@pytest.mark.parametrize(
    "anchor",
    chiefly(["step-check-in", "phase-arriving", "detail-check-in", "evidence-journey-map", "map"], "step-check-in"),
)
def test_a_link_to_an_anchor_shows_it_below_the_header(chromium: Browser, base: str, anchor: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(f"{base}outpatient/#{anchor}")
        target = seen.page.locator(f"#{anchor}")
        expect(target).to_be_in_viewport()
        box = target.bounding_box()
        assert box
        header = seen.page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
        assert box["y"] >= header - 1


@pytest.mark.parametrize("kind", chiefly(KINDS, "current map", "metric"))
def test_without_scripts_everything_is_there(chromium: Browser, base: str, kind: str) -> None:
    texts = []
    for scripts in (True, False):
        with watched(chromium, base, **WIDE, java_script_enabled=scripts) as seen:
            seen.page.goto(base + KINDS[kind])
            texts.append(seen.page.locator("article").inner_text())
            if kind == "current map":
                assert seen.page.locator(".cx-card >> visible=true").count() == 16
                assert seen.page.locator(".cx-detail").count() == 16
    both = [text.replace("¶", "").replace("Print A3", "").split() for text in texts]  # a button needs a script
    assert both[0] == both[1]
    assert len(texts[1]) > 100


@pytest.mark.parametrize("scripts", [True, False])
def test_the_steps_of_a_phase_are_folded_until_somebody_is_led_to_one(
    chromium: Browser, base: str, scripts: bool
) -> None:
    with watched(chromium, base, **WIDE, java_script_enabled=scripts) as seen:
        seen.page.goto(base + "outpatient/")
        assert seen.page.locator(".cx-detail >> visible=true").count() == 0
        where = "#" + (seen.page.locator(".cx-detail h4").last.get_attribute("id") or "")
        seen.page.goto(f"{base}outpatient/{where}")
        expect(seen.page.locator(where)).to_be_in_viewport()
        assert 0 < seen.page.locator(".cx-detail >> visible=true").count() < 16


def test_without_scripts_a_pin_leads_to_its_hotspot(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE, java_script_enabled=False) as seen:
        seen.page.goto(base + "outpatient/")
        seen.page.locator('a.cx-sev[href="#hotspot-trusted-helper"]').first.click()
        assert seen.page.url.endswith("#hotspot-trusted-helper")
        expect(seen.page.locator("#hotspot-trusted-helper")).to_be_in_viewport()


def test_tables_open_without_scripts(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **NARROW, java_script_enabled=False) as seen:
        seen.page.goto(base + "outpatient/")
        for details in seen.page.locator("details.cx-data").all():
            details.locator("summary").click()
            expect(details.locator("table")).to_be_visible()
        assert seen.page.locator("details.cx-data").count() == 1


@pytest.mark.long
def test_going_to_the_map_and_back_without_loading_anew(chromium: Browser, tmp_path: Path) -> None:
    folder = copy_site(VA, tmp_path / "va")
    (folder / "site").mkdir()
    with served(folder / "site") as base:
        # Material takes over only links to the site's own address, port and all.
        config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
        write(folder, {"mkdocs.yml": config.replace("https://va-outpatient.example/", base)})
        cxsite(folder, "build", "--strict")
        with watched(chromium, base, **WIDE) as seen:
            page = seen.page
            page.goto(base)
            page.wait_for_load_state("networkidle")
            page.evaluate("window.stayed = true")
            page.locator("article h3 a", has_text="Outpatient care").click()
            expect(page.locator("h1")).to_have_text("Outpatient care")
            expect(page.locator(".cx-card")).to_have_count(16)
            assert page.url == f"{base}outpatient/"
            page.locator('a.cx-sev[href$="#hotspot-kiosk-check-in"]').first.click()
            expect(page.locator("#hotspot-kiosk-check-in")).to_be_in_viewport()
            assert page.url == f"{base}outpatient/#hotspot-kiosk-check-in"
            page.go_back()
            page.go_back()
            expect(page.locator("h1")).to_contain_text("1 journey")
            page.go_forward()
            expect(page.locator(".cx-card")).to_have_count(16)
            assert page.evaluate("window.stayed") is True
            assert page.evaluate("getComputedStyle(document.querySelector('.cx-phases')).display") == "grid"


def test_a_printed_map_keeps_every_step_on_its_paper(chromium: Browser, base: str) -> None:
    with watched(chromium, base, viewport={"width": 1527, "height": 1062}) as seen:
        seen.page.goto(base + "outpatient/")
        seen.page.emulate_media(media="print")
        cards = [card for phase in seen.page.evaluate(BOXES) for card in phase]
        assert all(0 <= card["left"] < card["right"] <= 1527 for card in cards)
        assert len({round(card["top"]) for card in cards}) == 1
        assert seen.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


SHEET = {"viewport": {"width": 703, "height": 1032}}
"""What the margins leave of A4."""


@pytest.mark.parametrize("path", CHARTS_OF)
def test_a_printed_table_of_figures_has_short_words_whole_and_may_go_on_on_the_next_sheet(
    chromium: Browser, base: str, path: str
) -> None:
    with watched(chromium, base, **SHEET) as seen:
        seen.page.goto(base + path)
        seen.page.emulate_media(media="print")
        seen.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 703
        cut = """[...document.querySelectorAll("tr[data-row] > th, tr[data-row] > th + td")].filter((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1;
        }).map((cell) => cell.textContent)"""
        assert seen.page.locator("tr[data-row]").count() > 0
        assert seen.page.evaluate(cut) == []
        whole = (
            "[...document.querySelectorAll('.cx details')].filter((e) => getComputedStyle(e).breakInside !== 'auto')"
        )
        assert seen.page.evaluate(f"{whole}.length") == 0


def test_every_part_of_ours_is_inside_its_own_element(chromium: Browser, base: str) -> None:
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(base)
        assert seen.page.evaluate("[...document.querySelectorAll('.cx-lead')].every((e) => e.closest('.cx'))")


@pytest.mark.parametrize(("width", "longest"), [("fit", 8), ("roomy", 99)])
def test_no_word_on_a_card_is_broken_that_has_room(chromium: Browser, base: str, width: str, longest: int) -> None:
    """Longer ones say where they may be hyphenated."""
    with watched(chromium, base, **WIDE) as seen:
        seen.page.goto(f"{base}outpatient/?width={width}")
        broken = seen.page.evaluate("""() => [...document.querySelectorAll(".cx-step h4")].flatMap((h) => {
          const node = h.querySelector("a").firstChild, found = [];
          for (const word of node.data.matchAll(/\\S+/g)) {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (range.getClientRects().length > 1 && !word[0].includes("\u00ad")) found.push(word[0]);
          }
          return found;
        })""")
        assert [word for word in broken if len(word) <= longest] == []


def test_a_map_that_goes_on_beyond_its_box_fades_at_that_edge_until_it_is_scrolled_there(
    chromium: Browser, base: str
) -> None:
    with watched(chromium, base, **WIDE) as seen:
        box = "document.querySelector('.cx-scroll')"
        fades = f"getComputedStyle({box}).maskImage !== 'none'"
        seen.page.goto(f"{base}outpatient/?width=roomy")
        assert seen.page.evaluate(f"{box}.scrollWidth > {box}.clientWidth")
        assert seen.page.evaluate(fades)
        seen.page.evaluate(f"{box}.scrollLeft = {box}.scrollWidth")
        seen.page.wait_for_function(f"!({fades})")
        seen.page.evaluate(f"{box}.scrollLeft = 0")
        seen.page.wait_for_function(fades)
        seen.page.goto(f"{base}outpatient/")
        assert seen.page.evaluate(f"{box}.scrollWidth <= {box}.clientWidth + 4") is not seen.page.evaluate(fades)
