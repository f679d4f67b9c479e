"""CSV to rows with positions. One reader for every table: it finds the delimiter and knows where each cell stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cxsite.diagnostics import Code, Diagnostic, Severity, Span
from cxsite.load.files import Text

NOT_A_TABLE = Code("CX030", Severity.ERROR, "a file is not a table")
"""A table begins with a line of column names; commas, semicolons or tabs part its cells. What is quoted is closed."""
RAGGED = Code("CX031", Severity.ERROR, "a row has more or fewer cells than the header")
"""Every row has as many cells as the header. A text that holds the delimiter stands in double quotes."""
TWO_COLUMNS = Code("CX032", Severity.ERROR, "two columns have one name")
"""Two columns with one name cannot be told apart. Rename one of them."""

_DELIMITERS = ",;\t"
_LOOK = 20
"""Lines that are looked at to find the delimiter."""


@dataclass(frozen=True)
class Row:
    """One record: its cells by column name, and the line it starts in (1-based)."""

    cells: dict[str, str]
    line: int


@dataclass(frozen=True)
class Table:
    """A CSV file: its column names and rows. Cells are text without surrounding blanks."""

    source: Text
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    delimiter: str = ","

    @property
    def name(self) -> str:
        """The file's name relative to the project's root."""
        return self.source.name

    @cached_property
    def _lines(self) -> list[str]:
        return list(io.StringIO(self.source.text, newline=""))  # the same lines that the csv module counts

    @cached_property
    def _by_cell(self) -> dict[str, dict[str, tuple[Row, ...]]]:
        return {}

    def rows_with(self, column: str, value: str) -> tuple[Row, ...]:
        """The rows that hold this value in a column, looked up: many metrics may share one table."""
        if column not in self._by_cell:
            groups: dict[str, list[Row]] = {}
            for row in self.rows:
                groups.setdefault(row.cells.get(column, ""), []).append(row)
            self._by_cell[column] = {cell: tuple(rows) for cell, rows in groups.items()}
        return self._by_cell[column].get(value, ())

    def span(self, row: Row | None, column: str | None = None) -> Span:
        """The place of a cell, of a whole row, or (without a row) of a column's name."""
        line = row.line if row else 1
        index = self.columns.index(column) if column in self.columns else 0
        return _cell_span(self.name, self._lines, line, index, self.delimiter)


def read_table(source: Text) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """The table in a file and what is wrong with it. Rows that do not fit the header are left out, and said."""
    if "\0" in source.text:
        return None, (
            NOT_A_TABLE(Span(source.name), "the file holds bytes that are no text", "save it as CSV, in UTF-8"),
        )
    delimiter = _delimiter(source.text)
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    found: list[Diagnostic] = []
    records = _records(reader, source.name, found)
    header = tuple(cell.strip() for cell in next(records, (1, []))[1])
    if not any(header) and not found:
        found.append(NOT_A_TABLE(Span(source.name), "the first line has no column names", "begin with a header"))
    if found:
        return None, tuple(found)
    found.extend(_check_header(source.name, header))
    rows = tuple(_rows(records, header, source.name, found))
    broken = any(problem.code == NOT_A_TABLE.id for problem in found)
    return (None if broken else Table(source, header, rows, delimiter)), tuple(found)


def _delimiter(text: str) -> str:
    """The delimiter under which the first rows fit their header best, then the one that makes the most columns."""
    start = "".join(line for line, _ in zip(io.StringIO(text, newline=""), range(_LOOK), strict=False))

    def fit(delimiter: str) -> tuple[int, int]:
        try:
            rows = [row for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        columns = len(rows[0]) if rows else 0
        return (sum(len(row) == columns for row in rows) if columns > 1 else 0), columns

    return max(_DELIMITERS, key=fit)


def _records(reader: Any, file: str, found: list[Diagnostic]) -> Iterator[tuple[int, list[str]]]:
    """Each record and the line it begins in; ends at the record that cannot be read."""
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            message = f"the table cannot be read on from here: {problem}"
            found.append(NOT_A_TABLE(Span(file, line), message, "is a quote left open?"))
            return
        if cells is None:
            return
        yield line, cells


def _rows(
    records: Iterable[tuple[int, list[str]]], header: tuple[str, ...], file: str, found: list[Diagnostic]
) -> Iterator[Row]:
    for line, cells in records:
        if len(cells) == len(header):
            yield Row({name: cell.strip() for name, cell in zip(header, cells, strict=True)}, line)
        elif cells:
            message = f"the row has {len(cells)} cells, and the header {len(header)}"
            hint = "a comma begins a new cell: write 1012, not 1,012, and a text with a comma in quotes"
            missing = "give each column a cell; one that nobody knows is left empty"
            found.append(RAGGED(Span(file, line), message, hint if len(cells) > len(header) else missing))


def _check_header(file: str, header: tuple[str, ...]) -> list[Diagnostic]:
    twice = sorted({name for name in header if name and header.count(name) > 1})
    return [TWO_COLUMNS(Span(file), f"two columns are called `{name}`", "rename one of them") for name in twice]


def _cell_span(file: str, lines: list[str], line: int, index: int, delimiter: str) -> Span:
    """Where cell `index` of the record that begins in `line` stands; a quoted cell may run over several lines."""
    start, quoted, seen, opens = (line, 1), False, 0, (line, 0)
    for number in range(line, len(lines) + 1):
        text = lines[number - 1]
        ending = len(text.rstrip("\r\n"))
        for position, char in enumerate(text):
            if char == '"' and (quoted or opens == (number, position)):
                quoted = not quoted
                opens = (number, position + 1)  # two in a row are one quote inside the cell
            elif not quoted and (char == delimiter or position >= ending):
                if seen == index:
                    return Span(file, *start, number, position + 1)
                start, seen, opens = (number, position + 2), seen + 1, (number, position + 1)
        if not quoted:
            return Span(file, *start, number, ending + 1)
    return Span(file, *start, *start)
