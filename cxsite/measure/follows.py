"""What follows from sums that are known, by adding and subtracting them any number of times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Sum = Mapping[Hashable, int]
"""How often each part counts in it; what is left of a whole counts a part less than none."""
_Row = dict[int, int]

_PRIME = 2**61 - 1
"""Fractions without fractions: whether a sum follows is asked modulo a prime far beyond any coefficient."""


def giving_away(known: Iterable[Sum], secret: Sequence[Sum]) -> tuple[int, ...]:
    """The indices of known sums that must not be told, so that no secret sum follows from the others.

    They are told in this order, and one from which, with those told before it, a secret would follow is left out. So
    what stands first is told rather than what stands last. Gaussian elimination; what is still open of each secret is
    kept beside it, so that every sum is looked at once.
    """
    order: dict[Hashable, int] = {}
    told: dict[int, _Row] = {}
    left = [_numbered(each, order) for each in secret]
    by_part: dict[int, set[int]] = defaultdict(set)
    for index, row in enumerate(left):
        for part in row:
            by_part[part].add(index)
    taken = []
    for index, each in enumerate(known):
        row = _reduced(_numbered(each, order), told)
        if not row:
            continue
        first = min(row)
        row = _times(row, pow(row[first], -1, _PRIME))
        fresh = {which: _less(left[which], row, left[which][first]) for which in by_part.get(first, ())}
        if not all(fresh.values()):
            taken.append(index)
            continue
        told[first] = row
        for which, now in fresh.items():
            for part in left[which].keys() - now.keys():
                by_part[part].discard(which)
            for part in now.keys() - left[which].keys():
                by_part[part].add(which)
            left[which] = now
    return tuple(taken)


def _numbered(parts: Sum, order: dict[Hashable, int]) -> _Row:
    return {order.setdefault(part, len(order)): times % _PRIME for part, times in parts.items() if times}


def _reduced(row: _Row, told: Mapping[int, _Row]) -> _Row:
    """What of the row does not follow from what was told."""
    while todo := row.keys() & told.keys():
        part = min(todo)
        row = _less(row, told[part], row[part])
    return row


def _less(row: Mapping[int, int], other: Mapping[int, int], times: int) -> _Row:
    found = dict(row)
    for part, value in other.items():
        left = (found.get(part, 0) - times * value) % _PRIME
        if left:
            found[part] = left
        else:
            found.pop(part, None)
    return found


def _times(row: Mapping[int, int], factor: int) -> _Row:
    return {part: value * factor % _PRIME for part, value in row.items()}


def less(whole: Sum, parts: Iterable[Sum]) -> dict[Hashable, int]:
    """What is left of a whole."""
    left: dict[Hashable, int] = defaultdict(int, whole)
    for each in parts:
        for part, times in each.items():
            left[part] -= times
    return {part: times for part, times in left.items() if times}
