"""The page of a target map."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest
from support import ROOT, write

from cxsite.pages.hyphens import SOFT
from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project

JOURNEY = """\
name: Buy a ticket
owner: sales
goals:
  - {id: easy, name: Easy to buy, metric: ease, target: 5.5, by: 2027-06-30}
phases:
  - id: choose
    name: Choose
    customer_goal: Find a train
    steps:
      - {id: look, name: Looks, channel: web, emotion: -0.5, feeling: Lost, effort: {time: 10min, money: 2}}
      - {id: ask, name: Asks, emotion: -1, effort: {time: 20min}, share: 50%}
      - {id: wait, name: Waits, effort: {time: 4min}, done_by: station}
  - id: pay
    name: Pay
    steps:
      - {id: pay, name: Pays}
      - {id: print, name: Prints, lane: backstage}
hotspots:
  - {id: queue, name: The queue, steps: ask}
  - {id: dark, name: The dark hall, steps: wait}
actions:
  - {id: machine, name: Ticket machine, addresses: queue, owner: sales, follows: quick, status: in-progress}
  - {id: gone, name: Old plan, status: dropped}
"""
TARGET = """\
from: current
status: agreed
by: 2027-06-30
finding: Nobody has to ask
summary: A *short* way
links: https://tracker.test/9
x-sponsor: The board
formerly: [first]
goals:
  - {id: easier, name: Easier still, kind: other, metric: ease, target: 6, by: 2028}
steps:
  - {change: look, name: Sees at once, emotion: 1, feeling: Sure, effort: {time: 3min}, what: One screen, carried_by: machine}
  - {remove: ask, into: look, what: Nothing to ask, carried_by: gone}
  - {change: wait, phase: pay}
  - {change: print, name: Prints}
  - {add: ride, after: pay, name: Rides, emotion: 0.5, thinks: At last, x-law: Art. 1, follows: quick, addresses: dark}
phases:
  - {change: choose, name: Pick, customer_goal: Find *my* train, what: In one go, carried_by: machine}
  - {add: after, name: After}
