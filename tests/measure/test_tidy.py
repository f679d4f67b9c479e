"""A metric's rows: columns mapped, rows chosen, every trouble at its cell."""

from __future__ import annotations

from typing import Any

import pytest

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.files import Text
from cxsite.load.node import plain
from cxsite.load.nodes import read_tree
from cxsite.load.rows import read_table
from cxsite.measure.former import Renames
from cxsite.measure.tidy import TidyRow, tidy_rows
from cxsite.model.metric import MetricsFile
from cxsite.model.period import FiscalCalendar
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

OCTOBER = FiscalCalendar(10, "end")


def tidy(
    text: str, source: str = "{file: t.csv}", fiscal: FiscalCalendar = OCTOBER
) -> tuple[tuple[TidyRow, ...], tuple[Diagnostic, ...]]:
    node, _ = read_tree(
        Text("m.yml", f"metrics:\n  - id: ease\n    name: Ease\n    method: mean\n    source: {source}\n")
    )
    table, found = read_table(Text("metrics/t.csv", text))
    assert node is not None
    assert table is not None, found
    (metric,) = MetricsFile.model_validate(plain(node)).metrics
    return tidy_rows(metric, metric.source[0], table, fiscal, Renames(Portfolio(Settings())))


def rows(text: str, source: str = "{file: t.csv}") -> tuple[TidyRow, ...]:
    made, found = tidy(text, source)
    assert found == ()
    return made


def only(text: str, source: str = "{file: t.csv}") -> Diagnostic:
    _, (problem,) = tidy(text, source)
    return problem


def test_a_row_is_read_with_its_period_places_and_numbers() -> None:
    (row,) = rows("period,value,n,step,segment,note\n2026-Q3,4.2,30,look,north,fine\n")
    assert row.period.label == "2026 Q3"
    assert row.numbers == {"value": 4.2, "n": 30}
    assert row.places == {"journey": "", "phase": "", "step": "look", "segment": "north"}
    assert (row.missing, row.span) == ("", Span("metrics/t.csv", 2, 1, 2, 8))


def test_an_empty_cell_is_open_and_not_zero() -> None:
    (row,) = rows("period,value,n\n2026,,0\n")
    assert row.numbers == {"n": 0}
    assert row.missing == ""


def test_a_column_of_the_metrics_chooses_rows() -> None:
    made = rows("metric,period,value\nease,2026,1\nother,2026,not read\nease,2027,2\n")
    assert [row.numbers["value"] for row in made] == [1, 2]


def test_where_chooses_rows_in_place_of_the_column_of_the_metrics() -> None:
    made = rows("metric,q,period,value\na,Ease,2026,1\na,Trust,2026,2\n", "{file: t.csv, where: {q: Ease}}")
    assert [row.numbers["value"] for row in made] == [1]


def test_where_takes_text_as_it_is() -> None:
    made = rows("q,period,value\n012,2026,1\n12,2026,2\nno,2026,3\n", "{file: t.csv, where: {q: 012}}")
    assert [row.numbers["value"] for row in made] == [1]


def test_columns_are_mapped_to_our_names() -> None:
    (row,) = rows(
        "month,score,answers\n2026-09,4.2,30\n", "{file: t.csv, columns: {period: month, mean: score, n: answers}}"
    )
    assert (row.period.label, row.numbers) == ("Sep 2026", {"mean": 4.2, "n": 30})


def test_a_mapped_column_no_longer_plays_the_part_of_its_own_name() -> None:
    (row,) = rows("period,value,n\n2026,7,30\n", "{file: t.csv, columns: {mean: value}}")
    assert row.numbers == {"mean": 7, "n": 30}


def test_a_mapping_may_turn_two_columns_round() -> None:
    (row,) = rows("period,value,mean\n2026,1,2\n", "{file: t.csv, columns: {value: mean, mean: value}}")
    assert row.numbers == {"value": 2, "mean": 1}


@pytest.mark.parametrize(
    ("row", "label", "year"),
    [("2020,1", "FY2020 Q1", 2019), ("2020,", "FY2020", 2019), ("2020,4", "FY2020 Q4", 2020)],
)
def test_a_fiscal_year_and_quarter_are_a_period(row: str, label: str, year: int) -> None:
    (made,) = rows(f"fiscal_year,fiscal_quarter,value\n{row},1\n")
    assert (made.period.label, made.period.start.year) == (label, year)


@pytest.mark.parametrize(
    "cells",
    [
        "2026-Q1,,,2026",
        "2026-Q1,2026-01-01,2026-03-31,",
        "2026-Q1,2026-02-01,2026-02-14,2026",
        "2026-Q1,2026-01,2026-03,",
        "2026-Q1,web,shop,nonsense",
    ],
)
def test_several_columns_may_say_when_and_the_period_is_the_one_that_counts(cells: str) -> None:
    (made,) = rows(f"period,from,to,fiscal_year,value\n{cells},1\n")
    assert made.period.label == "2026 Q1"


