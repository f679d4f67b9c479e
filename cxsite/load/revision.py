"""One commit as named texts, read from git's own store: no checkout, no hook, no filter is run."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.files import LIMIT, OUTSIDE, TOO_LARGE, UNREADABLE, Text, decode, large_file, misnamed
from cxsite.load.git import Git
from cxsite.project import JOURNEYS, METRICS, SETTINGS

LINK, _MODULE = "120000", "160000"
_HOPS = 8
"""Links that are followed one after another."""
_POINTER = 1024
"""What stands for a file in git's store for large files is smaller, in bytes."""


@dataclass(frozen=True)
class Blob:
    """A file of a commit, as its tree lists it."""

    mode: str
    id: str
    size: int


def content_paths(prefix: str) -> list[str]:
    """The content's folders and the settings, as git takes them from anywhere in the repository."""
    return [f":(top,literal){prefix}{part}" for part in (JOURNEYS, METRICS, SETTINGS)]


def list_files(git: Git, commit: str) -> dict[str, Blob]:
    """Every file of the content's folders in a commit, by its name below the project's folder, links as they are."""
    prefix = git.prefix()
    listed = git.ask("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *content_paths(prefix)) or b""
    return dict(_entries(listed.decode("utf-8", "surrogateescape").split("\0"), prefix))


def _entries(lines: Iterable[str], prefix: str) -> Iterator[tuple[str, Blob]]:
    for line in lines:
        head, tab, path = line.partition("\t")
        if tab:
            mode, _, blob, size = head.split()
            yield path.removeprefix(prefix), Blob(mode, blob, int(size) if size.isdigit() else 0)


def read_blobs(git: Git, wanted: Iterable[str]) -> dict[str, bytes]:
    """What is in each of these files, by the id that git gives it; those that are not there are left out."""
    told = "".join(f"{one}\n" for one in dict.fromkeys(wanted)).encode()
    return dict(_batch(git.ask("cat-file", "--batch", told=told) or b"")) if told else {}


@dataclass
class RevisionTree:
    """The content files of a commit. All texts are asked for at once when the first is wanted, unless `known` holds
    them; `files` are its files where somebody has listed them already. Trees may share what is `decoded`."""

    git: Git
    commit: str
    reads: dict[str, int] = field(default_factory=dict)
    files: Mapping[str, Blob] | None = None
    known: Mapping[str, bytes] | None = None
    decoded: dict[tuple[str, str], Text | Diagnostic] = field(default_factory=dict)

    @cached_property
    def blobs(self) -> Mapping[str, Blob]:
        """Every file of the content's folders by its name, links to files with what they lead to."""
        found = list_files(self.git, self.commit) if self.files is None else self.files
        return dict(self._with_linked_folders(found))

    def _with_linked_folders(self, found: Mapping[str, Blob]) -> Iterator[tuple[str, Blob]]:
        """Files, and those below links to folders of the content."""
        for name, blob in found.items():
            led = self._led(name, blob) if blob.mode == LINK else None
            inside = [other for other in found if other.startswith(f"{led}/")] if led else []
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
            parts = name.split("/")
            if parts[0] == folder and len(parts) > 1 and not any(part.startswith(".") for part in parts):
                yield name

    def exists(self, name: str) -> bool:
        """True for a file of this name."""
        return name in self.blobs

    def text(self, name: str) -> Text | Diagnostic:
        """The text of a file, or what keeps it from being read."""
        blob, limit = self._blob(name), LIMIT.get(PurePosixPath(name).suffix, LIMIT[".yml"])
        if blob is None:
            message = f"`{name}` is a link that leads out of the content, or nowhere"
            return OUTSIDE(Span(name), message, "put a copy of the file here instead")
        if blob.size > limit:
            size = f"{blob.size / 1e6:.0f} MB; more than {limit / 1e6:.0f} MB is not read"
            return TOO_LARGE(Span(name), f"`{name}` has {size}", "split it into several files")
        raw = self._texts.get(blob.id)
        if raw is None:
            return UNREADABLE(Span(name), f"git cannot give `{name}`", "fetch the whole commit, and run it again")
        self.reads[name] = self.reads.get(name, 0) + 1
        if (name, blob.id) not in self.decoded:
            self.decoded[name, blob.id] = decode(name, raw)
        return self.decoded[name, blob.id]

    def _blob(self, name: str) -> Blob | None:
        """A file, links followed."""
        hops = 0
        while name in self.blobs and self.blobs[name].mode == LINK and hops < _HOPS:
            name, hops = self._led(name, self.blobs[name]), hops + 1
        found = self.blobs.get(name)
        return None if found is None or found.mode == LINK else found

    def marks(self, name: str) -> frozenset[str]:
        """The id that git gives the file, and that of the large file for which it stands."""
        blob = self._blob(name)
        if blob is None:
            return frozenset()
        return frozenset({blob.id, large_file(self._pointers.get(blob.id, b""))} - {""})

    @cached_property
    def _pointers(self) -> Mapping[str, bytes]:
        """What may stand for a large file, asked for at once: whatever is small and no text of ours."""
        small = (
            blob for name, blob in self.blobs.items() if blob.size < _POINTER and not name.endswith((".yml", ".csv"))
        )
        return read_blobs(self.git, (blob.id for blob in small))

    @cached_property
    def _texts(self) -> Mapping[str, bytes]:
        """What is in each file, by the id that git gives it."""
        if self.known is not None:
            return self.known
        return read_blobs(self.git, (blob.id for name, blob in self.blobs.items() if _is_read(name, blob)))


def _is_read(name: str, blob: Blob) -> bool:
    return name.endswith((".yml", ".csv")) and blob.size <= max(LIMIT.values())


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
