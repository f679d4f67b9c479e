"""The page of a metric."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

import pytest

from cxsite.pages.plan import Page

from .metric_sites import METRICS, TABLE, html, pages_of, words


@cache
def site() -> dict[str, Page]:
    with tempfile.TemporaryDirectory() as name:
        return pages_of(Path(name))


@pytest.fixture
def nps() -> Page:
    return site()["metrics/nps/index.md"]


def test_the_sections_stand_in_their_order(nps: Page) -> None:
    assert [part.id for part in nps.parts] == [
        *("lead", "trends", "stands", "goals", "phases", "groups", "judged", "used", "sources")
    ]
    assert (nps.title, nps.description) == ("Would recommend", "Would you recommend us?")
    assert (nps.parent, nps.source) == ("metrics/index.md", "metrics/m.yml:3")


@pytest.mark.parametrize(
    "said",
    [
        *("Owner insight", "Kind relationship Better more Scale 0 to 10", "Scale 0 to 10"),
        *("Collected by mail", "Evidence none named", "Fresh for 400 days", "Id nps", "Formerly old-nps"),
        *("Would you recommend us?", "The study", "Note Own words", "metrics/m.yml:2", "Net Promoter Score:"),
        "Journey Buy a ticket",
    ],
)
def test_every_field_of_the_metric_is_said(nps: Page, said: str) -> None:
    assert said in words(nps, "lead")


def test_each_place_has_a_row_with_an_anchor_and_its_latest_number(nps: Page) -> None:
    assert {"metric-nps", "metric-nps--segment-north", "metric-nps--phase-pay"} <= nps.anchors
    assert "The whole +54 n 1,000, 95 % interval" in words(nps, "stands")
    assert "Jul 2026 +50 by 2027: reached fresh until" in words(nps, "stands")
    assert "fresh until" in words(nps, "stands")


def test_a_place_with_too_few_answers_has_a_row_without_a_number(nps: Page) -> None:
    assert "Few withheld: too few answers to show" in words(nps, "stands")
    assert "withheld: too few answers to show" in words(nps, "trends")


def test_goals_are_said_with_their_distance(nps: Page) -> None:
    said = words(nps, "goals")
    assert "They love it Buy a ticket +50 2027 reached" in said
    assert "Buy a ticket, Pays +20 2027 20 points to go" in said


def test_the_number_stands_large_beside_its_line_with_its_target_and_how_fresh_it_is(nps: Page) -> None:
    said = words(nps, "trends")
    assert "+54 n 1,000, 95 % interval +50 to +58, Jul 2026 Target +50 by 2027: reached Numbers fresh until" in said


def test_places_beyond_eight_are_folded_and_keep_their_anchors(tmp_path: Path) -> None:
    segments = ["north", "south", "few", *(f"s{i}" for i in range(9))]
    table = TABLE + "".join(f"2026-07,real,{name},,50,30,20,,\n" for name in segments[3:])
    listed = ", ".join(f"{{id: {name}, name: {name}, dimension: d}}" for name in segments)
    page = pages_of(tmp_path, {"metrics/nps.csv": table, "journeys/segments.yml": f"segments: [{listed}]\n"})[
        "metrics/nps/index.md"
    ]
    folded = html(page, "stands").split("<details")[1]
    assert "Where it stands: 6 more places" in folded
    assert {f"metric-nps--segment-{name}" for name in segments} <= page.anchors


def test_the_whole_and_what_a_goal_names_have_a_chart(nps: Page) -> None:
    heads = re.findall(r"<h3[^>]*>(.*?)</h3>", html(nps, "trends"))
    assert [head.split(":")[0] for head in heads] == [
        "Would <em>recommend</em>",
        "Would <em>recommend</em>, Pays",
    ]
    assert "1 A clear bill, shipped 2026-04-15" in words(nps, "trends")


def test_every_row_of_the_table_is_there_and_says_why_it_has_no_number(nps: Page) -> None:
    rows = re.findall(r"<tr data-row=.*?</tr>", html(nps, "trends"))
    assert len(rows) == TABLE.count(",real,")
    assert any(">None<" in row and "nps.csv:12" in row for row in rows)


def test_a_phase_that_nobody_names_is_in_the_table_and_has_no_chart(tmp_path: Path) -> None:
    table = TABLE + "2026-07,real,,choose,60,20,20,,\n"
    page = pages_of(tmp_path, {"metrics/nps.csv": table})["metrics/nps/index.md"]
    assert "metric-nps--phase-choose" in page.anchors
    assert ", Choose" not in "".join(re.findall(r"<h3[^>]*>(.*?)</h3>", html(page, "trends")))
    assert "3 more places without a chart here" in words(page, "trends")
    assert "Choose Jul 2026" in words(page, "trends")


def test_where_nothing_has_a_chart_a_sentence_says_why(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": METRICS.replace(
            "method: mean}", "method: mean, scale: 1..7, source: wanted.csv, journey: ticket}"
        ),
        "metrics/wanted.csv": "period,phase,mean,sd,n\n2026-06,choose,5,1,400\n2026-06,pay,5,1,400\n",
    }
    page = pages_of(tmp_path, files)["metrics/wanted/index.md"]
    assert words(page, "trends").startswith(
        "No chart: it has no number of the whole, and no goal or action is about one of the 2 places where it is "
        "measured. The table below has the latest number of each."
    )


def test_a_table_with_a_year_of_its_own_says_which(tmp_path: Path) -> None:
    metrics = METRICS.replace("method: mean}", "method: mean, source: {file: w.csv, fiscal_year: {starts: 10}}}")
    files = {"metrics/m.yml": metrics, "metrics/w.csv": "period,mean,sd,n\n2026-06,5,1,400\n"}
    said = words(pages_of(tmp_path, files)["metrics/wanted/index.md"], "sources")
    assert "Missing values Fiscal year Rows read w.csv as they are named all about it empty cell from October" in said


def test_groups_are_drawn_from_counts_and_what_has_none_is_named(nps: Page) -> None:
    said = words(nps, "groups")
    assert "All 8 % 30 % 62 %" in said
    assert said.endswith("so their shares are not known: South.")


def test_phases_stand_with_their_targets_and_those_without_a_number_say_so(nps: Page) -> None:
    said = words(nps, "phases")
    assert "Choose not measured" in said
    assert re.search(r"Pays 0 .*\+20", said)


def test_what_a_change_did_is_said_with_its_test(nps: Page) -> None:
    said = words(nps, "judged")
    assert "A clear bill" in said
    assert "35" in said
    assert re.search(r"improved|no change shown|not comparable|worsened", said)


def test_what_uses_it_is_linked(nps: Page) -> None:
    said = words(nps, "used")
    for label in ("Journeys Buy a ticket", "Phases Pays (Buy a ticket)", "Actions A clear bill (Buy a ticket)"):
        assert label in said
    assert 'href="cx:ticket/index.md#phase-pay"' in html(nps, "used")


def test_its_tables_and_breaks_are_said(nps: Page) -> None:
    said = words(nps, "sources")
    assert "nps.csv as they are named where kind is real None 11" in said
    assert "Missing values Rows read" in said
    assert "Feb 2026 wording what came before is not compared with what came after" in said


def test_a_metric_without_a_table_says_what_it_lacks() -> None:
    page = site()["metrics/wanted/index.md"]
    assert [part.id for part in page.parts] == ["lead", "stands", "used", "sources"]
    assert "Owner nobody" in words(page, "lead")
    assert "The whole not measured yet" in words(page, "stands")
    assert "No table yet" in words(page, "sources")


def test_a_method_that_is_not_computed_says_so() -> None:
    assert "This version does not compute the method" in words(site()["metrics/worth/index.md"], "lead")


def test_a_metric_that_nothing_names_says_so(tmp_path: Path) -> None:
    assert "Nothing names it yet." in words(site()["metrics/worth/index.md"], "used")


def test_many_places_that_are_followed_are_not_all_drawn(tmp_path: Path) -> None:
    segments = [f"s{i}" for i in range(26)]
    table = TABLE + "".join(f"2026-07,real,{key},,,,,12,400\n" for key in segments)
    listed = ", ".join(f"{{id: {key}, name: {key}}}" for key in [*segments, "north", "south", "few"])
    goals = "".join(f"  - {{id: g{key}, metric: nps, segment: {key}, target: 60, by: 2027}}\n" for key in segments)
    files = {
        "metrics/nps.csv": table,
        "journeys/segments.yml": f"segments: [{listed}]\n",
        "metrics/m.yml": METRICS,
        "journeys/strategy.yml": f"goals:\n{goals}",
    }
    page = pages_of(tmp_path, files)["metrics/nps/index.md"]
    assert html(page, "trends").count('class="cx-figbox cx-trend"') == 24
    assert re.search(r"\d+ more places without a chart here", words(page, "trends"))


def test_of_weighted_answers_it_says_how_many_their_weighting_leaves(tmp_path: Path) -> None:
    metrics = METRICS.replace("method: mean}", "method: mean, scale: 1..7, source: wanted.csv}")
    table = "period,mean,sd,n,n_effective\n2026-06,5,1,400,212\n2026-07,5.1,1,90,24\n"
    page = pages_of(tmp_path, {"metrics/m.yml": metrics, "metrics/wanted.csv": table})["metrics/wanted/index.md"]
    assert "5.10 n 90, effective 24, low base, 95 % interval" in words(page, "stands")
    (june,) = (row for row in re.findall(r"<tr data-row=.*?</tr>", html(page, "trends")) if "Jun 2026" in row)
    assert "n 400, effective 212" in june
