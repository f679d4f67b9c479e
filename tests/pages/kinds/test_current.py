"""The current map of a journey, as sections before any engine sees them."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from support import TESTS, VA, copy_site, write

from cxsite.pages.hyphens import SOFT
from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import Project, find_project

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
PARTS = ("lead", "short", "map", "details", "hotspots", "evidence")
METRICS = "metrics:\n  - {id: nps, name: NPS, method: nps, question: Would you?, source: [nps.csv, old.csv]}\n"
NA = '<span class="cx-na">not assessed</span>'
TABLE = "period,promoters,passives,detractors\n2026-01,50,30,20\n2026-02,60,20,20\n"


@cache
def current(text: str = FULL) -> Page:
    """The page of a project with this journey; each is made once."""
    files = {
        "cxsite.yml": "today: 2026-05-01\n",
        "journeys/ticket.yml": text,
        "metrics/m.yml": METRICS,
        "metrics/nps.csv": TABLE,
    }
    with tempfile.TemporaryDirectory() as name:
        folder = write(Path(name), {**files, "metrics/old.csv": "period,value\n2025-12,10\n"})
        examined = examine(find_project(folder))
        assert not examined.has_errors, examined.diagnostics
        return next(page for page in build(examined).pages if page.path == "ticket/index.md")


def html(page: Page, *parts: str) -> str:
    return "\n".join(part.html for part in page.parts if part.id in parts or not parts).replace(SOFT, "")


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
        ("short", "In short"),
        ("map", "It hurts here"),
        ("details", "Steps in detail"),
        ("hotspots", "Hotspots"),
        ("evidence", "How we know"),
    ]
    assert (page.path, page.title, page.description) == ("ticket/index.md", "Buy a ticket", "How it goes")


def test_what_was_not_written_has_no_section() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert [part.id for part in current(text).parts] == ["lead", "short", "map", "details"]


def test_bright_spots_alone_have_their_own_heading() -> None:
    text = FULL.replace("  - {id: queue, name: The queue, steps: [ask], kind: pain, summary: Too long}\n", "")
    assert [part.heading for part in current(text).parts if part.id == "hotspots"] == ["Bright spots"]


@pytest.mark.parametrize(
    "fact",
    [
        *("<dd>sales</dd>", "<dd>2 phases, 3 steps</dd>", "<dd>12,500</dd>", "<dd>Jan 2026</dd>"),
        *(
            "2026-01-05, due again on 2026-07-04",
            "<dd>draft</dd>",
            "“A seat”",
            "How it goes",
            "<strong>Draft.</strong>",
        ),
    ],
)
def test_the_lead_says(fact: str) -> None:
    assert fact in html(current(), "lead").replace("\u00a0", " ")


@pytest.mark.parametrize("fact", ['data-of="nps|', ">+40</a>", "n 100, 95 % interval"])
def test_the_numbers_of_the_whole_stand_in_short(fact: str) -> None:
    assert fact in html(current(), "short").replace("\u00a0", " ")


def test_the_number_of_the_primary_goal_stands_in_short_once() -> None:
    with_goal = current(FULL.replace("metrics: [nps]", "metrics: [nps]\ngoals: [{metric: nps, target: 50, by: 2027}]"))
    assert html(current(), "short").count('data-of="nps|') == 1
    assert html(with_goal, "short").count('data-of="nps|') == 1
    assert "Numbers of the whole" not in html(with_goal, "short")


def test_what_nobody_assessed_is_named() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert "<dd>channels, emotions, effort, pain points</dd>" in html(current(text), "lead")


def test_a_phase_without_steps_has_every_lane_so_that_no_line_is_interrupted() -> None:
    columns = re.findall(r'<li class="cx-step">.*?</li>', html(current(), "map"), flags=re.S)
    lanes = {"".join(f"{name} " for name in re.findall(r"cx-cell (cx-l-\S+?)[ \"]", one)) for one in columns}
    assert "No step mapped yet" in columns[-1]
    assert len(lanes) == 1


@pytest.mark.parametrize(
    "said",
    [
        *("web-team", "Find a train", "web, app", "optional", "moment of truth", "assumed", "No step mapped yet"),
        *('<b>curious</b> <span class="cx-val">+0.5<', 'cx-val">−1.5<', 'cx-val">0.0<'),
        'aria-label="Emotion curve: Buy a *ticket*"',
        *(
            '<a class="cx-sev cx-sev--open" href="#hotspot-queue"',
            '<a class="cx-sev cx-sev--bright" href="#hotspot-map"',
        ),
    ],
)
def test_the_map_says(said: str) -> None:
    assert said in html(current(), "map")


def test_steps_are_numbered_over_all_phases_and_stand_in_order() -> None:
    page = current()
    found = re.findall(r'<span class="cx-no" aria-hidden="true">(\d)</span>.*\n<h4 id="step-(\w+)"', html(page))
    assert found == [("1", "look"), ("2", "ask"), ("3", "wait")]


@pytest.mark.parametrize(("step", "kind"), [("look", "cx-pt--pos"), ("ask", "cx-pt--neg"), ("wait", "cx-pt--neu")])
def test_an_emotion_is_told_by_its_sign_and_not_by_colour_alone(step: str, kind: str) -> None:
    card = re.search(rf'id="step-{step}".*?</li>', html(current(), "map"), re.S)
    assert card
    assert kind in card[0]
    assert "Emotion, −2 to +2: " in card[0]


def test_every_step_is_in_the_table_too() -> None:
    table = html(current(), "map").split("<table")[1]
    rows = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.S) for row in table.split("<tr>")[2:]]
    assert rows == [
        ["1", "Looks", "Choose", "web, app", "web-team", "+0.5", NA, NA, "", "Twelve talks"],
        ["2", "Asks", "Choose", NA, "web-team", "−1.5", NA, NA, "H1", "assumed"],
        ["3", "Waits", "Choose", NA, "web-team", "0.0", NA, NA, "", "assumed"],
    ]


def test_evidence_says_what_was_not_said() -> None:
    rows = html(current(), "evidence").split("<tr ")[1:]
    assert [re.findall(r"<td>(.*?)</td>", row) for row in rows] == [
        ["interviews", "12 people", "Jan 2026", "internal"],
        ["not said", "not said", "not said", "internal"],
    ]


def test_search_finds_steps_hotspots_numbers_and_sources_below_their_section() -> None:
    search = {part.id: part.search for part in current().parts}
    assert search == {
        "lead": "How it goes",
        "short": "",
        "map": "Choose. Pays. sales. Looks. Asks. Waits",
        "details": "At the desk",
        "hotspots": "The queue. The map",
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
    assert {address[1:] for address in shape.addresses if address.startswith("#")} <= page.anchors | {
        part.id for part in page.parts
    }
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html(page))) <= page.anchors


@pytest.mark.parametrize("part", PARTS)
def test_every_tag_is_closed_in_its_place(part: str) -> None:
    shape = Shape(html(current(), part))
    assert (shape.wrong, shape.open) == ([], [])


@pytest.mark.parametrize("part", PARTS)
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
    assert current(text).parts[2].heading == "1 step in 1 phase, and nothing assessed yet"


def test_the_lead_counts_in_words_that_fit() -> None:
    text = "name: T\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    assert "<dd>1 phase, 1 step</dd>" in html(current(text), "lead")


def test_a_link_in_a_name_is_not_a_link_in_a_link() -> None:
    text = FULL.replace("name: The queue", 'name: "[The queue](https://a.example)"')
    assert Shape(html(current(text))).inside_links == 0


@cache
def of_format() -> Page:
    """The page of a journey that has every field there is."""
    with tempfile.TemporaryDirectory() as name:
        folder = copy_site(TESTS / "sites" / "format", Path(name) / "format")
        return next(page for page in build(examine(find_project(folder))).pages if page.path == "join/index.md")


def detail(step: str) -> str:
    """What stands about a step in detail, without its tags."""
    found = re.search(
        rf'<section class="cx-detail" aria-labelledby="detail-{step}">.*?</section>', html(of_format()), re.S
    )
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


@pytest.mark.parametrize(
    "said",
    [
        *("What happens, in short.", "Thinks: And now?", "Expects: A day that holds", "Touchpoint Moved-date text"),
        *("−1.7 Angry assessed, not measured", "Home movers : −2.0 Furious", "Elapsed on the calendar 14 days"),
        *("60 % of customers, 2.5 times, beside the main path", "Take it 60 %", "Repeats 2 to 3 times"),
        *("it decides what customers think of us", "it stands for many like it", "Answers for it Billing"),
        *("Is refused , when the check fails: 11 %", "Has paid : share not assessed", "Tells us the new address"),
        *("From near Move home", "Customers a year 4,000", "Cost to serve €12.50", "Evidence Joining survey"),
        *("Numbers Dates kept", "The adviser reads the slot mailbox.", "Provisioning rebooks.", "Slot mailbox"),
        *("A card in the door", "Legal Art. 13", "https://tracker.test/7", "journeys/join/current.yml:"),
    ],
)
def test_a_step_with_every_field_shows_each(said: str) -> None:
    assert said in detail("full")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("moved", "Time 12 min"),
        ("moved", "Money £24"),
        ("moved", "44 %"),
        ("moved", "Give up here 7 % , and cancel the order"),
        ("moved", "Install order; gets lost: The promised date"),
        ("moved", "Systems Slot mailbox"),
        ("moved", "I took the day off."),
        ("moved", "Interview 7. Home movers"),
        ("refused", "Give up here nobody"),
        ("rebook", "Not assessed channel, emotion of staff Answers for it"),
        ("rebook", "Source none named: assumed"),
        ("t-seconds", "a path customers made themselves"),
        ("weekly-step", "weekly, counted once"),
        ("measured", "not measured ( Got through )"),
    ],
)
def test_a_step_in_detail_says(step: str, said: str) -> None:
    assert " ".join(said.split()) in detail(step).replace(" ,", ",").replace(" %,", " % ,")


def test_what_everybody_takes_says_nothing_of_how_much_it_counts() -> None:
    assert ">everybody</dd>" not in html(of_format(), "details")


def test_a_picture_that_is_not_there_is_told_by_its_words() -> None:
    text = FULL.replace("id: ask,", "id: ask, images: [{file: desk.png, alt: The desk}],")
    assert "Picture desk.png, which is not there or is no picture: The desk" in html(current(text), "details")


@pytest.mark.parametrize(
    ("status", "word"),
    [("draft", "Draft."), ("retired", "Retired."), ("live", "Stale.")],
    ids=["draft", "retired", "stale"],
)
def test_a_map_that_is_not_to_be_relied_on_says_so_first(status: str, word: str) -> None:
    text = FULL.replace("status: draft", f"status: {status}\nreview_every: 30d")
    assert f"<strong>{word}</strong>" in html(current(text), "lead")


def test_the_groups_of_the_score_stand_with_their_need_their_actions_and_their_answers() -> None:
    text = html(of_format(), "voices")
    assert "They need: Thank them" in text
    assert "Done about it: <a href=" in text
    assert "They kept the date." in text
    assert text.index("nps-promoters") < text.index("nps-passives")


def test_who_was_in_the_room_is_told_with_role_department_and_doubt() -> None:
    text = html(of_format(), "evidence")
    assert "Who was in the room: workshop" in text
    assert re.search(r"Provisioning supervisor <span[^>]*><a [^>]*>Provisioning</a></span> <span[^>]*>sceptic<", text)


def test_goals_stand_beside_the_number_of_today() -> None:
    rows = html(of_format(), "goals").split("<tr ")[1:]
    assert 'id="goal-recommend"' in rows[0]
    assert 'data-of="joining-nps|' in rows[0]
    assert "Increase NPS" in rows[0]
    assert "not measured yet" in rows[2]
    assert all("2027-06-30" in row for row in rows)


def test_a_journey_with_nothing_but_names_says_that_nothing_was_assessed() -> None:
    text = html(
        current("name: T\nowner: o\nphases: [{name: P, steps: [{name: A}, {name: B}, {name: C}]}, {name: Q}]\n")
    )
    assert "No goal is set" in text
    assert text.count("3 steps not assessed") >= 3
    assert "cx-mark--emotion" not in text
    assert ">0 min<" not in text


def test_our_own_steps_stand_behind_the_map_and_keep_their_anchor() -> None:
    text = html(of_format(), "map")
    behind = re.findall(r'<div class="cx-our"><h4 id="(step-[\w-]+)"', text)
    assert sorted(behind) == ["step-call-back", "step-mailbox", "step-rebook"]
    assert text.index("cx-l-backstage") < text.index("step-rebook")
    assert "Line of visibility" in text


BEHIND = """\
name: T
owner: o
phases: [{id: p, name: P, steps: [{id: s, name: S, channel: [Phone, Semaphore]}, {id: f, name: Files, lane: backstage}]}]
hotspots: [{id: entire, name: Everywhere}, {id: one, name: There, steps: [s]}]
"""


def test_a_step_of_ours_whose_lane_the_site_leaves_out_keeps_its_anchor_in_the_details(tmp_path: Path) -> None:
    files = {"cxsite.yml": "lanes: [emotion]\n", "journeys/ticket.yml": BEHIND}
    page = next(one for one in build(examine(Project(write(tmp_path, files)))).pages if one.path == "ticket/index.md")
    assert 'id="step-f"' not in html(page, "map")
    assert '<section class="cx-detail" id="step-f" aria-labelledby="detail-f">' in html(page, "details")
    assert 'href="#step-f"' not in html(page, "details")
    assert 'id="step-f"' not in html(current(BEHIND), "details")


def test_the_story_of_a_phone_follows_the_lanes_in_the_order_that_the_site_gives_them(tmp_path: Path) -> None:
    lanes = ("emotion", "hotspots", "steps", "effort", "goal")
    text = FULL.replace("emotion: 0.5,", "emotion: 0.5, effort: {time: 2min},")
    files = {"cxsite.yml": f"lanes: [{', '.join(lanes)}]\n", "journeys/ticket.yml": text}
    page = next(one for one in build(examine(Project(write(tmp_path, files)))).pages if one.path == "ticket/index.md")
    phase = html(page, "map").split('<li class="cx-phase ')[1]
    first = phase.split('<li class="cx-step">')[1]
    assert re.findall(r'class="cx-cell cx-l-(\w+)', first) == ["emotion", "steps", "effort"]
    assert re.findall(r'class="cx-pc cx-l-(\w+)|(<ol class="cx-steps">)', phase) == [
        ("hotspots", ""),
        ("", '<ol class="cx-steps">'),
        ("goal", ""),
    ]


def test_the_cards_of_hotspots_say_how_bad_they_are_with_shape_and_word() -> None:
    rated = FULL.replace("kind: pain,", "kind: pain, severity: high,")
    card = html(current(rated), "hotspots").split("<li ")[1]
    assert re.search(r'<span class="cx-sev cx-sev--high"><svg class="cx-shape".*?</svg> H1 High</span>', card)


def test_hotspots_on_the_journey_as_a_whole_stand_at_the_head_of_the_map() -> None:
    head = html(current(BEHIND), "map").split('<div class="cx-scroll"')[0]
    assert 'href="#hotspot-entire"' in head
    assert "Everywhere" in head
    assert "hotspot-one" not in head


def test_a_channel_has_its_sign_beside_its_word() -> None:
    assert re.search(r'<svg class="cx-ico".*?</svg>Phone, Semaphore</span>', html(current(BEHIND), "map"))


def test_pictures_stand_in_a_lane_of_the_map_with_their_words(tmp_path: Path) -> None:
    text = BEHIND.replace("id: s,", "id: s, images: [{file: a.png, alt: The desk}, {file: gone.png, alt: Gone}],")
    folder = write(tmp_path, {"journeys/ticket.yml": text, "journeys/ticket/a.png": b"picture"})
    page = next(one for one in build(examine(Project(folder))).pages if one.path == "ticket/index.md")
    assert "<b>Pictures</b>" in html(page, "map")
    assert re.findall(r"<img [^>]*>", html(page, "map")) == re.findall(r"<img [^>]*>", html(page, "details"))
    assert 'alt="The desk" loading="lazy"' in html(page, "map")
    assert "Pictures" not in html(current(BEHIND), "map")


def test_a_map_of_sixty_steps_has_a_column_for_each() -> None:
    phases = [
        {"id": f"p{i}", "name": "P", "steps": [{"id": f"s{i}-{n}", "name": "S", "emotion": n - 2} for n in range(5)]}
        for i in range(12)
    ]
    text = html(current(f"name: J\nowner: o\nphases: {phases}\n".replace("'", '"')), "map")
    assert f'class="cx-grid cx-lay-{"-".join(["5"] * 12)} ' in text
    assert text.count('<li class="cx-step">') == 60
    assert text.count('class="cx-mark cx-mark--rail"') == 60
