"""Small groups do not come out by subtraction."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import examined_project, small_project, times

from cxsite.diagnostics import Span
from cxsite.load.content import load
from cxsite.measure.measures import measure
from cxsite.measure.series import Estimate, Measures, Point, Series, Where
from cxsite.measure.small import WITHHELD, withhold
from cxsite.model.library import Segments
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.project import Project

SEGMENTS = """\
segments:
  - {id: north, name: North, dimension: region}
  - {id: south, name: South, dimension: region}
  - {id: west, name: West, dimension: region}
  - {id: movers, name: Movers, dimension: joining}
"""


@pytest.fixture
def measured(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Measures a table of `n` by segment and period, given as `period,segment,value,n` rows."""

    def run(rows: str, method: str = "mean", library: str = SEGMENTS) -> Measures:
        table = "period,segment,value,n\n" + "".join(f"{line}\n" for line in rows.split())
        files: dict[str, str | bytes] = {"metrics/t.csv": table, "metrics/m.yml": METRIC.format(method)}
        if library:
            files["journeys/segments.yml"] = library
        return measure(load(Project(small_project(tmp_path, files))))[0]

    return run


METRIC = "metrics:\n  - {{id: n, name: N, method: {}, source: t.csv}}\n"


def shown(measures: Measures) -> dict[str, list[str]]:
    """The periods that are shown, by segment."""
    return {
        one.where.segment or "all": [point.period.label for point in one.points if point.estimate]
        for one in measures.series
    }


def test_with_one_part_too_small_the_next_smallest_is_withheld_as_well(measured) -> None:
    made = measured("2026,,4,100 2026,north,4,60 2026,south,4,35 2026,west,4,5")
    assert shown(made) == {"all": ["2026"], "north": ["2026"], "south": [], "west": []}
    south, west = (made.of("n", Where(segment=name))[0].points[0] for name in ("south", "west"))
    assert (south.suppressed, south.withheld, south.missing, dict(south.numbers)) == (True, True, WITHHELD, {})
    assert (west.suppressed, west.withheld) == (True, False)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("2026,north,4,60 2026,south,4,35 2026,west,4,5", ["north", "south"]),
        ("2026,,4,200 2026,north,4,60 2026,south,4,35 2026,west,4,5", ["all", "north", "south"]),
        ("2026,,4,80 2026,north,4,60 2026,south,4,35 2026,west,4,5", ["all", "north", "south"]),
        ("2026,,4,100 2026,north,4,60 2026,south,4,40", ["all", "north", "south"]),
        ("2026,,4,103 2026,north,4,60 2026,south,4,33 2026,west,4,10", ["all", "north", "south", "west"]),
        ("2026,,4,100 2026,north,4,88 2026,south,4,6 2026,west,4,6", ["all", "north"]),
        ("2026,,4,100 2026,north,4,93 2026,south,4,3 2026,west,4,4", ["all"]),
        ("2026,,4,95 2026,north,4,60 2026,south,4,30", ["all", "north"]),
        ("2026,,4,100 2026,north,4,60 2026,south,4,30", ["all", "north", "south"]),
        ("2026,,4,100 2026,north,4,60 2026,south,4,35 2026,west,4,5 2026,movers,4,30", ["all", "movers", "north"]),
        ("2026,,4,100 2025,north,4,60 2025,south,4,35 2025,west,4,5", ["all", "north", "south"]),
        ("2026,,4, 2026,north,4,60 2026,south,4,35 2026,west,4,5", ["all", "north", "south"]),
    ],
    ids=[
        "no whole is shown",
        "enough of the whole is in no segment",
        "segments overlap",
        "a segment without anybody",
        "all are large enough",
        "two small ones are enough together",
        "two small ones are still small together",
        "one was left out of the table",
        "enough are left out of the table",
        "another dimension",
        "another period",
        "the whole has no n",
    ],
)
def test_what_is_withheld_depends_on_what_is_left_of_the_whole(measured, rows: str, expected: list[str]) -> None:
    assert sorted(name for name, periods in shown(measured(rows)).items() if periods) == expected


def test_segments_that_nobody_listed_are_taken_for_one_dimension(measured) -> None:
    made = measured("2026,,4,100 2026,here,4,60 2026,there,4,35 2026,far,4,5", library="")
    assert sorted(name for name, periods in shown(made).items() if periods) == ["all", "here"]


