"""The lists of hotspots, ideas and actions: of a journey, and of the whole repository."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from derive.known import moderate
from hypothesis import given
from strategies import contents, files_of
from support import ROOT, write

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import Project, find_project
from pages.kinds.made import MAP, faults, html, pages_of, words

FULL = """\
hotspots:
  - {id: low, name: Low, severity: low, category: process, steps: moved}
  - {id: worst, name: Worst, severity: critical, category: process, steps: told, root_cause: [One, Two]}
  - {id: open, name: Open, steps: moved}
  - {id: light, name: Light, kind: bright-spot, steps: told}
ideas:
  - id: count
    name: Count them
    summary: With a counter.
    addresses: [worst]
    steps: [moved]
    phases: wait
    proposed_by: back
    role: Clerk
    sceptic: true
    for: it
    links: https://example.org/i
    x-size: Small
  - {id: bare, name: Bare}
actions:
  - {id: hard, name: Hard, addresses: worst, value: 4, ease: 2, resources: {people_days: 10}, owner: ana, done_by: [it]}
  - {id: easy, name: Easy, addresses: low, ideas: count, value: 5, ease: 5, backing: [process], due: 2026-12}
  - {id: half, name: Half, value: 3, consulted: it, informed: back}
  - {id: off, name: Off, status: dropped, value: 1, ease: 1}
