"""What a thing of the repository is used for, in words, and where: its back-links grouped for reading."""

from __future__ import annotations

from dataclasses import dataclass

from cxsite.derive.links.backlinks import BackLinks
from cxsite.derive.links.things import Thing
from cxsite.model.portfolio import Portfolio

_WORDS = {
    ("journey", "owner"): "Answers for journeys",
    ("phase", "owner"): "Answers for phases",
    ("step", "owner"): "Answers for steps",
    ("journey", "segments"): "Journeys for them",
    ("step", "emotion"): "Steps that they feel in a way of their own",
    ("step", "feeling"): "Steps that they feel in a way of their own",
    ("segment", "segment"): "Personas",
    ("value", "segments"): "Weights of their own",
    ("phase", "life_cycle"): "Phases",
    ("touchpoint", "channel"): "Touchpoints",
    ("hotspot", "blocked_by"): "Hotspots there for want of it",
    ("capability", "system"): "Capabilities",
    ("target", "follows"): "Target maps",
}
"""What a link by this kind of thing through this field is called; the kind alone says the others."""
_KINDS = {
    "party": "People and departments",
    "segment": "Segments and personas",
    "capability": "Capabilities",
    "target": "Target maps",
    "value": "Value",
    "evidence": "Evidence",
}
_OF_SEGMENTS = {
    "journey": "Journeys with quotes of theirs",
    "phase": "Phases with quotes of theirs",
    "step": "Steps with quotes of theirs",
    "hotspot": "Hotspots with quotes of theirs",
    "action": "Actions tried in it, or judged by it",
    "goal": "Goals for them",
}
_ORDER = ("journey", "phase", "step", "target", "hotspot", "idea", "action", "goal", "metric", "evidence")


@dataclass(frozen=True)
class Usage:
    """One use: its name, and the things, by the journey they belong to (empty: the repository)."""

    label: str
    places: tuple[tuple[str, tuple[Thing, ...]], ...]

    @property
    def count(self) -> int:
        """How many things."""
        return sum(len(things) for _, things in self.places)


def usages(back: BackLinks, thing: Thing, more: tuple[tuple[str, tuple[Thing, ...]], ...] = ()) -> tuple[Usage, ...]:
    """Each use of a thing, those in journeys first; `more` are uses that no link says, such as rows of tables."""
    found: dict[str, dict[Thing, None]] = {}
    for use in sorted(back.uses.get(thing, ()), key=lambda use: _rank(use.by.kind)):
        label = _label(thing, use.by.kind, use.field)
        found.setdefault(label, {})[use.by] = None
    for label, things in more:
        if things:
            found.setdefault(label, {}).update(dict.fromkeys(things))
    return tuple(Usage(label, _by_home(tuple(things))) for label, things in found.items())


def _label(thing: Thing, by: str, field: str) -> str:
    if said := _WORDS.get((by, field)):
        return said
    if thing.kind == "segment" and by in _OF_SEGMENTS:
        return _OF_SEGMENTS[by]
    return _KINDS.get(by) or f"{by.capitalize()}s"


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _by_home(things: tuple[Thing, ...]) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
    homes: dict[str, list[Thing]] = {}
    for thing in things:
        homes.setdefault(thing.home, []).append(thing)
    return tuple((home, tuple(members)) for home, members in homes.items())


@dataclass(frozen=True)
class Kept:
    """How many changes of a target keep a principle, and what they are about: names of steps and phases."""

    target: Thing
    changes: tuple[str, ...]


def kept_by(portfolio: Portfolio, principle: Thing) -> tuple[Kept, ...]:
    """The targets with changes under a principle; an id it had before counts as well."""
    entry = portfolio.find("principle", principle.key)
    ids = {principle.key, *(entry.formerly if entry else ())}
    found = []
    for journey in portfolio.journeys:
        names = {one.key: one.name for one in (*journey.phases, *journey.steps)}
        for key, target in journey.targets.items():
            entries = [one for one in (*target.steps, *target.phases) if ids & set(one.follows)]
            if entries:
                changes = tuple(one.name or names.get(one.ref, one.ref) for one in entries)
                found.append(Kept(Thing("target", journey.key, key), changes))
    return tuple(found)