def test_a_median_cannot_be_subtracted(measured) -> None:
    made = measured("2026,,4,100 2026,north,4,60 2026,south,4,35 2026,west,4,5", "median")
    assert sorted(name for name, periods in shown(made).items() if periods) == ["all", "north", "south"]


def test_a_small_month_does_not_come_out_of_its_quarter(measured) -> None:
    made = measured("2026-Q1,,4,100 2026-01,,4,60 2026-02,,4,35 2026-03,,4,5 2026-04,,4,50")
    assert shown(made) == {"all": ["Jan 2026", "2026 Q1", "Apr 2026"]}


def test_what_is_withheld_is_no_error_and_what_is_too_small_is(tmp_path: Path) -> None:
    rows = "2026,,4,100\n2026,north,4,60\n2026,south,4,35\n2026,west,4,5\n"
    files = {"metrics/t.csv": f"period,segment,value,n\n{rows}", "metrics/m.yml": METRIC.format("mean")}
    found = examined_project(small_project(tmp_path, {**files, "journeys/segments.yml": SEGMENTS})).diagnostics
    assert [(one.code, one.span.line) for one in found if one.code.startswith("CX3")] == [("CX325", 5)]


def tables(sizes: list[int], loose: int) -> tuple[Series, ...]:
    metric = Metric.model_validate({"id": "n", "name": "N", "method": "mean"})
    year = parse_period("2026")

    def cell(segment: str, n: int) -> Series:
        small = n < 10
        estimate = None if small else Estimate(4, n)
        point = Point(year, estimate, Span("t.csv"), suppressed=small, hidden_n=n if small else None)
        return Series(metric, "t.csv", Where(segment=segment), (point,))

    return cell("", sum(sizes) + loose), *(cell(f"s{i}", n) for i, n in enumerate(sizes))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 15))
@settings(max_examples=times(300), deadline=None)
def test_what_is_left_of_a_whole_is_never_a_small_group(sizes: list[int], loose: int) -> None:
    whole, *parts = withhold(tables(sizes, loose), PORTFOLIO)
    total = whole.points[0].estimate
    left = sum(n for n, one in zip(sizes, parts, strict=True) if not one.points[0].estimate) + loose
    hidden = any(not one.points[0].estimate for one in parts)
    if total is not None and hidden:
        assert left >= 10


@given(st.lists(st.integers(10, 40), min_size=1, max_size=8))
@settings(max_examples=times(50), deadline=None)
def test_nothing_is_withheld_where_every_group_is_large(sizes: list[int]) -> None:
    given = tables(sizes, 0)
    assert withhold(given, PORTFOLIO) == given


PORTFOLIO = Portfolio(Settings(), libraries={"segments": Segments()})


def two_sources(folder: Path, months: str, quarter: str) -> Measures:
    """The months of one table, and the quarter of another."""
    metric = "metrics:\n  - {id: n, name: N, method: mean, source: [{file: m.csv}, {file: q.csv}]}\n"
    files: dict[str, str | bytes] = {"metrics/m.yml": metric}
    for name, rows in (("m", months), ("q", quarter)):
        files[f"metrics/{name}.csv"] = "period,mean,n\n" + "".join(f"{row}\n" for row in rows.split())
    return measure(load(Project(small_project(folder, files))))[0]


def test_a_month_does_not_come_out_of_the_quarter_of_another_source(tmp_path: Path) -> None:
    made = two_sources(tmp_path, "2026-07,4,60 2026-08,4,5 2026-09,4,35", "2026-Q3,4,100")
    assert [[point.suppressed for point in one.points] for one in made.series] == [[False, True, True], [False]]


def test_a_month_that_has_no_row_counts_as_one_that_was_left_out(tmp_path: Path) -> None:
    made = two_sources(tmp_path, "2026-07,4,60 2026-08,4,35", "2026-Q3,4,100")
    assert [[point.suppressed for point in one.points] for one in made.series] == [[False, True], [False]]


def test_a_quarter_that_leaves_enough_for_its_missing_month_hides_nothing(tmp_path: Path) -> None:
    made = two_sources(tmp_path, "2026-07,4,60 2026-08,4,25", "2026-Q3,4,100")
    assert not any(point.suppressed for one in made.series for point in one.points)
