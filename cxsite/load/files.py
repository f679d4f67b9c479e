"""The work tree as named bytes: which files are content, and what is in them. The only reader of content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cxsite.diagnostics import Code, Diagnostic, Severity, Span

OUTSIDE = Code("CX001", Severity.ERROR, "a link leads out of the project")
UNREADABLE = Code("CX002", Severity.ERROR, "a file cannot be read as text")
TOO_LARGE = Code("CX003", Severity.ERROR, "a file is too large")

LIMIT = {".yml": 4_000_000, ".csv": 200_000_000}
"""The largest file that is read, in bytes, by ending. A journey of 60 steps has some 60,000."""


@dataclass(frozen=True)
class Text:
    """A file's text and its name relative to the project's root."""

    name: str
    text: str


@dataclass
class WorkTree:
    """The files below a folder. Counts what it reads, so that tests can see each is read once."""

    root: Path
    reads: dict[str, int] = field(default_factory=dict)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names of all files below `folder` with this ending, sorted; hidden ones and folders left out."""
        return tuple(sorted(self._walk(self.root / folder, suffix)))

    def _walk(self, folder: Path, suffix: str) -> Iterator[str]:
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from self._walk(path, suffix)
            elif path.suffix == suffix:
                yield path.relative_to(self.root).as_posix()

    def exists(self, name: str) -> bool:
        """True for a file of this name."""
        return (self.root / name).is_file()

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        path = self.root / name
        if not path.resolve().is_relative_to(self.root.resolve()):
            return OUTSIDE(Span(name), f"`{name}` leads out of the project", "put a copy of the file here instead")
        limit = LIMIT.get(path.suffix, LIMIT[".yml"])
        try:
            if path.stat().st_size > limit:
                size = f"{path.stat().st_size / 1e6:.0f} MB; more than {limit / 1e6:.0f} MB is not read"
                return TOO_LARGE(Span(name), f"`{name}` has {size}", "split it into several files")
            raw = path.read_bytes()
        except OSError as problem:
            return UNREADABLE(Span(name), f"`{name}` cannot be read: {problem.strerror}", "look at the file's rights")
        self.reads[name] = self.reads.get(name, 0) + 1
        return decode(name, raw)


def decode(name: str, raw: bytes) -> Text | Diagnostic:
    """Bytes to text: UTF-8 with or without a mark, UTF-16 with one. Anything else is a diagnostic with its place."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return Text(name, raw.decode(encoding))
    except UnicodeDecodeError as problem:
        before = raw[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return UNREADABLE(
            Span(name, line, column),
            f"the file is not UTF-8: byte 0x{raw[problem.start]:02x} here is no letter",
            "save it with the encoding UTF-8",
        )
