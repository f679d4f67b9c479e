"""`cxsite comment`: what a change does to the map, as one comment on its pull or merge request."""

from __future__ import annotations

import os
from pathlib import Path

import click

from cxsite.compare.change import Level
from cxsite.compare.report import Report, report
from cxsite.errors import ForgeError
from cxsite.forge.comment import compose
from cxsite.forge.forges import FORGES, TOKENS
from cxsite.forge.links import links_of
from cxsite.forge.post import post
from cxsite.load.git import Git
from cxsite.load.snapshot import two_snapshots
from cxsite.pipeline import compare_states
from cxsite.project import find_project


@click.command("comment")
@click.argument("states", nargs=-1, required=True, metavar="BASE[...HEAD] | BASE HEAD")
@click.option("--forge", "name", type=click.Choice(sorted(FORGES)), required=True, help="Where the request is.")
@click.option("--number", type=int, help="Of the pull or merge request. Default: the one that CI runs for.")
@click.option("--preview", default="", help="Address of a preview of the site, for links to what changed.")
@click.option("--changes", is_flag=True, help="The preview was built with --against: link to its pages of changes.")
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
    dry_run: bool,
    show_requests: bool,
) -> None:
    """Comment on a pull or merge request: what it does to the map.

    There is one comment, which later runs update. The token is read from GITHUB_TOKEN or GITLAB_TOKEN; everything else
    from the variables of the forge's CI.

    Exits with 0, or with 2 when it could not.
    """
    if len(states) > 2:
        raise click.UsageError("two states at most: `cxsite comment BASE HEAD`")
    project = find_project(folder)
    told = report(compare_states(*two_snapshots(project, states)))
    forge = FORGES[name](os.environ, number)
    body = compose(told, links_of(told, forge, preview, Git(project.root).prefix(), changes), forge.limit)
    if dry_run:
        click.echo(body, nl=False)
        return
    if not forge.token:
        hint = "give the job a token that may write comments, or use `--dry-run`"
        raise ForgeError(f"`{TOKENS[name]}` is not set", hint)
    client = forge.client(show=click.echo if show_requests else None)
    click.echo(f"comment: {post(forge, client, body, _is_quiet(told))}")


def _is_quiet(told: Report) -> bool:
    """True where a first comment would only say that no meaning changed."""
    return told.difference.same_meaning and not told.at_least(Level.ATTENTION)
