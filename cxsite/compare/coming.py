"""What is new and what is gone: the ground of the kinds that say so, each for its nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxsite.compare.change import Change, Level
from cxsite.compare.kind import ChangeKind
from cxsite.compare.pairs import Pair
from cxsite.compare.placing import stands
from cxsite.compare.sides import Sides


class Added(ChangeKind):
    """Something is new. Parts that came with it are counted, not told one by one."""

    nouns: tuple[str, ...] = ()

    def changes(self, sides: Sides) -> Iterator[Change]:
        """Each new thing of these nouns."""
        for pair in sides.pairing.pairs:
            if pair.before is None and pair.unit.noun in self.nouns and is_told(sides, pair):
                yield self.make(sides, pair, self.said(sides, pair))

    def said(self, sides: Sides, pair: Pair) -> str:
        """`new, with 2 steps, behind “Order”`."""
        return f"new{with_parts(sides, pair)}{stands(pair.unit)}"


class Removed(ChangeKind):
    """Something is gone, and its parts with it."""

    level = Level.ATTENTION
    nouns: tuple[str, ...] = ()

    def changes(self, sides: Sides) -> Iterator[Change]:
        """Each thing of these nouns that is gone."""
        for pair in sides.pairing.pairs:
            if pair.after is None and pair.unit.noun in self.nouns and is_told(sides, pair):
                yield self.make(sides, pair, self.said(sides, pair))

    def said(self, sides: Sides, pair: Pair) -> str:
        """`removed, with 2 steps`."""
        return f"removed{with_parts(sides, pair)}"


def is_told(sides: Sides, pair: Pair) -> bool:
    """False for a part that is new or gone because what it stands in is, as the whole tells it; and for what cannot be
    read on the other side."""
    if sides.is_lost("before" if pair.after else "after", pair.unit):
        return False
    whole = pair.unit.parent
    if whole is None or whole.noun in ("settings", "strategy"):
        return True
    return sides.pairing.of(whole, "after" if pair.after else "before").how != "alone"


def with_parts(sides: Sides, whole: Pair) -> str:
    """`, with 1 phase, 2 steps`: the parts that came or went with it."""
    return _counted(sides.pairing.parts_alone(whole))


def _counted(nouns: Sequence[str]) -> str:
    counts = [(nouns.count(noun), noun) for noun in dict.fromkeys(nouns)]
    said = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts]
    return f", with {', '.join(said)}" if said else ""
