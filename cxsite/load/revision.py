"""One commit as named texts, read from git's own store: no checkout, no hook, no filter is run."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.files import LIMIT, OUTSIDE, TOO_LARGE, UNREADABLE, Text, decode, misnamed
from cxsite.load.git import Git
from cxsite.project import JOURNEYS, METRICS, SETTINGS

_LINK, _MODULE = "120000", "160000"
_HOPS = 8
"""Links that are followed one after another."""


@dataclass(frozen=True)
class Blob:
    """A file of a commit, as its tree lists it."""

    mode: str
    id: str
    size: int


@dataclass
class RevisionTree:
    """The content files of a commit. All texts are asked for at once when the first is wanted."""

    git: Git
    commit: str
    reads: dict[str, int] = field(default_factory=dict)

    @cached_property
    def _prefix(self) -> str:
        return self.git.prefix()

    @cached_property
    def blobs(self) -> Mapping[str, Blob]:
        """Every file of the content's folders by its name, links to files with what they lead to."""
        listed = self.git.ask("ls-tree", "-r", "-l", "-z", "--full-tree", self.commit, "--", *self._wanted()) or b""
        found = dict(filter(None, map(self._entry, listed.decode("utf-8", "surrogateescape").split("\0"))))
        return dict(self._with_linked_folders(found))

    def _wanted(self) -> list[str]:
        return [f":(top,literal){self._prefix}{part}" for part in (JOURNEYS, METRICS, SETTINGS)]

    def _entry(self, line: str) -> tuple[str, Blob] | None:
        head, tab, path = line.partition("\t")
        if not tab:
            return None
        mode, _, blob, size = head.split()
        return path.removeprefix(self._prefix), Blob(mode, blob, int(size) if size.isdigit() else 0)

    def _with_linked_folders(self, found: dict[str, Blob]) -> Iterator[tuple[str, Blob]]:
        """Files, and those below links to folders of the content."""
        for name, blob in found.items():
            led = self._led(name, blob) if blob.mode == _LINK else None
            inside = [other for other in found if led and other.startswith(f"{led}/")]
            if inside and led and not name.startswith(f"{led}/"):
                yield from ((f"{name}{other.removeprefix(led)}", found[other]) for other in inside)
            elif blob.mode != _MODULE:
                yield name, blob

    def _led(self, name: str, blob: Blob) -> str:
        where = (self.git.ask("cat-file", "blob", blob.id) or b"").decode("utf-8", "replace")
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), where))

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names of all files below `folder` with this ending, sorted; hidden ones are left out."""
        return tuple(sorted(name for name in self._below(folder) if name.endswith(suffix)))

    def nearly(self, folder: str) -> Iterator[Diagnostic]:
        """Files below `folder` whose ending only looks like one that is read."""
        return misnamed(self._below(folder))

    def _below(self, folder: str) -> Iterator[str]:
        for name in self.blobs:
            parts = PurePosixPath(name).parts
            if parts[0] == folder and len(parts) > 1 and not any(part.startswith(".") for part in parts):
                yield name

    def exists(self, name: str) -> bool:
        """True for a file of this name."""
        return name in self.blobs

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        real, hops = name, 0
        while real in self.blobs and self.blobs[real].mode == _LINK and hops < _HOPS:
            real, hops = self._led(real, self.blobs[real]), hops + 1
        if real not in self.blobs or self.blobs[real].mode == _LINK:
            message = f"`{name}` is a link that leads out of the content, or nowhere"
            return OUTSIDE(Span(name), message, "put a copy of the file here instead")
        blob, limit = self.blobs[real], LIMIT.get(PurePosixPath(name).suffix, LIMIT[".yml"])
        if blob.size > limit:
            size = f"{blob.size / 1e6:.0f} MB; more than {limit / 1e6:.0f} MB is not read"
            return TOO_LARGE(Span(name), f"`{name}` has {size}", "split it into several files")
        raw = self._texts.get(blob.id)
        if raw is None:
            return UNREADABLE(Span(name), f"git cannot give `{name}`", "fetch the whole commit, and run it again")
        self.reads[name] = self.reads.get(name, 0) + 1
        return decode(name, raw)

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        """What is in each file, by the id that git gives it."""
        wanted = [blob.id for name, blob in self.blobs.items() if blob.size <= max(LIMIT.values()) and _is_text(name)]
        told = "".join(f"{one}\n" for one in dict.fromkeys(wanted)).encode()
        answer = self.git.ask("cat-file", "--batch", told=told) or b""
        return dict(_batch(answer))


def _is_text(name: str) -> bool:
    return name.endswith((".yml", ".csv"))


def _batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """`<id> blob <size>`, the content, a line end; `<id> missing` for what is not there (git-cat-file(1))."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        head = answer[place:end].split(b" ")
        if len(head) != 3:
            place = end + 1
            continue
        size = int(head[2])
        yield head[0].decode(), answer[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
