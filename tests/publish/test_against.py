"""The state that a site shows its project against."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.test_revision import TICKET, commit
from support import write

from cxsite.errors import RevisionError
from cxsite.load.snapshot import two_snapshots
from cxsite.project import Project
from cxsite.publish.against import Against, against, asked


def test_a_branch_is_its_commit_and_keeps_its_name(tmp_path: Path) -> None:
    commit(tmp_path, TICKET)
    project = Project(tmp_path)
    found = against(project, "HEAD")
    assert len(found.state) == 40
    assert found.name == "HEAD"
    assert found.snapshot(project).commit == found.state
    assert found.snapshot(project).label == "HEAD"


def test_three_dots_mean_where_this_branch_began(tmp_path: Path) -> None:
    commit(tmp_path, TICKET)
    commit(tmp_path, {"journeys/ticket.yml": TICKET["journeys/ticket.yml"].replace("-1", "-2")})
    project = Project(tmp_path)
    found = against(project, "HEAD~1...")
    assert found.state == against(project, "HEAD~1").state
    assert found.name == "HEAD~1, where this branch began"


@pytest.mark.parametrize("said", ["gone", "HEAD..HEAD", "HEAD...HEAD", "HEAD.."])
def test_what_names_no_state_or_two_is_refused_with_the_next_step(tmp_path: Path, said: str) -> None:
    commit(tmp_path, TICKET)
    with pytest.raises(RevisionError) as problem:
        against(Project(tmp_path), said)
    assert said in str(problem.value)
    assert problem.value.hint


def test_an_unknown_commit_is_refused_as_the_difference_refuses_it(tmp_path: Path) -> None:
    commit(tmp_path, TICKET)
    said = []
    for ask in (lambda: against(Project(tmp_path), "gone"), lambda: two_snapshots(Project(tmp_path), ("gone",))):
        with pytest.raises(RevisionError) as problem:
            ask()
        said.append(str(problem.value))
    assert said[0] == said[1]


def test_the_mark_differs_as_soon_as_the_state_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "before", TICKET)
    write(tmp_path / "after", TICKET)
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path / "after")
    first = against(project, "before").mark
    assert against(project, "before").mark == first
    write(tmp_path / "before", {"journeys/ticket.yml": "name: Other\nowner: o\n"})
    assert against(project, "before").mark != first
    assert Against("a" * 40, "main").mark != Against("b" * 40, "main").mark


def test_a_process_is_told_by_its_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked() is None
    state = Against("a" * 40, "main")
    for name, value in state.environment().items():
        monkeypatch.setenv(name, value)
    assert asked() == state
