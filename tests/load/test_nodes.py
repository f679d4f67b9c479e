"""YAML to trees: the same content, the right places, and limits."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from support import times

from cxsite.diagnostics import Diagnostic, Span
from cxsite.load.files import Text
from cxsite.load.node import SCALAR, Node, plain
from cxsite.load.nodes import MAX_DEPTH, read_tree
from cxsite.load.shape import shape
from cxsite.model.journey import Journey

# What YAML can hold unescaped or escaped; C0 and C1 controls and surrogates are not YAML.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")
TEXTS = st.text(CHARACTERS, max_size=12)
TREES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4)
    ),
    max_leaves=15,
)


def tree(text: str) -> Node:
    node, found = read_tree(Text("a.yml", text))
    assert found == ()
    assert node is not None
    return node


def problems(text: str) -> list[Diagnostic]:
    return list(read_tree(Text("a.yml", text))[1])


def problem(text: str) -> Diagnostic:
    (only,) = problems(text)
    return only


def cut(text: str, span: Span) -> str:
    """The text a span covers."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def leaves(node: Node) -> list[Node]:
    if node.kind == SCALAR:
        return [node]
    inner = [child for pair in node.pairs() for child in pair] or node.items
    return [leaf for child in inner for leaf in leaves(child)]


@given(TREES)
@settings(max_examples=times(100), deadline=None)
def test_what_is_written_in_quotes_is_read_back(value: Any) -> None:
    text = yaml.safe_dump(value, default_style='"', allow_unicode=True)
    assert plain(tree(text)) == value


@given(TREES)
@settings(max_examples=times(100), deadline=None)
def test_flow_and_block_and_any_width_give_one_tree(value: Any) -> None:
    for options in ({"default_flow_style": True}, {"default_flow_style": False}, {"width": 20}):
        assert plain(tree(yaml.safe_dump(value, default_style='"', **options))) == value  # type: ignore[call-overload]


WORDS = st.text(st.sampled_from("abcäßй😀中"), min_size=1, max_size=5)


@given(
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, min_size=1, max_size=4) | st.dictionaries(WORDS, inner, min_size=1, max_size=4),
    ),
    st.booleans(),
)
@settings(max_examples=times(100), deadline=None)
def test_each_place_is_that_of_the_text_in_the_source(value: Any, flow: bool) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True)
    for leaf in leaves(tree(text)):
        assert cut(text, leaf.here) == leaf.text


@given(st.text(max_size=60))
@settings(max_examples=times(100), deadline=None)
def test_any_text_gives_a_tree_or_diagnostics(text: str) -> None:
    node, found = read_tree(Text("a.yml", text))
    if node is not None:
        plain(node)
    for one in found:
        assert one.span.line >= 1
        assert one.span.column >= 1


@given(st.lists(st.sampled_from(list("ab:-[]{}&*!?|>'\"#%@,\n \t<")) | st.just("---\n"), max_size=30).map("".join))
@settings(max_examples=times(100), deadline=None)
def test_any_jumble_of_marks_gives_a_tree_or_diagnostics(text: str) -> None:
    node, found = read_tree(Text("a.yml", text))
    assert node is not None or found or not text.strip() or text.strip()[0] in "#-%"


@pytest.mark.parametrize(
    "text", ["no", "on", "3:20", "012", "1e3", "~", "null", "2026-09-30", "0x1f", ".inf", "=", "1_0"]
)
def test_a_value_is_the_text_that_was_written(text: str) -> None:
    assert plain(tree(f"a: {text}\n")) == {"a": text}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: >\n  one\n  two\n", "one two\n"),
        ("a: |\n  one\n  two\n", "one\ntwo\n"),
        ('a: "x\\u00e4"\n', "xä"),
        ("a: 'it''s'\n", "it's"),
        ("a: Room # 5\n", "Room"),
        ("a:\n", ""),
    ],
)
def test_the_styles_of_text_are_read(text: str, expected: str) -> None:
    assert plain(tree(text)) == {"a": expected}


