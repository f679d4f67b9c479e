"""What YAML takes from a text without a word is found and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, TESTS, small_project

from cxsite.diagnostics import Diagnostic
from cxsite.load.files import Text
from cxsite.load.node import plain
from cxsite.load.nodes import read_tree
from cxsite.pipeline import examine
from cxsite.project import Project

WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F), min_size=1, max_size=8)


def said(text: str) -> list[Diagnostic]:
    return list(read_tree(Text("a.yml", text))[1])


@pytest.mark.parametrize(
    ("text", "line", "column", "lost"),
    [
        ("name: Room #5\n", 1, 11, "`#5`"),
        ("a:\n  - name: Gate #B2 is far\n", 2, 15, "`#B2 is far`"),
        ("a: first\n  then #2\n", 2, 7, "`#2`"),
        ("name: #1 in the town\n", 1, 6, "`#1 in the town`"),
        ("{name: Room #5\n}\n", 1, 12, "`#5`"),
    ],
)
def test_what_stands_behind_a_hash_is_said_to_be_lost(text: str, line: int, column: int, lost: str) -> None:
    (found,) = said(text)
    assert (found.code, found.severity.word) == ("CX017", "warning")
    assert (found.span.line, found.span.column) == (line, column)
    assert lost in found.message
    assert "in quotes" in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "owner: desk # who\n",
        "owner: desk    #who\n",
        "name: 'Room #5'\n",
        "name: C# and F#\n",
        "# a whole line\nname: A\n",
        "text: >\n  Room #5\n",
        "#!yaml\nname: A #!x\n",
        "name: A ## heading\n",
    ],
)
def test_a_comment_written_as_one_is_left_alone(text: str) -> None:
    assert said(text) == []


@given(WORDS, WORDS, WORDS)
def test_a_text_split_by_a_comma_is_said_and_put_together_again(first: str, second: str, third: str) -> None:
    node, found = read_tree(Text("a.yml", f"[{{name: {first} x, {second} y, {third} z, channel: web}}]\n"))
    assert node is not None
    assert {one.code for one in found} == {"CX018"}
    assert plain(node) == [{"name": f"{first} x, {second} y, {third} z", "channel": "web"}]
    assert found[-1].suggestion == f'"{first} x, {second} y, {third} z"'


def test_a_key_left_empty_is_not_taken_for_a_split_text() -> None:
    assert said("{name: A, channel: , b: c}\n") == []
    assert said('{name: "A", then}\n') == []


def test_two_texts_in_brackets_that_may_be_one_are_pointed_out() -> None:
    (found,) = said("frontstage: [Agent greets, then asks for the pass]\n")
    assert found.code == "CX017"
    assert '"Agent greets, then asks for the pass"' in found.hint
    assert said("channel: [sms, email]\n") == []
    assert said("frontstage: [Agent greets, Agent asks]\n") == []
    assert said('frontstage: [Agent greets, "then asks"]\n') == []


def test_an_anchor_that_may_have_been_a_name_is_pointed_out() -> None:
    (found,) = said("name: &Co KG\n")
    assert (found.code, found.span.column, found.span.end_column) == ("CX017", 7, 10)
    assert said("a: &x text\nb: *x\n") == []
    assert said("a: &x {b: c}\n") == []


def test_items_read_as_part_of_the_text_above_are_pointed_out() -> None:
    (found,) = said("channel: sms\n  - email\n")
    assert (found.code, found.span.line, found.span.column) == ("CX017", 2, 3)


def test_the_examples_lose_no_text(tmp_path: Path) -> None:
    for root in (TESTS / "sites" / "example", TESTS / "sites" / "va-outpatient", ROOT):
        assert not {"CX017", "CX018", "CX019"} & {one.code for one in examine(Project(root)).diagnostics}


def test_the_whole_text_reaches_the_map_though_a_comma_split_it(tmp_path: Path) -> None:
    journey = "name: A\nowner: b\nreviewed: 2026-11-01\nreview_every: 100 years\nphases: [{name: P, steps: [{name: Looks, then leaves, channel: web}]}]\n"
    examined = examine(Project(small_project(tmp_path, {"journeys/ticket.yml": journey})))
    assert [one.code for one in examined.diagnostics] == ["CX018"]
    assert examined.content.portfolio.journeys[0].steps[0].name == "Looks, then leaves"


@pytest.mark.parametrize(
    "text",
    [
        "name: A\rthinks: a #b\rowner: b\r",
        'summary: "one\rtwo\rthree"\nthinks: a #b\n',
        'name: "a\u2028b\u2028c"\nthinks: a #b\n',
        'name: "a\x85b"\nthinks: a #b\n',
    ],
)
def test_every_end_of_a_line_that_yaml_knows_is_counted(text: str) -> None:
    (found,) = said(text)
    assert found.code == "CX017"
    assert "`#b`" in found.message


@pytest.mark.parametrize(
    "text", ['name: "a\u2028b\u2028c"\nowner:\tb\n', 'name: "a\u2028b"\nowner: b: c\n', "a: b\rc: d: e\r"]
)
def test_complaints_too_count_every_end_of_a_line(text: str) -> None:
    assert said(text)[0].span.line == text.replace("\u2028", "\n").replace("\r", "\n").rstrip().count("\n") + 1


def test_a_blank_before_the_bracket_hides_no_split_text() -> None:
    (found,) = said("- { name: Looks, then leaves }\n")
    assert (found.code, found.suggestion) == ("CX018", '"Looks, then leaves"')
    assert said("- { name: Looks, channel: }\n") == []


def test_a_split_text_is_said_once_over_its_whole_length_as_it_was_written() -> None:
    (found,) = said("{name: Pays 1,200 Euro, at once, channel: web}\n")
    assert found.suggestion == '"Pays 1,200 Euro, at once"'
    assert (found.span.column, found.span.end_column) == (8, 32)


def test_a_number_with_a_comma_is_told_to_do_without() -> None:
    assert "without a comma" in said("{volume: 1,200}\n")[0].hint


@pytest.mark.parametrize(
    "text",
    [
        "frontstage:\n  - Greets the customer\n    - Asks for the card\n",
        "summary: Greets the customer\n  at the desk\n  - Asks for the card\n",
    ],
)
def test_items_run_together_are_found_below_items_and_long_texts(text: str) -> None:
    assert [one.code for one in said(text)] == ["CX017"]


def test_a_comment_that_hides_a_bracket_is_pointed_at() -> None:
    (found,) = said("frontstage: [Room #5, b]\n")
    assert "begins a comment" in found.message
    assert found.span.column == 19


def test_an_invisible_blank_behind_a_key_is_pointed_at() -> None:
    assert "invisible" in said("- name:\u00a0B\n")[0].message
    assert "invisible" in said("a: b\n\u200bname: c\n")[0].message
    assert said("name: 5\u00a0Euro und\u00a0mehr\n") == []
