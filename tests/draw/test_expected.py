"""Before, expected and now, as rows and as a chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.draw.charts.expected import Expected, Judged, datasets, expected_chart, twin

from .drawn import assert_fit_for_a_page, assert_golden, texts
from .examples_charts import reading

EXPECTED = Expected(
    "what shipped",
    (
        Judged("Dates kept", reading(0.58, 0.04, 612, "share"), reading(0.84, 0.03, 655, "share"), 0.8, "improved"),
        Judged("Calls per 100 first bills", reading(44, 2, 1744), reading(31, 3, 1790), 31, "improved"),
        Judged("Ease of a first bill that <nobody> understood because it charged for a month and a half at once", reading(2.7, 0.1), reading(2.8, 0.1), 3.8, "no change shown"),
        Judged("Right first time", reading(4, None, 12, low_base=True), None, None, "too early"),
        Judged("Score", None, None, None, "not shipped yet"),
        Judged("Same all along", reading(5), reading(5), 5, "no change shown"),
    ),
)  # fmt: skip


def test_the_chart_is_fit_for_a_page_and_is_the_kept_one(tmp_path: Path) -> None:
    chart = expected_chart(EXPECTED, Studio(Cache(tmp_path)))
    for name, svg in (("wide", chart.wide), ("narrow", chart.narrow)):
        drawn = " ".join(texts(assert_fit_for_a_page(svg, twin(EXPECTED))))
        assert all(
            text in drawn for text in ("↑ improved: Dates kept", "before 58.0 %", "expected 80.0 %", "now 84.0 %")
        )
        assert_golden(f"expected-{name}", svg)


def test_rows_hold_both_readings_and_the_verdict() -> None:
    row = twin(EXPECTED).rows[0]
    assert row[1:5] == ("58.0 %", "95 % interval 54.0 % to 62.0 %", "n 612", "How share is made")
    assert row[6:9] == ("80.0 %", "84.0 %", "95 % interval 81.0 % to 87.0 %")
    assert row[-1] == "improved"


def test_what_was_not_compared_is_not_said_to_be_unmeasured() -> None:
    assert twin(EXPECTED).rows[4][1] == twin(EXPECTED).rows[4][7] == "not compared"
    assert "Score: not shipped yet; before not compared; now not compared" in twin(EXPECTED).description
    assert twin(EXPECTED).rows[3][7] == "not measured"


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.none() | st.floats(-1e6, 1e6), st.none() | st.floats(0, 1e6))
def test_every_mark_lies_on_its_row(before: float, now: float, hoped: float | None, spread: float | None) -> None:
    judged = Judged("J", reading(before, spread), reading(now, spread), hoped, "no change shown")
    marks = datasets(Expected("E", (judged,)))["marks"]
    assert len(marks) == 2 + (hoped is not None)
    assert all(0 <= mark[end] <= 1 for mark in marks for end in ("at", "low", "high") if mark[end] is not None)


def test_a_verdict_on_a_change_needs_two_numbers_of_one_metric() -> None:
    with pytest.raises(ValueError, match="no verdict"):
        Judged("J", None, reading(1), None, "improved")
    with pytest.raises(ValueError, match="one metric"):
        Judged("J", reading(1, method="nps"), reading(1), None, "not comparable")