@pytest.mark.parametrize(
    ("cells", "column", "says"),
    [
        (
            "2026-Q1,2026-04-01,2026-04-30,",
            9,
            "`2026 Q1` and `2026-04-01 to 2026-04-30` in one row are not the same time",
        ),
        ("2026-01,2026-01-01,2026-03-31,", 9, "in one row are not the same time"),
        ("2026-Q1,,,2024", 11, "`2026 Q1` and `FY2024` in one row are not the same time"),
        (",2026-01-01,,", 13, "`to` is empty beside `from`"),
        (",,2026-01-01,", 2, "`from` is empty beside `to`"),
        (",2026-02-28,2026-02-01,", 13, "`to` is 2026-02-01, and `from` is 2026-02-28, which is later"),
        (",2026-02-28,soon,", 13, "`soon` is not a period"),
        ("2026-01-15/2026-02,,,", 1, "`2026-01-15/2026-02` is two times, and `period` holds one"),
        ("2026-01-15/soon,,,", 1, "`soon` is not a period"),
        ("2026/09/01,,,", 1, "`2026/09/01` is not a period"),
    ],
)
def test_columns_that_say_different_times_are_told(cells: str, column: int, says: str) -> None:
    problem = only(f"period,from,to,fiscal_year,value\n{cells},1\n")
    assert (problem.code, problem.span.line, problem.span.column) == ("CX303", 2, column)
    assert says in problem.message


def test_a_share_in_a_column_of_counts_is_told_what_belongs_there() -> None:
    hint = only("period,value,n\n2026,1,50%\n").hint
    assert hint == "`n` takes how many there are, not which part of them"


def test_each_row_says_when_in_the_column_that_it_fills_in() -> None:
    made = rows("period,from,to,fiscal_year,value\n2026-Q1,,,,1\n,2026-04-01,2026-04-30,,2\n,,,2020,3\n")
    assert [row.period.label for row in made] == ["2026 Q1", "2026-04-01 to 2026-04-30", "FY2020"]


def test_a_row_that_says_nowhere_when_is_found_in_the_first_of_these_columns() -> None:
    problem = only("value,period,fiscal_year\n1,,\n")
    assert (problem.code, problem.span.column) == ("CX303", 3)


@pytest.mark.parametrize("row", ["20,1", "2020,5", "2020,Q1", "FY2020,1", ",", "²020,1"])
def test_what_is_no_fiscal_year_is_found_in_its_cell(row: str) -> None:
    problem = only(f"value,fiscal_year,fiscal_quarter\n1,{row}\n")
    assert (problem.code, problem.span.line, problem.span.column) == ("CX303", 2, 3)
    assert "is not a fiscal year and quarter" in problem.message
    assert problem.hint == "write them like 2020 and 1"


def test_a_fiscal_year_beyond_the_calendar_is_found_in_its_cell() -> None:
    problem = only("value,fiscal_year,fiscal_quarter\n1,0000,\n")
    assert (problem.code, problem.span.column) == ("CX303", 3)
    assert "is not in the calendar" in problem.message


@pytest.mark.parametrize("cell", ["Q3 2026", "", "2026-13", "soon"])
def test_what_is_no_period_is_found_in_its_cell(cell: str) -> None:
    problem = only(f"value,period\n1,{cell}\n")
    assert (problem.code, problem.span) == ("CX303", Span("metrics/t.csv", 2, 3, 2, 3 + len(cell)))
    assert problem.message == (
        f"`{cell}` is not in the calendar"
        if cell == "2026-13"
        else f"`{cell}` is not a period"
        if cell
        else "`period` is empty"
    )


@pytest.mark.parametrize("cell", ["No Data", "n/a", "63%", "1e3", '"1,234"', "1 234", "12min"])
def test_what_is_no_number_is_found_in_its_cell(cell: str) -> None:
    problem = only(f"period,value,n\n2026,1,2\n2027,{cell},3\n")
    assert (problem.code, problem.span) == ("CX304", Span("metrics/t.csv", 3, 6, 3, 6 + len(cell)))
    text = cell.strip('"')
    assert f"`{text}` is not a plain number" in problem.message


def test_a_word_for_what_nobody_knows_can_be_declared() -> None:
    assert '`missing: ["No Data"]`' in only("period,value\n2026,No Data\n").hint


def test_a_thousands_separator_is_not_taken_for_a_word() -> None:
    assert "missing" not in only('period,value\n2026,"1,234"\n').hint


def test_a_declared_word_is_kept_and_is_no_number() -> None:
    made = rows("period,value,n\n2026,No Data,0\n2027,-,\n2028,5,6\n", "{file: t.csv, missing: [No Data, '-']}")
    assert [(row.missing, row.numbers) for row in made] == [
        ("No Data", {"n": 0}),
        ("-", {}),
        ("", {"value": 5, "n": 6}),
    ]


def test_a_row_that_cannot_be_read_does_not_hide_the_others() -> None:
    made, found = tidy("period,value\nsoon,1\n2026,x\n2027,3\n")
    assert [row.period.label for row in made] == ["2027"]
    assert [problem.code for problem in found] == ["CX303", "CX304"]


