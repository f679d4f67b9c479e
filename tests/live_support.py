"""A real server in a process of its own, asked over HTTP until its pages say what they should."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support import ROOT

DEADLINE = 60.0
"""Seconds; only a failing test takes so long."""


@dataclass
class Server:
    """A running `serve`, with its address and the file of what it prints."""

    process: subprocess.Popen[bytes]
    base: str
    output: Path

    def page(self, path: str = "") -> str:
        """What the page says now, whatever its status; nothing while nobody answers."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=5) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.read().decode()
        except OSError:
            return ""

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def until(self, path: str, *words: str, without: str = "\0") -> str:
        """The page, as soon as it has all these words and not that one."""
        return self._wait(lambda: self.page(path), lambda text: without not in text and all(w in text for w in words))

    def until_said(self, words: str) -> str:
        return self._wait(self.said, lambda text: words in text)

    def stop(self, number: int = signal.SIGINT) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)

    def _wait(self, ask: Callable[[], str], fits: Callable[[str], bool]) -> str:
        end = time.monotonic() + DEADLINE
        while not fits(text := ask()):
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, f"{self.said()}\n{text}"
            time.sleep(0.1)
        return text


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


CXSITE = ("-c", "from cxsite.cli.main import main; main()", "serve", "--address")


def command_of(engine: str) -> tuple[str, ...]:
    return (*CXSITE[:-1], "--engine", engine, "--address")


@contextmanager
def serving(folder: Path, *command: str) -> Iterator[Server]:
    """`python COMMAND 127.0.0.1:PORT` in `folder`; it is ended afterwards, and all that it started."""
    port, output = free_port(), folder.parent / f"{folder.name}-said.txt"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
    with output.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, *command, f"127.0.0.1:{port}"],
            cwd=folder,
            env=environment,
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield Server(process, f"http://127.0.0.1:{port}/", output)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
