"""The pages of the library files: every field has its place, and every entry says where it is used."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from support import ROOT, examined_project, write

from cxsite.diagnostics import Severity
from cxsite.pages.plan import Page
from cxsite.pages.shelf import SHELVES
from cxsite.pipeline import build, examine
from cxsite.project import find_project

JOURNEY = """\
name: Join
owner: desk
segments: [movers]
goals: [{id: more, name: More say yes, metric: nps, target: 50, by: 2026-12}]
phases:
  - id: order
    name: Order
    owner: mei
    life_cycle: buying
    steps:
      - id: ask
        name: Asks
        touchpoint: form
        channel: phone
        emotion: {all: -1, movers: -2}
        effort: {time: 10min, money: 5}
        systems: [mailbox]
        quotes: [{text: Too long, segment: movers, evidence: study}]
      - {id: wait, name: Waits, share: 50%, emotion: 0.5, effort: {time: 60min}}
hotspots: [{id: slow, name: Slow, steps: [ask], blocked_by: [slots], evidence: [study]}]
actions:
  - {id: fix, name: Fix it, owner: mei, done_by: [desk], consulted: [it], informed: [sam-lee], addresses: [slow], follows: [act]}
"""
TARGET = """\
by: 2026-12
steps:
  - {change: ask, name: Asks once, effort: {time: 4min}, follows: [act], carried_by: [fix]}
"""
LIBRARIES = {
    "strategy": """\
vision: Get *online*
mission: We connect
values: [Candour, Care]
principles: [{id: act, name: Act first, summary: Before they notice, formerly: [act-old], links: 'https://a.example/p', x-why: Because}]
goals: [{id: whole, name: All of it, kind: increase-nps, metric: nps, target: 50, by: 2026-12}, {id: easy, metric: cx-easy-phases, target: 1}]
life_cycle: [{id: buying, name: Buying, summary: Has decided}, {id: leaving, name: Leaving}]
maturity: [{name: Culture, now: 2, target: 4, reviewed: 2026-09}, {name: Skill, reviewed: 2026-10}]
""",
    "value": """\
summary: Time counts
weights: {time: 1, money: 2, emotion: 10}
hour: 30
segments: {movers: {time: 3}}
""",
    "segments": """\
segments: [{id: movers, name: Movers, dimension: joining, summary: They move}, {id: rest, name: The rest}]
personas: [{id: sam, name: Sam, segment: movers, summary: Moves a lot}]
""",
    "organisation": """\
departments:
  - {id: desk, name: The desk, office: front, lead: mei, codeowner: acme/desk, objectives: [join/more], summary: Helps}
  - {id: it, name: IT}
people: [{id: mei, name: Mei, role: Head of desk}, {id: sam-lee, name: Sam Lee, department: it, office: back}]
""",
    "touchpoints": """\
channels: [{id: phone, name: Phone, summary: By voice}, {id: web, name: Web}]
touchpoints: [{id: form, name: The form, channel: web, owner: it, summary: One page}]
""",
    "technology": """\
systems: [{id: mailbox, name: Mailbox, since: 2013, owner: it, summary: Old}, {id: new, name: New one}]
capabilities:
  - {id: slots, name: Free slots, kind: know, system: mailbox, now: 0, target: 4, summary: Before the day}
  - {id: hold, name: Hold a slot, kind: do}
""",
    "evidence": """\
evidence:
  - {id: study, name: The study, kind: workshop, sample: 12 people, when: 2026-01, summary: They wait, consent: public, participants: [{person: mei, sceptic: true}, {role: Clerk, department: it}]}
