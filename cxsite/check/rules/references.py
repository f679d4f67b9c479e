"""References: what is named has to be there, under the id it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxsite.check.lookup import Scope, candidates, free, known_ids
from cxsite.check.rule import Rule, Subject
from cxsite.diagnostics import Diagnostic, Related, Severity, Span, closest
from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.named import Linked, Named
from cxsite.model.portfolio import IN_JOURNEY, key_of
from cxsite.model.refs import NOUNS, Reference
from cxsite.model.target import PhaseDifference
from cxsite.model.text import to_id


def _find(reference: Reference, scope: Scope) -> Linked | None:
    return scope.portfolio.find(reference.kind, reference.text, scope.home)


def _once(reference: Reference, scope: Scope) -> Linked | None:
    """The entry that had this id before."""
    return scope.portfolio.find_former(reference.kind, reference.text, scope.home)


_PLACES = ("change", "remove", "before", "after", "into", "phase")
"""Fields of a target's entries that name steps and phases of the map it starts from."""


def _named_by_targets(journey: Journey) -> Iterator[Reference]:
    """The steps and phases that the entries of a journey's targets name with their verbs and places."""
    for target in journey.targets.values():
        for entry in (*target.phases, *target.steps):
            for field in _PLACES:
                if text := getattr(entry, field, None):
                    kind = "phase" if field == "phase" or isinstance(entry, PhaseDifference) else "step"
                    yield Reference(kind, text, entry, (field,))


_EXPLAINED = 500
"""References for which the nearest id is looked up; it takes a while for every one."""


class ReferencesLead(Rule):
    """An id is named that nothing has.

    Every id in a field such as `owner:`, `steps:` or `metrics:` has to be that of something of this kind: in the same
    journey, in the repository, or in another journey as `journey/id`. A library that does not exist yet is not
    checked; once its file is there, every reference must be in it.
    """

    id = "CX210"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every reference that leads nowhere."""
        found = 0
        for reference, scope in subject.references:
            if self._leads(reference, scope):
                continue
            found += 1
            known = known_ids(reference.kind, reference.text, scope) if found <= _EXPLAINED else []
            near = (self._by_name(reference, scope) or closest(reference.text, known)) if known else ""
            inside = " in this journey" if scope.journey and reference.kind in IN_JOURNEY else ""
            message = f"there is no {NOUNS.get(reference.kind, reference.kind)} `{reference.text}`{inside}"
            related = self._defined(reference.kind, near, scope) if near else ()
            hint = _hint(near, known) if found <= _EXPLAINED else "mend the first ones, and run it again"
            yield self.problem(reference.span, message, hint, suggestion=near, related=related)

    def _leads(self, reference: Reference, scope: Scope) -> bool:
        if reference.kind == "category":
            return reference.text in scope.portfolio.settings.category_ids
        return free(reference, scope) or bool(_find(reference, scope) or _once(reference, scope))

    def _by_name(self, reference: Reference, scope: Scope) -> str:
        """The id of what has this name, for those who write the name where the id belongs."""
        named = candidates(reference.kind, reference.text, scope)
        wanted = to_id(reference.text)
        return next((key_of(entry) for entry in named if to_id(getattr(entry, "name", None) or "") == wanted), "")

    def _defined(self, kind: str, near: str, scope: Scope) -> tuple[Related, ...]:
        entry = scope.portfolio.find(kind, near, scope.home)
        return (Related(_place(entry), f"`{near}` is defined here"),) if entry else ()


class IdsAreWritten(Rule):
    """Something is referred to by an id that was only made from its name.

    Without an `id` one is made from the name for this build. As soon as the name changes, such an id is another one,
    and whatever refers to it breaks. Write the id down where the thing is defined.
    """

    id = "CX211"

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every reference to an id that is not written."""
        for reference, scope in subject.references:
            entry = None if free(reference, scope) or reference.kind == "journey" else _find(reference, scope)
            if entry is not None and getattr(entry, "id", None) is None:
                key = key_of(entry)
                related = (Related(_place(entry), "it is defined here"),)
                message = f"the id `{reference.text}` is written nowhere: it was only made from a name"
                yield self.problem(reference.span, message, f"write `id: {key}` where it is defined", related=related)
        yield from self._in_targets(subject)

    def _in_targets(self, subject: Subject) -> Iterator[Diagnostic]:
        """Verbs and places of targets, whose ids are those of the map they start from."""
        for journey in subject.portfolio.journeys:
            unsaid = {entry.key: entry for entry in (*journey.phases, *journey.steps) if entry.id is None}
            for named in _named_by_targets(journey) if unsaid else ():
                defined = unsaid.get(named.text)
                if defined is not None:
                    related = (Related(defined.span("name"), "it is defined here"),)
                    message = f"the id `{defined.key}` is written nowhere: it was only made from a name"
                    hint = f"write `id: {defined.key}` where it is defined"
                    yield self.problem(named.span, message, hint, related=related)


class FormerIds(Rule):
    """Something is referred to by an id it had before.

    `formerly:` keeps old ids working. The reference should be brought up to date all the same.
    """

    id = "CX203"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every reference by a former id."""
        for reference, scope in subject.references:
            if free(reference, scope) or _find(reference, scope):
                continue
            entry = _once(reference, scope)
            if entry is not None:
                now = key_of(entry)
                related = (Related(_place(entry), "it is defined here"),)
                message = f"`{reference.text}` is called `{now}` now"
                yield self.problem(reference.span, message, f"write `{now}`", suggestion=now, related=related)
        yield from self._in_targets(subject)

    def _in_targets(self, subject: Subject) -> Iterator[Diagnostic]:
        """Verbs and places of targets."""
        for journey in subject.portfolio.journeys:
            steps, phases = _by_former_id(journey.steps), _by_former_id(journey.phases)
            for named in _named_by_targets(journey) if steps or phases else ():
                defined = (phases if named.kind == "phase" else steps).get(named.text)
                if defined is not None:
                    related = (Related(_place(defined), "it is defined here"),)
                    message = f"`{named.text}` is called `{defined.key}` now"
                    hint = f"write `{defined.key}`"
                    yield self.problem(named.span, message, hint, suggestion=defined.key, related=related)


def _by_former_id(entries: Iterable[Named]) -> dict[str, Named]:
    """Former ids that nothing has today, with what had them."""
    entries = tuple(entries)
    today = {entry.key for entry in entries}
    return {old: entry for entry in entries for old in entry.formerly if old not in today}


class HotspotsStandSomewhere(Rule):
    """A hotspot stands on no step and no phase, so it is not on the map."""

    id = "CX213"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Diagnostic]:
        """Every hotspot without a place."""
        for journey in subject.portfolio.journeys:
            for hotspot in journey.hotspots:
                if not hotspot.steps and not hotspot.phases:
                    message = f"the hotspot `{hotspot.key}` stands nowhere on the map"
                    hint = "say where: add `steps:` or `phases:` with their ids"
                    yield self.problem(hotspot.span("name"), message, hint)


def _hint(near: str, known: list[str]) -> str:
    if near:
        return f"did you mean `{near}`?"
    if not known:
        return "nothing of this kind is defined yet"
    once = list(dict.fromkeys(known))
    return f"known here: {', '.join(f'`{key}`' for key in once[:8])}{', …' if len(once) > 8 else ''}"


def _place(entry: Entry) -> Span:
    return entry.span("id" if getattr(entry, "id", None) else "name")
