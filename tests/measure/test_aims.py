"""Goals that name a number, and how far it is from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import JOURNEY, small_project

from cxsite.load.content import load
from cxsite.measure.aims import Aim, aims_of
from cxsite.measure.measures import measure
from cxsite.project import Project

METRICS = "metrics:\n  - {id: n, name: N, formerly: old-n, method: share, better: down, source: t.csv}\n"
TABLE = "period,phase,value\n2025,,0.5\n2026,,0.3\n2026,choose,0.1\n"


def aims(folder: Path, journey: str = "", strategy: str = "", table: str = TABLE) -> list[Aim]:
    files: dict[str, str | bytes] = {"metrics/m.yml": METRICS, "metrics/t.csv": table}
    files["journeys/ticket.yml"] = JOURNEY + journey
    if strategy:
        files["journeys/strategy.yml"] = strategy
    content = load(Project(small_project(folder, files)))
    assert content.diagnostics == ()
    return list(aims_of(content.portfolio, measure(content)[0]))


def test_a_goal_is_the_target_of_the_number_at_its_place(tmp_path: Path) -> None:
    made = aims(tmp_path, "goals: [{metric: n, target: 20%, by: 2027-06}, {metric: n, phase: choose, target: 10%}]\n")
    assert [(aim.series.where.phase, round(aim.distance or 0, 9), aim.reached) for aim in made] == [
        ("", -0.1, False),
        ("choose", 0, True),
    ]
    assert [(aim.journey, aim.by.end if aim.by else None) for aim in made] == [("ticket", date(2027, 6, 30))] * 2


def test_goals_of_a_target_map_and_of_the_strategy_count_too(tmp_path: Path) -> None:
    made = aims(
        tmp_path, "target: {goals: [{metric: old-n, target: 25%}]}\n", "goals: [{metric: n, target: 20%, by: 2028}]\n"
    )
    assert [(aim.journey, aim.level) for aim in made] == [("ticket", 0.25), ("", 0.2)]


def test_a_level_that_does_not_fit_and_a_metric_that_is_not_there_are_no_targets(tmp_path: Path) -> None:
    assert aims(tmp_path, "goals: [{metric: n, target: 20}, {metric: other, target: 20}]\n") == []


def test_without_a_value_there_is_no_distance(tmp_path: Path) -> None:
    (aim,) = aims(tmp_path, "goals: [{metric: n, target: 20%}]\n", table="period,value\n2026,\n")
    assert (aim.distance, aim.reached, aim.by) == (None, None, None)


def test_a_level_is_not_called_reached_on_a_low_base(tmp_path: Path) -> None:
    goals, table = "goals: [{metric: n, target: 35%}]\n", "period,numerator,denominator\n2026,6,20\n"
    (few,) = aims(tmp_path / "few", goals, table=table)
    (enough,) = aims(tmp_path / "enough", goals, table=table.replace("6,20", "60,200"))
    assert [(one.reached, one.unsure, round(one.distance or 0, 9)) for one in (few, enough)] == [
        (None, True, 0.05),
        (True, False, 0.05),
    ]


@pytest.mark.parametrize(("target", "reached"), [("20%", None), ("5%", False), ("40%", True)])
def test_where_sources_of_one_time_do_not_agree_nobody_can_say(
    tmp_path: Path, target: str, reached: bool | None
) -> None:
    files: dict[str, str | bytes] = {
        "metrics/m.yml": METRICS.replace("source: t.csv", "source: [t.csv, u.csv]"),
        "metrics/t.csv": "period,value\n2026,0.3\n",
        "metrics/u.csv": "period,value\n2026,0.1\n",
        "journeys/ticket.yml": JOURNEY + f"goals: [{{metric: n, target: {target}}}]\n",
    }
    content = load(Project(small_project(tmp_path, files)))
    made = aims_of(content.portfolio, measure(content)[0])
    assert [(aim.reached, aim.disputed) for aim in made] == [(reached, reached is None)] * 2


@pytest.mark.parametrize(
    ("target", "table", "needed"),
    [
        ("25%", "period,numerator,denominator\n2026,60,200\n", 1319),
        ("5%", "period,numerator,denominator\n2026,160,200\n", 30),
        ("35%", "period,numerator,denominator\n2026,60,200\n", None),
        ("25%", "period,value\n2026,30%\n", None),
    ],
    ids=["little is left", "much is left, and a test takes 30", "reached", "without counts"],
)
def test_how_many_cases_show_what_is_left_is_told(target: str, table: str, needed: int | None, tmp_path: Path) -> None:
    (aim,) = aims(tmp_path, f"goals: [{{metric: n, target: {target}}}]\n", table=table)
    assert aim.needed == needed
