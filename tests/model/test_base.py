"""Entries: frozen, strict about keys, and aware of where they were written."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cxsite.diagnostics import Span
from cxsite.model.base import NOWHERE, Entry, Written
from cxsite.model.journey import Step


class FixedPlace:
    """A place that answers with the path it was asked for."""

    def span(self, *path: str | int) -> Span:
        return Span("/".join(str(part) for part in path))


def written(**items: object) -> Written:
    return Written(items, FixedPlace())


def test_an_entry_made_in_memory_stands_nowhere() -> None:
    assert Step(name="Looks").span("name") == NOWHERE


def test_a_written_entry_knows_the_place_of_each_field() -> None:
    step = Step.model_validate(written(name="Looks"))
    assert step.span("name") == Span("name")
    assert step.span("channel", 0) == Span("channel/0")


def test_a_copy_keeps_its_place_and_its_own_fields() -> None:
    step = Step.model_validate(written(name="Looks", **{"x-legal": "ok"}))
    copy = step.model_copy(update={"id": "look"})
    assert copy.span("name") == Span("name")
    assert copy.own == {"x-legal": "ok"}


def test_own_fields_begin_with_x_and_are_kept_aside() -> None:
    step = Step.model_validate(written(name="Looks", **{"x-legal": ["a", "b"]}))
    assert step.own == {"x-legal": ["a", "b"]}
    assert "x-legal" not in step.model_dump()


def test_an_entry_without_own_fields_has_none() -> None:
    assert Step(name="Looks").own == {}


@pytest.mark.parametrize("key", ["legal", "x_legal", "X-legal", "y-legal"])
def test_any_other_unknown_key_is_refused(key: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Step.model_validate(written(name="Looks", **{key: "no"}))


def test_an_entry_cannot_be_changed() -> None:
    step = Step(name="Looks")
    with pytest.raises(ValidationError, match="frozen"):
        step.name = "Asks"  # type: ignore[misc]


def test_a_written_mapping_is_still_a_mapping() -> None:
    assert written(a=1) == {"a": 1}


def test_entries_with_equal_fields_and_no_place_are_equal() -> None:
    class Pair(Entry):
        a: int

    assert Pair(a=1) == Pair(a=1)
    assert Pair(a=1) != Pair(a=2)
