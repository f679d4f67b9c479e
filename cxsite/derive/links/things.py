"""What a reference means, as a value: of which kind, whose, and by the id of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from cxsite.model.action import Action
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.kept import kept
from cxsite.model.named import Linked
from cxsite.model.portfolio import IN_JOURNEY, Portfolio, key_of


@dataclass(frozen=True, order=True)
class Thing:
    """Something of a portfolio. `home` is its journey, empty for what belongs to the repository."""

    kind: str
    home: str
    key: str

    @property
    def ref(self) -> str:
        """How it is referred to from anywhere: `join/moved`, `billing`."""
        return f"{self.home}/{self.key}" if self.home else self.key


def thing_of(portfolio: Portfolio, kind: str, text: str, journey: str = "") -> Thing | None:
    """What an id of this kind names where it stands, by a former id too; None where nobody listed it."""
    for look in (portfolio.find, portfolio.find_former):
        entry = look(kind, text, journey)
        if entry is None:
            continue
        home, slash, _ = text.partition("/")
        if kind not in IN_JOURNEY or look(kind, text) is entry:
            journey = ""
        return Thing(kind, home if slash and kind in IN_JOURNEY else journey, key_of(entry))
    return None


def things_of(portfolio: Portfolio, kind: str, texts: Iterable[str], journey: str = "") -> tuple[Thing, ...]:
    """What several ids name, each once; those that nobody listed are left out."""
    found = (thing_of(portfolio, kind, text, journey) for text in texts)
    return tuple(dict.fromkeys(thing for thing in found if thing is not None))


def entry_of(portfolio: Portfolio, thing: Thing) -> Linked | None:
    """The entry itself."""
    return portfolio.find(thing.kind, thing.ref)


def all_actions(portfolio: Portfolio) -> Iterator[tuple[Thing, Action]]:
    """Every action, those of the repository first."""
    found = cast("Iterator[tuple[str, Action]]", portfolio.everywhere("action"))
    return ((Thing("action", home, action.key), action) for home, action in found)


def all_hotspots(portfolio: Portfolio) -> Iterator[tuple[Thing, Hotspot]]:
    """Every hotspot, those of the repository first."""
    found = cast("Iterator[tuple[str, Hotspot]]", portfolio.everywhere("hotspot"))
    return ((Thing("hotspot", home, hotspot.key), hotspot) for home, hotspot in found)


def places_of(portfolio: Portfolio, thing: Thing, hotspot: Hotspot) -> tuple[Thing, ...]:
    """The steps and phases that a hotspot stands on, of any journey."""
    steps = things_of(portfolio, "step", hotspot.steps, thing.home)
    return (*steps, *things_of(portfolio, "phase", hotspot.phases, thing.home))


def hotspots_on(portfolio: Portfolio, journey: Journey) -> tuple[tuple[Thing, Hotspot], ...]:
    """The hotspots of a journey: its own, and those of the repository and of other journeys that stand on it."""
    return _hotspots_by_journey(portfolio).get(journey.key, ())


@kept
def _hotspots_by_journey(portfolio: Portfolio) -> dict[str, tuple[tuple[Thing, Hotspot], ...]]:
    found: dict[str, list[tuple[Thing, Hotspot]]] = {}
    for thing, hotspot in all_hotspots(portfolio):
        for home in {thing.home, *(place.home for place in places_of(portfolio, thing, hotspot))}:
            found.setdefault(home, []).append((thing, hotspot))
    return {home: tuple(hotspots) for home, hotspots in found.items()}


@kept
def addressed(portfolio: Portfolio) -> dict[Thing, tuple[Thing, ...]]:
    """The actions that address each hotspot, dropped ones left out."""
    found: dict[Thing, list[Thing]] = {}
    for thing, action in all_actions(portfolio):
        if action.status != "dropped":
            for hotspot in things_of(portfolio, "hotspot", action.addresses, thing.home):
                found.setdefault(hotspot, []).append(thing)
    return {hotspot: tuple(actions) for hotspot, actions in found.items()}
