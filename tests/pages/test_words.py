"""Words for the fixed values of fields."""

from __future__ import annotations

from typing import get_args

from cxsite.derive.maps.gaps import GapState
from cxsite.model.action import ActionKind, Backing, Delivery
from cxsite.model.hotspot import HotspotKind
from cxsite.pages import words


def test_every_value_has_its_words() -> None:
    assert set(words.KINDS) == set(get_args(HotspotKind))
    assert set(words.DELIVERIES) == set(get_args(Delivery))
    assert set(words.ACTION_KINDS) == set(get_args(ActionKind))
    assert set(words.BACKING) == set(get_args(Backing))
    assert set(words.STATES) == set(get_args(GapState))
