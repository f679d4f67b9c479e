"""Small groups do not come out by subtraction."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support import JOURNEY, examined_project, small_project, times, write

from cxsite.diagnostics import Span
from cxsite.load.content import load
from cxsite.measure.measures import measure
from cxsite.measure.series import Estimate, Measures, Point, Series, Where
from cxsite.measure.small import WITHHELD, withhold
from cxsite.model.library import Segment, Segments
from cxsite.model.metric import Metric
from cxsite.model.period import parse_period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings
from cxsite.project import Project

REGIONS = """\
segments:
  - {id: north, name: North, dimension: region}
  - {id: south, name: South, dimension: region}
  - {id: west, name: West, dimension: region}
"""
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


def people(
    folder: Path, header: str, rows: str, library: str = SEGMENTS, metric: str = METRIC.format("share")
) -> Measures:
    """A table of shares."""
    table = f"{header},numerator,denominator\n" + "".join(f"{row}\n" for row in rows.split())
    files: dict[str, str | bytes] = {"metrics/t.csv": table, "metrics/m.yml": metric}
    if library:
        files["journeys/segments.yml"] = library
    return measure(load(Project(small_project(folder, files))))[0]


def hidden(measures: Measures) -> set[tuple[str, str]]:
    """Segment or journey, and period, of what is not shown."""
    return {
        (one.where.segment or one.where.journey, point.period.label)
        for one in measures.series
        for point in one.points
        if point.suppressed
    }


def test_a_segment_that_is_withheld_does_not_come_out_of_its_own_quarter(tmp_path: Path) -> None:
    rows = "2026-Q1,north,150,300 2026-01,,95,108 2026-01,north,90,100 2026-02,north,60,100 2026-03,north,0,100"
    made = people(tmp_path, "period,segment", rows)
    assert hidden(made) == {("north", "Jan 2026"), ("north", "Mar 2026")}


def test_two_small_segments_together_do_not_come_out_by_the_time_of_the_third(tmp_path: Path) -> None:
    january = "2026-01,,90,105 2026-01,north,86,100 2026-01,south,3,3 2026-01,west,1,2"
    made = people(
        tmp_path, "period,segment", f"{january} 2026-Q1,north,150,300 2026-02,north,60,100 2026-03,north,4,100"
    )
    assert ("north", "Jan 2026") in hidden(made)
    assert hidden(made) & {("north", "Feb 2026"), ("north", "Mar 2026"), ("north", "2026 Q1")}


def test_a_small_month_does_not_come_out_of_stretches_that_overlap_in_it(tmp_path: Path) -> None:
    rows = (
        "2026-01-01,2026-02-28,10,20 2026-02-01,2026-03-31,20,40 2026-01-01,2026-03-31,27,55 2026-02-01,2026-02-28,3,5"
    )
    made = people(tmp_path, "from,to", rows)
    assert sum(point.suppressed for one in made.series for point in one.points) == 2


def test_a_month_does_not_come_out_of_its_year_by_quarters_and_months(tmp_path: Path) -> None:
    quarters = "2025,,200,410 2025-Q1,,50,100 2025-Q2,,50,100 2025-Q3,,50,100"
    made = people(tmp_path, "period,segment", f"{quarters} 2025-10,,25,50 2025-11,,22,55 2025-12,,3,5")
    assert hidden(made) == {("", "Dec 2025"), ("", "Oct 2025")}


@pytest.mark.parametrize("library", ["", "segments: [{id: north, name: North}]\n", SEGMENTS])
def test_what_is_left_without_one_segment_is_no_small_group(tmp_path: Path, library: str) -> None:
    made = people(tmp_path, "period,segment", "2026-09,,60,105 2026-09,north,55,100", library)
    assert hidden(made) == {("north", "Sep 2026")}


@pytest.mark.parametrize("whole", ["north", ""])
def test_what_is_left_of_a_segment_or_of_all_without_a_persona_is_no_small_group(tmp_path: Path, whole: str) -> None:
    library = SEGMENTS + "personas: [{id: sam, name: Sam, segment: north}]\n"
    made = people(tmp_path, "period,segment", f"2026-09,{whole},50,100 2026-09,sam,45,95", library)
    assert hidden(made) == {("sam", "Sep 2026")}


def test_personas_that_name_one_another_are_in_no_segment(tmp_path: Path) -> None:
    library = SEGMENTS + "personas: [{id: sam, name: Sam, segment: kim}, {id: kim, name: Kim, segment: sam}]\n"
    made = people(tmp_path, "period,segment", "2026-09,,50,100 2026-09,sam,30,60 2026-09,kim,15,35", library)
    assert hidden(made) == {("kim", "Sep 2026")}


def test_a_segment_that_a_persona_names_by_a_former_id_is_its_segment(tmp_path: Path) -> None:
    library = SEGMENTS.replace("name: North,", "name: North, formerly: [up],")
    library += "personas: [{id: sam, name: Sam, segment: up}]\n"
    made = people(tmp_path, "period,segment", "2026-09,north,50,100 2026-09,sam,45,95", library)
    assert hidden(made) == {("sam", "Sep 2026")}


def test_what_is_left_of_the_company_without_a_journey_is_no_small_group(tmp_path: Path) -> None:
    made = people(tmp_path, "period,journey", "2026-09,,60,105 2026-09,ticket,55,100")
    assert hidden(made) == {("ticket", "Sep 2026")}


def test_who_is_in_neither_a_journey_nor_a_segment_is_no_small_group(tmp_path: Path) -> None:
    rows = "2026-03,,,55,100 2026-03,ticket,,30,60 2026-03,,north,40,80 2026-03,ticket,north,22,45"
    assert hidden(people(tmp_path, "period,journey,segment", rows)) == {("north", "Mar 2026")}


def test_a_persona_counts_in_the_place_of_its_segment_where_that_has_no_row(tmp_path: Path) -> None:
    library = SEGMENTS + "personas: [{id: ann, name: Ann, segment: north}]\n"
    made = people(tmp_path, "period,segment", "2026-03,,50,100 2026-03,south,20,40 2026-03,ann,28,55", library)
    assert hidden(made) == {("south", "Mar 2026")}


def test_tables_that_differ_a_little_count_the_same_people(tmp_path: Path) -> None:
    made = two_sources(tmp_path, "2025-12,4,31 2026-01,4,50 2026-02,4,45", "2025-12,4,30 2026-Q1,4,100")
    assert [[point.suppressed for point in one.points] for one in made.series] == [[False, False, True], [False, False]]


def test_few_people_of_each_month_do_not_come_out_together_either(tmp_path: Path) -> None:
    months = " ".join(f"2026-0{month},,20,50 2026-0{month},north,20,47" for month in (1, 2, 3))
    made = people(tmp_path, "period,segment", f"2026-Q1,,60,150 2026-Q1,north,60,141 {months}")
    assert hidden(made) == {("north", label) for label in ("Jan 2026", "Feb 2026", "Mar 2026", "2026 Q1")}


MONTHS_AND_WEEKS = "2026-06,,50,95 " + " ".join(f"2026-W{week},,10,20" for week in range(23, 28))


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("from,to", "2026-01-01,2026-06-30,60,105 2026-01-01,2026-04-30,30,55 2026-03-01,2026-06-30,31,55"),
        ("period,segment", MONTHS_AND_WEEKS),
        (
            "period,segment",
            "2026-Q1,,55,100 2026-Q1,north,25,50 " + " ".join(f"2026-0{i},south,8,15" for i in (1, 2, 3)),
        ),
        (
            "period,segment",
            "2026-Q1,,55,150 2026-01,,20,50 2026-02,,20,50 2026-Q1,north,40,120 2026-01,north,15,38 2026-02,north,14,37",
        ),
    ],
    ids=["periods that overlap", "months and weeks", "parts of another length", "a month without a row on both sides"],
)
def test_what_only_several_rows_together_give_away_is_no_small_group(tmp_path: Path, header: str, rows: str) -> None:
    made = people(tmp_path, header, rows)
    assert sum(point.suppressed for one in made.series for point in one.points) == 1


def test_months_and_weeks_of_many_people_are_all_shown(tmp_path: Path) -> None:
    rows = MONTHS_AND_WEEKS.replace(",95", ",880").replace(",20", ",200")
    assert hidden(people(tmp_path, "period,segment", rows)) == set()


def test_people_of_no_segment_are_no_group_where_every_segment_is_shown(tmp_path: Path) -> None:
    rows = "2026-09,,90,150 2026-09,north,30,50 2026-09,south,30,50 2026-09,west,28,45"
    assert hidden(people(tmp_path, "period,segment", rows)) == set()


def of_journeys(table: dict[tuple[str, str], int]) -> str:
    """A month of all journeys and segments, with every total."""
    journeys, segments = (sorted({key[at] for key in table}) for at in (0, 1))
    rows = [(journey, segment) for journey in ("", *journeys) for segment in ("", *segments)]
    sizes = {
        (j, s): sum(n for (one, other), n in table.items() if j in ("", one) and s in ("", other)) for j, s in rows
    }
    return " ".join(f"2026-04,{j},{s},{n // 2},{n}" for (j, s), n in sizes.items())


BOTH = {"journeys/ticket.yml": JOURNEY, "journeys/leave.yml": JOURNEY.replace("ticket", "leave")}


def test_a_segment_of_a_journey_does_not_come_out_of_the_other_journeys(tmp_path: Path) -> None:
    table = {
        **{("leave", name): n for name, n in (("north", 1120), ("south", 1130), ("west", 4))},
        **{("ticket", name): n for name, n in (("north", 1140), ("south", 1150), ("west", 1163))},
    }
    write(tmp_path, BOTH)
    made = people(tmp_path, "period,journey,segment", of_journeys(table), REGIONS)
    places = {(one.where.journey, one.where.segment) for one in made.series for p in one.points if p.suppressed}
    assert places == {(journey, segment) for journey in ("leave", "ticket") for segment in ("west", "north")}


def test_a_quarter_of_a_segment_does_not_come_out_of_the_others_and_its_year(tmp_path: Path) -> None:
    sizes = {"north": (1, 14, 75, 120), "south": (210, 255, 190, 200), "west": (300, 378, 310, 290)}
    sizes[""] = tuple(map(sum, zip(*sizes.values(), strict=True)))  # type: ignore[assignment]
    quarters = [(f"2025-Q{i + 1}", name, n) for name, row in sizes.items() for i, n in enumerate(row)]
    rows = [*quarters, *(("2025", name, sum(row)) for name, row in sizes.items())]
    made = people(tmp_path, "period,segment", " ".join(f"{p},{s},{n // 2},{n}" for p, s, n in rows), REGIONS)
    left = hidden(made)
    assert len(left) == 5
    assert {("north", "2025 Q1"), ("north", "2025 Q2")} <= left


def test_a_segment_does_not_come_out_of_another_dimension_where_nobody_wrote_the_whole(tmp_path: Path) -> None:
    library = (
        "segments: [{id: north, name: N, dimension: a}, {id: south, name: S, dimension: a}, "
        "{id: young, name: Y, dimension: b}, {id: old, name: O, dimension: b}]\n"
    )
    rows = "2026-04,north,100,270 2026-04,south,3,6 2026-04,young,80,165 2026-04,old,50,111"
    assert hidden(people(tmp_path, "period,segment", rows, library)) == {("south", "Apr 2026"), ("old", "Apr 2026")}


def test_people_of_no_journey_are_a_group_also_where_all_journeys_are_shown(tmp_path: Path) -> None:
    write(tmp_path, BOTH)
    rows = "2026-04,,200,500 2026-04,ticket,150,293 2026-04,leave,100,200"
    assert hidden(people(tmp_path, "period,journey", rows)) == {("leave", "Apr 2026")}


@pytest.mark.parametrize(
    ("company", "kept"), [("493", {("leave", "May 2026")}), ("400", set()), ("2400", set()), ("", set())]
)
def test_journeys_are_the_company_only_where_they_add_up_to_it(
    tmp_path: Path, company: str, kept: set[tuple[str, str]]
) -> None:
    write(tmp_path, BOTH)
    rows = f"2026-04,,,{company and 100},{company} 2026-04,ticket,,100,293 2026-04,leave,,100,200"
    may = "2026-05,ticket,,100,200 2026-05,leave,,50,100 2026-05,,north,90,295"
    assert hidden(people(tmp_path, "period,journey,segment", f"{rows} {may}", REGIONS)) == kept


def test_a_table_of_other_people_does_not_hide_anything(tmp_path: Path) -> None:
    made = two_sources(tmp_path, "2026-07,4,60 2026-08,4,5 2026-Q3,4,500", "2026-Q3,4,80")
    assert [[point.suppressed for point in one.points] for one in made.series] == [[False, False, True], [False]]


MONTHS = ("2026-01", "2026-02", "2026-03")
QUARTER = "2026-Q1"
NAMES = ("s0", "s1", "s2")
Cell = tuple[str, str]
counts = st.sampled_from([0, 3, 7, 12, 25, 60])


@given(st.lists(st.lists(counts, min_size=4, max_size=4), min_size=3, max_size=3), st.integers(0, 2**16 - 1))
@settings(max_examples=times(200), deadline=None)
def test_no_small_group_follows_from_what_is_shown(table: list[list[int]], there: int) -> None:
    cells = {(name, month): table[j][i] for i, name in enumerate((*NAMES, "?")) for j, month in enumerate(MONTHS)}
    groups = {(name, period): made_of(name, period) for name in (*NAMES, "") for period in (*MONTHS, QUARTER)}
    listed = {group: members for index, (group, members) in enumerate(groups.items()) if there >> index & 1}
    sizes = {group: sum(cells[cell] for cell in members) for group, members in listed.items()}
    made = withhold(rows_of(sizes), PORTFOLIO)
    labels = {parse_period(period).label: period for period in (*MONTHS, QUARTER)}
    seen = {(one.where.segment, labels[p.period.label]) for one in made for p in one.points if p.estimate}
    told = np.array([vector(listed[group], cells) for group in listed if group in seen]).reshape(-1, len(cells))
    people = SETS @ np.array(list(cells.values()))
    small = SETS[(people > 0) & (people < 10)]
    assert not small[follows(told, small)].tolist(), (sizes, seen)


def of_region(*names: str) -> Portfolio:
    """A library with these segments and no others."""
    segments = tuple(Segment(id=name, name=name, dimension="region") for name in names)
    return Portfolio(Settings(), libraries={"segments": Segments(segments=segments)})


@given(st.lists(st.lists(counts, min_size=3, max_size=3), min_size=3, max_size=3), st.integers(0, 2**16 - 1))
@settings(max_examples=times(200), deadline=None)
def test_no_small_row_follows_from_those_that_are_shown_where_segments_are_everybody(
    table: list[list[int]], there: int
) -> None:
    cells = {(name, month): table[i][j] for i, name in enumerate(NAMES) for j, month in enumerate(MONTHS)}
    groups = {
        (name, period): made_of(name, period) & cells.keys() for name in (*NAMES, "") for period in (*MONTHS, QUARTER)
    }
    listed = {group: members for index, (group, members) in enumerate(groups.items()) if there >> index & 1}
    assume({name for name, _ in listed} >= set(NAMES))
    sizes = {group: sum(cells[cell] for cell in members) for group, members in groups.items()}
    made = withhold(rows_of({group: sizes[group] for group in listed}), of_region(*NAMES))
    labels = {parse_period(period).label: period for period in (*MONTHS, QUARTER)}
    seen = {(one.where.segment, labels[p.period.label]) for one in made for p in one.points if p.estimate}
    told = np.array([vector(groups[group], cells) for group in listed if group in seen]).reshape(-1, len(cells))
    small = np.array([vector(groups[one], cells) for one, n in sizes.items() if 0 < n < 10]).reshape(-1, len(cells))
    assert not small[follows(told, small)].tolist(), (sizes, seen)


def made_of(name: str, period: str) -> frozenset[Cell]:
    """The cells of a segment in its months; the whole has people of no segment, too."""
    months = MONTHS if period == QUARTER else (period,)
    return frozenset((each, month) for each in ((name,) if name else (*NAMES, "?")) for month in months)


def rows_of(sizes: dict[tuple[str, str], int]) -> tuple[Series, ...]:
    """A series for each segment and the whole, with a point for each period."""
    metric = Metric.model_validate({"id": "n", "name": "N", "method": "mean"})
    found: dict[str, list[Point]] = {}
    for (name, period), n in sizes.items():
        small = n < 10
        estimate = None if small else Estimate(4, n)
        point = Point(parse_period(period), estimate, Span("t.csv"), suppressed=small, hidden_n=n if small else None)
        found.setdefault(name, []).append(point)
    return tuple(Series(metric, "t.csv", Where(segment=name), tuple(points)) for name, points in found.items())


def vector(members: frozenset[Cell], cells: dict[Cell, int]) -> list[int]:
    """Which cells a group is made of."""
    return [int(cell in members) for cell in cells]


def sets_of_people() -> np.ndarray:
    """Everybody in months that follow one another without some people of segments, or in some months; a segment, too.

    A row for each set says which cells are in it: of the segments and of no segment, month by month.
    """
    some = np.array(list(product([0, 1], repeat=12))).reshape(-1, 4, 3)
    last, alone = some[:, 3], some.sum(axis=(1, 2))
    together = [(last == months).all(1) & (some <= np.array(months)).all((1, 2)) for months in STRETCHES]
    segment = [some[:, index].sum(axis=1) == alone for index in range(3)]
    everybody = (some == last[:, None]).all((1, 2))
    return some[np.any([*together, *segment, everybody], axis=0)].reshape(-1, 12)


STRETCHES = ((1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 0), (0, 1, 1), (1, 1, 1))
SETS = sets_of_people()


def follows(told: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Which of these sets is a sum of what is told: those that a projection on all such sums leaves as they are."""
    return np.abs(wanted @ np.linalg.pinv(told) @ told - wanted).max(axis=1, initial=0) < 1e-9


def test_a_set_follows_that_adds_nothing_to_the_rank() -> None:
    told = np.array([[1, 1, 0], [0, 1, 1]])
    assert follows(told, np.array([[1, 2, 1], [1, 0, -1], [0, 1, 0]])).tolist() == [True, True, False]
    assert follows(told[:0], told).tolist() == [False, False]