"""


def of_journey(folder: Path, text: str = FULL) -> Page:
    return pages_of(folder, text)["a/actions/index.md"]


def test_hotspots_stand_by_category_the_worst_first_with_the_ids_of_the_map(tmp_path: Path) -> None:
    text = html(of_journey(tmp_path))
    ids = re.findall(r'<h[34][^>]* id="((?:hotspot|category)-[^"]+)"', text)
    assert ids == ["category-process", "hotspot-worst", "hotspot-low", "category-none", "hotspot-open", "hotspot-light"]
    assert 'href="cx:a/hotspots/worst/index.md"' in text


def test_headings_of_actions_go_down_one_level_with_and_without_groups(tmp_path: Path) -> None:
    metric = {"metrics/m.yml": "metrics: [{id: m, name: M, method: count}]\n"}
    goals = "goals:\n  - {id: g, name: G, metric: m, target: 5}\n" + FULL.replace("id: easy,", "id: easy, goal: g,")
    for text, level in ((FULL, "3"), (goals, "4")):
        found = html(pages_of(tmp_path / level, text, metric)["a/actions/index.md"])
        assert re.findall(r'<h(\d)[^>]* id="action-easy"', found) == [level]
        assert ('id="plan-1"' in found) == (level == "4")


def test_a_hotspot_that_nobody_addresses_says_so(tmp_path: Path) -> None:
    page = of_journey(tmp_path)
    said = words(page)
    assert "Nobody acts on 1 of 3 hotspots; none of 3 open actions is overdue or at risk." in said
    assert "3 hotspots, 1 bright spot, 2 ideas, 4 actions." in said
    assert "Open Is moved Answers for it desk What is being done Addressed by nobody yet" in said
    assert "Answers for it nobody yet Built on by no action builds on it" in said
    assert 'class="cx-spot cx-spot--open cx-spot--alone" data-severity="open"' in html(page)


def test_actions_follow_one_another_in_time_with_an_id_each(tmp_path: Path) -> None:
    text = html(of_journey(tmp_path))
    assert re.findall(r'<h3 id="action-(\w+)"', text) == ["easy", "hard", "half", "off"]
    assert text.count("no dates said") == 3


def test_actions_stand_under_the_goals_they_serve_in_the_order_of_the_goals(tmp_path: Path) -> None:
    goals = (
        "goals: [{id: one, name: One, metric: x, target: 5}, {id: two, name: Two, metric: x, target: 6, by: 2027}]\n"
    )
    acts = "actions: [{id: a, name: A}, {id: b, name: B, goal: two}, {id: c, name: C, goal: one}]\n"
    files = {"metrics/m.yml": "metrics: [{id: x, name: X, method: mean, source: x.csv}]\n"}
    files["metrics/x.csv"] = "period,mean,sd,n\n2026,4,1,50\n"
    text = html(pages_of(tmp_path, goals + acts, files)["a/actions/index.md"])
    assert re.findall(r'id="(?:plan|action)-(\w+)"', text) == ["1", "c", "2", "b", "3", "a"]
    assert "No goal named" in text


def test_without_any_date_the_roadmap_says_so_and_draws_no_line_in_time(tmp_path: Path) -> None:
    page = of_journey(tmp_path, "actions: [{id: a, name: A}]\n")
    assert "No action says when it starts, is due or shipped" in words(page)
    assert "cx-track" not in html(page)


def test_a_row_says_how_it_is_delivered_by_whom_when_and_what_may_go_wrong(tmp_path: Path) -> None:
    act = "{id: a, name: A, owner: ana, delivery: upskill, kind: operational, risk: May slip, start: 2026-01, "
    act += "due: 2026-12, pilots: [{segment: n, since: 2026-02}], resources: {people_days: 3, it_days: 4}}"
    said = words(of_journey(tmp_path, f"actions: [{act}]\n"))
    assert "A1 A ana Is to move: not assessed Upskill Operational" in said
    assert "At risk from Jan 2026 due Dec 2026 Pilot in n since Feb 2026 May slip 3 people days 4 IT days" in said


def test_who_answers_stands_in_the_matrix_by_letter_and_word(tmp_path: Path) -> None:
    page = of_journey(tmp_path)
    assert 'class="cx-raci cx-raci--answers"><span aria-hidden="true">A</span>' in html(page)
    assert "A1 Easy nobody answers for it" in words(page)
    assert "3 have nobody who answers for them." in words(page)


def test_a_point_of_the_matrix_leads_to_its_action_and_has_its_name(tmp_path: Path) -> None:
    text = html(of_journey(tmp_path))
    found = re.search(
        r'<a class="cx-mx__p cx-mx--not-said cx-x\d+ cx-y\d+" href="cx:a/actions/hard/index.md">(.*?)</a>', text
    )
    assert found
    assert "Hard, plan well: value 4, ease 2, not said" in found[1]


def test_views_of_a_long_list_count_what_they_show_and_a_short_one_has_none(tmp_path: Path) -> None:
    spots = "".join(f"  - {{id: h{i}, name: H{i}, severity: {'low' if i else 'high'}}}\n" for i in range(4))
    page = of_journey(tmp_path / "long", f"hotspots:\n{spots}")
    assert "All 4 High 1 Low 3 Nobody acts on 4" in words(page)
    assert 'name="hotspots"' not in html(of_journey(tmp_path / "short"))


def test_the_quadrants_are_worded_and_what_is_not_assessed_is_named(tmp_path: Path) -> None:
    said = words(of_journey(tmp_path))
    assert "Do now A1 Easy Plan well A2 Hard Fill in none Later none" in said
    assert "Left out, as ease or value is not assessed: A3 Half." in said
    assert "Left out, as dropped: A4 Off." in said


def test_what_is_in_progress_says_so_in_the_list_and_what_shipped_is_no_longer_in_it(tmp_path: Path) -> None:
    text = """\
actions:
  - {id: run, name: Run, status: in-progress, value: 5, ease: 5}
  - {id: over, name: Over, shipped: 2026-01, value: 5, ease: 4}
