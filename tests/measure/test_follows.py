"""Whether a sum follows from others, with numpy's rank as the oracle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.follows import Sum, giving_away, less

PARTS = "abcdef"


def row(pair: str) -> tuple[str, str]:
    return pair[0], pair[1]


@pytest.mark.parametrize(
    ("secret", "known", "taken"),
    [
        ("ac", ["ab", "bc"], (1,)),
        ("ad", ["ab", "bc", "cd"], (2,)),
        ("ad", ["ab", "cd"], ()),
        ("ab", ["ab", "ac", "cb"], (0, 2)),
        ("ab", ["cb", "ab", "ba"], (1, 2)),
        ("ab", ["bc", "de"], ()),
        ("ab", [], ()),
        ("", ["ab"], ()),
        ("abcd", ["ab", "cd"], (1,)),
        ("abcd", ["ac", "cd"], ()),
        ("abcd", ["ac", "cd", "ab"], (2,)),
    ],
)
def test_a_row_from_which_a_secret_follows_with_those_before_it_is_not_told(
    secret: str, known: list[str], taken: tuple[int, ...]
) -> None:
    wanted = {part: 1 if index % 2 else -1 for index, part in enumerate(secret)}
    assert giving_away([row(one) for one in known], [wanted]) == taken


def test_what_is_left_counts_the_parts_less_than_the_whole() -> None:
    assert less({"a": 1, "b": 1}, [{"b": 1}, {"c": 1}]) == {"a": 1, "c": -1}


parts = st.sampled_from(PARTS)
pairs = st.tuples(parts, parts).filter(lambda pair: pair[0] != pair[1])
sums = st.lists(st.tuples(pairs, st.integers(-2, 2)), min_size=1, max_size=4).map(
    lambda told: less({}, [{one: times, other: -times} for (one, other), times in told])
)


def rank(rows: Sequence[Sum]) -> int:
    return int(np.linalg.matrix_rank(np.array([[row.get(part, 0) for part in PARTS] for row in rows] or [[0]])))


@given(st.lists(sums.filter(bool), max_size=3), st.lists(pairs, max_size=7))
@settings(max_examples=times(500), deadline=None)
def test_what_is_told_gives_no_secret_away_and_what_is_not_would(
    secret: list[dict[str, int]], known: list[tuple[str, str]]
) -> None:
    taken = giving_away(known, secret)
    told: list[Sum] = []
    for index, (one, other) in enumerate(known):
        each: Sum = {one: 1, other: -1}
        gives = any(follows([*told, each], wanted) for wanted in secret)
        assert gives == (index in taken)
        told += [] if gives else [each]


def follows(rows: Sequence[Sum], wanted: Sum) -> bool:
    return rank([*rows, wanted]) == rank(rows)
