"""What follows from rows that are known, by adding and subtracting them any number of times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Sum = Mapping[Hashable, int]
"""How often each count is added in it: that of the people of a place up to a day, or of any others."""


def giving_away(known: Iterable[tuple[Hashable, Hashable]], secret: Sequence[Sum]) -> tuple[int, ...]:
    """The indices of known differences that must not be told, so that no secret sum follows from the others.

    A row says by how much two counts differ: that up to its last day, and that up to its first. They are told in this
    order, and one from which, with those told before it, a secret would follow is left out. So what stands first is
    told rather than what stands last. What is told joins counts into groups, in which all differences follow; so a sum
    follows when in each group it adds as often as it subtracts.
    """
    told = _Told(secret)
    return tuple(index for index, (one, other) in enumerate(known) if not told.join(one, other))


class _Told:
    """Counts in groups, and of each group how often it is added in each secret sum, where that is not nought."""

    def __init__(self, secret: Sequence[Sum]) -> None:
        self._up: dict[Hashable, Hashable] = {}
        self._in: dict[Hashable, dict[int, int]] = defaultdict(dict)
        for index, each in enumerate(secret):
            for count, times in each.items():
                if times:
                    self._in[count][index] = times
        self._open = [sum(1 for times in each.values() if times) for each in secret]

    def _group(self, count: Hashable) -> Hashable:
        while (above := self._up.get(count, count)) != count:
            self._up[count] = self._up.get(above, above)
            count = above
        return count

    def join(self, one: Hashable, other: Hashable) -> bool:
        """Tells the difference of two counts; False, and nothing is told, where a secret would follow."""
        large, small = sorted((self._group(one), self._group(other)), key=lambda group: len(self._in[group]))[::-1]
        if large == small:
            return True
        both = {index: self._in[large].get(index, 0) + times for index, times in self._in[small].items()}
        now = {
            index: self._open[index] - (1 if times else 2) for index, times in both.items() if index in self._in[large]
        }
        if not all(now.values()):
            return False
        for index, groups in now.items():
            self._open[index] = groups
        ours = self._in[large]
        for index, times in both.items():
            if times:
                ours[index] = times
            else:
                del ours[index]
        del self._in[small]
        self._up[small] = large
        return True


def less(whole: Sum, parts: Iterable[Sum]) -> Sum:
    """What is left of a whole."""
    return _with(whole, parts, -1)


def plus(first: Sum, *others: Sum) -> Sum:
    """Several sums as one."""
    return _with(first, others, 1)


def _with(first: Sum, others: Iterable[Sum], sign: int) -> Sum:
    others = [each for each in others if each]
    if not others:
        return first
    total: dict[Hashable, int] = defaultdict(int, first)
    for each in others:
        for part, times in each.items():
            total[part] += sign * times
    return {part: times for part, times in total.items() if times}
