"""CSV to rows: every cell comes back, and every place is right."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.files import Text
from cxsite.load.rows import Row, Table, read_table

# Everything but controls other than the line breaks a cell may hold; blanks around a cell are not kept.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n")
CELLS = st.text(CHARACTERS | st.sampled_from(',;"\n \t'), max_size=8)
NAMES = st.lists(st.text(st.sampled_from("abcdäß中 _"), min_size=1, max_size=6), min_size=2, max_size=5)


@st.composite
def written(draw: st.DrawFn, cells: st.SearchStrategy[str]) -> tuple[list[str], list[list[str]], str, str]:
    """Column names, rows, a delimiter, and all of it as a spreadsheet writes it."""
    names = [f"{number}{name.strip()}" for number, name in enumerate(draw(NAMES))]
    rows = draw(st.lists(st.lists(cells, min_size=len(names), max_size=len(names)), max_size=6))
    delimiter = draw(st.sampled_from(",;\t"))
    out = io.StringIO(newline="")
    end = draw(st.sampled_from(["\n", "\r\n"]))
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=draw(st.sampled_from([0, 1]))).writerows(
        [names, *rows]
    )
    return names, rows, delimiter, out.getvalue()


def table(text: str) -> Table:
    made, found = read_table(Text("t.csv", text))
    assert found == ()
    assert made is not None
    return made


def only(text: str) -> Diagnostic:
    (problem,) = read_table(Text("t.csv", text))[1]
    return problem


def cut(text: str, span: Span) -> str:
    """What stands in the source at a cell's place, as an editor counts lines, without quotes and blanks."""
    assert span.line == span.end_line
    return text.replace("\r\n", "\n").split("\n")[span.line - 1][span.column - 1 : span.end_column - 1].strip()


@given(written(CELLS))
@settings(max_examples=times(100), deadline=None)
def test_a_table_that_a_spreadsheet_wrote_comes_back(whole: tuple[list[str], list[list[str]], str, str]) -> None:
    names, rows, delimiter, text = whole
    made = table(text)
    assert (made.columns, made.delimiter) == (tuple(names), delimiter)
    expected = [dict(zip(names, [cell.strip() for cell in row], strict=True)) for row in rows]
    assert [row.cells for row in made.rows] == expected


ONE_LINE = st.text(st.sampled_from('ab1äй😀中 ,;"\t.'), max_size=8)


@given(written(ONE_LINE))
@settings(max_examples=times(100), deadline=None)
def test_the_place_of_a_cell_is_that_of_its_text(whole: tuple[list[str], list[list[str]], str, str]) -> None:
    _, _, delimiter, text = whole
    made = table(text)
    for row in made.rows:
        for name, cell in row.cells.items():
            source = cut(text, made.span(row, name))
            (there,) = next(csv.reader([source], delimiter=delimiter), None) or [""]
            assert there.strip() == cell


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(',;"\n\r\0 '), max_size=60))
@settings(max_examples=times(100), deadline=None)
def test_any_text_is_a_table_or_a_diagnostic(text: str) -> None:
    made, found = read_table(Text("t.csv", text))
    assert made is not None or found
    if made:
        for row in made.rows:
            assert set(row.cells) == set(made.columns)
            for name in made.columns:
                assert made.span(row, name).line >= 1
        made.span(None)


PLAIN = "period,value,n\n2026-01, 12 ,30\n2026-02,-1.7,\n"


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (0, "period", Span("t.csv", 2, 1, 2, 8)),
        (0, "value", Span("t.csv", 2, 9, 2, 13)),
        (1, "value", Span("t.csv", 3, 9, 3, 13)),
        (1, "n", Span("t.csv", 3, 14, 3, 14)),
        (None, "value", Span("t.csv", 1, 8, 1, 13)),
    ],
)
def test_a_cell_has_its_place(row: int | None, column: str, expected: Span) -> None:
    made = table(PLAIN)
    assert made.span(None if row is None else made.rows[row], column) == expected


def test_a_row_without_a_column_is_placed_at_its_first_cell() -> None:
    made = table(PLAIN)
    assert made.span(made.rows[1]) == Span("t.csv", 3, 1, 3, 8)


def test_cells_are_text_without_the_blanks_around_them() -> None:
    assert table(PLAIN).rows[0] == Row({"period": "2026-01", "value": "12", "n": "30"}, 2)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_in_the_header(delimiter: str) -> None:
    made = table("a,b,c\n1,2,3\n".replace(",", delimiter))
    assert (made.columns, made.delimiter) == (("a", "b", "c"), delimiter)


