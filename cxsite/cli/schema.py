"""`cxsite schema`: the JSON Schema of the files people write, for editors."""

from __future__ import annotations

import json
from typing import Any

import click

from cxsite.model.schema import FILES, schema_of

DIFFERENCE = "difference"


@click.command("schema")
@click.argument("kind", type=click.Choice(sorted([*FILES, DIFFERENCE])))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, or of what `cxsite diff --format json` prints."""
    click.echo(json.dumps(_schema(kind), indent=2, ensure_ascii=False))


def _schema(kind: str) -> dict[str, Any]:
    if kind == DIFFERENCE:
        from cxsite.compare.formats.json import schema

        return schema()
    return schema_of(kind)
