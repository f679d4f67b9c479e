"""New files: all of them or none, never over what somebody wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxsite.edit.new import place
from cxsite.errors import DiskError, OverwriteError

FILES = {"a/one.yml": "one: Größe\n", "two.yml": "two: 2\n"}


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_first_run_makes_them_and_the_second_finds_them_unchanged(tmp_path: Path) -> None:
    assert list(place(tmp_path, FILES).values()) == ["made", "made"]
    assert (tmp_path / "a/one.yml").read_bytes() == "one: Größe\n".encode()
    before = (tmp_path / "two.yml").stat().st_mtime_ns
    assert list(place(tmp_path, FILES).values()) == ["unchanged", "unchanged"]
    assert (tmp_path / "two.yml").stat().st_mtime_ns == before
    assert names(tmp_path) == sorted(FILES), "nothing half written is left behind"


def test_one_that_differs_is_named_and_none_is_written_until_it_is_forced(tmp_path: Path) -> None:
    (tmp_path / "two.yml").write_text("mine\n")
    (tmp_path / "two.yml").chmod(0o600)
    with pytest.raises(OverwriteError, match=r"`two\.yml` would be written over") as problem:
        place(tmp_path, FILES)
    assert "--force" in problem.value.hint
    assert names(tmp_path) == ["two.yml"]
    assert place(tmp_path, FILES, force=True) == {"a/one.yml": "made", "two.yml": "replaced"}
    assert (tmp_path / "two.yml").read_text() == "two: 2\n"
    assert (tmp_path / "two.yml").stat().st_mode & 0o777 == 0o600


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "two.yml").write_text("mine\n")
    assert place(tmp_path, FILES, dry_run=True) == {"a/one.yml": "made", "two.yml": "replaced"}
    assert names(tmp_path) == ["two.yml"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file where a folder is needed\n")
    with pytest.raises(DiskError, match="a"):
        place(tmp_path, FILES)
