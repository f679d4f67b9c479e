"""One number over time, as the rows a chart is drawn from and as the chart."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cxsite.derive.figures.axis import axis_of
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.trend import TREND
from cxsite.draw.charts.trend_rows import SHAPES, datasets
from cxsite.draw.figure import draw_figure, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts
from .trends import PLAIN, figure


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
    assert list(made["breaks"]) == [{"at": 0.5}]
    assert list(made["reasons-wide"]) == [{"at": 0.5, "text": "wording changed", "up": 0}]


def test_breaks_near_one_another_are_told_together(tmp_path: Path) -> None:
    more = ", breaks: [{at: 2026-02, why: wording}, {at: 2026-02, why: scale}, {at: 2026-03, why: method}]"
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, more=more))
    assert [row["at"] for row in made["breaks"]] == [0.5, 1.5]
    assert [row["text"] for row in made["reasons-narrow"]] == ["wording, scale and method changed"]


def test_words_above_a_chart_stand_in_the_first_line_that_is_free(tmp_path: Path) -> None:
    more, journey = ", breaks: [{at: 2026-02, why: scale}]", ACTION + GOALS.format(90)
    made = datasets(figure(tmp_path / "both", {"a.csv": PLAIN}, more=more, journey=journey))
    assert [made[name][0]["up"] for name in ("reasons-wide", "reasons-narrow", "edges")] == [1, 1, 2]
    made = datasets(figure(tmp_path / "break", {"a.csv": PLAIN}, more=more, journey=GOALS.format(90)))
    assert [made[name][0]["up"] for name in ("reasons-wide", "reasons-narrow", "edges")] == [0, 0, 1]


def test_months_that_are_missing_have_their_room_and_their_ticks(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": "period,value\n2026-01,1\n2026-02,2\n2026-05,3\n"}))
    assert [row["order"] for row in made["points"]] == [0, 1, 4]
    assert [place["label"][0] for place in made["places"]] == ["Jan", "Feb", "Mar", "Apr", "May"]
    assert [row["run"] for row in made["points"]] == ["0-0", "0-0", "0-1"]


def test_a_chart_beside_another_has_the_axis_of_both(tmp_path: Path) -> None:
    before = figure(tmp_path / "a", {"a.csv": PLAIN})
    after = figure(tmp_path / "b", {"a.csv": "period,value\n2026-04,1\n2026-05,2\n"})
    made = datasets(after, axis=axis_of([*before.periods, *after.periods]))
    assert [row["order"] for row in made["points"]] == [3, 4]
    assert len(made["places"]) == 5


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


def test_intervals_of_neighbours_make_a_band_and_one_alone_is_a_bar(tmp_path: Path) -> None:
    table = "period,mean,sd,n\n2026-01,4,1,100\n2026-02,4,1,100\n2026-03,4,,100\n2026-04,4,1,100\n"
    made = datasets(figure(tmp_path, {"a.csv": table}))
    assert [row["order"] for row in made["bands"]] == [0, 1]
    assert [row["order"] for row in made["alone"]] == [3]


def test_a_band_is_parted_where_its_line_is(tmp_path: Path) -> None:
    table = "period,mean,sd,n\n" + "".join(f"2026-0{month},4,1,100\n" for month in (1, 2, 3, 4))
    made = datasets(figure(tmp_path, {"a.csv": table}, more=", breaks: [{at: 2026-03, why: scale}]"))
    assert len({row["band"] for row in made["bands"]}) == 2


def test_a_period_without_a_value_has_a_cross_and_its_row_of_the_table(tmp_path: Path) -> None:
    table = "period,mean,sd,n\n2026-01,4,1,100\n2026-02,4,1,3\n2026-03,,,\n"
    files = {"cxsite.yml": "today: 2026-12-01\nsuppress_below: 10\nrules: {CX325: note}\n"}
    made = figure(tmp_path, {"a.csv": table}, files=files)
    assert list(datasets(made)["absent"]) == [{"order": 1, "spot": 1}, {"order": 2, "spot": 2}]
    assert [row["spot"] for row in datasets(made)["points"]] == [0]
    svg = Studio(Cache(tmp_path / "cache")).chart(TREND, datasets(made)).wide
    assert len(re.findall(r"\d+,\d+,\d+", re.search(r'data-spots="([^"]*)"', svg)[1])) == 3  # type: ignore[index]


def test_the_last_number_stands_where_the_line_does_not_come_from(tmp_path: Path) -> None:
    tables = {"a.csv": PLAIN, "b.csv": "period,value\n2026-02,6\n2026-03,5\n"}
    assert [row["below"] for row in datasets(figure(tmp_path, tables))["ends"]] == [False, True]


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


GOALS = "goals:\n  - {{metric: m, target: {}, by: 2027-06-30}}\n"
ACTION = "actions:\n  - {id: bill, name: Explain the bill, owner: o, shipped: 2026-02-15, expects: [{metric: m, value: 4.5}]}\n"


def test_a_target_near_the_line_is_drawn_at_its_level_with_its_words(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, journey=GOALS.format(4.5)))
    assert list(made["aims"]) == [{"level": 4.5, "text": "Target 4.50 by 2027-06-30", "side": "left"}]
    assert list(made["edges"]) == []


@pytest.mark.parametrize(("level", "arrow", "words"), [(9, "↑", "9.00"), (0.1, "↓", "0.10")])
def test_a_target_far_off_is_said_at_the_edge_and_not_drawn(
    tmp_path: Path, level: float, arrow: str, words: str
) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, journey=GOALS.format(level)))
    assert list(made["aims"]) == []
    assert list(made["edges"]) == [{"text": f"{arrow} Target {words} by 2027-06-30", "up": 0}]


def test_a_target_is_drawn_however_far_where_there_is_no_line_to_flatten(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": "period,value\n2026-01,4\n"}, journey=GOALS.format(90)))
    assert [row["level"] for row in made["aims"]] == [90]


def test_the_target_of_a_share_is_in_per_cent(tmp_path: Path) -> None:
    made = figure(
        tmp_path, {"a.csv": "period,numerator,denominator\n2026-01,10,40\n"}, "share", journey=GOALS.format("30%")
    )
    assert [row["level"] for row in datasets(made)["aims"]] == [30]


def test_a_target_whose_words_would_lie_on_a_line_has_them_above_the_chart(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, journey=GOALS.format(4.2)))
    assert [row["text"] for row in made["aims"]] == [""]
    assert list(made["edges"]) == [{"text": "Target 4.20 by 2027-06-30", "up": 0}]


def test_of_two_targets_close_together_both_are_drawn_and_one_has_its_words_on_the_chart(tmp_path: Path) -> None:
    goals = GOALS.format(4.5) + "  - {id: two, metric: m, target: 4.51, by: 2027-07-31}\n"
    made = figure(tmp_path, {"a.csv": PLAIN}, journey=goals)
    assert [row["text"] for row in datasets(made)["aims"]] == ["Target 4.50 by 2027-06-30", ""]
    assert "Target 4.51 by 2027-07-31" in twin(made).description


def test_a_change_stands_at_its_day_with_its_number(tmp_path: Path) -> None:
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, journey=ACTION))
    assert [row["at"] for row in made["events"]] == [pytest.approx(1 - 0.5 + 14 / 28)]
    assert [row["text"] for row in made["numbers"]] == ["1"]


def test_changes_close_together_share_a_label(tmp_path: Path) -> None:
    more = ACTION + ACTION.split("\n")[1].replace("bill,", "two,").replace("02-15", "02-16") + "\n"
    made = datasets(figure(tmp_path, {"a.csv": PLAIN}, journey=more))
    assert len(made["events"]) == 2
    assert [row["text"] for row in made["numbers"]] == ["1, 2"]


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_trend_with_target_and_change_is_the_kept_one(tmp_path: Path, width: str) -> None:
    table = "period,promoters,passives,detractors\n" + "".join(
        f"2026-{month:02},{380 + 4 * month},360,{400 - 6 * month}\n" for month in (1, 2, 3, 5, 6)
    )
    journey = GOALS.format(25) + ACTION.replace("4.5", "20")
    made = figure(
        tmp_path / "p", {"a.csv": table}, "nps", ", better: up, breaks: [{at: 2026-03, why: wording}]", journey=journey
    )
    drawing = draw_figure(made, Studio(Cache(tmp_path / "cache")))
    svg = getattr(drawing, width)
    root = assert_fit_for_a_page(svg, drawing.twin)
    assert {"Target +25 by 2027-06-30", "wording changed", "1"} <= set(texts(root))
    assert_golden(f"trend-{width}", svg)


def test_a_target_far_off_does_not_stretch_the_axis(tmp_path: Path) -> None:
    studio = Studio(Cache(tmp_path / "cache"))
    near, far = (
        texts(assert_fit_for_a_page(made.wide, made.twin))
        for made in (
            draw_figure(figure(tmp_path / "near", {"a.csv": PLAIN}), studio),
            draw_figure(figure(tmp_path / "far", {"a.csv": PLAIN}, journey=GOALS.format(90)), studio),
        )
    )
    assert sorted([*near, "↑ Target 90.00 by 2027-06-30"]) == sorted(far)
