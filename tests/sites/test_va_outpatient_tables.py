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
    assert tidy(ours("response-rate.csv"), "fiscal_year", "fiscal_quarter", "population", "sent", "completed") == tidy(
        read(published / "hisp-quarterly-data.csv"), "year", "quarter", "universe", "surveyed", "respondents"
    )


def operational(published: Path) -> list[str]:
    """The figures of the operational page in the order of their places, a share with its sign."""
    text = (published / "va-vha-operational.md").read_text(encoding="utf-8")
    return re.findall(r"(?<![\w.])\d+(?:\.\d+)?%?(?![\w.]*\d)", re.sub(r"\bFY\d+\b", "", text))


def test_every_operational_figure_stands_in_the_table_or_with_the_touchpoint_and_none_is_added(
    published: Path,
) -> None:
    rows = {row["metric"]: row for row in ours("operational.csv")}
    assert {row["period"] for row in rows.values()} == {"FY2018"}
    assert rows.keys() == {"va-visits", "va-calls", "va-speed-of-answer"}
    million = Decimal(1_000_000)
    tabled = [
        Decimal(rows["va-calls"]["value"]) / million,
        Decimal(rows["va-speed-of-answer"]["value"]),
        Decimal(rows["va-visits"]["value"]) / million,
    ]
    calls, speed, site, desktop, mobile, tablet, visits = operational(published)
    assert tabled == [Decimal(calls), Decimal(speed), Decimal(visits)]
    summary = touchpoints()["va-gov"]["summary"]
    assert re.findall(r"[\d.]*\d%?", summary) == [site, desktop, mobile, tablet]


def test_a_figure_that_was_published_as_a_lower_bound_says_so() -> None:
    (calls,) = (row for row in ours("operational.csv") if row["metric"] == "va-calls")
    assert calls["note"].startswith("more than")
    metrics = yaml.safe_load((SITE / "metrics/metrics.yml").read_text(encoding="utf-8"))["metrics"]
    (named,) = (metric["name"] for metric in metrics if metric["id"] == "va-calls")
    assert named.endswith("at least")


def touchpoints() -> dict[str, dict[str, str]]:
    library = yaml.safe_load((SITE / "journeys/touchpoints.yml").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in library["touchpoints"]}


def test_every_touchpoint_is_named_in_a_published_file_and_has_the_channel_of_its_name(published: Path) -> None:
    files = sorted(published.iterdir())
    text = flat(" ".join(file.read_text(encoding="utf-8") for file in files)).replace(
        "contact centre", "contact center"
    )
    words = {
        "appointment-reminder": ("appointment reminder", None),
        "check-in-kiosk": ("kiosk check-in", "kiosk"),
        "contact-center": ("outpatient services contact center", "phone"),
        "post-visit-email-survey": ("post-visit email survey", "email"),
        "va-gov": ("va.gov", "web"),
        "welcome-call": ('"welcome to va" call', "phone"),
    }
    assert {key: entry.get("channel") for key, entry in touchpoints().items()} == {k: v[1] for k, v in words.items()}
    assert [name for name, _ in words.values() if name not in text] == []


def sentences(*files: str) -> str:
    return " ".join((SITE / file).read_text(encoding="utf-8") for file in files)


def test_every_figure_in_a_sentence_is_a_published_one_or_a_sum_of_published_ones(published: Path) -> None:
    """Whatever has a thousands separator, a decimal or a percent sign: such a figure is no year and no count of ours."""
    figure = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+%")
    told = figure.findall(
        sentences("README.md", "docs/about.md", "journeys/touchpoints.yml")
        + sentences("journeys/outpatient/journey.yml", "journeys/outpatient/current.yml")
    )
    assert len(told) > 30
    surveys, wide = read(published / "hisp-quarterly-data.csv"), read(published / "va-vha.csv")
    known = {cell for row in surveys for cell in row.values()} | {cell for row in wide for cell in row.values()}
    known |= {row["average_score"] for row in read(published / "hisp-question-details.csv")}
    known |= {f"{int(cell):,}" for cell in known if cell.isdecimal()} | set(operational(published))
    known |= {f"{total(surveys, column):,}" for column in ("surveyed", "respondents")}
    known |= {f"{total(wide, column):,}" for column in ("surveys_offered_count", "response_count")}
    known |= {"41,000,000"}  # how "more than 41 million" stands in the table
    assert sorted(set(told) - known) == []


def total(rows: list[Row], column: str) -> int:
    return sum(int(row[column].replace(",", "")) for row in rows)


ASSESSED = {
    "emotion",
    "feeling",
    "effort",
    "moment_of_truth",
    "optional",
    "share",
    "quotes",
    "bounce",
    "thinks",
    "as_of",
}


def test_nothing_is_assessed_that_no_source_assessed() -> None:
    written = yaml.safe_load(sentences("journeys/outpatient/current.yml"))
    entries = [written, *written["phases"], *(step for phase in written["phases"] for step in phase.get("steps", []))]
    assert {key for entry in entries for key in entry} & ASSESSED == set()
    journey = yaml.safe_load(sentences("journeys/outpatient/journey.yml"))
    assert {"goals", "volume", "reviewed", "nps_groups"} & journey.keys() == set()
    spots = yaml.safe_load(sentences("journeys/outpatient/hotspots.yml"))["hotspots"]
    assert {spot["kind"] for spot in spots} == {"bright-spot"}
    assert {key for spot in spots for key in spot} == {"id", "name", "kind", "summary", "evidence"} | {
        "steps",
        "phases",
    }


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