"""
    page = of_journey(tmp_path, text)
    assert "Do now A1 Run In progress Plan well none Fill in none Later none" in words(page)
    assert "Over, shipped: value 5, ease 4</span>" in html(page)


def test_where_no_action_has_both_ease_and_value_one_sentence_says_so(tmp_path: Path) -> None:
    said = words(of_journey(tmp_path, "actions: [{name: One, value: 3}, {name: Off, status: dropped}]\n"))
    assert "No action has both ease and value assessed, so that nothing says yet with which to begin." in said
    assert "Left out" not in said


def test_a_row_says_what_is_missing_to_make_it_stick(tmp_path: Path) -> None:
    said = words(of_journey(tmp_path))
    assert "missing missing ✓ in place missing" in said
    assert "Of 3 the backing is not assessed." in said


def test_days_are_summed_and_the_silent_counted(tmp_path: Path) -> None:
    said = words(of_journey(tmp_path))
    assert "Days of people outside IT 10 (2 actions without) Days of IT not said" in said
    assert "Over 3 open actions" in said
    assert "ana A2 none 10 not said not said" in said
    assert "Nobody named A1, A3" in said


def test_every_field_of_an_idea_has_its_place(tmp_path: Path) -> None:
    page = of_journey(tmp_path)
    said = words(page)
    for one in (
        "Count them With a counter. Would ease Worst Is about Is moved, Wait",
        "Came from back, Clerk somebody who doubted",
        "Could be done by it",
        "Actions that came from it: A1 Easy",
        "https://example.org/i Size Small",
        "Bare Would ease not assessed Came from not assessed Could be done by not assessed",
        "No action came from it yet.",
    ):
        assert one in said, one
    assert 'id="idea-count"' in html(page)
    assert faults(page) == []


def test_nothing_shipped_is_said_in_words(tmp_path: Path) -> None:
    assert "Nothing has been tested yet. Nothing has shipped, and nothing is being piloted." in words(
        of_journey(tmp_path)
    )


def test_a_journey_without_any_has_no_page_and_neither_has_the_repository(tmp_path: Path) -> None:
    assert sorted(path for path in pages_of(tmp_path, "") if "actions" in path) == []


def test_only_sections_with_something_in_them_are_there(tmp_path: Path) -> None:
    page = of_journey(tmp_path, "ideas: [{id: i, name: I}]\n")
    assert [part.id for part in page.parts] == ["lead", "ideas"]


def test_what_is_shared_stands_on_the_lists_of_its_journeys_and_is_marked(tmp_path: Path) -> None:
    files = {
        "journeys/hotspots.yml": "hotspots: [{id: both, name: Both, steps: [a/moved, b/moved], category: people}]\n",
        "journeys/ideas.yml": "ideas: [{id: ask, name: Ask, addresses: both}]\n",
        "journeys/actions.yml": "actions: [{id: form, name: Form, addresses: both}]\n",
        "journeys/b.yml": f"name: B\nowner: o\nhotspots: [{{id: own, name: Own, steps: moved}}]\n{MAP}",
        "journeys/c.yml": "name: C\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n",
    }
    found = pages_of(tmp_path, "hotspots: [{id: own, name: Own, steps: moved}]\n", files)
    for home in ("a", "b"):
        text = html(found[f"{home}/actions/index.md"])
        assert re.findall(r'id="((?:hotspot|action|idea)-[^"]+)"', text).count("action-form") == 1
        assert 'id="hotspot-both"' in text
        assert 'id="idea-ask"' in text
        assert "Shared" in text
    assert "c/actions/index.md" not in found
    whole = found["actions/index.md"]
    assert re.findall(r'id="((?:hotspot|action|idea)-[^"]+)"', html(whole)) == [
        "hotspot-both",
        "action-form",
        "idea-ask",
    ]
    assert "People 1 hotspot in 2 journeys: it recurs" in words(whole)
    assert "Own Pain point" in words(whole)
    assert whole.parent == "index.md"
    assert faults(whole) == []


def test_a_hotspot_of_another_journey_with_the_same_id_has_an_id_of_its_own(tmp_path: Path) -> None:
    other = f"name: B\nowner: o\nhotspots: [{{id: own, name: Theirs, steps: [moved, a/told]}}]\n{MAP}"
    page = pages_of(tmp_path, "hotspots: [{id: own, name: Own, steps: moved}]\n", {"journeys/b.yml": other})
    found = re.findall(r'id="(hotspot-[^"]+)"', html(page["a/actions/index.md"]))
    assert sorted(found) == ["hotspot-own", "hotspot-own--b"]


def test_the_portfolio_stays_the_first_page(tmp_path: Path) -> None:
    assert next(iter(pages_of(tmp_path, FULL))) == "index.md"


def test_the_pages_of_the_example_are_whole() -> None:
    site = build(examine(find_project(ROOT)))
    found = [page for page in site.pages if re.search(r"(hotspots|actions)/", page.path)]
    assert len(found) > 60
    assert [fault for page in found for fault in faults(page)] == []


@moderate
@given(contents())
def test_any_content_makes_whole_pages(content) -> None:  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        examined = examine(Project(Path(folder)))
        if not examined.has_errors:
            found = build(examined).pages
            assert [fault for page in found if "actions" in page.path for fault in faults(page)] == []
