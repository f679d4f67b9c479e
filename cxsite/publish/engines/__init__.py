"""Site engines, one a module, found by name. Each can build the project it is given, and maybe serve it."""

from __future__ import annotations

import importlib
import os
import pkgutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from cxsite.errors import EngineMissingError
from cxsite.project import Project
from cxsite.publish.against import Against
from cxsite.publish.child import stopped

NOT_BUILT = "the site was not built, because the journeys have problems"


@dataclass(frozen=True)
class Options:
    """How to build. `strict`: warnings fail. `offline`: the site works from a folder, without a server.

    `against`: there are pages of what differs from that state.
    """

    strict: bool = False
    offline: bool = False
    against: Against | None = None


class Engine(Protocol):
    """What a module here offers."""

    def build(self, project: Project, options: Options) -> None:
        """Builds the site; raises EngineError or ContentError when it cannot."""

    def serve(self, project: Project, address: str) -> None:
        """Serves the site until stopped."""


def engine_names() -> tuple[str, ...]:
    """The engines there are a module for."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def find_engine(name: str) -> Engine:
    """The engine with this name.

    Raises:
        EngineMissingError: it is not installed.
    """
    if find_spec(name) is None:
        raise EngineMissingError(f"the engine {name} is not installed", f"install it: `pip install 'cxsite[{name}]'`")
    return importlib.import_module(f"{__name__}.{name}")


def run(name: str, arguments: Sequence[str], folder: Path, more: Mapping[str, str] | None = None) -> None:
    """Runs an engine's own command in a process of its own; its output goes where ours goes."""
    sys.stdout.flush()
    done = subprocess.run(
        [sys.executable, "-m", name, *arguments], cwd=folder, env={**_environment(), **(more or {})}, check=False
    )
    if done.returncode:
        raise stopped(name, done.returncode)


def start(name: str, arguments: Sequence[str], folder: Path) -> subprocess.Popen[bytes]:
    """Starts an engine's own command and does not wait. Ctrl-C reaches only us: whoever starts it also ends it."""
    sys.stdout.flush()
    command = [sys.executable, "-m", name, *arguments]
    return subprocess.Popen(command, cwd=folder, env=_environment(), start_new_session=True)


def _environment() -> dict[str, str]:
    return {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"} | os.environ
