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
