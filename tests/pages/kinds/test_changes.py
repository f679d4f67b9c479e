"""What a change does to the maps: all of it on one page, and each journey before and after."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from compare.examples import FEE, LEAVE, PAY, PRICE, T
from compare.states import FILES, JOURNEY, Edit, edited
from support import write

from cxsite.load.snapshot import of_folder
from cxsite.pages.plan import HOME, Page
from cxsite.pipeline import build, examine
from cxsite.project import Project
from pages.kinds.made import faults, html, words

EDITS: tuple[Edit, ...] = (
    (T, PRICE, "      - {id: seat, name: Picks a seat}\n"),
    (T, "name: Asks at the desk", "name: Asks twice at the desk"),
    (T, "        emotion: -1\n", "        emotion: -0.2\n"),
    (T, "effort: {time: 12min, money: 0}", "effort: {time: 4min, money: 0}"),
    (T, "severity: high", "severity: low"),
    (T, "emotion: 0.5, what", "emotion: 0.9, what"),
    ("metrics/ease.csv", "2026-10,660,1000", "2026-10,700,1000"),
)


UNMEASURED = {name: text for name, text in FILES.items() if not name.startswith("metrics/")}
"""The project without numbers, which take time to draw."""


def reviewed(folder: Path, *edits: Edit, before: dict[str, str] = UNMEASURED) -> dict[str, Page]:
    """The pages of the project after some edits, shown against what it was."""
    for name, files in (("before", before), ("after", edited(*edits, files=before))):
        write(folder / name, files)
    examined = examine(Project(folder / "after"))
    found = build(examined, HOME, of_folder(Project(folder / "before"), "main"))
    return {page.path: page for page in found.pages}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    return reviewed(tmp_path_factory.mktemp("reviewed"), *EDITS, before=FILES)


@pytest.fixture
def ticket(pages: dict[str, Page]) -> Page:
    return pages["ticket/changes/index.md"]


def cell(page: Page, anchor: str) -> str:
    """The column of a step."""
    columns = re.split(r'<li class="cx-step', html(page))
    return next(one for one in columns if f'id="{anchor}"' in one)


def test_a_site_that_is_shown_against_nothing_has_no_such_page(tmp_path: Path) -> None:
    write(tmp_path, UNMEASURED)
    found = build(examine(Project(tmp_path)))
    assert not [page.path for page in found.pages if "changes" in page.path]
    assert "cx-wide-" not in found.assets[0].content.decode()


def test_the_overview_is_in_the_navigation_and_leads_to_each_journey(pages: dict[str, Page]) -> None:
    overview = pages["changes/index.md"]
    assert overview.in_nav
    assert not pages["ticket/changes/index.md"].in_nav
    assert "cx:ticket/changes/index.md#change-" in html(overview)
    assert 'href="cx:changes/index.md"' in html(pages["index.md"])
    assert 'href="cx:ticket/changes/index.md"' in html(pages["ticket/index.md"])
    assert [part.heading for part in overview.parts] == ["", "What was edited", "What follows from it"]


def test_the_pages_are_sound(pages: dict[str, Page]) -> None:
    for path in ("changes/index.md", "ticket/changes/index.md"):
        assert faults(pages[path]) == []
        gone = set(re.findall(r'href="#([^"]+)"', html(pages[path]))) - pages[path].anchors
        assert gone == set()


def test_a_sentence_leads_to_its_cell_and_the_cell_back(ticket: Page) -> None:
    text = html(ticket)
    (thing,) = re.findall(r'<li class="cx-thing">\n<p class="cx-thing__h"><b>Hotspot.*?</li>\n</ul>', text, re.S)
    assert 'href="#step-ask"' in thing
    (anchor,) = re.findall(r'id="(change-[0-9a-f]+)"', thing)
    assert f'href="#{anchor}"' in cell(ticket, "step-ask")


def test_old_and_new_stand_in_one_line_word_by_word(ticket: Page) -> None:
    column = cell(ticket, "step-ask")
    said = r'<ins><span class="cx-vh">after: </span>{}</ins>'
    assert f"Asks {said.format('twice')}" in column
    assert '<del><span class="cx-vh">before: </span>12 min</del>' in column
    assert said.format("4 min") in column
    assert said.format("−0.2") in column


def test_what_is_gone_is_not_in_after_and_what_is_new_not_in_before(ticket: Page) -> None:
    gone, new = cell(ticket, "step-price"), cell(ticket, "step-seat")
    assert 'class="cx-cell cx-r-step" data-in="diff before"' in gone
    assert 'data-in="after"><p class="cx-ghost">No longer there' in gone
    assert 'class="cx-cell cx-r-step" data-in="diff after"' in new
    assert 'data-in="before"><p class="cx-ghost">Not there yet' in new


def test_both_curves_are_in_one_figure_and_each_has_a_view_of_its_own(ticket: Page) -> None:
    text = html(ticket)
    assert re.findall(r'<div class="cx-over-lane cx-r-felt" data-in="(\w+)">', text) == ["diff", "before", "after"] * 2
    both, before = re.findall(r'data-in="(?:diff|before)">(<svg.*?)</div>', text, re.S)[:2]
    assert ("−0.2" in both, "−1.0" in both) == (True, True)
    assert ("−0.2" in before, "−1.0" in before) == (False, True)


def test_a_target_that_changed_has_a_grid_with_ids_of_its_own(ticket: Page) -> None:
    assert {"step-ask", "target-step-ask", "phase-choose", "target-phase-choose"} <= ticket.anchors
    assert 'name="show-target" value="before"' in html(ticket)


def test_numbers_stand_beside_one_another_with_the_rows_that_differ(ticket: Page) -> None:
    (part,) = (part for part in ticket.parts if part.id == "numbers")
    assert part.html.count('class="cx-beside__s"') == 2
    text = words(Page("", "", "", (part,)))
    assert "Oct 2026 ease.csv 66.0 % (n 1,000) 70.0 % (n 1,000)" in text
    assert "Sep 2026 ease.csv" not in text


@pytest.mark.parametrize(
    ("before", "after", "bad", "hot"),
    [
        (
            ("name: S", ""),
            ("name: S, emotion: -1", "hotspots: [{id: h, name: H, severity: high}]"),
            "before: not assessed after: 1",
            "before: not assessed after: 1",
        ),
        (
            ("name: S, emotion: 1", "hotspots: none"),
            ("name: S, emotion: -1", "hotspots: none"),
            "before: 0 after: 1 +1",
            "0 no change",
        ),
    ],
)
def test_bad_steps_and_hotspots_are_counted_only_where_somebody_looked_for_them(
    tmp_path: Path, before: tuple[str, str], after: tuple[str, str], bad: str, hot: str
) -> None:
    one, two = (
        f"name: Leave\nowner: sales\nphases: [{{id: p, name: P, steps: [{{id: s, {step}}}]}}]\n{more}\n"
        for step, more in (before, after)
    )
    page = reviewed(tmp_path, (LEAVE, one, two), before={**UNMEASURED, LEAVE: one})["leave/changes/index.md"]
    assert f"Steps that feel bad {bad} Hotspots, critical or high {hot} Hand-offs not assessed" in words(page)


def test_without_any_change_it_says_so_outright(tmp_path: Path) -> None:
    page = reviewed(tmp_path)["changes/index.md"]
    assert page.heading == "Changes: no meaning changed: both states say the same."


def test_where_only_the_form_changed_it_says_so_outright(tmp_path: Path) -> None:
    pages = reviewed(tmp_path, (LEAVE, "name: Leave\n", "# From the workshop.\nname: Leave\n"))
    assert pages["changes/index.md"].heading == "Changes: no meaning changed (order and format only)."
    assert "leave/changes/index.md" not in pages


def test_errors_of_the_state_before_are_said_and_the_rest_is_compared(tmp_path: Path) -> None:
    broken = {**UNMEASURED, LEAVE: "name: [Leave\n"}
    after = (LEAVE, "name: [Leave\n", FILES[LEAVE])
    pages = reviewed(tmp_path, after, (T, FEE, FEE.replace("low", "high")), before=broken)
    text = words(pages["changes/index.md"])
    assert "Not all of it could be compared" in text
    assert "could not be read before, so nothing in it is compared" in text
    assert "severity" in text
    assert "leave/changes/index.md" not in pages


def test_a_quote_that_the_site_keeps_back_is_in_no_sentence_and_no_cell(tmp_path: Path) -> None:
    public = edited(("cxsite.yml", "currency: EUR\n", "currency: EUR\naudience: public\n"), files=UNMEASURED)
    page = reviewed(tmp_path, (T, "{text: Nobody was there., evidence", "{text: Ann cried., evidence"), before=public)
    for path in ("changes/index.md", "ticket/changes/index.md"):
        assert "quotes: 1 quote not shown here" in words(page[path])
        assert "Nobody was there" not in html(page[path]) + page[path].description
        assert "Ann cried" not in html(page[path])


CHOOSE = JOURNEY[JOURNEY.index("  - id: choose\n") : JOURNEY.index("  - id: pay\n")]
ASK = JOURNEY[JOURNEY.index("      - id: ask\n") : JOURNEY.index("  - id: pay\n")]


def seen_in_before(page: Page) -> list[str]:
    """The phases and the names of the cards that Before shows, in the order in which it shows them."""
    found: dict[int, list[str]] = {}
    for phase in re.split(r'<li class="cx-phase', html(page))[1:]:
        place, name = re.search(r"cx-was(\d+)", phase), re.search(r"<h3[^>]*>(.*?)</h3>", phase)
        assert place and name
        shown = [name[1]]
        for column in re.split(r'<li class="cx-step', phase)[1:]:
            card = re.search(
                r'<div class="cx-cell cx-r-step" ([^>]*)><div class="cx-card.*?<h4[^>]*>(.*?)</h4>', column, re.S
            )
            if (card and "data-in" not in card[1]) or (card and "before" in card[1]):
                shown.append(re.sub("<[^>]+>", "", card[2]))
        found[int(place[1])] = shown
        if len(found) == 2:
            break
    return [word for place in sorted(found) for word in found[place]]


def test_before_has_phases_and_steps_in_the_order_of_before(tmp_path: Path) -> None:
    made = reviewed(tmp_path, (T, CHOOSE + PAY, PAY + ASK + CHOOSE.replace(ASK, "")))["ticket/changes/index.md"]
    assert faults(made) == []
    assert seen_in_before(made) == [
        *("Choose", "Looks at the map", "Asks at the desk"),
        *("Pay", "Sees the price", "Pays by card", "Waits for the paper"),
    ]
    assert "Not here yet" in cell(made, "step-ask")
    assert "Stood here" in html(made)


def test_the_sheet_of_a_map_before_and_after_says_whose_it_is_and_of_what_day(ticket: Page) -> None:
    walls = re.findall(r'<p class="cx-wall__l">(.*?)</p>', html(ticket), re.S)
    said = re.sub(r"<[^>]+>", "", walls[0])
    assert "The map, before and after" in said
    assert all(label in said for label in ("Owner", "Reviewed", "As on"))
