"""What a journey takes from its customer, and from us."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxsite.compare.change import Change, Level
from cxsite.compare.effect import Effect, Worlds
from cxsite.compare.kinds.experience import by_value
from cxsite.derive.atlas import Atlas
from cxsite.derive.effort.effort import MapEffort, Sum
from cxsite.derive.written.amounts import write_minutes, write_points
from cxsite.derive.written.numbers import write_amount
from cxsite.derive.written.quotes import in_quotes
from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT

_PARTS = {"minutes": "time", "money": "money", "emotion": "negative emotion"}


class ExpectedEffort(Effect):
    """The effort to be expected of a customer is another amount, on today's map or on a target.

    Each step is weighed by the share who take it, times how often; see the page on effort.
    """

    id = "expected-effort"

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair, was, now in worlds.journeys:
            for name in (CURRENT, *(key for key in now.targets if key in was.targets)):
                old, new = _effort(worlds.before, was, name).total, _effort(worlds.after, now, name).total
                for part, word in _PARTS.items():
                    sums = getattr(old, part), getattr(new, part)
                    values = sums[0].expected, sums[1].expected
                    write = _writer(part, worlds.after)
                    if _written(values[0], write) != _written(values[1], write):
                        texts = _written(values[0], write), _written(values[1], write)
                        where = "" if name == CURRENT else " on the target" + ("" if name == "target" else f" `{name}`")
                        what = f"expected {word}{where} from {texts[0]} to {texts[1]}"
                        way = by_value(*values, "worse") if _as_much_known(*sums) else "neutral"
                        yield self.about(worlds, pair, what, texts, way, f"{name} {part}")


def _as_much_known(old: Sum, new: Sum) -> bool:
    """False where a sum is less because less is known: that is not better for anybody."""
    return new.open + new.unweighed + new.elsewhere == old.open + old.unweighed + old.elsewhere


def _effort(atlas: Atlas, journey: Journey, name: str) -> MapEffort:
    return atlas.effort(journey) if name == CURRENT else atlas.ledger(journey, name).after


def _writer(part: str, atlas: Atlas) -> Callable[[float], str]:
    if part == "money":
        return lambda amount: write_amount(amount, atlas.settings.currency)
    return write_minutes if part == "minutes" else write_points


def _written(value: float | None, write: Callable[[float], str]) -> str:
    return "not known" if value is None else write(value)


class HandOffs(Effect):
    """A journey has more or fewer hand-offs."""

    id = "hand-offs"

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair, was, now in worlds.journeys:
            old, new = worlds.before.hand_offs(was).count, worlds.after.hand_offs(now).count
            if old is not None and new is not None and old != new:
                texts = str(old), str(new)
                yield self.about(worlds, pair, f"hand-offs from {old} to {new}", texts, by_value(old, new, "worse"))


class WeakestLink(Effect):
    """Another phase is the weakest link of a journey's chain."""

    id, level = "weakest-link", Level.ATTENTION

    def effects(self, worlds: Worlds) -> Iterator[Change]:
        for pair, was, now in worlds.journeys:
            chains = worlds.before.chain(was), worlds.after.chain(now)
            if not (chains[0] and chains[1] and chains[0].weakest and chains[1].weakest):
                continue
            old, new = ([link.phase for link in chain.weakest] for chain in chains if chain)
            names = [[phase.name for phase in phases] for phases in (old, new)]
            if {phase.key for phase in old} != {phase.key for phase in new} and names[0] != names[1]:
                said = [" and ".join(map(in_quotes, each)) for each in names]
                texts = " and ".join(names[0]), " and ".join(names[1])
                yield self.about(worlds, pair, f"weakest link from {said[0]} to {said[1]}", texts)
