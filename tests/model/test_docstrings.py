"""The sentences below fields, read from the source."""

from __future__ import annotations

from cxsite.model.action import Action, Idea
from cxsite.model.base import Entry
from cxsite.model.docstrings import home, meaning, what_it_is
from cxsite.model.named import Linked, Named
from cxsite.model.step import Step, StepFields
from cxsite.model.target import StepDifference


class Sample(Entry):
    """A sample
    in two lines.

    And more.
    """

    silent: int = 0
    spoken: int = 0
    """What it means,
    in two lines."""


class Below(Sample):
    """Another."""

    silent: int = 1
    """Said here."""


def test_the_text_below_a_field_is_its_meaning() -> None:
    assert meaning(Idea, "for_") == "Who could do it."


def test_a_sentence_over_two_lines_becomes_one() -> None:
    assert meaning(Sample, "spoken") == "What it means, in two lines."
    assert what_it_is(Sample) == "A sample in two lines."


def test_a_field_without_a_sentence_has_an_empty_meaning() -> None:
    assert meaning(Sample, "silent") == ""


def test_a_field_is_explained_where_it_is_defined_last() -> None:
    assert meaning(Below, "silent") == "Said here."
    assert meaning(Below, "spoken") == "What it means, in two lines."


def test_an_inherited_field_comes_from_the_class_that_defines_it() -> None:
    assert home(Step, "thinks") is StepFields
    assert home(StepDifference, "thinks") is StepFields
    assert home(Action, "name") is Named
    assert home(Action, "links") is Linked
    assert meaning(Step, "thinks") == meaning(StepDifference, "thinks")
