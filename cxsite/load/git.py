"""The git command, asked without running anything that a repository brings along."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 60
"""Seconds that git may take."""
_SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotepath=false")


@dataclass(frozen=True)
class Git:
    """A folder that may stand in a repository."""

    folder: Path

    def ask(self, *arguments: str, told: bytes = b"") -> bytes | None:
        """What git answers; None where there is no git, no repository, or nothing of that name."""
        command = ["git", *_SAFE, "-C", str(self.folder), *arguments]
        try:
            done = subprocess.run(command, capture_output=True, input=told, timeout=_PATIENCE, check=True)
        except (OSError, subprocess.SubprocessError):
            return None
        return done.stdout

    def line(self, *arguments: str) -> str | None:
        """An answer of one line, without its end."""
        answer = self.ask(*arguments)
        return None if answer is None else answer.decode("utf-8", "replace").strip()

    def commit(self, revision: str) -> str | None:
        """The full id of the commit that a name stands for; None for a name that stands for none."""
        return self.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str | None:
        """The commit from which two branches went apart."""
        return self.line("merge-base", one, other)

    def prefix(self) -> str:
        """Where the folder stands in its repository, `site/` or empty at its top."""
        return self.line("rev-parse", "--show-prefix") or ""

    def default_branch(self) -> str:
        """The branch that a clone begins with, as its origin says; else `main`."""
        found = self.line("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD") or ""
        return found.partition("/")[2] or "main"

    def is_shallow(self) -> bool:
        """True where only the latest commits were fetched, so that history ends early."""
        return self.line("rev-parse", "--is-shallow-repository") == "true"

    def shallow(self) -> frozenset[str]:
        """The commits behind which nothing was fetched."""
        try:
            file = self.folder / (self.line("rev-parse", "--git-path", "shallow") or "")
            return frozenset(file.read_text(encoding="ascii").split())
        except (OSError, ValueError):
            return frozenset()
