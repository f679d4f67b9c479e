"""Every number on a page is one that `cxsite numbers` prints, with its n, interval and period, and its row is there."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from itertools import permutations

from cxsite.derive.written.numbers import write_interval, write_n, write_number, write_value

from .walked import PLACES, Walked, estimate_of, metric_of


def test_each_number_is_a_printed_one_with_its_n_interval_and_period(walked: Walked) -> None:
    seen = 0
    for path, number in walked.numbers:
        assert number.of in walked.printed, (path, number)
        series, point = walked.printed[number.of]
        metric, estimate = metric_of(series), estimate_of(point)
        assert number.text == write_value(metric, estimate.value), (path, number)
        told = f"{write_n(estimate)}, {write_interval(metric, estimate)}, {point['period']}"
        assert number.told in (None, told), (path, number)
        seen += number.told is not None
    assert seen > len({series["metric"] for series, _ in walked.printed.values()})


def test_the_tables_of_a_metric_have_each_printed_point_and_no_other(walked: Walked) -> None:
    shown = {row.of for path, row in walked.rows if path.startswith("metrics/")}
    assert shown == set(walked.printed)


def test_each_row_says_what_is_printed_with_its_file_and_line(walked: Walked) -> None:
    for path, row in walked.rows:
        series, point = walked.printed[row.of]
        at = next(i for i, cell in enumerate(row.cells) if cell.startswith(point["period"]))  # after the place, if any
        value, interval, n, how, source, *_, place = row.cells[at + 1 :]
        assert source == series["source"], (path, row)
        assert place == f"{point['file']}:{point['line']}", (path, row)
        if point["value"] is None:
            assert (value, interval, n, how) == (point["missing"], "", "", ""), (path, row)
            continue
        metric, estimate = metric_of(series), estimate_of(point)
        written = (write_value(metric, estimate.value), write_interval(metric, estimate), write_n(estimate))
        assert (value, interval, n, how) == (*written, point["how"]), (path, row)


def test_each_row_stands_at_its_line_of_its_file_and_gives_its_number(walked: Walked) -> None:
    for series, point in walked.printed.values():
        lines = (walked.folder / point["file"]).read_text(encoding="utf-8").splitlines()
        assert 1 < point["line"] <= len(lines), point
        cells = next(csv.reader([lines[point["line"] - 1]]))
        named = [series["where"][place] for place in PLACES if series["where"][place]]
        assert not [name for name in named if name not in cells], (series["where"], cells)
        if point["value"] is not None:
            numbers = [number for cell in cells if (number := number_in(cell)) is not None]
            assert any(math.isclose(point["value"], each, abs_tol=1e-9) for each in made_from(numbers)), (point, cells)


def number_in(cell: str) -> float | None:
    try:
        return float(cell.removesuffix("%")) / (100 if cell.endswith("%") else 1)
    except ValueError:
        return None


def made_from(cells: list[float]) -> Iterator[float]:
    """What a row's cells give: one of them, one in another (and per 100), or what one has more than another, of all."""
    yield from cells
    for first, second in permutations(cells, 2):
        if second:
            yield from (first / second, 100 * first / second)
        for third in cells:
            yield from (100 * (first - second) / of_all for of_all in (third, first + second + third) if of_all)


def test_no_number_with_an_n_or_an_interval_stands_outside_of_a_mark(walked: Walked) -> None:
    stray = re.compile(r"\bn (?:[\d,]+\b|not published)|% interval|, no interval")
    found = [(path, text) for path, walk in walked.parts for text in walk.rest if stray.search(text)]
    assert found == []


def test_what_a_chart_says_of_its_numbers_is_printed_for_its_metric(walked: Walked) -> None:
    printed: dict[str, set[str]] = {}
    for series, point in walked.printed.values():
        if point["n"] is not None:
            printed.setdefault(series["metric"], set()).add(write_number(point["n"], 0))
    said = 0
    for path, walk in walked.parts:
        for metric, text in walk.figures:
            for n in re.findall(r"\bn (\d[\d,]*)", text):
                assert any(n.rstrip(",") in printed[one] for one in metric.split()), (path, metric, text)
                said += 1
    assert said
