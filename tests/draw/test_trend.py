"""One number over time, as the rows a chart is drawn from and as the chart."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import small_project

from cxsite.derive.figures import Figure
from cxsite.derive.journeys import view_journey
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.trend import SHAPES, TREND, datasets
from cxsite.pipeline import examine
from cxsite.project import find_project

METRIC = "metrics:\n  - {{id: m, name: M, method: {method}, source: [{sources}]{more}}}\n"


def figure(folder: Path, tables: dict[str, str], method: str = "mean", more: str = "", source: str = "") -> Figure:
    text = METRIC.format(method=method, sources=source or ", ".join(tables), more=more)
    journey = "name: J\nowner: o\nmetrics: [m]\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n"
    files = {"metrics/metrics.yml": text, "journeys/ticket.yml": journey}
    small_project(folder, files | {f"metrics/{name}": table for name, table in tables.items()})
    examined = examine(find_project(folder))
    assert not examined.has_errors, examined.diagnostics
    (made,) = view_journey(
        examined.content.portfolio.journeys[0], examined.content.portfolio, examined.measures
    ).figures
    return made


PLAIN = "period,value\n2026-01,4.1\n2026-02,4.2\n2026-03,4.3\n"


def test_points_stand_in_the_order_of_time_whatever_the_order_of_the_rows(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": "period,value\n2026-03,3\n2026-01,1\n2026-02,2\n"}))
    assert [(row["order"], row["value"]) for row in made["points"]] == [(0, 1), (1, 2), (2, 3)]
    assert [place["label"] for place in made["places"]] == [["Jan", "2026"], ["Feb", "2026"], ["Mar", "2026"]]
    assert [(place["from"], place["to"]) for place in made["places"]] == [(-0.5, 0.5), (0.5, 1.5), (1.5, 2.5)]


def test_a_line_without_gaps_is_one_run(tmp_path: Path) -> None:
    assert {row["run"] for row in datasets(figure(tmp_path, {"a.csv": PLAIN}))["points"]} == {"0-0"}


def test_a_line_is_parted_at_a_value_nobody_knows(tmp_path: Path) -> None:
    table = "period,value\n2026-01,1\n2026-02,No Data\n2026-03,3\n"
    rows = datasets(figure(tmp_path, {"a.csv": table}, source="{file: a.csv, missing: [No Data]}"))["points"]
    assert [row["order"] for row in rows] == [0, 2]
    assert rows[0]["run"] != rows[1]["run"]


def test_a_line_is_parted_where_one_source_has_no_row_for_a_period_of_the_other(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN, "b.csv": "period,value\n2026-01,1\n2026-03,3\n"}))
    second = [row for row in made["points"] if row["source"] == 1]
    assert [row["order"] for row in second] == [0, 2]
    assert second[0]["run"] != second[1]["run"]


def test_a_line_is_parted_at_a_break_which_stands_before_its_period(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, more=", breaks: [{at: 2026-02, why: wording}]"))
    assert [row["run"] for row in made["points"]] == ["0-0", "0-1", "0-1"]
    assert list(made["breaks"]) == [{"at": 0.5, "text": "wording changed"}]


def test_each_source_has_runs_of_its_own_and_ends_with_its_number(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN, "b.csv": "period,value\n2026-02,5\n2026-03,6\n"}))
    runs = [{row["run"] for row in made["points"] if row["source"] == source} for source in (0, 1)]
    assert not runs[0] & runs[1]
    assert [(row["source"], row["text"]) for row in made["ends"]] == [(0, "4.30"), (1, "6.00")]


def test_an_interval_is_there_only_where_the_table_gives_one(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": "period,mean,sd,n\n2026-01,4,1,100\n2026-02,4,,100\n"}))
    first, second = made["points"]
    assert first["low"] < 4 < first["high"]
    assert (second["low"], second["high"]) == (None, None)


def test_an_interval_that_ends_at_zero_keeps_its_end(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": "period,numerator,denominator\n2026-01,0,50\n"}, "share"))
    assert made["points"][0]["low"] == pytest.approx(0)
    assert made["points"][0]["high"] > 0


def test_shares_are_drawn_in_per_cent(tmp_path: Path) -> None:
    (row,) = datasets(figure(tmp_path, {"a.csv": "period,numerator,denominator\n2026-01,10,40\n"}, "share"))["points"]
    assert (row["value"], row["text"]) == (25, "25.0 %")


def test_a_chart_has_a_mark_for_every_point_and_a_line_for_every_run(tmp_path: Path) -> None:
    made = figure(tmp_path / "p", {"a.csv": PLAIN, "b.csv": "period,value\n2026-02,5\n2026-03,6\n"})
    chart = Studio(Cache(tmp_path / "cache")).chart(TREND, datasets(made))
    for svg in (chart.wide, chart.narrow):
        assert ">4.30<" in svg
        assert ">6.00<" in svg
        assert len(re.findall(r'stroke-width="2.5"', svg)) == 2
    assert chart.wide != chart.narrow


def test_a_chart_of_one_point_is_drawn(tmp_path: Path) -> None:
    made = figure(tmp_path / "p", {"a.csv": "period,value\n2026-01,4.1\n"})
    assert ">4.10<" in Studio(Cache(tmp_path / "cache")).chart(TREND, datasets(made)).wide


def test_markup_in_a_label_is_text_in_the_chart(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path / "p", {"a.csv": PLAIN}))
    made = {**made, "breaks": [{"at": 0.5, "text": "<script>x</script>"}]}
    assert "<script" not in Studio(Cache(tmp_path / "cache")).chart(TREND, made).wide


def test_a_drawn_chart_is_not_drawn_again_and_a_changed_number_is(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path / "p", {"a.csv": PLAIN}))
    counts = []
    for rows in (made, made, json.loads(json.dumps(made).replace("4.30", "4.31"))):
        studio = Studio(Cache(tmp_path / "cache"))
        studio.chart(TREND, rows)
        counts.append(studio.drawn)
    assert counts == [2, 0, 2]


def test_no_mark_is_used_for_two_sources() -> None:
    assert len(set(SHAPES)) == len(SHAPES) >= 5
