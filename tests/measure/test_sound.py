"""Rows whose numbers contradict one another are refused, and those that were rounded are not."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import small_project

from cxsite.diagnostics import Diagnostic
from cxsite.load.content import load
from cxsite.measure.measures import measure
from cxsite.measure.methods import find_method
from cxsite.measure.series import Estimate, Series
from cxsite.measure.sound import follows, spread
from cxsite.model.values import Scale
from cxsite.project import Project


def read(folder: Path, method: str, table: str) -> tuple[tuple[Series, ...], tuple[Diagnostic, ...]]:
    header, row = table.split()
    files: dict[str, str | bytes] = {
        "metrics/m.yml": f"metrics:\n  - {{id: n, name: N, method: {method}, source: t.csv}}\n",
        "metrics/t.csv": f"period,{header}\n2026-09,{row}\n",
    }
    measures, found = measure(load(Project(small_project(folder, files))))
    return measures.series, found


@pytest.mark.parametrize(
    ("method", "table", "said"),
    [
        ("nps", "promoters,passives,detractors 40.5,30,20", "`promoters` is 40.5, and a count is a whole number"),
        ("share", "numerator,denominator 12,30.5", "`denominator` is 30.5"),
        ("top-2", "numerator,denominator 12.25,30", "`numerator` is 12.25"),
        ("net-easy", "easy,hard,n 12,3,20.5", "`n` is 20.5"),
        ("mean", "mean,sd,n 4,1,20.5", "`n` is 20.5"),
        (
            "nps",
            "promoters,passives,detractors,n 50,30,20,120",
            "50 promoters and 30 passives and 20 detractors are 100 answers, and `n` says 120",
        ),
        ("mean", "mean,sd,n,n_effective 4,1,100,101", "`n_effective` is 101, and has to be above zero and at most n"),
        ("share", "numerator,denominator,n_effective 20,50,80", "at most n, which is 50"),
        ("mean", "value,n,n_effective 4,100,180", "`n_effective` is 180"),
        ("nps", "promoters,passives,detractors,value 50,30,20,45", "`value` is 45, and the numbers beside it make 30"),
        ("share", "numerator,denominator,value 20,50,41.2%", "`value` is 0.412"),
        ("share", "numerator,denominator,n 20,50,40", "only 40 answered"),
        ("share", "numerator,denominator,value 20,50,0.5", "`value` is 0.5"),
        ("mean", "mean,sd,n,value 4.31,1,50,4.5", "`value` is 4.5"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path, method: str, table: str, said: str) -> None:
    series, (problem,) = read(tmp_path, method, table)
    assert (problem.code, problem.span.line, series) == ("CX305", 2, ())
    assert said in problem.message


@pytest.mark.parametrize(
    ("method", "table"),
    [
        ("nps", "promoters,passives,detractors,value,n 53,29,18,35,100"),
        ("nps", "promoters,passives,detractors,value 10,10,10,0"),
        ("nps", "promoters,passives,detractors,n,n_effective 40.5,30.25,20.1,95,60"),
        ("share", "numerator,denominator,n 20,30,45"),
        ("share", "numerator,denominator,value 20,30,66.6%"),
        ("share", "numerator,denominator,value 20,30,66.7%"),
        ("share", "numerator,denominator,value 20,30,0.67"),
        ("mean", "mean,sd,n,value 4.31,1,50,4.3"),
        ("ratio", "numerator,denominator 12.5,30.5"),
        ("count", "value 12.5"),
    ],
)
def test_what_was_rounded_cut_or_weighted_is_taken(tmp_path: Path, method: str, table: str) -> None:
    series, found = read(tmp_path, method, table)
    assert found == ()
    assert series[0].points[0].estimate is not None


def test_weighted_answers_rest_on_what_their_weighting_leaves(tmp_path: Path) -> None:
    (one,), found = read(tmp_path, "share", "numerator,denominator,n_effective 200,400,22")
    estimate = one.points[0].estimate
    assert found == ()
    assert estimate is not None
    assert (estimate.n, estimate.n_effective, estimate.base, estimate.low_base) == (400, 22, 22, True)


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 6))
def test_a_share_written_with_any_number_of_decimals_follows_from_its_counts(hits: int, n: int, digits: int) -> None:
    method = find_method("share")
    assert method is not None
    hits = min(hits, n)
    made: Estimate = method.estimate({"numerator": hits, "denominator": n})
    follows(float(f"{made.value:.{digits}f}"), 10.0**-digits, made)


@pytest.mark.parametrize(
    ("mean", "sd", "n", "sound"),
    [
        (4, 3.0, 100, True),
        (4, 3.1, 100, False),
        (7, 1.2, 100, False),
        (7, 1, 100, True),
        (7, 3, 100, False),
        (4, 5, 100, False),
        (7, 0, 100, True),
        (6.9, 0.5, 80, True),
        (4, 4.2, 2, True),
    ],
)
def test_answers_on_a_scale_differ_no_more_than_their_mean_allows(
    tmp_path: Path, mean: float, sd: float, n: int, sound: bool
) -> None:
    table = "metrics:\n  - {id: n, name: N, method: mean, scale: 1..7, source: t.csv}\n"
    files = {"metrics/m.yml": table, "metrics/t.csv": f"period,mean,sd,n\n2026-09,{mean},{sd},{n}\n"}
    _, found = measure(load(Project(small_project(tmp_path, {**files, "cxsite.yml": "suppress_below: 1\n"}))))
    assert [(one.code, "differ by at most" in one.message) for one in found] == ([] if sound else [("CX305", True)])


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60), st.integers(0, 3))
def test_what_real_answers_make_is_never_refused(answers: list[int], digits: int) -> None:
    mean, sd = round(fmean(answers), digits), round(stdev(answers), digits)
    spread(Scale(1, 7), Estimate(mean, len(answers)), {"sd": sd})


@pytest.mark.parametrize(
    ("method", "table", "empty"),
    [
        ("nps", "promoters,passives,detractors,n 10,,20,40", "`passives` is empty beside `promoters` and `detractors`"),
        ("share", "numerator,denominator ,100", "`numerator` is empty beside `denominator`"),
        ("mean", "mean,sd,n ,1,100", "`mean` is empty beside `sd`"),
        ("nps", "promoters,passives,detractors,n,value 50,,20,100,90", "so `value` stands unchecked"),
        ("share", "numerator,denominator,n,value 10,,100,0.5", "`denominator` is empty beside `numerator`, so `value`"),
    ],
)
def test_a_row_that_is_half_filled_in_is_told(tmp_path: Path, method: str, table: str, empty: str) -> None:
    _, (problem,) = read(tmp_path, method, table)
    assert (problem.code, problem.span.line) == ("CX308", 2)
    assert empty in problem.message


@pytest.mark.parametrize(
    ("method", "table"),
    [
        ("share", "numerator,denominator ,"),
        ("share", "numerator,denominator,value,n ,100,0.5,100"),
        ("mean", "mean,sd,n ,,0"),
    ],
)
def test_a_row_that_nobody_filled_in_or_that_has_its_value_is_not(tmp_path: Path, method: str, table: str) -> None:
    assert read(tmp_path, method, table)[1] == ()


def test_few_people_are_few_whatever_they_are_weighted_to(tmp_path: Path) -> None:
    (one,), found = read(tmp_path, "share", "numerator,denominator,n,n_effective 10.1,40.1,6,5")
    assert found == ()
    assert (one.points[0].estimate, one.points[0].suppressed) == (None, True)
