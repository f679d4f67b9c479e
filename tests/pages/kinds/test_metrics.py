"""The page of all metrics."""

from __future__ import annotations

from pathlib import Path

from .metric_sites import METRICS, html, pages_of, words


def test_each_metric_has_a_row_in_the_order_of_their_names(tmp_path: Path) -> None:
    page = pages_of(tmp_path)["metrics/index.md"]
    said = words(page, "all")
    assert said.index("Wanted mean not measured yet no number yet nobody Buy a ticket") < said.index("Worth clv")
    assert "Worth clv not computed by this version no number yet insight none" in said
    assert "relationship +54 n 1,000, 95 % interval" in said
    assert "; and 3 places +50 by 2027: reached fresh until" in said
    assert page.parent == "index.md"


def test_what_is_not_looked_after_is_named(tmp_path: Path) -> None:
    said = words(pages_of(tmp_path)["metrics/index.md"], "open")
    assert "Nobody answers for Wanted" in said
    assert "No table is named for Wanted" in said
    assert "Not computed by this version Worth" in said


def test_a_table_without_a_number_is_named(tmp_path: Path) -> None:
    files = {"metrics/nps.csv": "period,kind,promoters,passives,detractors\n"}
    assert "The table has no number for Would recommend" in words(pages_of(tmp_path, files)["metrics/index.md"], "open")


def test_a_metric_about_places_alone_counts_them(tmp_path: Path) -> None:
    files = {"metrics/nps.csv": "period,kind,phase,promoters,passives,detractors\n2026-07,real,pay,50,30,20\n"}
    said = words(pages_of(tmp_path, files)["metrics/index.md"], "all")
    assert "relationship 1 place 1 of 1 place insight Buy a ticket" in said


def test_a_metric_of_which_all_is_withheld_is_not_said_to_have_no_number(tmp_path: Path) -> None:
    files = {"metrics/nps.csv": "period,kind,promoters,passives,detractors\n2026-07,real,2,1,1\n"}
    page = pages_of(tmp_path, files)["metrics/index.md"]
    assert "relationship withheld: too few answers to show" in words(page, "all")
    assert "Withheld, as too few answered Would recommend" in words(page, "open")
    assert "The table has no number for" not in words(page, "open")


def test_a_stale_number_has_a_sign_beside_its_word(tmp_path: Path) -> None:
    made = pages_of(tmp_path, {"metrics/m.yml": METRICS.replace("fresh_for: 400d", "fresh_for: 10d")})
    assert '<span class="cx-stale">stale, was fresh until' in html(made["metrics/index.md"], "all")
    assert '<span class="cx-stale">stale, was fresh until' in html(made["metrics/nps/index.md"], "stands")


def test_without_metrics_there_is_no_such_page(tmp_path: Path) -> None:
    files = {
        "journeys/ticket.yml": "name: J\nowner: o\nphases: [{id: p, name: P}]\n",
        "metrics/m.yml": "metrics: []\n",
    }
    assert not [path for path in pages_of(tmp_path, files) if "metrics" in path]
