"""From a project to its series."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import small_project

from cxsite.diagnostics import Diagnostic
from cxsite.load.content import load
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures, Series, Where
from cxsite.project import Project


@pytest.fixture
def measured(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Measures a project with one metric `n`, given its fields and its tables."""

    def run(fields: str, settings: str = "", **tables: str) -> tuple[Measures, tuple[Diagnostic, ...]]:
        files: dict[str, str | bytes] = {f"metrics/{name}.csv": text for name, text in tables.items()}
        files["metrics/m.yml"] = f"metrics:\n  - {{id: n, name: N, {fields}}}\n"
        if settings:
            files["cxsite.yml"] = settings
        content = load(Project(small_project(tmp_path, files)))
        assert content.diagnostics == ()
        return measure(content)

    return run


def series(result: tuple[Measures, tuple[Diagnostic, ...]]) -> Series:
    measures, found = result
    assert found == ()
    (one,) = measures.series
    return one


def only(result: tuple[Measures, tuple[Diagnostic, ...]]) -> Diagnostic:
    (problem,) = result[1]
    return problem


def values(one: Series) -> list[float | None]:
    return [point.estimate.value if point.estimate else None for point in one.points]


def test_a_series_stands_in_the_order_of_time(measured) -> None:
    one = series(measured("method: mean, source: t.csv", t="period,value\n2026-Q2,2\n2025,1\n2026-Q3,3\n"))
    assert values(one) == [1, 2, 3]
    assert one.source == "t.csv"
    assert one.latest is one.points[-1]


def test_each_place_has_a_series_of_its_own_and_empty_is_the_whole(measured) -> None:
    measures, found = measured(
        "method: mean, source: t.csv",
        t="period,step,segment,value\n2025,,,1\n2025,look,,2\n2025,look,north,3\n2026,,,4\n",
    )
    assert found == ()
    assert [(one.where, values(one)) for one in measures.series] == [
        (Where(), [1, 4]),
        (Where(step="look"), [2]),
        (Where(step="look", segment="north"), [3]),
    ]
    assert [values(one) for one in measures.of("n", Where(step="look"))] == [[2]]
    assert measures.of("other") == ()


def test_the_method_is_used_where_its_columns_are_and_the_published_figure_elsewhere(measured) -> None:
    one = series(
        measured(
            "method: nps, source: t.csv",
            t="period,promoters,passives,detractors,value,n\n2026-01,40,40,20,20,100\n2026-02,,,,31,80\n",
        )
    )
    assert [(p.estimate.value, p.estimate.n, p.estimate.low is None) for p in one.points] == [
        (20, 100, False),
        (31, 80, True),
    ]


def test_a_word_for_what_nobody_knows_is_a_point_without_a_value(measured) -> None:
    one = series(
        measured(
            "method: share, source: {file: t.csv, missing: [No Data]}",
            t="period,value,n\n2026-01,0.5,10\n2026-02,No Data,0\n",
        )
    )
    assert [(p.estimate is None, p.missing) for p in one.points] == [(False, ""), (True, "No Data")]
    assert one.latest is one.points[0]


def test_no_data_that_is_not_declared_is_found_in_its_cell(measured) -> None:
    problem = only(measured("method: share, source: t.csv", t="period,value\n2026-01,0.5\n2026-02,No Data\n"))
    assert (problem.code, str(problem.span)) == ("CX304", "metrics/t.csv:3:9")


def test_the_fiscal_year_of_the_source_goes_before_that_of_the_site(measured) -> None:
    table = "period,value\nFY2020-Q1,1\n"
    site = "fiscal_year: {starts: 10}\n"
    assert (
        series(measured("method: mean, source: t.csv", site, t=table)).points[0].period.start.isoformat()
        == "2019-10-01"
    )
    own = "method: mean, source: {file: t.csv, fiscal_year: {starts: 4, named_after: start}}"
    assert series(measured(own, site, t=table)).points[0].period.start.isoformat() == "2020-04-01"


