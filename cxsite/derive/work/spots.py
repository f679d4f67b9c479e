"""Hotspots as their pages and lists need them: by severity, by category, and the numbers about their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cxsite.derive.links.things import Thing, entry_of, places_of, thing_of, things_of
from cxsite.derive.places.readings import NOT_MEASURED, Reading, Readings
from cxsite.measure.series import Where
from cxsite.model.action import Action
from cxsite.model.hotspot import Hotspot
from cxsite.model.library import Capability
from cxsite.model.portfolio import Portfolio
from cxsite.model.step import Phase, Step

SEVERITIES = ("critical", "high", "medium", "low")
"""From the worst down."""
RATINGS = (*SEVERITIES, "open", "bright")
"""What a hotspot may be: of a severity, of one that nobody assessed, or a bright spot."""


def rating_of(hotspot: Hotspot) -> str:
    """Its severity, `open` where nobody assessed it, `bright` for a bright spot."""
    return "bright" if hotspot.kind == "bright-spot" else hotspot.severity or "open"


def weight_of(hotspot: Hotspot) -> int:
    """Its place by severity, the worst first; what was not assessed stands behind, bright spots last."""
    if hotspot.kind == "bright-spot":
        return len(SEVERITIES) + 1
    return SEVERITIES.index(hotspot.severity) if hotspot.severity else len(SEVERITIES)


def by_severity(hotspots: Iterable[Hotspot]) -> tuple[tuple[str, int], ...]:
    """How many there are of each severity, the worst first; those not assessed last under an empty word."""
    counted: Counter[str] = Counter(hotspot.severity or "" for hotspot in hotspots)
    return tuple((word, counted[word]) for word in (*SEVERITIES, "") if counted[word])


@dataclass(frozen=True)
class Recurring:
    """The hotspots of one category, bright spots left out; an empty category is *not assessed*."""

    category: str
    hotspots: tuple[tuple[Thing, Hotspot], ...]
    journeys: tuple[str, ...]
    """Where they stand, by id."""


def recurring(hotspots: Iterable[tuple[Thing, Hotspot]], portfolio: Portfolio) -> tuple[Recurring, ...]:
    """The categories in the order of the settings, those without a hotspot left out."""
    groups: dict[str, list[tuple[Thing, Hotspot]]] = defaultdict(list)
    for thing, hotspot in hotspots:
        if hotspot.kind != "bright-spot":
            groups[hotspot.category or ""].append((thing, hotspot))
    order = [*portfolio.settings.category_ids, *sorted(groups)]
    names = [name for name in dict.fromkeys(order) if name in groups and name] + [""] * ("" in groups)
    return tuple(Recurring(name, tuple(groups[name]), _journeys(groups[name], portfolio)) for name in names)


def _journeys(hotspots: Iterable[tuple[Thing, Hotspot]], portfolio: Portfolio) -> tuple[str, ...]:
    homes = {home for thing, hotspot in hotspots for home in homes_of(thing, hotspot, portfolio)}
    return tuple(sorted(homes))


def homes_of(thing: Thing, hotspot: Hotspot, portfolio: Portfolio) -> tuple[str, ...]:
    """The journeys that a hotspot belongs to or stands on."""
    homes = [thing.home, *(place.home for place in places_of(portfolio, thing, hotspot))]
    return tuple(dict.fromkeys(home for home in homes if home))


def categories_of(action: Action, journey: str, portfolio: Portfolio) -> tuple[str, ...]:
    """An action's own category, else those of the hotspots that it addresses."""
    if action.category:
        return (action.category,)
    named = (entry_of(portfolio, thing) for thing in things_of(portfolio, "hotspot", action.addresses, journey))
    return tuple(dict.fromkeys(one.category for one in named if isinstance(one, Hotspot) and one.category))


