"""Which stretches of time follow from shown rows, and how many people each holds."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.groups import Group
from cxsite.measure.lines import Line, Stretches
from cxsite.measure.series import Where
from cxsite.model.period import Period

FIRST = date(2026, 1, 1)
DAYS = 8
HERE, THERE = Where(), Where(segment="there")
Rows = list[tuple[int, int]]


def row(start: int, behind: int, n: float) -> Group:
    day = [FIRST + timedelta(days=at) for at in (start, behind - 1)]
    return Group(HERE, Period(day[0], day[1], ""), n)


def told(*rows: tuple[int, int, float], place: Where = HERE) -> Stretches:
    """What rows tell about days 0 to 8."""
    return Line(place, [row(*one) for one in rows]).on([FIRST.toordinal() + day for day in range(DAYS + 1)])


def counted(people: list[int], rows: Rows) -> Stretches:
    return told(*((start, behind, sum(people[start:behind])) for start, behind in rows))


def days_of(people: dict[tuple[Where, int], int], place: Where = HERE) -> dict[int, int]:
    """How often each day is counted in a sum."""
    at = {day - FIRST.toordinal(): often for (where, day), often in people.items() if where == place}
    return {day: -sum(often for first, often in at.items() if first <= day) for day in range(DAYS)}


@pytest.mark.parametrize(
    ("asked", "n"),
    [((0, 3), 30), ((3, 5), 25), ((0, 5), 55), ((5, 7), None), ((6, 7), 4), ((0, 7), None), ((2, 3), None)],
)
def test_a_stretch_follows_where_rows_lead_from_one_end_to_the_other(asked: tuple[int, int], n: float | None) -> None:
    line = told((0, 5, 55), (0, 3, 30), (6, 7, 4))
    assert (line.n[asked] if line.told[asked] else None) == n


def test_what_lies_in_two_rows_follows_from_them_and_their_whole() -> None:
    line = told((0, 6, 105), (0, 4, 55), (2, 6, 55))
    assert (line.told[2, 4], line.n[2, 4]) == (True, 5)


def test_of_rows_that_contradict_one_another_the_first_counts() -> None:
    assert told((0, 2, 9), (0, 1, 5), (1, 2, 5)).n[0, 2] == 9


def test_most_people_come_in_pieces_that_have_no_day_in_common() -> None:
    line = told((0, 3, 30), (2, 4, 40), (5, 6, 5))
    assert line.most[0, 6] == 45
    assert [days_of(piece) for piece in line.pieces(0, 6)] == [
        {day: int(day in days) for day in range(DAYS)} for days in ((5,), (2, 3))
    ]


def test_rows_that_lie_among_the_days_of_others_are_told_apart_from_them() -> None:
    ((ours, others),) = told((0, 6, 60), (2, 4, 20), (6, 8, 7)).nested()
    assert (ours.told[0, -1], others.told[0, -1]) == (True, False)
    assert (others.most[0, -1], ours.n[0, -1]) == (20, 67)
    assert not list(told((0, 2, 9), (2, 4, 9), (5, 6, 9)).nested())


def test_what_is_left_beside_a_part_is_known_where_both_are() -> None:
    left = told((0, 2, 9), (2, 4, 9)).beside([told((0, 4, 8), (4, 5, 3), place=THERE)])
    assert [(first, last) for first, last in np.argwhere(np.triu(left.told, 1))] == [(0, 4)]
    assert left.n[0, 4] == 10
    people = left.people(0, 4)
    assert [days_of(people, place)[2] for place in (HERE, THERE)] == [1, -1]


def test_what_is_taken_off_twice_is_put_back() -> None:
    whole, one, other, both = (told((0, 2, n), place=Where(segment=str(n))) for n in (100, 60, 50, 20))
    left = whole.beside([one, other], twice=[both])
    assert left.n[0, 2] == 10
    assert [days_of(left.people(0, 2), Where(segment=str(n)))[1] for n in (100, 60, 50, 20)] == [1, -1, -1, 1]


def test_what_others_tell_of_a_stretch_is_counted_by_their_rows() -> None:
    first, day = FIRST.toordinal(), {name: Where(segment=name) for name in ("whole", "other")}
    known = (
        (first + 2, first + 4),
        7.0,
        {
            (day[name], first + at): n
            for name, sign in (("whole", 1), ("other", -1))
            for at, n in ((4, sign), (2, -sign))
        },
    )
    line = Line(HERE, [row(0, 2, 5)], [known]).on([first + at for at in range(DAYS + 1)])
    assert (line.told[0, 4], line.n[0, 4]) == (True, 12)
    people = line.people(0, 4)
    assert [[days_of(people, place)[at] for at in (1, 2)] for place in (HERE, *day.values())] == [
        [1, 0],
        [0, 1],
        [0, -1],
    ]


def test_what_one_tells_further_than_another_is_as_little_as_makes_the_rest() -> None:
    one, other = told((0, 2, 9), (2, 4, 8), (5, 7, 6)), told((0, 2, 9), place=THERE)
    first = FIRST.toordinal()
    assert [(stretch[0] - first, stretch[1] - first, n) for stretch, n, _ in one.further(other)] == [
        (2, 4, 8),
        (5, 7, 6),
    ]


spans = st.tuples(st.integers(0, DAYS - 1), st.integers(1, DAYS)).filter(lambda pair: pair[0] < pair[1])
counts = st.lists(st.integers(0, 50), min_size=DAYS, max_size=DAYS)


@given(counts, st.lists(spans, max_size=9), spans)
@settings(max_examples=times(400), deadline=None)
def test_what_follows_is_what_adds_nothing_to_the_rank(people: list[int], rows: Rows, asked: tuple[int, int]) -> None:
    line = counted(people, rows)
    assert line.told[asked] == (rank([*rows, asked]) == rank(rows))
    assert not line.told[asked] or line.n[asked] == sum(people[slice(*asked)])


def rank(rows: Rows) -> int:
    table = [[int(start <= day < behind) for day in range(DAYS)] for start, behind in rows]
    return int(np.linalg.matrix_rank(np.array(table or [[0] * DAYS])))


@given(counts, st.lists(spans, max_size=6), spans)
@settings(max_examples=times(200), deadline=None)
def test_no_other_pieces_hold_more_people(people: list[int], rows: Rows, asked: tuple[int, int]) -> None:
    line = counted(people, rows)
    inside = [(a, b) for a, b in combinations(range(asked[0], asked[1] + 1), 2) if line.told[a, b]]
    assert line.most[asked] == best(people, inside)
    found = [days_of(piece) for piece in line.pieces(*asked)]
    assert sum(people[day] * days[day] for days in found for day in days) == line.most[asked]
    assert all(sum(days[day] for days in found) <= 1 for day in range(DAYS))


def best(people: list[int], inside: Rows) -> int:
    """The most people in stretches of which no two overlap, by trying all that could come first."""
    return max((sum(people[a:b]) + best(people, [one for one in inside if one[0] >= b]) for a, b in inside), default=0)
