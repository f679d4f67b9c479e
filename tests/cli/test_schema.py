"""`cxsite schema`: what editors ask for."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from cxsite.cli.main import app
from cxsite.model.schema import FILES, schema_of


@pytest.mark.parametrize("kind", sorted(FILES))
def test_the_schema_of_each_kind_is_printed(kind: str) -> None:
    ran = CliRunner().invoke(app, ["schema", kind])
    assert ran.exit_code == 0
    assert json.loads(ran.output) == schema_of(kind)


def test_an_unknown_kind_names_those_there_are() -> None:
    ran = CliRunner().invoke(app, ["schema", "journeys"])
    assert ran.exit_code == 2
    assert all(f"'{kind}'" in ran.output for kind in FILES)
