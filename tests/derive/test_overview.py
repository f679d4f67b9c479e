"""What overview pages say: counts, goals, health, what departments see, what is used where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from support import write

from cxsite.derive.atlas import Atlas
from cxsite.derive.burden import burdens
from cxsite.derive.figures.counted import EASY, MEASURED
from cxsite.derive.links.things import Thing
from cxsite.derive.links.uses import kept_by
from cxsite.derive.maps.gaps import Removed
from cxsite.derive.overview import Overview
from cxsite.pipeline import examine
from cxsite.project import find_project

JOIN = """\
name: Join
owner: desk
reviewed: 2026-06-01
goals: [{id: more, metric: ease, target: 6, by: 2026-12, phase: order}, {id: easy, metric: cx-easy-phases, target: 2}]
phases:
  - {id: order, name: Order, steps: [{id: ask, name: Asks, emotion: -1, effort: {time: 10min}}, {id: pay, name: Pays}]}
  - {id: wait, name: Wait, owner: shop, steps: [{id: sit, name: Sits, emotion: -1.5}]}
  - {id: bill, name: Bill}
"""
METRICS = """\
metrics:
  - {id: ease, name: Ease, kind: ces, method: mean, scale: 1..7, better: up, source: ease.csv, journey: join}
  - {id: steps, name: Steps, method: share, better: up, source: steps.csv, journey: join}
