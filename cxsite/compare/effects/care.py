"""Who cares: hotspots without an action, changes that nobody carries, steps that nobody measures."""

from __future__ import annotations

from collections.abc import Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.effect import Effect, Worlds
from cxsite.compare.kinds.experience import by_value
from cxsite.compare.units import Unit
from cxsite.derive.atlas import Atlas
from cxsite.derive.links.things import Thing, addressed
from cxsite.model.hotspot import Hotspot


class Unaddressed(Effect):
    """A hotspot has lost its last action, or got its first."""

    id, level = "hotspot-addressed", Level.ATTENTION

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair in worlds.sides.pairing.pairs:
            if pair.unit.noun != "hotspot" or pair.before is None or pair.after is None or _shines(pair.after):
                continue
            old, new = _acted_on(worlds.before, pair.before), _acted_on(worlds.after, pair.after)
            if old and not new:
                yield self.about(worlds, pair, "no action addresses it any more", ("addressed", "open"), "worse")
            if new and not old:
                yield self.about(worlds, pair, "an action addresses it now", ("open", "addressed"), "better")


def _shines(unit: Unit) -> bool:
    return isinstance(unit.entry, Hotspot) and unit.entry.kind == "bright-spot"


def _acted_on(atlas: Atlas, unit: Unit) -> bool:
    return bool(addressed(atlas.portfolio).get(Thing("hotspot", unit.journey, unit.key)))


class Uncarried(Effect):
    """More or fewer changes of a target map are carried by nobody."""

    id = "changes-uncarried"

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair, was, now in worlds.journeys:
            for name in now.targets:
                if name in was.targets:
                    old, new = (
                        len(ledger.uncarried) + len(ledger.uncarried_phases)
                        for ledger in (worlds.before.ledger(was, name), worlds.after.ledger(now, name))
                    )
                    if old != new:
                        what = f"changes of the target{'' if name == 'target' else f' `{name}`'} that nobody carries"
                        texts, way = (str(old), str(new)), by_value(old, new, "worse")
                        yield self.about(worlds, pair, f"{what} from {old} to {new}", texts, way, name)


class MeasuredSteps(Effect):
    """More or fewer steps of a journey have a fresh number.

    It is neither better nor worse for the customer, who goes through them measured or not.
    """

    id = "coverage"

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair, was, now in worlds.journeys:
            old, new = worlds.before.coverage(was), worlds.after.coverage(now)
            if (old.measured, old.steps) != (new.measured, new.steps):
                texts = f"{old.measured} of {old.steps}", f"{new.measured} of {new.steps}"
                yield self.about(worlds, pair, f"measured steps from {texts[0]} to {texts[1]}", texts, "neutral")
