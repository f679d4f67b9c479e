"""`cxsite check`: everything that is wrong with the content, in one run."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import click

from cxsite.check import formats
from cxsite.diagnostics import Diagnostic, Severity, Span, count_of
from cxsite.load.files import WorkTree
from cxsite.load.git import Git
from cxsite.pipeline import Examined, examine
from cxsite.project import find_project

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDEST = 160
_FORGES = ("github", "gitlab")


@click.command("check")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", *_FORGES]), default="text", show_default=True, help="Output."
)
@click.pass_obj
def command(folder: Path, strict: bool, form: str) -> None:
    """Check the journeys and the numbers.

    Exits with 0 when there is no error, with 1 when there is one, with 2 when it could not run.
    """
    project = find_project(folder)
    examined = examine(project)
    if form == "json":
        click.echo(json.dumps([_as_json(d) for d in examined.diagnostics], indent=2, ensure_ascii=False))
    elif form in _FORGES:
        write = importlib.import_module(f"{formats.__name__}.{form}").write
        click.echo(write(examined.diagnostics, Git(project.root).prefix()), nl=False)
        if form == "github":  # annotations are lines of a log; a report is a file
            click.echo(_summary(examined))
    else:
        texts = _Texts(WorkTree(examined.project.root))
        for diagnostic in examined.diagnostics:
            _show(diagnostic, texts)
        click.echo(_summary(examined))
    counted = Severity.WARNING if strict else Severity.ERROR
    if any(d.severity >= counted for d in examined.diagnostics):
        raise SystemExit(1)


def _show(diagnostic: Diagnostic, texts: _Texts) -> None:
    colour = _COLOURS[diagnostic.severity]
    word = click.style(diagnostic.severity.word, fg=colour, bold=True)
    click.echo(f"{diagnostic.span}: {word} {diagnostic.code}: {diagnostic.message}")
    for line in _excerpt(texts, diagnostic.span, colour):
        click.echo(line)
    if diagnostic.hint:
        click.echo(f"    {diagnostic.hint}")
    for related in diagnostic.related:
        click.echo(f"    {related.span}: {related.message}")


class _Texts:
    """The lines of files, each read once, and only those that the loader may read."""

    def __init__(self, tree: WorkTree) -> None:
        self.tree = tree
        self.known: dict[str, list[str]] = {}

    def lines(self, name: str) -> list[str]:
        """The lines of a file; none where it may not or cannot be read."""
        if name not in self.known:
            text = self.tree.text(name)
            self.known[name] = [] if isinstance(text, Diagnostic) else text.lines
        return self.known[name]


def _excerpt(texts: _Texts, span: Span, colour: str) -> list[str]:
    """The line that is meant, and carets below it; nothing where there is no such line."""
    lines = texts.lines(span.file)
    text = lines[span.line - 1].replace("\t", "→") if 0 < span.line <= len(lines) else ""
    if not text.strip() or len(text) > _WIDEST or not text.isprintable():
        return []
    end = span.end_column if span.end_line == span.line else len(text) + 1
    carets = "^" * max(1, min(end, len(text.rstrip()) + 1) - span.column)
    gutter = f"    {span.line} | "
    return [gutter + text, " " * (len(gutter) - 2) + "| " + " " * (span.column - 1) + click.style(carets, fg=colour)]


def _as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "suggestion": diagnostic.suggestion,
        **_place(diagnostic.span),
        "related": [{**_place(related.span), "message": related.message} for related in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line or span.line,
        "end_column": span.end_column or span.column,
    }


def _summary(examined: Examined) -> str:
    severities = [d.severity for d in examined.diagnostics]
    journeys, metrics = len(examined.content.portfolio.journeys), len(examined.content.portfolio.metrics)
    counts = ", ".join(count_of(severities.count(s), s.word) for s in sorted(Severity, reverse=True))
    read = count_of(examined.content.files_parsed, "file")
    return f"{read}, {count_of(journeys, 'journey')}, {count_of(metrics, 'metric')}: {counts}"
