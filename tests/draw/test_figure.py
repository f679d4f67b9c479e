"""A figure for the page: chart, words and legend say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.figure import Drawing, draw_figure

from .trends import PLAIN, figure


def drawing(folder: Path, *arguments: object, **more: str) -> Drawing:
    made = figure(folder / "p", *arguments, **more)  # type: ignore[arg-type]
    return draw_figure(made, Studio(Cache(folder / "cache")))


def test_the_words_say_what_the_chart_shows(tmp_path: Path) -> None:
    made = drawing(tmp_path, {"a.csv": PLAIN})
    assert made.twin.name == "M: 4.30 in Mar 2026 (n not published)"
    assert made.twin.description.startswith("3 periods, Jan 2026 to Mar 2026. ")
    assert "No interval for a.csv" in made.twin.description
    assert made.wide.startswith("<svg")
    assert made.narrow.startswith("<svg")


def test_one_source_needs_no_legend(tmp_path: Path) -> None:
    assert drawing(tmp_path, {"a.csv": PLAIN}).legend == ()


def test_the_legend_names_the_cross_of_a_period_without_a_value(tmp_path: Path) -> None:
    table = PLAIN.replace("4.2", "open")
    made = drawing(tmp_path, {"a.csv": table}, source="{file: a.csv, missing: [open]}")
    assert made.legend == (("absent", "a period without a value; the table says why", ""),)


def test_the_legend_names_the_mark_of_each_source_and_its_newest_number(tmp_path: Path) -> None:
    made = drawing(tmp_path, {"a.csv": PLAIN, "b.csv": PLAIN.replace("4.", "3.")})
    assert made.legend == (("circle", "a.csv", "4.30, Mar 2026"), ("diamond", "b.csv", "3.30, Mar 2026"))


def test_a_metric_without_any_value_has_no_chart_and_says_so(tmp_path: Path) -> None:
    made = drawing(tmp_path, {"a.csv": "period,value\n"})
    assert (made.wide, made.narrow, made.spark, made.legend) == ("", "", "", ())
    assert (made.twin.name, made.twin.description) == ("M: not measured yet", "Not measured yet.")


def test_the_small_shape_is_that_of_the_source_whose_number_stands_beside_it(tmp_path: Path) -> None:
    newer = "period,value\n2026-03,1\n2026-04,5\n2026-05,9\n"
    made = drawing(tmp_path, {"a.csv": PLAIN, "b.csv": newer})
    assert made.figure.latest is not None
    assert made.figure.latest[0] == "b.csv"
    assert made.spark.count("<polyline") == 1
    assert len(made.spark.split('points="')[1].split('"')[0].split()) == 3


def test_a_break_and_a_disagreement_are_in_the_words(tmp_path: Path) -> None:
    tables = {"a.csv": PLAIN, "b.csv": "period,value\n2026-03,1\n"}
    made = drawing(tmp_path, tables, more=", breaks: [{at: 2026-02, why: scale}]")
    assert (
        "The scale changed with Feb 2026: what came before is not compared with what came after."
        in made.twin.description
    )
    assert "For Mar 2026 the sources disagree: 4.30 in a.csv, 1.00 in b.csv. Both are shown." in made.twin.description


def test_five_sources_have_five_marks(tmp_path: Path) -> None:
    made = drawing(tmp_path, {f"{name}.csv": PLAIN for name in "abcde"})
    assert len({shape for shape, _, _ in made.legend}) == 5


def test_targets_and_changes_are_in_the_words_and_the_change_in_its_row(tmp_path: Path) -> None:
    journey = (
        "goals: [{metric: m, target: 5, by: 2027-06-30}]\n"
        "actions: [{id: a, name: The change, owner: o, shipped: 2026-02-10, expects: [{metric: m, value: 5}]}]\n"
    )
    made = drawing(tmp_path, {"a.csv": PLAIN}, more=", better: up", journey=journey)
    assert "Target 5.00 by 2027-06-30: 0.70 to go." in made.twin.description
    assert "1: The change, shipped 2026-02-10." in made.twin.description
    assert [row.beside for row in made.figure.rows] == ["", "1: The change, shipped 2026-02-10", ""]


def test_the_small_shape_is_open_where_periods_are_skipped(tmp_path: Path) -> None:
    made = drawing(tmp_path, {"a.csv": "period,value\n2026-01,1\n2026-02,2\n2026-05,3\n2026-06,4\n"})
    assert made.spark.count("<polyline") == 2
    ((first, _), (second, _)) = (run.split() for run in re.findall('points="([^"]*)"', made.spark))
    assert float(second.split(",")[0]) - float(first.split(",")[0]) == pytest.approx(4 / 5 * 90, abs=0.2)


def test_a_small_shape_has_the_height_of_its_newest_interval(tmp_path: Path) -> None:
    rows = "".join(f"2026-0{i},4.{i},2,100\n" for i in (1, 2, 3))
    made = drawing(tmp_path, {"a.csv": f"period,mean,sd,n\n{rows}"})
    assert made.figure.latest is not None
    estimate = made.figure.latest[1].estimate
    assert estimate is not None
    assert estimate.low is not None
    assert estimate.high is not None
    heights = [float(pair.split(",")[1]) for pair in re.findall('points="([^"]*)"', made.spark)[0].split()]
    assert heights[0] - heights[-1] == pytest.approx(0.2 / (estimate.high - min(4.1, estimate.low)) * 16, abs=0.2)


def test_one_value_alone_is_no_chart_unless_it_stands_beside_another_one(tmp_path: Path) -> None:
    made = figure(tmp_path / "p", {"a.csv": "period,value\n2026-01,4.1\n"})
    studio = Studio(Cache(tmp_path / "cache"))
    assert (draw_figure(made, studio).wide, draw_figure(made, studio).narrow) == ("", "")
    assert draw_figure(made, studio, ends=(4, 5)).wide.startswith("<svg")
