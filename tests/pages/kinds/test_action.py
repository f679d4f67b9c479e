"""The page of an action."""

from __future__ import annotations

from pathlib import Path

import pytest

from pages.kinds.made import faults, html, pages_of, words

FULL = """\
goals: [{id: kept, name: Dates kept, metric: x, target: 90%, by: 2027-06}]
hotspots: [{id: queue, name: Queue, category: process, severity: critical, steps: moved}]
ideas: [{id: count, name: Count them, addresses: queue}]
actions:
  - id: desk
    name: One *desk*
    summary: One desk for all.
    addresses: [queue]
    ideas: [count]
    goal: kept
    owner: ana
    done_by: [desk, back]
    consulted: network
    informed: it
    backing: [process, objectives]
    kind: improvement
    delivery: upskill
    value: 4.5
    ease: 2
    reach: 9000
    confidence: 80%
    resources: {people_days: 140, it_days: 20, budget: 40000}
    expects: [{metric: x, value: 75%, by: 2026-12, segment: n}, {metric: x, value: 75%}]
    judge: {window: 90d}
    shipped: 2026-06-08
    start: 2026-04-01
    due: 2026-06-30
    pilots: [{segment: n, since: 2026-06-08}]
    quotes: [{text: At last, who: Interview 1}]
    links: https://example.org/t/9
    x-board: yes
  - {id: bare, name: Bare}
  - {id: own, name: Own, category: people, follows: plain, risk: May slip, status: planned}
  - {id: off, name: Off, status: dropped}
target:
  steps:
    - {change: moved, emotion: 0.5, carried_by: desk, follows: plain, what: Told at once}
    - {change: told, emotion: 2, carried_by: [desk, own]}
    - {remove: told-2, carried_by: off}
"""
FULL = FULL.replace("    - {remove: told-2, carried_by: off}\n", "")
ROWS = [f"2026-{month},,{risen},500\n" for month, risen in (("03", 350), ("04", 350), ("05", 350), ("06", 370))]
ROWS += [f"2026-{month},,400,500\n" for month in ("07", "08", "09")]
FILES = {
    "journeys/strategy.yml": "principles: [{id: plain, name: Plain words}]\n",
    "metrics/m.yml": "metrics: [{id: x, name: Kept, method: share, better: up, source: x.csv}]\n",
    "metrics/x.csv": "period,segment,numerator,denominator\n" + "".join(ROWS),
}


def page_of(folder: Path, action: str = "desk", text: str = FULL):  # type: ignore[no-untyped-def]
    return pages_of(folder, text, FILES)[f"a/actions/{action}/index.md"]


def test_every_field_of_an_action_has_its_place(tmp_path: Path) -> None:
    page = page_of(tmp_path)
    said = words(page)
    for one in (
        "Shipped One desk for all. In short What it did",
        "Improved",
        "Kind Improvement: something better",
        "Delivery Upskill: our own people after training",
        "Category Process from its hotspots",
        "Starts 2026-04-01 Due 2026-06-30 Reached customers 2026-06-08",
        "Where to begin Shipped value 4.5 and ease 2 of 5",
        "Reach 9,000 customers a year Confidence 80 %",
        "Critical Queue",
        "It came from: Count them",
        "Plain words from the changes that it carries",
        "Is moved step changed in A Told at once",
        "The goal it serves Dates kept Kept: 80.0 % n 500",
        "Target 90.0 % by Jun 2027: 10.0 points to go",
        "Judged once, on what was said beforehand: 90 days before and after 2026-06-08",
        "Answers for it ana",
        "Does the work desk, back",
        "Is asked before anything is decided network",
        "Is told how it goes it",
        "Job descriptions say it: missing",
        "Objectives reward it: in place",
        "A process supports it: in place",
        "The team may decide it: missing",
        "Days of people outside IT 140 Days of IT 20 Budget beyond those days €40,000",
        "“At last” Interview 1",
        "https://example.org/t/9",
        "Board yes",
        "Pilot: n, since 2026-06-08",
    ):
        assert one in said, one
    assert faults(page) == []


def test_a_verdict_stands_with_both_numbers_their_n_and_the_test(tmp_path: Path) -> None:
    said = words(page_of(tmp_path))
    assert "Improved" in said
    assert "Before 70.0 % n 1,500, 95 % interval" in said
    assert "After 80.0 % n 1,500" in said
    assert "Difference +10.0 percentage points, 9" in said
    assert "p < 0.001" in said
    assert "The level expected reached" in said


def test_a_measure_without_rows_is_not_comparable_and_the_others_are_judged(tmp_path: Path) -> None:
    assert "Not comparable: `x` has no rows about segment `n`".replace("`", "") in words(page_of(tmp_path))


def test_the_chart_shows_what_has_a_number_and_its_table_says_the_same(tmp_path: Path) -> None:
    text = html(page_of(tmp_path)).replace("\u00a0", " ")
    assert text.count('<svg class="cx-chart"') == 2  # wide and narrow
    assert '<th scope="row">Kept</th><td class="cx-val">70.0 %</td>' in text


