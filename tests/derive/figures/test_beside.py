"""Targets and changes beside a series in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import small_project

from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.axis import axis_of
from cxsite.derive.figures.beside import Event, event_marks
from cxsite.derive.figures.figures import Figure
from cxsite.derive.links.things import Thing
from cxsite.model.period import Period, parse_period
from cxsite.pipeline import examine
from cxsite.project import Project

METRIC = "metrics:\n  - {id: n, name: Ease, method: mean, better: up, journey: ticket, source: [a.csv, b.csv]}\n"
A = "period,segment,phase,value\n2026-01,,,3\n2026-02,,,4\n2026-02,north,,5\n2026-02,,choose,5\n"
B = "period,segment,phase,value\n2026-03,,,4.5\n"
JOURNEY = """\
name: Buy a ticket
owner: sales
phases: [{id: choose, name: Choose, steps: [{id: look, name: Looks}]}]
"""
SEGMENTS = "segments: [{id: north, name: The North}]\n"


def atlas(folder: Path, journey: str, today: str = "2026-12-01", rules: str = "{}", better: str = "up") -> Atlas:
    files = {
        "journeys/ticket.yml": JOURNEY + journey,
        "journeys/segments.yml": SEGMENTS,
        "metrics/m.yml": METRIC.replace("better: up", f"better: {better}"),
        "metrics/a.csv": A,
        "metrics/b.csv": B,
        "cxsite.yml": f"today: {today}\nrules: {rules}\n",
    }
    whole = examine(Project(small_project(folder, files)))
    assert not whole.has_errors, whole.diagnostics
    return Atlas(whole.content.portfolio, whole.measures, whole.content.today)


def figures(made: Atlas) -> dict[str, Figure]:
    return {figure.key: figure for figure in made.figures(made.portfolio.metrics[0])}


def test_a_target_stands_on_its_place_with_its_way_from_the_newest_source(tmp_path: Path) -> None:
    found = figures(atlas(tmp_path, "goals: [{metric: n, target: 6, by: 2027}]\n"))
    (mark,) = found["n"].aims
    assert (mark.level, mark.text, mark.distance) == (6, "Target 6.00 by 2027", "1.50 to go")
    assert mark.sentence in found["n"].sentences
    assert [one.aims for key, one in found.items() if key != "n"] == [(), ()]


def test_a_target_that_is_reached_says_so(tmp_path: Path) -> None:
    found = figures(atlas(tmp_path, "goals: [{metric: n, target: 4, by: 2027}]\n"))
    assert found["n"].aims[0].distance == "reached"


@pytest.mark.parametrize(("level", "said"), [("4.5", "reached"), ("4.2", "0.30 away"), ("5", "0.50 away")])
def test_a_target_of_which_neither_way_is_better_is_reached_at_its_level(tmp_path: Path, level: str, said: str) -> None:
    made = atlas(tmp_path, f"goals: [{{metric: n, target: {level}, by: 2027}}]\n", better="neither")
    assert figures(made)["n"].aims[0].distance == said
    (standing,) = made.goals_of("ticket")
    assert (standing.way, standing.reached) == (said, True if said == "reached" else None)


ACTION = "actions:\n  - {{id: a, name: The change, owner: o, {}, expects: [{{metric: n, value: 5{}}}]}}\n"


def test_what_shipped_stands_on_the_number_that_it_was_to_move(tmp_path: Path) -> None:
    found = figures(atlas(tmp_path, ACTION.format("shipped: 2026-02-10", ", phase: choose")))
    assert [mark.event.words for mark in found["n--phase-choose"].events] == ["The change, shipped 2026-02-10"]
    assert found["n"].events == ()


def test_a_pilot_stands_on_its_segment(tmp_path: Path) -> None:
    found = figures(atlas(tmp_path, ACTION.format("pilots: [{segment: north, since: 2026-02-10}]", "")))
    assert [mark.event.words for mark in found["n--segment-north"].events] == [
        "The change, pilot in The North since 2026-02-10"
    ]
    assert found["n"].events == ()


def test_what_has_not_happened_yet_is_no_event(tmp_path: Path) -> None:
    found = figures(atlas(tmp_path, ACTION.format("shipped: 2026-02-10", ""), today="2026-02-01"))
    assert [one.events for one in found.values()] == [(), (), ()]


@pytest.mark.parametrize(
    ("journey", "keys"),
    [
        ("", set()),
        ("goals: [{metric: n, target: 6, by: 2027, phase: choose}]\n", {"n--phase-choose"}),
        (ACTION.format("due: 2027-01-01", ""), {"n"}),
        (ACTION.format("status: dropped", ""), set()),
        (ACTION.format("pilots: [{segment: north, since: 2027-02-10}]", ""), {"n", "n--segment-north"}),
    ],
)
def test_a_number_is_followed_where_a_goal_or_an_action_names_it(tmp_path: Path, journey: str, keys: set[str]) -> None:
    made = atlas(tmp_path, journey)
    assert {key for key, figure in figures(made).items() if made.is_followed(figure)} == keys


def test_a_figure_says_what_its_newest_number_is_from_and_whether_it_is_fresh(tmp_path: Path) -> None:
    made = atlas(tmp_path, "", today="2026-04-01")
    whole = figures(made)["n"]
    series = made.latest_series(whole)
    assert series is not None
    assert series.source == "b.csv"
    assert made.freshness_of(whole).state == "fresh"


MONTHS = axis_of(parse_period(f"2026-{month:02}") for month in (1, 2, 4))


def event(day: date, name: str = "E") -> Event:
    return Event(Thing("action", "", name.lower()), name, Period(day, day, str(day)))


@pytest.mark.parametrize(
    ("day", "drawn"), [(date(2026, 1, 1), True), (date(2026, 3, 15), True), (date(2025, 12, 31), False)]
)
def test_a_change_outside_the_periods_says_so(day: date, drawn: bool) -> None:
    (mark,) = event_marks([event(day)], MONTHS)
    assert mark.drawn is drawn
    assert ("Outside the periods of the chart." in mark.sentence) is not drawn


@given(st.lists(st.dates(date(2025, 11, 1), date(2026, 6, 30)), max_size=6))
def test_events_are_numbered_in_the_order_of_time(days: list[date]) -> None:
    marks = event_marks([event(day, f"E{i}") for i, day in enumerate(days)], MONTHS)
    assert [mark.number for mark in marks] == list(range(1, len(days) + 1))
    assert [mark.event.since.start for mark in marks] == sorted(days)
