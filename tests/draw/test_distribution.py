"""How answers are spread, as rows and as a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.distribution import Answer, Distribution, datasets, distribution_chart, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts

COUNTS = (61, 12, 15, 20, 33, 80, 166, 150, 214, 180, 281)
SPREAD = Distribution(
    "Would you recommend us?", tuple(Answer(str(i), c) for i, c in enumerate(COUNTS)), 1212, "Sep 2026"
)
WORDS = Distribution(
    "Was it <easy>?",
    (Answer("Very hard, and I had to call more than once before anybody understood", 40), Answer("非常に難しいと感じたので電話をかけました", 0), Answer("Easy", None), Answer("No idea", None)),
    60,
    "Q3 2026",
)  # fmt: skip


@pytest.mark.parametrize(("kept", "made"), [("scale", SPREAD), ("words", WORDS)])
def test_the_chart_is_fit_for_a_page_and_is_the_kept_one(tmp_path: Path, kept: str, made: Distribution) -> None:
    chart = distribution_chart(made, Studio(Cache(tmp_path)))
    for name, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        root = assert_fit_for_a_page(svg, twin(made))
        assert sum(text.partition(":")[2] != "" for text in texts(root)) == len(made.answers)
        assert_golden(f"distribution-{kept}-{name}", svg)


def test_rows_have_share_interval_count_method_and_period() -> None:
    assert twin(SPREAD).rows[10] == (
        "10", "23 %", "95 % interval 21 to 26 %", "281 of 1,212", "share of answers, Wilson interval", "Sep 2026",
    )  # fmt: skip
    assert twin(WORDS).rows[2][1:4] == ("withheld, too few", "", "")
    assert twin(WORDS).rows[1][1] == "0 %"


def test_an_answer_that_is_withheld_has_no_bar_and_one_that_nobody_gave_is_zero() -> None:
    assert [row["share"] for row in datasets(WORDS)["rows"]] == [pytest.approx(66.67, abs=0.01), 0, None, None]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=11))
def test_shares_make_a_hundred_within_their_intervals(counts: list[int]) -> None:
    rows = datasets(Distribution("Q", tuple(Answer("A", c) for c in counts), sum(counts), "now"))["rows"]
    if sum(counts):
        assert sum(row["share"] for row in rows) == pytest.approx(100)
        assert all(row["low"] - 1e-9 <= row["share"] <= row["high"] + 1e-9 for row in rows)
    else:
        assert {row["share"] for row in rows} == {None}


@pytest.mark.parametrize(("counts", "n"), [((1, 2), 4), ((3, None), 2), ((-1, 2), 1), ((3, None), 9)])
def test_counts_that_do_not_make_n_or_betray_one_are_refused(counts: tuple[int | None, ...], n: int) -> None:
    with pytest.raises(ValueError, match=r"make its n|by subtraction"):
        Distribution("Q", tuple(Answer("A", count) for count in counts), n, "now")