@pytest.mark.parametrize(
    ("source", "hint"),
    [("tt.csv", "did you mean `t.csv`?"), ("other/zzz.csv", "put the table at `metrics/other/zzz.csv`")],
)
def test_a_table_that_is_not_there_is_found_where_it_is_named(measured, source: str, hint: str) -> None:
    for fields in (f"method: mean, source: {source}", f"method: mean, source: {{file: {source}}}"):
        problem = only(measured(fields, t="period,value\n2026,1\n"))
        assert (problem.code, problem.span.file, problem.span.line) == ("CX301", "metrics/m.yml", 2)
        assert problem.hint == hint


@pytest.mark.parametrize("source", ["./t.csv", "t.csv"])
def test_a_table_may_be_named_with_a_dot(measured, source: str) -> None:
    assert values(series(measured(f"method: mean, source: {source}", t="period,value\n2026,1\n"))) == [1]


@pytest.mark.parametrize("source", ["../cxsite.yml", "/etc/passwd", "../journeys/ticket.yml"])
def test_a_table_outside_of_the_folder_is_not_there(measured, source: str) -> None:
    assert only(measured(f"method: mean, source: {source}", t="period,value\n")).code == "CX301"


@pytest.mark.parametrize(
    ("method", "table", "column", "says"),
    [
        (
            "share",
            "period,numerator,denominator\n2026-09,5,4\n",
            9,
            "the numerator 5 is not between 0 and the denominator 4",
        ),
        ("share", "period,numerator,denominator\n2026-09,0,0\n", 11, "n has to be above zero"),
        ("nps", "period,promoters,passives,detractors\n2026-09,1,-2,3\n", 11, "a count cannot be below zero"),
        ("mean", "period,mean,sd,n\n2026-09,4,-1,10\n", 11, "a standard deviation cannot be below zero"),
        ("mean", "period,mean,sd,n,n_effective\n2026-09,4,1,10,0\n", 16, "`n_effective` is 0, and has to be"),
        (
            "share",
            "period,numerator,denominator,n_effective\n2026-09,4,10,0\n",
            14,
            "`n_effective` is 0, and has to be",
        ),
    ],
)
def test_a_row_whose_numbers_cannot_be_right_is_said_at_the_cell(
    measured, method: str, table: str, column: int, says: str
) -> None:
    problem = only(measured(f"method: {method}, source: t.csv", t=table))
    assert (problem.code, str(problem.span)) == ("CX305", f"metrics/t.csv:2:{column}")
    assert problem.message.startswith(f"`n`, Sep 2026: {says}")


def test_two_values_for_one_period_of_one_source_are_an_error_with_both_places(measured) -> None:
    measures, (problem,) = measured("method: mean, source: t.csv", t="period,value\n2026,1\n2025,9\n2026,2\n")
    assert (problem.code, str(problem.span)) == ("CX306", "metrics/t.csv:4:1")
    assert str(problem.related[0].span) == "metrics/t.csv:2:1"
    assert values(measures.series[0]) == [9, 1]


def test_one_period_under_two_names_is_one_period(measured) -> None:
    problem = only(measured("method: mean, source: t.csv", t="period,value\n2026-Q1,1\nFY2026-Q1,2\n"))
    assert problem.code == "CX306"


def test_the_same_value_twice_is_one_point_and_no_complaint(measured) -> None:
    one = series(measured("method: mean, source: t.csv", t="period,value\n2026,1\n2026,1.0\n"))
    assert values(one) == [1]


def test_different_values_of_different_places_are_no_complaint(measured) -> None:
    measures, found = measured("method: mean, source: t.csv", t="period,segment,value\n2026,a,1\n2026,b,2\n")
    assert (len(measures.series), found) == (2, ())


@pytest.mark.parametrize("value", ["0.9", "5.1", "-4"])
def test_a_value_outside_its_scale_is_an_error(measured, value: str) -> None:
    problem = only(measured("method: mean, scale: 1..5, source: t.csv", t=f"period,value\n2026,3\n2027,{value}\n"))
    assert (problem.code, problem.span.line) == ("CX307", 3)
    assert f"{value} is outside the scale 1 to 5" in problem.message


@pytest.mark.parametrize("value", ["1", "5", "3.3"])
def test_a_value_at_the_end_of_its_scale_is_none(measured, value: str) -> None:
    assert values(series(measured("method: mean, scale: 1..5, source: t.csv", t=f"period,value\n2026,{value}\n"))) == [
        float(value)
    ]


