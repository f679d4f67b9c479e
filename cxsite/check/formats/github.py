"""Diagnostics as annotations of GitHub Actions, on their lines.

Commands and their escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. A step
shows ten errors, ten warnings and ten notices, so what weighs most comes first.
"""

from __future__ import annotations

from collections.abc import Iterable

from cxsite.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(diagnostics: Iterable[Diagnostic], folder: str) -> str:
    """A command a diagnostic. `folder` is the project's in its repository, `maps/` or empty."""
    ordered = sorted(diagnostics, key=lambda diagnostic: (-diagnostic.severity, diagnostic.sort_key))
    return "".join(f"{_command(diagnostic, folder)}\n" for diagnostic in ordered)


def command(word: str, file: str, line: int, title: str, text: str) -> str:
    """One annotation. `file` is named from the top of the repository; empty for none."""
    place = [f"file={_property(file)}", f"line={max(line, 1)}"] if file else []
    return f"::{word} {','.join([*place, f'title={_property(title)}'])}::{_data(text)}"


def _command(diagnostic: Diagnostic, folder: str) -> str:
    span = diagnostic.span
    related = [f"{folder}{one.span}: {one.message}" for one in diagnostic.related]
    text = "\n".join(part for part in (diagnostic.message, diagnostic.hint, *related) if part)
    file = f"{folder}{span.file}" if span.file else ""
    return command(_COMMANDS[diagnostic.severity], file, span.line, diagnostic.code, text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
