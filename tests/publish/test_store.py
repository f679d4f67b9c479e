"""Parts come back as they went in, or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.errors import ArtefactError
from cxsite.publish.store import Store


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "parts")
        assert store.get(store.put(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_only_equal_parts_share_a_name(first: str, second: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        assert (store.put(first) == store.put(second)) is (first == second)
        assert (store.get(store.put(first)), store.get(store.put(second))) == (first, second)


def test_a_name_is_twenty_hexadecimal_digits_and_the_same_everywhere(tmp_path: Path) -> None:
    assert Store(tmp_path).put("<p>ok</p>") == Store(tmp_path / "other").put("<p>ok</p>") == "d1fd4b359da18b6b05c2"


def test_a_part_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    path = tmp_path / f"{store.put('same')}.html"
    before = path.stat().st_ino
    store.put("same")
    assert path.stat().st_ino == before


def test_a_part_that_was_cut_short_is_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.put("whole text")
    (tmp_path / f"{name}.html").write_text("whole")
    assert store.put("whole text") == name
    assert store.get(name) == "whole text"


def test_writing_leaves_no_other_file_behind(tmp_path: Path) -> None:
    store = Store(tmp_path)
    names = {store.put("a"), store.put("b")}
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.html" for name in names}


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "is missing"), (b"other", "is damaged"), (b"", "is damaged"), (b"\xff\xfe", "is missing")],
)
def test_a_part_that_cannot_be_trusted_is_refused_with_the_next_step(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    store = Store(tmp_path)
    name = store.put("right")
    path = tmp_path / f"{name}.html"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(ArtefactError) as problem:
        store.get(name)
    assert said in problem.value.message
    assert "cxsite build" in problem.value.hint


def test_only_the_named_parts_are_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept, gone = store.put("kept"), store.put("gone")
    (tmp_path / "README.txt").write_text("not a part")
    store.keep_only([kept])
    assert store.get(kept) == "kept"
    assert {path.name for path in tmp_path.iterdir()} == {f"{kept}.html", "README.txt"}
    with pytest.raises(ArtefactError):
        store.get(gone)


def test_keeping_parts_of_a_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    Store(tmp_path / "none").keep_only(["x"])
    assert not (tmp_path / "none").exists()
