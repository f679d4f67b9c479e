"""Changes are noticed by looking: in files that come, go, and are replaced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support import write

from cxsite.project import Project
from cxsite.publish import watch as watching
from cxsite.publish.watch import Bell, Watch, content_of, look


def watch_of(root: Path) -> Watch:
    return Watch(content_of(Project(root)))


def told(watch: Watch, looks: int = 3) -> int:
    """How often it says so when nothing moves any more."""
    return sum(watch.changed() for _ in range(looks))


def rename_over(root: Path) -> None:
    write(root, {"new": "name: B\n"})
    (root / "new").replace(root / "journeys/a.yml")


def keep_time_and_size(root: Path) -> None:
    """Another file with the same size and time: `cp -p`, or a checkout within one tick of the clock."""
    path = root / "journeys/a.yml"
    seen = path.stat()
    rename_over(root)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file is written anew": lambda root: write(root, {"journeys/a.yml": "name: Changed\n"}),
    "a file comes": lambda root: write(root, {"journeys/b.yml": "name: B\n"}),
    "a file goes": lambda root: (root / "journeys/a.yml").unlink(),
    "a file deep down comes": lambda root: write(root, {"journeys/b/lang/de.yml": "x"}),
    "a file is replaced by renaming": rename_over,
    "a file is replaced by one of the same size and time": keep_time_and_size,
    "a folder comes": lambda root: write(root, {"metrics/a.csv": "period,value\n"}),
    "a folder goes": lambda root: (root / "journeys").rename(root / "away"),
    "the settings come": lambda root: write(root, {"cxsite.yml": "format: 1\n"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_told_once(tmp_path: Path, change: str) -> None:
    watch = watch_of(write(tmp_path, {"journeys/a.yml": "name: A\n"}))
    assert told(watch) == 0
    CHANGES[change](tmp_path)
    assert told(watch) == 1


def test_what_comes_back_is_noticed_again(tmp_path: Path) -> None:
    watch = watch_of(write(tmp_path, {"journeys/a.yml": "name: A\n"}))
    (tmp_path / "journeys").rename(tmp_path / "away")
    assert told(watch) == 1
    (tmp_path / "away").rename(tmp_path / "journeys")
    assert told(watch) == 1


def test_it_waits_while_files_still_change(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    for length in range(1, 6):
        write(tmp_path, {"journeys/a.yml": "x" * length})
        assert not watch.changed()
    assert watch.changed()


def test_it_does_not_wait_for_ever(tmp_path: Path) -> None:
    watch = watch_of(tmp_path)
    said = []
    for length in range(1, 31):
        write(tmp_path, {"metrics/log.csv": "x" * length})
        said.append(watch.changed())
    assert said.count(True) == 1


def test_hidden_files_and_other_folders_are_nothing_to_it(tmp_path: Path) -> None:
    watch = watch_of(write(tmp_path, {"journeys/a.yml": "name: A\n"}))
    write(tmp_path, {"journeys/.a.yml.swp": "x", "journeys/.git/x": "x", "site/index.html": "x", "README.md": "x"})
    assert told(watch) == 0


def test_links_are_followed_and_circles_end(tmp_path: Path) -> None:
    write(tmp_path, {"other/a.yml": "name: A\n", "journeys/b.yml": "name: B\n"})
    (tmp_path / "journeys/linked").symlink_to(tmp_path / "other")
    (tmp_path / "journeys/round").symlink_to(tmp_path / "journeys")
    (tmp_path / "journeys/nowhere.yml").symlink_to(tmp_path / "nowhere")
    watch = watch_of(tmp_path)
    write(tmp_path, {"other/a.yml": "name: Other\n"})
    assert told(watch) == 1
    names = {Path(name).relative_to(tmp_path / "journeys").as_posix() for name in look([tmp_path / "journeys"])}
    assert names == {"b.yml", "linked/a.yml", "round/b.yml"}


def test_a_bell_rings_for_a_change_made_before_it_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "INTERVAL", 0.01)
    bell = Bell(watch_of(tmp_path))
    write(tmp_path, {"journeys/a.yml": "name: A\n"})
    bell.start(lambda: True)
    while bell.file.read_text() == "0\n":
        assert bell._thread.is_alive()
    assert bell.file.read_text() == "1\n"
    bell.stop()
    assert not bell.file.parent.exists()


def test_a_bell_keeps_changes_until_somebody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "INTERVAL", 0.001)
    bell, asked = Bell(watch_of(tmp_path)), []
    write(tmp_path, {"journeys/a.yml": "name: A\n"})
    bell.start(lambda: asked.append(bell.file.read_text()) is not None or len(asked) > 20)
    while bell.file.read_text() == "0\n":
        assert bell._thread.is_alive()
    assert asked[:20] == ["0\n"] * 20
    bell.stop()


def test_a_bell_that_was_never_started_stops_too(tmp_path: Path) -> None:
    bell = Bell(watch_of(tmp_path))
    bell.stop()
    assert not bell.file.exists()
