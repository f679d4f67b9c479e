"""The page of a hotspot."""

from __future__ import annotations

from pathlib import Path

from pages.kinds.made import faults, html, pages_of, words

FULL = """\
evidence: [{id: survey, name: The survey, kind: survey, sample: 40 answers, when: 2026-08}]
hotspots:
  - id: queue
    name: A *long* queue
    kind: pressure
    category: process
    severity: high
    summary: It takes an hour.
    steps: [moved, told]
    phases: wait
    owner: back
    evidence: [survey]
    metrics: [ease]
    root_cause: [Nobody counts, Nobody has to]
    cost: {each: 6.20, a_year: 9100}
    blocked_by: counting
    opportunity: One queue
    quotes: [{text: I waited, evidence: survey, who: Interview 2}, {summary: Waits again, consent: none}]
    links: [{url: "https://example.org/t/1", name: Ticket 1}]
    x-risk-class: B
  - {id: bare, name: Bare}
  - {id: light, name: Light, kind: bright-spot, category: people, steps: told, root_cause: Someone cares}
ideas: [{id: count, name: Count them, addresses: queue}]
actions:
  - {id: desk, name: One desk, addresses: queue, owner: sales, due: 2026-12-01, status: in-progress}
  - {id: off, name: Off, addresses: queue, status: dropped}
target:
  steps: [{change: moved, emotion: 1, addresses: queue, what: Told at once}]
"""
TECH = "systems: [{id: count, name: Counter}]\ncapabilities: [{id: counting, name: Counting, kind: know}]\n"
EASE = "metrics: [{id: ease, name: Ease, method: mean, source: ease.csv}]\n"
FILES = {
    "journeys/technology.yml": TECH,
    "metrics/m.yml": EASE,
    "metrics/ease.csv": "period,step,mean,sd,n\n2026-08,moved,3,1,50\n",
}


def test_every_field_of_a_hotspot_has_its_place(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FULL, FILES)["a/hotspots/queue/index.md"]
    said = words(page)
    for one in (
        "High",
        "Pressure point",
        "It takes an hour.",
        "Where it hurts Is moved −1.0, assessed Is told +1.0, assessed Wait",
        "What is being done One desk In progress Off Dropped",
        "Answers for it back",
        "Category Process",
        "Costs Each time €6.20 A year €9,100",
        "We can’t see yet Counting",
        "What could be won One queue",
        "Nobody counts Nobody has to",
        "One desk In progress due 2026-12-01 sales",
        "Off Dropped",
        "Ideas Count them",
        "Is moved step changed in A Told at once",
        "Ease Is moved 3.00 n 50, 95 % interval",
        "“I waited” Interview 2. The survey",
        "Waits again",
        "The survey survey, 40 answers, Aug 2026",
        "Ticket 1",
        "Risk class B",
        "journeys/a.yml:5",
    ):
        assert one in said, one
    assert faults(page) == []
    assert "<b>Nobody has to</b>" in html(page)


def test_its_places_lead_to_the_map_and_its_way_to_the_list(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FULL, FILES)["a/hotspots/queue/index.md"]
    for link in ("cx:a/index.md#step-moved", "cx:a/index.md#phase-wait", "cx:a/actions/index.md#category-process"):
        assert f'href="{link}"' in html(page)
    assert (page.parent, page.title) == ("a/actions/index.md", "A long queue")
    assert 'href="cx:a/compare/index.md#step-moved"' in html(page)
    assert page.source.startswith("journeys/a.yml:")


def test_a_hotspot_of_which_nothing_is_said_shows_gaps_and_no_zeros(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FULL, FILES)["a/hotspots/bare/index.md"]
    said = words(page)
    for one in (
        "severity not assessed",
        "no place named",
        "Costs Each time not assessed A year not assessed",
        "What is being done Addressed by nobody yet",
        "Nobody yet",
        "No idea yet",
        "Nothing is measured about it yet.",
        "Assumed: no source, no quote and no metric backs it.",
    ):
        assert one in said, one
    assert "€0" not in said
    assert faults(page) == []


