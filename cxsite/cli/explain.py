"""`cxsite explain`: what a code means and what to do about it."""

from __future__ import annotations

import click

from cxsite.check.catalogue import Problem, problems
from cxsite.diagnostics import closest


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the code of a problem; without one, list all codes."""
    known = {problem.code: problem for problem in problems()}
    if code is None:
        for problem in known.values():
            click.echo(f"{problem.code}  {problem.weight:<8}{problem.title}")
        return
    wanted = known.get(code.upper())
    if wanted is None:
        near = closest(code.upper(), known)
        hint = f"did you mean {near}?" if near else "`cxsite explain` lists all codes."
        raise click.BadParameter(f"there is no code {code}; {hint}", param_hint="CODE")
    click.echo(_page(wanted))


def _page(problem: Problem) -> str:
    lines = [f"{problem.code} ({problem.weight}): {problem.title}"]
    if problem.about:
        lines += ["", problem.about]
    if problem.severity is not None:
        weight = (
            "cannot be changed" if problem.firm else f"can be changed in cxsite.yml: `rules: {{{problem.code}: note}}`"
        )
        lines += ["", f"Its weight {weight}."]
    return "\n".join(lines)
