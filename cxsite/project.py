"""Finds the project: which folder it is and where its parts stand. What is in them is read by `load`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cxsite.errors import ProjectError

SETTINGS = "cxsite.yml"
JOURNEYS = "journeys"
METRICS = "metrics"


@dataclass(frozen=True)
class Project:
    """Where a project's parts stand. All paths are absolute; the parts need not exist."""

    root: Path

    @property
    def settings(self) -> Path:
        """`cxsite.yml`, the project's settings."""
        return self.root / SETTINGS

    @property
    def config(self) -> Path:
        """`mkdocs.yml`, the site engine's own configuration."""
        return self.root / "mkdocs.yml"

    @property
    def journeys(self) -> Path:
        """The folder of what people write about journeys."""
        return self.root / JOURNEYS

    @property
    def metrics(self) -> Path:
        """The folder of metric definitions and tables."""
        return self.root / METRICS

    @property
    def work(self) -> Path:
        """`.cxsite/`: caches and generated pages. Safe to delete, never to commit."""
        return self.root / ".cxsite"


def is_project(folder: Path) -> bool:
    """True for a folder that holds `cxsite.yml` or `journeys/`."""
    return (folder / SETTINGS).is_file() or (folder / JOURNEYS).is_dir()


def find_project(start: Path) -> Project:
    """The project that `start` stands in: the nearest folder upwards with `cxsite.yml` or `journeys/`.

    Raises:
        ProjectError: no such folder up to the top.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if is_project(folder):
            return Project(folder)
    raise ProjectError(
        f"there is no journey project in {start} or above it",
        f"go to the folder that holds `{JOURNEYS}/`, or name it: `cxsite --project FOLDER …`",
    )
