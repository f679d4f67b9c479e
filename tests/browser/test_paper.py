"""Pages on paper: nothing is beside the sheet, no sheet is empty, and what belongs together is on one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from browser_support import watched
from kinds import pages_of
from paper import places, sheets
from playwright.sync_api import Browser
from support import chiefly, cxsite, served, small_project

pytestmark = pytest.mark.browser

SITES = {"the example": "", "hardly anything assessed": "bare", "everything uneven": "odd"}
ACROSS = {"viewport": {"width": 1047, "height": 718}}
"""What the margins leave of A4 across."""
NAMES = ("Informationstechnologieabteilung", "Recht", "Sales and marketing of small firms", "Kundendienst")
OUTSIDE = """() => [...document.querySelectorAll(".cx-acc :is(th, td, .cx-rot, .cx-raci, .cx-yes, .cx-no-yet)")]
  .filter((e) => { const b = e.getBoundingClientRect(); return b.left < 0 || b.right > 1048 || b.width < 1; })
  .map((e) => e.textContent)"""
OVER = """() => [...document.querySelectorAll(".cx-acc thead tr:last-child th")].filter((e) => {
  const [name, cell] = [e.querySelector(".cx-rot") ?? e, e].map((one) => one.getBoundingClientRect());
  return name.bottom > cell.bottom + 1 || name.left < cell.left - 1 || name.right > cell.right + 1;
}).map((e) => e.textContent)"""


@pytest.mark.parametrize("site", chiefly(SITES, "the example"))
def test_no_page_ends_in_a_sheet_without_words(built: Callable[..., Path], chromium: Browser, site: str) -> None:
    folder, empty = built(SITES[site]), []
    with served(folder) as base, watched(chromium, base) as seen:
        for kind, address in pages_of(folder).items():
            seen.page.goto(base + address)
            printed = sheets(seen.page.pdf(prefer_css_page_size=True))
            empty += [(kind, number) for number, sheet in enumerate(printed, 1) if not sheet.letters]
    assert empty == []


def test_the_actions_of_all_journeys_are_a_document_of_full_sheets(example: str, chromium: Browser) -> None:
    with watched(chromium, example) as seen:
        seen.page.goto(f"{example}actions/")
        printed = sheets(seen.page.pdf(prefer_css_page_size=True))
    assert len(printed) <= 9
    assert min(sheet.letters for sheet in printed) > 100


SAID = """() => {
  const [wall, map] = [document.querySelector(".cx-wall"), document.querySelector(".cx-scroll")];
  const words = [...wall.querySelectorAll("p, .cx-legendbox")].map((e) => e.innerText.replace(/\\s+/g, " ").trim());
  return {words, over: map.getBoundingClientRect().top - wall.getBoundingClientRect().bottom};
}"""


@pytest.mark.parametrize(
    ("path", "which", "marks"),
    [
        ("join/", "Current map", "All customers"),
        ("join/target/", "Target", "moment of truth"),
        ("join/compare/", "Current map and target", "Today"),
    ],
)
def test_the_sheet_of_a_map_says_what_it_is_of_what_day_and_what_its_marks_mean(
    example: str, chromium: Browser, path: str, which: str, marks: str
) -> None:
    with watched(chromium, example, viewport={"width": 1527, "height": 1062}) as seen:
        seen.page.goto(example + path)
        assert not seen.page.locator(".cx-wall").is_visible()
        seen.page.emulate_media(media="print")
        found = seen.page.evaluate(SAID)
    line, key = found["words"]
    assert line == f"Join and get connected {which} Owner Priya Nadar Reviewed 2026-11-05 As on 2026-11-22"
    assert all(word in key for word in ("Delighted", "critical", "bright spot", marks))
    assert ("filled: the gain" in key) == (path == "join/compare/")
    assert 0 <= found["over"] < 40


@pytest.mark.parametrize("path", ["join/target/", "move-home/target/"])
def test_the_band_of_a_phase_is_on_the_sheet_of_its_first_card(example: str, chromium: Browser, path: str) -> None:
    with watched(chromium, example) as seen:
        seen.page.goto(example + path)
        firsts = dict(
            seen.page.evaluate("""() => [...document.querySelectorAll(".cx-tphase:has(.cx-tstep h4)")]
              .map((e) => [e.querySelector("h3").id, e.querySelector(".cx-tstep h4").id])""")
        )
        on = places(seen.page.pdf(prefer_css_page_size=True))
    assert len(firsts) > 3
    assert {band: on[band] for band in firsts} == {band: on[card] for band, card in firsts.items()}


def departments(count: int) -> dict[str, str]:
    offices = ("front", "middle", "back")
    listed = "".join(
        f"  - {{id: d{i}, name: {NAMES[i % 4]} {i}, office: {offices[3 * i // count]}}}\n" for i in range(count)
    )
    actions = "".join(
        f"  - {{id: a{i}, name: Send {NAMES[i % 4]} {i}, owner: d{i}, done_by: d{(i + 1) % count}}}\n"
        for i in range(count)
    )
    phases = "phases: [{id: p, name: Wait, steps: [{id: s, name: Asks}]}]\n"
    return {
        "journeys/ticket.yml": f"name: Wait\nowner: d0\n{phases}actions:\n{actions}",
        "journeys/organisation.yml": f"departments:\n{listed}",
        "cxsite.yml": "today: 2026-11-22\n",
    }


@pytest.mark.parametrize("count", [3, 15, 40])
def test_each_column_of_who_answers_for_what_is_inside_the_sheet(chromium: Browser, tmp_path: Path, count: int) -> None:
    small_project(tmp_path, departments(count))
    cxsite(tmp_path, "build")
    with served(tmp_path / "site") as base, watched(chromium, base, **ACROSS) as seen:
        seen.page.goto(base + "ticket/actions/")
        printed = sheets(seen.page.pdf(prefer_css_page_size=True))
        assert {sheet.width > sheet.height for sheet in printed} == {True}
        seen.page.emulate_media(media="print")
        assert seen.page.locator(".cx-acc thead tr:last-child th").count() == 1 + count + 4 + 1
        assert seen.page.evaluate(OUTSIDE) == []
        assert seen.page.evaluate(OVER) == []
