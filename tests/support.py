"""What tests share: small projects, builds in a process of their own, and sites served on this machine."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from cxsite.derive.atlas import Atlas
from cxsite.pipeline import Examined, examine
from cxsite.project import Project

TESTS = Path(__file__).parent
ROOT = TESTS.parent
VA = TESTS / "sites" / "va-outpatient"
ENGINES = ("mkdocs", "properdocs", "zensical")

JOURNEY = """\
name: Buy a ticket
owner: sales
phases:
  - id: choose
    name: Choose
    steps:
      - {id: look, name: Looks at the map, channel: web, emotion: 0.5}
      - {id: ask, name: Asks at the desk, emotion: -1}
"""
MKDOCS = """\
site_name: Test
theme: {name: material, font: false}
plugins: [search, cxsite]
"""


UNFINISHED = frozenset({"CX240", "CX310", "CX251", "CX326", "CX327", "CX328"})
"""Rules about what small projects lack: owners of actions and metrics, a review, a table and rows for each metric."""


@dataclass(frozen=True)
class Ran:
    """A finished command."""

    code: int
    output: str


def chiefly(names: Iterable[Any], *chief: Any, mark: pytest.MarkDecorator = pytest.mark.looks) -> list[Any]:
    """Parameters of which `make test` takes these, and `make test-all` all."""
    return [pytest.param(name, id=str(name), marks=() if name in chief else mark) for name in names]


def times(examples: int) -> int:
    """So many examples of a property in all tests, an eighth of them where it has to be quick, as in `make test`."""
    return max(5, examples // 8) if os.environ.get("CXSITE_EXAMPLES") == "few" else examples


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes files below `folder`, and gives the folder back."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def small_project(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A project with one journey of two steps, and whatever is given on top."""
    basis = {"mkdocs.yml": MKDOCS, "docs/about.md": "# About\n", "journeys/ticket.yml": JOURNEY}
    return write(folder, {**basis, **(files or {})})


def examined_project(folder: Path, aside: frozenset[str] = UNFINISHED) -> Examined:
    """A project read and checked, with what these rules say left out."""
    examined = examine(Project(folder))
    return replace(examined, diagnostics=tuple(d for d in examined.diagnostics if d.code not in aside))


def atlas_of(folder: Path) -> Atlas:
    """All that the pages of a project say."""
    whole = examine(Project(folder))
    assert not whole.has_errors, [str(one) for one in whole.diagnostics]
    return Atlas(whole.content.portfolio, whole.measures, whole.content.today)


def copy_site(source: Path, target: Path) -> Path:
    """A copy of a project without what earlier builds left in it."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".cxsite", "site", ".cache"))
    return target


def cxsite(folder: Path, *arguments: str, code: int | None = 0, **environment: str) -> Ran:
    """Runs `cxsite` in `folder` without any socket, and expects this exit code (None: any)."""
    return python(folder, "-c", "from cxsite.cli.main import main; main()", *arguments, code=code, **environment)


def python(folder: Path, *arguments: str, code: int | None = 0, **environment: str) -> Ran:
    """Runs Python in `folder` without any socket."""
    path = os.pathsep.join([str(TESTS / "nosocket"), str(ROOT)])
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    assert code is None or done.returncode == code, done.stdout
    return Ran(done.returncode, done.stdout)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a local address, as `http://127.0.0.1:PORT/`."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
