"""Widths of text, against those that the converter measures."""

from __future__ import annotations

import re

import pytest

from cxsite.draw.paint.letters import text_width
from cxsite.draw.svg import render

LATIN = (
    "Jan",
    "2026",
    "−1,234.56",
    "Target +25 by 2027-06-30",
    "wording changed",
    "Über größere Brücken, “zitiert”",
    "n 1,212",
)


def measured(text: str, weight: str) -> float:
    """The width by which a drawing grows for a text, in a large size so that whole pixels do not matter."""
    said = {"x": 0, "text": text, "font": "Roboto", "fontSize": 1200, "fontWeight": weight, "fill": "#000"}
    update = {"update": {key: {"value": value} for key, value in said.items()}}
    mark = {"type": "text", "from": {"data": "one"}, "encode": update}
    schema = "https://vega.github.io/schema/vega/v6.json"
    data = [{"name": "one", "values": [{}]}]
    svg = render({"$schema": schema, "width": 1, "height": 1, "padding": 0, "data": data, "marks": [mark]}, "c")
    found = re.search(r'viewBox="0 0 ([\d.]+)', svg)
    assert found
    return float(found[1]) / 100


@pytest.mark.parametrize(("weight", "number"), [("normal", 400), ("bold", 700)])
@pytest.mark.parametrize("text", LATIN)
def test_a_latin_text_is_as_wide_as_the_converter_finds_it(text: str, weight: str, number: int) -> None:
    assert text_width(text, 12, number) == pytest.approx(measured(text, weight), rel=0.02)


def test_letters_that_our_font_lacks_have_a_width_all_the_same() -> None:
    assert text_width("難しい", 12) == 36
    assert text_width("e\u0323", 12) == text_width("e", 12)
    assert 0 < text_width("מ", 12) < 12
    assert text_width("", 12) == 0
