"""What libyaml complains of, in plain words and at the place to mend."""

from __future__ import annotations

import pytest

from cxsite.load.files import Text
from cxsite.load.nodes import read_tree

COMPLAINTS = [
    ("a: Wait: the day\n", 1, 8, "a text with `: ` in it needs quotes", 'a: "Wait: the day"'),
    ("a: b\n c: d\n", 2, 3, "this line is indented more than the one above it", "indent of its neighbours"),
    ("a: @x\n", 1, 4, "a text may not begin with `@`", "in quotes"),
    ("a: %x\n", 1, 4, "a text may not begin with `%`", "in quotes"),
    ("a: *bold* words\n", 1, 4, "a text may not begin with `*`", "in quotes"),
    ("a: [1, 2\nb: 3\n", 1, 4, "the `[` that opens here is not closed", "close it"),
    ("a: {b: 1\nc: 3\n", 1, 4, "the `{` that opens here is not closed", "close it"),
    ('a: "open\nb: c\n', 1, 4, "the quote that opens here is never closed", "same mark"),
    ("a: 'it's'\n", 1, 8, "the text goes on behind its closing quote", '`"it\'s"`'),
    ("a: b\nno colon\n", 2, 1, "this line has no `: ` and belongs to nothing", "key: value"),
    ("- a\nb: c\n", 2, 1, "this line does not line up with those above it", "begins with `- `"),
    ("a: > text\n", 1, 6, "behind `>` or `|` a text begins in the line below", "indented"),
    ("a: - b\n", 1, 4, "a list begins in the line below its key", "indented"),
    ("  a: b\nc: d\n", 2, 1, "the indent is smaller than at the top", "first column"),
    ('a: "x\\qz"\n', 1, 6, "a backslash means something in double quotes", "single quotes"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), COMPLAINTS)
def test_what_is_not_yaml_is_said_in_plain_words(text: str, line: int, column: int, message: str, hint: str) -> None:
    (found,) = read_tree(Text("a.yml", text))[1]
    assert (found.code, found.span.line, found.span.column) == ("CX010", line, column)
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\n\tb: 2\n", 2, 1),
        ("a:\n  b: 1\n\tc: 2\n", 3, 1),
        ("a:\n\t- b\n", 2, 1),
        ("key:\tvalue\n", 1, 5),
        ("a: {b:\t1}\n", 1, 7),
        ("-\ta\n", 1, 2),
    ],
)
def test_a_tab_is_called_a_tab(text: str, line: int, column: int) -> None:
    (found,) = read_tree(Text("a.yml", text))[1]
    assert (found.code, found.span.line, found.span.column) == ("CX019", line, column)
    assert "spaces" in found.hint


@pytest.mark.parametrize("text", ["a: 'x\ty'\n", "a: |\n  x\ty\n  \tz\n", "a: x # \t y\n", "a: x\ty\n"])
def test_a_tab_inside_a_text_or_a_comment_is_nobodys_business(text: str) -> None:
    found = read_tree(Text("a.yml", text))[1]
    assert found == ()
