"""Finished drawings on disk: whole, or not there."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw import cache
from cxsite.draw.cache import Cache, digest, write_whole

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))


@given(TEXT)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        kept = Cache(Path(folder) / "new" / "folder")
        assert kept.put("key", text) == text
        assert kept.get("key") == text


def test_line_ends_come_back_as_they_were(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put("key", "a\r\nb\rc")
    assert kept.get("key") == "a\r\nb\rc"


def test_what_was_never_kept_is_none(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").get("key") is None


def test_what_nobody_asks_for_is_deleted_once_there_is_much_of_it(tmp_path: Path) -> None:
    for kept in range(1002):
        Cache(tmp_path).put(f"{kept}", "old")
    now = Cache(tmp_path)
    assert (now.get("0"), now.put("new", "new")) == ("old", "new")
    now.tidy()
    assert {path.name for path in tmp_path.iterdir()} == {"0", "new"}


def test_what_other_branches_ask_for_is_kept(tmp_path: Path) -> None:
    for kept in range(1000):
        Cache(tmp_path).put(f"{kept}", "old")
    Cache(tmp_path).tidy()
    assert len(list(tmp_path.iterdir())) == 1000
    Cache(tmp_path / "none").tidy()


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_a_file_that_was_cut_short_is_none(tmp_path: Path, cut: int) -> None:
    Cache(tmp_path).put("key", "<svg>…</svg>")
    path = tmp_path / "key"
    path.write_bytes(path.read_bytes()[:cut])
    assert Cache(tmp_path).get("key") is None


def test_a_file_that_is_not_text_is_none(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe\n<!-- whole -->")
    assert Cache(tmp_path).get("key") is None


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_only_equal_parts_share_a_digest(first: list[str], second: list[str]) -> None:
    assert (digest(*first) == digest(*second)) is (first == second)


@pytest.mark.parametrize(("parts", "other"), [(("ab", "c"), ("a", "bc")), (("a", ""), ("a",)), (("",), ())])
def test_where_one_part_ends_matters(parts: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert digest(*parts) != digest(*other)


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert digest("a", "b") == "3c9d591045bc8876f9d0"


def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "file", "old")

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(cache.os, "fdopen", full)
    with pytest.raises(OSError, match="no space"):
        write_whole(tmp_path / "file", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "old"


def test_a_written_file_can_be_read_by_whom_other_files_can(tmp_path: Path) -> None:
    write_whole(tmp_path / "whole", "x")
    (tmp_path / "plain").write_text("x")
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode
