"""An action along time, as a drawing beside its words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from cxsite.derive.work.roadmap import Bar, Scale, Tick
from cxsite.draw.marks.roadmap import heads, sample, track

SCALE = Scale((Tick(0, "2026 Q1"), Tick(0.5, "2026 Q2"), Tick(1, "2026 Q3")), 0.6, "Today 2026-05-01")


def looks(bar: Bar | None) -> list[str]:
    return re.findall(r'class="(cx-(?:span|run|edge|pilot|stripes)[^"]*)"', track(bar, SCALE))


@pytest.mark.parametrize(
    ("bar", "drawn"),
    [
        (None, []),
        (Bar("planned", 0.1, 0.4), ["cx-span cx-span--plan"]),
        (Bar("in progress", 0.1, 0.4), ["cx-span cx-span--now"]),
        (Bar("shipped", 0.1, 0.4), ["cx-span cx-span--done"]),
        (Bar("at risk", 0.1, 0.9), ["cx-span cx-span--risk", "cx-stripes"]),
        (Bar("overdue", 0.1, 0.4, late=0.6), ["cx-span cx-span--risk", "cx-stripes", "cx-run cx-run--late"]),
        (Bar("planned", 0.1), ["cx-run cx-run--open", "cx-edge"]),
        (Bar("planned", None, 0.4), ["cx-edge"]),
        (Bar("shipped", 0.1, 0.4, due=0.5), ["cx-span cx-span--done", "cx-edge"]),
        (Bar("in progress", pilots=(0.2, 0.3)), ["cx-pilot", "cx-pilot"]),
    ],
)
def test_every_state_has_a_look_of_its_own(bar: Bar | None, drawn: list[str]) -> None:
    assert looks(bar) == drawn


def test_todays_line_runs_through_every_row_and_ticks_stand_between_the_ends() -> None:
    for bar in (None, Bar("planned", 0.1, 0.4)):
        assert 'class="cx-today" x1="60%"' in track(bar, SCALE)
        assert re.findall(r'class="cx-tickline" x1="([^"]+)"', track(bar, SCALE)) == ["50%"]


def test_the_head_names_each_stretch_and_today_on_a_line_of_its_own() -> None:
    texts = [(one.text, one.get("y")) for one in ET.fromstring(heads(SCALE)) if one.tag == "text"]
    assert texts == [("2026 Q1", "1em"), ("2026 Q2", "1em"), ("Today 2026-05-01", "2.3em")]


@pytest.mark.parametrize(("today", "anchor"), [(0.02, "start"), (0.5, "middle"), (0.99, "end")])
def test_today_is_written_inside_the_drawing(today: float, anchor: str) -> None:
    assert f'text-anchor="{anchor}"' in heads(Scale(SCALE.ticks, today, "Today"))


def test_a_bar_of_a_day_can_be_seen() -> None:
    assert 'width="0.6%"' in track(Bar("planned", 0.5, 0.5001), SCALE)


def test_all_of_it_is_hidden_beside_its_words_and_has_no_inline_style() -> None:
    for svg in (track(Bar("at risk", 0.1, 0.4, pilots=(0.2,)), SCALE), heads(SCALE), sample(Bar("planned", 0, 1))):
        assert ET.fromstring(svg).get("aria-hidden") == "true"
        assert "style=" not in svg
