"""The VA example carries published figures over by hand: every one of them must still be as published.

The published files are not part of this repository. Where CXSITE_REAL_DATA names the folder that holds them, the
tables are compared with them, figure by figure, in both directions.
"""

from __future__ import annotations

import csv
import os
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import yaml

SITE = Path(__file__).parent / "va-outpatient"

# published question -> (ours in question-scores.csv, published column, our column in post-visit-survey.csv)
QUESTIONS = {
    "Satisfaction": ("satisfaction", "satisfied", "satisfied"),
    "Trust / Confidence": ("trust", "trust", "trust"),
    "Service Effectiveness": ("effectiveness", "effective", "effective"),
    "Process / Ease": ("ease", "easy", "ease"),
    "Efficiency": ("efficiency", "efficient", "efficient"),
    "Process Transparency": ("transparency", "transparent", "transparent"),
    "Helpful Employees": ("employees", "employee", "employees"),
}

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def ours(name: str) -> list[Row]:
    return read(SITE / "metrics" / name)


def tidy(rows: list[Row], *columns: str) -> list[tuple[str, ...]]:
    """The named cells of each row, without thousands separators; a list, so that a row said twice shows."""
    return sorted(tuple(row[column].replace(",", "") for column in columns) for row in rows)


def flat(text: str) -> str:
    return " ".join(text.casefold().split())


@pytest.fixture
def published() -> Path:
    folder = os.environ.get("CXSITE_REAL_DATA")
    if not folder:
        pytest.skip("CXSITE_REAL_DATA does not name the folder with the published files")
    return Path(folder) / "va-outpatient-care"


def test_every_score_by_question_is_as_published_and_none_is_added(published: Path) -> None:
    theirs = read(published / "hisp-question-details.csv")
    for row in theirs:
        row["question"] = QUESTIONS[row["question"]][0]
    assert tidy(ours("question-scores.csv"), "fiscal_year", "fiscal_quarter", "question", "value") == tidy(
        theirs, "year", "quarter", "question", "average_score"
    )


def test_every_figure_of_the_post_visit_survey_is_as_published_and_none_is_added(published: Path) -> None:
    our_scores = [column for _, _, column in QUESTIONS.values()]
    their_scores = [column for _, column, _ in QUESTIONS.values()]
    assert tidy(
        ours("post-visit-survey.csv"), "fiscal_year", "fiscal_quarter", "sent", "responses", *our_scores
    ) == tidy(
        read(published / "va-vha.csv"),
        "year",
        "quarter",
        "surveys_offered_count",
        "response_count",
        *their_scores,
    )


def test_every_count_of_surveys_is_as_published_and_none_is_added(published: Path) -> None:
    assert tidy(ours("response-rate.csv"), "fiscal_year", "fiscal_quarter", "sent", "completed") == tidy(
        read(published / "hisp-quarterly-data.csv"), "year", "quarter", "surveyed", "respondents"
    )


def test_the_counts_give_the_response_rates_that_were_published(published: Path) -> None:
    def rate(row: Row) -> str:
        share = Decimal(row["completed"]) / Decimal(row["sent"]) * 100
        return f"{share.quantize(Decimal(1), ROUND_HALF_UP)}%"

    computed = {(row["fiscal_year"], row["fiscal_quarter"]): rate(row) for row in ours("response-rate.csv")}
    assert computed == {
        (row["year"], row["quarter"]): row["response_rate"] for row in read(published / "hisp-quarterly-data.csv")
    }


def test_phases_and_moments_are_the_published_names_in_the_published_order(published: Path) -> None:
    text = flat((published / "va-patient-experience-journey-map.txt").read_text(encoding="utf-8")).replace("*", "")
    phases = yaml.safe_load((SITE / "journeys/outpatient/current.yml").read_text(encoding="utf-8"))["phases"]
    steps = [step["name"] for phase in phases for step in phase.get("steps", [])]
    # the lists follow one another without a mark between names: joined, they must fill the text from end to end
    listed = re.search(r"trusted helper (register .*?) patient entry and exit points (.*?) bright spots ", text)
    assert listed is not None
    assert flat(" ".join(phase["name"] for phase in phases)) == listed[1]
    assert flat(" ".join(steps)) == listed[2]
    assert (len(phases), len(steps)) == (6, 16)


def test_bright_spots_are_the_published_names_but_for_the_one_that_is_cut_off(published: Path) -> None:
    text = flat((published / "va-patient-experience-journey-map.txt").read_text(encoding="utf-8"))
    left = text.rpartition(" bright spots ")[2]
    spots = yaml.safe_load((SITE / "journeys/outpatient/hotspots.yml").read_text(encoding="utf-8"))["hotspots"]
    for name in sorted((flat(spot["name"]) for spot in spots), key=len, reverse=True):
        assert name in left, f"{name!r} is not in the published list, or is here once too often"
        left = left.replace(name, "", 1)
    assert flat(left) == "scheduling r"


def test_tables_run_from_the_oldest_quarter_to_the_newest() -> None:
    for name in ("question-scores.csv", "post-visit-survey.csv", "response-rate.csv"):
        quarters = [(row["fiscal_year"], row["fiscal_quarter"]) for row in ours(name)]
        assert quarters == sorted(quarters), name


def test_the_two_sources_still_disagree_on_every_question_of_their_common_quarter() -> None:
    common = ("2020", "1")
    (wide,) = (row for row in ours("post-visit-survey.csv") if (row["fiscal_year"], row["fiscal_quarter"]) == common)
    scores = {
        row["question"]: row["value"]
        for row in ours("question-scores.csv")
        if (row["fiscal_year"], row["fiscal_quarter"]) == common
    }
    for question, _, column in QUESTIONS.values():
        assert Decimal(scores[question]) != Decimal(wide[column]), question
    assert (scores["satisfaction"], wide["satisfied"]) == ("4.70", "4.36")


def test_the_heading_of_the_map_is_what_the_table_says() -> None:
    heading = yaml.safe_load((SITE / "journeys/outpatient/current.yml").read_text(encoding="utf-8"))["finding"]
    (row,) = (
        row for row in ours("post-visit-survey.csv") if (row["fiscal_year"], row["fiscal_quarter"]) == ("2020", "2")
    )
    scores = [Decimal(row[column]) for _, _, column in QUESTIONS.values()]
    assert f"between {min(scores)} and {max(scores)} of 5" in heading
