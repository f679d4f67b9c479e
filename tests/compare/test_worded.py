"""Old and new as one text."""

from __future__ import annotations

import pytest

from cxsite.compare.worded import worded


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        (
            "Chases for a date",
            "Chases for a firm date",
            [("same", "Chases for a "), ("new", "firm "), ("same", "date")],
        ),
        ("Wait", "Wait for the day", [("same", "Wait "), ("new", "for the day")]),
        ("Is asked to recommend us", "Is asked", [("same", "Is asked "), ("gone", "to recommend us")]),
        ("Waits", "Waits", [("same", "Waits")]),
        ("", "New", [("new", "New")]),
        ("Old", "", [("gone", "Old")]),
        ("", "", []),
        ("34 min", "41 min", [("gone", "34 min"), ("new", "41 min")]),
        ("−1.2", "−1.7", [("gone", "−1.2"), ("new", "−1.7")]),
        ("£4.50 each", "£4.60 each", [("gone", "£4.50 each"), ("new", "£4.60 each")]),
        ("Rings the desk", "Nothing of it is left here", [("gone", "Rings the desk"), ("new", "Nothing of it is left here")]),
        ("座席を選ぶ", "座席を見る", [("same", "座席を"), ("gone", "選ぶ"), ("new", "見る")]),
        ("座席を選ぶ", "座席を選べる", [("same", "座席を選"), ("gone", "ぶ"), ("new", "べる")]),
    ],
)  # fmt: skip
def test_words_that_stay_are_told_once_and_values_are_told_whole(
    before: str, after: str, parts: list[tuple[str, str]]
) -> None:
    assert list(worded(before, after)) == parts


def test_both_texts_can_be_read_from_the_parts() -> None:
    before, after = "He was kind and had no drill for stone walls", "He was kindness itself and had no drill for walls"
    parts = worded(before, after)
    assert "".join(text for kind, text in parts if kind != "new").rstrip() == before
    assert "".join(text for kind, text in parts if kind != "gone").rstrip() == after
