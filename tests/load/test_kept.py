"""How two texts of a file differ: in form, in order, or in what they say."""

from __future__ import annotations

import pytest
from compare.states import Texts

from cxsite.load.kept import FilePair, KeptTree, file_pairs
from cxsite.load.memory import Memory


def pairs(name: str, before: str | None, after: str | None) -> tuple[FilePair, ...]:
    trees = [KeptTree(Texts({} if text is None else {name: text})) for text in (before, after)]
    for tree in trees:
        for one in tree.names(name.split("/", maxsplit=1)[0], name[-4:]):
            tree.text(one)
    return file_pairs(trees[0], trees[1], Memory())


@pytest.mark.parametrize(
    ("name", "before", "after", "form"),
    [
        ("journeys/a.yml", "a: 1\nb: [x, y]\n", "# why\na: '1'\nb:\n  - x\n  - y\n", "format"),
        ("journeys/a.yml", "a: 1\nb: 2\n", "b: 2\na: 1\n", "order"),
        ("journeys/a.yml", "a: [x, y]\n", "a: [y, x]\n", "order"),
        ("journeys/a.yml", "a: 1\n", "a: 2\n", "content"),
        ("journeys/a.yml", "a: 1\n", "a: [\n", "content"),
        ("metrics/a.csv", "a,b\n1,2\n3,4\n", "a;b\r\n1;2\r\n3;4\r\n", "format"),
        ("metrics/a.csv", "a,b\n1,2\n3,4\n", "b,a\n4,3\n2,1\n", "order"),
        ("metrics/a.csv", "a,b\n1,2\n", "a,b\n1,3\n", "content"),
    ],
)
def test_a_difference_is_of_form_of_order_or_of_content(name: str, before: str, after: str, form: str) -> None:
    assert [(one.form, one.before, one.after) for one in pairs(name, before, after)] == [(form, True, True)]


def test_what_is_the_same_is_no_pair_and_what_came_or_went_says_so() -> None:
    assert pairs("journeys/a.yml", "a: 1\n", "a: 1\n") == ()
    assert [(one.before, one.after) for one in pairs("journeys/a.yml", None, "a: 1\n")] == [(False, True)]
    assert [(one.before, one.after) for one in pairs("journeys/a.yml", "a: 1\n", None)] == [(True, False)]