def test_effort_is_counted_once_for_changes_that_several_carry(tmp_path: Path) -> None:
    said = words(page_of(tmp_path))
    assert (
        "Target: 1 point of negative emotion less; time and money not known. Expected of one customer, over 1 change"
        in said
    )
    assert "counted once together with Own" in said


def test_an_action_of_which_nothing_is_said_shows_gaps_and_no_zeros(tmp_path: Path) -> None:
    page = page_of(tmp_path, "bare")
    said = words(page)
    for one in (
        "Not said",
        "What it is to do Nothing to judge When Due not assessed Who answers nobody yet Where to begin not assessed",
        "Kind not assessed Delivery not assessed Category not assessed Reach not assessed Confidence not assessed",
        "No hotspot named",
        "No change on a target map is carried by it.",
        "Nothing to judge: no number was named beforehand that it would move.",
        "Answers for it not assessed",
        "What makes it stick not assessed What it takes not assessed",
    ):
        assert one in said, one
    assert "missing" not in said
    assert "What it is to move" in [part.heading for part in page.parts]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("own", "Due not assessed Risk: May slip"),
        ("own", "Category People Reach"),
        ("own", "Guiding principles Plain words The goal"),
        ("off", "Dropped"),
    ],
)
def test_what_an_action_says_itself_goes_before_what_follows(tmp_path: Path, action: str, said: str) -> None:
    assert said in words(page_of(tmp_path, action))


def test_what_was_looked_at_and_found_to_be_nothing_says_none(tmp_path: Path) -> None:
    said = words(
        page_of(tmp_path, "a", "actions: [{id: a, name: A, addresses: none, informed: none, backing: none}]\n")
    )
    assert "Hotspots it takes away None" in said
    assert "Is told how it goes none" in said
    assert said.count(": missing") == 4


def test_before_it_ships_the_latest_number_stands_beside_the_level(tmp_path: Path) -> None:
    page = page_of(tmp_path, "a", "actions: [{id: a, name: A, expects: [{metric: x, value: 85%, by: 2027}]}]\n")
    said = words(page)
    assert "Not shipped yet Expected 85.0 % by 2027 Latest 80.0 % n 500" in said
    assert "It will be judged once: 90 days before and after it ships." in said


def test_a_dropped_action_carries_nothing(tmp_path: Path) -> None:
    text = (
        "actions: [{id: a, name: A, status: dropped}]\ntarget:\n  steps: [{change: moved, emotion: 1, carried_by: a}]\n"
    )
    said = words(page_of(tmp_path, "a", text))
    assert "It was to carry these; as it was dropped, it carries none." in said
    assert "Effort it takes off" not in said


def test_a_shared_action_stands_at_the_root(tmp_path: Path) -> None:
    files = {**FILES, "journeys/actions.yml": "actions: [{id: both, name: For both, addresses: a/queue}]\n"}
    page = pages_of(tmp_path, FULL, files)["actions/both/index.md"]
    assert page.parent == "actions/index.md"
    assert "Shared by several journeys" in words(page)
    assert 'href="cx:a/hotspots/queue/index.md"' in html(page)


def test_effort_of_which_nothing_is_known_is_not_called_none(tmp_path: Path) -> None:
    steps = "target: {steps: [{change: other, name: B, carried_by: act}]}\n"
    plain = """\
name: B
owner: sales
phases: [{name: P, steps: [{id: other, name: Other}]}]
actions: [{id: act, name: Act}]
"""
    made = pages_of(tmp_path, "", {"journeys/b.yml": plain + steps})
    said = words(made["b/actions/act/index.md"])
    assert "Target: not known. Expected of one customer, over 1 change" in said
    assert "no less and no more" not in said


def test_what_it_did_stands_first_by_its_test_and_before_it_ships_what_it_is_to_do(tmp_path: Path) -> None:
    said = words(page_of(tmp_path))
    assert "What it did Kept, n: to 75.0 % by Dec 2026 Not comparable" in said
    assert "Kept: +10.0 percentage points" in said
    text = "actions: [{id: a, name: A, expects: [{metric: x, value: 85%, by: 2027}]}]\n"
    before = words(page_of(tmp_path / "before", "a", text))
    assert "What it is to do Kept: to 85.0 % by 2027 Not shipped yet" in before


def test_its_days_stand_on_a_line_in_time_and_without_any_there_is_none(tmp_path: Path) -> None:
    assert 'class="cx-span cx-span--done"' in html(page_of(tmp_path))
    assert "cx-track" not in html(page_of(tmp_path, "bare"))


def test_who_answers_stands_with_department_and_office(tmp_path: Path) -> None:
    files = {
        "journeys/organisation.yml": "departments: [{id: desk, name: Desk, office: front}, {id: sales, name: Sales}]\n"
        "people: [{id: ana, name: Ana, department: desk}]\n"
    }
    page = pages_of(tmp_path, "actions: [{id: a, name: A, owner: ana}]\n", files)["a/actions/a/index.md"]
    assert "Who answers Ana Desk, front office" in words(page)


def test_former_ids_are_said(tmp_path: Path) -> None:
    assert "Formerly old" in words(page_of(tmp_path, "a", "actions: [{id: a, name: A, formerly: old}]\n"))
