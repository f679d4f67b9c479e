"""A server of another program ends when we end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cxsite.errors import EngineError
from cxsite.publish import child
from cxsite.publish.child import attend, end, ended_by_signals

WAIT = "import signal, time; {}; print('up', flush=True); time.sleep(600)"
POLITE = WAIT.format("pass")
NO_CTRL_C = WAIT.format("signal.signal(signal.SIGINT, signal.SIG_IGN)")
STUBBORN = WAIT.format("[signal.signal(n, signal.SIG_IGN) for n in (signal.SIGINT, signal.SIGTERM)]")


@contextmanager
def running(code: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is up."""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
        process.kill()


@pytest.mark.parametrize(
    ("code", "number"), [(POLITE, signal.SIGINT), (NO_CTRL_C, signal.SIGTERM), (STUBBORN, signal.SIGKILL)]
)
def test_it_is_ended_as_gently_as_it_lets_us(code: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_GRACE", 0.5)
    with running(code) as process:
        end(process)
        assert process.returncode == -number


def test_one_that_ended_by_itself_is_left_alone() -> None:
    with running("pass") as process:
        process.wait()
        end(process)
        assert process.returncode == 0


def test_one_that_ends_with_an_error_is_an_error_of_the_engine() -> None:
    with running("raise SystemExit(3)") as process, pytest.raises(EngineError, match=r"engine stopped .*code 3"):
        attend(process, "engine")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_end_leaves_through_every_finally(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    passed = False
    with pytest.raises(SystemExit) as left, ended_by_signals():
        try:
            os.kill(os.getpid(), number)
            signal.pause()
        finally:
            passed = True
    assert passed
    assert left.value.code == 128 + number
    assert signal.getsignal(number) is before
