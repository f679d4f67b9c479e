"""Everything a project holds, read once, and what is wrong with its form."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import JOURNEY, small_project, write

from cxsite.load.content import Content, load
from cxsite.model.settings import Settings
from cxsite.project import Project

METRICS = "metrics:\n  - {name: Ease, method: mean}\n"


def read(folder: Path, files: dict[str, str | bytes] | None = None) -> Content:
    return load(Project(small_project(folder, files)))


def said(content: Content) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.span)) for problem in content.diagnostics]


def test_a_small_project_is_read_without_a_word(tmp_path: Path) -> None:
    content = read(tmp_path)
    assert content.diagnostics == ()
    assert [journey.key for journey in content.portfolio.journeys] == ["ticket"]
    assert content.portfolio.settings == Settings()
    assert content.files_parsed == 1


def test_every_file_is_read_once(tmp_path: Path) -> None:
    files = {
        "cxsite.yml": "currency: GBP\n",
        "journeys/join/journey.yml": "name: Join\nowner: b\n",
        "journeys/join/current.yml": "phases: [{name: P}]\n",
        "metrics/a.yml": METRICS,
        "metrics/deeper/t.csv": "period,value\n",
        "metrics/ingest/survey.yml": "not: read\n",
        "metrics/notes.txt": "not read",
    }
    content = read(tmp_path, files)
    assert said(content) == []
    assert content.files_parsed == 6
    assert set(content.tables) == {"metrics/deeper/t.csv"}
    assert [journey.key for journey in content.portfolio.journeys] == ["join", "ticket"]
    assert [metric.key for metric in content.portfolio.metrics] == ["ease"]


def test_metrics_of_all_files_are_in_the_order_of_their_ids(tmp_path: Path) -> None:
    files = {
        "metrics/a.yml": "metrics:\n  - {name: Z, method: nps}\n  - {name: B, method: nps}\n",
        "metrics/b.yml": "metrics:\n  - {name: M, method: nps}\n",
    }
    assert [metric.key for metric in read(tmp_path, files).portfolio.metrics] == ["b", "m", "z"]


def test_a_project_without_journeys_is_told_how_to_write_one(tmp_path: Path) -> None:
    content = load(Project(write(tmp_path, {"cxsite.yml": "format: 1\n"})))
    assert said(content) == [("CX025", "journeys:1:1")]
    assert content.portfolio.journeys == ()


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "cxsite.yml": "audience: pubic\n",
        "journeys/a.yml": "name: [\n",
        "journeys/b.yml": "",
        "journeys/c.yml": b"name: K\xe4rcher\n",
        "metrics/a.yml": "metrics:\n  - {name: N}\n",
        "metrics/t.csv": "a,a\n1,2\n",
    }
    content = read(tmp_path, files)
    assert said(content) == [
        ("CX103", "cxsite.yml:1:11"),
        ("CX010", "journeys/a.yml:2:1"),
        ("CX022", "journeys/b.yml:1:1"),
        ("CX002", "journeys/c.yml:1:8"),
        ("CX102", "metrics/a.yml:2:5"),
        ("CX032", "metrics/t.csv:1:1"),
    ]
    assert [journey.key for journey in content.portfolio.journeys] == ["ticket"]


def test_a_journey_is_left_out_when_one_of_its_files_cannot_be_read(tmp_path: Path) -> None:
    files = {
        "journeys/join/journey.yml": "name: J\nowner: b\nphases: [{name: P}]\n",
        "journeys/join/hotspots.yml": "hotspots: [\n",
    }
    content = read(tmp_path, files)
    assert [journey.key for journey in content.portfolio.journeys] == ["ticket"]
    assert [code for code, _ in said(content)] == ["CX010"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_with_a_mark_are_read(tmp_path: Path, encoding: str) -> None:
    journey = JOURNEY.replace("Choose", "Auswählen").encode(encoding)
    content = read(tmp_path, {"journeys/ticket.yml": journey, "metrics/t.csv": "größe,n\n1,2\n".encode(encoding)})
    assert said(content) == []
    assert content.portfolio.journeys[0].phases[0].name == "Auswählen"
    assert content.tables["metrics/t.csv"].columns == ("größe", "n")


def test_the_same_trouble_is_found_in_the_same_order_every_time(tmp_path: Path) -> None:
    files = {f"journeys/{name}.yml": "nam: A\nowner:\n" for name in "cab"}
    assert said(read(tmp_path, files)) == said(read(tmp_path, files))
    assert [place.split(":")[0] for _, place in said(read(tmp_path, files))] == [
        f"journeys/{name}.yml" for name in "abc"
    ]


@pytest.mark.parametrize("text", ["hotspots:\n", "name:\n"])
def test_settings_that_cannot_be_read_leave_the_defaults(tmp_path: Path, text: str) -> None:
    content = read(tmp_path, {"cxsite.yml": text})
    assert content.diagnostics
    assert content.portfolio.settings == Settings()


def test_a_merge_key_is_said_once(tmp_path: Path) -> None:
    content = read(tmp_path, {"journeys/ticket.yml": JOURNEY + "x-a: &a {status: live}\n<<: *a\n"})
    assert [code for code, _ in said(content)] == ["CX014"]


def test_settings_that_are_all_comments_are_the_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, {"cxsite.yml": "# currency: GBP\n"}).diagnostics == ()


@pytest.mark.parametrize("text", ["", "\n\n", "# a\n\n  # b\n"])
def test_settings_that_say_nothing_are_the_defaults(tmp_path: Path, text: str) -> None:
    content = read(tmp_path, {"cxsite.yml": text})
    assert (content.diagnostics, content.portfolio.settings) == ((), Settings())
