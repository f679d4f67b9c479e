"""The page of all metrics."""

from __future__ import annotations

from pathlib import Path

from .metric_sites import pages_of, words


def test_each_metric_has_a_row_in_the_order_of_their_names(tmp_path: Path) -> None:
    page = pages_of(tmp_path)["metrics/index.md"]
    said = words(page, "all")
    assert said.index("Wanted nobody mean not measured yet no number yet Buy a ticket") < said.index("Worth insight")
    assert "Worth insight clv not computed by this version no number yet none" in said
    assert "relationship +54 n 1,000, 95 % interval" in said
    assert "; and 3 places fresh until" in said
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
    assert "relationship 1 place 1 of 1 place Buy a ticket" in said


def test_without_metrics_there_is_no_such_page(tmp_path: Path) -> None:
    files = {
        "journeys/ticket.yml": "name: J\nowner: o\nphases: [{id: p, name: P}]\n",
        "metrics/m.yml": "metrics: []\n",
    }
    assert not [path for path in pages_of(tmp_path, files) if "metrics" in path]
