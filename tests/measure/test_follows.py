"""Whether a sum follows from others, with numpy's rank as the oracle."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.follows import Sum, giving_away, less

PARTS = "abcdef"


def of(text: str) -> dict[str, int]:
    return dict.fromkeys(text, 1)


@pytest.mark.parametrize(
    ("secret", "known", "taken"),
    [
        ("a", ["abc", "bc"], (1,)),
        ("a", ["abc", "b", "c"], (2,)),
        ("a", ["abc", "b"], ()),
        ("a", ["a", "abc", "bc"], (0, 2)),
        ("a", ["ab", "bc", "ca"], (2,)),
        ("a", ["bc", "de"], ()),
        ("a", [], ()),
        ("", ["a"], ()),
    ],
)
def test_a_sum_from_which_a_secret_follows_with_those_before_it_is_not_told(
    secret: str, known: list[str], taken: tuple[int, ...]
) -> None:
    assert giving_away([of(one) for one in known], [of(secret)]) == taken


def test_what_is_left_counts_the_parts_less_than_the_whole() -> None:
    assert less(of("ab"), [of("b"), of("c")]) == {"a": 1, "c": -1}


sums = st.dictionaries(st.sampled_from(PARTS), st.integers(-2, 2), max_size=5)


def rank(rows: list[Sum]) -> int:
    return int(np.linalg.matrix_rank(np.array([[row.get(part, 0) for part in PARTS] for row in rows] or [[0]])))


@given(st.lists(sums.filter(lambda one: any(one.values())), max_size=3), st.lists(sums, max_size=7))
@settings(max_examples=times(500), deadline=None)
def test_what_is_told_gives_no_secret_away_and_what_is_not_would(
    secret: list[dict[str, int]], known: list[dict[str, int]]
) -> None:
    taken = giving_away(known, secret)
    told: list[Sum] = []
    for index, each in enumerate(known):
        gives = any(follows([*told, each], one) for one in secret)
        assert gives == (index in taken)
        told += [] if gives else [each]


def follows(rows: list[Sum], wanted: Sum) -> bool:
    return rank([*rows, wanted]) == rank(rows)