def test_a_row_of_another_metric_is_not_even_read() -> None:
    assert tidy("metric,period,value\nother,soon,x\n") == ((), ())


def test_a_table_without_a_period_is_found_at_its_header() -> None:
    problem = only("month,value\n2026,1\n")
    assert (problem.code, problem.span) == ("CX302", Span("metrics/t.csv", 1, 1, 1, 6))
    assert "columns: {period:" in problem.hint


@pytest.mark.parametrize(
    ("source", "column", "near"),
    [
        ("{file: t.csv, columns: {value: scor}}", "scor", "score"),
        ("{file: t.csv, where: {questoin: Ease}}", "questoin", "question"),
        ("{file: t.csv, columns: {value: zzzz}}", "zzzz", ""),
    ],
)
def test_a_column_that_is_not_there_is_found_where_it_is_named(source: str, column: str, near: str) -> None:
    problem = only("period,score,question\n2026,1,Ease\n", source)
    assert (problem.code, problem.span.file, problem.span.line) == ("CX302", "m.yml", 5)
    assert f"`{column}`" in problem.message
    assert problem.suggestion == near
    assert problem.hint == (f"did you mean `{near}`?" if near else "it has period, score, question")


@pytest.mark.parametrize(
    ("source", "column"),
    [("{file: t.csv, columns: {value: scor}}", "scor"), ("{file: t.csv, where: {scor: Ease}}", "scor")],
)
def test_a_suggestion_for_a_column_stands_at_the_column(source: str, column: str) -> None:
    problem = only("period,score\n2026,1\n", source)
    start = len("    source: ") + source.index(column) + 1
    assert (problem.span.column, problem.span.end_column) == (start, start + len(column))


def test_a_misspelt_column_of_ours_is_said() -> None:
    _, found = tidy("period,score\n2026,1\n", "{file: t.csv, columns: {meann: score}}")
    assert [problem.suggestion for problem in found] == ["mean"]


@pytest.mark.parametrize("extra", ["", "x" * 300])
def test_cells_that_nobody_reads_may_hold_anything(extra: Any) -> None:
    assert len(rows(f"period,value,note\n2026,1,{extra}\n")) == 1


@pytest.mark.parametrize(
    ("cell", "hint"),
    [
        ('"1,234"', "write 1234"),
        ('"1,234,567"', "write 1234567"),
        ("1 234", "write 1234"),
        ('"4,1"', "write 4.1"),
        ('"-0,5"', "write -0.5"),
        ("\u22120.5", "write -0.5"),
        ("\u20132", "write -2"),
        ("1\u2009234", "write 1234"),
        ("1\u00a0234.5", "write 1234.5"),
        ("1'234", "write 1234"),
        ("1\u2019234.5", "write 1234.5"),
        ("63%", "write 63, or let the method be `share`"),
        ("12min", 'if `12min` says that nobody knows, declare it: `missing: ["12min"]`'),
        ('"0,635"', "write 0.635"),
        ('"1234,567"', "write 1234.567"),
        ('"1.234,5"', "write 1234.5"),
        ('"4,1%"', "write 4.1, or let the method be `share`"),
        ("050", "write 50"),
        ("-007.50", "write -7.50"),
        ("00", "write 0"),
        (".9", "write 0.9"),
        ("5.", "write 5"),
        (".5e3", "write 500"),
        ("1e2", "write 100"),
        ("1.5E-3", "write 0.0015"),
        ("1.234.567", "write 1234567"),
        ("1.2.3", "write digits alone, with a point before decimals"),
        ("1e99", "write digits alone, with a point before decimals"),
        ("9999999999999999", "write fewer digits"),
    ],
)
def test_a_number_written_otherwise_is_told_how_to_write_it(cell: str, hint: str) -> None:
    assert only(f"period,value\n2026,{cell}\n").hint == hint


def test_a_table_with_neither_a_period_nor_a_number_is_told_both_at_its_header() -> None:
    _, found = tidy("month,score\n2026,1\n2027,2\n")
    assert [(problem.code, problem.span.line) for problem in found] == [("CX302", 1), ("CX302", 1)]


def test_a_column_in_capitals_is_known() -> None:
    assert "`Period`" in only("Period,value\n2026,1\n").hint


def test_a_number_is_read_as_programs_write_it_to_the_last_digit() -> None:
    (row,) = rows("period,mean\n2026,65.33333333333333333\n")
    assert row.numbers == {"mean": 65.33333333333333}


def test_a_value_knows_what_its_last_digit_stands_for() -> None:
    made = rows("period,value\n2026-01,4\n2026-02,4.3\n2026-03,-12.25\n")
    assert [round(row.unit_of_value, 9) for row in made] == [1, 0.1, 0.01]


def test_digits_of_another_script_are_no_period() -> None:
    assert only("period,mean\n\u0662\u0660\u0662\u0666,4\n").code == "CX303"
