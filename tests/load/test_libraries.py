"""Library files, and the lists among them that grew into folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import small_project

from cxsite.load.content import Content, load
from cxsite.load.libraries import library_of
from cxsite.model.portfolio import LIBRARIES
from cxsite.project import Project


def loaded(folder: Path, **files: str) -> Content:
    whole = {f"journeys/{name.replace('__', '/')}.yml": text for name, text in files.items()}
    return load(Project(small_project(folder, whole)))


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_a_file_called_like_a_library_belongs_to_it(library: str) -> None:
    assert library_of(f"journeys/{library}.yml") == library


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("actions/desk.yml", "actions"),
        ("hotspots/a.yml", "hotspots"),
        ("join/actions.yml", ""),
        ("strategy/a.yml", ""),
        ("actions/more/desk.yml", ""),
        ("join.yml", ""),
    ],
)
def test_a_folder_of_a_list_belongs_to_its_library(name: str, library: str) -> None:
    assert library_of(f"journeys/{name}") == library


def test_a_list_that_grew_is_one_list(tmp_path: Path) -> None:
    content = loaded(
        tmp_path,
        actions="actions: [{id: one, name: One}]\n",
        actions__billing="actions: [{id: two, name: Two}, {id: three, name: Three}]\n",
        actions__desk="name: A desk\n",
    )
    assert content.diagnostics == ()
    actions = content.portfolio.shared["action"]
    assert [getattr(action, "id", "") for action in actions] == ["one", "two", "three", "desk"]
    assert actions[3].span("name").file == "journeys/actions/desk.yml"


def test_a_folder_alone_is_a_library_too(tmp_path: Path) -> None:
    content = loaded(tmp_path, hotspots__late="name: Late\nsteps: [ticket/look]\n")
    assert content.diagnostics == ()
    assert [entry.span().file for entry in content.portfolio.shared["hotspot"]] == ["journeys/hotspots/late.yml"]


def test_a_key_beside_the_list_is_an_error(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, ideas__a="ideas: [{name: A}]\nowner: me\n").diagnostics
    assert (problem.code, problem.span.line) == ("CX028", 2)


def test_a_list_that_is_none_is_an_error_in_its_place(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, ideas__a="ideas: some\n").diagnostics
    assert problem.span.file == "journeys/ideas/a.yml"


def test_a_file_without_keys_is_an_error(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, ideas__a="- a\n- b\n").diagnostics
    assert problem.code == "CX022"
