"""A site engine's own server as a process of ours: it ends when we end."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from cxsite.errors import EngineError

_GRACE = 5.0
"""Seconds that a process has to end by itself, before it is made to."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Inside, a request to end (SIGTERM, SIGHUP) leaves through every `finally`, as Ctrl-C does."""
    asked = (signal.SIGTERM, signal.SIGHUP)
    before = [(number, signal.signal(number, _leave)) for number in asked]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process: as Ctrl-C would, then by request, then by force."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        process.send_signal(number)
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            continue


def attend(process: subprocess.Popen[bytes], name: str) -> None:
    """Stays with a server until it ends, or until we do.

    Raises:
        EngineError: it ended with an error.
    """
    try:
        code = process.wait()
    finally:
        end(process)
    if code:
        raise stopped(name, code)


def stopped(name: str, code: int) -> EngineError:
    """The engine's process ended with this code, which is not zero."""
    return EngineError(f"{name} stopped with an error (exit code {code})", "its messages stand above")


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
