"""`cxsite init`: what is written where, what is left alone, and what is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from load.test_revision import commit, git
from support import small_project, write

from cxsite import __version__
from cxsite.cli.main import main

GITHUB = [f".github/workflows/journeys-{name}.yml" for name in ("review", "comment", "publish")]


@pytest.fixture
def init(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Runs `cxsite init` for a project in the folder `maps` of a repository; gives exit code, output and errors."""
    small_project(tmp_path / "maps")
    git(tmp_path, "init", "-q", "-b", "main")

    def run(*arguments: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path / "maps"), "init", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return left.value.code or 0, said.out, said.err

    return run


def test_workflows_are_written_at_the_top_and_a_second_run_finds_them_unchanged(init, tmp_path: Path) -> None:
    code, out, _ = init("--ci", "github")
    assert code == 0
    assert [line.split() for line in out.split("\n\n")[0].splitlines()] == [["made", name] for name in GITHUB]
    assert "`main` is what is published" in out and "such a site is public" in out
    assert f"cxsite=={__version__}" in (tmp_path / GITHUB[0]).read_text()
    assert init("--ci", "github")[1].count("unchanged") == 3


def test_a_file_that_somebody_changed_stays_until_it_is_forced(init, tmp_path: Path) -> None:
    init("--ci", "github")
    (tmp_path / GITHUB[1]).write_text("mine\n")
    code, out, err = init("--ci", "github", "--install", "cxsite>=9")
    assert (code, out) == (2, "")
    assert err.startswith(f"error: CX911 `{GITHUB[0]}`, `{GITHUB[1]}`, `{GITHUB[2]}` would be written over")
    assert "cxsite>=9" not in (tmp_path / GITHUB[0]).read_text()
    assert init("--ci", "github", "--force")[1].startswith(f"unchanged  {GITHUB[0]}\nreplaced   {GITHUB[1]}\n")


def test_a_dry_run_prints_the_files_and_writes_none(init, tmp_path: Path) -> None:
    code, out, _ = init("--ci", "github", "--dry-run", "--no-publish")
    assert code == 0
    assert f"# {GITHUB[0]}\n" in out and f"# {GITHUB[1]}\n" in out and GITHUB[2] not in out
    assert not (tmp_path / ".github").exists()


def test_the_branch_is_the_one_that_a_clone_begins_with(init, tmp_path: Path) -> None:
    commit(tmp_path, {})
    git(tmp_path, "update-ref", "refs/remotes/origin/release/2", "HEAD")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/2")
    init("--ci", "github")
    assert '- "release/2"\n' in (tmp_path / GITHUB[2]).read_text()


def test_requirements_that_name_cxsite_are_what_is_installed(init, tmp_path: Path) -> None:
    write(tmp_path, {"requirements.txt": "# maps\nmkdocs\ncxsite == 0.1.0\n", "maps/requirements-dev.txt": "ruff\n"})
    init("--ci", "github")
    assert "run: python -m pip install -r ../requirements.txt\n" in (tmp_path / GITHUB[0]).read_text()
    assert "Fetch the default branch" in (tmp_path / GITHUB[1]).read_text()


def test_the_site_is_where_mkdocs_yml_says(init, tmp_path: Path) -> None:
    with (tmp_path / "maps/mkdocs.yml").open("a") as file:
        file.write("site_dir: ../out\n")
    init("--ci", "github")
    assert 'path: "out"\n' in (tmp_path / GITHUB[0]).read_text()


def test_on_gitlab_a_file_that_is_there_is_left_alone_and_told_what_to_take_in(init, tmp_path: Path) -> None:
    write(tmp_path, {".gitlab-ci.yml": "test: {script: [make]}\n"})
    _, out, _ = init("--ci", "gitlab")
    assert out.startswith("made       .gitlab/ci/journeys.yml\n\n.gitlab-ci.yml is yours. Add to it:\n\ninclude:\n")
    assert (tmp_path / ".gitlab-ci.yml").read_text() == "test: {script: [make]}\n"
    write(tmp_path, {".gitlab-ci.yml": "include: [{local: .gitlab/ci/journeys.yml}]\ntest: {script: [make]}\n"})
    assert "is yours" not in init("--ci", "gitlab")[1]


def test_on_gitlab_where_nothing_is_there_both_files_are_made(init, tmp_path: Path) -> None:
    init("--ci", "gitlab")
    assert "local: .gitlab/ci/journeys.yml" in (tmp_path / ".gitlab-ci.yml").read_text()
    assert init("--ci", "gitlab")[1].count("unchanged") == 2


def test_outside_a_repository_the_next_step_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    small_project(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setattr(sys, "argv", ["cxsite", "--project", str(tmp_path), "init", "--ci", "github"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "is in no git repository" in capsys.readouterr().err
