"""One build of a project at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, small_project

from cxsite.publish.lock import WorkLock
from cxsite.publish.tree import clear

HOLD = "import sys, time; from cxsite.publish.lock import WorkLock; from pathlib import Path\n"
HOLD += "WorkLock(Path(sys.argv[1])).take() or print('held', flush=True); time.sleep(float(sys.argv[2]))"


def holder(work: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that holds the lock for so long, once it says so."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(work), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def is_free(work: Path) -> bool:
    handle = os.open(work, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def test_it_is_held_inside_and_free_afterwards(tmp_path: Path) -> None:
    with WorkLock(tmp_path / "work"):
        assert not is_free(tmp_path / "work")
    assert is_free(tmp_path / "work")
    assert list((tmp_path / "work").iterdir()) == []


def test_the_second_waits_until_the_first_is_done_and_says_so_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with holder(tmp_path, 1) as first, WorkLock(tmp_path):
        assert first.poll() is not None or first.wait(10) == 0
    assert capsys.readouterr().err == "another build of this project is running; this one waits for it\n"


def test_who_was_killed_holds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with holder(tmp_path, 60) as first:
        first.send_signal(signal.SIGKILL)
        first.wait(10)
        with WorkLock(tmp_path):
            assert capsys.readouterr().err == ""


def test_taking_it_twice_is_taking_it_once(tmp_path: Path) -> None:
    lock = WorkLock(tmp_path)
    lock.take()
    lock.take()
    lock.give_back()
    lock.give_back()
    assert is_free(tmp_path)


def test_a_folder_that_was_deleted_meanwhile_does_not_count(tmp_path: Path) -> None:
    work = tmp_path / "work"
    with WorkLock(work):
        shutil.rmtree(work)
        with WorkLock(work):
            assert not is_free(work)


def test_a_folder_that_was_made_anew_while_it_waited_is_the_one_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, waited = tmp_path / "work", fcntl.flock

    def flock(handle: int, how: int) -> None:
        waited(handle, how)
        if not (tmp_path / "old").exists():
            work.rename(tmp_path / "old")
            work.mkdir()

    monkeypatch.setattr(fcntl, "flock", flock)
    with WorkLock(work):
        assert not is_free(work)
        assert is_free(tmp_path / "old")


def test_without_a_place_for_it_all_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with WorkLock(tmp_path / "file" / "work"):
        pass


def test_without_locks_on_the_file_system_all_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with WorkLock(tmp_path):
        pass


def test_a_clean_start_waits_for_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with holder(tmp_path, 0.5):
        clear(tmp_path)
    assert "waits for it" in capsys.readouterr().err


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.long
def test_a_build_waits_for_another_build(tmp_path: Path, engine: str) -> None:
    small_project(tmp_path)
    command = "from cxsite.cli.main import main; main()"
    with holder(tmp_path / ".cxsite", 600) as first:
        build = subprocess.Popen(
            [sys.executable, "-c", command, "build", "--engine", engine],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert build.stderr is not None
        said = next(line for line in build.stderr if "waits for it" in line)
        assert said.startswith("another build of this project is running")
        assert not (tmp_path / "site").exists()
        first.kill()
        rest = build.stderr.read()
        assert build.wait(60) == 0, rest
        assert "waits for it" not in rest
        build.stderr.close()
    assert (tmp_path / "site/ticket/index.html").is_file()
