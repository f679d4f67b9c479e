"""`cxsite diff`: what changed on the maps, by commits or folders, for people, machines and CI."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from jsonschema import validate
from load.test_revision import TICKET, commit
from support import JOURNEY

from cxsite.cli.main import main

SAD = JOURNEY.replace("emotion: -1", "emotion: -2")


@pytest.fixture
def diff(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `cxsite diff` in a repository with two commits; gives exit code, output and errors."""
    commit(tmp_path, {**TICKET, "cxsite.yml": "today: 2026-03-04\n"})
    commit(tmp_path, {"journeys/ticket.yml": SAD})

    def run(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "diff", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return run


def test_two_commits_are_told_in_sentences(diff) -> None:
    code, out, _ = diff("HEAD~1..HEAD")
    assert code == 0
    assert "Step “Asks at the desk”: emotion from −1.0 to −2.0 (worse for the customer)\n" in out
    assert "journeys/ticket.yml:8:" in out
    assert out.endswith("1 thing changed in 1 journey; 1 figure moved with it.\n")


def test_without_names_the_last_commit_is_compared_with_the_work_tree(diff, tmp_path: Path) -> None:
    assert diff()[1] == "Nothing changed.\n"
    (tmp_path / "journeys/ticket.yml").write_text(f"# a remark\n{SAD}", encoding="utf-8")
    assert diff()[1].endswith("No meaning changed (order and format only).\n")


@pytest.mark.parametrize(("level", "code"), [("attention", 0), ("notice", 1), ("info", 1)])
def test_ci_can_fail_on_a_level(diff, level: str, code: int) -> None:
    assert diff("HEAD~1", "HEAD", "--fail-on", level)[0] == code


def test_levels_are_those_of_the_state_before(diff, tmp_path: Path) -> None:
    settings = "today: 2026-03-04\nchanges: {emotion: off, expected-effort: off, quot: info}\n"
    commit(tmp_path, {"cxsite.yml": settings, "journeys/ticket.yml": SAD.replace("-2", "0")})
    assert "emotion from" in diff("HEAD~1..HEAD")[1]
    commit(tmp_path, {"journeys/ticket.yml": SAD})
    _, out, _ = diff("HEAD~1..HEAD")
    assert "emotion from" not in out
    assert "`quot`, which is no kind of change; did you mean `quote`?" in out


def test_the_json_keeps_to_its_schema_and_says_where_and_what(diff, capsys, monkeypatch) -> None:
    _, out, _ = diff("HEAD~1..HEAD", "--format", "json")
    monkeypatch.setattr(sys, "argv", ["cxsite", "schema", "difference"])
    with pytest.raises(SystemExit):
        main()
    found = json.loads(out)
    validate(found, json.loads(capsys.readouterr().out))
    change = found["changes"][0]
    assert (change["kind"], change["before"], change["after"]) == ("emotion", "−1.0", "−2.0")
    assert change["is_at"]["line"] == change["was_at"]["line"] == 8


def test_annotations_stand_on_the_lines(diff) -> None:
    assert "::notice file=journeys/ticket.yml,line=8,title=" in diff("HEAD~1..HEAD", "--format", "github")[1]
    entry = json.loads(diff("HEAD~1..HEAD", "--format", "gitlab")[1])[0]
    assert entry["location"] == {"path": "journeys/ticket.yml", "lines": {"begin": 8}}


def test_a_name_that_is_no_commit_ends_with_2_and_the_next_step(diff) -> None:
    code, out, err = diff("nowhere..HEAD")
    assert (code, out) == (2, "")
    assert err.startswith("error: CX909 `nowhere` names no commit here\n")


def test_three_states_are_one_too_many(diff) -> None:
    assert diff("a", "b", "c")[0] == 2
