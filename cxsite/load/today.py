"""The day a build speaks of: ages, what is overdue and what is stale are counted from it."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from cxsite.model.settings import Settings

_PATIENCE = 10
"""Seconds that git may take."""


def today_of(root: Path, settings: Settings) -> date:
    """`today:` of the settings; else the day of the commit being built; else, with changes not committed, today's.

    So two builds of one commit say the same, whenever they run. `SOURCE_DATE_EPOCH` is honoured as other tools do
    (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    if settings.today:
        return settings.today
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return _of_commit(root) or date.today()


def _of_commit(root: Path) -> date | None:
    """The day of the last commit; None outside git, or when something here is not committed."""
    if _git(root, "status", "--porcelain", "--", ".") != "":
        return None
    day = _git(root, "log", "-1", "--format=%cs")
    return date.fromisoformat(day) if day else None


def _git(root: Path, *arguments: str) -> str | None:
    """What git says; None where there is no git or no repository."""
    command = ["git", "-c", "core.fsmonitor=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
