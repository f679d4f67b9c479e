"""A second process does half of the work, or the work is done here: with the same result."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from cxsite.pages.beside import begin, may_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a process is copied on Linux alone")


def test_what_comes_back_is_what_the_other_process_made() -> None:
    others = begin(lambda: (os.getpid(), ["x" * 200_000] * 3))
    pid, made = others()
    assert pid != os.getpid()
    assert made == ["x" * 200_000] * 3


def test_what_it_raises_is_raised_here() -> None:
    def fail() -> None:
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        begin(fail)()


def test_a_process_that_went_away_is_made_up_for() -> None:
    here = os.getpid()
    assert begin(lambda: os._exit(9) if os.getpid() != here else "done here")() == "done here"


def test_nothing_is_copied_beside_other_threads_or_after_v8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not may_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setitem(sys.modules, "vl_convert", sys)
    assert not may_fork()
