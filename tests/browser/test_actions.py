"""Hotspots and actions as readers see them: nothing lies on anything else, however many there are, at any width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browser_support import Watched, watched
from playwright.sync_api import Browser, expect
from support import chiefly, cxsite, served, small_project

from .test_pages import CONTRAST, SPILLED

pytestmark = pytest.mark.browser

WORDS = (
    "Rechtsschutzversicherungsgesellschaften",
    "Auftragsbestätigungsschreiben",
    "改变日期时没有人通知客户",
    "موعد العميل",
)
STATES = ("status: planned", "status: in-progress", "risk: Der Vertrag ist nicht unterschrieben", "due: 2026-09-30")
PHASES = """\
phases: [{id: p, name: Warten, owner: service, steps: [{id: s, name: Nachfragen, emotion: -1, feeling: Verärgert}]}]
"""
ORGANISATION = """\
departments:
  - {id: service, name: Kundendienst, office: front}
  - {id: it, name: Informationstechnologieabteilung, office: back}
  - {id: sales, name: Vertrieb}
"""


def many() -> str:
    hotspots = "".join(
        f"  - {{id: h{i}, name: {WORDS[i % 4]} {i}, category: process, severity: {'high' if i % 2 else 'low'}, "
        f"steps: s, root_cause: [Niemand zählt, Niemand muss], owner: service}}\n"
        for i in range(8)
    )
    actions = "".join(
        f"  - {{id: a{i}, name: {WORDS[i % 4]} {WORDS[(i + 1) % 4]} {i}, addresses: h{i % 6}, value: {1 + i % 5}, "
        f"ease: {1 + i // 3 % 5}, owner: service, done_by: it, start: 2026-{1 + i % 8:02d}-05, {STATES[i % 4]}}}\n"
        for i in range(60)
    )
    return f"name: Viele\nowner: service\n{PHASES}hotspots:\n{hotspots}actions:\n{actions}"


FEW = f"name: Wenig\nowner: service\n{PHASES}actions: [{{id: only, name: Only one}}, {{id: next, name: Next}}]\n"
PAGES = (
    "viele/actions/",
    "wenig/actions/",
    "actions/",
    "viele/actions/a2/",
    "viele/hotspots/h0/",
    "viele/hotspots/h7/",
)
SIZES = {"phone": 390, "tablet": 768, "desk": 1440, "wall": 2560}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a journey of sixty actions, and one of two that say nothing."""
    folder = tmp_path_factory.mktemp("actions")
    files = {"journeys/viele.yml": many(), "journeys/wenig.yml": FEW, "journeys/organisation.yml": ORGANISATION}
    small_project(folder, {**files, "cxsite.yml": "today: 2026-11-22\n"})
    cxsite(folder, "build")
    with served(folder / "site") as address:
        yield address


@pytest.fixture(scope="module", params=chiefly(SIZES, "phone"))
def look(request: pytest.FixtureRequest, chromium: Browser, base: str) -> Iterator[Watched]:
    """A page at one of the widths."""
    with watched(chromium, base, viewport={"width": SIZES[request.param], "height": 900}) as seen:
        yield seen


BOXES = """(css) => [...document.querySelectorAll(css)].filter((e) => e.getClientRects().length).map((e) => {
  const b = e.getBoundingClientRect();
  return {left: b.left, right: b.right, top: b.top, bottom: b.bottom, text: e.textContent.trim().slice(0, 20)};
})"""


