"""What changed commit by commit: the edits between two states as facts that can be kept, and what became of each thing.

Only what somebody wrote is told. What follows from it is worked out from both states whole, and stands on the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.difference import by_subject, edits
from cxsite.compare.forms import FORMS
from cxsite.compare.groups import group_of
from cxsite.compare.report import levelled
from cxsite.compare.state import sides_of
from cxsite.diagnostics import Diagnostic
from cxsite.load.content import Content
from cxsite.load.libraries import library_of
from cxsite.load.past import Commit, Past
from cxsite.model.base import NOWHERE
from cxsite.model.portfolio import Portfolio
from cxsite.project import JOURNEYS

Name = tuple[str, str, str]
"""Noun, scope and id: what a thing goes by in one state."""


@dataclass(frozen=True)
class Told:
    """What one commit changed, without places in files; and what goes by another name since."""

    changes: tuple[Change, ...]
    renamed: tuple[tuple[Name, Name], ...] = ()


def tell(before: Content, after: Content, unread: Iterable[Diagnostic] = ()) -> Told:
    """What somebody edited between two states. `unread` says why something of the later one could not be read."""
    sides = sides_of(before, after, _settled(before.portfolio, after.portfolio))
    changes = (_without_places(change) for change in edits(sides))
    pairs = [(one.before.address[:3], one.after.address[:3]) for one in sides.pairing.pairs if one.before and one.after]
    return Told((*map(_unread, unread), *changes), tuple(pair for pair in pairs if pair[0] != pair[1]))


def _settled(before: Portfolio, after: Portfolio) -> frozenset[str]:
    """The journeys that are the very same: a file that did not change was parsed once."""
    was, now = before.journey_by_id, after.journey_by_id
    same = (key for key, journey in now.items() if was.get(key) is journey)
    return frozenset(key for key in same if before.translations.get(key) is after.translations.get(key))


def _without_places(change: Change) -> Change:
    return replace(change, before="", after="", was_at=NOWHERE, is_at=NOWHERE, whole_at=NOWHERE)


def _unread(trouble: Diagnostic) -> Change:
    file, level = trouble.span.file, FORMS["unreadable"][0]
    what = f"could not be read in this commit, so nothing in it is told: {trouble.message} ({trouble.code})"
    key = group_of(file).removeprefix(f"{JOURNEYS}/")
    own = file.startswith(f"{JOURNEYS}/") and not library_of(file)
    subject = Subject(key if own else "", "", "journey" if own else "file", key if own else file, key, f"`{file}`")
    return Change("unreadable", level, "neutral", subject, what, "", "", NOWHERE, NOWHERE)


def to_data(told: Told) -> dict[str, Any]:
    """The same as data for JSON."""
    return {"changes": [_row(change) for change in told.changes], "renamed": [list(pair) for pair in told.renamed]}


def _row(change: Change) -> list[Any]:
    one = change.subject
    said = [change.kind, int(change.level), change.direction, change.what, change.field, change.hint]
    return [*said, one.journey, one.scope, one.noun, one.id, one.name, one.title]


def from_data(data: Mapping[str, Any]) -> Told:
    """What `to_data` gave."""
    changes = tuple(_change(*row) for row in data["changes"])
    return Told(changes, tuple((tuple(was), tuple(now)) for was, now in data["renamed"]))


def _change(kind: str, level: int, direction: Any, what: str, field: str, hint: str, *subject: str) -> Change:
    of = Subject(*subject)
    return Change(kind, Level(level), direction, of, what, "", "", NOWHERE, NOWHERE, field, hint)


@dataclass(frozen=True)
class Line:
    """What one commit changed about one thing. `subject` is as it was called then; `now` is what it goes by today, None
    where something else goes by that name."""

    subject: Subject
    changes: tuple[Change, ...]
    now: Name | None

    @property
    def journey(self) -> str:
        """The journey it stands in today; empty for what journeys share."""
        if self.now is None:
            return ""
        noun, scope, key = self.now
        return key if noun == "journey" else scope.partition("/")[0]


@dataclass(frozen=True)
class Entry:
    """A commit, and what it changed thing by thing."""

    commit: Commit
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class History:
    """The commits that changed a map, the newest first; `past` says where they begin, and why there."""

    entries: tuple[Entry, ...] = ()
    past: Past = Past(())  # noqa: RUF009 (it is frozen)

    @cached_property
    def _of_thing(self) -> dict[Name, tuple[Entry, ...]]:
        return _grouped(self.entries, lambda line: line.now)

    @cached_property
    def _of_journey(self) -> dict[str, tuple[Entry, ...]]:
        return _grouped(self.entries, lambda line: line.journey or None)

    def of(self, noun: str, scope: str, key: str) -> tuple[Entry, ...]:
        """What changed about one thing, also while it went by another id."""
        return self._of_thing.get((noun, scope, key), ())

    def of_journey(self, key: str) -> tuple[Entry, ...]:
        """What changed in a journey."""
        return self._of_journey.get(key, ())


def history_of(past: Past, told: Sequence[Told], portfolio: Portfolio) -> History:
    """The history from what each commit of `past` told, in its order, as the project weighs changes today.

    On a public site nothing is said of quotes: who may read them is a matter of their source, which may be gone.
    """
    settings = portfolio.settings
    levels = {**settings.changes, **({"quote": "off"} if settings.audience == "public" else {})}
    today: dict[Name, Name | None] = {}
    entries = []
    for commit, one in zip(reversed(past.commits), reversed(told), strict=True):
        lines = tuple(_lines(levelled(one.changes, levels), today))
        if lines:
            entries.append(Entry(commit, lines))
        earlier = {was: today.get(now, now) for was, now in one.renamed}
        today |= {now: None for _, now in one.renamed} | earlier
    return History(tuple(entries), past)


def _lines(changes: Iterable[Change], today: Mapping[Name, Name | None]) -> Iterator[Line]:
    """Thing by thing, what is to be looked at most first."""
    found = by_subject(changes).items()
    for subject, group in sorted(found, key=lambda item: -max(change.level for change in item[1])):
        name = subject.noun, subject.scope, subject.id
        yield Line(subject, group, today.get(name, name))


def _grouped(entries: Iterable[Entry], by: Any) -> dict[Any, tuple[Entry, ...]]:
    """The entries of each thing, with the lines that are about it."""
    found: dict[Any, list[Entry]] = {}
    for entry in entries:
        lines: dict[Any, list[Line]] = {}
        for line in entry.lines:
            if (key := by(line)) is not None:
                lines.setdefault(key, []).append(line)
        for key, own in lines.items():
            found.setdefault(key, []).append(Entry(entry.commit, tuple(own)))
    return {key: tuple(of) for key, of in found.items()}
