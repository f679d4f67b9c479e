"""What is measured where."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from strategies import contents, files_of
from support import write

from cxsite.derive.figures.coverage import Cell, Coverage, by_department, coverage_of
from derive.known import every, example, known, moderate

TODAY = date(2026, 10, 1)
MAP = """\
evidence: [{id: survey, kind: survey}, {id: logs, kind: logs}]
phases:
  - id: p
    name: P
    owner: ana
    metrics: [whole, bare]
    evidence: logs
    steps:
      - {id: s1, name: One, evidence: survey}
      - {id: s2, name: Two}
      - {id: s3, name: Three, metrics: whole}
      - {id: s4, name: Four, quotes: [{text: Well}]}
  - {id: q, name: Q}
"""
FILES = {
    "journeys/organisation.yml": "departments: [{id: desk, name: Desk, lead: ana}, {id: sales, name: Sales}]\n"
    "people: [{id: ana, name: Ana}]\n",
    "metrics/m.yml": """\
metrics:
  - {id: ease, name: Ease, method: mean, journey: a, owner: desk, evidence: a/survey, source: ease.csv}
  - {id: whole, name: Whole, method: share, source: whole.csv}
  - {id: bare, name: Bare, method: mean}
""",
    "metrics/ease.csv": "period,phase,step,segment,mean,n\n2026-09,p,,,5,90\n2026-05,,s1,,4,20\n2026-09,q,,north,4,90\n"
    "2026-09,,s2,,4,50\n",
    "metrics/whole.csv": "period,value\n2026-09,0.5\n",
}


def made(today: date = TODAY) -> Coverage:
    one = known(MAP, FILES)
    return coverage_of(one.journey, one.readings, today)


def cell(metric: str, place: str) -> Cell:
    (found,) = [c for phase in made().phases for c in phase.cells if (c.metric.key, c.place.key) == (metric, place)]
    return found


def test_a_phase_has_the_metrics_whose_rows_name_it_or_its_steps_and_those_it_names() -> None:
    first, second = made().phases
    assert [(one.metric.key, one.place.key, one.whole) for one in first.cells] == [
        ("bare", "p", True),
        ("ease", "p", False),
        ("whole", "p", True),
        ("ease", "s1", False),
        ("ease", "s2", False),
        ("whole", "s3", True),
    ]
    assert (second.cells, second.best) == ((), "none")


@pytest.mark.parametrize(
    ("metric", "place", "state", "n", "low_base", "owner"),
    [
        ("ease", "p", "fresh", 90, False, "desk"),
        ("ease", "s1", "stale", 20, True, "desk"),
        ("whole", "p", "fresh", None, False, ""),
        ("bare", "p", "empty", None, False, ""),
    ],
)
def test_a_cell_has_n_freshness_owner(
    metric: str, place: str, state: str, n: float | None, low_base: bool, owner: str
) -> None:
    found = cell(metric, place)
    assert (found.state, found.n, found.low_base, found.owner) == (state, n, low_base, owner)


def test_a_row_about_a_step_is_not_about_its_phase_even_where_it_names_both() -> None:
    table = {"metrics/ease.csv": "period,phase,step,mean,n\n2026-09,p,s1,5,90\n"}
    one = known(MAP, FILES | table)
    cells = coverage_of(one.journey, one.readings, TODAY).phases[0].cells
    assert [c.place.key for c in cells if c.metric.key == "ease"] == ["s1"]


def test_a_cell_and_a_phase_have_their_evidence() -> None:
    assert [thing.ref for thing in cell("ease", "p").evidence] == ["a/survey"]
    assert [thing.ref for thing in made().phases[0].evidence] == ["a/logs", "a/survey"]


def test_steps_are_counted_as_measured_freshly_and_as_assumed() -> None:
    phase = made().phases[0]
    assert (phase.steps, phase.measured, phase.assumed) == (4, 2, 0)
    bare = known("phases: [{name: P, steps: [{name: One}, {name: Two, quotes: [{text: Well}]}]}]\n")
    assert coverage_of(bare.journey, bare.readings, TODAY).phases[0].assumed == 1


def test_numbers_grow_stale() -> None:
    assert (made().measured, made(date(2027, 6, 1)).measured) == (2, 0)
    assert made(date(2027, 6, 1)).phases[0].best == "stale"


def test_departments_are_compared_by_the_phases_they_answer_for() -> None:
    found = by_department((made(),))
    assert {key: [phase.phase.key for _, phase in phases] for key, phases in found.items()} == {
        "desk": ["p"],
        "sales": ["q"],
    }


def test_every_phase_of_the_example_is_measured_and_every_step() -> None:
    one = example()
    found = coverage_of(one.journey, one.readings, TODAY)
    assert [phase.best for phase in found.phases] == ["fresh"] * 6
    assert (found.measured, found.steps) == (16, 16)
    assert {c.metric.key for c in found.phases[2].cells} == {"ease", "got-through", "dates-kept", "feeling-score"}


@moderate
@given(contents())
def test_counts_are_of_steps_and_cells_are_not_said_twice(content: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), files_of(content))
        for one in every(Path(folder)):
            found = coverage_of(one.journey, one.readings, TODAY)
            assert found.steps == len(one.journey.steps)
            for phase in found.phases:
                places = [(c.metric.key, c.place) for c in phase.cells]
                assert len(places) == len(set(places))
                assert 0 <= phase.measured <= phase.steps
                assert 0 <= phase.assumed <= phase.steps
                assert all((c.state == "empty") <= (c.n is None) for c in phase.cells)
