"""Faces and shapes."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from cxsite.draw.marks.face import face, level, shape, sign


@pytest.mark.parametrize(
    ("value", "said"),
    [(2, 2), (1.5, 2), (1.4, 1), (0.25, 1), (0.2, 0), (0, 0), (-0.1, 0), (-0.2, -1), (-1.3, -2), (-2, -2)],
)
def test_a_feeling_has_one_of_five_faces(value: float, said: int) -> None:
    assert level(value) == said


def test_the_faces_differ_in_their_drawing_and_are_hidden_beside_their_words() -> None:
    drawn = [face(value) for value in (2, 1, 0, -1, -2)]
    assert len(set(drawn)) == 5
    assert all(ET.fromstring(one).get("aria-hidden") == "true" for one in drawn)


def test_severities_differ_by_shape_and_what_nobody_assessed_is_a_ring() -> None:
    drawn = [shape(word) for word in ("critical", "high", "medium", "low", "bright", "open")]
    assert len(set(drawn)) == 6
    assert shape("") == shape("open")
    assert all(ET.fromstring(one) is not None for one in drawn)


def test_the_states_of_a_page_differ_by_sign_and_what_nobody_assessed_is_a_ring() -> None:
    assert len({sign(state) for state in ("up to date", "review due", "stale", "not assessed")}) == 4
    assert sign("not assessed") == shape("open")
