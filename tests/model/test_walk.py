"""Everything of one shape inside an entry."""

from __future__ import annotations

from cxsite.model.base import Entry
from cxsite.model.journey import Journey
from cxsite.model.named import Quote
from cxsite.model.step import Step
from cxsite.model.walk import inside

JOURNEY = Journey.model_validate(
    {
        "name": "A",
        "owner": "b",
        "phases": [
            {"name": "P", "quotes": [{"text": "one"}], "steps": [{"name": "S", "quotes": [{"text": "two"}]}]},
            {"name": "Q", "steps": [{"name": "T"}]},
        ],
        "quotes": [{"text": "three"}],
        "nps_groups": {"promoters": {"need": "Thanks"}},
    }
)


def test_quotes_are_found_wherever_they_stand() -> None:
    assert sorted(quote.text or "" for quote in inside(JOURNEY, Quote)) == ["one", "three", "two"]


def test_steps_come_in_the_order_of_the_map() -> None:
    assert [step.name for step in inside(JOURNEY, Step)] == ["S", "T"]


def test_an_entry_is_inside_itself() -> None:
    assert list(inside(JOURNEY, Journey)) == [JOURNEY]
    assert len(list(inside(JOURNEY, Entry))) == 9
