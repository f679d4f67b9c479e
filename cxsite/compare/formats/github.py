"""A report as annotations of GitHub Actions, on the lines that changed.

Commands and their escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. A step
shows ten warnings and ten notices, so what asks for attention comes first.
"""

from __future__ import annotations

from cxsite.compare.change import Change, Level
from cxsite.compare.report import Report, catalogue

_COMMANDS = {Level.ATTENTION: "warning", Level.NOTICE: "notice", Level.INFO: "notice"}


def write(report: Report) -> str:
    """A command a change, the weightiest first."""
    ordered = sorted(report.changes, key=lambda change: -change.level)
    return "".join(f"{_command(change)}\n" for change in ordered)


def _command(change: Change) -> str:
    span = change.near
    place = [f"file={_property(span.file)}", f"line={max(span.line, 1)}"] if span.file else []
    said = ",".join([*place, f"title={_property(catalogue()[change.kind][1])}"])
    more = f" ({change.direction} for the customer)" if change.direction != "neutral" else ""
    hint = f"\n{change.hint}" if change.hint else ""
    return f"::{_COMMANDS[change.level]} {said}::{_data(f'{change.sentence}{more}{hint}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
