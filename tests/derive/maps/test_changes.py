"""Differences of targets, by hotspot and by action."""

from __future__ import annotations

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.changes import Differences, differences_of
from cxsite.derive.maps.gaps import gap_ledger
from derive.known import example, known, one_phase

MORE = """\
hotspots: [{id: h1, name: H1, steps: s1}, {id: h2, name: H2, steps: s2}]
actions:
  - {id: a1, name: A1, addresses: h1}
  - {id: gone, name: Gone, addresses: h2, status: dropped}
"""


def differences(target: str) -> Differences:
    steps = ("id: s1, name: One, emotion: 0", "id: s2, name: Two")
    made = known(one_phase(*steps, more=MORE) + target)
    return differences_of([gap_ledger(made.journey, "target", made.readings)])


def test_a_difference_stands_with_its_action_and_with_the_hotspots_of_that_action() -> None:
    found = differences("target:\n  steps: [{change: s1, emotion: 1, carried_by: a1, what: Better}]\n")
    (one,) = found.by_action[Thing("action", "a", "a1")]
    assert (one.kind, one.id, one.name, one.state, one.what) == ("step", "s1", "One", "changed", "Better")
    assert found.by_hotspot == {Thing("hotspot", "a", "h1"): (one,)}


def test_what_a_dropped_action_was_to_carry_takes_no_hotspot_away() -> None:
    found = differences("target:\n  steps: [{change: s2, emotion: 1, carried_by: gone}]\n")
    assert [one.id for one in found.by_action[Thing("action", "a", "gone")]] == ["s2"]
    assert found.by_hotspot == {}


def test_what_does_not_differ_is_no_difference() -> None:
    assert differences("target:\n  steps: [{change: s1, emotion: 0, carried_by: a1}]\n").all == ()


def test_a_phase_that_differs_is_among_them() -> None:
    found = differences("target:\n  phases: [{change: p, name: New, carried_by: a1}]\n")
    assert [(one.kind, one.id, one.name) for one in found.all] == [("phase", "p", "New")]


def test_of_the_example_each_difference_stands_once_under_a_hotspot() -> None:
    made = example()
    found = differences_of(gap_ledger(made.journey, target, made.readings) for target in made.journey.targets)
    assert found.by_hotspot
    assert all(len({id(one) for one in members}) == len(members) for members in found.by_hotspot.values())