@pytest.mark.parametrize(
    ("fields", "table"),
    [
        ("method: nps, scale: 0..10", "period,promoters,passives,detractors\n2026,40,40,20\n"),
        ("method: top-2, scale: 1..5", "period,value\n2026,0.63\n"),
        ("method: share, scale: 1..5", "period,numerator,denominator\n2026,63,100\n"),
        ("method: net-easy, scale: 1..7", "period,value\n2026,-12\n"),
    ],
    ids=["nps", "top-2", "share", "net-easy"],
)
def test_the_scale_of_a_question_does_not_bound_a_score_made_from_it(measured, fields: str, table: str) -> None:
    _, found = measured(f"{fields}, source: t.csv", t=table)
    assert found == ()


@pytest.mark.parametrize(
    ("method", "hint"),
    [
        ("nps", "the method nps reads `promoters` and `passives` and `detractors`, or a published `value`"),
        ("mean", "the method mean reads `mean`, or a published `value`"),
    ],
)
def test_a_table_without_a_number_is_told_once_which_columns_are_read(measured, method: str, hint: str) -> None:
    problem = only(measured(f"method: {method}, source: t.csv", t="period,n\n2026,30\n2027,31\n"))
    assert (problem.code, str(problem.span)) == ("CX302", "metrics/t.csv:1:1")
    assert problem.hint == f"{hint}; rename yours (period, n), or map them with `columns:`"


def test_two_sources_that_disagree_are_kept_side_by_side(measured) -> None:
    measures, found = measured(
        "method: mean, source: [a.csv, b.csv]", a="period,value\n2026,1\n", b="period,value\n2026,2\n"
    )
    assert found == ()
    assert [one.source for one in measures.of("n")] == ["a.csv", "b.csv"]
    (one,) = measures.disagreements
    assert (one.first[0], one.second[0], one.period.label) == ("a.csv", "b.csv", "2026")


@pytest.mark.parametrize("second", ["1", "1.0000000001"])
def test_two_sources_that_agree_are_no_disagreement(measured, second: str) -> None:
    measures, _ = measured(
        "method: mean, source: [a.csv, b.csv]", a="period,value\n2026,1\n", b=f"period,value\n2026,{second}\n2027,5\n"
    )
    assert measures.disagreements == ()


def test_two_sources_that_name_one_period_differently_are_compared(measured) -> None:
    measures, _ = measured(
        "method: mean, source: [a.csv, b.csv]",
        "fiscal_year: {starts: 10}\n",
        a="period,value\n2019-Q4,1\n",
        b="period,value\nFY2020-Q1,2\n",
    )
    assert len(measures.disagreements) == 1


def test_a_published_interval_is_kept(measured) -> None:
    one = series(measured("method: median, source: t.csv", t="period,value,low,high,n\n2026,12,10,15,80\n"))
    assert one.points[0].estimate is not None
    assert (one.points[0].estimate.low, one.points[0].estimate.high) == (10, 15)


@pytest.mark.parametrize("value", ["63", "-0.2"])
def test_a_published_share_beyond_one_is_an_error(measured, value: str) -> None:
    _, found = measured("method: share, source: t.csv", t=f"period,value\n2026,{value}\n")
    assert len(found) == 1


def test_a_table_that_cannot_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "metrics/m.yml": "metrics:\n  - {name: N, method: mean, source: t.csv}\n",
        "metrics/t.csv": b"period,value\n2026,\xe4\n",
    }
    content = load(Project(small_project(tmp_path, files)))
    assert [problem.code for problem in content.diagnostics] == ["CX002"]
    assert measure(content)[1] == ()


@pytest.mark.parametrize("method", ["share", "top-2", "top-3"])
def test_a_published_share_may_be_written_in_per_cent(measured, method: str) -> None:
    one = series(measured(f"method: {method}, source: t.csv", t="period,value\n2025,63%\n2026,41.5 %\n"))
    assert values(one) == [pytest.approx(0.63), pytest.approx(0.415)]


def test_the_number_of_answers_to_a_share_may_not(measured) -> None:
    problem = only(measured("method: share, source: t.csv", t="period,value,n\n2025,63%,50%\n"))
    assert (problem.code, str(problem.span)) == ("CX304", "metrics/t.csv:2:10")


