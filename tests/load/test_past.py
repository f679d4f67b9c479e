"""The commits of a project: those that touched what people write, each once, and the files of each as it holds them."""

from __future__ import annotations

from pathlib import Path

from support import JOURNEY, write

from cxsite.load.git import Git
from cxsite.load.past import Trees, mark_of, past_of
from cxsite.load.revision import list_files
from load.test_revision import TICKET, commit, git

TABLE = {"metrics/ease.csv": "metric,period\n"}


def ids(folder: Path, limit: int = 200) -> list[str]:
    return [one.id for one in past_of(Git(folder), limit).commits]


def test_only_commits_that_touched_a_map_a_definition_or_the_settings_count(tmp_path: Path) -> None:
    first = commit(tmp_path, TICKET)
    commit(tmp_path, {"README.md": "x"})
    commit(tmp_path, TABLE)
    metrics = commit(tmp_path, {"metrics/metrics.yml": "metrics: []\n"})
    settings = commit(tmp_path, {"cxsite.yml": "currency: EUR\n", "metrics/ingest/deep.csv": "a\n"})
    commit(tmp_path, {})
    assert ids(tmp_path) == [first, metrics, settings]


def test_a_merge_is_one_commit_and_its_branch_none(tmp_path: Path) -> None:
    first = commit(tmp_path, TICKET)
    git(tmp_path, "switch", "-q", "-c", "topic")
    for name in ("a", "b"):
        commit(tmp_path, {f"journeys/{name}.yml": JOURNEY})
    git(tmp_path, "switch", "-q", "main")
    second = commit(tmp_path, {"journeys/c.yml": JOURNEY})
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "Both", "topic")
    assert ids(tmp_path) == [first, second, git(tmp_path, "rev-parse", "HEAD")]


def test_beyond_the_limit_there_is_a_ground_on_which_the_others_stand(tmp_path: Path) -> None:
    made = [commit(tmp_path, {"journeys/a.yml": f"name: A{n}\n"}) for n in range(4)]
    past = past_of(Git(tmp_path), 2)
    assert [one.id for one in past.commits] == made[2:]
    assert past.ground and (past.ground.id, past.cut) == (made[1], "limit")
    whole = past_of(Git(tmp_path), 4)
    assert ([one.id for one in whole.commits], whole.ground, whole.cut) == (made, None, "")
    assert past_of(Git(tmp_path), 0).commits == ()


def test_a_shallow_clone_begins_where_nothing_was_fetched_from(tmp_path: Path) -> None:
    made = [commit(tmp_path / "r", {"journeys/a.yml": f"name: A{n}\n"}) for n in range(4)]
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{tmp_path / 'r'}", "c")
    past = past_of(Git(tmp_path / "c"), 200)
    assert past.ground and ([one.id for one in past.commits], past.ground.id, past.cut) == (
        made[3:],
        made[2],
        "shallow",
    )
    before = mark_of(Git(tmp_path / "c"))
    git(tmp_path / "c", "fetch", "-q", "--unshallow")
    assert ids(tmp_path / "c") == made
    assert mark_of(Git(tmp_path / "c")) != before


def test_a_folder_that_git_does_not_hold_has_no_past(tmp_path: Path) -> None:
    commit(tmp_path / "r", {"journeys/a.yml": JOURNEY, "sub/journeys/a.yml": JOURNEY})
    assert ids(write(tmp_path / "alone", TICKET)) == []
    assert ids(write(tmp_path / "r/untracked", TICKET)) == []
    git(tmp_path / "r", "rm", "-q", "-r", "sub")
    commit(tmp_path / "r", {})
    assert ids(write(tmp_path / "r/sub", TICKET)) == []
    assert mark_of(Git(tmp_path / "alone")) == ""


def test_a_project_may_stand_in_a_folder_of_any_name(tmp_path: Path) -> None:
    inside = tmp_path / "a [b] *"
    first = commit(tmp_path, {f"a [b] */{name}": text for name, text in TICKET.items()})
    commit(tmp_path, {**{f"a [b] */{name}": text for name, text in TABLE.items()}, "journeys/other.yml": JOURNEY})
    assert ids(inside) == [first]
    assert list(Trees(Git(inside), past_of(Git(inside), 9).commits).files[first]) == ["journeys/ticket.yml"]


def test_a_subject_is_one_visible_line_and_nobody_is_named(tmp_path: Path) -> None:
    commit(tmp_path, TICKET)
    write(tmp_path, {"journeys/b.yml": JOURNEY})
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Größe\x1b[31m \x07<b>\n\nBody")
    past = past_of(Git(tmp_path), 9)
    assert past.commits[-1].subject == "Größe[31m <b>"
    assert "Test" not in repr(past) and "example.org" not in repr(past)
    assert (past.commits[-1].day.isoformat(), past.commits[-1].short) == ("2026-03-04", past.commits[-1].id[:8])


def test_the_files_of_each_commit_are_those_that_git_lists(tmp_path: Path) -> None:
    states = [
        {**TICKET, **TABLE},
        {"journeys/new/journey.yml": JOURNEY, "journeys/größe.yml": "name: G\n"},
        {"journeys/ticket.yml": "name: T\n"},
    ]
    made = [commit(tmp_path, files) for files in states]
    git(tmp_path, "mv", "journeys/größe.yml", "journeys/maß.yml")
    (tmp_path / "journeys/ticket.yml").unlink()
    made.append(commit(tmp_path, {}))
    trees = Trees(Git(tmp_path), past_of(Git(tmp_path), 9).commits)
    for one in made:
        listed = {name: blob for name, blob in list_files(Git(tmp_path), one).items() if not name.endswith(".csv")}
        assert trees.files[one] == listed
    assert trees.tree(made[0]).text("journeys/ticket.yml").text == JOURNEY
