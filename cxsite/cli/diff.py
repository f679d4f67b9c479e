"""`cxsite diff`: what changed on the maps between two states of a project."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import click

from cxsite.compare import formats
from cxsite.compare.change import Level
from cxsite.compare.report import Report
from cxsite.pipeline import told_between
from cxsite.project import find_project

_FORMATS = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
_LEVELS = {level.word: level for level in sorted(Level, reverse=True)}


@click.command("diff")
@click.argument("states", nargs=-1, metavar="[BASE[..HEAD] | BASE HEAD]")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="Output.")
@click.option(
    "--fail-on", type=click.Choice(list(_LEVELS)), help="Exit with 1 where a change is of this level, or above."
)
@click.pass_obj
def command(folder: Path, states: tuple[str, ...], form: str, fail_on: str | None) -> None:
    """Say what changed on the maps, in sentences.

    BASE and HEAD are commits, branches or tags, or folders that hold a project. BASE alone is compared with the work
    tree, as is HEAD where nothing is named. BASE...HEAD starts from the commit where HEAD went apart from BASE.

    Exits with 0; with 1 where `--fail-on` says so; with 2 when it could not run.
    """
    if len(states) > 2:
        raise click.UsageError("two states at most: `cxsite diff BASE HEAD`")
    project = find_project(folder)
    told = told_between(project, states)
    click.echo(writer(form)(told), nl=False)
    if form != "text":
        for sentence in told.unknown:
            click.echo(sentence, err=True)
    if fail_on and told.at_least(_LEVELS[fail_on]):
        raise SystemExit(1)


def writer(form: str) -> Callable[[Report], str]:
    """The function that writes a report in a format."""
    write: Callable[[Report], str] = importlib.import_module(f"{formats.__name__}.{form}").write
    return write
