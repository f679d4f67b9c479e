"""Files: which are content, and bytes to text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import times, write

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import LIMIT, Text, WorkTree, decode


def refused(result: Text | Diagnostic) -> Diagnostic:
    assert isinstance(result, Diagnostic), result
    return result


def place(result: Text | Diagnostic) -> tuple[str, int, int]:
    problem = refused(result)
    return problem.code, problem.span.line, problem.span.column


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_of_editors_and_spreadsheets_are_read(encoding: str) -> None:
    assert decode("a.csv", "Größe,€ 5 😀\r\n".encode(encoding)) == Text("a.csv", "Größe,€ 5 😀\r\n")


def test_both_orders_of_utf_16_are_read() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode("a", mark + "näh".encode(encoding)) == Text("a", "näh")


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xe4", 1, 1),
        (b"name: K\xe4rcher", 1, 8),
        (b"a: 1\nb: 2\nname: K\xe4rcher\n", 3, 8),
        (b"a: 1\r\nname: \x80 5", 2, 7),
        ("größe: 5\nhöhe: ".encode() + b"\xfc", 2, 7),
        ("😀: ".encode() + b"\x96", 1, 4),
        (b"ok\n\xc3", 2, 1),
    ],
)
def test_a_byte_of_windows_1252_is_found_in_its_line_and_column(raw: bytes, line: int, column: int) -> None:
    assert place(decode("a.yml", raw)) == ("CX002", line, column)


def test_the_byte_that_is_no_letter_is_named_with_the_way_out() -> None:
    problem = refused(decode("a.yml", b"K\xe4rcher"))
    assert "0xe4" in problem.message
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize(
    ("raw", "column", "byte"), [(b"\xef\xbb\xbfab\xe4c", 3, "0xe4"), (b"\xef\xbb\xbf\xe4", 1, "0xe4")]
)
def test_a_wrong_byte_behind_a_mark_is_found_in_its_column(raw: bytes, column: int, byte: str) -> None:
    problem = refused(decode("a.yml", raw))
    assert (problem.span.line, problem.span.column) == (1, column)
    assert byte in problem.message


def test_a_broken_utf_16_file_is_not_called_utf_8() -> None:
    problem = refused(decode("a.yml", b"\xff\xfea\x00\n\x00b\x00\x00\xd8"))
    assert (problem.span.line, problem.span.column) == (2, 2)
    assert "UTF-16" in problem.message


@given(st.binary(max_size=60))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe\x00")
@settings(max_examples=times(100), deadline=None)
def test_any_bytes_are_text_or_a_diagnostic(raw: bytes) -> None:
    result = decode("a", raw)
    if isinstance(result, Diagnostic):
        assert result.code == "CX002"
        assert result.span.line >= 1
        assert result.span.column >= 1


def test_names_are_sorted_and_hidden_ones_and_other_endings_left_out(tmp_path: Path) -> None:
    files = [
        "j/b.yml",
        "j/a/z.yml",
        "j/a.yml",
        "j/.hidden.yml",
        "j/.git/c.yml",
        "j/read.md",
        "other.yml",
        "j/x.yml.bak",
    ]
    tree = WorkTree(write(tmp_path, dict.fromkeys(files, "")))
    assert tree.names("j", ".yml") == ("j/a.yml", "j/a/z.yml", "j/b.yml")
    assert tree.names("nothing-here", ".yml") == ()


def test_a_file_is_read_and_counted(tmp_path: Path) -> None:
    tree = WorkTree(write(tmp_path, {"a.yml": "name: A"}))
    assert tree.text("a.yml") == Text("a.yml", "name: A")
    assert tree.reads == {"a.yml": 1}


def test_an_empty_file_is_empty_text(tmp_path: Path) -> None:
    assert WorkTree(write(tmp_path, {"a.yml": ""})).text("a.yml") == Text("a.yml", "")


def test_a_link_out_of_the_project_is_refused_and_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yml": "key: 1", "project/journeys/x.md": ""})
    tree = WorkTree(tmp_path / "project")
    (tmp_path / "project/journeys/a.yml").symlink_to(tmp_path / "secret.yml")
    problem = refused(tree.text("journeys/a.yml"))
    assert (problem.code, problem.span.file) == ("CX001", "journeys/a.yml")
    assert tree.reads == {}


def test_a_link_that_climbs_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yml": "key: 1", "project/journeys/x.md": ""})
    (tmp_path / "project/journeys/a.yml").symlink_to("../../secret.yml")
    assert refused(WorkTree(tmp_path / "project").text("journeys/a.yml")).code == "CX001"


def test_a_folder_that_is_a_link_out_of_the_project_is_refused_file_by_file(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/a.yml": "key: 1", "project/x.md": ""})
    (tmp_path / "project/journeys").symlink_to(tmp_path / "elsewhere")
    tree = WorkTree(tmp_path / "project")
    assert [refused(tree.text(name)).code for name in tree.names("journeys", ".yml")] == ["CX001"]


def test_a_name_that_climbs_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yml": "key: 1", "project/x.md": ""})
    assert refused(WorkTree(tmp_path / "project").text("../secret.yml")).code == "CX001"


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"journeys/a.yml": "name: A"})
    (tmp_path / "journeys/b.yml").symlink_to("a.yml")
    assert WorkTree(tmp_path).text("journeys/b.yml") == Text("journeys/b.yml", "name: A")


def test_a_link_to_a_project_folder_elsewhere_reads_the_project(tmp_path: Path) -> None:
    write(tmp_path, {"real/a.yml": "name: A"})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert WorkTree(tmp_path / "link").text("a.yml") == Text("a.yml", "name: A")


def test_a_link_to_nothing_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to("gone.yml")
    assert refused(WorkTree(tmp_path).text("a.yml")).code == "CX002"


def test_a_link_to_itself_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to("a.yml")
    assert refused(WorkTree(tmp_path).text("a.yml")).code == "CX002"


def test_a_linked_folder_is_not_walked_so_a_circle_ends(tmp_path: Path) -> None:
    write(tmp_path, {"journeys/a.yml": ""})
    (tmp_path / "journeys/again").symlink_to(tmp_path / "journeys")
    assert WorkTree(tmp_path).names("journeys", ".yml") == ("journeys/a.yml",)


def test_a_folder_called_like_a_file_is_walked_and_not_read(tmp_path: Path) -> None:
    tree = WorkTree(write(tmp_path, {"journeys/a.yml/b.yml": ""}))
    assert tree.names("journeys", ".yml") == ("journeys/a.yml/b.yml",)
    assert refused(tree.text("journeys/a.yml")).code == "CX002"
    assert tree.exists("journeys/a.yml")
    assert not tree.exists("journeys/b.yml")


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    assert refused(WorkTree(tmp_path).text("gone.yml")).code == "CX002"


@pytest.mark.parametrize(("name", "over"), [("a.yml", 1), ("a.csv", 1), ("a.txt", 1)])
def test_a_file_over_its_limit_is_refused_without_reading_it(tmp_path: Path, name: str, over: int) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(LIMIT.get(Path(name).suffix, LIMIT[".yml"]) + over)
    tree = WorkTree(tmp_path)
    problem = refused(tree.text(name))
    assert (problem.code, tree.reads) == ("CX003", {})
    assert "MB" in problem.message


def test_a_file_of_just_its_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMIT, ".yml", 4)
    assert WorkTree(write(tmp_path, {"a.yml": "a: 1"})).text("a.yml") == Text("a.yml", "a: 1")
    assert refused(WorkTree(write(tmp_path, {"a.yml": "a: 12"})).text("a.yml")).code == "CX003"


def test_a_journey_with_the_other_ending_of_yaml_does_not_vanish_in_silence(tmp_path: Path) -> None:
    from cxsite.load.content import load
    from cxsite.project import Project

    found = load(Project(write(tmp_path, {"journeys/a.yml": "", "journeys/b.yaml": ""}))).diagnostics
    assert "journeys/b.yaml" in {problem.span.file for problem in found}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("journeys/a.yaml", "journeys/a.yml"),
        ("journeys/a.YML", "journeys/a.yml"),
        ("journeys/deep/current.yaml", "journeys/deep/current.yml"),
        ("metrics/t.CSV", "metrics/t.csv"),
        ("metrics/m.Yaml", "metrics/m.yml"),
    ],
)
def test_an_ending_that_only_looks_like_one_that_is_read_is_a_warning(tmp_path: Path, name: str, better: str) -> None:
    write(tmp_path, {name: "x", "journeys/ok.yml": "x", "metrics/ok.csv": "x", "journeys/notes.txt": "x"})
    (problem,) = [one for folder in ("journeys", "metrics") for one in WorkTree(tmp_path).nearly(folder)]
    assert (problem.code, problem.severity.word, problem.span.file) == ("CX004", "warning", name)
    assert problem.hint == f"rename it to `{better}`"


def test_a_link_to_a_folder_of_the_project_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {"shared/b/journey.yml": "", "journeys/a.yml": ""})
    (tmp_path / "journeys" / "b").symlink_to(tmp_path / "shared" / "b")
    assert WorkTree(tmp_path).names("journeys", ".yml") == ("journeys/a.yml", "journeys/b/journey.yml")


@pytest.mark.parametrize("to", ["..", ".", "../..", "../journeys"])
def test_a_link_to_a_folder_that_leads_back_or_out_is_said(tmp_path: Path, to: str) -> None:
    tree = WorkTree(write(tmp_path / "project", {"journeys/a.yml": ""}))
    (tree.root / "journeys" / "loop").symlink_to(to)
    assert tree.names("journeys", ".yml") == ("journeys/a.yml",)
    assert [one.code for one in tree.nearly("journeys")] == ["CX001"]
