"""A report as a Code Quality report of GitLab, which shows changes on the lines of a merge request.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import json

from cxsite.compare.change import Change, Level
from cxsite.compare.report import Report
from cxsite.project import SETTINGS

_SEVERITY = {Level.ATTENTION: "major", Level.NOTICE: "minor", Level.INFO: "info"}


def write(report: Report) -> str:
    """A list with an entry for each change."""
    return json.dumps([_entry(change) for change in report.changes], indent=2, ensure_ascii=False) + "\n"


def _entry(change: Change) -> dict[str, object]:
    more = f" ({change.direction} for the customer)" if change.direction != "neutral" else ""
    return {
        "description": f"{change.sentence}{more}",
        "check_name": f"cxsite/{change.kind}",
        "fingerprint": change.fingerprint,
        "severity": _SEVERITY[change.level],
        "location": {"path": change.near.file or SETTINGS, "lines": {"begin": max(change.near.line, 1)}},
    }
