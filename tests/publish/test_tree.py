"""Folders kept equal, with as little writing as possible."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import write

from cxsite.publish.tree import deliver, mirror, write_all


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_becomes_equal_to_another(tmp_path: Path) -> None:
    source = write(tmp_path / "a", {"x.md": "new", "deep/er/y.md": "y", "bytes": b"\x00\xff"})
    target = write(tmp_path / "b", {"x.md": "old", "gone.md": "g", "gone/too.md": "g"})
    mirror(source, target)
    assert files(target) == files(source)
    assert not (target / "gone").exists()


def test_what_is_named_to_keep_stays(tmp_path: Path) -> None:
    source = write(tmp_path / "a", {"x.md": "x"})
    target = write(tmp_path / "b", {"kept/index.md": "k", "other.md": "o"})
    mirror(source, target, keep={"kept/index.md": "k"})
    assert set(files(target)) == {"x.md", "kept/index.md"}


def test_nothing_is_written_where_nothing_differs(tmp_path: Path) -> None:
    source = write(tmp_path / "a", {"x.md": "x", "d/y.md": "y"})
    mirror(source, tmp_path / "b")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "b").rglob("*")}
    mirror(source, tmp_path / "b")
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "b").rglob("*")} == before


def test_an_edit_that_keeps_length_and_time_is_seen(tmp_path: Path) -> None:
    import os

    source, target = write(tmp_path / "a", {"x": "one"}), write(tmp_path / "b", {"x": "two"})
    for folder in (source, target):
        os.utime(folder / "x", ns=(10**18, 10**18))
    mirror(source, target)
    assert files(target) == {"x": b"one"}


def test_a_source_that_is_not_there_empties_the_target(tmp_path: Path) -> None:
    target = write(tmp_path / "b", {"x": "x"})
    mirror(tmp_path / "none", target)
    assert files(target) == {}


def test_neither_folder_has_to_exist(tmp_path: Path) -> None:
    mirror(tmp_path / "none", tmp_path / "nor")
    assert not (tmp_path / "nor").exists()


def test_a_link_to_a_folder_is_removed_and_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"precious": "p"})
    target = write(tmp_path / "b", {"x": "x"})
    (target / "link").symlink_to(outside)
    mirror(write(tmp_path / "a", {"x": "x"}), target)
    assert files(outside) == {"precious": b"p"}
    assert not (target / "link").exists()


NAMES = st.sampled_from(["a", "b", "c/a", "c/b", "c/d/a", "e/a"])
TREES = st.dictionaries(NAMES, st.binary(max_size=4), max_size=6)


@given(TREES, TREES, st.sets(NAMES))
def test_afterwards_there_is_the_source_and_what_was_kept_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, source: dict[str, bytes], target: dict[str, bytes], keep: set[str]
) -> None:
    root = tmp_path_factory.mktemp("trees")
    write(root / "a", source)
    write(root / "b", target)
    mirror(root / "a", root / "b", keep)
    kept = {name: content for name, content in target.items() if name in keep}
    assert files(root / "b") == {**kept, **source}
    assert all(any(path.iterdir()) for path in (root / "b").rglob("*") if path.is_dir())


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.md": "a", "d/b.css": b"b{}"})
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*.*")}
    write_all(tmp_path, {"a.md": "a", "d/b.css": b"c{}"})
    assert files(tmp_path) == {"a.md": b"a", "d/b.css": b"c{}"}
    after = {path: path.stat().st_ino for path in tmp_path.rglob("*.*")}
    assert {path.name for path in after if after[path] != before[path]} == {"b.css"}


def test_line_ends_are_written_as_they_were_given(tmp_path: Path) -> None:
    write_all(tmp_path, {"a": "x\r\ny\n"})
    assert (tmp_path / "a").read_bytes() == b"x\r\ny\n"


def test_a_file_can_become_a_folder(tmp_path: Path) -> None:
    source, target = write(tmp_path / "a", {"x/y.md": "y"}), write(tmp_path / "b", {"x": "file"})
    mirror(source, target)
    assert files(target) == {"x/y.md": b"y"}


def test_a_folder_can_become_a_file(tmp_path: Path) -> None:
    source, target = write(tmp_path / "a", {"x": "file"}), write(tmp_path / "b", {"x/y.md": "y"})
    mirror(source, target)
    assert files(target) == {"x": b"file"}


def test_bytes_that_are_no_text_are_written(tmp_path: Path) -> None:
    write_all(tmp_path, {"font.woff2": b"wOF2\x00\xff"})
    assert (tmp_path / "font.woff2").read_bytes() == b"wOF2\x00\xff"


def test_a_delivery_brings_everything_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    source = write(tmp_path / "a", {"index.html": "new", "deep/x.html": "x"})
    target = write(tmp_path / "b", {"index.html": "old", "CNAME": "a.example", ".git/HEAD": "h"})
    deliver(source, target, tmp_path / "list.txt")
    assert files(target) == {"index.html": b"new", "deep/x.html": b"x", "CNAME": b"a.example", ".git/HEAD": b"h"}


def test_a_delivery_takes_away_what_an_earlier_one_brought(tmp_path: Path) -> None:
    source = write(tmp_path / "a", {"index.html": "i", "gone/index.html": "g", "gone/deep/x.html": "x"})
    target = write(tmp_path / "b", {"gone/own.html": "o"})
    deliver(source, target, tmp_path / "list.txt")
    for name in ("gone/index.html", "gone/deep/x.html"):
        (source / name).unlink()
    deliver(source, target, tmp_path / "list.txt")
    assert files(target) == {"index.html": b"i", "gone/own.html": b"o"}
    assert not (target / "gone/deep").exists()
