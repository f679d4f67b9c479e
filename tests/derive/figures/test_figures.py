"""A metric as pages show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import small_project

from cxsite.derive.figures.figures import BreakMark, Figure, figure_of
from cxsite.measure.series import Where
from cxsite.pipeline import Examined, examine
from cxsite.project import Project


def project(folder: Path, fields: str, settings: str = "format: 1\n", **tables: str) -> Examined:
    files: dict[str, str | bytes] = {f"metrics/{name}.csv": text for name, text in tables.items()}
    files["metrics/m.yml"] = f"metrics:\n  - {{id: n, name: Ease, {fields}}}\n"
    files["cxsite.yml"] = settings
    whole = examine(Project(small_project(folder, files)))
    assert not whole.has_errors, whole.diagnostics
    return whole


def figure(folder: Path, fields: str, settings: str = "format: 1\n", where: Where = Where(), **tables: str) -> Figure:  # noqa: B008
    whole = project(folder, fields, settings, **tables)
    (metric,) = whole.content.portfolio.metrics
    return figure_of(metric, whole.measures, whole.content.portfolio.settings, where)


def test_the_headline_has_value_scale_period_and_n(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, scale: 1..5, source: t.csv", t="period,value,n\n2025,3,90\n2026,4.2,1212\n")
    assert made.headline == "Ease: 4.20 on 1 to 5 in 2026 (n 1,212)"


def test_the_headline_names_its_source_where_there_are_several(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: share, source: [a.csv, b.csv]", a="period,value\n2025,0.5\n", b="period,value\n2026,0.6\n"
    )
    assert made.headline == "Ease: 60.0 % in 2026 (n not published, b.csv)"


def test_a_metric_without_a_number_is_not_measured_yet(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean")
    assert (made.headline, made.latest, made.rows, made.lines) == ("Ease: not measured yet", None, (), ())


def test_a_gap_of_one_source_is_none_on_the_common_axis(tmp_path: Path) -> None:
    made = figure(
        tmp_path,
        "method: mean, source: [a.csv, b.csv]",
        a="period,value\n2024,1\n2026,3\n",
        b="period,value\n2025,2\n",
    )
    assert [period.label for period in made.periods] == ["2024", "2025", "2026"]
    shown = [
        [point.estimate.value if point and point.estimate else None for point in line.points] for line in made.lines
    ]
    assert shown == [[1, None, 3], [None, 2, None]]


def test_a_period_that_no_table_has_is_not_made_up(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t="period,value\n2020,1\n2026,2\n")
    assert [period.label for period in made.periods] == ["2020", "2026"]


def test_the_latest_is_the_newest_that_has_a_value(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: mean, source: {file: t.csv, missing: [None]}", t="period,value\n2025,1\n2026,2\n2027,None\n"
    )
    assert made.latest is not None
    assert made.latest[1].period.label == "2026"


def test_of_two_sources_for_the_newest_period_the_first_is_the_latest(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: mean, source: [b.csv, a.csv]", a="period,value\n2026,1\n", b="period,value\n2026,1\n"
    )
    assert made.latest is not None
    assert made.latest[0] == "b.csv"


TABLE = "period,value\n2019-Q1,1\n2019-Q2,2\n2019-Q4,3\n"


@pytest.mark.parametrize(("at", "index"), [("2019-Q2", 1), ("2019-Q3", 2), ("2019-04", 1), ("FY2020-Q1", 2)])
def test_a_break_stands_before_the_first_period_of_the_new_kind(tmp_path: Path, at: str, index: int) -> None:
    fields = f"method: mean, source: t.csv, breaks: [{{at: {at}, why: wording}}]"
    made = figure(tmp_path, fields, "fiscal_year: {starts: 10}\n", t=TABLE)
    assert made.breaks == (BreakMark(index, "wording"),)
    assert made.sentences[0].startswith(f"The wording changed with {made.periods[index].label}: ")


@pytest.mark.parametrize("at", ["2018", "2019-Q1", "2020"])
def test_a_break_before_or_behind_all_periods_is_not_drawn(tmp_path: Path, at: str) -> None:
    made = figure(tmp_path, f"method: mean, source: t.csv, breaks: [{{at: {at}, why: scale}}]", t=TABLE)
    assert made.breaks == ()


def test_a_break_is_read_in_the_fiscal_year_of_its_source(tmp_path: Path) -> None:
    fields = "method: mean, source: {file: t.csv, fiscal_year: {starts: 4}}, breaks: [{at: FY2020-Q1, why: scale}]"
    assert figure(tmp_path, fields, "fiscal_year: {starts: 10}\n", t=TABLE).breaks[0].index == 1


def test_sources_that_disagree_are_said_on_the_figure(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: share, source: [a.csv, b.csv]", a="period,value\n2026,0.5\n", b="period,value\n2026,0.6\n"
    )
    assert made.sentences[0] == "For 2026 the sources disagree: 50.0 % in a.csv, 60.0 % in b.csv. Both are shown."


def test_sources_that_disagree_about_another_place_are_not_said(tmp_path: Path) -> None:
    made = figure(
        tmp_path,
        "method: share, source: [a.csv, b.csv]",
        a="period,segment,value\n2026,,0.5\n2026,north,0.1\n",
        b="period,segment,value\n2026,,0.5\n2026,north,0.9\n",
    )
    assert [sentence for sentence in made.sentences if "disagree" in sentence] == []


def test_why_there_is_no_interval_is_said_once_for_each_reason(tmp_path: Path) -> None:
    made = figure(
        tmp_path,
        "method: mean, source: [a.csv, b.csv, c.csv]",
        a="period,value\n2025,1\n2025,1\n",
        b="period,value\n2024,1\n",
        c="period,mean,n\n2026,1,30\n",
    )
    assert made.sentences == (
        "No interval for a.csv and b.csv: published without the counts or the spread that an interval needs.",
        "No interval for c.csv: published without a standard deviation.",
    )


def test_a_figure_with_intervals_has_nothing_to_explain(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: share, source: t.csv", t="period,numerator,denominator\n2026,81,263\n")
    assert made.sentences == ()
    assert made.rows[0].interval == "95 % interval 25.5 % to 36.6 %"


def test_every_point_is_a_row_with_its_place_in_the_table(tmp_path: Path) -> None:
    made = figure(
        tmp_path,
        "method: share, source: {file: t.csv, missing: [No Data]}",
        "fiscal_year: {starts: 10}\n",
        t="period,value,n\nFY2020-Q1,0.5,80\nFY2020-Q2,No Data,\n",
    )
    first, second = made.rows
    assert (first.period, first.source, first.value, first.n) == ("FY2020 Q1 (Oct–Dec 2019)", "t.csv", "50.0 %", "n 80")
    assert (first.how, first.place) == ("published figure", "metrics/t.csv:2")
    assert (second.value, second.n, second.place) == ("No Data", "", "metrics/t.csv:3")


def test_a_figure_about_a_place_has_only_its_rows(tmp_path: Path) -> None:
    table = "period,step,value\n2026,,1\n2026,look,2\n"
    made = figure(tmp_path, "method: mean, source: t.csv", where=Where(step="look"), t=table)
    assert [row.value for row in made.rows] == ["2.00"]


def test_one_period_under_two_names_has_one_place_on_the_axis(tmp_path: Path) -> None:
    made = figure(
        tmp_path,
        "method: mean, source: [a.csv, b.csv]",
        "fiscal_year: {starts: 10}\n",
        a="period,value\n2019-Q4,1\n",
        b="period,value\nFY2020-Q1,1\n",
    )
    assert len(made.periods) == 1


def test_what_a_figure_is_about_stands_in_its_headline_and_anchor(tmp_path: Path) -> None:
    whole = project(
        tmp_path, "method: mean, source: t.csv", t="period,step,segment,value\n2026,look,,2\n2026,look,north,3\n"
    )
    (metric,) = whole.content.portfolio.metrics
    where = Where(step="look", segment="north")
    made = figure_of(metric, whole.measures, whole.content.portfolio.settings, where, "Looks at the map, north")
    assert made.headline == "Ease, Looks at the map, north: 3.00 in 2026 (n not published)"
    assert (made.where, made.about, made.key) == (where, "Looks at the map, north", "n--step-look--segment-north")


def disagreeing(count: int) -> dict[str, str]:
    years = range(2020, 2020 + count)
    return {
        "a": "period,value\n" + "".join(f"{year},0.5\n" for year in years),
        "b": "period,value\n" + "".join(f"{year},{0.5 + (year - 2019) / 100:.2f}\n" for year in years),
    }


def test_three_disagreements_are_said_one_by_one(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: share, source: [a.csv, b.csv]", **disagreeing(3))
    assert [one[:8] for one in made.sentences if "disagree" in one] == ["For 2020", "For 2021", "For 2022"]


def test_more_disagreements_are_summed_up_with_the_widest(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: share, source: [a.csv, b.csv]", **disagreeing(5))
    assert [one for one in made.sentences if "disagree" in one] == [
        "The sources disagree in 5 places, most for 2024: 50.0 % in a.csv, 55.0 % in b.csv. "
        "All are shown, and the table has each."
    ]
    assert len(made.rows) == 10


def test_two_values_that_would_read_the_same_are_told_apart(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: mean, source: [a.csv, b.csv]", a="period,value\n2026,4.201\n", b="period,value\n2026,4.202\n"
    )
    assert made.sentences[0] == "For 2026 the sources disagree: 4.201 in a.csv, 4.202 in b.csv. Both are shown."


def test_periods_of_the_most_common_length_are_drawn_and_the_others_are_in_the_table(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: mean, source: t.csv", t="period,value\n2026-01,1\n2026-02,2\n2026-03,3\n2025,4\n2026-Q1,5\n"
    )
    assert [period.label for period in made.periods] == ["Jan 2026", "Feb 2026", "Mar 2026"]
    assert made.axis.skips == frozenset()
    assert len(made.rows) == 5
    assert made.latest is not None
    assert made.latest[1].period.label == "Mar 2026"
    assert "2 periods of another length are in the table only." in made.sentences


def test_of_two_lengths_as_common_the_shorter_is_drawn(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t="period,value\n2025,1\n2026-Q1,2\n")
    assert [period.label for period in made.periods] == ["2026 Q1"]
    assert "1 period of another length is in the table only." in made.sentences


@pytest.mark.parametrize(
    ("periods", "skips"),
    [
        (["2026-01", "2026-02", "2026-03"], set()),
        (["2026-01", "2026-03", "2026-04", "2026-07"], {1, 3}),
        (["2024-05", "2025-05", "2026-05"], set()),
        (["2020", "2021", "2026"], {2}),
        (["2026-W52", "2026-W53", "2027-W01"], set()),
        (["2026"], set()),
    ],
)
def test_a_line_is_parted_where_periods_are_skipped(tmp_path: Path, periods: list[str], skips: set[int]) -> None:
    table = "period,value\n" + "".join(f"{period},1\n" for period in periods)
    assert figure(tmp_path, "method: mean, source: t.csv", t=table).axis.skips == skips


def test_few_answers_are_said_with_their_number(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t="period,value,n\n2026,4.2,29\n")
    assert made.headline == "Ease: 4.20 in 2026 (n 29, low base)"
    assert made.rows[0].n == "n 29, low base"


def test_a_number_about_very_few_people_is_not_on_the_figure(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "metrics/m.yml": "metrics:\n  - {id: n, name: Ease, method: mean, source: t.csv}\n",
        "metrics/t.csv": "period,value,n\n2025,3,40\n2026,4.321,9\n",
    }
    whole = examine(Project(small_project(tmp_path, files)))
    (metric,) = whole.content.portfolio.metrics
    made = figure_of(metric, whole.measures, whole.content.portfolio.settings, Where())
    assert made.headline == "Ease: 3.00 in 2025 (n 40)"
    assert (made.rows[1].value, made.rows[1].n) == ("withheld: too few answers to show", "")
    assert "4.32" not in repr(made)


def test_an_empty_cell_is_a_row_that_says_so(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t="period,value\n2025,3\n2026,\n")
    assert [row.value for row in made.rows] == ["3.00", "not given"]


MIXED = "period,value\n2026-01,1\n2026-02,2\n2026-03,3\n2026-Q2,4\n"


def test_the_newest_value_is_told_where_it_is_of_another_length_than_the_chart(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t=MIXED)
    assert made.headline == "Ease: 4.00 in 2026 Q2 (n not published)"
    assert [period.label for period in made.periods] == ["Jan 2026", "Feb 2026", "Mar 2026"]
    assert "1 period of another length is in the table only, 2026 Q2 among them." in made.sentences
    assert made.latest is not None
    assert made.latest[1].estimate is not None
    assert made.latest[1].estimate.value == 4


def test_a_quarter_does_not_stand_before_its_own_last_month(tmp_path: Path) -> None:
    made = figure(tmp_path, "method: mean, source: t.csv", t=MIXED.replace("Q2", "Q1"))
    assert made.headline == "Ease: 3.00 in Mar 2026 (n not published)"


def test_the_length_that_most_values_have_is_drawn_whatever_rows_are_empty(tmp_path: Path) -> None:
    made = figure(
        tmp_path, "method: mean, source: t.csv", t="period,value\n2024,1\n2025,2\n2026-01,\n2026-02,\n2026-03,\n"
    )
    assert [period.label for period in made.periods] == ["2024", "2025"]
