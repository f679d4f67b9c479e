"""Notices that files changed, by looking at them.

Looking works on network folders and in containers, where the system's notices do not arrive. And what is looked at
may be missing and come later, or be replaced by an editor that saves by renaming: the observers of watchdog, which
MkDocs uses, stop watching for good in that moment.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cxsite.draw.cache import write_whole
from cxsite.project import Project

INTERVAL = 0.25
"""Seconds from one look to the next."""
_PATIENCE = 20
"""Looks after which a change is told although files still change, 5 seconds."""

Looks = dict[str, tuple[int, int, int]]
"""Of each file: time of its last change in nanoseconds, bytes, and which file it is."""


def content_of(project: Project) -> tuple[Path, ...]:
    """What people write about journeys, whether it is there yet or not."""
    return (project.journeys, project.metrics, project.settings)


def look(paths: Iterable[Path]) -> Looks:
    """How the files at and below these paths look now. Hidden ones are left out, as they are in reading."""
    return {file: seen for path in paths for file in _files(path) if (seen := _look_at(file)) is not None}


class Watch:
    """Files and folders that may come and go."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self._told = look(self.paths)
        self._last = self._told
        self._waited = 0

    def changed(self) -> bool:
        """True once for each change, as soon as two looks in a row are the same: a file is not read half-written."""
        now, before = look(self.paths), self._last
        self._last = now
        self._waited = self._waited + 1 if now != self._told else 0
        if now == self._told or (now != before and self._waited < _PATIENCE):
            return False
        self._told, self._waited = now, 0
        return True


class Bell:
    """A file of our own that changes when watched files change: for engines that watch only what is there."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self._folder = Path(tempfile.mkdtemp(prefix="cxsite-"))
        self.file = self._folder / "content-changed"
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._heard: Callable[[], bool] = lambda: True
        self._ring(0)

    def start(self, heard: Callable[[], bool]) -> None:
        """From now on it rings. `heard` says whether anybody listens already; changes are kept until then."""
        self._heard = heard
        self._thread.start()

    def stop(self) -> None:
        """It rings no more, and leaves nothing behind."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self) -> None:
        count = 0
        while not self._over.wait(INTERVAL):
            if self._heard() and self.watch.changed():
                count += 1
                self._ring(count)

    def _ring(self, count: int) -> None:
        write_whole(self.file, f"{count}\n")


def _files(path: Path) -> Iterator[str]:
    if not path.is_dir():
        yield str(path)
        return
    been: set[str] = set()
    for folder, folders, names in os.walk(path, followlinks=True):
        real = os.path.realpath(folder)
        folders[:] = [] if real in been else [name for name in folders if not name.startswith(".")]
        been.add(real)
        yield from (os.path.join(folder, name) for name in names if not name.startswith("."))  # noqa: PTH118 (speed)


def _look_at(file: str) -> tuple[int, int, int] | None:
    try:
        seen = os.stat(file)  # noqa: PTH116 (speed)
    except OSError:
        return None
    return (seen.st_mtime_ns, seen.st_size, seen.st_ino)
