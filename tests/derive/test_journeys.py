"""A journey as pages show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import small_project

from cxsite.derive.journeys import JourneyView, view_journey
from cxsite.model.text import problem_with_id
from cxsite.pipeline import examine
from cxsite.project import Project

HEAD = "name: A\nowner: sales\n"
MAP = """\
phases:
  - name: One
    id: one
    steps:
      - {name: Look, id: a, emotion: 0.5, channel: web}
      - {name: Ask, id: b, emotion: -1.5}
  - name: Two
    id: two
    owner: desk
    steps:
      - {name: Pay, id: c, emotion: -1.5}
"""


def view(folder: Path, text: str, files: dict[str, str] | None = None) -> JourneyView:
    whole = examine(Project(small_project(folder, {"journeys/ticket.yml": HEAD + text, **(files or {})})))
    assert not whole.has_errors, whole.diagnostics
    portfolio = whole.content.portfolio
    return view_journey(portfolio.journeys[0], portfolio, whole.measures)


def test_steps_are_numbered_through_and_phases_too(tmp_path: Path) -> None:
    made = view(tmp_path, MAP)
    assert [(step.number, step.step.name) for step in made.steps] == [(1, "Look"), (2, "Ask"), (3, "Pay")]
    assert [phase.number for phase in made.phases] == [1, 2]
    assert made.key == "ticket"


def test_a_phase_without_an_owner_has_that_of_the_journey(tmp_path: Path) -> None:
    assert [phase.owner for phase in view(tmp_path, MAP).phases] == ["sales", "desk"]


def test_a_step_without_a_source_is_assumed(tmp_path: Path) -> None:
    text = MAP.replace("id: a,", "id: a, evidence: survey,") + "evidence: [{id: survey, kind: survey}]\n"
    steps = view(tmp_path, text).steps
    assert [step.assumed for step in steps] == [False, True, True]
    assert steps[0].evidence[0].title == "survey"


HOTSPOTS = """\
hotspots:
  - {name: Late pain, id: late, steps: c}
  - {name: Bright, id: bright, kind: bright-spot, steps: b}
  - {name: Whole phase, id: whole, phases: two}
  - {name: Early pain, id: early, steps: [c, a], kind: bounce}
  - {name: Nowhere, id: nowhere}
  - {name: Even with early, id: even, steps: a}
