"""The current map of a journey, as sections before any engine sees them."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from support import VA, copy_site, write

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project

FULL = """\
name: Buy a *ticket*
owner: sales
summary: How it goes
outcome: A seat
volume: 12500
reviewed: 2026-01-05
as_of: 2026-01
status: draft
finding: It hurts **here**
metrics: [nps]
evidence:
  - {id: talks, name: Twelve talks, kind: interviews, sample: 12 people, when: 2026-01}
  - {id: bare}
phases:
  - id: choose
    name: Choose
    owner: web-team
    customer_goal: Find a train
    summary: All of it
    steps:
      - {id: look, name: Looks, channel: [web, app], emotion: 0.5, feeling: curious, evidence: [talks], optional: true}
      - {id: ask, name: Asks, emotion: -1.5, moment_of_truth: true, summary: At the desk}
      - {id: wait, name: Waits, emotion: 0}
  - {id: pay, name: Pays}
hotspots:
  - {id: queue, name: The queue, steps: [ask], kind: pain, summary: Too long}
  - {id: map, name: The map, phases: [choose], kind: bright-spot}
"""
METRICS = "metrics:\n  - {id: nps, name: NPS, method: nps, question: Would you?, source: [nps.csv, old.csv]}\n"
TABLE = "period,promoters,passives,detractors\n2026-01,50,30,20\n2026-02,60,20,20\n"


@cache
def current(text: str = FULL) -> Page:
    """The page of a project with this journey; each is made once."""
    files = {"journeys/ticket.yml": text, "metrics/m.yml": METRICS, "metrics/nps.csv": TABLE}
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), {**files, "metrics/old.csv": "period,value\n2025-12,10\n"})
        examined = examine(find_project(folder))
        assert not examined.has_errors, examined.diagnostics
        return build(examined).pages[1]


def html(page: Page, *parts: str) -> str:
    return "\n".join(part.html for part in page.parts if part.id in parts or not parts)


class Shape(HTMLParser):
    """Ids, addresses, and whether every tag that is opened is closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.inside_links = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        self.addresses += [values["href"]] if values.get("href") else []
        self.inside_links += tag == "a" and "a" in self.open
        if tag not in ("br", "img", "hr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_the_sections_stand_in_their_order() -> None:
    page = current()
    assert [(part.id, part.heading) for part in page.parts] == [
        ("lead", ""),
        ("map", "It hurts here"),
        ("hotspots", "Hotspots"),
        ("metrics", "Metrics"),
        ("evidence", "How we know"),
    ]
    assert (page.path, page.title, page.description) == ("ticket/index.md", "Buy a ticket", "How it goes")


def test_what_was_not_written_has_no_section() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert [part.id for part in current(text).parts] == ["lead", "map"]


def test_bright_spots_alone_have_their_own_heading() -> None:
    text = FULL.replace("  - {id: queue, name: The queue, steps: [ask], kind: pain, summary: Too long}\n", "")
    assert [part.heading for part in current(text).parts if part.id == "hotspots"] == ["Bright spots"]


@pytest.mark.parametrize(
    "fact",
    [
        *(
            "<dd>sales</dd>",
            "<dd>2 phases, 3 steps</dd>",
            "<dd>12,500</dd>",
            "<dd>2026-01-05</dd>",
            "<dd>Jan 2026</dd>",
        ),
        *("<dd>draft</dd>", "“A seat”", "How it goes"),
    ],
)
def test_the_lead_says(fact: str) -> None:
    assert fact in html(current(), "lead")


def test_what_nobody_assessed_is_named() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert "<dd>channels, emotions, pain points</dd>" in html(current(text), "lead")


@pytest.mark.parametrize(
    "said",
    [
        *("web-team", "Find a train", "All of it", "web, app", "optional", "moment of truth", "At the desk"),
        *("<b>+0.5</b> curious", "<b>−1.5</b>", "<b>0.0</b>", "assumed: no source named", "No step mapped yet"),
        *("▲", "✦", '<a class="cx-pin cx-pin--pain" href="#hotspot-queue">', 'href="#hotspot-map"'),
    ],
)
def test_the_map_says(said: str) -> None:
    assert said in html(current(), "map")


def test_steps_are_numbered_over_all_phases_and_stand_in_order() -> None:
    page = current()
    found = re.findall(r'<h4 id="step-(\w+)"[^>]*><span class="cx-no" aria-hidden="true">(\d)</span>', html(page))
    assert found == [("look", "1"), ("ask", "2"), ("wait", "3")]


@pytest.mark.parametrize(("step", "kind"), [("look", "cx-emo--pos"), ("ask", "cx-emo--neg"), ("wait", "cx-emo--neu")])
def test_an_emotion_is_told_by_its_sign_and_not_by_colour_alone(step: str, kind: str) -> None:
    card = re.search(rf'id="step-{step}".*?</li>', html(current(), "map"), re.S)
    assert card
    assert kind in card[0]
    assert "Emotion, −2 to +2: " in card[0]


def test_every_step_is_in_the_table_too() -> None:
    table = html(current(), "map").split("<table")[1]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S) for row in table.split("<tr>")[2:]]
    assert rows == [
        ["1", "Looks", "Choose", "web, app", "+0.5", "Twelve talks"],
        ["2", "Asks", "Choose", "not assessed", "−1.5", "assumed"],
        ["3", "Waits", "Choose", "not assessed", "0.0", "assumed"],
    ]


