"""What a reference means, as a value."""

from __future__ import annotations

import pytest

from cxsite.derive.links.things import (
    Thing,
    addressed,
    all_actions,
    all_hotspots,
    entry_of,
    hotspots_on,
    places_of,
    thing_of,
    things_of,
)
from cxsite.model.portfolio import Portfolio
from derive.known import known, one_phase

OWN = """\
hotspots: [{id: h1, name: H1, steps: s1, formerly: h0}, {id: twice, name: Own, phases: p}]
actions:
  - {id: a1, name: A1, addresses: [h1, shared]}
  - {id: a2, name: A2, addresses: h1, status: dropped}
"""
FILES = {
    "journeys/b.yml": f"name: B\nowner: sales\n{one_phase('id: x, name: X')}"
    "actions: [{id: a3, name: A3, addresses: [a/h1]}]\n",
    "journeys/hotspots.yml": "hotspots: [{id: shared, name: Shared, steps: [b/x]}, {id: twice, name: Twice}]\n",
    "journeys/organisation.yml": "departments: [{id: sales, name: Sales, formerly: shop}]\n",
}


def portfolio() -> Portfolio:
    return known(one_phase("id: s1, name: One") + OWN, FILES, errors=True).portfolio


@pytest.mark.parametrize(
    ("kind", "text", "journey", "thing"),
    [
        ("hotspot", "h1", "a", Thing("hotspot", "a", "h1")),
        ("hotspot", "h0", "a", Thing("hotspot", "a", "h1")),
        ("hotspot", "a/h1", "b", Thing("hotspot", "a", "h1")),
        ("hotspot", "a/h0", "", Thing("hotspot", "a", "h1")),
        ("hotspot", "shared", "a", Thing("hotspot", "", "shared")),
        ("hotspot", "twice", "a", Thing("hotspot", "a", "twice")),
        ("hotspot", "twice", "b", Thing("hotspot", "", "twice")),
        ("hotspot", "h1", "b", None),
        ("party", "sales", "a", Thing("party", "", "sales")),
        ("party", "shop", "a", Thing("party", "", "sales")),
        ("journey", "b", "a", Thing("journey", "", "b")),
        ("step", "b/x", "a", Thing("step", "b", "x")),
        ("step", "nowhere/x", "a", None),
    ],
)
def test_a_reference_means_one_thing_wherever_it_stands(
    kind: str, text: str, journey: str, thing: Thing | None
) -> None:
    assert thing_of(portfolio(), kind, text, journey) == thing


def test_a_thing_leads_back_to_its_entry() -> None:
    found = portfolio()
    for thing, entry in (*all_actions(found), *all_hotspots(found)):
        assert entry_of(found, thing) is entry


def test_several_ids_of_one_thing_are_one() -> None:
    assert things_of(portfolio(), "hotspot", ["h1", "h0", "a/h1", "nobody"], "a") == (Thing("hotspot", "a", "h1"),)


def test_how_a_thing_is_referred_to_names_its_journey() -> None:
    assert (Thing("step", "a", "s1").ref, Thing("party", "", "sales").ref) == ("a/s1", "sales")


def test_the_actions_of_every_journey_address_a_hotspot_and_dropped_ones_do_not() -> None:
    assert {hot.ref: [action.ref for action in actions] for hot, actions in addressed(portfolio()).items()} == {
        "a/h1": ["a/a1", "b/a3"],
        "shared": ["a/a1"],
    }


def test_a_journey_has_its_own_hotspots_and_those_that_stand_on_it() -> None:
    found = portfolio()
    on = {key: [thing.ref for thing, _ in hotspots_on(found, found.journey_by_id[key])] for key in ("a", "b")}
    assert on == {"a": ["a/h1", "a/twice"], "b": ["shared"]}


def test_a_hotspot_stands_on_steps_and_phases() -> None:
    found = portfolio()
    places = {thing.ref: [place.ref for place in places_of(found, thing, hot)] for thing, hot in all_hotspots(found)}
    assert places == {"shared": ["b/x"], "twice": [], "a/h1": ["a/s1"], "a/twice": ["a/p"]}
