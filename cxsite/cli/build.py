"""`cxsite build`: the whole site, with the engine of choice."""

from __future__ import annotations

from pathlib import Path

import click

from cxsite.project import Project, find_project
from cxsite.publish.against import against
from cxsite.publish.engines import Options, engine_names, find_engine
from cxsite.publish.report import read_ledger
from cxsite.publish.tree import clear


@click.command("build")
@click.option("--engine", type=click.Choice(engine_names()), default="mkdocs", show_default=True, help="Site engine.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--offline", is_flag=True, help="Make a site that opens from a folder, without a server.")
@click.option(
    "--against",
    "base",
    metavar="BASE",
    help="Add pages of what differs from a commit, branch, tag or folder; `BASE...` means where this branch began.",
)
@click.option("--clean", is_flag=True, help="Use nothing kept from earlier builds.")
@click.option("--timings", is_flag=True, help="Print what was done, counted and timed.")
@click.pass_obj
def command(
    folder: Path, engine: str, strict: bool, offline: bool, base: str | None, clean: bool, timings: bool
) -> None:
    """Build the site into `site/` (or `site_dir` of mkdocs.yml)."""
    project = find_project(folder)
    if clean:
        clear(project.work)
    state = against(project, base) if base else None
    find_engine(engine).build(project, Options(strict, offline, state))
    if timings:
        _print_timings(project)


def _print_timings(project: Project) -> None:
    ledger = read_ledger(project.work)
    if ledger is None:
        return
    for name, count in ledger.counts.items():
        click.echo(f"{name:<16} {count:>8,}")
    for name, seconds in ledger.seconds.items():
        click.echo(f"{name:<16} {1000 * seconds:>8,.1f} ms")
