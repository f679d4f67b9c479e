"""Finished drawings on disk, by the digest of what they were made from. Safe to delete at any time."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def digest(*parts: str) -> str:
    """A short name for content: the same parts, the same name, on every machine."""
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(len(part.encode()).to_bytes(8, "big") + part.encode())
    return hashed.hexdigest()[:20]


def write_whole(path: Path, content: str | bytes | Iterable[bytes], mode: int | None = None) -> None:
    """Writes a file so that a reader sees the old or the new one, never half of it. `mode`: that of any new file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = content.encode() if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((raw,) if isinstance(raw, bytes) else raw)
        Path(temporary).chmod(0o666 & ~_umask() if mode is None else mode)  # a temporary file is for its owner alone
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


class Cache:
    """A folder of texts by digest. A file that was damaged is found out by its last line and made again."""

    _END = "\n# "
    _SPARE = 1000, 4
    """Texts that nobody asked for are kept for other branches: so many, and so many times those asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: set[str] = set()

    def get(self, key: str) -> str | None:
        """The text kept under `key`, or None."""
        self.asked.add(key)
        try:
            text = (self.folder / key).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        body, mark, trailer = text.rpartition(self._END)
        return body if mark and trailer == digest(body) else None

    def put(self, key: str, text: str) -> str:
        """Keeps `text` under `key`, and gives it back."""
        self.asked.add(key)
        raw = f"{text}{self._END}{digest(text)}".encode()  # half a file is found out by its end, so no need to rename
        try:
            (self.folder / key).write_bytes(raw)
        except FileNotFoundError:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / key).write_bytes(raw)
        return text

    def tidy(self) -> None:
        """Deletes what nobody asked for, once there is much more of it than of the rest."""
        try:
            spare = [path for path in self.folder.iterdir() if path.name not in self.asked]
        except OSError:
            return
        least, times = self._SPARE
        for path in spare if len(spare) > max(least, times * len(self.asked)) else ():
            with suppress(OSError):  # another build was quicker
                path.unlink()