def test_a_bright_spot_has_words_of_its_own(tmp_path: Path) -> None:
    page = pages_of(tmp_path, FULL, FILES)["a/hotspots/light/index.md"]
    assert [part.heading for part in page.parts][1:3] == ["What makes it shine", "Who builds on it"]
    assert "severity" not in words(page)
    assert "Costs" not in words(page)
    assert "Answers for it nobody named" in words(page)


def test_an_owner_that_follows_from_the_place_is_said_to_follow(tmp_path: Path) -> None:
    page = pages_of(tmp_path, "hotspots: [{id: h, name: H, steps: moved}]\n")["a/hotspots/h/index.md"]
    assert "Answers for it desk follows from where it stands" in words(page)


def test_what_was_looked_at_and_found_to_be_nothing_says_none(tmp_path: Path) -> None:
    page = pages_of(tmp_path, "hotspots: [{id: h, name: H, steps: moved, cost: none, root_cause: none}]\n")
    said = words(page["a/hotspots/h/index.md"])
    assert "Costs Each time none A year none" in said


def test_a_shared_hotspot_stands_at_the_root_and_names_its_journeys(tmp_path: Path) -> None:
    shared = "hotspots: [{id: both, name: Both, steps: [a/moved, b/s], category: people}]\n"
    other = "name: B\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    page = pages_of(tmp_path, "", {"journeys/hotspots.yml": shared, "journeys/b.yml": other})["hotspots/both/index.md"]
    said = words(page)
    assert page.parent == "actions/index.md"
    assert "Shared by several journeys" in said
    assert "Where it hurts Is moved (A) −1.0, assessed S (B) feeling not assessed" in said
    assert "It stands on 2 journeys: A, B." in said


def test_a_cost_that_names_a_metric_is_its_latest_number(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": "metrics: [{id: lost, name: Lost, method: sum, unit: EUR, source: lost.csv}]\n",
        "metrics/lost.csv": "period,value,n\n2025,9100,12\n",
    }
    page = pages_of(tmp_path, "hotspots: [{id: h, name: H, steps: moved, cost: {a_year: lost}}]\n", files)
    said = words(page["a/hotspots/h/index.md"])
    assert "A year €9,100 n 12" in said
    assert "(Lost)" in said


def test_siblings_follow_one_another_as_their_pins_do(tmp_path: Path) -> None:
    text = "hotspots: [{id: z, name: Z, steps: moved}, {id: y, name: Y, steps: told}, {id: x, name: X, phases: wait}]\n"
    text += "actions: [{id: a, name: A}]\n"
    found = [page.path for page in pages_of(tmp_path, text).values() if page.parent == "a/actions/index.md"]
    assert found == [*(f"a/hotspots/{key}/index.md" for key in ("x", "z", "y")), "a/actions/a/index.md"]


def test_where_it_hurts_a_face_stands_beside_the_feeling(tmp_path: Path) -> None:
    text = html(pages_of(tmp_path, "hotspots: [{id: h, name: H, steps: moved}]\n")["a/hotspots/h/index.md"])
    assert '<span class="cx-pt--neg"><svg class="cx-face"' in text


def test_a_dropped_action_addresses_nothing(tmp_path: Path) -> None:
    text = "hotspots: [{id: h, name: H}]\nactions: [{name: Off, addresses: h, status: dropped}]\n"
    said = words(pages_of(tmp_path, text)["a/hotspots/h/index.md"])
    assert "Addressed by nobody yet Off Dropped" in said


def test_former_ids_are_said(tmp_path: Path) -> None:
    page = pages_of(tmp_path, "hotspots: [{id: h, name: H, formerly: old}]\n")["a/hotspots/h/index.md"]
    assert "Formerly old" in words(page)
