"""Where the columns of a map stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.marks.columns import Columns, per_cent, weighted


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=60))
def test_weights_become_columns_across_the_whole_width(weights: list[float]) -> None:
    columns = weighted(weights)
    assert len(columns) == len(weights) == len(columns.centres)
    assert (columns.edges[0], columns.edges[-1]) == (0, pytest.approx(1))
    widths = [b - a for a, b in zip(columns.edges, columns.edges[1:], strict=False)]
    assert widths == pytest.approx([weight / sum(weights) for weight in weights])


@pytest.mark.parametrize("edges", [(), (0.0,), (0.0, 0.0), (0.5, 0.2), (-0.1, 1.0), (0.0, 1.1), (0.0, float("nan"))])
def test_columns_without_width_are_refused(edges: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="rise from 0 to 1"):
        Columns(edges)


def test_a_place_is_written_in_per_cent() -> None:
    assert [per_cent(share) for share in (0, 0.125, 1 / 3, 1)] == ["0%", "12.5%", "33.333%", "100%"]
