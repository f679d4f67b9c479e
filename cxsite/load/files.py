"""The work tree as named bytes: which files are content, and what is in them. The only reader of content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

from cxsite.diagnostics import Code, Diagnostic, Severity, Span

OUTSIDE = Code("CX001", Severity.ERROR, "a link leads out of the project")
"""Everything that is read stands inside the project, so that a build of a foreign branch cannot read files of the
machine it runs on. Links to places inside the project are followed."""
UNREADABLE = Code("CX002", Severity.ERROR, "a file cannot be read as text")
"""Text files are UTF-8, or UTF-16 with a byte order mark. A spreadsheet program saves this as `CSV UTF-8`. A file that
cannot be opened, a folder that ends in `.yml`, and a link that leads nowhere are said here as well."""
MISNAMED = Code("CX004", Severity.WARNING, "a file's ending is not one that is read")
"""Only `.yml` and `.csv`, in lower case, are read, so that one name means one thing on every system."""
TOO_LARGE = Code("CX003", Severity.ERROR, "a file is too large")
"""A map of 60 steps has some 60,000 bytes; 4 MB of YAML and 200 MB of CSV are the limits. Larger files are exports that
belong into an ingest step, not beside the maps."""

_CSV_ENDS = re.compile(r"\r\n|[\n\r]")
_YAML_ENDS = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
LIMIT = {".yml": 4_000_000, ".csv": 200_000_000}
"""The largest file that is read, in bytes, by ending. A journey of 60 steps has some 60,000."""


@dataclass(frozen=True)
class Text:
    """A file's text and its name relative to the project's root."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, counted as the readers count them: YAML knows more ends than CSV."""
        return (_YAML_ENDS if self.name.endswith(".yml") else _CSV_ENDS).split(self.text)


class Tree(Protocol):
    """The files of one state of a project, by name. Names are relative to its root, with forward slashes."""

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names of all files below `folder` with this ending, sorted; hidden ones are left out."""
        ...

    def nearly(self, folder: str) -> Iterator[Diagnostic]:
        """What stands there and is not read: endings that only look right, folders nobody may look into."""
        ...

    def exists(self, name: str) -> bool:
        """True for anything of this name."""
        ...

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        ...

    def marks(self, name: str) -> frozenset[str]:
        """What a file of any kind is known by; none where it is not there. The same bytes have a mark in common."""
        ...


def misnamed(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Files whose ending only looks like one that is read."""
    for name in sorted(names):
        stem, dot, ending = name.rpartition(".")
        meant = {"yaml": "yml"}.get(ending.lower(), ending.lower())
        if dot and meant in ("yml", "csv") and ending != meant:
            hint = f"rename it to `{stem}.{meant}`"
            yield MISNAMED(Span(name), f"a file that ends in `.{ending}` is not read", hint)


@dataclass
class WorkTree:
    """The files below a folder. Counts what it reads, so that tests can see each is read once."""

    root: Path
    reads: dict[str, int] = field(default_factory=dict)
    closed: tuple[Diagnostic, ...] = ()

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names of all files below `folder` with this ending, sorted; hidden ones are left out."""
        return tuple(sorted(name for name in self._walk(self.root / folder) if name.endswith(suffix)))

    def nearly(self, folder: str) -> Iterator[Diagnostic]:
        """Files below `folder` whose ending only looks like one that is read, and folders nobody may look into."""
        yield from misnamed(self._walk(self.root / folder))
        yield from self.closed

    def _walk(self, folder: Path) -> Iterator[str]:
        try:
            paths = list(folder.iterdir()) if folder.is_dir() else []
        except OSError as problem:
            name = folder.relative_to(self.root).as_posix()
            trouble = UNREADABLE(Span(name), f"`{name}` cannot be read: {problem.strerror}", "look at its rights")
            self.closed = tuple(dict.fromkeys([*self.closed, trouble]))
            return
        for path in paths:
            if path.name.startswith("."):
                continue
            if path.is_dir():
                yield from self._walk(path) if self._may_enter(path) else ()
            else:
                yield path.relative_to(self.root).as_posix()

    def _may_enter(self, folder: Path) -> bool:
        """True for a folder, or a link to one that stays inside and does not lead back to where it stands."""
        if not folder.is_symlink():
            return True
        name, real, root = folder.relative_to(self.root).as_posix(), folder.resolve(), self.root.resolve()
        back = folder.parent.resolve().is_relative_to(real)
        if real.is_relative_to(root) and not back:
            return True
        where = "leads back to a folder it stands in" if back else "leads out of the project"
        trouble = OUTSIDE(Span(name), f"`{name}` {where}", "put a copy of the folder here instead")
        self.closed = tuple(dict.fromkeys([*self.closed, trouble]))
        return False

    def exists(self, name: str) -> bool:
        """True for anything of this name, which may be no file or a link that leads nowhere."""
        path = self.root / name
        return path.is_symlink() or path.exists()

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        path = self.root / name
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError):
            gone = not path.is_symlink()
            message = f"`{name}` went away while it was read" if gone else f"`{name}` is a link that leads nowhere"
            return UNREADABLE(Span(name), message, "run it again" if gone else "put a copy of the file here instead")
        if not real.is_file():
            return UNREADABLE(Span(name), f"`{name}` is not a plain file", "take it away, or give it another ending")
        if not real.is_relative_to(self.root.resolve()):
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

    def marks(self, name: str) -> frozenset[str]:
        """Both ids that git could give the file's bytes, and what stands in its place in a store for large files."""
        path = self.root / name
        try:
            real = path.resolve(strict=True)
            fit = real.is_file() and real.is_relative_to(self.root.resolve()) and real.stat().st_size <= LIMIT[".csv"]
            raw = real.read_bytes() if fit else None
        except (OSError, RuntimeError):
            raw = None
        if raw is None:
            return frozenset()
        ids = (hashlib.new(name, b"blob %d\0" % len(raw) + raw, usedforsecurity=False) for name in ("sha1", "sha256"))
        stored = large_file(raw) or f"sha256:{hashlib.sha256(raw).hexdigest()}"
        return frozenset({*(one.hexdigest() for one in ids), stored})


def large_file(raw: bytes) -> str:
    """`sha256:…` of the file for which these bytes stand in git's store for large files; empty for any other.

    The pointer's form: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.
    """
    found = re.match(rb"version https://git-lfs\S*\n(?:.*\n)*?oid (sha256:[0-9a-f]{64})\n", raw[:1024])
    return found[1].decode() if found else ""


def decode(name: str, raw: bytes) -> Text | Diagnostic:
    """Bytes to text: UTF-8 with or without a mark, UTF-16 with one. Anything else is a diagnostic with its place."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return Text(name, raw.decode(encoding))
    except UnicodeDecodeError as problem:
        kind, read = ("UTF-16", "utf-16-le") if encoding == "utf-16" else ("UTF-8", "utf-8")
        before = problem.object[: problem.start].decode(read, "replace").lstrip("\ufeff")
        return UNREADABLE(
            Span(name, before.count("\n") + 1, len(before) - before.rfind("\n")),
            f"the file is not {kind}: byte 0x{problem.object[problem.start]:02x} here is no letter",
            "save it with the encoding UTF-8",
        )
