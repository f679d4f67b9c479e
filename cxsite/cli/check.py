"""`cxsite check`: everything that is wrong with the content, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from cxsite.derive.numbers import count_of
from cxsite.diagnostics import Diagnostic, Severity
from cxsite.pipeline import Examined, examine
from cxsite.project import find_project

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@click.command("check")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_obj
def command(folder: Path, strict: bool) -> None:
    """Check the journeys and the numbers.

    Exits with 0 when there is no error, with 1 when there is one, with 2 when it could not run.
    """
    examined = examine(find_project(folder))
    for diagnostic in examined.diagnostics:
        _show(diagnostic)
    click.echo(_summary(examined))
    counted = Severity.WARNING if strict else Severity.ERROR
    if any(d.severity >= counted for d in examined.diagnostics):
        raise SystemExit(1)


def _show(diagnostic: Diagnostic) -> None:
    word = click.style(diagnostic.severity.word, fg=_COLOURS[diagnostic.severity], bold=True)
    click.echo(f"{diagnostic.span}: {word} {diagnostic.code}: {diagnostic.message}")
    if diagnostic.hint:
        click.echo(f"    {diagnostic.hint}")
    for related in diagnostic.related:
        click.echo(f"    {related.span}: {related.message}")


def _summary(examined: Examined) -> str:
    severities = [d.severity for d in examined.diagnostics]
    journeys, metrics = len(examined.content.portfolio.journeys), len(examined.content.portfolio.metrics)
    counts = ", ".join(count_of(severities.count(s), s.word) for s in sorted(Severity, reverse=True))
    read = count_of(examined.content.files_parsed, "file")
    return f"{read}, {count_of(journeys, 'journey')}, {count_of(metrics, 'metric')}: {counts}"
