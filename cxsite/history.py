"""The history of a project: what each commit changed. It is worked out once, and kept by commits and program.

A commit in which something cannot be read is compared as if that still said what it said before. So nothing is lost:
the next commit in which it can be read is compared with the last one in which it could.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cxsite.compare.groups import group_of, is_among, is_shared, lost_groups
from cxsite.compare.history import History, Told, from_data, history_of, tell, to_data
from cxsite.diagnostics import Diagnostic
from cxsite.draw.cache import Cache, digest
from cxsite.load.content import Content, read_changed, read_content
from cxsite.load.garbage import uncollected
from cxsite.load.git import Git
from cxsite.load.memory import Memory
from cxsite.load.past import Commit, Trees, past_of
from cxsite.load.revision import LINK, Blob
from cxsite.model.portfolio import Portfolio
from cxsite.pages.earlier import program
from cxsite.project import JOURNEYS

Stands = Mapping[str, str]
"""By group of files that could not be read, the commit whose files stand in for them; empty where there is none, and
`UNKNOWN` where it lies before the history."""
UNKNOWN = "?"
Files = Mapping[str, Blob]
_KEPT = 4
"""States: two that are compared, each as it is and as it stands in for what cannot be read."""
_DAY = date(2000, 1, 1)
"""Nothing that somebody edits depends on the day."""


@dataclass(frozen=True)
class Read:
    """A history, and how many commits were compared for it; the others were kept from earlier builds."""

    history: History
    compared: int
    parsed: int


@uncollected
def read_history(root: Path, work: Path, portfolio: Portfolio, memory: Memory) -> Read:
    """What changed in the project at `root`; nothing without git. `memory` knows what was parsed already."""
    git = Git(root)
    past = past_of(git, portfolio.settings.commits_back)
    if not past.commits:
        return Read(History((), past), 0, 0)
    before = memory.parsed
    states = tuple(filter(None, (past.ground, *past.commits)))
    book = _Book(Trees(git, states), Cache(work / "cache" / "history"), memory)
    told = tuple(book.told(past.ground))
    book.cache.tidy()
    return Read(history_of(past, told, portfolio), book.compared, memory.parsed - before)


@dataclass(frozen=True)
class _State:
    """A commit as it is compared."""

    commit: str
    stands: Stands

    @property
    def key(self) -> str:
        return f"{self.commit} {json.dumps(self.stands, sort_keys=True)}"


class _Book:
    """Tells of one commit after the other, from what is kept or from the files."""

    def __init__(self, trees: Trees, cache: Cache, memory: Memory) -> None:
        self.trees, self.cache, self.memory = trees, cache, memory
        self.compared = 0
        self._contents: dict[str, tuple[Files, Content]] = {}

    def told(self, ground: Commit | None) -> Iterator[Told]:
        """What each commit changed, the oldest first; `ground` itself is not told, only what came after it."""
        before: _State | None = None
        for commit in self.trees.commits:
            lost = self._lost(commit.id)
            stood = before.stands if before else {}
            fallback = before.commit if before else (UNKNOWN if commit == ground else "")
            after = _State(commit.id, {group: stood.get(group, fallback) for group in lost})
            if commit != ground:
                yield self._between(before, after)
            before = after

    def _lost(self, commit: str) -> list[str]:
        """The groups of files that cannot be read in a commit, whatever came before it."""

        def find() -> list[str]:
            return sorted(lost_groups(self._content(commit, self.trees.files[commit])))

        found: list[str] = self._once(("lost", commit), find)
        return found

    def _between(self, before: _State | None, after: _State) -> Told:
        def work() -> dict[str, Any]:
            self.compared += 1
            earlier = self._stood(before) if before else self._content("", {})
            return to_data(tell(earlier, self._stood(after), self._unread(before, after)))

        return from_data(self._once(("told", before.key if before else "", after.key), work))

    def _unread(self, before: _State | None, after: _State) -> list[Diagnostic]:
        """Why what could not be read could not; said again only where somebody wrote it anew."""
        if not after.stands:
            return []
        lost = lost_groups(self._content(after.commit, self.trees.files[after.commit]))
        now, was = (_of_groups(self.trees.files[one.commit], after.stands) if one else {} for one in (after, before))
        names = [name for name in now.keys() | was.keys() if now.get(name) != was.get(name)]
        edited = {*names, *map(group_of, names)}
        return [trouble for group, trouble in lost.items() if group in edited]

    def _stood(self, state: _State) -> Content:
        """What a commit holds, with what was there last for what cannot be read."""
        files = self.trees.files[state.commit]
        known = {group: commit for group, commit in state.stands.items() if commit != UNKNOWN}
        if not known:
            return self._content(state.commit, files)
        kept = {name: blob for name, blob in files.items() if not is_among(name, known)}
        for group, commit in known.items():
            kept |= _of_groups(self.trees.files.get(commit, {}), {group: commit})
        return self._content(state.key, kept)

    def _content(self, key: str, files: Files) -> Content:
        """What these files say. The latest few are kept: each is compared with the one behind it."""
        if key not in self._contents:
            self._contents[key] = files, self._read(files)
            for old in list(self._contents)[:-_KEPT]:
                del self._contents[old]
        return self._contents[key][1]

    def _read(self, files: Files) -> Content:
        """Reads what is otherwise than in the state that was read last, and what all journeys share."""
        last, content = next(reversed(self._contents.values()), ({}, None))
        if content is None or any(blob.mode == LINK for blob in files.values()):  # links may lead anywhere
            return read_content(self.trees.of(files), self.memory, lambda _: _DAY)
        names = (name for name in files.keys() | last.keys() if files.get(name) is not last.get(name))
        changed = {group_of(name) for name in names}
        wanted = {
            name: blob for name, blob in files.items() if (group := group_of(name)) in changed or is_shared(group)
        }
        keys = frozenset(group.removeprefix(f"{JOURNEYS}/") for group in changed if not is_shared(group))
        return read_changed(content, self.trees.of(wanted), self.memory, keys)

    def _once(self, key: tuple[str, ...], work: Any) -> Any:
        name = digest(program(), *key)
        kept = self.cache.get(name)
        return json.loads(kept if kept is not None else self.cache.put(name, json.dumps(work(), ensure_ascii=False)))


def _of_groups(files: Files, groups: Mapping[str, str]) -> dict[str, Blob]:
    return {name: blob for name, blob in files.items() if is_among(name, groups)}
