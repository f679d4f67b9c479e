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
                cxsite(project(name, folder), "build", *options)
        return folder / "site"

    return build


@pytest.fixture(scope="session")
def example(built: Callable[..., Path]) -> Iterator[str]:
    """The address of the example."""
    with served(built("")) as address:
        yield address
