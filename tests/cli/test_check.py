"""`cxsite check`: everything that is wrong, in one run, and the exit code that CI goes by."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
from support import JOURNEY, VA, copy_site, small_project

from cxsite.cli.main import main

TYPO = JOURNEY.replace("owner: sales", "ownr: sales")
METRICS = "metrics:\n  - {id: m, name: M, method: mean, source: [a.csv, b.csv]}\n"
DISAGREE = {
    "metrics/m.yml": METRICS,
    "metrics/a.csv": "period,value\n2026-01,4\n",
    "metrics/b.csv": "period,value\n2026-01,5\n",
}


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `cxsite check` over a small project with these files on top; gives exit code and output."""

    def run(files: dict[str, str | bytes] | None = None, *arguments: str) -> tuple[object, str]:
        small_project(tmp_path, files)
        monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "check", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        assert said.err == ""
        return left.value.code or 0, said.out

    return run


def test_nothing_wrong_exits_with_0_and_says_what_was_read(check) -> None:
    reviewed = {"journeys/ticket.yml": JOURNEY + "reviewed: 2026-09-01\nreview_every: 100 years\n"}
    assert check(reviewed) == (0, "1 file, 1 journey, 0 metrics: 0 errors, 0 warnings, 0 notes\n")


def test_an_error_exits_with_1_and_says_where_what_and_what_next(check) -> None:
    code, out = check({"journeys/ticket.yml": TYPO})
    assert code == 1
    assert re.search(r"^journeys/ticket\.yml:2:1: error CX\d{3}: .*`ownr`", out, re.M)
    assert "    2 | ownr: sales\n      | ^^^^\n    did you mean `owner`?\n" in out
    assert re.search(r": [1-9]\d* errors?, 0 warnings", out)


def test_everything_that_is_wrong_is_said_in_one_run(check) -> None:
    broken = {"journeys/ticket.yml": TYPO, "journeys/other.yml": "name: [\n", "metrics/m.yml": METRICS}
    code, out = check(broken)
    assert code == 1
    for file in ("journeys/ticket.yml:", "journeys/other.yml:", "metrics/m.yml:"):
        assert f"\n{file}" in f"\n{out}"


def test_notes_never_fail_a_check(check) -> None:
    code, out = check(DISAGREE, "--strict")
    assert code == 0
    assert "note CX320" in out
    assert "0 errors, 0 warnings, 3 notes" in out


def test_a_second_place_that_helps_is_named(check) -> None:
    table = "period,value\n2026-01,4\n2026-01,5\n"
    code, out = check({"metrics/m.yml": METRICS.replace(", b.csv", ""), "metrics/a.csv": table})
    assert code == 1
    assert "    metrics/a.csv:2:1: first given here" in out


def test_two_runs_say_the_same(check) -> None:
    broken: dict[str, str | bytes] = {f"journeys/j{i}.yml": TYPO for i in range(8)}
    assert check(broken) == check(broken)


def test_output_that_is_no_terminal_has_no_colours(check) -> None:
    assert "\x1b" not in check({"journeys/ticket.yml": TYPO})[1]


def test_checking_writes_nothing(check, tmp_path: Path) -> None:
    check(DISAGREE)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["docs", "journeys", "metrics", "mkdocs.yml"]


def test_a_project_without_a_site_configuration_can_be_checked(check, tmp_path: Path) -> None:
    small_project(tmp_path)
    (tmp_path / "mkdocs.yml").unlink()
    assert check({"mkdocs.yml": ""})[0] == 0


def test_the_real_example_has_notes_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy_site(VA, tmp_path / "va")
    monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path / "va"), "check", "--strict"])
    with pytest.raises(SystemExit) as left:
        main()
    assert not left.value.code
    assert "12 files, 1 journey, 12 metrics: 0 errors, 0 warnings, 8 notes" in capsys.readouterr().out


def test_the_line_is_left_out_where_it_cannot_be_shown(check) -> None:
    _, out = check({"journeys/ticket.yml": TYPO + "# " + "x" * 300, "journeys/b.yml": "\x07"})
    assert "\x07" not in out


def test_json_holds_every_diagnostic_with_its_place(check) -> None:
    code, out = check({"journeys/ticket.yml": TYPO}, "--format", "json")
    found = {problem["message"]: problem for problem in json.loads(out)}
    assert code == 1
    wrong = found["`ownr` is not a key that can stand here"]
    assert (wrong["file"], wrong["line"], wrong["column"], wrong["end_column"]) == ("journeys/ticket.yml", 2, 1, 5)
    assert (wrong["code"], wrong["severity"], wrong["suggestion"]) == ("CX101", "error", "owner")


def test_a_file_that_may_not_be_read_is_not_shown_either(check, tmp_path: Path) -> None:
    small_project(tmp_path)
    (tmp_path / "outside").mkdir()
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("not for everybody\n")
    (tmp_path / "journeys" / "other.yml").symlink_to(secret)
    code, out = check()
    assert code == 1
    assert "CX001" in out
    assert "not for everybody" not in out


def test_a_pipe_among_the_files_keeps_nobody_waiting(check, tmp_path: Path) -> None:
    small_project(tmp_path)
    os.mkfifo(tmp_path / "journeys" / "other.yml")
    assert "CX002" in check()[1]


def test_an_excerpt_counts_lines_as_yaml_does(check) -> None:
    _, out = check({"journeys/ticket.yml": 'summary: "one\u2028two"\n' + TYPO})
    assert "| ownr: sales\n" in out


def test_annotations_stand_in_a_log_with_a_summary_and_a_report_is_json_alone(check) -> None:
    code, out = check({"journeys/ticket.yml": TYPO}, "--format", "github")
    assert code == 1
    assert "::error file=journeys/ticket.yml,line=2,title=CX101::`ownr` is not a key" in out
    assert out.splitlines()[-1].startswith("1 file, 0 journeys, 0 metrics: 1 error")
    (finding,) = json.loads(check({"journeys/ticket.yml": TYPO}, "--format", "gitlab")[1])
    assert (finding["check_name"], finding["severity"]) == ("cxsite/CX101", "critical")
