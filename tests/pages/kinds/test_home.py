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
TABLE = "period,promoters,passives,detractors\n2026-01,50,30,20\n2026-02,60,20,20\n"


def journey(name: str, more: str = "") -> str:
    return f"name: {name}\nowner: sales\n{more}phases: [{{id: p, name: P, steps: [{{id: s, name: S}}]}}]\n"


def home(folder: Path, files: dict[str, str], place: str = "index.md") -> Page:
    write(folder, {"cxsite.yml": "today: 2026-03-01\n", **files})
    site = build(examine(find_project(folder)), place)
    return site.pages[0]


def html(page: Page) -> str:
    return "\n".join(part.html for part in page.parts)


def test_journeys_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("zebra"), "journeys/b.yml": journey("Ärger"), "journeys/c.yml": journey("apple")}
    found = re.findall(r'href="cx:(\w)/index.md">([^<]+)<', html(home(tmp_path, files)))
    assert found[0] == ("c", "apple")
    assert dict(found) == {"a": "zebra", "b": "Ärger", "c": "apple"}


def test_each_journey_says_its_owner_and_its_size(tmp_path: Path) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("A", "summary: What *it* is\n")})
    assert '<p class="cx-k2">sales. 1 phase, 1 step</p>' in html(page)
    assert "<p>What <em>it</em> is</p>" in html(page)
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


@pytest.mark.parametrize(("count", "said"), [(0, "0 journeys"), (1, "1 journey"), (2, "2 journeys")])
def test_the_count_is_said_in_words_that_fit(tmp_path: Path, count: int, said: str) -> None:
    page = home(tmp_path, {f"journeys/{'ab'[i]}.yml": journey("J") for i in range(count)})
    assert page.description == f"{said}, seen from the customer's side"
    assert f"{said}, seen" in page.parts[0].html


def test_an_empty_portfolio_says_what_to_do(tmp_path: Path) -> None:
    assert "Write the first one in <code>journeys/</code>" in html(home(tmp_path, {}))


@pytest.mark.parametrize(("status", "shown"), [("draft", True), ("retired", True), ("live", False)])
def test_a_status_is_shown_unless_the_journey_is_live(tmp_path: Path, status: str, shown: bool) -> None:
    page = home(tmp_path, {"journeys/a.yml": journey("A", f"status: {status}\n")})
    assert (f'<b class="cx-flag">{status}</b>' in html(page)) is shown


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
    (heading,) = re.findall(r"<h3.*?</h3>", html(page))
    assert heading.count("<a ") == 1


GOALS = "goals: [{id: g, name: More say yes, kind: increase-nps, metric: nps, target: 50, by: 2026-12}]\n"
WITH_NUMBERS = {"metrics/m.yml": METRICS.replace("nps.csv}", "nps.csv, better: up}"), "metrics/nps.csv": TABLE}


def test_the_primary_goal_stands_with_its_number_its_target_and_the_distance(tmp_path: Path) -> None:
    text = html(home(tmp_path, {"journeys/a.yml": journey("A", "metrics: [nps]\n" + GOALS), **WITH_NUMBERS}))
    assert "More say yes (increase nps)" in text
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
    assert '<span class="cx-k2">not assessed</span>' in text  # the hotspots
    assert "Never reviewed" in text
    assert "No numbers yet" in text


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
    assert "</span> 1 high</span>" in text
    assert "</span> 1 not rated</span>" in text
    assert "</span> 1 bright spot</span>" in text


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
    assert '<b class="cx-state cx-state--stale">Stale</b>' in text


def test_very_many_journeys_are_rows_of_a_table_without_drawings(tmp_path: Path) -> None:
    files = {f"journeys/j{i}.yml": journey(f"J{i}", "metrics: [nps]\nsummary: Long\n" + GOALS) for i in range(300)}
    page = home(tmp_path, {**files, **WITH_NUMBERS})
    assert html(page).count("<tr><th") == 301 + 2  # a head and a row for each; the department's
    assert "<svg" not in html(page)
    assert len(html(page)) < 300 * 1200
    assert "and 280 more" in html(page)


def test_the_way_leads_to_every_overview_that_there_is_and_to_no_other(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A"), "journeys/strategy.yml": "vision: V\n", **WITH_NUMBERS}
    lead = home(tmp_path, files).parts[0].html
    assert re.findall(r'<li><a href="cx:([^"]*)">', lead) == ["metrics/index.md", "strategy/index.md"]
