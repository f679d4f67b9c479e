"""Long runs by hand: thousands of generated projects, each laid out anew, edited in every way, and built. `make soak`."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import HARMFUL, HARMLESS, Style, contents, files_of, styles
from support import write
from test_strategies import errors, examined, not_found, portfolio, some_of

from cxsite.pipeline import build, examine
from cxsite.project import Project

pytestmark = pytest.mark.soak

long = settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@long
@given(contents(), styles(), st.integers(0, 1000))
def test_generated_projects_are_read_alike_in_every_layout(content: dict[str, Any], style: Style, seed: int) -> None:
    plainly = portfolio(examined(content))
    assert portfolio(examined(content, style)) == plainly
    for mutation in some_of(content, HARMFUL, seed):
        assert not_found(mutation) == []
    for mutation in some_of(content, HARMLESS, seed):
        found = examined(mutation.content)
        assert errors(found) == [], mutation.what
        assert found.content.portfolio != plainly, mutation.what


@settings(long, max_examples=100)
@given(contents())
def test_every_generated_project_can_be_built(content: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = build(examine(Project(write(Path(folder), files_of(content)))))
    assert len(site.pages) > 1