def lacks_of(hotspot: Hotspot, home: str, portfolio: Portfolio) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What we cannot `do` and cannot `know` yet that keeps a hotspot there, as it is named; last what nobody listed."""
    found: dict[str, list[str]] = {"do": [], "know": [], "": []}
    for ref in hotspot.blocked_by:
        thing = thing_of(portfolio, "capability", ref, home)
        entry = entry_of(portfolio, thing) if thing else None
        found[entry.kind if isinstance(entry, Capability) else ""].append(ref)
    return tuple((kind, tuple(refs)) for kind, refs in found.items() if refs)


@dataclass(frozen=True)
class Shown:
    """A number that shows a hotspot; without a place it is about a whole. Without a reading `why_not` says why."""

    metric: str
    place: Thing | None
    reading: Reading | None
    why_not: str = ""


@dataclass(frozen=True)
class SpotNumbers:
    """Looks up the numbers about the places of hotspots."""

    readings: Readings

    def of(self, thing: Thing, hotspot: Hotspot) -> tuple[Shown, ...]:
        """The latest numbers of the metrics that a hotspot names, then those of the metrics about its places.

        A metric that it names and that has no number stands there without a reading.
        """
        places = places_of(self.readings.portfolio, thing, hotspot)
        found = [one for ref in hotspot.metrics for one in self._named(ref, thing.home, places)]
        known = {(one.metric, one.reading.series.where) for one in found if one.reading}
        for place in places:
            for metric in self._about(place):
                reading = self._at(metric, place)
                if reading and (metric, reading.series.where) not in known:
                    known.add((metric, reading.series.where))
                    found.append(Shown(metric, place if _is_placed(reading) else None, reading))
        return tuple(found)

    def _named(self, ref: str, journey: str, places: tuple[Thing, ...]) -> Iterator[Shown]:
        metric = self.readings.renames.now("metric", ref)
        here = [(place, self._at(metric, place)) for place in places]
        placed = [(place, reading) for place, reading in here if reading and _is_placed(reading)]
        if placed:
            yield from (Shown(metric, place, reading) for place, reading in placed)
            return
        whole = next((r for _, r in here if r), None) or self.readings.at_step(metric, journey, "")
        yield Shown(metric, None, whole, "" if whole else self._why_not(metric, journey, places))

    def _why_not(self, metric: str, journey: str, places: tuple[Thing, ...]) -> str:
        """Withheld where it is so at one of the places or of the whole; else not measured."""
        at = [self.readings.why_not(metric, place.home, **{place.kind: place.key}) for place in places]
        at.append(self.readings.why_not(metric, journey))
        return next((why for why in at if why != NOT_MEASURED), NOT_MEASURED)

    def _at(self, metric: str, place: Thing) -> Reading | None:
        look = self.readings.at_step if place.kind == "step" else self.readings.at_phase
        return look(metric, place.home, place.key)

    def _about(self, place: Thing) -> Iterator[str]:
        """The metrics that the place names itself, and those with rows about it."""
        entry = entry_of(self.readings.portfolio, place)
        own = entry.metrics if isinstance(entry, Step | Phase) else ()
        named = [self.readings.renames.now("metric", ref) for ref in own]
        yield from dict.fromkeys([*named, *self._measured_at(place)])

    def _measured_at(self, place: Thing) -> Iterator[str]:
        """The metrics with rows about it, in the order of the tables; rows that name no journey are about any."""
        homes = (place.home, "") if place.home else ("",)
        known = {
            metric: at for home in homes for metric, at in self._placed.get((home, place.kind, place.key), {}).items()
        }
        return iter(sorted(known, key=known.__getitem__))

    @cached_property
    def _placed(self) -> dict[tuple[str, str, str], dict[str, int]]:
        """The metrics with rows about a step or a phase, by the journey that they are about and its id."""
        found: dict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
        for at, series in enumerate(self.readings.measures.series):
            where = series.where
            if not where.segment and (where.step or where.phase):
                home = where.journey or self.readings.renames.now("journey", series.metric.journey or "")
                found[home, *_key(where)].setdefault(series.metric.key, at)
        return found


def _is_placed(reading: Reading) -> bool:
    return bool(reading.series.where.step or reading.series.where.phase)


def _key(where: Where) -> tuple[str, str]:
    return ("step", where.step) if where.step else ("phase", where.phase)
