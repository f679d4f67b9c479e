"""The pictures that steps show: which of them are there, within the project and fit for a page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cxsite.load.files import Tree
from cxsite.model.journey import Journey
from cxsite.model.portfolio import Portfolio

ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
"""Pictures that cannot hold a script, as an SVG can."""
LIMIT = 10_000_000
"""The largest picture that is served, in bytes."""


def read_images(root: Path, portfolio: Portfolio) -> dict[tuple[str, str], bytes]:
    """The pictures of all journeys, by journey and name as written. What is not there, or not fit, is left out."""
    found: dict[tuple[str, str], bytes] = {}
    for journey in portfolio.journeys:
        folder = root / folder_of(journey)
        for name in _named(journey):
            if content := _content(folder / name, folder, root):
                found[journey.key, name] = content
    return found


def image_marks(tree: Tree, portfolio: Portfolio) -> dict[tuple[str, str], frozenset[str]]:
    """What the pictures of all journeys are known by, by journey and name as written."""
    return {
        (journey.key, name): tree.marks(posixpath.normpath(f"{folder_of(journey)}/{name}"))
        for journey in portfolio.journeys
        for name in _named(journey)
    }


def folder_of(journey: Journey) -> PurePosixPath:
    """The folder of a journey, seen from the project: that of its files, or the one beside its single file."""
    file = PurePosixPath(journey.span("name").file)
    return file.with_suffix("") if file.stem == journey.key else file.parent


def _named(journey: Journey) -> Iterator[str]:
    yield from dict.fromkeys(image.file for step in journey.steps for image in step.images)


def _content(path: Path, folder: Path, root: Path) -> bytes:
    """The bytes of a picture that stands in this folder, links followed; none of anything else."""
    try:
        real, folder, root = path.resolve(), folder.resolve(), root.resolve()
        inside = folder in real.parents and root in real.parents and real.suffix.lower() in ENDINGS
        fit = inside and real.is_file() and real.stat().st_size <= LIMIT
        return real.read_bytes() if fit else b""
    except (OSError, RuntimeError, ValueError):
        return b""
