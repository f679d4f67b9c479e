"""Where goals stand."""

from __future__ import annotations

import pytest

from cxsite.derive.atlas import Atlas
from cxsite.derive.figures.standing import Standing
from derive.known import known, one_phase

FILES = {
    "cxsite.yml": "today: 2026-06-01\ncurrency: GBP\n",
    "metrics/m.yml": "metrics:\n"
    "  - {id: ease, name: Ease, method: mean, better: up, scale: 1..7, source: ease.csv}\n"
    "  - {id: kept, name: Dates kept, method: share, better: up, source: [kept.csv, older.csv]}\n"
    "  - {id: nps, name: NPS, method: nps, better: up, source: nps.csv}\n"
    "  - {id: days, name: Days, method: median, unit: days, better: down, source: days.csv}\n"
    "  - {id: new, name: New, method: mean}\n",
    "metrics/ease.csv": "period,mean,sd,n\n2026-01,4.2,1,100\n",
    "metrics/kept.csv": "period,phase,numerator,denominator\n2026-01,,63,100\n2026-01,p,50,100\n",
    "metrics/older.csv": "period,numerator,denominator\n2025-12,90,100\n",
    "metrics/nps.csv": "period,promoters,passives,detractors\n2026-01,40,26,34\n",
    "metrics/days.csv": "period,value,n\n2026-01,17,80\n",
}


def atlas(goals: str, own: str = "") -> Atlas:
    target = "target:\n  by: 2027\n" + (f"  goals: [{own}]\n" if own else "")
    made = known(one_phase("id: s, name: S", more=f"goals: [{goals}]\n") + target, FILES, errors=True)
    return Atlas(made.portfolio, made.measures, made.whole.content.today)


def standing(goal: str) -> Standing:
    (found,) = atlas(goal).goals_of("a")
    return found


@pytest.mark.parametrize(
    ("goal", "level", "way", "reached"),
    [
        ("{metric: ease, target: 5.5}", "5.50", "1.30 to go", False),
        ("{metric: kept, target: 90%}", "90.0 %", "27.0 points to go", False),
        ("{metric: kept, phase: p, target: 40%}", "40.0 %", "reached", True),
        ("{metric: nps, target: 25}", "+25", "19 points to go", False),
        ("{metric: days, target: 9}", "9 days", "8 days to go", False),
        ("{metric: days, target: 20}", "20 days", "reached", True),
        ("{metric: ease, step: s, target: 6}", "6.00", "not measured yet", None),
        ("{metric: new, target: 4}", "4.00", "not measured yet", None),
        ("{metric: ease, target: 40%}", "40 %", "its level does not fit the metric", None),
        ("{metric: nobody-knows, target: 3 EUR}", "€3", "no such metric", None),
        ("{metric: nobody-knows, target: 5min}", "5 min", "no such metric", None),
    ],
)
def test_a_goal_says_its_level_and_what_is_left(goal: str, level: str, way: str, reached: bool | None) -> None:
    found = standing(goal)
    assert (found.level, found.way, found.reached) == (level, way, reached)


@pytest.mark.parametrize(
    ("target", "way", "reached"),
    [("80%", "its sources disagree on whether it is reached", None), ("95%", "32.0 points to go", False)],
)
def test_where_sources_disagree_on_it_nobody_can_say_whether_it_is_reached(
    target: str, way: str, reached: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FILES, "metrics/older.csv", "period,numerator,denominator\n2026-01,90,100\n")
    found = standing(f"{{metric: kept, target: {target}}}")
    assert (found.way, found.reached, found.rivals) == (way, reached, 1)


def test_a_distance_that_is_left_is_never_written_as_none() -> None:
    assert standing("{metric: nps, target: 6.4}").way == "0.40 points to go"


def test_of_several_sources_the_newest_says_how_far_it_is() -> None:
    found = standing("{metric: kept, target: 80%}")
    assert [aim.series.source for aim in found.aims] == ["kept.csv", "older.csv"]
    assert found.aim
    assert found.aim.series.source == "kept.csv"


def test_a_goal_within_the_interval_of_its_number_says_so() -> None:
    assert standing("{metric: kept, target: 70%}").inside
    assert not standing("{metric: kept, target: 90%}").inside


@pytest.mark.parametrize(
    ("goal", "late"),
    [
        ("{metric: ease, target: 5.5, by: 2026-05}", True),
        ("{metric: new, target: 5.5, by: 2026-05}", True),
        ("{metric: ease, target: 5.5, by: 2026-06}", False),
        ("{metric: ease, target: 4, by: 2026-05}", False),
        ("{metric: ease, target: 5.5}", False),
    ],
)
def test_a_goal_is_late_once_its_day_is_over_and_it_is_not_reached(goal: str, late: bool) -> None:
    assert standing(goal).late is late


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("{metric: ease, target: 5.5, by: 2026-05}", "overdue"),
        ("{metric: new, target: 5.5, by: 2026-05}", "its day is over"),
        ("{metric: ease, target: 5.5, by: 2026-06}", ""),
    ],
)
def test_a_goal_of_which_nobody_can_say_whether_it_is_reached_is_not_overdue(goal: str, words: str) -> None:
    assert standing(goal).lateness == words


def test_a_goal_is_called_by_its_name_or_by_its_metric_and_its_place() -> None:
    made = atlas("{name: Mine, metric: ease, target: 5}, {metric: kept, phase: p, target: 90%}").goals_of("a")
    assert [(one.name, one.place) for one in made] == [("Mine", ""), ("Dates kept", "P")]


def test_goals_stand_in_their_order_and_take_the_day_of_the_first() -> None:
    made = atlas("{metric: ease, target: 5, by: 2027-06-30}, {metric: days, target: 5}", "{metric: nps, target: 60}")
    assert [(one.goal.metric, one.by.label if one.by else "") for one in made.goals] == [
        *(("ease", "2027-06-30"), ("days", "2027-06-30"), ("nps", "2027-06-30")),
    ]
    assert [one.goal.metric for one in made.goals_of("a", "target")] == ["nps"]
    assert made.goals_of() == ()


def test_a_counted_metric_has_its_count_in_place_of_a_series() -> None:
    found = standing("{metric: cx-measured-interactions, target: 1}")
    assert (found.level, found.way, found.reached, found.aims) == ("1 of 1", "1 to go", False, ())
    assert found.count
