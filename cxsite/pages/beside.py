"""Work done by a second process at the same time, where that is safe and worth it.

Rendering the pages of a large portfolio is half of a first build, and one processor does it while the others wait. The
second process is a copy of this one (`fork`), so that nothing has to be read or worked out again for it. That is only
safe with one thread, and before V8 has started (vl-convert hangs in a copy); elsewhere the work is done one after the
other, with the same result.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def may_fork() -> bool:
    """True where a copy of this process can be made, and has a processor of its own."""
    if sys.platform != "linux" or threading.active_count() > 1 or "vl_convert" in sys.modules:
        return False
    return len(os.sched_getaffinity(0)) > 1


def begin(work: Callable[[], T]) -> Callable[[], T]:
    """Begins the work in a copy of this process; what it gives back waits for the result.

    What the work raises is raised there. A copy that went away without a word (no memory was left for it) is made up
    for: the work is then done here.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)

    def result() -> T:
        with os.fdopen(reading, "rb") as answer:
            try:
                done, found = pickle.load(answer)
            except (EOFError, pickle.UnpicklingError):
                done, found = True, None
            finally:
                _, status = os.waitpid(child, 0)
        if status != 0:
            return work()
        if not done:
            raise found
        made: T = found
        return made

    return result


def _answer(work: Callable[[], object], writing: int) -> None:
    """Works, says what came of it, and ends this process without running anything that the other one will run too."""
    code = 1
    try:
        try:
            answer = pickle.dumps((True, work()), protocol=5)
        except Exception as problem:
            answer = pickle.dumps((False, problem), protocol=5)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        code = 0
    finally:
        os._exit(code)
