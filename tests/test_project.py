"""Which folder is the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write

from cxsite.errors import ProjectError
from cxsite.project import find_project, is_project


@pytest.mark.parametrize("marker", ["cxsite.yml", "journeys/ticket.yml"])
def test_a_folder_with_settings_or_journeys_is_a_project(tmp_path: Path, marker: str) -> None:
    assert not is_project(tmp_path)
    assert is_project(write(tmp_path, {marker: "x"}))


@pytest.mark.parametrize("path", ["journeys", "cxsite.yml/x"])
def test_a_file_called_journeys_and_a_folder_called_cxsite_yml_make_no_project(tmp_path: Path, path: str) -> None:
    assert not is_project(write(tmp_path, {path: ""}))


def test_the_project_is_found_from_a_folder_and_a_file_far_below(tmp_path: Path) -> None:
    write(tmp_path, {"cxsite.yml": "", "docs/a/b/page.md": ""})
    for start in (tmp_path, tmp_path / "docs/a/b", tmp_path / "docs/a/b/page.md", tmp_path / "not/there"):
        assert find_project(start).root == tmp_path


def test_the_nearest_project_wins(tmp_path: Path) -> None:
    write(tmp_path, {"cxsite.yml": "", "inner/journeys/a.yml": "", "inner/docs/x.md": ""})
    assert find_project(tmp_path / "inner/docs").root == tmp_path / "inner"
    assert find_project(tmp_path / "inner").root == tmp_path / "inner"


def test_a_link_to_a_project_leads_to_the_real_folder(tmp_path: Path) -> None:
    write(tmp_path / "real", {"cxsite.yml": ""})
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert find_project(tmp_path / "link").root == tmp_path / "real"


def test_without_a_project_the_error_names_the_folder_and_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        find_project(tmp_path)
    assert str(tmp_path) in caught.value.message
    assert "--project" in caught.value.hint


def test_the_parts_stand_below_the_root(tmp_path: Path) -> None:
    project = find_project(write(tmp_path, {"cxsite.yml": ""}))
    parts = (project.settings, project.config, project.journeys, project.metrics, project.work)
    names = [part.relative_to(tmp_path).as_posix() for part in parts]
    assert names == ["cxsite.yml", "mkdocs.yml", "journeys", "metrics", ".cxsite"]
