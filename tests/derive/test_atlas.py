"""Everything that pages say, worked out once."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import ROOT, atlas_of, small_project

from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.figures import Figure
from cxsite.measure.series import Where

MAP = """\
name: A
owner: sales
phases:
  - name: One
    id: one
    steps: [{name: Look, id: a}, {name: Ask, id: b}]
  - name: Two
    id: two
    steps: [{name: Pay, id: c}]
"""
ZOO = "name: Zoo\nowner: b\nphases: [{name: P, id: p, steps: [{name: Feed, id: feed}]}]\n"
PLACED = "metrics:\n  - {id: n, name: Ease, method: mean, source: t.csv}\n"


def atlas(folder: Path, text: str = MAP, files: dict[str, str] | None = None) -> Atlas:
    return atlas_of(small_project(folder, {"journeys/ticket.yml": text, **(files or {})}))


def figures(made: Atlas, journey: str = "ticket") -> list[Figure]:
    home = made.portfolio.journey_by_id[journey]
    return [figure for metric in made.metrics_of[journey] for figure in made.figures_about(metric, home)]


def test_a_thing_is_worked_out_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    made = atlas(tmp_path)
    (journey,) = made.journeys
    asked = (made.view, made.effort, made.segments, made.hand_offs, made.coverage)
    assert all(ask(journey) is ask(journey) for ask in asked)  # type: ignore[operator]
    assert made.chain(journey) is None


def test_a_journey_has_its_metrics_in_the_order_in_which_it_names_them(tmp_path: Path) -> None:
    metrics = "".join(f"  - {{id: {key}, name: {key.upper()}, method: mean}}\n" for key in "xyz")
    made = atlas(tmp_path, MAP + "metrics: [z, x]\n", {"metrics/m.yml": "metrics:\n" + metrics})
    assert [figure.metric.name for figure in figures(made)] == ["Z", "X"]


def test_there_is_one_figure_for_the_whole_and_each_place(tmp_path: Path) -> None:
    table = "period,phase,step,segment,value\n2026,,,,1\n2026,two,,,2\n2026,,c,,3\n2026,,c,north,4\n2027,,c,,5\n"
    made = atlas(tmp_path, MAP + "metrics: n\n", {"metrics/m.yml": PLACED, "metrics/t.csv": table})
    assert [(figure.key, figure.about, len(figure.rows)) for figure in figures(made)] == [
        ("n", "", 1),
        ("n--phase-two", "Two", 1),
        ("n--step-c", "Pay", 2),
        ("n--step-c--segment-north", "Pay, north", 1),
    ]


def test_a_metric_that_no_journey_names_is_that_of_the_journey_its_rows_are_about(tmp_path: Path) -> None:
    files = {"metrics/m.yml": PLACED, "metrics/t.csv": "period,journey,value\n2026,ticket,1\n"}
    assert [one.headline for one in figures(atlas(tmp_path, MAP, files))] == ["Ease: 1.00 in 2026 (n not published)"]


def test_a_metric_without_a_number_still_has_its_figure(tmp_path: Path) -> None:
    files = {"metrics/m.yml": PLACED.replace(", source: t.csv", "")}
    made = atlas(tmp_path, MAP + "metrics: n\n", files)
    assert [figure.headline for figure in figures(made)] == ["Ease: not measured yet"]


def test_numbers_about_another_journey_stay_there(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": PLACED,
        "metrics/t.csv": "period,journey,step,value\n2026,zoo,,1\n2026,zoo,feed,2\n2026,,feed,3\n2026,ticket,,4\n",
        "journeys/zoo.yml": ZOO,
    }
    made = atlas(tmp_path, MAP + "metrics: n\n", files)
    assert [[row.value for row in figure.rows] for figure in figures(made)] == [["4.00"]]
    assert [row.value for figure in figures(made, "zoo") for row in figure.rows] == ["1.00", "2.00", "3.00"]


def test_a_metric_of_several_journeys_says_which_each_figure_is_about(tmp_path: Path) -> None:
    table = "period,journey,step,value\n2026,zoo,feed,2\n2026,ticket,a,4\n"
    made = atlas(tmp_path, MAP, {"metrics/m.yml": PLACED, "metrics/t.csv": table, "journeys/zoo.yml": ZOO})
    (metric,) = made.portfolio.metrics
    assert [figure.about for figure in made.figures(metric)] == ["Zoo, Feed", "A, Look"]


GOALS = "goals: [{metric: n, target: 5, by: 2027-01}, {id: twice, metric: n, target: 6, by: 2028-01}]\nmetrics: n\n"


def test_a_goal_stands_at_its_figure_once_however_many_sources_there_are(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": PLACED.replace("t.csv", "[t.csv, u.csv]"),
        "metrics/t.csv": "period,value\n2026,4\n",
        "metrics/u.csv": "period,value\n2026,4\n",
    }
    made = atlas(tmp_path, MAP + GOALS, files)
    (figure,) = figures(made)
    assert [(aim.text, aim.level) for aim in figure.aims] == [
        ("Target 5.00 by Jan 2027", 5),
        ("Target 6.00 by Jan 2028", 6),
    ]


SHARED = {
    "journeys/zoo.yml": ZOO + "target:\n  steps: [{change: feed, name: Fed, carried_by: [ticket/own]}]\n",
    "journeys/hotspots.yml": "hotspots: [{id: both, name: Both, steps: [ticket/a, zoo/feed]}]\n",
    "journeys/actions.yml": "actions: [{id: shared, name: Shared, owner: o, addresses: both}]\n",
}


def test_a_hotspot_of_the_repository_is_on_each_journey_it_stands_on(tmp_path: Path) -> None:
    own = "hotspots: [{id: own, name: Own, steps: b}]\nactions: [{id: own, name: Own, owner: o}]\n"
    made = atlas(tmp_path, MAP + own, SHARED)
    names = {home: [hotspot.key for _, hotspot in found] for home, found in made.hotspots.items()}
    assert names == {"": ["both"], "ticket": ["both", "own"], "zoo": ["both"]}


def test_an_action_is_on_each_journey_whose_hotspot_it_addresses_or_whose_change_it_carries(tmp_path: Path) -> None:
    made = atlas(tmp_path, MAP + "actions: [{id: own, name: Own, owner: o}]\n", SHARED)
    names = {home: [action.key for _, action in found] for home, found in made.actions.items()}
    assert names == {"": ["shared"], "ticket": ["shared", "own"], "zoo": ["shared", "own"]}


@pytest.mark.parametrize("journey", ["join", "fix-a-fault", "leave"])
def test_the_example_can_be_asked_everything(journey: str) -> None:
    made = atlas_of(ROOT)
    home = made.portfolio.journey_by_id[journey]
    assert made.view(home).key == journey
    assert made.effort(home).journey is home
    assert all(made.ledger(home, target) for target in home.targets)
    assert made.figure(made.portfolio.metrics[0], Where("nowhere")) is None
    for thing, _ in made.actions.get(journey, ()):
        assert made.judgements(thing)