def test_evidence_says_what_was_not_said() -> None:
    rows = html(current(), "evidence").split("<tr ")[1:]
    assert [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in rows] == [
        ["Twelve talks", "interviews", "12 people", "Jan 2026"],
        ["bare", "not said", "not said", "not said"],
    ]


def test_a_metric_has_its_chart_its_legend_its_words_and_every_row() -> None:
    text = html(current(), "metrics")
    assert text.count('<svg class="cx-chart"') == 2
    assert re.search(r'<figure class="cx-fig" role="img" aria-label="NPS: \+40 in Feb 2026', text)
    assert re.findall(r'<li class="cx-legend--(\w+)">([^<]+)<', text) == [("circle", "nps.csv"), ("diamond", "old.csv")]
    assert text.count('<tr><th scope="row">') == 3
    assert "metrics/old.csv:2" in text


def test_search_finds_steps_hotspots_numbers_and_sources_below_their_section() -> None:
    search = {part.id: part.search for part in current().parts}
    assert search == {
        "lead": "How it goes",
        "map": "Choose. Pays. sales. Looks. Asks. At the desk. Waits",
        "hotspots": "The queue. The map",
        "metrics": "NPS: +40 in Feb 2026 (n 100, nps.csv)",
        "evidence": "Twelve talks bare",
    }


@pytest.mark.parametrize("source", ["full", "va"])
def test_every_id_is_there_once_and_every_link_on_the_page_has_its_target(tmp_path: Path, source: str) -> None:
    if source == "va":
        page = build(examine(find_project(copy_site(VA, tmp_path / "va")))).pages[1]
    else:
        page = current()
    shape = Shape(html(page))
    own = set(shape.ids) - {i for i in shape.ids if i.startswith("c") and "clip" in i}
    assert len(shape.ids) == len(set(shape.ids))
    assert own == page.anchors
    assert {address[1:] for address in shape.addresses if address.startswith("#")} <= page.anchors
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html(page))) <= page.anchors


@pytest.mark.parametrize("part", ["lead", "map", "hotspots", "metrics", "evidence"])
def test_every_tag_is_closed_in_its_place(part: str) -> None:
    shape = Shape(html(current(), part))
    assert (shape.wrong, shape.open) == ([], [])


@pytest.mark.parametrize("part", ["lead", "map", "hotspots", "metrics", "evidence"])
def test_a_part_has_no_empty_line_and_no_inline_style_or_script(part: str) -> None:
    text = html(current(), part)
    assert "\n\n" not in text
    assert not re.search(r"""\sstyle=|<script|\son[a-z]+=|javascript:""", text)


def test_headings_of_steps_go_down_one_level_at_a_time() -> None:
    levels = [2, *(int(level) for level in re.findall(r"<h(\d)", html(current(), "map")))]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert set(levels) == {2, 3, 4}


def test_one_phase_of_one_step_is_said_in_the_singular_or_not_at_all() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert current(text).parts[1].heading == "1 step in 1 phase"


def test_the_lead_counts_in_words_that_fit() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert "<dd>1 phase, 1 step</dd>" in html(current(text), "lead")


def test_a_link_in_a_name_is_not_a_link_in_a_link() -> None:
    text = FULL.replace("name: The queue", 'name: "[The queue](https://a.example)"')
    assert Shape(html(current(text))).inside_links == 0
