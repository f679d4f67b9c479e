"""Brings files from one folder to another, writing only what differs, so that warm builds stay warm."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from cxsite.draw.cache import write_whole


def mirror(source: Path, target: Path, keep: Iterable[str] = ()) -> None:
    """Makes `target`, a folder of our own, hold the files of `source` and besides only those named in `keep`."""
    wanted = set(keep)
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        if path.is_file():
            name = path.relative_to(source)
            wanted.add(name.as_posix())
            _copy(path, target / name)
    _drop_others(target, wanted)


def deliver(source: Path, target: Path, manifest: Path) -> None:
    """Brings the files of `source` into somebody's folder. Takes away only what an earlier delivery put there."""
    names = sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file())
    earlier = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
    for name in names:
        _copy(source / name, target / name)
    for name in sorted(set(earlier) - set(names)):
        (target / name).unlink(missing_ok=True)
        _drop_empty(target, (target / name).parent)
    write_whole(manifest, "\n".join(names) + "\n")


def _drop_empty(top: Path, folder: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def write_all(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes these files below `folder` where they differ."""
    for name, content in files.items():
        text = content.decode("utf-8") if isinstance(content, bytes) else content
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode():
            write_whole(path, text)


def _copy(source: Path, target: Path) -> None:
    if target.is_file() and filecmp.cmp(source, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _drop_others(folder: Path, wanted: set[str]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True) if folder.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()
