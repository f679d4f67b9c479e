"""The day a build speaks of."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from cxsite.load.today import today_of
from cxsite.model.settings import Settings


def git(folder: Path, *arguments: str, day: str = "2026-03-04") -> None:
    moment = f"{day}T12:00:00+00:00"
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments],
        cwd=folder,
        env={"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment, "PATH": "/usr/bin:/bin", "HOME": str(folder)},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    git(tmp_path, "init")
    (tmp_path / "a.yml").write_text("a: 1\n")
    git(tmp_path, "add", "a.yml")
    git(tmp_path, "commit", "-m", "One")
    return tmp_path


def test_the_settings_come_first(repository: Path) -> None:
    assert today_of(repository, Settings(today=date(2020, 1, 2))) == date(2020, 1, 2)


def test_a_build_of_a_commit_speaks_of_its_day(repository: Path) -> None:
    assert today_of(repository, Settings()) == date(2026, 3, 4)


def test_with_changes_not_committed_it_is_the_day_on_the_calendar(repository: Path) -> None:
    (repository / "a.yml").write_text("a: 2\n")
    assert today_of(repository, Settings()) == date.today()


def test_changes_elsewhere_in_the_repository_do_not_count(repository: Path) -> None:
    (repository / "maps").mkdir()
    (repository / "maps" / "b.yml").write_text("b: 1\n")
    git(repository, "add", "maps")
    git(repository, "commit", "-m", "Two", day="2026-05-06")
    (repository / "a.yml").write_text("a: 2\n")
    assert today_of(repository / "maps", Settings()) == date(2026, 5, 6)


def test_outside_git_it_is_the_day_on_the_calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert today_of(tmp_path, Settings()) == date.today()


def test_the_epoch_that_builds_agree_on_is_honoured(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today_of(repository, Settings()) == date(1970, 1, 2)
