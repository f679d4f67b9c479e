"""Who is who."""

from __future__ import annotations

import pytest

from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import customer_stops
from derive.known import known, one_phase

ORGANISATION = """\
departments:
  - {id: sales, name: Sales, office: front, lead: ana, formerly: shop}
  - {id: back, name: Back room, office: back}
  - {id: post, name: Post, office: outside}
  - {id: loose, name: Loose}
people:
  - {id: ana, name: Ana}
  - {id: bo, name: Bo, department: back}
  - {id: cy, name: Cy, department: back, office: middle}
  - {id: di, name: Di}
"""


def parties(organisation: str = ORGANISATION) -> Parties:
    files = {"journeys/organisation.yml": organisation} if organisation else {}
    return Parties(known(one_phase("id: s1, name: One"), files).portfolio)


@pytest.mark.parametrize(
    ("party", "office", "department"),
    [
        ("sales", "front", "sales"),
        ("ana", "front", "sales"),
        ("bo", "back", "back"),
        ("cy", "middle", "back"),
        ("di", None, ""),
        ("loose", None, "loose"),
        ("nobody-lists-it", None, "nobody-lists-it"),
    ],
)
def test_a_person_has_the_office_and_the_department_they_belong_to_or_lead(
    party: str, office: str | None, department: str
) -> None:
    found = parties()
    assert (found.office(party), found.department(party)) == (office, department)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("sales", "sales", True),
        ("ana", "sales", True),
        ("sales", "ana", True),
        ("bo", "cy", False),
        ("bo", "sales", False),
        ("di", "loose", False),
        ("sales", "back", False),
    ],
)
def test_a_person_and_their_department_are_one_party_and_two_people_are_two(
    first: str, second: str, same: bool
) -> None:
    assert parties().same(first, second) is same


def test_a_former_id_is_the_party_of_today() -> None:
    found = parties()
    assert (found.now("shop"), found.now("sales")) == ("sales", "sales")


def test_names_are_those_of_the_file_or_the_id() -> None:
    assert (parties().name("ana"), parties().name("back"), parties().name("it")) == ("Ana", "Back room", "it")


def test_the_members_of_a_department_are_its_lead_and_whoever_belongs_to_it() -> None:
    found = parties()
    assert (found.members("sales"), found.members("back"), found.members("it")) == (("ana",), ("bo", "cy"), ())


MAP = """\
phases:
  - name: P
    owner: back
    steps:
      - {id: s1, name: One}
      - {id: s2, name: Two, done_by: [post, shop, sales], owner: loose}
      - {id: s3, name: Three, done_by: none}
  - name: Q
    done_by: loose
    steps: [{id: s4, name: Four}]
  - name: R
    steps: [{id: s5, name: Five}]
"""


def test_a_step_is_done_by_its_own_else_the_phases_then_its_owner() -> None:
    made = known(MAP, {"journeys/organisation.yml": ORGANISATION})
    found = Parties(made.portfolio)
    stops = customer_stops(made.journey.phases)
    assert [found.doers(made.journey, stop) for stop in stops] == [
        ("back",),
        ("post", "sales"),
        (),
        ("loose",),
        ("sales",),
    ]
    assert [found.owner(made.journey, stop) for stop in stops] == ["back", "loose", "back", "sales", "sales"]
