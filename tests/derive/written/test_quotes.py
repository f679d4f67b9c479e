"""Words in quotation marks."""

from __future__ import annotations

from cxsite.derive.written.quotes import in_quotes


def test_marks_that_stand_in_them_become_single_ones() -> None:
    assert in_quotes("Is told “we’ll be in touch”") == "“Is told ‘we’ll be in touch’”"


def test_words_from_right_to_left_are_kept_apart_from_what_stands_beside_them() -> None:
    assert in_quotes("زيارة") == "“\u2068زيارة\u2069”"
    assert in_quotes("Besuch") == "“Besuch”"
