"""References: what is named has to be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Severity, closest
from cxsite.model.base import Entry
from cxsite.model.journey import Journey, Named


class _Reference(Rule):
    """Shared by the rules below; not a rule itself."""

    kind: str

    def dangling(self, entry: Entry, field: str, known: Iterable[str]) -> Iterator[Diagnostic]:
        """The references in `field` of `entry` that are not among `known`."""
        known = sorted(known)
        for index, ref in enumerate(getattr(entry, field)):
            if ref not in known:
                near = closest(ref, known)
                hint = f"did you mean `{near}`?" if near else self._what_there_is(known)
                message = f"`{ref}` is not a {self.kind} here"
                yield self.problem(entry.span(field, index), message, hint, suggestion=near)

    def _what_there_is(self, known: list[str]) -> str:
        return f"there is {', '.join(f'`{key}`' for key in known[:8])}" if known else f"no {self.kind} is defined yet"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """All references of this kind that lead nowhere."""
        for journey in subject.portfolio.journeys:
            yield from self.check_journey(journey, subject)

    def check_journey(self, journey: Journey, subject: Subject) -> Iterator[Diagnostic]:
        """All of them in one journey."""
        raise NotImplementedError


class KnownMetrics(_Reference):
    """A metric is named that nobody defines.

    `metrics:` on a journey or a phase names metrics defined in `metrics/*.yml`.
    """

    id = "CX210"
    kind = "metric"

    def check_journey(self, journey: Journey, subject: Subject) -> Iterator[Diagnostic]:
        """The unknown metrics of a journey and its phases."""
        for entry in (journey, *journey.phases) if subject.portfolio.all_metrics else ():
            yield from self.dangling(entry, "metrics", subject.portfolio.metric_by_id)


class KnownEvidence(_Reference):
    """A source is named that the journey does not list.

    `evidence:` on a step or hotspot names an entry of the journey's own `evidence:` list.
    """

    id = "CX211"
    kind = "source of this journey"

    def check_journey(self, journey: Journey, subject: Subject) -> Iterator[Diagnostic]:
        """The unknown sources of a journey's steps and hotspots."""
        for entry in (*journey.steps, *journey.hotspots):
            yield from self.dangling(entry, "evidence", _keys(journey.evidence))


class HotspotPlaces(_Reference):
    """A hotspot stands on a step or phase that is not on the map."""

    id = "CX212"
    kind = "step or phase of this journey"

    def check_journey(self, journey: Journey, subject: Subject) -> Iterator[Diagnostic]:
        """The unknown places of a journey's hotspots."""
        for hotspot in journey.hotspots:
            yield from self.dangling(hotspot, "steps", _keys(journey.steps))
            yield from self.dangling(hotspot, "phases", _keys(journey.phases))


class HotspotsStandSomewhere(Rule):
    """A hotspot stands on no step and no phase, so it is not on the map."""

    id = "CX213"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every hotspot without a place."""
        for journey in subject.portfolio.journeys:
            for hotspot in journey.hotspots:
                if not hotspot.steps and not hotspot.phases:
                    message = f"the hotspot `{hotspot.key}` stands nowhere"
                    yield self.problem(hotspot.span("name"), message, "say `steps:` or `phases:`")


def _keys(entries: Iterable[Named]) -> set[str]:
    return {entry.key for entry in entries}
