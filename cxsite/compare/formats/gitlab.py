"""A report as a Code Quality report of GitLab, which shows changes on the lines of a merge request."""

from __future__ import annotations

from typing import Any

from cxsite.check.formats.gitlab import entry, written
from cxsite.compare.change import Change, Level
from cxsite.compare.report import Report
from cxsite.project import SETTINGS

_SEVERITY = {Level.ATTENTION: "major", Level.NOTICE: "minor", Level.INFO: "info"}


def write(report: Report) -> str:
    """A list with an entry for each change."""
    return written([_entry(change, report.folder) for change in report.changes])


def _entry(change: Change, folder: str) -> dict[str, Any]:
    more = f" ({change.direction} for the customer)" if change.direction != "neutral" else ""
    file = f"{folder}{change.near.file or SETTINGS}"
    text = f"{change.sentence}{more}"
    return entry(change.kind, _SEVERITY[change.level], file, change.near.line, text, change.fingerprint)
