"""Classes are found by where they stand: each once, by id, without those that are a ground for others."""

from __future__ import annotations

from cxsite.check import rules
from cxsite.check.rule import Rule
from cxsite.compare import kinds
from cxsite.compare.kind import ChangeKind, ListKind
from cxsite.registry import every, title_of


def test_each_class_with_an_id_is_found_once_in_the_order_of_the_ids() -> None:
    for base, package in ((Rule, rules), (ChangeKind, kinds)):
        ids = [one.id for one in every(base, package)]
        assert ids and ids == sorted(set(ids))


def test_what_is_only_a_ground_for_others_is_not_made() -> None:
    assert all(type(kind) is not ListKind for kind in every(ChangeKind, kinds))
    assert any(isinstance(kind, ListKind) for kind in every(ChangeKind, kinds))


def test_a_title_is_the_first_line_of_the_docstring() -> None:
    class Told:
        """What it is.

        And more.
        """

    assert (title_of(Told()), title_of(object.__new__(type("Silent", (), {})))) == ("What it is", "")
