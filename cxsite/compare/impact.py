"""How far a change of something shared reaches: the things that refer to it, their journeys and their departments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cxsite.compare.change import Change, Subject
from cxsite.derive.atlas import Atlas
from cxsite.derive.links.things import Thing
from cxsite.model.journey import Journey
from cxsite.model.step import Phase, Step

_KINDS = {
    **{noun: noun for noun in ("metric", "principle", "channel", "touchpoint", "system", "capability", "segment")},
    **{"persona": "segment", "department": "party", "person": "party", "life-cycle stage": "life-cycle stage"},
    "source": "evidence",
}
"""The kind of thing that links name, by the noun of what changed."""
_EVERYWHERE = ("value definition", "settings")


@dataclass(frozen=True)
class Reach:
    """What one change of something shared reaches, by names that people know, and by ids.

    `uses` are the things that refer to it; a change of what holds everywhere reaches all journeys and has none.
    `pages` are addresses on the site, where somebody who knows it has looked.
    """

    subject: Subject
    uses: tuple[Thing, ...]
    journeys: tuple[str, ...]
    departments: tuple[str, ...]
    pages: tuple[str, ...] = ()


def reaches(changes: Iterable[Change], atlas: Atlas) -> tuple[Reach, ...]:
    """The reach of each thing that changed and that others share, the furthest first."""
    found = [
        reach for subject in dict.fromkeys(change.subject for change in changes) for reach in _reach(subject, atlas)
    ]
    return tuple(sorted(found, key=lambda reach: (-len(reach.journeys), -len(reach.uses))))


def _reach(subject: Subject, atlas: Atlas) -> Iterator[Reach]:
    if subject.noun in _EVERYWHERE:
        yield _made(subject, (), tuple(journey.key for journey in atlas.journeys), atlas)
    kind = _KINDS.get(subject.noun)
    if kind is None or (subject.noun == "source" and subject.journey):
        return
    thing = Thing(kind, "", subject.id)
    uses = tuple(dict.fromkeys(use.by for use in atlas.back.uses.get(thing, ())))
    journeys = atlas.back.journeys_using(thing)
    if uses or journeys:
        yield _made(subject, uses, journeys, atlas)


def _made(subject: Subject, uses: tuple[Thing, ...], journeys: tuple[str, ...], atlas: Atlas) -> Reach:
    owners = dict.fromkeys(_owners(uses, journeys, atlas))
    parties = map(atlas.parties.now, owners)
    departments = dict.fromkeys(atlas.parties.department(party) or party for party in parties)
    return Reach(subject, uses, journeys, tuple(sorted(atlas.parties.name(one) for one in departments)))


def _owners(uses: Iterable[Thing], journeys: Iterable[str], atlas: Atlas) -> Iterator[str]:
    """Who answers for the steps and phases that refer to it, and for the journeys."""
    for key in journeys:
        yield atlas.portfolio.journey_by_id[key].owner
    for thing in uses:
        entry = atlas.portfolio.find(thing.kind, thing.key, thing.home)
        if isinstance(entry, Step | Phase | Journey) and entry.owner:
            yield entry.owner