def test_only_text_in_quotes_or_in_a_block_is_quoted() -> None:
    node = tree("a: x\nb: 'x'\nc: \"x\"\nd: |\n  x\n")
    assert [value.quoted for _, value in node.pairs()] == [False, True, True, True]


def test_an_empty_file_and_one_with_comments_alone_have_no_tree() -> None:
    for text in ("", "\n\n", "# nothing yet\n"):
        assert read_tree(Text("a.yml", text)) == (None, ())


def test_a_mapping_knows_its_place() -> None:
    value = plain(tree("a:\n  b: c\n"))
    assert value["a"].place.span("b") == Span("a.yml", 2, 6, 2, 7)


PATHS = "name: A\nphases:\n  - name: P\n    channel: sms\n    steps: [x, yy]\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("name",), "A"),
        (("phases", 0, "name"), "P"),
        (("phases", 0, "steps", 1), "yy"),
        (("phases", 0, "channel", 0), "sms"),
        (("phases", 0, "steps", 7), "[x, yy]"),
        (("phases", 0, "channel", "deeper"), "sms"),
    ],
)
def test_a_path_leads_to_its_value_or_the_nearest_above(path: tuple[str | int, ...], expected: str) -> None:
    assert cut(PATHS, tree(PATHS).span(*path)) == expected


@pytest.mark.parametrize("path", [("name",), ("phases",), ("phases", 0, "steps"), ("phases", 0, "channel")])
def test_a_path_leads_to_its_key(path: tuple[str | int, ...]) -> None:
    assert cut(PATHS, tree(PATHS).at(*path, key=True).here) == path[-1]


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("steps:\n  - name: S\n    steps: [x]\n", ("steps", 0, "steps"), 3),
        ("a:\n  b:\n    a: x\n", ("a", "b", "a"), 3),
    ],
)
def test_a_path_that_holds_a_word_twice_leads_to_the_last_key(
    text: str, path: tuple[str | int, ...], line: int
) -> None:
    assert tree(text).at(*path, key=True).here.line == line


@pytest.mark.parametrize("levels", [99, 100])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_a_hundred_levels_are_read(levels: int, opening: str, closing: str) -> None:
    node = tree(opening * levels + "x" + closing * levels)
    depth = 0
    while node.kind != SCALAR:
        node = node.items[0] if node.kind == "list" else node.items[0][1]
        depth += 1
    assert depth == levels


def test_a_level_more_is_refused_where_it_begins() -> None:
    text = "name: A\nx: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    found = problem(text)
    assert (found.code, found.span) == ("CX011", Span("a.yml", 2, 3 + MAX_DEPTH, 2, 4 + MAX_DEPTH))


def test_a_block_nested_too_deeply_is_refused_in_its_line() -> None:
    text = "\n".join(" " * level + "a:" for level in range(MAX_DEPTH + 1)) + " x"
    found = problem(text)
    assert (found.code, found.span.line, found.span.column) == ("CX011", MAX_DEPTH + 1, MAX_DEPTH + 1)


def laughs(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, levels)]
    return "\n".join(lines) + "\n"


def test_aliases_of_aliases_are_weighed_and_refused() -> None:
    found = problem(laughs(12))
    assert (found.code, found.span.line) == ("CX012", 5)


def test_a_few_aliases_are_followed() -> None:
    node = tree(laughs(4))
    assert plain(node)["a3"][9][9][9] == ["x"] * 10


def deep_by_aliases() -> str:
    """Many short stretches, each held by the next, so that no stretch is deep and the whole is."""
    lines = [f"x-{i}: &a{i} {'[' * 95}{f'*a{i - 1}' if i else 'x'}{']' * 95}" for i in range(40)]
    return "\n".join(["name: A", "owner: b", "phases: [{name: P}]", *lines])


def test_a_depth_made_of_aliases_is_refused() -> None:
    node, found = read_tree(Text("a.yml", deep_by_aliases()))
    if node is not None:
        _, found = shape(Journey, node)
    assert [one.code for one in found] == ["CX011"]


