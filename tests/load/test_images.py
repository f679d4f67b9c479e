"""Pictures of steps: only what stands in the journey's own folder, and can hold no script, is served."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write

from cxsite.load import images
from cxsite.load.content import load
from cxsite.load.images import read_images
from cxsite.project import Project

STEP = "phases: [{{name: P, steps: [{{name: S, images: [{{file: {file}, alt: A}}]}}]}}]\n"


def found(folder: Path, file: str, one_file: bool = False) -> dict[tuple[str, str], bytes]:
    name = "journeys/j.yml" if one_file else "journeys/j/current.yml"
    head = "name: J\nowner: o\n"
    text = STEP.format(file=file)
    files = {name: head + text} if one_file else {name: text, "journeys/j/journey.yml": head}
    write(folder, files)
    return read_images(folder, load(Project(folder)).portfolio)


@pytest.mark.parametrize("one_file", [True, False])
@pytest.mark.parametrize("file", ["x.png", "deep/y.JPG", "a b.webp"])
def test_a_picture_below_the_folder_of_its_journey_is_read(tmp_path: Path, file: str, one_file: bool) -> None:
    write(tmp_path, {f"journeys/j/{file}": b"picture"})
    assert found(tmp_path, file, one_file) == {("j", file): b"picture"}


@pytest.mark.parametrize("file", ["../other/x.png", "../../secret.png", "gone.png", "page.svg", "x.html", "folder.png"])
def test_what_is_elsewhere_gone_or_no_picture_is_left_out(tmp_path: Path, file: str) -> None:
    write(tmp_path, {"journeys/other/x.png": b"1", "secret.png": b"1", "journeys/j/page.svg": b"1"})
    write(tmp_path, {"journeys/j/x.html": b"1", "journeys/j/folder.png/x": b"1"})
    assert found(tmp_path, file) == {}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.png": b"secret", "journeys/j/a.png": b"1"})
    (tmp_path / "journeys/j/x.png").symlink_to(tmp_path / "secret.png")
    assert found(tmp_path, "x.png") == {}


def test_a_picture_beyond_the_limit_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "LIMIT", 3)
    write(tmp_path, {"journeys/j/x.png": b"four"})
    assert found(tmp_path, "x.png") == {}
