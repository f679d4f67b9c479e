"""Trouble as data: order, places, and codes that mean one thing each."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter

import pytest

import cxsite
from cxsite import errors
from cxsite.check.rule import all_rules
from cxsite.diagnostics import Code, Diagnostic, Severity, Span, closest, in_order, worst

BAD = Code("CX998", Severity.ERROR, "made for tests")
ODD = Code("CX999", Severity.WARNING, "made for tests")


def all_codes() -> list[str]:
    """The ids of all kinds of diagnostics in the package: constants, rules and exceptions."""
    constants: dict[int, str] = {}
    for module in pkgutil.walk_packages(cxsite.__path__, "cxsite."):
        found = vars(importlib.import_module(module.name)).values()
        constants |= {id(value): value.id for value in found if isinstance(value, Code)}
    exceptions = [kind.code for kind in vars(errors).values() if isinstance(kind, type)]
    return [*constants.values(), *(rule.id for rule in all_rules()), *exceptions]


def test_every_code_means_one_thing() -> None:
    codes = all_codes()
    assert len(codes) > 40
    assert [code for code, times in Counter(codes).items() if times > 1] == []
    assert all(code.startswith("CX") and len(code) == 5 and code[2:].isdecimal() for code in codes)


def test_a_code_called_makes_a_diagnostic_with_its_id_and_weight() -> None:
    made = BAD(Span("a.yml", 3, 2), "is wrong", "do this", suggestion="right")
    assert made == Diagnostic("CX998", Severity.ERROR, "is wrong", Span("a.yml", 3, 2), "do this", "right")


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.NOTE, "note"), (Severity.WARNING, "warning"), (Severity.ERROR, "error")]
)
def test_a_severity_has_the_word_people_read(severity: Severity, word: str) -> None:
    assert severity.word == word


def test_a_span_reads_as_file_line_and_column() -> None:
    assert str(Span("journeys/a.yml", 12, 5, 12, 9)) == "journeys/a.yml:12:5"


def test_the_worst_of_nothing_is_nothing() -> None:
    assert worst(()) is None


def test_the_worst_is_the_heaviest_and_not_the_first() -> None:
    here = Span("a")
    assert worst((ODD(here, "x"), BAD(here, "y"), ODD(here, "z"))) is Severity.ERROR


def test_diagnostics_are_sorted_by_number_of_line_and_said_once() -> None:
    late, early = BAD(Span("a", 10), "x"), BAD(Span("a", 9), "x")
    other_file, same_place = BAD(Span("A", 99), "x"), ODD(Span("a", 9), "x")
    assert in_order([late, same_place, early, late, other_file]) == (other_file, early, same_place, late)


def test_a_diagnostic_can_be_put_at_another_place() -> None:
    moved = BAD(Span("a"), "x", "y", suggestion="z").at(Span("b", 2))
    assert (moved.span, moved.hint, moved.suggestion) == (Span("b", 2), "y", "z")


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("emotoin", ["emotion", "evidence"], "emotion"),
        ("chanel", ["channel", "change"], "channel"),
        ("zzz", ["emotion"], ""),
        ("", ["emotion"], ""),
        ("emotion", [], ""),
    ],
)
def test_the_closest_word_is_near_or_none(text: str, known: list[str], expected: str) -> None:
    assert closest(text, known) == expected


@pytest.mark.parametrize("kind", [kind for kind in vars(errors).values() if isinstance(kind, type)])
def test_an_exception_says_its_code_and_the_next_step(kind: type[errors.CxsiteError]) -> None:
    assert str(kind("it went wrong", "do this")) == f"{kind.code} it went wrong\n  do this"
    assert str(kind("it went wrong")) == f"{kind.code} it went wrong"
