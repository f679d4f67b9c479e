"""Where an action stands on a day, and when a review is due."""

from __future__ import annotations

from datetime import date

import pytest

from cxsite.derive.work.progress import Progress, progress_of, review_of
from cxsite.model.action import Action
from cxsite.model.journey import Journey
from cxsite.model.settings import Settings

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("fields", "progress"),
    [
        ({}, Progress("not said")),
        ({"status": "planned"}, Progress("planned")),
        ({"due": "2027-02"}, Progress("planned")),
        ({"status": "in-progress", "due": "2027-02"}, Progress("in progress", "due Feb 2027")),
        ({"start": "2026-08-01"}, Progress("in progress")),
        ({"start": "2026-12-01"}, Progress("planned")),
        ({"risk": "No contract"}, Progress("at risk", "No contract")),
        ({"risk": "No contract", "due": "2026-10"}, Progress("overdue", "due Oct 2026")),
        ({"status": "dropped", "due": "2026-10"}, Progress("dropped")),
        ({"shipped": "2026-03-20", "due": "2026-02"}, Progress("shipped", "2026-03-20")),
        ({"shipped": "2027-03-20"}, Progress("planned")),
        ({"due": "2026-11"}, Progress("planned")),
    ],
)
def test_an_action_stands_where_its_dates_say(fields: dict[str, str], progress: Progress) -> None:
    assert progress_of(Action.model_validate({"name": "A", **fields}), TODAY) == progress


def journey(**fields: str) -> Journey:
    return Journey.model_validate({"name": "J", "owner": "o", "phases": [{"name": "P"}], **fields})


def test_a_review_holds_as_long_as_the_site_or_the_journey_says() -> None:
    settings = Settings.model_validate({"review_every": "30d"})
    reviewed = review_of(journey(reviewed="2026-10-01"), settings, TODAY)
    assert (reviewed.last, reviewed.until, reviewed.over) == (date(2026, 10, 1), date(2026, 10, 31), True)
    assert not review_of(journey(reviewed="2026-10-01", review_every="1 year"), settings, TODAY).over


def test_a_journey_that_nobody_reviewed_has_no_day_on_which_that_is_over() -> None:
    assert review_of(journey(), Settings(), TODAY) == review_of(journey(), Settings(), date.max)
    assert review_of(journey(), Settings(), TODAY).last is None
