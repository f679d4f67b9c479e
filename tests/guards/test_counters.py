"""What a build did, counted: the numbers that CI goes by instead of a clock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import VA, copy_site, cxsite

from cxsite.pipeline import build, examine
from cxsite.project import Project


def counts(folder: Path) -> dict[str, int]:
    return build(examine(Project(folder))).ledger.counts


@pytest.fixture
def va(tmp_path: Path) -> Path:
    return copy_site(VA, tmp_path / "va")


def test_each_file_is_parsed_once(va: Path) -> None:
    files = [*(va / "journeys").rglob("*.yml"), *(va / "metrics").rglob("*.*"), va / "cxsite.yml"]
    assert examine(Project(va)).ledger.counts["files parsed"] == len(files) == 12


def test_a_first_build_draws_each_chart_in_both_widths(va: Path) -> None:
    done = counts(va)
    history = {"commits compared": 0, "old files parsed": 0}
    assert done == {"files parsed": 12, "series computed": 20, **history, "charts drawn": 18, "pages rendered": 33}


def test_a_second_build_of_an_unchanged_tree_draws_no_chart(va: Path) -> None:
    counts(va)
    assert counts(va)["charts drawn"] == 0


def test_a_changed_number_draws_its_own_chart_and_no_other(va: Path) -> None:
    counts(va)
    table = va / "metrics" / "post-visit-survey.csv"
    table.write_text(table.read_text().replace("4.38,4.28", "4.11,4.28"))
    assert counts(va)["charts drawn"] == 2


def test_a_build_without_anything_new_to_draw_imports_no_chart_library(va: Path) -> None:
    counts(va)
    code = (
        "import sys; from pathlib import Path\n"
        "from cxsite.pipeline import build, examine\nfrom cxsite.project import Project\n"
        "build(examine(Project(Path('.'))))\n"
        "print('HEAVY', sorted({'altair', 'vl_convert', 'pandas'} & set(sys.modules)))"
    )
    from support import python

    assert "HEAVY []" in python(va, "-c", code).output


@pytest.mark.long
def test_timings_prints_every_counter_and_every_step(va: Path) -> None:
    output = cxsite(va, "build", "--timings").output
    for line in (
        "files parsed           12",
        "series computed        20",
        "charts drawn           18",
        "pages rendered         33",
        "pages kept              0",
    ):
        assert line in output
    for step in ("load", "measure", "check", "pages", "of it drawing", "keep"):
        assert any(line.startswith(f"{step} ") and line.endswith(" ms") for line in output.splitlines())


@pytest.mark.long
def test_the_counters_of_the_last_build_stay_on_disk(va: Path) -> None:
    cxsite(va, "build")
    assert json.loads((va / ".cxsite/build.json").read_text())["counts"]["charts drawn"] == 18
