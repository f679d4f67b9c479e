"""A key in the wrong place is told where it belongs."""

from __future__ import annotations

import pytest

from cxsite.load.whereto import entry_at, homes_of
from cxsite.model.hotspot import Hotspot
from cxsite.model.journey import Journey
from cxsite.model.step import Bounce, Step


@pytest.mark.parametrize(
    ("path", "entry"),
    [((), Journey), (("hotspots", 0), Hotspot), (("phases", 1, "steps", 0), Step)],
)
def test_the_entry_at_a_place_is_found(path: tuple[str | int, ...], entry: type) -> None:
    assert entry_at(Journey, path) is entry
    assert entry_at(Step, ("bounce",)) is Bounce


@pytest.mark.parametrize(
    ("key", "homes"),
    [("severity", "a hotspot"), ("bounce", "a step or a step difference"), ("participants", "a source of evidence")],
)
def test_the_entries_with_a_key_are_named(key: str, homes: str) -> None:
    assert homes_of(Journey, key) == homes


@pytest.mark.parametrize("key", ["mood", "name"])
def test_no_home_and_many_homes_are_no_help(key: str) -> None:
    assert homes_of(Journey, key) == ""


def test_a_list_of_entries_belongs_where_entries_stand() -> None:
    assert homes_of(Journey, "steps", entries=True) == "a phase or a target"
