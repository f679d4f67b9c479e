"""Painted charts against those that the converter draws, and what a painter refuses."""

from __future__ import annotations

import copy
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import chiefly, times

from cxsite.draw.cache import Cache
from cxsite.draw.charts import NARROW, WIDE, Datasets, Kind, Studio
from cxsite.draw.paint.painter import painter
from cxsite.draw.paint.refuse import Unsupported
from cxsite.draw.svg import render, with_data

from .samples import kinds, sample, spec
from .seen import differences, seen

KINDS = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
WIDTHS = pytest.mark.parametrize("width", chiefly([WIDE, NARROW], NARROW))


def compare(kind: Kind, width: int, rows: Datasets) -> list[str]:
    theirs = render(with_data(spec(kind.id, width), rows), "c")
    return differences(seen(painter(spec(kind.id, width)).paint(rows)), seen(theirs))


@WIDTHS
@KINDS
def test_a_painted_chart_shows_what_the_converted_one_shows(kind: Kind, width: int) -> None:
    seeds = range(width, width + times(10))
    assert {seed: found for seed in seeds if (found := compare(kind, width, sample(kind, seed)))} == {}


@pytest.mark.soak
@WIDTHS
@KINDS
def test_many_painted_charts_show_what_the_converted_ones_show(kind: Kind, width: int) -> None:
    seeds = range(1000, 1300)
    assert {seed: found for seed in seeds if (found := compare(kind, width, sample(kind, seed)))} == {}


@WIDTHS
@KINDS
def test_a_chart_without_rows_is_drawn(kind: Kind, width: int) -> None:
    assert compare(kind, width, {}) == []


@pytest.mark.parametrize(
    "values", [[0], [4.1, 4.1], [-3, -2.5], [1e12, 3e12], [1e-9, 5e-9], [99.99, 100.01], [0, None]]
)
def test_numbers_of_every_size_are_drawn_as_the_converter_draws_them(values: list[float | None]) -> None:
    (kind,) = (kind for kind in kinds() if kind.id == "phases")
    rows = [
        {"row": i, "value": v, "low": v, "high": v, "target": None, "name_narrow": ["N"], "details_narrow": []}
        for i, v in enumerate(values)
    ]
    assert compare(kind, NARROW, {"rows": rows}) == []


@KINDS
def test_a_painted_chart_is_small_well_formed_and_has_nothing_that_is_not_seen(kind: Kind) -> None:
    made = painter(spec(kind.id, WIDE))
    for seed in range(20):
        svg = made.paint(sample(kind, seed))
        root = ET.fromstring(svg)
        assert svg.startswith('<svg class="cx-chart" viewBox="0 0 ')
        assert 'aria-hidden="true" focusable="false"><g ' in svg
        assert not re.search(
            r'\s(id|style|class|font-family|clip-path|role)=|\d\.\d{3}|NaN|inf\b|="-0"|undefined',
            re.sub(">[^<]*<", "><", svg.partition("><")[2]),
        )
        assert all(len(e) or e.text or e.attrib.get("d") or e.tag.endswith("circle") for e in list(root.iter())[2:])
        assert svg == made.paint(sample(kind, seed))


@KINDS
def test_every_text_is_in_the_frame(kind: Kind) -> None:
    """As far as our own measure goes; a real browser looks at the kept drawings."""
    made = painter(spec(kind.id, NARROW))
    for seed in range(20):
        shown = seen(made.paint(sample(kind, seed)))
        for mark in shown.marks:
            if mark.kind == "text":
                x, y = mark.places[0] + shown.origin[0], mark.places[1] + shown.origin[1]
                assert 0 <= x <= shown.size[0]
                assert 0 <= y <= shown.size[1]


def test_the_rows_of_the_table_have_their_places_in_the_drawing() -> None:
    rows = [
        {"row": i, "spot": i, "value": v, "name_wide": ["N"], "details_wide": []} for i, v in enumerate([1, None, 3])
    ]
    svg = painter(spec("phases", WIDE), "y").paint({"rows": rows})
    plot, spots = re.search(r'data-along="y" data-plot="([\d,]+)" data-spots="([\d, ]+)"', svg).groups()  # type: ignore[union-attr]
    left, top, width, height = (int(side) for side in plot.split(","))
    places = [[int(number) for number in place.split(",")] for place in spots.split()]
    assert [row for row, _, _ in sorted(places)] == [0, 1, 2]
    assert all(left <= x <= left + width for _, x, _ in places)
    thirds = [int(3 * (y - top) / height) for _, _, y in sorted(places)]
    assert thirds == [0, 1, 2]
    assert "data-spots" not in painter(spec("phases", WIDE)).paint({})


def test_no_kind_of_ours_needs_the_converter(tmp_path: Path) -> None:
    studio = Studio(Cache(tmp_path))
    for kind in kinds():
        studio.chart(kind, sample(kind, 1))
    assert (studio.drawn, studio.converted) == (2 * len(kinds()), 0)


