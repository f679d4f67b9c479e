"""Why a target differs."""

from __future__ import annotations

from cxsite.derive.links.things import Thing
from cxsite.derive.maps.reasons import Why, unaddressed, why_of
from cxsite.model.resolve import resolve_target
from derive.known import Known, known, one_phase

SHARED = {
    "journeys/actions.yml": "actions: [{id: wide, name: Wide, addresses: [a/h2], follows: plain}]\n",
    "journeys/strategy.yml": "principles: [{id: plain, name: Plain}, {id: early, name: Early}]\n",
}
OWN = """\
hotspots: [{id: h1, name: H1, steps: s1}, {id: h2, name: H2, steps: s1}, {id: h3, name: H3, phases: p}]
actions: [{id: off, name: Off, addresses: h3, follows: early, status: dropped}]
"""


def made(entry: str) -> Known:
    return known(one_phase("id: s1, name: One") + OWN + f"target: {{steps: [{{{entry}}}]}}\n", SHARED)


def why(entry: str) -> Why:
    one = made(entry)
    return why_of(one.journey.targets["target"].steps[0], one.journey, one.portfolio)


def test_a_change_has_its_own_reasons_and_those_of_actions_of_the_repository() -> None:
    found = why("remove: s1, addresses: h1, follows: early, carried_by: wide")
    assert found.carried_by == (Thing("action", "", "wide"),)
    assert [thing.ref for thing in found.hotspots] == ["a/h1", "a/h2"]
    assert found.principles == ("early", "plain")


def test_a_dropped_action_gives_no_reason() -> None:
    assert why("remove: s1, carried_by: off") == Why((), (Thing("action", "a", "off"),), (), ())


def test_one_hotspot_named_twice_is_one_reason() -> None:
    assert len(why("remove: s1, addresses: h2, carried_by: wide").hotspots) == 1


def test_a_hotspot_is_addressed_by_a_change_of_this_target_or_by_an_action_that_is_not_dropped() -> None:
    one = made("remove: s1, addresses: h1")
    target = resolve_target(one.journey, "target")
    assert [thing.key for thing in unaddressed(one.journey, target, one.portfolio)] == ["h3"]
