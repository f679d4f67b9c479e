"""Brings files from one folder to another, writing only what differs, so that warm builds stay warm."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Container, Iterable, Mapping
from pathlib import Path

from cxsite.draw.cache import digest, write_whole
from cxsite.publish.lock import WorkLock

DELIVERED = "delivered-"
"""What the lists of delivered files begin with. They outlive a `--clean`: without one nothing can be taken back."""


def mirror(source: Path, target: Path, keep: Iterable[str] = (), without: Container[str] = ()) -> None:
    """Makes `target`, a folder of our own, hold the files of `source` and besides only those named in `keep`.

    Files of `source` named in `without` are not brought over.
    """
    names = [name for name in _files(source) if name not in without]
    drop_others(target, {*keep, *names})
    for name in names:
        _copy(source / name, target / name)


def drop_others(folder: Path, wanted: Container[str]) -> None:
    """Leaves only the files named in `wanted` in a folder of our own, and no empty folders."""
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


def manifest_for(work: Path, target: Path) -> Path:
    """The list of what was delivered to `target`."""
    return work / f"{DELIVERED}{digest(str(target))}.txt"


def deliver(source: Path, target: Path, manifest: Path) -> None:
    """Brings the files of `source` into somebody's folder. Takes away only what an earlier delivery put there."""
    names = _files(source)
    earlier = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
    for name in sorted(set(earlier) - set(names)):
        if (target / name).is_file():
            (target / name).unlink()
            _drop_empty(target, (target / name).parent)
    for name in names:
        _copy(source / name, target / name)
    write_whole(manifest, "\n".join(names) + "\n")


def clear(work: Path) -> None:
    """Empties the work folder, but for the lists of what was delivered. Waits for a build that uses it."""
    if not work.is_dir():
        return
    with WorkLock(work):
        for path in work.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif not path.name.startswith(DELIVERED):
                path.unlink()


def write_all(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes these files below `folder` where they differ."""
    for name, content in files.items():
        path = folder / name
        raw = content.encode() if isinstance(content, str) else content
        if not path.is_file() or path.read_bytes() != raw:
            write_whole(path, raw)


def _files(folder: Path) -> list[str]:
    paths = folder.rglob("*") if folder.is_dir() else ()
    return sorted(path.relative_to(folder).as_posix() for path in paths if path.is_file())


def _copy(source: Path, target: Path) -> None:
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _drop_empty(top: Path, folder: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
