"""Minutes, money and shares, as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.derive.written import amounts
from cxsite.model.values import Duration, Money, Quantity, Repeats


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        *((0, "0 min"), (1.5, "1.5 min"), (48, "48 min"), (60, "1 h"), (61, "1 h 1 min"), (330, "5 h 30 min")),
        *((0.02, "0.020 min"), (-107.9, "−1 h 48 min"), (-3, "−3 min"), (100_000, "1,666 h 40 min")),
    ],
)
def test_effort_is_written_in_hours_and_minutes(minutes: float, text: str) -> None:
    assert amounts.write_minutes(minutes) == text


@given(st.floats(0.001, 1e6))
def test_effort_other_than_none_is_never_written_as_none(minutes: float) -> None:
    assert amounts.write_minutes(minutes) not in ("0 min", "0.0 min", "0 h")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        *((1440, "1 day"), (14 * 1440, "14 days"), (6 * 10_080, "6 weeks"), (6 * 43_200, "6 months")),
        *((525_600, "1 year"), (90, "1 h 30 min"), (36 * 60, "36 h")),
    ],
)
def test_a_length_of_time_is_written_in_the_largest_unit_that_fits(minutes: float, text: str) -> None:
    assert amounts.write_length(Duration(minutes)) == text


def test_money_has_its_own_currency_or_that_of_the_site() -> None:
    assert amounts.write_money(Money(5), "GBP") == "£5"
    assert amounts.write_money(Money(5, "USD"), "GBP") in ("US$5", "$5")


@pytest.mark.parametrize(("share", "text"), [(0.31, "31 %"), (0.3133, "31.3 %"), (1, "100 %"), (0, "0 %")])
def test_a_share_is_written_in_per_cent(share: float, text: str) -> None:
    assert amounts.write_share(share) == text


@pytest.mark.parametrize(
    ("repeats", "text"),
    [(Repeats(2, 3), "2 to 3 times"), (Repeats(2, 2), "2 times"), (Repeats(word="weekly"), "weekly")],
)
def test_how_often_is_written_in_words(repeats: Repeats, text: str) -> None:
    assert amounts.write_repeats(repeats) == text


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (Quantity(0.9, "%"), "90 %"),
        (Quantity(90, "min"), "1 h 30 min"),
        (Quantity(40, "money"), "€40"),
        (Quantity(12.5, "money", "USD"), "$12.50"),
        (Quantity(5.5), "5.5"),
        (Quantity(0), "0"),
    ],
)
def test_a_level_keeps_its_unit(level: Quantity, said: str) -> None:
    assert amounts.write_quantity(level, "EUR") == said


@pytest.mark.parametrize(
    ("points", "text"),
    [(0, "nowhere below neutral"), (1, "1 point below neutral"), (5.66, "5.7 points below neutral")],
)
def test_negative_emotion_is_told_in_points_below_neutral(points: float, text: str) -> None:
    assert amounts.write_emotion_lost(points) == text
