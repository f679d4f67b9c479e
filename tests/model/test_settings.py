"""Settings: each has a default, and each refuses what it cannot be."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from cxsite.model.period import FiscalCalendar
from cxsite.model.settings import Settings


def test_every_setting_has_a_default() -> None:
    settings = Settings()
    assert (settings.format, settings.currency, settings.language, settings.audience) == (1, "EUR", "en", "internal")
    assert (settings.fresh_for.days, settings.review_every.days) == (60, 180)
    assert (settings.min_n, settings.suppress_below) == (30, 10)
    assert settings.today is None
    assert settings.fiscal_year.calendar == FiscalCalendar(1, "end")


def test_settings_are_read_from_text() -> None:
    settings = Settings.model_validate(
        {
            "format": "1",
            "today": "2026-11-22",
            "fresh_for": "45d",
            "review_every": "6 months",
            "min_n": "0",
            "audience": "public",
            "fiscal_year": {"starts": "10", "named_after": "start"},
        }
    )
    assert (settings.today, settings.fresh_for.days, settings.review_every.days) == (date(2026, 11, 22), 45, 180)
    assert (settings.min_n, settings.audience) == (0, "public")
    assert settings.fiscal_year.calendar == FiscalCalendar(10, "start")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", "2"),
        ("format", "1.0"),
        ("audience", "everyone"),
        ("today", "2026-11"),
        ("fresh_for", "6m"),
        ("min_n", "-1"),
        ("min_n", "many"),
        ("currency", " "),
        ("fiscal_year", "10"),
    ],
)
def test_a_setting_refuses_what_it_cannot_be(key: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({key: value})


@pytest.mark.parametrize("key", ["min_n", "suppress_below"])
def test_a_count_with_a_fraction_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({key: "2.7"})
