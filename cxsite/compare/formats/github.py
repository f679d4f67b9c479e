"""A report as annotations of GitHub Actions, on the lines that changed. A step shows ten warnings and ten notices, so
what asks for attention comes first."""

from __future__ import annotations

from cxsite.check.formats.github import command
from cxsite.compare.change import Change, Level
from cxsite.compare.report import Report, catalogue

_COMMANDS = {Level.ATTENTION: "warning", Level.NOTICE: "notice", Level.INFO: "notice"}


def write(report: Report) -> str:
    """A command a change, the weightiest first."""
    ordered = sorted(report.changes, key=lambda change: -change.level)
    return "".join(f"{_command(change, report.folder)}\n" for change in ordered)


def _command(change: Change, folder: str) -> str:
    span = change.near
    file = f"{folder}{span.file}" if span.file else ""
    more = f" ({change.direction} for the customer)" if change.direction != "neutral" else ""
    hint = f"\n{change.hint}" if change.hint else ""
    title = catalogue()[change.kind][1]
    return command(_COMMANDS[change.level], file, span.line, title, f"{change.sentence}{more}{hint}")
