"""No edit of a project leaves the digest of what it is made from as it was."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import write

from cxsite.load.inputs import inputs_of
from cxsite.project import Project

FILES = {
    "cxsite.yml": "today: 2026-09-15\n",
    "journeys/join.yml": "name: Join\n",
    "journeys/join/a.png": "picture",
    "journeys/.hidden": "",
    "metrics/survey.csv": "a,b\n",
}


def digest(root: Path) -> str:
    return inputs_of(Project(root)).digest


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "site", FILES)


NAMES = st.sampled_from([*FILES, "journeys/new.yml", "journeys/x/.y/b.png", "metrics/ingest/c.yml", "metrics/d.txt"])
TREES = st.dictionaries(NAMES, st.sampled_from(["", "a", "b", "ab", "a\n"]))


@given(TREES, TREES)
def test_two_projects_have_one_digest_only_where_every_file_is_the_same(a: dict[str, str], b: dict[str, str]) -> None:
    for files in (a, b):
        files["cxsite.yml"] = "today: 2026-09-15\n# " + files.get("cxsite.yml", "").replace("\n", "_")
    with tempfile.TemporaryDirectory() as folder:
        same = digest(write(Path(folder, "a"), a)) == digest(write(Path(folder, "b"), b))
    assert same is (a == b)


@pytest.mark.parametrize("name", FILES)
def test_each_byte_of_each_file_counts(root: Path, name: str) -> None:
    before = digest(root)
    (root / name).write_text(FILES[name] + "# \n")
    changed = digest(root)
    (root / name).unlink()
    assert len({before, changed, digest(root)}) == 3
    (root / name).write_text(FILES[name])
    assert digest(root) == before


def test_what_a_link_leads_to_counts(root: Path) -> None:
    kept = write(root / "elsewhere", {"a.yml": "1", "b.yml": "1", "c/d.yml": "1"})
    link = root / "journeys" / "linked.yml"
    seen = [digest(root)]
    for change in (
        lambda: link.symlink_to(kept / "a.yml"),
        lambda: (kept / "a.yml").write_text("2"),
        lambda: (link.unlink(), link.symlink_to(kept / "b.yml")),
        (kept / "b.yml").unlink,
        lambda: (root / "journeys" / "folder").symlink_to(kept / "c"),
        lambda: (kept / "c/d.yml").write_text("2"),
        lambda: (kept / "c/back").symlink_to(root / "journeys"),
    ):
        change()
        seen.append(digest(root))
    assert len(set(seen)) == len(seen)


def test_neither_a_link_out_of_the_project_nor_a_pipe_is_read(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text("1")
    (root / "journeys" / "out.yml").symlink_to(secret)
    os.mkfifo(root / "journeys" / "pipe.yml")
    before = digest(root)
    secret.write_text("2")
    assert digest(root) == before


def test_the_day_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "cxsite.yml").unlink()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    before = digest(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000100000")
    assert digest(root) != before


def test_the_day_of_the_commit_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "cxsite.yml").unlink()
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def git(*arguments: str, day: str = "2026-01-01") -> None:
        who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "a"}
        when = {"GIT_COMMITTER_EMAIL": "a@b.example", "GIT_COMMITTER_DATE": f"{day}T00:00:00Z"}
        subprocess.run(["git", "-C", root, *arguments], env={**os.environ, **who, **when}, check=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "One")
    first = digest(root)
    git("commit", "-qm", "Two", "--allow-empty", day="2026-02-02")
    assert digest(root) != first


def test_a_file_that_was_changed_and_changed_back_is_found_out(root: Path) -> None:
    before = inputs_of(Project(root))
    (root / "journeys/join.yml").write_text("name: Leave\n")
    (root / "journeys/join.yml").write_text(FILES["journeys/join.yml"])
    after = inputs_of(Project(root))
    assert after.digest == before.digest
    assert after.touched != before.touched
