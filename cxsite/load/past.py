"""The commits of a project, along the first parents of HEAD, and the files of each; from git's own store."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import pairwise
from typing import Literal

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import LIMIT, Text
from cxsite.load.git import Git
from cxsite.load.revision import Blob, RevisionTree, content_paths, list_files, read_blobs
from cxsite.project import METRICS

_SHORT = 8
"""Letters of a commit's id as pages show it."""
_NONE = "000000"
"""The mode of a file that is not there on that side."""


@dataclass(frozen=True)
class Commit:
    """A commit, without who made it. `second` is when, since 1970 in UTC; `subject` its first line."""

    id: str
    second: int
    subject: str

    @property
    def short(self) -> str:
        """The beginning of its id, equally long in every clone."""
        return self.id[:_SHORT]

    @property
    def moment(self) -> datetime:
        """When it was made, in UTC."""
        return datetime.fromtimestamp(self.second, UTC)

    @property
    def day(self) -> date:
        """The day on which it was made, in UTC."""
        return self.moment.date()


@dataclass(frozen=True)
class Past:
    """The commits that touched what people write, the oldest first.

    `ground` is the state before the first of them: where the history is cut off, by a limit or as only the latest
    commits were fetched. None where it is whole.
    """

    commits: tuple[Commit, ...]
    ground: Commit | None = None
    cut: Literal["", "limit", "shallow"] = ""


def past_of(git: Git, limit: int) -> Past:
    """The latest commits, `limit` at most. Of a merge only what it brought counts: it is one commit.

    None outside a repository, without git, and where the project is not part of what HEAD holds.
    """
    answer = _listed(git, limit + 1, "--encoding=UTF-8", "--format=%ct%x09%s") if limit else ""
    found = tuple(_commits(answer.split("\n")))
    if not found or not list_files(git, "HEAD"):
        return Past(())
    oldest, *later = reversed(found)
    if len(found) > limit:
        return Past(tuple(later), oldest, "limit")
    if oldest.id in git.shallow():
        return Past(tuple(later), oldest, "shallow")
    return Past((oldest, *later))


def mark_of(git: Git) -> str:
    """What the history rests on: the latest commit that touched what people write, and how far commits were fetched."""
    latest = _listed(git, 1)
    return f"{latest} {' '.join(sorted(git.shallow()))}" if latest else ""


def _listed(git: Git, count: int, *how: str) -> str:
    """The latest commits that touched a map, a definition or the settings, as git lists them."""
    prefix = git.prefix()
    tables = ":(top,exclude,glob)" + re.sub(r"([*?\[\\])", r"\\\1", prefix) + f"{METRICS}/**/*.csv"
    asked = "rev-list", "--first-parent", f"--max-count={count}", *how, "HEAD", "--", *content_paths(prefix), tables
    return (git.ask(*asked) or b"").decode("utf-8", "replace")


def _commits(lines: Iterable[str]) -> Iterator[Commit]:
    name = ""
    for line in lines:
        if line.startswith("commit "):
            name = line.removeprefix("commit ")
        elif name:
            second, _, subject = line.partition("\t")
            yield Commit(name, int(second), _visible(subject))
            name = ""


def _visible(text: str) -> str:
    """One line without control characters, which neither HTML nor a feed may hold."""
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C").split())


@dataclass
class Trees:
    """The files of several commits, each file read once. Tables are left out: they hold numbers, not maps."""

    git: Git
    commits: tuple[Commit, ...]
    """The oldest first, each the next one's past."""

    def __post_init__(self) -> None:
        self._decoded: dict[tuple[str, str], Text | Diagnostic] = {}

    def tree(self, commit: str) -> RevisionTree:
        """The files of one of them."""
        return self.of(self.files[commit])

    def of(self, files: Mapping[str, Blob]) -> RevisionTree:
        """These files as a tree."""
        return RevisionTree(self.git, "", files=files, known=self._texts, decoded=self._decoded)

    @cached_property
    def files(self) -> dict[str, dict[str, Blob]]:
        """The files of each commit by name: what HEAD holds, and backwards from there what each commit changed."""
        prefix = self.git.prefix()
        files = {name: blob for name, blob in list_files(self.git, self.commits[-1].id).items() if _is_map(name)}
        found = {self.commits[-1].id: files}
        changed = self._changed(prefix)
        for before, after in reversed(list(pairwise(self.commits))):
            files = dict(files)
            for name, was in changed.get(after.id, ()):
                files.pop(name, None)
                if was is not None:
                    files[name] = was
            found[before.id] = files
        return self._sized(found)

    def _changed(self, prefix: str) -> dict[str, list[tuple[str, Blob | None]]]:
        """By commit each file that it changed, with what it was before (None: not there)."""
        told = "".join(f"{after.id} {before.id}\n" for before, after in pairwise(self.commits)).encode()
        asked = "diff-tree", "--stdin", "-r", "-z", "--no-renames", "--", *content_paths(prefix)
        tokens = iter((self.git.ask(*asked, told=told) or b"").decode("utf-8", "surrogateescape").split("\0"))
        found: dict[str, list[tuple[str, Blob | None]]] = {}
        commit = ""
        for token in tokens:
            if not token.startswith(":"):
                commit = token
                continue
            mode, _, blob, *_ = token[1:].split(" ")
            name = next(tokens).removeprefix(prefix)
            if _is_map(name):
                found.setdefault(commit, []).append((name, None if mode == _NONE else Blob(mode, blob, 0)))
        return found

    def _sized(self, found: dict[str, dict[str, Blob]]) -> dict[str, dict[str, Blob]]:
        """The same with the size of each file, as one that is too large is not read."""
        ids = dict.fromkeys(blob.id for files in found.values() for name, blob in files.items() if _is_read(name))
        told = "".join(f"{one}\n" for one in ids).encode()
        lines = (self.git.ask("cat-file", "--batch-check", told=told) or b"").decode().splitlines()
        sizes = {name: int(size) for name, _, size in (line.split(" ") for line in lines if line.count(" ") == 2)}
        one: dict[tuple[str, str], Blob] = {}  # what did not change is the same object in each commit

        def sized(blob: Blob) -> Blob:
            key = blob.mode, blob.id
            if key not in one:
                one[key] = replace(blob, size=sizes.get(blob.id, 0))
            return one[key]

        return {commit: {name: sized(blob) for name, blob in files.items()} for commit, files in found.items()}

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        every = (blob for files in self.files.values() for name, blob in files.items() if _is_read(name))
        return read_blobs(self.git, (blob.id for blob in every if blob.size <= LIMIT[".yml"]))


def _is_map(name: str) -> bool:
    """False for tables."""
    return not name.endswith(".csv")


def _is_read(name: str) -> bool:
    """False for links to folders, and for whatever else lies there, such as pictures."""
    return name.endswith(".yml")
