"""Where the work on a customer passes from one party to another."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.people.handoffs import Handoffs, hand_offs
from cxsite.derive.people.parties import Parties
from cxsite.derive.places.path import main_path, phases_of
from cxsite.model.resolve import resolve_target
from derive.known import Known, every, example, known, moderate, one_phase
from derive.people.test_parties import ORGANISATION


def found(made: Known, target: str = "") -> Handoffs:
    phases = phases_of(resolve_target(made.journey, target)) if target else None
    return hand_offs(made.journey, main_path(made.journey, made.readings, phases), Parties(made.portfolio))


def of(*steps: str) -> Handoffs:
    return found(known(one_phase(*steps), {"journeys/organisation.yml": ORGANISATION}))


def test_the_example_has_14_hand_offs_today_5_of_them_outside() -> None:
    made = found(example())
    assert (len(made.passings), made.outside, made.unknown) == (14, 5, 0)


def test_the_target_of_the_example_has_13_hand_offs_3_of_them_outside() -> None:
    made = found(example(), "target")
    assert (len(made.passings), made.outside, made.unknown) == (13, 3, 0)


def test_a_hand_off_is_described_by_the_step_it_leads_to() -> None:
    passing = found(example()).into("moved")
    assert passing is not None
    assert (passing.givers, passing.takers, passing.reach) == (("customer-service",), ("northspan",), "outside")
    assert passing.described is not None
    assert passing.described.loses == "The promised date"


def test_in_a_target_none_takes_the_description_away_and_who_does_it_decides() -> None:
    passing = found(example(), "target").into("moved")
    assert passing is not None
    assert passing.described is None


@pytest.mark.parametrize(
    ("first", "second", "reach"),
    [
        ("sales", "back", "inside"),
        ("sales", "post", "outside"),
        ("post", "loose", "outside"),
        ("sales", "loose", "unknown"),
        ("bo", "cy", "inside"),
        ("ana", "sales", None),
        ("sales", "sales", None),
        ("shop", "sales", None),
        ("[sales, back]", "back", None),
        ("back", "[sales, back]", None),
        ("[sales, back]", "[loose, post]", "outside"),
    ],
)
def test_a_hand_off_follows_from_who_does_two_steps_in_a_row(first: str, second: str, reach: str | None) -> None:
    passings = of(f"id: s1, name: One, done_by: {first}", f"id: s2, name: Two, done_by: {second}").passings
    assert [one.reach for one in passings] == ([reach] if reach else [])


def test_a_step_that_nobody_of_ours_does_is_passed_over() -> None:
    made = of(
        "id: s1, name: One, done_by: sales", "id: s2, name: Two, done_by: none", "id: s3, name: Three, done_by: back"
    )
    assert [(one.before.key, one.after.key) for one in made.passings] == [("s1", "s3")]


def test_a_description_at_the_step_a_hand_off_starts_from_is_found_too() -> None:
    made = of("id: s1, name: One, done_by: sales, handoff: {what: Order}", "id: s2, name: Two, done_by: back")
    (passing,) = made.passings
    assert passing.described is not None
    assert passing.described.what == "Order"
    assert made.loose == ()


def test_one_description_describes_one_hand_off() -> None:
    made = of(
        "id: s1, name: One, done_by: sales",
        "id: s2, name: Two, done_by: back, handoff: {what: Order}",
        "id: s3, name: Three, done_by: post",
    )
    assert [one.described is not None for one in made.passings] == [True, False]


def test_a_description_without_a_hand_off_is_loose() -> None:
    made = of("id: s1, name: One, done_by: sales", "id: s2, name: Two, done_by: sales, handoff: {what: Order}")
    assert (made.passings, [stop.key for stop in made.loose]) == ((), ["s2"])


def test_hand_offs_follow_the_main_path() -> None:
    made = of(
        "id: s1, name: One, done_by: sales, next: {step: s3}",
        "id: s2, name: Two, done_by: back",
        "id: s3, name: Three, done_by: sales",
    )
    assert made.passings == ()


def test_nothing_is_handed_into_the_first_step() -> None:
    assert of("id: s1, name: One").into("s1") is None


@moderate
@given(contents())
def test_there_are_fewer_hand_offs_than_steps_and_each_is_between_two_parties(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for made in every(Path(folder)):
            passings = found(made).passings
            path = [stop.key for stop in main_path(made.journey, made.readings).stops]
            assert len(passings) <= max(0, len(path) - 1)
            for one in passings:
                assert path.index(one.before.key) < path.index(one.after.key)
                assert not set(one.givers) & set(one.takers)
                assert one.givers
                assert one.takers


def test_where_nobody_wrote_who_does_anything_hand_offs_are_not_assessed() -> None:
    assert (of("name: A", "name: B").count, of("name: A", "name: B").words) == (None, "hand-offs not assessed")
    assert (of("name: A", "name: B, done_by: none").count, of("name: A, done_by: post", "name: B").count) == (
        0,
        1,
    )
