"""What follows from sums that are known: whether one sum can be worked out from others, and from which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Sum = Mapping[Hashable, int]
"""How often each part counts in it; what is left of a whole counts a part less than none."""

_PRIME = 2**61 - 1
"""Fractions without fractions: whether a sum follows is asked modulo a prime far beyond any coefficient."""


def follows_from(wanted: Sum, known: Sequence[Sum]) -> tuple[int, ...] | None:
    """The indices of the known sums that add up to `wanted`, each any number of times; None where none do.

    Those that stand first are preferred. Gaussian elimination over the sums that have to do with the wanted one.
    """
    order: dict[Hashable, int] = {}
    basis: dict[int, tuple[dict[int, int], dict[int, int]]] = {}
    for index in _about(wanted, known):
        row, used = _reduced(_numbered(known[index], order), {index: 1}, basis)
        if row:
            first = min(row)
            inverse = pow(row[first], -1, _PRIME)
            basis[first] = _times(row, inverse), _times(used, inverse)
    left, used = _reduced(_numbered(wanted, order), {}, basis)
    return None if left else tuple(sorted(used))


def _about(wanted: Sum, known: Sequence[Sum]) -> list[int]:
    """The sums that share a part with the wanted one, with one that does, and so on."""
    by_part: dict[Hashable, list[int]] = defaultdict(list)
    for index, each in enumerate(known):
        for part in each:
            by_part[part].append(index)
    found: set[int] = set()
    open_, met = list(wanted), set(wanted)
    while open_:
        for index in by_part.get(open_.pop(), ()):
            if index not in found:
                found.add(index)
                fresh = known[index].keys() - met
                met |= fresh
                open_ += fresh
    return sorted(found)


def _numbered(parts: Sum, order: dict[Hashable, int]) -> dict[int, int]:
    return {order.setdefault(part, len(order)): times for part, times in parts.items() if times}


def _reduced(
    row: dict[int, int], used: dict[int, int], basis: Mapping[int, tuple[dict[int, int], dict[int, int]]]
) -> tuple[dict[int, int], dict[int, int]]:
    """The row without what the basis gives of it, and what was used for that."""
    todo = sorted(row.keys() & basis.keys())
    while todo:
        for part in todo:
            if times := row.get(part, 0):
                other, theirs = basis[part]
                _take(row, other, times)
                _take(used, theirs, times)
        todo = sorted(row.keys() & basis.keys())
    return row, used


def _take(row: dict[int, int], other: Mapping[int, int], times: int) -> None:
    for part, value in other.items():
        left = (row.get(part, 0) - times * value) % _PRIME
        if left:
            row[part] = left
        else:
            row.pop(part, None)


def _times(row: Mapping[int, int], factor: int) -> dict[int, int]:
    return {part: value * factor % _PRIME for part, value in row.items()}


def less(whole: Sum, parts: Iterable[Sum]) -> dict[Hashable, int]:
    """What is left of a whole."""
    left: dict[Hashable, int] = defaultdict(int, whole)
    for each in parts:
        for part, times in each.items():
            left[part] -= times
    return {part: times for part, times in left.items() if times}