def test_a_kind_that_the_painter_refuses_is_drawn_by_the_converter(tmp_path: Path) -> None:
    kind = kinds()[0]

    def template(width: int) -> dict[str, Any]:
        made = copy.deepcopy(kind.template(width))
        made["layer"][0]["mark"]["cornerRadius"] = 4
        return made

    studio = Studio(Cache(tmp_path))
    chart = studio.chart(replace(kind, template=template), sample(kind, 3))
    assert (studio.drawn, studio.converted) == (2, 2)
    assert chart.wide.startswith('<svg class="cx-chart"')


def test_a_change_of_the_painter_makes_new_drawings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = kinds()[0]
    Studio(Cache(tmp_path)).chart(kind, sample(kind, 3))
    monkeypatch.setattr("cxsite.draw.charts.PAINTER", -1)
    again = Studio(Cache(tmp_path))
    again.chart(kind, sample(kind, 3))
    assert again.drawn == 2


def trend(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The spec of a trend with something else in it."""
    made = json.loads(json.dumps(spec("trend", WIDE)))
    change(made)
    return made


def at(*path: str | int, **more: Any) -> Callable[[dict[str, Any]], object]:
    """Adds to what stands at a path."""

    def change(whole: Any) -> None:
        for step in path:
            whole = whole[step]
        whole.update(more)

    return change


UPDATE = ("encode", "update")
UNKNOWN: dict[str, Callable[[dict[str, Any]], object]] = {
    "a key": at(legends=[]),
    "autosize": at(autosize="fit"),
    "a background": at(background="#fff"),
    "padding by side": at(padding={"left": 5}),
    "a layout": at(layout={}),
    "a frame": at("config", "style", "cell", stroke="#000"),
    "a style": at("config", "style", **{"guide-label": {"font": "Roboto", "fontSize": 9}}),
    "a font": at("config", "style", "text", font="Arial"),
    "config": at("config", background="#fff"),
    "config of axes": at("config", "axis", gridDash=[1, 1]),
    "config of an orient": at("config", axisX={"grid": True}),
    "a signal with events": at(signals=[{"name": "s", "on": []}]),
    "a mark": at("marks", 0, type="arc"),
    "a clip": at("marks", 0, clip=True),
    "a depth": at("marks", 0, zindex=1),
    "a transform of a mark": at("marks", 0, transform=[]),
    "an order of a mark": at("marks", 0, sort={"field": "x"}),
    "a style of a mark": at("marks", 0, style=["circle"]),
    "a block": at("marks", 0, "encode", enter={}),
    "a channel": at("marks", 0, *UPDATE, cornerRadius={"value": 3}),
    "a middle and an end": at("marks", 0, *UPDATE, xc={"value": 3}),
    "a way of saying": at("marks", 0, *UPDATE, x={"value": 3, "mult": 2}),
    "a scale that is not there": at("marks", 0, *UPDATE, x={"scale": "z", "field": "from"}),
    "a path into a row": at("marks", 0, *UPDATE, x={"field": "a.b"}),
    "a parent's field": at("marks", 0, *UPDATE, x={"field": {"parent": "a"}}),
    "a size from rows": at("marks", 15, *UPDATE, size={"field": "order"}),
    "a symbol": at("marks", 15, *UPDATE, shape={"value": "wedge"}),
    "a turned text": at("marks", 18, *UPDATE, angle={"value": 45}),
    "a limit of a text": at("marks", 18, *UPDATE, limit={"value": 45}),
    "a weight": at("marks", 18, *UPDATE, fontWeight={"value": 300}),
    "an align": at("marks", 18, *UPDATE, align={"value": "justify"}),
    "a curve": at("marks", 14, "marks", 0, *UPDATE, interpolate={"value": "monotone"}),
    "an area's edge": at("marks", 1, "marks", 0, *UPDATE, stroke={"value": "red"}),
    "an area that lies": at("marks", 1, "marks", 0, *UPDATE, orient={"value": "horizontal"}),
    "an order of a line": at("marks", 14, "marks", 0, sort={"field": "y"}),
    "a group's own paint": at("marks", 14, *UPDATE, fill={"value": "red"}),
    "axes in a group": at("marks", 14, axes=[]),
    "a facet's aggregate": at("marks", 14, "from", "facet", aggregate={}),
    "an axis on top": at("axes", 1, orient="top"),
    "an axis in front": at("axes", 1, zindex=1),
    "an axis' format": at("axes", 1, format="%"),
    "an axis' label colour": at("axes", 1, "encode", "labels", "update", fill={"value": "red"}),
    "an axis' turned labels": at("axes", 1, labelAngle=45),
    "an axis' greedy labels": at("axes", 1, labelOverlap="greedy"),
    "an axis' title in parts": at("axes", 1, title=["a", "b"]),
    "an axis of another scale": at("axes", 1, scale="shape"),
    "a scale of another type": at("scales", 0, type="log"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_the_painter_does_not_know_it_refuses(what: str) -> None:
    assert painter(trend(at()))
    with pytest.raises(Unsupported):
        painter(trend(UNKNOWN[what]))
