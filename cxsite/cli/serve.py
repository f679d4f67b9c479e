"""`cxsite serve`: look at the site while writing."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from cxsite.project import find_project
from cxsite.publish.child import ended_by_signals
from cxsite.publish.engines import engine_names, find_engine


@click.command("serve")
@click.option("--engine", type=click.Choice(engine_names()), default="mkdocs", show_default=True, help="Site engine.")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.pass_obj
def command(folder: Path, engine: str, address: str) -> None:
    """Serve the site and rebuild it on every change, until Ctrl-C."""
    with ended_by_signals(), contextlib.suppress(KeyboardInterrupt):
        find_engine(engine).serve(find_project(folder), address)
