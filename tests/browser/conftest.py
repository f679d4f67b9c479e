"""Sites that are looked at in the browser, each built once for all tests and all workers."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from support import ROOT, copy_site, cxsite, served

SITES = ROOT / "tests" / "sites"
CONTENT = ("journeys", "metrics", "cxsite.yml")
CHANGED = "changed"
"""The example, in which somebody changed much, against what it was."""
EDITS = (
    (
        "journeys/join/current/wait.yml",
        "name: Wait\nowner: provisioning",
        "id: wait\nname: Wait for the day\nowner: billing",
    ),
    ("journeys/join/current/wait.yml", "name: Chases for a date", "name: Chases for a date that holds"),
    ("journeys/join/current/wait.yml", "effort: {time: 34min", "effort: {time: 41min"),
    ("journeys/join/current/wait.yml", "Every time somebody new", "Each time somebody new"),
    (
        "journeys/join/current/connect.yml",
        "  - id: router\n",
        "  - {id: call, name: Is called, emotion: 1}\n  - id: router\n",
    ),
    ("journeys/join/current.yml", "bill, settle]", "settle, bill]"),
    ("journeys/join/hotspots.yml", "severity: critical", "severity: high"),
    ("journeys/join/target.yml", "emotion: 1.1", "emotion: 1.3"),
    ("metrics/joining.csv", "dates-kept,2026-10,,1292,2050", "dates-kept,2026-10,,1392,2050"),
    ("journeys/renew.yml", "      - {id: pick, name: Picks an upgrade,", "      - {id: pick, name: Picks one,"),
)


def changed(folder: Path) -> Path:
    """The example after some edits, and beside its content what it was, in `before/`."""
    before = project("", folder.with_name(f"{folder.name}-before"))
    project("", folder)
    for name, old, new in EDITS:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    before.rename(folder / "before")
    return folder


def project(name: str, folder: Path) -> Path:
    """A copy of the example (`""`) or of a site of the tests, published as the example is."""
    source = SITES / name if name else ROOT
    folder.mkdir()
    for part in CONTENT:
        if (source / part).is_dir():
            copy_site(source / part, folder / part)
        elif (source / part).is_file():
            (folder / part).write_bytes((source / part).read_bytes())
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("nav", "not_in_nav", "extra_css", "validation"):
        del config[key]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text("# About these journeys\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[..., Path]:
    """The finished site of the example (`""`) or of a site of the tests. Workers wait for one another and share it."""
    home = tmp_path_factory.getbasetemp()
    home = home if worker_id == "master" else home.parent

    def build(name: str, *options: str) -> Path:
        folder = home / "-".join(["built", name, *options])
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "site").is_dir():
                if name == CHANGED:
                    cxsite(changed(folder), "build", "--against", "before", *options)
                else:
                    cxsite(project(name, folder), "build", *options)
        return folder / "site"

    return build


@pytest.fixture(scope="session")
def example(built: Callable[..., Path]) -> Iterator[str]:
    """The address of the example."""
    with served(built("")) as address:
        yield address