"""
METRICS = "metrics:\n  - {id: ease, name: Ease, method: mean, better: up, scale: 1..7, source: ease.csv}\n"
TABLE = "period,mean,sd,n\n2026-01,4.2,1,100\n"


@cache
def target(text: str = TARGET, journey: str = JOURNEY, which: str = "target", name: str = "target.yml") -> Page:
    """The page of this target; each is made once."""
    files = {
        "journeys/ticket/journey.yml": journey,
        "journeys/ticket/target.yml": text if name == "target.yml" else TARGET,
        f"journeys/ticket/{name}": text,
        "metrics/m.yml": METRICS,
        "metrics/ease.csv": TABLE,
        "cxsite.yml": "today: 2026-11-22\ncurrency: GBP\n",
    }
    with tempfile.TemporaryDirectory() as place:
        examined = examine(find_project(write(Path(place), files)))
        assert not examined.has_errors, examined.diagnostics
        pages = {page.path: page for page in build(examined).pages}
    return pages[f"ticket/{which}/index.md"]


def html(page: Page, part: str = "") -> str:
    return "\n".join(one.html for one in page.parts if part in ("", one.id)).replace(SOFT, "")


def card(page: Page, step: str) -> str:
    """The card of a step in the details, from its heading on."""
    (found,) = re.findall(rf'(<h4 id="detail-{step}".*?)(?=<li class="cx-t|\Z)', html(page, "details"), re.S)
    return str(found)


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split()).replace(" ,", ",").replace(" .", ".")


def test_it_says_where_it_stands_from_by_when_and_with_whose_consent() -> None:
    text = words(html(target(), "lead"))
    for said in ("Differs from the current map", "To be reached 2027-06-30", "Status agreed", "A short way", "Owner"):
        assert said in text
    assert "Sponsor The board" in text
    assert "Ids before first" in text
    assert "tracker.test/9" in html(target(), "lead")
    assert "cxsrc:journeys/ticket/target.yml:" in html(target(), "lead")


def test_the_finding_is_the_heading_of_the_map() -> None:
    assert [part.heading for part in target().parts if part.id == "map"] == ["Nobody has to ask"]


def test_without_a_finding_the_heading_counts_what_changes() -> None:
    page = target(TARGET.replace("finding: Nobody has to ask\n", ""))
    assert [p.heading for p in page.parts if p.id == "map"] == ["1 step added, 1 changed, 1 moved, 1 removed"]


@pytest.mark.parametrize(
    ("step", "badge"), [("look", "Δ changed"), ("ask", "− removed"), ("wait", "→ moved"), ("ride", "+ added"),
                        ("pay", "= same as before")],
)  # fmt: skip
def test_each_step_says_what_becomes_of_it_as_a_sign_and_a_word(step: str, badge: str) -> None:
    assert badge in words(card(target(), step))


def test_steps_keep_the_anchors_they_have_on_the_current_map() -> None:
    steps = {f"step-{one}" for one in ("look", "ask", "wait", "pay", "print", "ride")}
    assert steps | {"phase-choose", "phase-pay", "phase-after"} <= target().anchors
    ids = re.findall(r'\sid="([^"]+)"', html(target()))
    assert len(ids) == len(set(ids))


def test_a_moved_step_leaves_a_mark_that_leads_to_its_new_place() -> None:
    text = html(target(), "details")
    assert re.search(r'cx-tstep--away">\n<p[^>]*><a href="#step-wait">Waits</a></p>', text)
    assert text.index("moved away</span>") < text.index('id="detail-wait"')
    assert "Was step 3 in Choose" in words(card(target(), "wait"))


def test_a_feeling_of_the_target_is_intended_and_one_of_today_is_not() -> None:
    assert "+1.0 Sure intended, not yet measured" in words(card(target(), "look"))
    journey = JOURNEY.replace("id: pay, name: Pays", "id: pay, name: Pays, emotion: 0.2")
    assert "+0.2 assessed, not measured" in words(card(target(journey=journey), "pay"))


def test_what_nobody_assessed_is_never_a_zero() -> None:
    text = words(card(target(), "pay"))
    assert "Emotion not assessed" in text
    assert "time not assessed, money not assessed" in text
    assert "Channel not said" in text


def test_a_change_says_what_why_and_who_carries_it() -> None:
    text = words(card(target(), "look"))
    for said in ("One screen", "Takes away The queue", "Follows quick", "Ticket machine in progress", "sales"):
        assert said in text
    assert 'href="cx:ticket/actions/machine/index.md"' in card(target(), "look")


def test_an_action_that_was_dropped_carries_nothing() -> None:
    text = words(card(target(), "ask"))
    assert "Nobody carries it" in text
    assert "Dropped: Old plan" in text
    assert "Taken over by Sees at once" in text


def test_every_field_of_an_added_step_is_there() -> None:
    text = words(card(target(), "ride"))
    assert "Thinks At last" in text
    assert "Law Art. 1" in text
    assert "Takes away The dark hall" in text


def test_feelings_of_segments_are_not_lost() -> None:
    page = target(TARGET.replace("emotion: 1, feeling: Sure", "'emotion': {all: 1, movers: -1}"))
    assert "Emotion +1.0; movers: −1.0" in words(card(page, "look"))


def test_what_nobody_knows_of_an_action_is_not_nothing() -> None:
    page = target("steps: [{add: new, phase: pay, name: New, carried_by: machine}]")
    assert "+ added New 1 change with effort that is not known, left out not known not known" in words(
        html(page, "actions")
    )


def column(step: str, page: Page | None = None) -> str:
    """What the map says of a step, lane below lane."""
    text = html(page or target(), "map")
    (found,) = (one for one in re.findall(r'<li class="cx-step.*?</li>', text, re.S) if f'id="step-{step}"' in one)
    return str(found)


def test_the_map_has_a_column_for_each_step_that_there_is_to_be() -> None:
    text = html(target(), "map")
    columns = re.findall(r'<li class="cx-step(?: cx-cmp--(\w+))?', text)
    assert columns == ["changed", "same", "added", "moved", ""]
    assert re.search(r'class="cx-grid cx-grid--target cx-lay-1-3-1 ', text)
    assert text.count('class="cx-mark cx-mark--emotion"') == 1


@pytest.mark.parametrize(
    ("step", "state", "said"),
    [
        ("look", "changed", "Δ changed"),
        ("pay", "same", "= same"),
        ("ride", "added", "+ added"),
        ("wait", "moved", "→ moved Was step 3 in Choose"),
    ],
)
def test_a_step_on_the_map_says_what_becomes_of_it_by_its_edge_a_sign_and_a_word(
    step: str, state: str, said: str
) -> None:
    assert f"cx-card--{state}" in column(step)
    assert said in words(column(step))


def test_a_step_on_the_map_says_why_and_by_which_action() -> None:
    text = words(column("look"))
    assert "What changes One screen quick Takes away H1 : The queue carried by A1 : Ticket machine" in text
    assert "No reason named Nobody carries it" in words(column("wait"))
    assert "What changes" not in words(column("pay"))
    assert 'href="cx:ticket/hotspots/queue/index.md"' in column("look")


def test_what_is_gone_stands_with_its_phase_and_keeps_its_anchor() -> None:
    (gone,) = re.findall(r'<div class="cx-pc cx-l-gone">(.*?)</div></div>', html(target(), "map"), re.S)
    assert 'id="step-ask"' in gone
    assert "− removed Asks Nothing to ask" in words(gone)
    assert "→ moved Waits Stands elsewhere now" in words(gone)


def test_what_nothing_addresses_and_what_nobody_carries_stand_at_the_head_of_the_map() -> None:
    head = words(html(target(TARGET.replace(", addresses: dark", "")), "map").split('<div class="cx-scroll"')[0])
    assert "Nothing addresses H2 : The dark hall The dark hall" in head
    assert "Nobody carries After, Asks, Rides, Waits" in head


def test_a_hotspot_that_nothing_addresses_stands_on_its_step_still() -> None:
    page = target(TARGET.replace(", addresses: dark", ""))
    assert ">The dark hall<" in column("wait", page).replace(": The dark hall", ">The dark hall")
    assert "The queue" not in column("look", page).split('<div class="cx-cell cx-l-change')[0]


def test_a_target_that_leaves_no_phase_says_so_and_keeps_its_anchors() -> None:
    bare = "name: A\nowner: o\nphases: [{id: p, name: P, steps: [{id: look, name: L}]}]\n"
    page = target("steps: [{remove: look}]\nphases: [{remove: p}]", bare)
    assert "No phase is left of the journey" in html(page, "map")
    assert {"step-look", "phase-p"} <= page.anchors


def test_the_headline_is_expected_effort_with_every_step_beside_it() -> None:
    text = words(html(target(), "effort"))
    assert "Time removed for one customer 17 min Expected: 24 min before, 7 min after" in text
    assert "If every step happens: 27 min removed, 34 min before, 7 min after" in text
    assert "Before, of 4 steps 1 not assessed: left out of the sum" in text


def test_a_part_of_effort_that_nobody_assessed_is_not_known() -> None:
    bare = "name: A\nowner: o\nphases: [{id: p, name: P, steps: [{id: look, name: L}]}]\n"
    text = words(html(target("steps: [{change: look, name: M}]", bare), "effort"))
    assert text.count("removed for one customer not known") == 3


def test_a_target_that_takes_more_effort_says_that_it_adds_some() -> None:
    page = target("steps: [{change: look, effort: {time: 14min}}]")
    assert "Time removed for one customer adds 4 min" in words(html(page, "effort"))


def test_goals_say_latest_level_and_distance_and_the_targets_own_come_first() -> None:
    text = words(html(target(), "goals"))
    assert text.index("Easier still") < text.index("Easy to buy")
    assert "4.20 n 100, 95 % interval 4.00 to 4.40, Jan 2026 5.50 2027-06-30 1.30 to go" in text
    assert "goal-easier" in target().anchors


def test_a_goal_that_nobody_measures_is_not_measured_yet() -> None:
    page = target(TARGET.replace("metric: ease, target: 6", "metric: ease, phase: pay, target: 6"))
    assert "not measured yet 6.00" in words(html(page, "goals"))


def test_each_action_says_what_it_carries_and_removes() -> None:
    text = words(html(target(), "actions"))
    assert "Ticket machine in progress. sales Δ changed Sees at once 7 min" in text
    assert "Nobody carries these − removed Asks + added Rides → moved Waits" in text


def test_what_is_still_open_is_told() -> None:
    text = words(html(target(), "open"))
    assert "3 steps whose change nobody carries: Asks, Rides, Waits" in text
    assert "1 phase whose change nobody carries: After" in text
    assert "2 steps whose change names no reason: Asks, Waits" in text
    assert "Written to differ, and so already: Prints" in text


def test_a_hotspot_that_nothing_addresses_is_told() -> None:
    page = target(TARGET.replace(", addresses: dark", ""))
    assert "1 hotspot that nothing addresses: The dark hall" in words(html(page, "open"))


def test_hand_offs_stand_before_and_after() -> None:
    text = words(html(target(), "handoffs"))
    assert "Before: 2 hand-offs, 2 with an office nobody named" in text
    assert "After: 1 hand-off, 1 with" in text


def test_phases_say_their_own_change() -> None:
    text = words(html(target(), "details"))
    assert "Pick Δ changed" in text
    assert "Name before: Choose →, after: Pick" in text
    assert "Find my train" in text
    assert "After + added" in text
    assert "No step mapped yet" in text


def test_a_further_target_has_a_page_of_its_own_and_starts_from_the_first() -> None:
    page = target("from: target\nsteps: [{remove: ride}]\n", which="target-vision", name="target-vision.yml")
    assert 'href="cx:ticket/target/index.md">Target</a>' in html(page, "lead")
    assert "− removed" in words(card(page, "ride"))
    assert page.title == "Buy a ticket: target “vision”"


def test_a_target_that_says_nothing_has_a_page() -> None:
    page = target("by: 2027\n", "name: A\nowner: o\nphases: [{name: P, steps: [{name: S}]}]\n")
    assert [part.heading for part in page.parts if part.id == "map"] == ["No step differs yet"]
    assert not [part for part in page.parts if part.id in ("actions", "open", "goals")]


def test_a_journey_of_12_phases_and_60_steps_has_its_target() -> None:
    phases = "".join(
        f"  - id: p{i}\n    name: P{i}\n    steps:\n"
        + "".join(f"      - {{id: s{i}-{n}, name: S}}\n" for n in range(5))
        for i in range(12)
    )
    page = target("steps: [{remove: s3-1}]", f"name: A\nowner: o\nphases:\n{phases}")
    assert html(page, "map").count('<h4 id="step-') == html(page, "details").count('<h4 id="detail-') == 60


def test_no_inline_style_and_no_script() -> None:
    for page in (target(), target(which="compare")):
        assert not re.search(r"\sstyle=|<script", html(page))


def test_the_example_says_its_known_sums() -> None:
    pages = {page.path: page for page in build(examine(find_project(ROOT / "tests/sites/example"))).pages}
    text = words(html(pages["join/target/index.md"], "effort"))
    assert "1 h 48 min" in text
    assert "2 h 38 min removed, 5 h 30 min before, 2 h 52 min after" in text