@pytest.mark.parametrize("text", ['"a;b;c",d\n1,2\n', '"of all, in %; of us, in %";n\n1;2\n'])
def test_a_delimiter_in_the_quotes_of_a_header_is_text(text: str) -> None:
    assert len(table(text).columns) == 2


def test_one_column_is_a_table() -> None:
    assert table("period\n2026\n").columns == ("period",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_are_skipped_and_counted(end: str) -> None:
    made = table(f"a,b{end}{end}1,2{end}{end}{end}3,4{end}")
    assert [row.line for row in made.rows] == [3, 6]
    assert made.span(made.rows[1], "b") == Span("t.csv", 6, 3, 6, 4)


def test_a_cell_of_several_lines_moves_the_rows_below() -> None:
    made = table('a,b\n"one\ntwo",1\nx,2\n')
    assert [row.line for row in made.rows] == [2, 4]
    assert made.span(made.rows[1], "b") == Span("t.csv", 4, 3, 4, 4)


def test_a_header_of_several_lines_moves_the_rows_below() -> None:
    made = table('"of all,\nin per cent",n\n1,2\n')
    assert [row.line for row in made.rows] == [3]


def test_a_cell_behind_one_of_several_lines_has_its_place() -> None:
    made = table('a,b\n"one\ntwo",1\n')
    assert (made.span(made.rows[0], "b").line, made.span(made.rows[0], "b").column) == (3, 6)


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_break_inside_a_cell_that_is_no_line_moves_no_place(character: str) -> None:
    made = table(f"a,b\nx{character}y,1\nzz,oops\n")
    assert made.span(made.rows[1], "b") == Span("t.csv", 3, 4, 3, 8)


def test_a_quote_inside_a_cell_moves_no_place() -> None:
    made = table('a,b,c\n5" pipe,12,3\n')
    assert made.rows[0].cells == {"a": '5" pipe', "b": "12", "c": "3"}
    assert made.span(made.rows[0], "b") == Span("t.csv", 2, 9, 2, 11)


@pytest.mark.parametrize("text", ["", "\n", "   \n1\n", ",,\n1,2,3\n", "a,b\n1,\0\n", "\0\1\2"])
def test_a_file_without_a_header_is_no_table(text: str) -> None:
    made, (problem,) = read_table(Text("t.csv", text))
    assert (made, problem.code) == (None, "CX030")


@pytest.mark.parametrize(("row", "cells"), [("1", 1), ("1,2,3", 3), ("1,2,", 3)])
def test_a_row_that_does_not_fit_the_header_is_left_out_and_said(row: str, cells: int) -> None:
    made, (problem,) = read_table(Text("t.csv", f"a,b\n1,2\n{row}\n3,4\n"))
    assert made is not None
    assert [one.line for one in made.rows] == [2, 4]
    assert (problem.code, problem.span.line) == ("CX031", 3)
    assert f"the row has {cells} cell" in problem.message


def test_two_columns_of_one_name_are_said() -> None:
    problem = only("a,b,a\n1,2,3\n")
    assert problem.code == "CX032"
    assert "`a`" in problem.message


def test_columns_without_a_name_are_no_doubles() -> None:
    assert table("a,b,,\n1,2,,\n").columns == ("a", "b", "", "")


@pytest.mark.parametrize(("text", "line"), [('a,b\n1,2\n"x"y,1\n', 3), ('a,b\n"x,1', 2)])
def test_a_broken_quote_is_found_in_its_line(text: str, line: int) -> None:
    problem = only(text)
    assert (problem.code, problem.span.line) == ("CX030", line)


def test_a_quote_left_open_is_found_in_the_line_it_begins_in() -> None:
    assert only('a,b\n"x,1\ny,2\nz,3\n').span.line == 2


def test_a_cell_beyond_all_measure_is_said() -> None:
    assert only("a,b\n" + "x" * 200_000 + ",1\n").code == "CX030"


@given(st.lists(st.tuples(st.sampled_from(["ease", "nps", ""]), st.sampled_from(["1", "2"])), max_size=8))
def test_rows_are_looked_up_by_what_a_column_holds(rows: list[tuple[str, str]]) -> None:
    made = table("metric,value\n" + "".join(f"{metric},{value}\n" for metric, value in rows))
    for column, value in (("metric", "ease"), ("value", "2"), ("metric", ""), ("metric", "other")):
        assert made.rows_with(column, value) == tuple(row for row in made.rows if row.cells[column] == value)
