"""The day a build speaks of: ages, what is overdue and what is stale are counted from it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from cxsite.load.git import Git
from cxsite.model.settings import Settings


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
    git = Git(root)
    if git.line("status", "--porcelain", "--", ".") != "":
        return None
    return day_of_commit(git, "HEAD")


def day_of_commit(git: Git, commit: str) -> date | None:
    """The day on which a commit was made, as it says itself."""
    day = git.line("log", "-1", "--format=%cs", commit, "--")
    return date.fromisoformat(day) if day else None
