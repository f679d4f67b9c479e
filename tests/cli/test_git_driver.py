"""git itself says sentences: in `git diff`, `git show` and `git log -p`, for what is new, gone and broken too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from load.test_revision import TICKET, commit, git
from support import JOURNEY, ROOT, cxsite


@pytest.fixture
def shown(tmp_path: Path):
    """A clone with the driver; runs git in it with `cxsite` on the path, and gives what it prints."""
    project = tmp_path / "r"
    commit(project, TICKET)
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    program = (
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "from cxsite.cli.main import main; main()" "$@"\n'
    )
    (bin_ / "cxsite").write_text(program)
    (bin_ / "cxsite").chmod(0o755)
    cxsite(project, "git-driver", "install")

    def run(*arguments: str) -> str:
        path = os.pathsep.join([str(bin_), os.environ["PATH"]])
        done = subprocess.run(
            ["git", "-C", str(project), "--no-pager", *arguments],
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return project, run


def changed(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_a_diff_compares_facts(shown) -> None:
    project, run = shown
    (project / "journeys/ticket.yml").write_text("# a remark\n" + JOURNEY.replace("emotion: -1", 'emotion: "-2"'))
    assert changed(run("diff")) == [
        "-Phase “choose”, step “ask”: emotion: -1",
        "+Phase “choose”, step “ask”: emotion: -2",
    ]


def test_another_order_of_keys_is_no_difference(shown) -> None:
    project, run = shown
    (project / "journeys/ticket.yml").write_text(
        JOURNEY.replace("name: Buy a ticket\nowner: sales\n", "owner: 'sales'\nname: Buy a ticket\n")
    )
    assert changed(run("diff")) == []


def test_the_log_says_what_is_new_and_what_is_gone(shown) -> None:
    project, run = shown
    commit(project, {"journeys/leave.yml": "name: Leave\nowner: sales\nphases:\n  - {name: Tell us}\n"})
    assert "+Phase “Tell us”: name: Tell us" in changed(run("log", "-p", "-1"))
    (project / "journeys/leave.yml").unlink()
    commit(project, {})
    assert "-name: Leave" in changed(run("show"))


def test_a_broken_file_is_shown_as_it_is(shown) -> None:
    project, run = shown
    commit(project, {"journeys/ticket.yml": "name: [\n"})
    assert "+name: [" in changed(run("show"))


def test_it_is_installed_once_and_keeps_what_stands_in_gitattributes(shown) -> None:
    project, _ = shown
    attributes = project / ".gitattributes"
    attributes.write_text("*.png binary\n" + attributes.read_text())
    before = attributes.read_text()
    cxsite(project, "git-driver", "install")
    assert attributes.read_text() == before
    assert "cxsite git-driver text" in git(project, "config", "diff.cxsite.textconv")
    cxsite(project, "git-driver", "remove")
    assert subprocess.run(["git", "-C", str(project), "config", "diff.cxsite.textconv"]).returncode == 1


def test_outside_of_a_repository_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    said = cxsite(tmp_path, "git-driver", "install", code=2, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert "is in no git repository" in said.output


def installed(shown, folder: Path) -> Path:
    """The driver set up by a program in a folder that is on nobody's path."""
    project, _ = shown
    folder.mkdir()
    program = folder / "cxsite"
    program.write_text((project.parent / "bin/cxsite").read_text())
    program.chmod(0o755)
    start = "import sys; from cxsite.cli.main import main; sys.argv[0] = sys.argv.pop(1); main()"
    command = [sys.executable, "-c", start, str(program), "--project", str(project), "git-driver", "install"]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    (project / "journeys/ticket.yml").write_text(JOURNEY.replace("emotion: -1", "emotion: -2"))
    return program


def test_a_program_that_is_on_no_path_is_found_again(shown, tmp_path: Path) -> None:
    project, _ = shown
    installed(shown, tmp_path / "a folder with 'quotes'")
    assert "+Phase “choose”, step “ask”: emotion: -2" in changed(git(project, "diff"))


def test_where_the_program_is_gone_git_shows_the_lines(shown, tmp_path: Path) -> None:
    project, _ = shown
    installed(shown, tmp_path / "here").unlink()
    assert [line.split(":")[0].strip("+- ") for line in changed(git(project, "diff"))] == ["{id", "{id"]
