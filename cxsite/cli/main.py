"""`cxsite`: finds its verbs among the modules beside this one, and imports only the one that is asked for."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

import click

from cxsite import __version__, cli
from cxsite.errors import CxsiteError, disk_error

_NOT_VERBS = frozenset({"main", "printed"})


class Verbs(click.Group):
    """Loads a verb when it is called, so that `cxsite check` never waits for what only `build` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All verbs, in alphabetical order."""
        found = {module.name for module in pkgutil.iter_modules(cli.__path__)}
        return sorted(name.replace("_", "-") for name in found - _NOT_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb with this name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"cxsite.cli.{cmd_name.replace('-', '_')}").command
        return command


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cxsite")
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder of the project. Default: this one, or the nearest above it with `journeys/`.",
)
@click.pass_context
def app(context: click.Context, project: Path) -> None:
    """Customer journey maps as code: check them, build their site, look at it."""
    context.obj = project


def main() -> None:
    """The entry point. Exit codes: 0 all well, 1 problems in the content, 2 it could not run."""
    try:
        app()
    except CxsiteError as problem:
        click.echo(f"error: {problem}", err=True)
        sys.exit(1 if problem.code in ("CX902", "CX904", "CX905") else 2)
    except OSError as problem:
        click.echo(f"error: {disk_error(problem)}", err=True)
        sys.exit(2)
