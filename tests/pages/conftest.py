"""The sites whose pages are walked, each built once."""

from __future__ import annotations

import pytest

from .walked import SITES, Walked, walk


@pytest.fixture(scope="package", params=SITES)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    return walk(request.param, tmp_path_factory.mktemp("numbers") / request.param)
