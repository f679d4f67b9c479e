"""Ids: unique within their kind and scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related
from cxsite.model.journey import Journey, Named


class UniqueIds(Rule):
    """Two things of one kind have one id.

    Phases, steps, hotspots and evidence need ids of their own within a journey, metrics within the repository.
    Without an `id` one is made from the name, so two things with one name need their ids written.
    """

    id = "CX201"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """All ids used again, each with the place of its first use."""
        yield from self._twice("metric", subject.portfolio.metrics)
        for journey in subject.portfolio.journeys:
            for kind, entries in kinds_of(journey):
                yield from self._twice(kind, entries)

    def _twice(self, kind: str, entries: Iterable[Named]) -> Iterator[Diagnostic]:
        first: dict[str, Named] = {}
        for entry in entries:
            if (earlier := first.setdefault(entry.key, entry)) is not entry:
                field = "id" if entry.id else "name"
                related = (Related(earlier.span("id" if earlier.id else "name"), "first used here"),)
                message = f"two {kind}s have the id `{entry.key}`"
                yield self.problem(entry.span(field), message, "give one of them another `id`", related=related)


def kinds_of(journey: Journey) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """A journey's kinds of things with ids: phase, step, hotspot, evidence."""
    return (
        ("phase", journey.phases),
        ("step", journey.steps),
        ("hotspot", journey.hotspots),
        ("source", journey.evidence),
    )
