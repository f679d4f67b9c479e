"""How what is drawn is written down."""

from __future__ import annotations

import pytest

from cxsite.draw.paint.canvas import Box, Canvas, coordinate, look


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (-0.001, "0"), (142.5, "142.5"), (1 / 3, "0.33"), (-7, "-7"), (12345.678, "12345.68")],
)
def test_a_coordinate_has_two_decimals_at_most(value: float, text: str) -> None:
    assert coordinate(value) == text


def test_a_look_says_only_what_is_not_assumed() -> None:
    assert look(fill="red", stroke=None, opacity=1, stroke_width=2).attributes == ' fill="red"'
    assert look(fill="transparent", stroke="red", stroke_width=1, dash=[1, 0]).attributes == ' stroke="red"'
    assert (
        look(stroke="red", stroke_width=2.5, dash=[3, 3]).attributes
        == ' stroke="red" stroke-width="2.5" stroke-dasharray="3,3"'
    )
    assert look(fill='a"b').attributes == ' fill="a&quot;b"'


@pytest.mark.parametrize("paint", [{"fill": None}, {"fill": "red", "opacity": 0}, {"stroke": "red", "stroke_width": 0}])
def test_what_has_no_paint_is_not_seen(paint: dict[str, object]) -> None:
    assert not look(**paint).visible


def test_neighbours_of_one_look_are_one_path_or_one_group() -> None:
    red, thin, both = look(fill="red"), look(stroke="red", opacity=0.5), look(fill="red", stroke="blue")
    canvas = Canvas()
    for like in (red, red, thin, thin, both, both, red):
        canvas.path(like, "M0,0h1")
    canvas.shape(red, "circle", ' r="1"/>')
    assert canvas.drawn() == (
        '<path fill="red" d="M0,0h1M0,0h1"/>'
        '<g stroke="red" opacity="0.5"><path d="M0,0h1"/><path d="M0,0h1"/></g>'
        '<g fill="red" stroke="blue"><path d="M0,0h1"/><path d="M0,0h1"/></g>'
        '<g fill="red"><path d="M0,0h1"/><circle r="1"/></g>'
    )


def test_a_box_holds_all_that_was_added() -> None:
    box, other = Box(), Box()
    other.add(0, 0, 4, 4)
    box.add_all(other, 10, -3)
    box.add(0, 0, 1, 1)
    assert (box.left, box.top, box.right, box.bottom) == (0, -3, 14, 1)
