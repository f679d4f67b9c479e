"""Ids made and ids checked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from support import times

from cxsite.model.text import RESERVED, Id, OneOrMore, Text, problem_with_id, to_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Has the date moved?", "has-the-date-moved"),
        ("  Asks -- twice__over ", "asks-twice-over"),
        ("Über München", "über-münchen"),
        ("Cafe\u0301", "caf\u00e9"),
        ("預約門診", "預約門診"),
        ("Запись к врачу", "запись-к-врачу"),
        ("42 days", "x-42-days"),
        ("!?", "x"),
        ("", "x"),
        ("Current", "current-1"),
        ("none", "none-1"),
        ("ALL", "all-1"),
        ("current-1", "current-1"),
        ("a/b\\c.d", "a-b-c-d"),
    ],
)
def test_an_id_is_made_from_a_name(name: str, expected: str) -> None:
    assert to_id(name) == expected


@given(st.text(max_size=40))
@settings(max_examples=times(100), deadline=None)
def test_an_id_made_from_any_name_is_valid(name: str) -> None:
    assert problem_with_id(to_id(name)) == ""


@given(st.text(st.characters(exclude_characters="_", exclude_categories=["Cs"]), max_size=40))
@settings(max_examples=times(100), deadline=None)
def test_an_id_made_from_an_id_is_the_same_id(name: str) -> None:
    made = to_id(name)
    assert to_id(made) == made


@pytest.mark.parametrize("name", ["Step 1: _new_ card", "a _ b"])
def test_marks_side_by_side_make_one_hyphen(name: str) -> None:
    assert "--" not in to_id(name)


@pytest.mark.parametrize("name", ["हिन्दी", "ไม่มี", "தமிழ்"])
def test_an_id_made_in_a_script_with_combining_marks_keeps_them(name: str) -> None:
    assert problem_with_id(name) == ""
    assert to_id(name) == name


@pytest.mark.parametrize("text", ["a", "moved", "has-the-date-moved", "q3", "über", "預約", "हिन्दी", "a-", "a--b"])
def test_lower_case_letters_digits_and_hyphens_make_an_id(text: str) -> None:
    assert problem_with_id(text) == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        *((word, "is a reserved word") for word in sorted(RESERVED)),
        ("", "has to begin with a letter"),
        ("3-days", "has to begin with a letter"),
        ("-a", "has to begin with a letter"),
        ("Moved", "has to be in lower-case letters"),
        ("a b", "may hold only letters, digits and hyphens"),
        ("a_b", "may hold only letters, digits and hyphens"),
        ("a/b", "may hold only letters, digits and hyphens"),
        ("a\u200bb", "may hold only letters, digits and hyphens"),
    ],
)
def test_what_is_no_id_says_why(text: str, why: str) -> None:
    assert problem_with_id(text) == why


def test_a_refused_id_comes_with_one_that_works() -> None:
    with pytest.raises(ValidationError, match="`Has Moved` has to be in lower-case letters; an id like `has-moved`"):
        TypeAdapter(Id).validate_python("Has Moved")


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="leave the key out"):
        TypeAdapter(Text).validate_python(text)


@pytest.mark.parametrize("text", ["no", "3:20", "012", "1e3", "~", "null"])
def test_a_text_is_taken_as_it_was_written(text: str) -> None:
    assert TypeAdapter(Text).validate_python(text) == text


@pytest.mark.parametrize(("value", "expected"), [("sms", ["sms"]), (["a", "b"], ["a", "b"]), (("a",), ("a",))])
def test_one_value_stands_for_a_list_of_one(value: object, expected: object) -> None:
    assert OneOrMore.func(value) == expected  # type: ignore[call-arg]
