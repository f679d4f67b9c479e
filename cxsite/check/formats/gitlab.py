"""Diagnostics as a Code Quality report of GitLab, which shows them with a merge request.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from cxsite.diagnostics import Diagnostic, Severity
from cxsite.project import SETTINGS

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def write(diagnostics: Iterable[Diagnostic], folder: str) -> str:
    """A list with an entry for each diagnostic. `folder` is the project's in its repository, `maps/` or empty."""
    before: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for diagnostic in diagnostics:
        said = (diagnostic.code, f"{folder}{diagnostic.span.file or SETTINGS}", diagnostic.message)
        before[said] += 1
        text = f"{diagnostic.message}; {diagnostic.hint}" if diagnostic.hint else diagnostic.message
        mark = _fingerprint(*said, str(before[said]))
        entries.append(entry(said[0], _SEVERITY[diagnostic.severity], said[1], diagnostic.span.line, text, mark))
    return written(entries)


def entry(name: str, severity: str, file: str, line: int, text: str, fingerprint: str) -> dict[str, Any]:
    """One finding. `file` is named from the top of the repository."""
    return {
        "description": text,
        "check_name": f"cxsite/{name}",
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": file, "lines": {"begin": max(line, 1)}},
    }


def written(entries: list[dict[str, Any]]) -> str:
    """The report."""
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def _fingerprint(*said: str) -> str:
    """Never of the line, so that a finding stays the same when others come above it."""
    return hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:32]
