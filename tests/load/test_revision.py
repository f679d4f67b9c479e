"""A commit is read from git's store as it is: the same texts as its checkout, and nothing of the repository runs."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from support import JOURNEY, write

from cxsite.diagnostics import Diagnostic
from cxsite.errors import RevisionError
from cxsite.load.content import read_content
from cxsite.load.files import Text, WorkTree
from cxsite.load.git import Git
from cxsite.load.memory import Memory
from cxsite.load.revision import RevisionTree
from cxsite.load.snapshot import of_commit, of_folder, two_snapshots
from cxsite.project import Project

ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_AUTHOR_DATE": "2026-03-04T12:00:00Z",
         "GIT_COMMITTER_DATE": "2026-03-04T12:00:00Z"}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", str(folder), *named, *arguments], env={**os.environ, **ALONE}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def commit(folder: Path, files: dict[str, str | bytes]) -> str:
    """A commit of these files on top of what is there; its id."""
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "-q", "-b", "main")
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A change", "--allow-empty")
    return git(folder, "rev-parse", "HEAD")


TICKET = {"journeys/ticket.yml": JOURNEY}


def test_a_commit_holds_the_texts_that_its_checkout_holds(tmp_path: Path) -> None:
    names = {
        "journeys/größe und maß.yml": "name: Ö\n",
        "journeys/join/current/wait.yml": "name: W\n",
        "metrics/a.csv": "a,b\n",
    }
    first = commit(tmp_path, {**TICKET, **names, "cxsite.yml": "today: 2026-01-01\n", "journeys/.hidden.yml": "x: 1\n"})
    tree, work = RevisionTree(Git(tmp_path), first), WorkTree(tmp_path)
    for folder, suffix in (("journeys", ".yml"), ("metrics", ".csv")):
        assert tree.names(folder, suffix) == work.names(folder, suffix)
        for name in tree.names(folder, suffix):
            assert tree.text(name) == work.text(name)
    assert (tree.exists("cxsite.yml"), tree.exists("journeys/none.yml")) == (True, False)


def test_a_project_in_a_folder_of_its_repository_is_read_from_there(tmp_path: Path) -> None:
    first = commit(
        tmp_path, {f"site/{name}": text for name, text in TICKET.items()} | {"journeys/other.yml": "name: O\n"}
    )
    assert RevisionTree(Git(tmp_path / "site"), first).names("journeys", ".yml") == ("journeys/ticket.yml",)


def test_links_inside_the_content_are_followed_and_others_are_not(tmp_path: Path) -> None:
    write(tmp_path, {**TICKET, "secret.yml": "name: S\n"})
    (tmp_path / "journeys/alias.yml").symlink_to("ticket.yml")
    (tmp_path / "journeys/out.yml").symlink_to("../secret.yml")
    tree = RevisionTree(Git(tmp_path), commit(tmp_path, {}))
    text, outside = tree.text("journeys/alias.yml"), tree.text("journeys/out.yml")
    assert isinstance(text, Text) and text.text == JOURNEY
    assert isinstance(outside, Diagnostic) and outside.code == "CX001"


PICTURE = b"\x89PNG and more"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256(PICTURE).hexdigest()}\nsize 13\n"


@pytest.mark.parametrize(("kept", "same"), [(PICTURE, True), (POINTER.encode(), True), (b"\x89PNG", False)])
def test_a_picture_is_known_again_in_a_folder_also_from_a_store_for_large_files(
    tmp_path: Path, kept: bytes, same: bool
) -> None:
    tree = RevisionTree(Git(tmp_path), commit(tmp_path, {**TICKET, "journeys/ticket/map.png": kept}))
    (tmp_path / "journeys/ticket/map.png").write_bytes(PICTURE)
    assert bool(tree.marks("journeys/ticket/map.png") & WorkTree(tmp_path).marks("journeys/ticket/map.png")) == same


def test_a_picture_that_is_not_there_or_elsewhere_is_known_by_nothing(tmp_path: Path) -> None:
    tree = RevisionTree(Git(tmp_path), commit(tmp_path / "here", TICKET))
    (tmp_path / "out.png").write_bytes(PICTURE)
    names = ("journeys/none.png", "../out.png", "journeys")
    assert [work.marks(name) for work in (WorkTree(tmp_path / "here"), tree) for name in names] == [frozenset()] * 6


def test_no_filter_and_no_hook_of_the_repository_runs(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    first = commit(tmp_path / "r", {**TICKET, ".gitattributes": "*.yml filter=evil diff=evil\n"})
    for key in ("filter.evil.smudge", "diff.evil.textconv", "core.fsmonitor"):
        git(tmp_path / "r", "config", key, f"touch {marker}; cat")
    assert isinstance(RevisionTree(Git(tmp_path / "r"), first).text("journeys/ticket.yml"), Text)
    assert not marker.exists()


def test_what_is_the_same_in_two_commits_is_parsed_once(tmp_path: Path) -> None:
    one = commit(tmp_path, {**TICKET, "journeys/leave.yml": JOURNEY})
    two = commit(tmp_path, {"journeys/leave.yml": JOURNEY.replace("Buy", "Leave")})
    memory = Memory()
    parsed = [
        read_content(RevisionTree(Git(tmp_path), each), memory, lambda _: date(2026, 1, 1)).files_parsed
        for each in (one, two)
    ]
    assert parsed == [2, 1]


def test_states_are_named_as_git_names_them(tmp_path: Path) -> None:
    base = commit(tmp_path, TICKET)
    git(tmp_path, "checkout", "-q", "-b", "topic")
    head = commit(tmp_path, {"journeys/new.yml": JOURNEY})
    git(tmp_path, "checkout", "-q", "main")
    later = commit(tmp_path, {"journeys/later.yml": JOURNEY})
    project = Project(tmp_path)

    def commits(*said: str) -> tuple[str, str]:
        before, after = two_snapshots(project, said)
        return before.commit, after.commit

    assert commits("main..topic") == (later, head)
    assert commits("main...topic") == (base, head)
    assert commits("main", "topic") == (later, head)
    assert commits("topic") == (head, "")
    assert commits() == (later, "")
    assert commits("HEAD~1..") == (base, later)


def test_two_folders_are_compared_without_git(tmp_path: Path) -> None:
    for name in ("old", "new"):
        write(tmp_path / name, TICKET)
    before, after = two_snapshots(Project(tmp_path / "new"), (str(tmp_path / "old"), str(tmp_path / "new")))
    assert (before.label, after.commit) == (str(tmp_path / "old"), "")


@pytest.mark.parametrize(
    ("name", "hint"), [("origin/main", "git fetch origin main"), ("nope", "git log"), ("--output=x", "git log")]
)
def test_a_name_that_stands_for_nothing_says_what_to_do(tmp_path: Path, name: str, hint: str) -> None:
    commit(tmp_path, TICKET)
    with pytest.raises(RevisionError) as problem:
        of_commit(Project(tmp_path), name)
    assert name in problem.value.message and hint in problem.value.hint


def test_outside_of_a_repository_two_folders_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(RevisionError, match="in no git repository"):
        of_commit(Project(write(tmp_path, TICKET)), "main")


def test_a_shallow_clone_says_that_the_rest_is_missing(tmp_path: Path) -> None:
    base = commit(tmp_path / "r", TICKET)
    commit(tmp_path / "r", {"journeys/new.yml": JOURNEY})
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path / 'r'}", str(tmp_path / "c"))
    with pytest.raises(RevisionError) as problem:
        of_commit(Project(tmp_path / "c"), base)
    assert "git fetch --unshallow" in problem.value.hint


def test_the_day_of_a_commit_is_its_own(tmp_path: Path) -> None:
    snapshot = of_commit(Project(tmp_path), commit(tmp_path, TICKET))
    content = read_content(snapshot.tree, Memory(), snapshot.day)
    assert content.today.isoformat() == "2026-03-04"
    assert of_folder(Project(tmp_path)).label == "the work tree"
