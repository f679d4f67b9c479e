"""Rows that name something by an id it had before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import small_project

from cxsite.load.content import load
from cxsite.measure.judge import judge
from cxsite.measure.measures import measure
from cxsite.measure.series import Measures, Where
from cxsite.project import Project

TICKET = """\
name: Buy a ticket
owner: sales
formerly: [booking]
phases:
  - id: choose
    name: Choose
    formerly: [pick, old-choose]
    steps:
      - {id: look, name: Looks at the map, formerly: [stare]}
      - {id: ask, name: Asks at the desk}
  - {id: pay, name: Pay, formerly: [choose]}
"""
OTHER = (
    "name: Other\nowner: b\nphases: [{id: pick, name: Picks, steps: [{name: Stares, id: gaze, formerly: [stare]}]}]\n"
)
SEGMENTS = (
    "segments: [{id: north, name: North, formerly: [n-east]}]\npersonas: [{id: sam, name: Sam, formerly: sammy}]\n"
)
METRICS = """\
metrics:
  - {id: n, name: N, formerly: [old-n], method: mean, source: t.csv}
"""


def measured(folder: Path, table: str, metrics: str = METRICS) -> Measures:
    files: dict[str, str | bytes] = {
        "journeys/ticket.yml": TICKET,
        "journeys/other.yml": OTHER,
        "journeys/segments.yml": SEGMENTS,
        "metrics/m.yml": metrics,
        "metrics/t.csv": table,
    }
    content = load(Project(small_project(folder, files)))
    assert content.diagnostics == ()
    measures, found = measure(content)
    assert found == ()
    return measures


HEADER = "metric,period,journey,phase,step,segment,value\n"


@pytest.mark.parametrize(
    ("cells", "where", "used"),
    [
        ("n,2026,booking,,,", Where("ticket"), [("journey", "booking", "ticket")]),
        ("n,2026,ticket,pick,,", Where("ticket", "choose"), [("phase", "pick", "choose")]),
        (
            "n,2026,booking,old-choose,stare,",
            Where("ticket", "choose", "look"),
            [("journey", "booking", "ticket"), ("phase", "old-choose", "choose"), ("step", "stare", "look")],
        ),
        ("n,2026,other,,stare,", Where("other", "", "gaze"), [("step", "stare", "gaze")]),
        ("n,2026,other,pick,,", Where("other", "pick"), []),
        ("n,2026,,pick,,", Where("", "pick"), []),
        ("n,2026,,old-choose,,", Where("", "choose"), [("phase", "old-choose", "choose")]),
        ("n,2026,ticket,choose,,", Where("ticket", "choose"), []),
        ("n,2026,,,,n-east", Where(segment="north"), [("segment", "n-east", "north")]),
        ("n,2026,,,,sammy", Where(segment="sam"), [("segment", "sammy", "sam")]),
        ("old-n,2026,,,,", Where(), [("metric", "old-n", "n")]),
        ("n,2026,unknown,what,ever,it-is", Where("unknown", "what", "ever", "it-is"), []),
    ],
)
def test_a_row_about_a_former_id_is_about_the_one_of_today(
    tmp_path: Path, cells: str, where: Where, used: list[tuple[str, str, str]]
) -> None:
    made = measured(tmp_path, f"{HEADER}{cells},4\n")
    (one,) = made.series
    assert one.where == where
    assert [(use.kind, use.was, use.now) for use in made.former] == used
    assert all(str(use.span).startswith("metrics/t.csv:2:") for use in made.former)


def test_rows_by_the_old_and_the_new_id_are_one_series(tmp_path: Path) -> None:
    made = measured(tmp_path, f"{HEADER}n,2025,ticket,old-choose,,,4\nold-n,2026,booking,choose,,,5\n")
    (one,) = made.series
    assert [point.estimate.value for point in one.points if point.estimate] == [4, 5]


def test_the_journey_of_the_metric_says_whose_former_ids_are_meant(tmp_path: Path) -> None:
    home = METRICS.replace("method", "journey: booking, method")
    made = measured(tmp_path, "period,step,value\n2026,stare,4\n", home)
    assert made.series[0].where == Where(step="look")


def test_an_id_that_another_metric_has_now_is_no_former_one(tmp_path: Path) -> None:
    two = METRICS + "  - {id: old-n, name: O, method: mean, source: t.csv}\n"
    made = measured(tmp_path, f"{HEADER}n,2026,,,,,4\nold-n,2026,,,,,5\n", two)
    assert [(one.metric.key, [p.estimate.value for p in one.points if p.estimate]) for one in made.series] == [
        ("n", [4]),
        ("old-n", [5]),
    ]
    assert made.former == ()


def test_an_action_that_expects_something_by_a_former_id_is_judged(tmp_path: Path) -> None:
    metric = "metrics: [{id: n, name: N, formerly: old-n, method: share, better: up, source: t.csv}]\n"
    action = (
        "actions: [{id: a, name: A, shipped: 2026-06-08, "
        "expects: [{metric: old-n, phase: old-choose, segment: n-east, value: 80%}]}]\n"
    )
    table = "period,phase,segment,numerator,denominator\n2026-05,choose,north,350,500\n2026-09,choose,north,400,500\n"
    files: dict[str, str | bytes] = {
        "journeys/ticket.yml": TICKET + action,
        "journeys/segments.yml": SEGMENTS,
        "metrics/m.yml": metric,
        "metrics/t.csv": table,
    }
    content = load(Project(small_project(tmp_path, files)))
    (journey,) = content.portfolio.journeys
    measures, _ = measure(content)
    (made,) = judge(journey.actions[0], journey.key, content.portfolio, measures, date(2026, 10, 1))
    assert [result.change.verdict for result in made.results] == ["improved"]
    assert made.results[0].where == Where("ticket", "choose", segment="north")