""",
}
FILES = {
    "cxsite.yml": "today: 2026-11-22\ncurrency: GBP\n",
    "journeys/join/journey.yml": JOURNEY,
    "journeys/join/target.yml": TARGET,
    "metrics/m.yml": "metrics: [{id: nps, name: NPS, method: nps, better: up, source: nps.csv, journey: join}]\n",
    "metrics/nps.csv": "period,segment,promoters,passives,detractors\n2026-10,,60,20,20\n2026-10,movers,30,10,10\n",
    **{f"journeys/{name}.yml": text for name, text in LIBRARIES.items()},
}


@cache
def pages(*without: str) -> dict[str, Page]:
    """The library pages of a project without these files, by name."""
    with tempfile.TemporaryDirectory() as name:
        files = {path: text for path, text in FILES.items() if path not in without}
        examined = examined_project(write(Path(name), files))
        errors = [str(one) for one in examined.diagnostics if one.severity is Severity.ERROR]
        assert not errors or without
        made = {page.path: page for page in build(examined).pages}
        return {shelf: made[f"{shelf}/index.md"] for shelf in SHELVES if f"{shelf}/index.md" in made}


def html(name: str) -> str:
    return "\n".join(part.html for part in pages()[name].parts)


def entry(name: str, anchor: str) -> str:
    """What stands below the heading with this id, without tags."""
    text = html(name).split(f'id="{anchor}"', 1)[1].split('\n</li>\n<li class="cx-lib__e">', 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", "<" + text).split())


def test_there_is_a_page_for_each_library_file_below_the_portfolio() -> None:
    assert list(pages()) == list(SHELVES)
    assert {page.parent for page in pages().values()} == {"index.md"}
    assert not any(page.in_nav for page in pages().values())
    assert [pages()[name].rank for name in SHELVES] == sorted(pages()[name].rank for name in SHELVES)


@pytest.mark.parametrize("name", SHELVES)
def test_there_is_no_page_without_its_file(name: str) -> None:
    assert name not in pages(f"journeys/{name}.yml")


@pytest.mark.parametrize("name", SHELVES)
def test_an_empty_library_file_makes_a_page_that_says_so(tmp_path: Path, name: str) -> None:
    key = {"strategy": "values", "value": "segments", "segments": "personas", "organisation": "people"}.get(name, name)
    empty = "{}" if name == "value" else "[]"
    key = {"technology": "systems"}.get(key, key)
    files = {
        "journeys/j.yml": "name: J\nowner: o\nphases: [{id: p, name: P}]\n",
        f"journeys/{name}.yml": f"{key}: {empty}\n",
    }
    site = build(examine(find_project(write(tmp_path, files))))
    (page,) = [page for page in site.pages if page.path == f"{name}/index.md"]
    assert page.parts[0].html


def test_the_strategy_shows_every_field() -> None:
    text = html("strategy")
    for words in (
        "Get <em>online</em>",
        "We connect",
        "<li>Candour</li><li>Care</li>",
        "cxsrc:journeys/strategy.yml:1",
    ):
        assert words in text
    principle = entry("strategy", "principle-act")
    for words in ("Before they notice", "https://a.example/p", "Why Because", "Formerly act-old", "Fix it"):
        assert words in principle
    assert "Join , Target Kept by 1 change: Asks once" in principle
    assert "Increase NPS" in entry("strategy", "goal-whole")
    assert "+40 n 100, 95 % interval" in entry("strategy", "goal-whole")
    assert "Target +50 by Dec 2026 : 10 points to go" in entry("strategy", "goal-whole")


def test_a_goal_for_a_counted_metric_is_a_count_of_a_total() -> None:
    goal = entry("strategy", "goal-easy")
    assert goal.startswith("Phases that customers find easy not assessed 1 without a number to show Target")
    assert "Target 1 of 1 by Dec 2026 : not measured yet" in goal


def test_a_stage_of_the_life_cycle_leads_to_its_phases() -> None:
    assert "Phases 1 Join : Order" in entry("strategy", "stage-buying")
    assert "No phase says that it belongs here" in entry("strategy", "stage-leaving")


def test_maturity_is_said_in_words_and_absent_is_not_assessed() -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", html("strategy").split('id="maturity"')[-1]).split())
    assert "Culture 2 now, 4 aimed at, on 1 to 5 Reviewed Sep 2026" in text
    assert "Skill not assessed , on 1 to 5 Reviewed Oct 2026" in text
    assert html("strategy").count('<i class="cx-on">') == 2
    assert html("strategy").count('<i class="cx-aim">') == 2


def test_the_value_page_shows_weights_and_what_a_target_takes_away() -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", html("value")).split())
    for words in ("Time counts", "All customers 1 2 10", "Movers 3 2 (as for all) 10 (as for all)", "worth £30"):
        assert words in text
    # 10 min + half of 60 min, 5 pounds, 1 point below zero: 40 + 10 + 10
    assert "Join today 40 min 1 h 10 min if every step happens £5 £5 if every step happens; 1 step not assessed" in text
    assert "60 90 if every step happens £25" in text
    assert "6 points 6 min , £0 , emotion 0" in text
    assert "18 points 6 min" in text
    assert 'id="value-value"' in html("value")


def test_a_segment_says_where_it_counts() -> None:
    movers = entry("segments", "segment-movers")
    for words in (
        "They move",
        "Journeys for them 1 Join",
        "Steps that they feel in a way of their own 1 Join : Asks",
        "Steps with quotes of theirs 1 Join : Asks",
        "Personas 1 Sam",
        "Weights of their own 1 What customers value",
        "Metrics with rows about them 1 NPS",
    ):
        assert words in movers
    assert "Not used yet" in entry("segments", "segment-rest")
    assert "Typical of Movers" in entry("segments", "segment-sam")


def test_a_department_shows_its_people_its_objectives_and_its_work() -> None:
    desk = entry("organisation", "party-desk")
    for words in (
        "Helps Office front Led by Mei People Mei Code owner acme/desk",
        "Join : More say yes : +40",
        "Answers for: journeys Join",
        "Does: actions Join : Fix it",
    ):
        assert words in desk
    assert "Is asked about: actions Join : Fix it" in entry("organisation", "party-it")
    assert "Office not assessed" in entry("organisation", "party-it")


def test_a_person_shows_role_department_and_work() -> None:
    mei = entry("organisation", "party-mei")
    for words in ("Head of desk", "Office front Department The desk", "Answers for: phases Join : Order", "The study"):
        assert words in mei
    assert "2 more, from the phase or the journey Join : Asks , Waits" in mei
    assert "Is told of: actions Join : Fix it" in entry("organisation", "party-sam-lee")


def test_what_nobody_answers_for_stands_first() -> None:
    part = pages()["organisation"].parts[1]
    assert part.heading == "Nobody answers for"
    assert ">Metrics</dt>" in part.html
    assert ">NPS</a>" in part.html
    assert ">Systems</dt>" in part.html


def test_channels_and_touchpoints_say_which_steps_use_them() -> None:
    assert "By voice" in entry("touchpoints", "channel-phone")
    assert "Steps 1 Join : Asks" in entry("touchpoints", "channel-phone")
    assert "Touchpoints 1 The form" in entry("touchpoints", "channel-web")
    assert "One page Channel Web Answers for it IT Steps 1 Join : Asks" in entry("touchpoints", "touchpoint-form")


def test_systems_have_an_age_and_capabilities_a_level() -> None:
    assert "In use since 2013, 13 years Answers for it IT" in entry("technology", "system-mailbox")
    assert "Steps 1 Join : Asks" in entry("technology", "system-mailbox")
    assert "In use since not assessed Answers for it nobody yet" in entry("technology", "system-new")
    slots = entry("technology", "capability-slots")
    for words in (
        "Before the day",
        "0 now, 4 aimed at, on 0 to 4",
        "System: Mailbox",
        "Hotspots there for want of it 1 Join : Slow",
    ):
        assert words in slots
    assert "not assessed , on 0 to 4 No system said No hotspot is there for want of it" in entry(
        "technology", "capability-hold"
    )


def test_evidence_shows_every_field_and_what_rests_on_it() -> None:
    study = entry("evidence", "evidence-study")
    for words in (
        "They wait Kind workshop How much 12 people When Jan 2026 Its quotes may be read by everybody",
        "Mei (a sceptic) Clerk, IT",
        "Steps 1 Join : Asks",
        "Hotspots 1 Join : Slow",
    ):
        assert words in study


@pytest.mark.parametrize("name", SHELVES)
def test_search_finds_names_and_stays_small(name: str) -> None:
    found = build(examine(find_project(ROOT))).pages if name == "strategy" else tuple(pages().values())
    for page in found:
        if page.path == f"{name}/index.md":
            assert sum(len(part.search) for part in page.parts) < 2000
            assert all("<" not in part.search for part in page.parts)
