"""What a metric is, in words."""

from __future__ import annotations

from typing import get_args

import pytest

from cxsite.derive.written.definitions import (
    better_in_words,
    columns_in_words,
    method_in_words,
    rows_in_words,
    year_in_words,
)
from cxsite.model.metric import Direction, Method, Metric, Source


def metric(**fields: object) -> Metric:
    return Metric.model_validate({"id": "m", "name": "M", "method": "mean", **fields})


@pytest.mark.parametrize("method", get_args(Method))
def test_each_method_has_words_of_its_own(method: str) -> None:
    others = [method_in_words(metric(method=other)) for other in get_args(Method) if other != method]
    assert method_in_words(metric(method=method)) not in others


@pytest.mark.parametrize("better", get_args(Direction))
def test_each_direction_has_words(better: str) -> None:
    assert better_in_words(metric(better=better)) == {"up": "more", "down": "less", "neither": "neither way"}[better]


def test_a_rate_says_what_it_is_counted_per() -> None:
    assert method_in_words(metric(method="ratio", per="100")).endswith(", per 100")


def test_a_source_says_its_columns_rows_and_year() -> None:
    plain = Source.model_validate({"file": "a.csv"})
    assert (columns_in_words(plain), rows_in_words(plain), year_in_words(plain)) == (
        "as they are named",
        "all about it",
        "",
    )
    full = Source.model_validate(
        {
            "file": "a.csv",
            "columns": {"period": "month"},
            "where": {"question": "Ease"},
            "fiscal_year": {"starts": "4", "named_after": "start"},
        }
    )
    assert (columns_in_words(full), rows_in_words(full), year_in_words(full)) == (
        "month for period",
        "where question is Ease",
        "from April, named after the year it starts in",
    )
