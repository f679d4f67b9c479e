"""`cxsite schema`: the JSON Schema of the files people write, for editors."""

from __future__ import annotations

import json

import click

from cxsite.model.schema import FILES, schema_of


@click.command("schema")
@click.argument("kind", type=click.Choice(sorted(FILES)))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file."""
    click.echo(json.dumps(schema_of(kind), indent=2, ensure_ascii=False))
