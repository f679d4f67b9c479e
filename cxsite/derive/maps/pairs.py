"""Which maps of a journey are laid beside one another, besides each target and the map it is written to differ from.

Of n targets there are n · (n + 1) / 2 pairs of maps, each a page as heavy as a map. So all pairs are made as long as
there are few targets; beyond that each target is laid beside the current map.
"""

from __future__ import annotations

from itertools import combinations

from cxsite.model.journey import Journey
from cxsite.model.resolve import CURRENT

MOST = 4
"""Targets of which every pair has a page: ten pages, those of the targets themselves among them."""


def pairs_of(journey: Journey) -> tuple[tuple[str, str], ...]:
    """The map before and the target after, by name, in the order of the tabs."""
    written = {frozenset((base_of(journey, target), target)) for target in journey.targets}
    pairs = [pair for pair in combinations(maps_of(journey), 2) if frozenset(pair) not in written]
    return tuple(pair for pair in pairs if len(journey.targets) <= MOST or pair[0] == CURRENT)


def maps_of(journey: Journey) -> tuple[str, ...]:
    """The maps of a journey by name, in the order of the tabs."""
    return (CURRENT, *sorted(journey.targets, key=lambda one: one != "target"))


def base_of(journey: Journey, target: str) -> str:
    """The map that a target is written to differ from."""
    base = journey.targets[target].from_
    return base if base in journey.targets else CURRENT