"""


def test_hotspots_are_numbered_in_the_order_of_the_map(tmp_path: Path) -> None:
    pins = view(tmp_path, MAP + HOTSPOTS).pins
    assert [(pin.label, pin.hotspot.key) for pin in pins] == [
        ("H1", "early"),
        ("H2", "even"),
        ("H3", "whole"),
        ("H4", "late"),
        ("H5", "nowhere"),
        ("B1", "bright"),
    ]


def test_a_hotspot_names_its_places(tmp_path: Path) -> None:
    pins = {pin.label: pin.places for pin in view(tmp_path, MAP + HOTSPOTS).pins}
    assert pins["H1"] == (("step-c", "Pay"), ("step-a", "Look"))
    assert pins["H3"] == (("phase-two", "Two"),)
    assert pins["H5"] == ()


def test_a_hotspot_stands_on_each_of_its_steps_and_phases(tmp_path: Path) -> None:
    made = view(tmp_path, MAP + HOTSPOTS)
    assert [[pin.label for pin in step.pins] for step in made.steps] == [["H1", "H2"], ["B1"], ["H1", "H4"]]
    assert [[pin.label for pin in phase.pins] for phase in made.phases] == [[], ["H3"]]


def test_the_numbers_of_hotspots_do_not_hang_on_the_order_they_are_written_in(tmp_path: Path) -> None:
    head, *lines = HOTSPOTS.splitlines(keepends=True)
    there = view(tmp_path / "a", MAP + HOTSPOTS)
    turned = view(tmp_path / "b", MAP + head + "".join(reversed(lines)))
    assert [(p.label, p.hotspot.key) for p in there.pins] == [(p.label, p.hotspot.key) for p in turned.pins]


def test_the_heading_is_what_the_author_found(tmp_path: Path) -> None:
    assert view(tmp_path, "finding: It breaks while people wait.\n" + MAP).heading == "It breaks while people wait."


def test_without_a_finding_the_heading_is_the_first_lowest_point(tmp_path: Path) -> None:
    assert view(tmp_path, MAP).heading == "The lowest point is “Ask” at −1.5, on −2 to +2"


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (MAP.replace("-1.5", "0"), "3 steps in 2 phases"),
        ("phases:\n  - {name: P, steps: [{name: S}]}\n", "1 step in 1 phase"),
        ("phases: [{name: P}]\n", "0 steps in 1 phase"),
    ],
)
def test_without_a_low_point_the_heading_counts(tmp_path: Path, text: str, heading: str) -> None:
    assert view(tmp_path, text).heading == heading


@pytest.mark.parametrize(
    ("text", "lanes"),
    [
        (MAP + HOTSPOTS, ()),
        (MAP, ("pain points",)),
        (MAP + "hotspots: [{name: B, kind: bright-spot}]\n", ("pain points",)),
        ("phases:\n  - {name: P, steps: [{name: S}]}\n", ("channels", "emotions", "pain points")),
        ("phases:\n  - {name: P, steps: [{name: S, emotion: 0}]}\n", ("channels", "pain points")),
        ("phases:\n  - {name: P}\n", ("pain points",)),
    ],
)
def test_what_nobody_has_assessed_is_said(tmp_path: Path, text: str, lanes: tuple[str, ...]) -> None:
    assert view(tmp_path, text).not_assessed == lanes


def test_the_figures_are_the_metrics_of_the_journey_in_their_order(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": "metrics:\n  - {id: x, name: X, method: mean}\n  - {id: y, name: Y, method: mean}\n"
        "  - {id: z, name: Z, method: nps}\n"
    }
    made = view(tmp_path, "metrics: [z, x]\n" + MAP, files)
    assert [figure.metric.name for figure in made.figures] == ["Z", "X"]


PLACED = "metrics:\n  - {id: n, name: Ease, method: mean, source: t.csv}\n"


def test_there_is_one_figure_for_the_whole_and_each_place(tmp_path: Path) -> None:
    table = "period,phase,step,segment,value\n2026,,,,1\n2026,two,,,2\n2026,,c,,3\n2026,,c,north,4\n2027,,c,,5\n"
    made = view(tmp_path, "metrics: n\n" + MAP, {"metrics/m.yml": PLACED, "metrics/t.csv": table})
    assert [(figure.key, figure.about, len(figure.rows)) for figure in made.figures] == [
        ("n", "", 1),
        ("n--phase-two", "Two", 1),
        ("n--step-c", "Pay", 2),
        ("n--step-c--segment-north", "Pay, north", 1),
    ]


def test_a_metric_that_no_journey_names_is_on_the_page_its_rows_are_about(tmp_path: Path) -> None:
    files = {"metrics/m.yml": PLACED, "metrics/t.csv": "period,journey,value\n2026,ticket,1\n"}
    assert [figure.headline for figure in view(tmp_path, MAP, files).figures] == [
        "Ease: 1.00 in 2026 (n not published)"
    ]


def test_a_metric_without_a_number_still_has_its_figure(tmp_path: Path) -> None:
    files = {"metrics/m.yml": PLACED.replace(", source: t.csv", "")}
    assert [figure.headline for figure in view(tmp_path, "metrics: n\n" + MAP, files).figures] == [
        "Ease: not measured yet"
    ]


def test_numbers_about_another_journey_stay_there(tmp_path: Path) -> None:
    files = {
        "metrics/m.yml": PLACED,
        "metrics/t.csv": "period,journey,step,value\n2026,zoo,,1\n2026,zoo,feed,2\n2026,,feed,3\n2026,ticket,,4\n",
        "journeys/zoo.yml": "name: Zoo\nowner: b\nphases: [{name: P, steps: [{name: Feed}]}]\n",
    }
    made = view(tmp_path, "metrics: n\n" + MAP, files)
    assert [[row.value for row in figure.rows] for figure in made.figures] == [["4.00"]]


@pytest.mark.parametrize(
    "table",
    [
        "period,phase,step,value\n2026,look,,1\n2026,,look,2\n",
        "period,journey,value\n2026,,1\n2026,ticket,2\n",
    ],
    ids=["phase-and-step", "whole-and-journey"],
)
def test_every_figure_of_a_page_has_an_anchor_of_its_own(tmp_path: Path, table: str) -> None:
    text = "metrics: n\nphases: [{name: P, id: look, steps: [{name: S, id: look}]}]\n"
    made = view(tmp_path, text, {"metrics/m.yml": PLACED, "metrics/t.csv": table})
    assert len({figure.key for figure in made.figures}) == len(made.figures) == 2


def test_the_anchor_of_a_figure_is_an_id_whatever_its_segment_is(tmp_path: Path) -> None:
    table = 'period,segment,value\n2026,"North & East, 60+",1\n'
    made = view(tmp_path, "metrics: n\n" + MAP, {"metrics/m.yml": PLACED, "metrics/t.csv": table})
    assert problem_with_id(made.figures[0].key) == ""
