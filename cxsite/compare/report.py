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
from cxsite.compare.state import Difference, StateName
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
class SitePlace:
    """Addresses on the site, such as `join/#step-pay`; empty for none.

    `page` shows the thing as it is after; `told` has the first sentence about its change, on a site that was built
    with `--against`.
    """

    page: str = ""
    told: str = ""


@dataclass(frozen=True)
class Told:
    """What is told of a difference: plain values alone, so that another program can be handed them.

    `names` are those of the journeys by id; `same_meaning` is true where only order and format changed, or nothing;
    `folder` is the project's in its repository, `maps/` or empty; `places` says where on the site things stand.
    """

    before: StateName
    after: StateName
    same_meaning: bool
    edits: tuple[Change, ...]
    effects: tuple[Change, ...]
    form: tuple[Change, ...]
    reaches: tuple[Reach, ...]
    names: Mapping[str, str]
    folder: str
    places: Mapping[Subject, SitePlace]

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
        return self.names.get(journey) or journey or SHARED

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


@dataclass(frozen=True)
class Report(Told):
    """The same, with what it was worked out from.

    `unknown` are sentences about kinds in `cxsite.yml` that do not exist.
    """

    difference: Difference
    unknown: tuple[str, ...] = ()


def report(difference: Difference, folder: str = "") -> Report:
    """The difference as its project weighs it. Levels are those of the state before, so that no change hides itself."""
    levels = difference.before.content.portfolio.settings.changes
    told = [tuple(levelled(part, levels)) for part in (difference.edits, difference.effects, difference.form)]
    sides = difference.sides
    return Report(
        before=difference.before,
        after=difference.after,
        same_meaning=difference.same_meaning,
        edits=told[0],
        effects=told[1],
        form=told[2],
        reaches=reaches(told[0], difference.worlds.after),
        names={journey.key: journey.name for journey in (*sides.before.journeys, *sides.after.journeys)},
        folder=folder,
        places={},
        difference=difference,
        unknown=tuple(_unknown(levels)),
    )


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
