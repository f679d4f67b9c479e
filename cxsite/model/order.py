"""What stays in order when a list is put into another order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def stay_in_order(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The longest run of ids that stand in the same order in both lists: these have not moved.

    Both lists hold the same ids, each once.
    """
    place = {key: index for index, key in enumerate(old)}
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str] = {}
    for key in new:
        at = bisect_left(ends, place[key])
        ends[at : at + 1], last[at : at + 1] = [place[key]], [key]
        before[key] = last[at - 1] if at else ""
    found, key = set[str](), last[-1] if last else ""
    while key:
        found.add(key)
        key = before[key]
    return found
