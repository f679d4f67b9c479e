"""`cxsite target`: the full target map, as it is computed from the difference."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import click

from cxsite.diagnostics import closest
from cxsite.errors import ProjectError
from cxsite.load.content import load
from cxsite.model.journey import Journey
from cxsite.model.resolve import resolve_target
from cxsite.model.targetmap import TargetMap, TargetStep
from cxsite.project import find_project

T = TypeVar("T")
_SIGNS = {"added": "+", "changed": "Δ", "removed": "−", "same": "="}


@click.command("target")
@click.argument("journey")
@click.option("--id", "target", default="target", show_default=True, help="Which target, where there are several.")
@click.pass_obj
def command(folder: Path, journey: str, target: str) -> None:
    """Print the full target map of a JOURNEY.

    Each step with a sign: = as today, Δ changed, + added, − removed; a step that moved says so in both places.

    Exits with 1 where an entry does not fit the map it starts from.
    """
    journeys = {one.key: one for one in load(find_project(folder)).portfolio.journeys}
    found = _named("journey", journey, journeys)
    _named("target", target, found.targets)
    resolved = resolve_target(found, target)
    _show(found, resolved)
    if any(trouble.kind != "done" for trouble in resolved.troubles):
        raise SystemExit(1)


def _named(kind: str, key: str, known: Mapping[str, T]) -> T:
    if key in known:
        return known[key]
    near = closest(key, known)
    hint = f"did you mean `{near}`?" if near else f"there is {', '.join(f'`{name}`' for name in known) or 'none'}"
    raise ProjectError(f"there is no {kind} `{key}`", hint)


def _show(journey: Journey, resolved: TargetMap) -> None:
    click.echo(f"{journey.name}: {resolved.id}")
    for phase in resolved.phases:
        moved = " (moved)" if phase.moved else ""
        click.echo(f"\n{_SIGNS[phase.state]} {phase.phase.name} [{phase.id}]{moved}")
        for step in phase.steps:
            click.echo(f"  {_line(step)}")
    for trouble in resolved.troubles:
        click.echo(f"{trouble.entry.span(trouble.field)}: {trouble.message}", err=True)


def _line(step: TargetStep) -> str:
    if step.mark and step.state != "removed":
        return f"· {step.step.name} [{step.id}] (moved away)"
    moved = " (moved here)" if step.moved else ""
    return f"{_SIGNS[step.state]} {step.step.name} [{step.id}]{moved}"
