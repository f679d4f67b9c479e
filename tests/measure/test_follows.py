"""Whether a sum follows from others, with numpy's rank as the oracle."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.measure.follows import Sum, follows_from, less

PARTS = "abcdef"


def of(text: str) -> dict[str, int]:
    return dict.fromkeys(text, 1)


@pytest.mark.parametrize(
    ("wanted", "known", "used"),
    [
        ("a", ["abc", "bc"], (0, 1)),
        ("a", ["abc", "b", "c"], (0, 1, 2)),
        ("a", ["abc", "b"], None),
        ("a", ["a", "abc", "bc"], (0,)),
        ("a", ["ab", "bc", "ca"], (0, 1, 2)),
        ("a", ["bc", "de"], None),
        ("a", [], None),
    ],
)
def test_a_part_follows_from_sums_that_differ_in_it(
    wanted: str, known: list[str], used: tuple[int, ...] | None
) -> None:
    assert follows_from(of(wanted), [of(one) for one in known]) == used


def test_what_is_left_counts_the_parts_less_than_the_whole() -> None:
    assert less(of("ab"), [of("b"), of("c")]) == {"a": 1, "c": -1}


sums = st.dictionaries(st.sampled_from(PARTS), st.integers(-2, 2), max_size=5)


def rank(rows: list[Sum]) -> int:
    return int(np.linalg.matrix_rank(np.array([[row.get(part, 0) for part in PARTS] for row in rows] or [[0]])))


@given(sums, st.lists(sums, max_size=7))
@settings(max_examples=times(500), deadline=None)
def test_a_sum_follows_where_it_adds_nothing_to_the_rank(wanted: dict[str, int], known: list[dict[str, int]]) -> None:
    used = follows_from(wanted, known)
    assert (used is not None) == (rank([*known, wanted]) == rank(known) or not any(wanted.values()))
    if used:
        chosen: list[Sum] = [known[index] for index in used]
        assert rank([*chosen, wanted]) == rank(chosen)
