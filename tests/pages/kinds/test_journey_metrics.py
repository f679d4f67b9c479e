"""The metrics of a journey."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import pytest

from cxsite.pages.plan import Page

from .metric_sites import JOURNEY, TABLE, html, pages_of, words

PATH = "ticket/metrics/index.md"


@cache
def site() -> dict[str, Page]:
    with tempfile.TemporaryDirectory() as name:
        return pages_of(Path(name))


@pytest.fixture
def page() -> Page:
    return site()[PATH]


def test_the_sections_stand_in_their_order(page: Page) -> None:
    assert [part.id for part in page.parts] == [
        *("lead", "goals", "groups", "judged", "phases", "metrics", "coverage", "missing")
    ]
    assert (page.title, page.parent) == ("Buy a ticket: metrics", "ticket/index.md")
    assert "1 of 2 metrics with numbers about this journey." in words(page, "lead")
    assert 'aria-current="page">Metrics<' in html(page, "lead")


def test_the_primary_goal_stands_first_with_its_latest_and_its_distance(page: Page) -> None:
    said = words(page, "goals")
    assert said.startswith("Would recommend: +54 in Jul 2026 (n 1,000)")
    assert "Goal Metric Latest Target By Distance They love it primary Would recommend +54 n 1,000" in said
    assert "Would recommend, Pays 0 n 100" in said
    assert "20 points to go" in said


def test_goals_have_the_trend_of_their_metric_as_a_whole(page: Page) -> None:
    assert html(page, "goals").count('class="cx-figbox cx-trend"') == 1


def test_each_place_of_a_metric_has_a_row_with_an_anchor(page: Page) -> None:
    assert {"metric-nps", "metric-nps--phase-pay", "metric-nps--segment-south"} <= page.anchors


def test_what_groups_need_stands_with_their_words_and_what_answers_it(page: Page) -> None:
    said = words(page, "groups")
    assert "Promoters Thank them “It was quick”" in said
    assert "What answers it: A clear bill" in said


def test_each_phase_says_what_is_measured_about_it(page: Page) -> None:
    said = words(page, "coverage")
    assert "Choose 0 of 1 nothing yet not measured" in said
    assert "Pays 0 of 0 Would recommend fresh" in said
    assert "Choose the phase not measured" in said
    assert "Pays Pays Would recommend 100" in said


def test_what_is_withheld_reads_so_across_phases_and_in_what_is_measured(tmp_path: Path) -> None:
    made = pages_of(tmp_path, {"metrics/nps.csv": TABLE + "2026-07,real,,choose,3,1,1,,\n"})[PATH]
    assert "Choose withheld: too few answers to show" in words(made, "phases")
    assert "Choose withheld: too few answers to show" in words(made, "metrics")
    assert "Choose Choose Would recommend withheld: too few answers to show insight" in words(made, "coverage")


def test_a_metric_that_is_named_and_has_no_number_is_said(page: Page) -> None:
    assert "Wanted: it names no table" in words(page, "missing")
    assert "metric-wanted" in page.anchors


def test_a_journey_without_metrics_has_no_such_page(tmp_path: Path) -> None:
    files = {"journeys/bare.yml": "name: Bare\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"}
    made = pages_of(tmp_path, files)
    assert PATH in made
    assert "bare/metrics/index.md" not in made


def test_a_journey_whose_metrics_have_no_number_says_so(tmp_path: Path) -> None:
    files = {"metrics/nps.csv": "period,kind,promoters,passives,detractors\n", "journeys/ticket.yml": JOURNEY}
    made = pages_of(tmp_path, files)[PATH]
    assert "0 of 2 metrics with numbers" in words(made, "lead")
    assert "They love it primary Would recommend not measured yet +50 2027 not measured yet" in words(made, "goals")
