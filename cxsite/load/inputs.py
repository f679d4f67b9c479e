"""All that pages are made from, as one digest: no byte, name or link can change without changing it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cxsite.load.git import Git
from cxsite.load.past import mark_of
from cxsite.load.settings import day_of
from cxsite.project import Project


@dataclass(frozen=True)
class Inputs:
    """What a project holds at one moment.

    `digest` is the same for the same content. `touched` differs as soon as somebody wrote a file, even if it then
    says the same as before: so it is found out when a file changed, and changed back, while it was read.
    """

    digest: str
    touched: str


def inputs_of(project: Project) -> Inputs:
    """Every file below `journeys/` and `metrics/`, hidden ones and pictures too, the settings, the day, and the commits
    that the history tells."""
    content, touched = hashlib.sha256(), hashlib.sha256()
    inside = os.path.realpath(project.root)
    for top in (project.journeys, project.metrics, project.settings):
        for path in _walk(top, inside):
            name = os.path.relpath(path, project.root)
            said, seen = _described(path, inside)
            for hashed, words in ((content, (name.encode("utf-8", "surrogateescape"), said)), (touched, (seen,))):
                for word in words:
                    hashed.update(len(word).to_bytes(8, "big") + word)
    content.update(f"{day_of(project).isoformat()} {mark_of(Git(project.root))}".encode())
    return Inputs(content.hexdigest(), touched.hexdigest())


def _walk(path: Path, inside: str, above: tuple[str, ...] = ()) -> Iterator[Path]:
    """The path and all below it. Links to folders are followed where they stay inside and do not lead back."""
    yield path
    real = os.path.realpath(path)
    if not path.is_dir() or real in above or (above and not _is_inside(real, inside)):
        return
    try:
        children = sorted(path.iterdir())
    except OSError:
        return
    for child in children:
        yield from _walk(child, inside, (*above, real))


def _described(path: Path, inside: str) -> tuple[bytes, bytes]:
    """What stands there: content, or why there is none; and when it was last touched."""
    try:
        seen = path.stat()
        link = os.path.relpath(os.path.realpath(path), inside) if path.is_symlink() else ""
        mark = f"{stat.S_IFMT(seen.st_mode)} {os.access(path, os.R_OK | (os.X_OK if path.is_dir() else 0))} {link} "
        plain = stat.S_ISREG(seen.st_mode) and _is_inside(os.path.realpath(path), inside)
        told = mark.encode("utf-8", "surrogateescape") + (_digest(path) if plain else b"")
        return told, f"{seen.st_ctime_ns} {seen.st_mtime_ns} {seen.st_size} {seen.st_ino}".encode()
    except (OSError, RuntimeError) as problem:
        return type(problem).__name__.encode(), b""


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _is_inside(real: str, inside: str) -> bool:
    return real == inside or real.startswith(inside.rstrip(os.sep) + os.sep)
