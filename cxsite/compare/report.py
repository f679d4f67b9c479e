"""A difference made ready to be read: levels as the project weighs them, in groups, with how far it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from cxsite.compare.change import Change, Level, Subject
from cxsite.compare.difference import by_subject
from cxsite.compare.effect import all_effects
from cxsite.compare.forms import FORMS
from cxsite.compare.impact import Reach, reaches
from cxsite.compare.kind import all_kinds
from cxsite.compare.state import Difference
from cxsite.diagnostics import closest, count_of

NOTHING = "Nothing changed."
NO_MEANING = "No meaning changed (order and format only)."
NO_NUMBER = "No meaning changed: no map, and no number that is shown."
SHARED = "What journeys share"
_LEVELS = {level.word: level for level in Level}


@dataclass(frozen=True)
class Group:
    """The changes of one journey, or of what journeys share, thing by thing."""

    journey: str
    name: str
    subjects: tuple[tuple[Subject, tuple[Change, ...]], ...]


@dataclass(frozen=True)
class Report:
    """What is told of a difference; the same for every format."""

    difference: Difference
    edits: tuple[Change, ...]
    effects: tuple[Change, ...]
    form: tuple[Change, ...]
    reaches: tuple[Reach, ...]
    unknown: tuple[str, ...] = ()
    """Sentences about kinds in `cxsite.yml` that do not exist."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that is told."""
        return (*self.edits, *self.effects, *self.form)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The edits by journey, those of what is shared last."""
        return tuple(self._grouped(self.edits))

    @cached_property
    def followed(self) -> tuple[Group, ...]:
        """What follows, in the same groups."""
        return tuple(self._grouped(self.effects))

    def _grouped(self, changes: Iterable[Change]) -> Iterator[Group]:
        found: dict[str, list[Change]] = {}
        for change in changes:
            found.setdefault(change.subject.journey, []).append(change)
        for journey in sorted(found, key=lambda key: (not key, list(found).index(key))):
            yield Group(journey, self.name_of(journey), tuple(by_subject(found[journey]).items()))

    def name_of(self, journey: str) -> str:
        """What a journey is called after, or was called before."""
        sides = self.difference.sides
        entry = sides.after.journey_by_id.get(journey) or sides.before.journey_by_id.get(journey)
        return entry.name if entry else journey or SHARED

    @property
    def verdict(self) -> str:
        """One sentence on how much changed."""
        if not self.changes:
            return NOTHING
        if not self.edits and not self.effects:
            broken = sum(change.kind == "unreadable" for change in self.form)
            if broken:
                return f"{count_of(broken, 'file')} cannot be compared."
            return NO_NUMBER if any(change.kind == "rows-unread" for change in self.form) else NO_MEANING
        things = len(by_subject(self.edits))
        journeys = len({change.subject.journey for change in self.edits if change.subject.journey})
        where = f" in {count_of(journeys, 'journey')}" if journeys else ""
        said = f"{count_of(things, 'thing')} changed{where}" if things else "Nothing was edited on the maps"
        follows = f"; {count_of(len(self.effects), 'figure')} moved with it" if self.effects else ""
        return f"{said}{follows}."

    def at_least(self, level: Level) -> tuple[Change, ...]:
        """The changes of this level or a higher one."""
        return tuple(change for change in self.changes if change.level >= level)


def report(difference: Difference) -> Report:
    """The difference as its project weighs it. Levels are those of the state before, so that no change hides itself."""
    levels = difference.before.content.portfolio.settings.changes
    told = [tuple(levelled(part, levels)) for part in (difference.edits, difference.effects, difference.form)]
    reached = reaches(told[0], difference.worlds.after)
    return Report(difference, told[0], told[1], told[2], reached, tuple(_unknown(levels)))


def levelled(changes: Iterable[Change], levels: Mapping[str, str]) -> Iterator[Change]:
    """Changes as a project weighs them, by their kind; those that it does not want to hear of are left out."""
    for change in changes:
        word = levels.get(change.kind)
        if word != "off":
            yield replace(change, level=_LEVELS[word]) if word else change


def catalogue() -> dict[str, tuple[Level, str]]:
    """Every kind of change by its id: level and title."""
    kinds = {kind.id: (kind.level, kind.title) for kind in all_kinds()}
    effects = {effect.id: (effect.level, effect.title) for effect in all_effects()}
    return dict(sorted({**kinds, **effects, **FORMS}.items()))


def _unknown(levels: Mapping[str, str]) -> Iterator[str]:
    known = catalogue()
    for kind in levels:
        if kind not in known:
            near = closest(kind, known)
            yield f"`changes:` in cxsite.yml names `{kind}`, which is no kind of change" + (
                f"; did you mean `{near}`?" if near else "; see the list of kinds in the reference"
            )
