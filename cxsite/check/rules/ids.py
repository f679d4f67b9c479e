"""Ids: unique within their kind and scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related
from cxsite.model.named import Linked
from cxsite.model.portfolio import IN_JOURNEY, key_of, of_journey
from cxsite.model.refs import NOUNS


class UniqueIds(Rule):
    """Two things of one kind have one id.

    Phases, steps, hotspots and evidence need ids of their own within a journey, metrics within the repository.
    Without an `id` one is made from the name, so two things with one name need their ids written.
    """

    id = "CX201"
    firm = True

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """All ids used again, each with the place of its first use."""
        shared = subject.portfolio.shared
        for kind, entries in shared.items():
            if kind not in ("person", "department", "journey"):  # both are parties; files name journeys
                yield from self._twice(kind, (), entries)
        for journey in subject.portfolio.journeys:
            for kind in IN_JOURNEY:
                yield from self._twice(kind, shared.get(kind, ()), of_journey(journey, kind))

    def _twice(self, kind: str, taken: Iterable[Linked], entries: Iterable[Linked]) -> Iterator[Diagnostic]:
        first = {key_of(entry): entry for entry in taken}
        for entry in entries:
            key = key_of(entry)
            if (earlier := first.setdefault(key, entry)) is not entry:
                related = (Related(earlier.span(_field(earlier)), "first used here"),)
                yield self.problem(entry.span(_field(entry)), *_said(kind, key, entry), related=related)


def _said(kind: str, key: str, entry: Linked) -> tuple[str, str]:
    """The sentence and the next step, for an id that was written or made from a name."""
    noun = NOUNS.get(kind, kind)
    if getattr(entry, "id", None):
        return f"a second {noun} has the id `{key}`", "give one of them another `id`"
    return f"a second {noun} gets the id `{key}` from its name", "give one of them an `id` of its own"


def _field(entry: Linked) -> str:
    return "id" if getattr(entry, "id", None) else "name"
