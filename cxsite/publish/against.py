"""The state that a site shows its project against: which one, and how a build in another process is told."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cxsite.load.inputs import inputs_of
from cxsite.load.snapshot import Snapshot, base_of
from cxsite.project import Project

ASKED, NAMED = "CXSITE_AGAINST", "CXSITE_AGAINST_NAME"
"""The state, as a commit or the whole path of a folder, and what people call it."""


@dataclass(frozen=True)
class Against:
    """A commit by its whole id, or a folder by its whole path; `name` is what people call it."""

    state: str
    name: str

    @cached_property
    def mark(self) -> str:
        """Differs as soon as the state does. A commit never changes, a folder may."""
        folder = Path(self.state)
        return f"{self.name} {inputs_of(Project(folder)).digest if folder.is_absolute() else self.state}"

    def snapshot(self, project: Project) -> Snapshot:
        """The state itself, before it is read.

        Raises:
            RevisionError: it is not there any more.
        """
        return replace(base_of(project, self.state), label=self.name)

    def environment(self) -> Mapping[str, str]:
        """For an engine that runs in a process of its own."""
        return {ASKED: self.state, NAMED: self.name}


def against(project: Project, said: str) -> Against:
    """The state that is meant by `main`, `main...`, a commit or a folder.

    Raises:
        RevisionError: it names no commit, or there is no repository.
    """
    found = base_of(project, said)
    state = found.commit or str(Path(said).resolve())
    name = f"{said.removesuffix('...')}, where this branch began" if said.endswith("...") else found.label
    return Against(state, name)


def asked() -> Against | None:
    """The state that this process was told of."""
    state = os.environ.get(ASKED, "")
    return Against(state, os.environ.get(NAMED) or state[:10]) if state else None
