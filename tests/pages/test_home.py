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
    assert "<dd>sales</dd>" in html(page)
    assert "<dd>1 phase, 1 step</dd>" in html(page)
    assert "<p>What <em>it</em> is</p>" in html(page)
    assert page.parts[1].search == "A. What it is"


def test_the_newest_number_stands_with_its_period_and_what_it_rests_on(tmp_path: Path) -> None:
    files = {"journeys/a.yml": journey("A", "metrics: [nps]\n"), "metrics/m.yml": METRICS, "metrics/nps.csv": TABLE}
    text = html(home(tmp_path, files))
    assert "<b>+40</b>" in text
    assert "Feb 2026, n 100, 95 % interval +23 to +54" in text
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
    assert (f"<dd>{status}</dd>" in html(page)) is shown


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
