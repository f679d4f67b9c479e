"""What readers of the VA example see is what was published: every figure of its pages, both ways."""

from __future__ import annotations

import os
from collections import defaultdict
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sites.test_va_outpatient_tables import QUESTIONS, read
from support import VA, copy_site

from cxsite.derive.figures.figures import FigureRow, figure_of
from cxsite.measure.series import Where
from cxsite.pages.plan import Page
from cxsite.pipeline import Examined, build, examine
from cxsite.project import find_project

Shown = tuple[str, str, str, str]
"""A row of a figure's table: its period, its source, its value, and the number of answers."""

BY_QUESTION, BY_SURVEY, SENT = "question-scores.csv", "post-visit-survey.csv", "response-rate.csv"
NO_N = "n not published"


@cache
def site() -> tuple[Examined, tuple[Page, ...]]:
    with TemporaryDirectory() as name:
        examined = examine(find_project(copy_site(VA, Path(name) / "va")))
        return examined, build(examined).pages


@cache
def rows() -> dict[str, tuple[FigureRow, ...]]:
    """The rows of each metric's figure, in full."""
    content, measures = site()[0].content, site()[0].measures
    portfolio = content.portfolio
    return {one.key: figure_of(one, measures, portfolio.settings, Where()).rows for one in portfolio.metrics}


def shown(metric: str) -> list[Shown]:
    return sorted((row.period.partition(" (")[0], row.source, row.value, row.n) for row in rows()[metric])


@pytest.fixture
def published() -> Path:
    folder = os.environ.get("CXSITE_REAL_DATA")
    if not folder:
        pytest.skip("CXSITE_REAL_DATA does not name the folder with the published files")
    return Path(folder) / "va-outpatient-care"


def quarter(row: dict[str, str]) -> str:
    return f"FY{row['year']} Q{row['quarter']}"


def score(text: str) -> str:
    """A score as pages write it, with two decimals; what is no number stays as it is."""
    return text if text == "No Data" else f"{Decimal(text):.2f}"


def number(value: str) -> float:
    """A value without its unit."""
    return float(value.partition(" ")[0].replace(",", ""))


def test_the_figures_of_each_question_show_every_published_score_and_no_other(published: Path) -> None:
    wanted: dict[str, list[Shown]] = defaultdict(list)
    for row in read(published / "hisp-question-details.csv"):
        value = score(row["average_score"])
        n = "" if value == "No Data" else NO_N
        wanted[QUESTIONS[row["question"]][0]].append((quarter(row), BY_QUESTION, value, n))
    for row in read(published / "va-vha.csv"):
        n = f"n {int(row['response_count']):,}"
        for ours, theirs, _ in QUESTIONS.values():
            wanted[ours].append((quarter(row), BY_SURVEY, score(row[theirs]), n))
    assert {name: shown(f"va-{name}") for name in wanted} == {name: sorted(found) for name, found in wanted.items()}


def test_the_figure_of_the_response_rate_shows_every_published_quarter_and_no_other(published: Path) -> None:
    counts = [
        (quarter(row), SENT, row["respondents"], row["surveyed"]) for row in read(published / "hisp-quarterly-data.csv")
    ]
    counts += [
        (quarter(row), BY_SURVEY, row["response_count"], row["surveys_offered_count"])
        for row in read(published / "va-vha.csv")
    ]
    wanted = []
    for when, source, completed, sent in counts:
        part, whole = int(completed.replace(",", "")), int(sent.replace(",", ""))
        wanted.append((when, source, f"{100 * part / whole:.1f} %", f"n {whole:,}"))
    assert shown("va-response-rate") == sorted(wanted)


def test_the_figure_of_the_population_shows_every_published_quarter_and_no_other(published: Path) -> None:
    wanted = [(quarter(row), SENT, row["universe"], NO_N) for row in read(published / "hisp-quarterly-data.csv")]
    assert shown("va-population") == sorted(wanted)


def test_the_operational_figures_are_shown_as_published(published: Path) -> None:
    text = (published / "va-vha-operational.md").read_text(encoding="utf-8")
    names = ("va-visits", "va-calls", "va-speed-of-answer")
    found = [(name, when, number(value), n) for name in names for when, _, value, n in shown(name)]
    figures = zip(names, (85.95e6, 41e6, 56), strict=True)
    assert found == [(name, "FY2018", value, NO_N) for name, value in figures]
    for said in (
        "85.95 million Outpatient Visits in FY18",
        "more than 41 million calls in FY18",
        "answer was 56 seconds",
    ):
        assert said in text


def test_every_metric_of_the_site_is_compared_with_what_was_published() -> None:
    compared = {f"va-{ours}" for ours, _, _ in QUESTIONS.values()}
    compared |= {"va-response-rate", "va-population", "va-visits", "va-calls", "va-speed-of-answer"}
    assert rows().keys() == compared


def test_the_pages_hold_every_row_of_every_figure_and_no_other_row_from_a_table() -> None:
    cells = [row for page in site()[1] for part in page.parts for row in Rows(part.html).found]
    told = {(row[0], row[-1]): row for row in cells if len(row) > 3 and row[-1].startswith("metrics/")}
    known = {(row.period, row.place): row for found in rows().values() for row in found}
    assert told.keys() == known.keys()
    assert [place for place, row in known.items() if row.value not in told[place]] == []


def test_what_was_not_assessed_is_open_on_the_page_and_not_zero() -> None:
    satisfaction = shown("va-satisfaction")
    assert satisfaction[0] == ("FY2019 Q1", BY_QUESTION, "No Data", "")
    assert satisfaction[1] == ("FY2019 Q2", BY_QUESTION, "No Data", "")
    values = [value for found in rows() for _, _, value, _ in shown(found)]
    assert not any(value.strip(" %").strip("0.") == "" for value in values)
    assert {row.interval for name in rows() for row in rows()[name] if name != "va-response-rate"} <= {
        "",
        "no interval",
    }


class Rows(HTMLParser):
    """The rows of all tables, as the texts of their cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[list[str]] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.found.append([])
        elif tag in ("td", "th") and self.found:
            self._inside = True
            self.found[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1][-1] += data.strip()
