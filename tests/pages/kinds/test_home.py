"""The portfolio page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import small_project, write

from cxsite.pages.plan import Page
from cxsite.pipeline import build, examine
from cxsite.project import find_project

METRICS = "metrics:\n  - {id: nps, name: Would recommend, method: nps, source: nps.csv}\n"
TABLE = "period,promoters,passives,detractors\n2025-12,45,30,25\n2026-01,50,30,20\n2026-02,60,20,20\n"


def journey(name: str, more: str = "") -> str:
    return f"name: {name}\nowner: sales\n{more}phases: [{{id: p, name: P, steps: [{{id: s, name: S}}]}}]\n"


def home(folder: Path, files: dict[str, str], place: str = "index.md") -> Page:
    write(folder, {"cxsite.yml": "today: 2026-03-01\n", **files})
    site = build(examine(find_project(folder)), place)
    return site.pages[0]


def html(page: Page) -> str:
    return "\n".join(part.html for part in page.parts).replace("\u00a0", " ")


def test_journeys_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("zebra"), "journeys/b.yml": journey("Ärger"), "journeys/c.yml": journey("apple")}
    found = re.findall(r'href="cx:(\w)/index.md">([^<]+)<', html(home(tmp_path, files)))
    assert found[0] == ("c", "apple")
    assert dict(found) == {"a": "zebra", "b": "Ärger", "c": "apple"}


def test_each_journey_says_its_owner_and_its_size(tmp_path: Path) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("A", "summary: What *it* is\n")})
    assert '<p class="cx-k2">sales. 1 phase, 1 step</p>' in html(page)
    assert ">What <em>it</em> is</p>" in html(page)
    assert page.parts[1].search == "A. What it is"


def test_the_newest_number_stands_with_its_period_and_what_it_rests_on(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A", "metrics: [nps]\n"), "metrics/m.yml": METRICS, "metrics/nps.csv": TABLE}
    text = html(home(tmp_path, files))
    assert ">+40</a> <span" in text
    assert ">n 100, 95 % interval +23 to +54, Feb 2026<" in text
    assert "No goal said" in text
    assert text.count('<svg class="cx-spark"') == 1


@pytest.mark.parametrize(
    "files",
    [
        {"journeys/a.yml": journey("A")},
        {
            "journeys/a.yml": journey("A", "metrics: [nps]\n"),
            "metrics/m.yml": METRICS,
            "metrics/nps.csv": TABLE.splitlines()[0] + "\n",
        },
    ],
)
def test_a_journey_without_a_number_says_so(tmp_path: Path, files: dict[str, str]) -> None:
    assert "Not measured yet" in html(home(tmp_path, files))


@pytest.mark.parametrize(("count", "said"), [(1, "1 journey"), (2, "2 journeys")])
def test_the_count_is_said_in_words_that_fit(tmp_path: Path, count: int, said: str) -> None:
    page = home(tmp_path, {f"journeys/{'ab'[i]}.yml": journey("J") for i in range(count)})
    assert page.description == f"{said}, seen from the customer's side"
    assert f"{said}, seen" in page.parts[0].html


def test_an_empty_portfolio_says_what_to_do(tmp_path: Path) -> None:
    page = home(tmp_path, {})
    assert page.heading == "No journey yet"
    assert "Write the first one in <code>journeys/</code>" in html(page)


@pytest.mark.parametrize(("status", "shown"), [("draft", True), ("retired", True), ("live", False)])
def test_a_status_is_shown_unless_the_journey_is_live(tmp_path: Path, status: str, shown: bool) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("A", f"status: {status}\n")})
    assert (f'<b class="cx-flag cx-flag--{status}">{status.capitalize()}</b>' in html(page)) is shown


def test_the_page_stands_where_it_was_told_to_and_is_in_the_navigation(tmp_path: Path) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("A")}, "portfolio/index.md")
    assert page.path == "portfolio/index.md"
    assert page.in_nav


def test_leaf_pages_know_the_portfolio_and_stay_out_of_the_navigation(tmp_path: Path) -> None:
    small_project(tmp_path)
    _, leaf = build(examine(find_project(tmp_path)), "portfolio/index.md").pages
    assert (leaf.path, leaf.parent, leaf.in_nav) == ("ticket/index.md", "portfolio/index.md", False)


def test_a_link_in_the_name_of_a_journey_is_not_a_link_in_a_link(tmp_path: Path) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("'[A](https://a.example)'")})
    (heading,) = re.findall(r"<h3 class=.cx-j__name.*?</h3>", html(page))
    assert heading.count("<a ") == 1


GOALS = "goals: [{id: g, name: More say yes, kind: increase-nps, metric: nps, target: 50, by: 2026-12}]\n"
WITH_NUMBERS = {"metrics/m.yml": METRICS.replace("nps.csv}", "nps.csv, better: up}"), "metrics/nps.csv": TABLE}


def test_the_primary_goal_stands_with_its_number_its_target_and_the_distance(tmp_path: Path) -> None:
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", "metrics: [nps]\n" + GOALS), **WITH_NUMBERS}))
    assert 'More say yes <span class="cx-k2">Increase NPS</span>' in text
    assert "Target +50 by Dec 2026</span>: 10 points to go" in text
    assert "(the target lies within the interval)" in text


def test_a_goal_whose_metric_has_no_number_is_not_measured_yet_and_keeps_its_target(tmp_path: Path) -> None:
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", GOALS), "metrics/m.yml": METRICS}))
    assert '<span class="cx-na">not measured yet</span>' in text
    assert "Target +50 by Dec 2026</span>" in text
    assert "to go" not in text


def test_what_is_not_assessed_is_never_a_zero(tmp_path: Path) -> None:
    text = html(home(tmp_path, {"journeys/a.yml": journey("A")}))
    assert text.count('<span class="cx-na">not assessed</span>') == 2  # the lowest point, the effort
    assert '<p class="cx-na">not assessed</p>' in text  # the hotspots
    assert "Never reviewed" in text
    assert "No numbers yet" in text


def test_effort_of_nothing_where_a_step_is_open_is_not_known_and_the_whole_is_said_in_plain_words(
    tmp_path: Path,
) -> None:
    steps = (
        "phases: [{id: p, name: P, steps: [{id: a, name: A, emotion: 0, effort: {time: 3min}}, {id: b, name: B}]}]\n"
    )
    files = {
        "journeys/a.yml": f"name: A\nowner: o\n{steps}",
        "journeys/b.yml": f"name: B\nowner: o\n{steps.replace(', {id: b, name: B}', '').replace('emotion: 0', 'emotion: -1')}",
    }
    said = " ".join(re.sub(r"<[^>]+>", "", html(home(tmp_path, files))).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "3 min, money not assessed, emotion not known (2 steps not assessed)" in said
    assert "3 min, money not assessed, emotion 1 point below neutral (1 step not assessed)" in said


def test_nothing_is_called_a_win_without_a_test(tmp_path: Path) -> None:
    shipped = "actions: [{id: a, name: Desk, owner: sales, shipped: 2026-02-01, expects: [{metric: nps, value: 90}]}]\n"
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", shipped), **WITH_NUMBERS}))
    assert "Nothing has been tested yet." in text
    assert "cx-win" not in text


DAYS = "period,promoters,passives,detractors\n2025-09,300,300,400\n2025-10,300,300,400\n2025-11,300,300,400\n"
DAYS += "2025-12,300,300,400\n2026-01,500,300,200\n2026-02,500,300,200\n2026-03,500,300,200\n2026-04,500,300,200\n"


def test_a_win_names_the_test_and_the_people_behind_it(tmp_path: Path) -> None:
    shipped = (
        "actions: [{id: a, name: Desk, owner: sales, done_by: [shop], shipped: 2026-01-01, "
        "expects: [{metric: nps, value: 90}]}]\n"
    )
    files = {**WITH_NUMBERS, "metrics/nps.csv": DAYS, "cxsite.yml": "today: 2026-06-01\n"}
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", shipped), **files}))
    assert "−10</span> <span aria-hidden" in text
    assert "Thanks to sales, shop." in text
    said = re.sub("<[^>]+>", "", text)
    assert "+40.0 points, 95 % interval +35.9 to +44.0 points; n 3,000 before (Oct 2025 to Dec 2025)" in said
    assert "short of what was expected" in text
    assert "1 win in 1 test." in text


def test_hotspots_are_counted_by_severity_in_words(tmp_path: Path) -> None:
    spots = "hotspots: [{id: a, name: A, severity: high}, {id: b, name: B}, {id: c, name: C, kind: bright-spot}]\n"
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", spots)}))
    said = [
        " ".join(re.sub("<[^>]+>", " ", one).split())
        for one in re.findall("<li(?: class=.cx-count0.)?><span class=.cx-sev.*?</li>", text)
    ]
    assert said == ["0 critical", "1 high", "0 medium", "0 low", "1 not rated", "1 bright"]
    assert "2 open hotspots: 1 high, 1 not rated." in text


def test_what_is_late_is_listed_with_whoever_answers_for_it(tmp_path: Path) -> None:
    late = (
        "reviewed: 2025-01-01\nmetrics: [nps]\n"
        + GOALS.replace("2026-12", "2026-01")
        + "actions:\n  - {id: a, name: Desk, owner: sales, due: 2026-01-31}\n  - {id: b, name: Form, risk: No money}\n"
    )
    files = {"journeys/a.yml": journey("A", late), **WITH_NUMBERS, "cxsite.yml": "today: 2026-09-01\n"}
    text = html(home(tmp_path, files))
    assert '<b class="cx-bad">overdue</b>, due 2026-01-31' in text
    assert '<b class="cx-bad">at risk</b>, No money <span class="cx-k2">(nobody answers for it)' in text
    assert "overdue since 2025-06-30" in text
    assert "Feb 2026, stale since 2026-" in text
    assert ": by Jan 2026, 10 points to go" in text
    assert re.search('<p class="cx-state cx-state--stale"><svg.*?</svg> Stale</p>', text)
    assert "None: never reviewed." in text


@pytest.mark.long
def test_very_many_journeys_stand_in_a_dense_list_without_curves(tmp_path: Path) -> None:
    files = {f"journeys/j{i}.yml": journey(f"J{i}", "metrics: [nps]\nsummary: Long\n" + GOALS) for i in range(300)}
    page = home(tmp_path, {**files, **WITH_NUMBERS})
    assert html(page).count("data-cx-item") == 300
    assert "cx-mark--small" not in html(page)
    assert len(html(page)) < 300 * 3000
    assert "and 280 more" in html(page)


def test_the_way_leads_to_every_overview_that_there_is_and_to_no_other(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A"), "journeys/strategy.yml": "vision: V\n", **WITH_NUMBERS}
    lead = home(tmp_path, files).parts[0].html
    assert re.findall(r'<li><a href="cx:([^"]*)">', lead) == ["metrics/index.md", "strategy/index.md"]


def test_the_heading_is_what_somebody_found(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A"), "journeys/strategy.yml": "finding: People *wait*\n"}
    page = home(tmp_path, files)
    assert (page.title, page.heading) == ("Customer journeys", "People wait")


SPOTS = "hotspots: [{id: a, name: A, severity: high}, {id: b, name: B, severity: high}, {id: c, name: C}]\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (SPOTS, "2 high hotspots in 1 journey"),
        ("hotspots: [{id: c, name: C, severity: low}, {id: d, name: D}]\n", "2 open hotspots in 1 journey"),
        ("hotspots: [{id: c, name: C, kind: bright-spot}]\n", "1 journey, with the feelings of 0 of 1 step assessed"),
    ],
)
def test_without_a_finding_the_heading_is_a_fact_with_its_number(tmp_path: Path, more: str, said: str) -> None:
    assert home(tmp_path, {"journeys/a.yml": journey("A", more)}).heading == said


def test_a_hotspot_in_several_journeys_counts_once_in_the_heading(tmp_path: Path) -> None:
    shared = "hotspots: [{id: h, name: H, severity: critical, steps: [a/s, b/s]}]\n"
    files = {"journeys/a.yml": journey("A"), "journeys/b.yml": journey("B"), "journeys/hotspots.yml": shared}
    page = home(tmp_path, files)
    assert page.heading == "1 critical hotspot in 2 journeys"
    assert "1 open hotspot: 1 critical." in html(page)


def test_the_emotion_curve_stands_in_small_with_its_lowest_step_in_words(tmp_path: Path) -> None:
    felt = "name: A\nowner: o\nphases: [{name: P, steps: [{id: s, name: Waits, emotion: -1.5}, {name: Pays, emotion: 1}]}]\n"
    text = html(home(tmp_path, {"journeys/a.yml": felt}))
    assert text.count('<svg class="cx-mark cx-mark--small"') == 1
    assert "All customers: lowest −1.5 at “Waits”, highest +1.0 at “Pays”." in text
    assert 'Lowest <b class="cx-neg">−1.5</b> at <a href="cx:a/index.md#step-s">Waits</a>' in text


def chosen(text: str, name: str) -> list[str]:
    (found,) = re.findall(f'<select [^>]*name="{name}"[^>]*>(.*?)</select>', text)
    return re.findall(">([^<]+)</option>", found)


def test_the_list_can_be_narrowed_by_what_its_journeys_differ_in(tmp_path: Path) -> None:
    files = {
        "journeys/a.yml": journey("A", "status: draft\n" + SPOTS),
        "journeys/b.yml": journey("B", "reviewed: 2020-01-01\n").replace("sales", "shop"),
    }
    text = html(home(tmp_path, files))
    assert re.findall('<select [^>]*name="([^"]*)"', text) == ["department", "owner", "hotspot", "health", "status"]
    assert chosen(text, "department") == ["All", "Sales (1)", "Shop (1)"]
    assert chosen(text, "hotspot") == ["All", "High (1)", "Not rated (1)"]
    assert chosen(text, "health") == ["All", "Stale (1)", "Not assessed (1)"]
    assert 'data-hotspot="high not-rated"' in text
    assert 'data-status="draft"' in text


def test_where_journeys_do_not_differ_there_is_nothing_to_choose(tmp_path: Path) -> None:
    assert "<select" not in html(home(tmp_path, {"journeys/a.yml": journey("A")}))
    assert "<select" not in html(home(tmp_path, {"journeys/b.yml": journey("A")}))


def test_each_choice_has_a_rule_that_hides_the_others(tmp_path: Path) -> None:
    write(tmp_path, {"journeys/a.yml": journey("A", "status: draft\n"), "journeys/b.yml": journey("B")})
    style = build(examine(find_project(tmp_path))).assets[0].content.decode()
    rule = '.cx-sift:has([name="status"] [value="draft"]:checked) [data-status]:not([data-status~="draft"])'
    assert f"{rule} {{ display: none; }}" in style


def test_the_course_of_a_goal_stands_beside_the_level_it_is_to_reach(tmp_path: Path) -> None:
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", "metrics: [nps]\n" + GOALS), **WITH_NUMBERS}))
    assert text.count('class="cx-spark__a"') == 1
