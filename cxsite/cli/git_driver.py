"""`cxsite git-driver`: lets git show changes of journeys as sentences, in `git diff`, `git show` and `git log -p`."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

import click

from cxsite.compare.facts import facts
from cxsite.errors import RevisionError
from cxsite.load.files import Text, decode
from cxsite.load.git import Git
from cxsite.load.nodes import read_tree
from cxsite.project import JOURNEYS, METRICS, SETTINGS, find_project

DRIVER = "cxsite"
ATTRIBUTES = [f"{JOURNEYS}/**/*.yml diff={DRIVER}", f"{METRICS}/**/*.yml diff={DRIVER}", f"{SETTINGS} diff={DRIVER}"]


@click.group("git-driver")
def command() -> None:
    """Show changes as sentences in git itself."""


@command.command("install")
@click.pass_obj
def install(folder: Path) -> None:
    """Set it up for this clone, and name the files in .gitattributes.

    What git runs is set in this clone alone, as git takes no commands from a repository: everybody runs it once.
    """
    root = find_project(folder).root
    git = Git(root)
    if git.line("rev-parse", "--git-dir") is None:
        raise RevisionError(f"`{root}` is in no git repository", "begin one with `git init`, and run it again")
    for key, value in (("textconv", _textconv()), ("cachetextconv", "false")):
        git.ask("config", f"diff.{DRIVER}.{key}", value)
    added = _name_files(root / ".gitattributes")
    click.echo("`git diff`, `git show` and `git log -p` say sentences in this clone now")
    if added:
        click.echo(".gitattributes names the files: commit it, and everybody who installs the driver sees them so")


def _textconv() -> str:
    """What git runs: this very program, wherever it is asked from; the file as it is, should it be gone one day."""
    here = Path(sys.argv[0]).absolute()
    found = here if here.is_file() and here.stem == "cxsite" else Path(shutil.which("cxsite") or "cxsite")
    return f'f() {{ {shlex.quote(found.as_posix())} git-driver text "$1" || cat "$1"; }}; f'


@command.command("remove")
@click.pass_obj
def remove(folder: Path) -> None:
    """Take it away from this clone; .gitattributes does no harm."""
    Git(find_project(folder).root).ask("config", "--remove-section", f"diff.{DRIVER}")
    click.echo("git diff shows lines of YAML again")


@command.command("text")
@click.argument("file", type=click.Path(path_type=Path))
def text(file: Path) -> None:
    """Print a file as sentences; as it is where it cannot be read. This is what git calls."""
    raw = file.read_bytes()
    source = decode(file.name if file.suffix == ".yml" else f"{file.name}.yml", raw)
    tree = read_tree(source)[0] if isinstance(source, Text) else None
    if tree is None:
        sys.stdout.buffer.write(raw)
        return
    for line in facts(tree):
        click.echo(line)


def _name_files(path: Path) -> bool:
    """Adds the lines that are not there yet; what somebody wrote stays as it is."""
    there = path.read_text(encoding="utf-8") if path.exists() else ""
    missing = [line for line in ATTRIBUTES if line not in there.splitlines()]
    if missing:
        gap = "" if not there or there.endswith("\n") else "\n"
        path.write_text(f"{there}{gap}{chr(10).join(missing)}\n", encoding="utf-8")
    return bool(missing)