def boxes(look: Watched, css: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = look.page.evaluate(BOXES, css)
    return found


def on_one_another(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(a["text"], b["text"]) for i, a in enumerate(found) for b in found[i + 1 :] if not apart(a, b)]


def apart(a: dict[str, Any], b: dict[str, Any]) -> bool:
    across = a["right"] <= b["left"] + 0.5 or b["right"] <= a["left"] + 0.5
    return across or a["bottom"] <= b["top"] + 0.5 or b["bottom"] <= a["top"] + 0.5


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_never_wider_than_its_window_and_no_text_leaves_its_box(look: Watched, path: str) -> None:
    look.page.goto(look.base + path)
    inner, outer = look.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert inner <= outer
    inside = ".cx-spot, .cx-spot *, .cx-srow *, .cx-rr, .cx-rr *:not(svg *), .cx-box, .cx-box *:not(svg *), .cx-rg *"
    assert look.page.evaluate(SPILLED, inside) == []


def test_no_point_of_a_crowded_matrix_lies_on_another_or_on_a_word(look: Watched) -> None:
    look.page.goto(look.base + "viele/actions/")
    points = boxes(look, ".cx-mx__n")
    assert len(points) == 60
    assert on_one_another(points) == []
    words = boxes(look, ".cx-mx__q")
    assert len(words) == 4
    assert on_one_another(words) == []
    targets = boxes(look, ".cx-mx__p")
    assert [(a["text"], b["text"]) for a in targets for b in words if not apart(a, b)] == []
    plot = boxes(look, ".cx-mx")[0]
    assert all(plot["left"] <= one["left"] and one["right"] <= plot["right"] for one in targets)
    assert all(min(one["right"] - one["left"], one["bottom"] - one["top"]) >= 24 for one in targets)


def test_no_word_of_the_roadmap_lies_on_another(look: Watched) -> None:
    look.page.goto(look.base + "viele/actions/")
    heads = boxes(look, ".cx-rq text")
    assert len(heads) >= 3
    assert on_one_another(heads) == []
    for row in (1, 2, 3, 4):
        cells = boxes(look, f".cx-rr:nth-child({row}) > div")
        assert len(cells) == 5
        assert on_one_another(cells) == []


def test_bars_stand_inside_their_row_and_todays_line_on_one_place(look: Watched) -> None:
    look.page.goto(look.base + "viele/actions/")
    rows, bars = boxes(look, ".cx-rr .cx-rr__t"), boxes(look, ".cx-rr .cx-span")
    assert bars
    assert min(bar["left"] for bar in bars) >= min(row["left"] for row in rows) - 2
    assert max(bar["right"] for bar in bars) <= max(row["right"] for row in rows) + 2
    assert len({round(line["left"]) for line in boxes(look, ".cx-rr .cx-today")}) == 1


def test_without_dates_there_is_no_line_in_time_and_the_page_says_so(look: Watched) -> None:
    look.page.goto(look.base + "wenig/actions/")
    expect(look.page.get_by_text("No action says when it starts")).to_be_visible()
    assert look.page.locator(".cx-track, .cx-mx").count() == 0


@pytest.mark.looks
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_what_is_behind_it(chromium: Browser, base: str, scheme: str) -> None:
    with watched(chromium, base, viewport={"width": 1440, "height": 900}, color_scheme=scheme) as seen:
        for path in PAGES:
            seen.page.goto(base + path)
            assert seen.page.evaluate(CONTRAST, ".cx *:not(svg *)") == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_view_shows_only_what_was_chosen(chromium: Browser, base: str, scripts: bool) -> None:
    with watched(chromium, base, java_script_enabled=scripts) as seen:
        seen.page.goto(base + "viele/actions/")
        cards, rows = (
            seen.page.locator(".cx-groups .cx-spot >> visible=true"),
            seen.page.locator(".cx-rr >> visible=true"),
        )
        assert (cards.count(), rows.count()) == (8, 60)
        seen.page.locator('[name="hotspots"][value="alone"]').check(force=True)
        seen.page.locator('[name="actions"][value="overdue"]').check(force=True)
        assert (cards.count(), rows.count()) == (2, 15)
        assert ("hotspots=alone" in seen.page.url and "actions=overdue" in seen.page.url) is scripts


def test_an_address_opens_the_view_that_it_names(chromium: Browser, base: str) -> None:
    with watched(chromium, base) as seen:
        seen.page.goto(base + "viele/actions/?hotspots=high")
        expect(seen.page.locator('[name="hotspots"][value="high"]')).to_be_checked()
        assert seen.page.locator(".cx-groups .cx-spot >> visible=true").count() == 4


def test_a_point_names_its_action_and_leads_there(chromium: Browser, base: str) -> None:
    with watched(chromium, base, viewport={"width": 1440, "height": 900}) as seen:
        seen.page.goto(base + "viele/actions/")
        point = seen.page.locator(".cx-mx__p").first
        name = point.locator(".cx-mx__t")
        assert name.evaluate("(e) => getComputedStyle(e).clipPath") != "none"
        point.focus()
        assert name.evaluate("(e) => getComputedStyle(e).clipPath") == "none"
        point.click()
        assert "/viele/actions/a" in seen.page.url


@pytest.mark.looks
@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_everything_is_there(chromium: Browser, base: str, path: str) -> None:
    texts = []
    for scripts in (True, False):
        with watched(chromium, base, java_script_enabled=scripts) as seen:
            seen.page.goto(base + path)
            texts.append(seen.page.locator("article").inner_text().replace("¶", "").split())
    assert texts[0] == texts[1]


def test_twice_as_large_text_still_leaves_each_point_and_word_alone(chromium: Browser, base: str) -> None:
    with watched(chromium, base, viewport={"width": 1440, "height": 900}) as seen:
        seen.page.goto(base + "viele/actions/")
        seen.page.add_style_tag(content="html { font-size: 200% !important; }")
        assert on_one_another(boxes(seen, ".cx-mx__n")) == []
        assert on_one_another(boxes(seen, ".cx-rq text")) == []
        for row in (1, 2, 3):
            assert on_one_another(boxes(seen, f".cx-rr:nth-child({row}) > div")) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
