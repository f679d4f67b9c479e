"""What differs between two states of a step or a phase, field by field: what it said before, and what it says after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxsite.derive.maps.said import LABELS, Said, by_field, label_of, unsaid

_STAY = frozenset({"quotes", "formerly"})
"""Quotes stay with the map on which they were said, and former ids are no difference."""


@dataclass(frozen=True)
class Difference:
    """One field before and after; None where that side says nothing about it."""

    field: str
    label: str
    before: Said | None
    after: Said | None

    @property
    def texts(self) -> tuple[str, str]:
        """Both sides in plain words."""
        before, after = (one.text if one else unsaid(self.field) for one in (self.before, self.after))
        return before, after


def differences(before: Iterable[Said], after: Iterable[Said]) -> tuple[Difference, ...]:
    """The fields that differ, in the order in which pages say them. An empty side is a step that is not there."""
    first, second = by_field(before), by_field(after)
    if not first or not second:
        return ()
    fields = [*LABELS, *(field for field in {**first, **second} if field not in LABELS)]
    return tuple(
        Difference(field, label_of(field), first.get(field), second.get(field))
        for field in fields
        if field not in _STAY and _differ(first.get(field), second.get(field))
    )


def _differ(one: Said | None, other: Said | None) -> bool:
    """What is named counts, not what it is called: the steps of a renamed phase are where they were."""
    if one is None or other is None:
        return one is not other
    return one.refs != other.refs if one.refs and other.refs else one.text != other.text