"""
EASE = "period,phase,mean,sd,n\n2026-08,order,5.0,1,40\n2026-09,order,5.5,1,50\n2026-09,wait,4.9,1,60\n"
STEPS = "period,step,numerator,denominator\n2026-09,ask,40,100\n2026-01,sit,40,100\n"
FILES = {
    "cxsite.yml": "today: 2026-10-10\nfresh_for: 60d\nreview_every: 6 months\n",
    "journeys/join.yml": JOIN,
    "metrics/m.yml": METRICS,
    "metrics/ease.csv": EASE,
    "metrics/steps.csv": STEPS,
}


def look(folder: Path, **changes: str) -> Overview:
    """The overview of the project; a change names its file by the last part of its path."""
    files = {path: changes.get(Path(path).stem, text) for path, text in FILES.items()}
    more = {f"journeys/{name}.yml": text for name, text in changes.items() if not any(name in p for p in FILES)}
    examined = examine(find_project(write(folder, {**files, **more})))
    return Overview(Atlas(examined.content.portfolio, examined.measures, examined.content.today))


def test_a_phase_is_easy_from_five_of_seven_in_its_latest_mean(tmp_path: Path) -> None:
    count = look(tmp_path).atlas.counts()[EASY]
    assert (count.value, count.total, count.known, count.n) == (1, 3, 2, 110)
    assert count.counted == (Thing("phase", "join", "order"),)
    assert count.since == count.until
    assert count.until and count.until.label == "Sep 2026"


@pytest.mark.parametrize(
    ("scale", "mean", "easy"),
    [
        ("1..7", "5", 1),
        ("1..7", "4.99", 0),
        ("1..5", "3.7", 1),
        ("1..5", "3.66", 0),
        ("0..10", "6.7", 1),
        ("0..10", "6.6", 0),
    ],
)
def test_five_of_seven_is_two_thirds_up_any_scale(tmp_path: Path, scale: str, mean: str, easy: int) -> None:
    found = look(tmp_path, m=METRICS.replace("1..7", scale), ease=f"period,phase,mean,sd,n\n2026-09,wait,{mean},1,60\n")
    assert found.atlas.counts()[EASY].value == easy


def test_a_phase_on_a_low_base_is_neither_easy_nor_hard_and_is_told(tmp_path: Path) -> None:
    table = "period,phase,mean,sd,n\n2026-09,order,6.5,1,29\n2026-09,wait,6.5,1,30\n"
    count = look(tmp_path, ease=table).atlas.counts()[EASY]
    assert (count.value, count.known, count.few) == (1, 1, 1)
    assert count.told == "1 without a number to show, 1 on a low base, n 30 answers, on Sep 2026"


@pytest.mark.parametrize(
    ("target", "reached", "way"), [(1, True, "reached"), (2, None, "1 to go, or none"), (3, False, "2 to go")]
)
def test_a_goal_that_hangs_on_a_low_base_may_be_reached(
    tmp_path: Path, target: int, reached: bool | None, way: str
) -> None:
    table = "period,phase,mean,sd,n\n2026-09,order,6.5,1,29\n2026-09,wait,6.5,1,30\n"
    journey = JOIN.replace("cx-easy-phases, target: 2", f"cx-easy-phases, target: {target}")
    _, found = look(tmp_path, ease=table, join=journey).atlas.goals_of("join")
    assert (found.reached, found.way) == (reached, way)


def test_a_phase_whose_sources_disagree_on_whether_it_is_easy_is_told(tmp_path: Path) -> None:
    metrics = METRICS.replace("source: ease.csv", "source: [ease.csv, other.csv]", 1)
    assert metrics != METRICS
    table = "period,phase,mean,sd,n\n2026-09,order,6,1,40\n2026-09,wait,6,1,40\n"
    other = "period,phase,mean,sd,n\n2026-09,order,3,1,40\n2026-09,wait,5.5,1,40\n"
    write(tmp_path, {"metrics/other.csv": other})
    count = look(tmp_path, m=metrics, ease=table).atlas.counts()[EASY]
    assert (count.value, count.known, count.disputed) == (1, 1, 1)
    assert "1 on which sources disagree" in count.told


@pytest.mark.parametrize("other", ["kind: csat", "better: down", "method: median"])
def test_only_a_mean_of_ease_where_up_is_better_counts(tmp_path: Path, other: str) -> None:
    key, _, _ = other.partition(":")
    told = {"kind": "kind: ces", "better": "better: up", "method": "method: mean"}[key]
    table = EASE.replace("mean,sd,n", "value,sd,n") if key == "method" else EASE
    metrics = METRICS.replace("id: ease,", "id: ease-of-use,").replace(told, other, 1)
    journey = JOIN.replace("metric: ease,", "metric: ease-of-use,")
    count = look(tmp_path, m=metrics, ease=table, join=journey).atlas.counts()[EASY]
    assert (count.value, count.known, count.n, count.since) == (None, 0, None, None)


def test_an_interaction_is_measured_by_a_number_of_its_own_that_is_fresh(tmp_path: Path) -> None:
    count = look(tmp_path).atlas.counts()[MEASURED]
    assert (count.value, count.total) == (1, 3)
    assert count.counted == (Thing("step", "join", "ask"),)


def test_what_is_retired_does_not_count(tmp_path: Path) -> None:
    found = look(tmp_path, join=JOIN + "status: retired\n")
    assert [count.total for count in found.atlas.counts().values()] == [0, 0]
    assert found.sights == ()


def test_a_journey_has_counts_of_its_own(tmp_path: Path) -> None:
    found = look(tmp_path, other="name: O\nowner: o\nphases: [{id: p, name: P, steps: [{id: s, name: S}]}]\n")
    assert (found.atlas.counts()[EASY].total, found.atlas.counts("join")[EASY].total) == (4, 3)
    assert (found.atlas.counts()[MEASURED].total, found.atlas.counts("other")[MEASURED].total) == (4, 1)


def test_a_goal_stands_where_its_newest_number_is(tmp_path: Path) -> None:
    found = look(tmp_path)
    more, easy = found.standings(found.atlas.journeys[0])
    assert (more.level, more.way, more.reached, more.inside, more.late) == (
        "6.00",
        "0.50 to go",
        False,
        False,
        False,
    )
    assert (easy.level, easy.way, easy.reached) == ("2 of 3", "1 to go", False)
    assert easy.by == more.by  # the first goal's date


def test_a_goal_that_is_reached_may_lie_within_the_interval(tmp_path: Path) -> None:
    found = look(tmp_path, join=JOIN.replace("target: 6,", "target: 5.4,"))
    standing = found.atlas.goal(Thing("goal", "join", "more"))
    assert standing
    assert (standing.way, standing.reached, standing.inside) == ("reached", True, True)


def test_a_goal_past_its_day_is_late_unless_it_is_reached(tmp_path: Path) -> None:
    late = JOIN.replace("by: 2026-12", "by: 2026-08")
    assert [one.goal.key for one in look(tmp_path / "a", join=late).goals_late] == ["more", "easy"]
    reached = late.replace("target: 6,", "target: 5,").replace("target: 2", "target: 1")
    assert look(tmp_path / "b", join=reached).goals_late == ()


def test_a_goal_without_a_number_keeps_its_level_and_has_no_distance(tmp_path: Path) -> None:
    found = look(tmp_path, join=JOIN.replace("phase: order", "phase: bill"))
    standing = found.standings(found.atlas.journeys[0])[0]
    assert (standing.aim, standing.level, standing.way, standing.reached) == (None, "6.00", "not measured yet", None)


def test_health_tells_reviews_numbers_and_the_lowest_step(tmp_path: Path) -> None:
    health = look(tmp_path).healths["join"]
    assert (health.state, health.review.until) == ("up to date", date(2026, 11, 28))
    assert health.lowest
    assert (health.lowest[0].key, health.lowest[1].value) == ("sit", -1.5)
    assert (health.fresh, len(health.stale), health.severities) == (2, 0, ())


@pytest.mark.parametrize(
    ("reviewed", "state"),
    [("2026-04-01", "stale"), ("2026-04-25", "review due"), ("2026-09-01", "up to date")],
)
def test_a_review_is_due_a_month_before_it_is_over(tmp_path: Path, reviewed: str, state: str) -> None:
    assert look(tmp_path, join=JOIN.replace("2026-06-01", reviewed)).healths["join"].state == state


def test_numbers_that_are_all_old_make_a_journey_stale(tmp_path: Path) -> None:
    found = look(tmp_path, cxsite="today: 2027-03-01\nreview_every: 5 years\n")
    assert found.healths["join"].state == "stale"
    assert [(metric.key, journey) for metric, journey, _ in found.stale] == [("ease", "join"), ("steps", "join")]


def test_each_department_sees_its_own_work(tmp_path: Path) -> None:
    desk, shop = look(tmp_path).sights
    assert (desk.department, desk.phases, desk.fresh, desk.steps, desk.measured) == ("desk", 2, 1, 2, 1)
    assert (shop.department, shop.phases, shop.fresh, shop.steps, shop.measured) == ("shop", 1, 1, 1, 0)
    assert [metric.key for metric in shop.metrics] == ["ease", "steps"]


def test_uses_are_grouped_and_named(tmp_path: Path) -> None:
    join = JOIN.replace("id: ask, name: Asks,", "id: ask, name: Asks, channel: phone,")
    found = look(tmp_path, join=join, touchpoints="channels: [{id: phone, name: Phone}]\n")
    (use,) = found.usages(Thing("channel", "", "phone"))
    assert (use.label, use.count, use.places) == ("Steps", 1, (("join", (Thing("step", "join", "ask"),)),))
    assert found.usages(Thing("channel", "", "none")) == ()


def test_a_principle_is_kept_by_changes_under_an_id_it_had_before_too(tmp_path: Path) -> None:
    target = (
        "target:\n  steps: [{change: ask, name: Once, follows: [old]}, {remove: pay, follows: [act]}, {change: sit}]\n"
    )
    strategy = "principles: [{id: act, name: Act, formerly: [old]}]\n"
    found = look(tmp_path, join=JOIN + target, strategy=strategy)
    (kept,) = kept_by(found.atlas.portfolio, Thing("principle", "", "act"))
    assert (kept.target, kept.changes) == (Thing("target", "join", "target"), ("Once", "Pays"))


def test_a_target_says_what_it_takes_off_the_map_it_differs_from(tmp_path: Path) -> None:
    target = "target:\n  steps: [{change: ask, effort: {time: 4min}}]\n"
    atlas = look(tmp_path, join=JOIN + target, value="weights: {time: 2}\nhour: 30\n").atlas
    today, then = burdens(atlas, atlas.journeys[0])
    assert (today.map, today.taken) == (Thing("journey", "", "join"), None)
    assert then.taken
    assert (then.taken.points, then.taken.expected) == (12, Removed(6, None, 0))
    assert then.base == "current"
    assert today.worth
    assert today.worth.total_expected == 5
