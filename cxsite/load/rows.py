"""CSV to rows with positions. One reader for every table: it finds the delimiter and knows where each cell stands."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property

from cxsite.diagnostics import Code, Diagnostic, Severity, Span
from cxsite.load.files import Text

NOT_A_TABLE = Code("CX030", Severity.ERROR, "a file is not a table")
RAGGED = Code("CX031", Severity.ERROR, "a row has more or fewer cells than the header")
TWO_COLUMNS = Code("CX032", Severity.ERROR, "two columns have one name")

_DELIMITERS = ",;\t"


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
        return self.source.text.splitlines()

    def span(self, row: Row | None, column: str | None = None) -> Span:
        """The place of a cell, of a whole row, or (without a row) of a column's name."""
        line = row.line if row else 1
        index = self.columns.index(column) if column in self.columns else 0
        start, end = _cell_columns(self._lines[line - 1], index, self.delimiter)
        return Span(self.name, line, start, line, end)


def read_table(source: Text) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """The table in a file and what is wrong with it. Rows that do not fit the header are left out, and said."""
    first_line = source.text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    found: list[Diagnostic] = []
    try:
        header = tuple(cell.strip() for cell in next(reader, []))
        if not any(header) or "\0" in source.text:
            return None, (NOT_A_TABLE(Span(source.name), "the first line has no column names", "begin with a header"),)
        found.extend(_check_header(source.name, header))
        rows = _read_rows(reader, header, source.name, found)
    except csv.Error as problem:
        message = f"the table cannot be read on: {problem}"
        return None, (
            *found,
            NOT_A_TABLE(Span(source.name, reader.line_num), message, "is a quote left open?"),
        )
    return Table(source, header, tuple(rows), delimiter), tuple(found)


def _read_rows(reader: object, header: tuple[str, ...], file: str, found: list[Diagnostic]) -> list[Row]:
    rows: list[Row] = []
    line = reader.line_num + 1  # type: ignore[attr-defined]
    for cells in reader:  # type: ignore[attr-defined]
        if len(cells) == len(header):
            rows.append(Row({name: cell.strip() for name, cell in zip(header, cells, strict=True)}, line))
        elif cells:
            message = f"the row has {len(cells)} cells, and the header {len(header)}"
            found.append(RAGGED(Span(file, line), message, "a text with a comma stands in quotes"))
        line = reader.line_num + 1  # type: ignore[attr-defined]
    return rows


def _check_header(file: str, header: tuple[str, ...]) -> list[Diagnostic]:
    twice = sorted({name for name in header if name and header.count(name) > 1})
    return [TWO_COLUMNS(Span(file), f"two columns are called `{name}`", "rename one of them") for name in twice]


def _cell_columns(line: str, index: int, delimiter: str) -> tuple[int, int]:
    """Where cell `index` of a physical line begins and ends, counted from 1."""
    start, quoted, seen = 0, False, 0
    for position, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == delimiter and not quoted:
            if seen == index:
                return start + 1, position + 1
            start, seen = position + 1, seen + 1
    return start + 1, len(line) + 1
