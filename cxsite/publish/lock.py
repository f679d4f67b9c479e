"""One build of a project at a time. The lock is on the work folder itself, so there is no file that could go stale."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path
from types import TracebackType


class WorkLock:
    """An advisory lock on `.cxsite/`. The system lets go of it when its holder ends, however it ends.

    Where the folder cannot be made or locked (a read-only place, some network folders), all goes on without one.
    """

    def __init__(self, work: Path) -> None:
        self.work = work
        self._handle: int | None = None

    def take(self) -> None:
        """Waits for a build that holds it, and says so once. Taking it twice is taking it once."""
        while self._handle is None:
            try:
                self.work.mkdir(parents=True, exist_ok=True)
                handle = os.open(self.work, os.O_RDONLY)
            except OSError:
                return
            if not _locked(handle) or _same(handle, self.work):
                self._handle = handle
            else:  # somebody deleted the folder meanwhile, and others lock the new one
                os.close(handle)

    def give_back(self) -> None:
        """Lets the next build in. Does nothing where none is held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> WorkLock:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give_back()


def _locked(handle: int) -> bool:
    """True once the lock is held, False where the file system knows none."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("another build of this project is running; this one waits for it", file=sys.stderr, flush=True)
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True


def _same(handle: int, folder: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except OSError:
        return False
