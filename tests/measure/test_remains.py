"""What is left of shown groups without others, where it is few people."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from cxsite.measure.groups import JOURNEYS, Group, Within
from cxsite.measure.lines import counts
from cxsite.measure.remains import Remains
from cxsite.measure.series import Where
from cxsite.model.library import Persona, Segment, Segments
from cxsite.model.period import parse_period
from cxsite.model.portfolio import Portfolio
from cxsite.model.settings import Settings

ALL, NORTH, SOUTH, SAM = Where(), Where(segment="north"), Where(segment="south"), Where(segment="sam")
QUARTER = "2026-Q1"
Rows = dict[tuple[Where, str], float]


def within() -> Within:
    segments = [Segment(id=name, name=name, dimension="region") for name in ("north", "south")]
    personas = [Persona(id="sam", name="Sam", segment="north")]
    return Within(
        Portfolio(Settings(), libraries={"segments": Segments(segments=tuple(segments), personas=tuple(personas))})
    )


def groups(rows: Rows) -> list[Group]:
    return [Group(place, parse_period(period), n) for (place, period), n in rows.items()]


def named(remains: Remains, shown: list[Group]) -> set[frozenset[tuple[Hashable, int]]]:
    """Each as the counts that are added and taken off."""
    return {frozenset(one.items()) for one in remains.small(shown)}


def small(rows: Rows) -> set[frozenset[tuple[Hashable, int]]]:
    shown = groups(rows)
    return named(Remains(within(), 10, shown), shown)


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        ({(ALL, QUARTER): 100}, 0),
        ({(ALL, QUARTER): 100, (NORTH, QUARTER): 95}, 1),
        ({(ALL, QUARTER): 100, (NORTH, QUARTER): 60, (SOUTH, QUARTER): 35}, 0),
        ({(ALL, QUARTER): 100, (NORTH, "2026-01"): 50, (NORTH, "2026-02"): 30, (NORTH, "2026-03"): 15}, 1),
        ({(ALL, QUARTER): 100, (NORTH, "2026-01"): 50, (NORTH, "2026-03"): 45}, 1),
        ({(ALL, QUARTER): 100, (ALL, "2026-01"): 50, (ALL, "2026-03"): 45}, 1),
        ({(ALL, QUARTER): 100, (SOUTH, QUARTER): 35, (SAM, QUARTER): 60}, 1),
        ({(ALL, QUARTER): 100, (Where(segment="a"), QUARTER): 95, (Where(segment="b"), QUARTER): 60}, 1),
        ({(ALL, QUARTER): 100, (ALL, "2026-02"): 40, (NORTH, QUARTER): 60, (NORTH, "2026-02"): 5}, 2),
    ],
    ids=[
        "nothing is left of one row",
        "beside a part",
        "nobody is beside all parts",
        "beside the months of a part",
        "beside some months of a part",
        "a month between others",
        "beside a part whose own part tells of it",
        "beside one of two that overlap",
        "beside a part, in a quarter without a month",
    ],
)
def test_few_people_who_are_left_are_found(rows: Rows, left: int) -> None:
    assert len(small(rows)) == left


def test_what_is_left_in_two_months_is_not_named_where_it_is_left_in_one() -> None:
    rows: Rows = {(ALL, "2026-01"): 100, (ALL, "2026-02"): 100, (NORTH, "2026-01"): 95, (NORTH, "2026-02"): 100}
    (end, start), (north_end, north_start) = map(counts, groups({(ALL, "2026-01"): 100, (NORTH, "2026-01"): 95}))
    assert small(rows) == {frozenset({(end, 1), (start, -1), (north_end, -1), (north_start, 1)})}


def test_what_was_looked_at_before_is_not_named_again() -> None:
    shown = groups({(ALL, "2026-01"): 100, (NORTH, "2026-01"): 95, (ALL, "2026-02"): 100, (SOUTH, "2026-02"): 60})
    remains = Remains(within(), 10, shown)
    assert [len(named(remains, some)) for some in (shown, shown, shown[:2])] == [1, 0, 1]


def test_the_segments_that_the_library_has_are_all_of_a_place() -> None:
    assert within().all_of(ALL, "region") == {NORTH, SOUTH}
    assert within().all_of(ALL, JOURNEYS) == frozenset()
