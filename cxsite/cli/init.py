"""`cxsite init`: writes the files with which a project begins, or goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from cxsite.edit.new import place
from cxsite.forge.links import checked_preview
from cxsite.forge.workflows import FORGES, GITLAB_CI, GITLAB_JOBS, INCLUDE
from cxsite.forge.workplace import Workplace, top_of, workplace_of
from cxsite.project import find_project


@click.command("init")
@click.option("--ci", "forge", type=click.Choice(sorted(FORGES)), required=True, help="Write workflows for its CI.")
@click.option(
    "--install",
    multiple=True,
    metavar="ARGUMENTS",
    help="What pip installs there, a line each. Default: requirements*.txt if it names cxsite, else this version.",
)
@click.option(
    "--preview", default="", help="Where you serve each request's site: `https://previews.example/{number}/`."
)
@click.option("--no-publish", is_flag=True, help="Write nothing that publishes the site.")
@click.option("--force", is_flag=True, help="Replace files that hold something else.")
@click.option("--dry-run", is_flag=True, help="Print the files, and write nothing.")
@click.pass_obj
def command(
    folder: Path, forge: str, install: tuple[str, ...], preview: str, no_publish: bool, force: bool, dry_run: bool
) -> None:
    """Write what a forge's CI needs: check each request, keep a preview, comment, publish.

    Files that are there already and differ stay, and nothing is written. A second run finds all of them unchanged.

    Exits with 0, or with 2 when it could not.
    """
    project = find_project(folder)
    top = top_of(project)
    found = workplace_of(project, install, not no_publish, preview and checked_preview(preview))
    files = FORGES[forge](found)
    taken_in = _without_theirs(files, top)
    for name, state in place(top, files, force=force, dry_run=dry_run).items():
        click.echo(f"# {name}\n{files[name]}" if dry_run else f"{state:<9}  {name}")
    if not taken_in:
        click.echo(f"\n{GITLAB_CI} is yours. Add to it:\n\n{INCLUDE}")
    if not dry_run:
        click.echo("\nNext:")
        for step in _STEPS[forge](found):
            click.echo(f"- {step}")


def _without_theirs(files: dict[str, str], top: Path) -> bool:
    """Leaves the file out that takes ours in where somebody has one; false where it does not take ours in."""
    theirs = top / GITLAB_CI
    if GITLAB_CI not in files or not theirs.is_file() or theirs.read_text(encoding="utf-8") == files[GITLAB_CI]:
        return True
    del files[GITLAB_CI]
    return GITLAB_JOBS in theirs.read_text(encoding="utf-8")


def _github_steps(found: Workplace) -> Iterator[str]:
    if found.preview:
        yield f"put the artifact `preview` of each request to {found.preview}, by a workflow of yours"
    yield "commit them and push; comments begin once the files are on the default branch"
    if found.publish:
        yield f"in Settings, Pages, choose the source “GitHub Actions”; `{found.branch}` is what is published"
        yield (
            "such a site is public, also that of a private repository, unless your plan has access control:"
            " `--no-publish` leaves it out"
        )


def _gitlab_steps(found: Workplace) -> Iterator[str]:
    if found.preview:
        yield f"put the artifact of the job `journeys preview` to {found.preview}, by a job of yours"
    yield "commit them and push"
    yield (
        "for comments, make a project access token (role Reporter, scope `api`) and a variable GITLAB_TOKEN that holds"
        " it: masked, not protected"
    )
    if found.publish:
        yield "in Settings, General, Visibility, say who may see Pages; `--no-publish` leaves the site out"


_STEPS = {"github": _github_steps, "gitlab": _gitlab_steps}