@pytest.mark.parametrize("value", ["-100.1", "250"])
def test_a_published_nps_beyond_its_ends_is_an_error(measured, value: str) -> None:
    problem = only(measured("method: nps, source: t.csv", t=f"period,value\n2026,{value}\n"))
    assert (problem.code, str(problem.span)) == ("CX307", "metrics/t.csv:2:6")
    assert "-100 to 100" in problem.message


def test_an_empty_value_is_not_given_and_no_error(measured) -> None:
    one = series(measured("method: mean, source: t.csv", t="period,value,n\n2025,1,40\n2026,,40\n"))
    assert [(point.estimate is None, point.missing) for point in one.points] == [(False, ""), (True, "not given")]


@pytest.mark.parametrize(
    ("n", "suppressed", "low_base"),
    [("9", True, None), ("10", False, True), ("29", False, True), ("30", False, False), ("", False, False)],
)
def test_few_answers_are_marked_and_very_few_are_not_shown(
    measured, n: str, suppressed: bool, low_base: bool | None
) -> None:
    (point,) = series(measured("method: mean, source: t.csv", t=f"period,value,n\n2026,4.2,{n}\n")).points
    assert point.suppressed is suppressed
    assert (point.estimate.low_base if point.estimate else None) is low_base
    assert point.missing == ("withheld: too few answers to show" if suppressed else "")


@pytest.mark.parametrize(
    ("method", "table"),
    [
        ("share", "period,numerator,denominator\n2026,4,9\n"),
        ("nps", "period,promoters,passives,detractors\n2026,3,3,3\n"),
        ("mean", "period,mean,sd,n\n2026,4,1,9\n"),
    ],
)
def test_the_n_that_a_method_works_out_counts_for_suppression(measured, method: str, table: str) -> None:
    (point,) = series(measured(f"method: {method}, source: t.csv", t=table)).points
    assert (point.suppressed, point.estimate) == (True, None)


def test_the_site_says_what_few_are(measured) -> None:
    settings = "min_n: 5\nsuppress_below: 2\n"
    one = series(measured("method: mean, source: t.csv", settings, t="period,value,n\n2024,1,1\n2025,1,4\n2026,1,5\n"))
    assert [point.suppressed for point in one.points] == [True, False, False]
    assert [point.estimate.low_base for point in one.points if point.estimate] == [True, False]


def test_a_value_that_is_not_shown_is_compared_with_nothing(measured) -> None:
    measures, _ = measured(
        "method: mean, source: [a.csv, b.csv]", a="period,value,n\n2026,1,9\n", b="period,value,n\n2026,2,90\n"
    )
    assert measures.disagreements == ()


def test_the_interval_of_a_mean_ends_where_its_scale_ends(measured) -> None:
    table = "period,mean,sd,n\n2025,4.9,0.6,12\n2026,1.1,0.6,12\n"
    one = series(measured("method: mean, scale: 1..5, source: t.csv", t=table))
    first, second = (point.estimate for point in one.points)
    assert first is not None
    assert second is not None
    assert first.high == 5
    assert second.low == 1
    assert first.low is not None
    assert 1 < first.low < 4.9


def test_a_published_interval_that_misses_its_value_is_an_error(measured) -> None:
    problem = only(measured("method: median, source: t.csv", t="period,value,low,high\n2026,9,10,15\n"))
    assert (problem.code, problem.message) == ("CX305", "`n`, 2026: the value is not between `low` and `high`")


def test_the_published_ends_of_a_share_may_be_written_in_per_cent_too(measured) -> None:
    one = series(measured("method: share, source: t.csv", t="period,value,low,high\n2026,63%,60%,66%\n"))
    assert one.points[0].estimate is not None
    assert one.points[0].estimate.low == pytest.approx(0.6)


def test_a_published_interval_beyond_what_a_share_can_be_is_an_error(measured) -> None:
    _, found = measured("method: share, source: t.csv", t="period,value,low,high\n2026,0.63,0.6,66\n")
    assert len(found) == 1


