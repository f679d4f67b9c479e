"""`cxsite comment` over a file that another run handed over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from compare.states import after
from forge.test_comment import T
from forge.test_followed import event
from forge.test_handed import handed

from cxsite.cli.main import main
from cxsite.compare.formats.json import write
from cxsite.pages.subjects import with_pages


@pytest.fixture
def comment(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `cxsite comment --forge github` outside any project; gives exit code, output and errors."""
    for name, value in event(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)

    def run(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(
            sys, "argv", ["cxsite", "--project", str(tmp_path), "comment", "--forge", "github", *arguments]
        )
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(handed(tmp_path, write(with_pages(after((T, "severity: high", "severity: low"))))))


def test_a_difference_of_another_commit_than_the_runs_is_refused(comment, file: str) -> None:
    code, out, err = comment("--from", file, "--dry-run")
    assert (code, out) == (2, "")
    assert "tells of another commit than aaaaaaaaaa" in err


def test_a_number_that_is_given_needs_no_event(comment, file: str) -> None:
    code, out, _ = comment("--from", file, "--number", "7", "--dry-run")
    assert code == 0
    assert "severity eased from high to low" in out
    assert "artifacts" not in out


@pytest.mark.parametrize("arguments", [(), ("main", "--from", "x.json"), ("a", "b", "c")])
def test_it_is_either_states_or_a_file(comment, arguments: tuple[str, ...]) -> None:
    code, _, err = comment(*arguments)
    assert code == 2 and "name one or two states" in err


def test_a_preview_is_linked_from_a_file_as_well(comment, file: str) -> None:
    code, out, _ = comment("--from", file, "--number", "7", "--preview", "https://p.example/{number}/", "--dry-run")
    assert code == 0
    assert "](https://p.example/7/ticket/hotspots/queue/)" in out
    assert comment("--from", file, "--number", "7", "--preview", "p.example", "--dry-run")[0] == 2
