"""Texts of authors stay texts in Markdown, on either forge."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxsite.compare.formats.markdown import plain


@pytest.mark.parametrize(
    "text",
    ["@ann", "#12", "GH-14", "gh-14", "!12", "$12", "%12", '%"May"', "&12", "x$y$", "0123abcdef", "a" * 6 + "1" * 34],
)
def test_what_a_forge_would_refer_to_is_parted(text: str) -> None:
    written = html.unescape(plain(text).replace("\\", ""))
    assert text not in written
    assert written.replace("\u200b", "") == text


@pytest.mark.parametrize("text", ["90 %", "90%, at best", "really!", "1234567", "decade", "B&B", "pay # of", "a-b"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert html.unescape(plain(text).replace("\\", "")) == text


def test_nothing_turns_the_rest_of_a_line_around() -> None:
    assert plain("a\u202eb\u2066c") == "abc"


@given(st.text())
def test_any_text_is_one_line_of_text_without_markup(text: str) -> None:
    written = plain(text)
    assert "\n" not in written
    assert not {"<", ">"} & set(written)