def test_the_level_of_an_estimate_comes_from_its_row(measured) -> None:
    table = "period,value,low,high,level,n,made_by,seed\n2025,12,10,15,90%,80,ingest,7\n2026,12,10,15,0.8,80,ingest,7\n"
    one = series(measured("method: median, source: t.csv", t=table))
    assert [point.estimate.level for point in one.points if point.estimate] == [0.9, 0.8]


def test_the_interval_that_came_with_a_median_has_to_lie_on_the_scale(measured) -> None:
    table = "period,value,low,high\n2026,4,3,6\n"
    assert only(measured("method: median, scale: 1..5, source: t.csv", t=table)).code == "CX307"


@pytest.mark.parametrize(("per", "has_one"), [(", per: 100", True), ("", False)])
def test_a_ratio_has_an_interval_where_the_metric_says_per_what(measured, per: str, has_one: bool) -> None:
    one = series(measured(f"method: ratio{per}, source: t.csv", t="period,numerator,denominator\n2026,767,1744\n"))
    assert one.latest is not None
    assert one.latest.estimate is not None
    assert (one.latest.estimate.low is not None) is has_one


@pytest.mark.parametrize(
    ("method", "row", "kept"),
    [
        ("share", "numerator,denominator\n2026,63,100\n", {"numerator": 63, "denominator": 100}),
        ("share", "value,n\n2026,0.63,100\n", {}),
        ("sum", "value,n\n2026,12,100\n", {"value": 12, "n": 100}),
        ("sum", "value,low,high\n2026,12,10,15\n", {}),
        ("share", "numerator,denominator\n2026,5,9\n", {}),
    ],
    ids=["counts", "published", "sum", "estimate", "too few"],
)
def test_a_point_keeps_the_numbers_that_it_was_worked_out_from(
    measured, method: str, row: str, kept: dict[str, float]
) -> None:
    measures, _ = measured(f"method: {method}, source: t.csv", t=f"period,{row}")
    assert dict(measures.series[0].points[0].numbers) == kept


def test_a_number_of_a_time_that_has_not_begun_is_kept_as_a_row_and_is_not_the_latest(measured) -> None:
    one = series(measured("method: mean, source: t.csv", "today: 2026-11-22\n", t="period,value\n2026,1\n2027,9\n"))
    assert values(one) == [1, None]
    assert one.points[1].missing == "not begun yet"
    assert one.latest is one.points[0]


def test_of_rows_of_several_lengths_the_latest_is_the_one_that_ends_last(measured) -> None:
    table = "period,value\n2026-08,1\n2026-09,2\n2026-W37,3\n"
    assert series(measured("method: mean, source: t.csv", t=table)).latest.period.label == "Sep 2026"


def test_a_column_that_is_read_as_another_one_is_told(measured) -> None:
    source = "source: {file: t.csv, columns: {n: denominator}}"
    problem = only(measured(f"method: share, {source}", t="period,numerator,denominator\n2026,4,10\n"))
    assert problem.message == "`denominator` of `metrics/t.csv` is read as `n`, so that there is no `denominator`"
    assert problem.span.file == "metrics/m.yml"


@pytest.mark.parametrize(
    ("fields", "table", "code", "column", "says"),
    [
        ("method: mean, scale: 1..7", "period,mean,sd,n\n2026,8,1,40\n", "CX307", 6, "8 is outside the scale 1 to 7"),
        ("method: net-easy", "period,easy,hard,n\n2026,-1,50,100\n", "CX305", 6, "a count cannot be below zero"),
        ("method: net-easy", "period,easy,hard,n\n2026,60,50,100\n", "CX305", 6, "together 110, more than n 100"),
        ("method: count", "period,value\n2026,-4\n", "CX307", 6, "-4 is below 0, where no count lies"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(
    measured, fields: str, table: str, code: str, column: int, says: str
) -> None:
    problem = only(measured(f"{fields}, source: t.csv", t=table))
    assert (problem.code, problem.span.line, problem.span.column) == (code, 2, column)
    assert says in problem.message


def test_a_weighted_ratio_rests_on_what_its_weighting_leaves(measured) -> None:
    table = "period,numerator,denominator,n_effective\n2026-04,310,1000,200\n"
    one = series(measured("method: ratio, per: 100, source: t.csv", t=table))
    estimate = one.points[0].estimate
    assert (round(estimate.low, 1), round(estimate.high, 1)) == (24.2, 39.7)
