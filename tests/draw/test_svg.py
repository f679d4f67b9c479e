"""What becomes of a drawing on its way to a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from cxsite.draw.palette import stand_in
from cxsite.draw.svg import clean, compiled, render, with_data

OPENING = (
    '<svg class="cx-chart" viewBox="0 0 9 9" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">'
)


def cleaned(inside: str) -> str:
    return clean(f'<svg class="marks" width="9" height="9" viewBox="0 0 9 9" version="1.1">{inside}</svg>', "c1")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<path d="M0.123456,1.5L10.999,2"/>', '<path d="M0.12,1.5L10.99,2"/>'),
        ('<g class="mark" role="graphics-object" aria-label="x">', "<g>"),
        ('<text font-family="Roboto" x="1">', '<text x="1">'),
        ('<clipPath id="clip0">', '<clipPath id="c1-clip0">'),
        ('<g clip-path="url(#clip12)">', '<g clip-path="url(#c1-clip0)">'),
        ('<rect fill="url(#gradient3)"/>', '<rect fill="url(#c1-gradient0)"/>'),
        (f'<rect fill="{stand_in("ink")}"/>', '<rect fill="var(--cx-ink)"/>'),
        ("<text>4.7</text>", "<text>4.7</text>"),
        ("<text>1,808,680</text>", "<text>1,808,680</text>"),
        ("<text>clipping</text>", "<text>clipping</text>"),
    ],
)
def test_a_drawing_is_cleaned(before: str, after: str) -> None:
    assert cleaned(before) == f"{OPENING}{after}</svg>"


def test_a_drawing_keeps_its_box_and_loses_its_size() -> None:
    assert cleaned("") == f"{OPENING}</svg>"


def test_numbers_that_people_read_keep_their_decimals() -> None:
    assert "<text>4.502</text>" in cleaned("<text>4.502</text>")


def _spec(**more: Any) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"a": 1, "b": 2}, {"a": 2, "b": 3}]},
        "mark": {"type": "line", "clip": True, "color": stand_in("ink")},
        "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}},
        **more,
    }


def drawn(spec: dict[str, Any], prefix: str) -> str:
    return render(compiled(spec), prefix)


def test_a_chart_is_compiled_once_and_drawn_over_any_data() -> None:
    named = _spec(data={"name": "rows"})
    many = {"rows": [{"a": 1, "b": 2}, {"a": 5, "b": 400}]}
    assert render(with_data(compiled(named), many), "c1") == drawn({**named, "datasets": many}, "c1")
    assert "400" in render(with_data(compiled(named), many), "c1")


def test_a_chart_is_drawn_as_well_formed_xml_with_our_colours() -> None:
    svg = drawn(_spec(), "c1")
    root = ET.fromstring(svg)
    assert root.get("class") == "cx-chart"
    assert root.get("aria-hidden") == "true"
    assert "var(--cx-ink)" in svg
    assert stand_in("ink") not in svg


def test_a_chart_without_ids_is_drawn_the_same_twice() -> None:
    spec = _spec(mark="point")
    assert drawn(spec, "c1") == drawn(spec, "c1")


def test_the_same_chart_is_drawn_the_same_twice() -> None:
    assert drawn(_spec(), "c1") == drawn(_spec(), "c1")


def test_two_drawings_on_one_page_share_no_id() -> None:
    ids = [set(re.findall(r'id="([^"]+)"', drawn(_spec(), prefix))) for prefix in ("c1", "c2")]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_every_reference_in_a_drawing_has_its_target() -> None:
    svg = drawn(_spec(), "c1")
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(re.findall(r'id="([^"]+)"', svg))


def test_nothing_is_fetched_for_a_drawing() -> None:
    with pytest.raises(ValueError, match=r"(?i)not allowed|denied|allowed_base_urls"):
        drawn(_spec(data={"url": "https://elsewhere.example/data.csv"}), "c1")
