"""Fixtures: finished sites by engine, and a real Chromium."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from browser_support import CHROMIUM_FLAGS
from support import VA, copy_site, cxsite, times

settings.register_profile("without a clock", deadline=None, max_examples=times(100))
settings.load_profile("without a clock")


@pytest.fixture(scope="session")
def va_project(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The real example, built by an engine; each engine builds it once a session. Gives the project's folder."""
    built: dict[str, Path] = {}

    def build(engine: str) -> Path:
        if engine not in built:
            folder = copy_site(VA, tmp_path_factory.mktemp("va") / engine)
            cxsite(folder, "build", "--engine", engine, "--strict")
            built[engine] = folder
        return built[engine]

    return build


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium of this machine; without one the tests fail rather than pass unseen."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CXSITE_CHROMIUM") or next((p for name in names if (p := shutil.which(name))), None)
    if path is None:
        pytest.fail("the browser tests need Chromium: `make test` installs it, or says how")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
