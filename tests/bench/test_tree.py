"""Ratios, published and never gated on: `make bench`."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from support import TESTS, VA, copy_site

from cxsite.load.files import Text
from cxsite.load.nodes import read_tree
from cxsite.pipeline import examine
from cxsite.project import Project

pytestmark = pytest.mark.bench


def best(run: Callable[[], object], rounds: int = 15) -> float:
    """The least time of several rounds, in seconds: noise only ever adds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times)


def test_reading_a_tree_beside_the_bare_compose_of_the_same_files(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [Text(path.name, path.read_text()) for path in VA.rglob("*.yml")]
    compose = best(lambda: [yaml.compose(text.text, Loader=yaml.CSafeLoader) for text in texts])
    ours = best(lambda: [read_tree(text) for text in texts])
    with capsys.disabled():
        print(f"\nread_tree / yaml.compose: {ours / compose:.2f}")


def test_checking_a_project_beside_the_bare_compose_of_its_files(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [path.read_text() for path in VA.rglob("*.yml")]
    compose = best(lambda: [yaml.compose(text, Loader=yaml.CSafeLoader) for text in texts])
    checked = best(lambda: examine(Project(VA)))
    with capsys.disabled():
        print(f"\nexamine / yaml.compose: {checked / compose:.2f}")


def test_checking_a_thousand_copies_of_a_full_journey(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    folder = copy_site(TESTS / "sites" / "example", tmp_path / "many")
    for number in range(999):
        shutil.copytree(folder / "journeys" / "join", folder / "journeys" / f"join-{number}")
    texts = [path.read_text() for path in folder.rglob("*.yml")]
    compose = best(lambda: [yaml.compose(text, Loader=yaml.CSafeLoader) for text in texts], rounds=2)
    checked = best(lambda: examine(Project(folder)), rounds=2)
    counts = examine(Project(folder)).ledger.counts
    assert counts["files parsed"] == len([path for path in folder.rglob("*") if path.suffix in (".yml", ".csv")])
    with capsys.disabled():
        print(f"\n{len(texts)} files, 1,000 journeys: examine / yaml.compose {checked / compose:.2f}")