@pytest.mark.parametrize("text", ["a: &a [*a]", "&a {b: *a}", "a: &a\n  b: [1, *a]\n"])
def test_an_alias_inside_itself_is_refused_at_the_alias(text: str) -> None:
    found = problem(text)
    assert found.code == "CX012"
    assert cut(text, found.span) == "*a"


def test_an_alias_of_nothing_is_refused_at_the_alias() -> None:
    found = problem("a: 1\nb: *gone\n")
    assert (found.code, found.span) == ("CX010", Span("a.yml", 2, 4, 2, 9))
    assert "`*gone`" in found.message


def test_an_alias_stands_for_what_was_written_above() -> None:
    assert plain(tree("a: &a {x: 1}\nb: *a\n")) == {"a": {"x": "1"}, "b": {"x": "1"}}


def test_the_place_of_an_anchored_text_is_that_of_the_text() -> None:
    text = "a: &x foo\nb: *x\n"
    assert cut(text, tree(text).span("a")) == "foo"


@pytest.mark.parametrize(
    ("text", "line", "column", "first"),
    [("a: 1\nb: 2\na: 3\n", 3, 1, 1), ("x:\n  - {a: 1, a: 2}\n", 2, 12, 2), ('a: 1\n"a": 2\n', 2, 1, 1)],
)
def test_a_key_that_stands_twice_is_found_at_the_second(text: str, line: int, column: int, first: int) -> None:
    found = problem(text)
    assert (found.code, found.span.line, found.span.column) == ("CX013", line, column)
    assert f"line {first}" in found.message


def test_the_same_key_in_two_mappings_is_no_double() -> None:
    tree("a: {x: 1}\nb: {x: 1}\n")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("a: !x y\n", "!x y"),
        ("a: !!int 5\n", "!!int 5"),
        ("a: ! y\n", "! y"),
        ("a: !!python/object:os.system {}\n", "!!python/object:os.system {"),
    ],
)
def test_a_tag_is_refused_with_its_place(text: str, covered: str) -> None:
    found = problem(text)
    assert found.code == "CX014"
    assert cut(text, found.span) == covered


def test_a_merge_key_is_refused_with_its_place() -> None:
    found = problem("a: &a {x: 1}\nb:\n  <<: *a\n")
    assert (found.code, found.span) == ("CX014", Span("a.yml", 3, 3, 3, 5))


def test_a_merge_key_in_quotes_is_a_word() -> None:
    assert plain(tree('"<<": 1\n')) == {"<<": "1"}


def test_a_second_document_is_refused_where_it_begins() -> None:
    found = problem("a: 1\n---\nb: 2\n")
    assert (found.code, found.span) == ("CX015", Span("a.yml", 2, 1, 2, 4))


def test_marks_of_a_single_document_are_taken() -> None:
    assert plain(tree("%YAML 1.1\n---\na: 1\n...\n")) == {"a": "1"}


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{[a, b]: c}\n", "? {a: b}\n: c\n"])
def test_a_key_that_is_no_word_is_refused(text: str) -> None:
    assert [one.code for one in problems(text)] == ["CX016"]


@pytest.mark.parametrize("text", ["\0", "\0\1\2\3", "PK\3\4\0\0", "a: \x07\n"])
def test_a_binary_file_is_not_yaml(text: str) -> None:
    assert problem(text).code == "CX010"


def test_a_control_character_is_found_in_its_column() -> None:
    found = problem("a: 1\nb\x07: c\n")
    assert (found.span.line, found.span.column) == (2, 2)


def test_a_control_character_behind_umlauts_is_found_in_its_column() -> None:
    found = problem("äöü: ä\nb\x07: c\n")
    assert (found.span.line, found.span.column) == (2, 2)


def test_lines_are_counted_in_files_of_all_systems() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert tree(f"a: 1{end}b: 2{end}").span("b") == Span("a.yml", 2, 4, 2, 5)
