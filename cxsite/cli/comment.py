"""`cxsite comment`: what a change does to the map, as one comment on its pull or merge request."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click

from cxsite.compare.change import Level
from cxsite.compare.report import Told
from cxsite.errors import ForgeError
from cxsite.forge.comment import compose
from cxsite.forge.followed import Run, followed_run, request_of
from cxsite.forge.forges import FORGES, TOKENS, Forge
from cxsite.forge.handed import read_handed
from cxsite.forge.links import links_of
from cxsite.forge.post import post
from cxsite.pipeline import told_between
from cxsite.project import find_project

Show = Callable[[str], None] | None


@click.command("comment")
@click.argument("states", nargs=-1, metavar="[BASE[...HEAD] | BASE HEAD]")
@click.option("--forge", "name", type=click.Choice(sorted(FORGES)), required=True, help="Where the request is.")
@click.option("--number", type=int, help="Of the pull or merge request. Default: the one that CI runs for.")
@click.option("--preview", default="", help="Address of a preview of the site: `{number}`, `{commit}` are filled in.")
@click.option("--changes", is_flag=True, help="The preview was built with --against: link to its pages of changes.")
@click.option(
    "--from",
    "handed",
    type=click.Path(path_type=Path),
    help="Say what this file holds, which `cxsite diff --format json` wrote. Needs no project, and names no states.",
)
@click.option("--dry-run", is_flag=True, help="Print the comment, and send nothing.")
@click.option("--show-requests", is_flag=True, help="Print each request, without its token.")
@click.pass_obj
def command(
    folder: Path,
    states: tuple[str, ...],
    name: str,
    number: int | None,
    preview: str,
    changes: bool,
    handed: Path | None,
    dry_run: bool,
    show_requests: bool,
) -> None:
    """Comment on a pull or merge request: what it does to the map.

    There is one comment, which later runs update. The token is read from GITHUB_TOKEN or GITLAB_TOKEN; everything else
    from the variables of the forge's CI.

    Exits with 0, or with 2 when it could not.
    """
    if bool(states) == bool(handed) or len(states) > 2:
        raise click.UsageError("name one or two states, `cxsite comment BASE HEAD`, or a file, `--from FILE`")
    show: Show = click.echo if show_requests else None
    if handed:
        told, forge, kept = _from_file(handed, name, number, dry_run, show)
    else:
        told, forge, kept = _from_project(folder, states, name, number)
    if forge is None:
        click.echo("comment: nothing to say, no open pull request has this commit for its head, or several have")
        return
    body = compose(told, links_of(told, forge, preview, changes, kept), forge.limit)
    if dry_run:
        click.echo(body, nl=False)
        return
    client = _with_token(forge, name).client(show=show)
    click.echo(f"comment: {post(forge, client, body, _is_quiet(told))}")


def _from_project(folder: Path, states: tuple[str, ...], name: str, number: int | None) -> tuple[Told, Forge, str]:
    project = find_project(folder)
    return told_between(project, states), FORGES[name](os.environ, number), ""


def _from_file(file: Path, name: str, number: int | None, dry_run: bool, show: Show) -> tuple[Told, Forge | None, str]:
    """What the file holds, and where the site is kept; no forge where nobody waits for it any more."""
    told = read_handed(file)
    run = followed_run(os.environ) if name == "github" and number is None else None
    if run is None:
        return told, FORGES[name](os.environ, number), ""
    if told.after.commit != run.commit:
        hint = "compare with the head of the request, not with the commit that would merge it"
        raise ForgeError(f"{file.name} tells of another commit than {run.commit[:10]}, which the run was for", hint)
    forge = FORGES[name](os.environ, 1)  # any number, until the forge says which
    kept = f"{forge.web}/actions/runs/{run.id}#artifacts"
    return told, forge if dry_run else _of_request(forge, run, show), kept


def _of_request(forge: Forge, run: Run, show: Show) -> Forge | None:
    client = _with_token(forge, "github").client(show=show)
    found = request_of(run, client, os.environ["GITHUB_REPOSITORY"])
    return FORGES["github"](os.environ, found) if found else None


def _with_token(forge: Forge, name: str) -> Forge:
    if forge.token:
        return forge
    hint = "give the job a token that may write comments, or use `--dry-run`"
    raise ForgeError(f"`{TOKENS[name]}` is not set", hint)


def _is_quiet(told: Told) -> bool:
    """True where a first comment would only say that no meaning changed."""
    return told.same_meaning and not told.at_least(Level.ATTENTION)
