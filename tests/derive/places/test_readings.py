"""The latest numbers about a place."""

from __future__ import annotations

import pytest

from cxsite.derive.places.readings import Feeling, Readings, on_emotion_scale
from cxsite.model.metric import Metric
from cxsite.model.resolve import resolve_target
from cxsite.model.values import Scale
from derive.known import HEAD, Known, known, one_phase

STEPS = ("id: s1, name: One, emotion: -1", "id: s2, name: Two, emotion: {all: 0.5, north: -2}", "id: s3, name: Three")
SEGMENTS = """\
segments: [{id: north, name: North}, {id: south, name: South}]
personas: [{id: sam, name: Sam, segment: north}]
"""
METRICS = """\
metrics:
  - {id: mood, name: Mood, method: mean, scale: 1..5, journey: a, source: mood.csv}
  - {id: two, name: Two, method: share, journey: a, source: [x.csv, y.csv]}
  - {id: whole, name: Whole, method: share, formerly: entire, source: whole.csv}
"""
TABLES = {
    "journeys/segments.yml": SEGMENTS,
    "metrics/m.yml": METRICS,
    "metrics/mood.csv": "period,step,segment,mean,n\n2026-01,s1,,4,90\n2026-01,s2,north,2,90\n2026-02,s1,,5,90\n",
    "metrics/x.csv": "period,phase,step,numerator,denominator\n2026-01,p,s1,10,100\n2026-03,p,,40,100\n"
    "2026-03,,,45,100\n",
    "metrics/y.csv": "period,phase,step,numerator,denominator\n2026-02,p,s1,20,100\n2026-03,p,,50,100\n"
    "2026-03,,,55,100\n",
    "metrics/whole.csv": "period,segment,numerator,denominator\n2026-01,,30,100\n2026-01,north,60,100\n",
}


def made(more: str = "emotion_from: mood\n", extra: str = "") -> Known:
    return known(one_phase(*STEPS, more=more) + extra, TABLES)


@pytest.mark.parametrize("share", [None, 0.0, 0.4])
def test_a_share_that_is_written_is_what_it_says(share: float | None) -> None:
    assert made().readings.share(share, "a", "s1") == share


def test_of_two_sources_the_newest_number_counts() -> None:
    reading = made().readings.at_step("two", "a", "s1")
    assert reading is not None
    assert (reading.value, reading.series.source) == (0.2, "y.csv")


def test_of_two_sources_for_one_period_the_first_counts() -> None:
    reading = made().readings.at_phase("two", "a", "p")
    assert reading is not None
    assert (reading.value, reading.series.source) == (0.4, "x.csv")


def test_a_table_that_tells_no_steps_apart_speaks_of_every_step_that_names_it() -> None:
    assert made().readings.share("whole", "a", "s3") == 0.3
    assert made().readings.share("entire", "a", "s3") == 0.3


def test_a_table_that_tells_steps_apart_is_silent_about_the_others() -> None:
    assert made().readings.share("two", "a", "s2") is None


def test_an_unknown_metric_gives_nothing() -> None:
    assert made().readings.share("nobody-knows", "a", "s1") is None


def test_numbers_of_another_journey_are_not_ours() -> None:
    assert made().readings.at_step("two", "b", "s1") is None
    assert made().readings.at_phase("two", "b", "p") is None


def feel(readings: Readings, known_: Known, place: int, segment: str = "") -> Feeling | None:
    return readings.feeling(known_.journey, known_.journey.steps[place], segment)


@pytest.mark.parametrize(
    ("place", "segment", "value", "origin", "whose"),
    [
        (0, "", 2.0, "measured", ""),  # 5 of 1..5, rather than the -1 assessed
        (0, "north", 2.0, "measured", ""),
        (1, "", 0.5, "assessed", ""),
        (1, "north", -1.0, "measured", "north"),
        (1, "sam", -1.0, "measured", "north"),
        (1, "south", 0.5, "assessed", ""),
    ],
)
def test_a_feeling_is_measured_else_assessed_of_a_segment_else_of_all(
    place: int, segment: str, value: float, origin: str, whose: str
) -> None:
    one = made()
    found = feel(one.readings, one, place, segment)
    assert found is not None
    assert (found.value, found.origin, found.segment) == (value, origin, whose)


def test_a_step_that_nobody_assessed_has_no_feeling() -> None:
    one = made()
    assert feel(one.readings, one, 2) is None


def test_without_emotion_from_what_is_assessed_counts() -> None:
    one = made("")
    assert feel(one.readings, one, 0) == Feeling(-1.0, "assessed")
    assert feel(one.readings, one, 1, "sam") == Feeling(-2.0, "assessed", "north")


def test_an_emotion_of_none_is_looked_at_and_found_to_be_nothing() -> None:
    one = known(one_phase("id: s1, name: One, emotion: none"))
    assert feel(one.readings, one, 0) == Feeling(0.0, "none")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("name: New", ("measured", 2.0)),
        ("emotion: 1", ("assessed", 1.0)),
        ("feeling: Calm", None),
        ("emotion: none", ("none", 0.0)),
    ],
)
def test_a_target_that_writes_a_feeling_of_its_own_is_not_measured_by_todays(
    written: str, expected: tuple[str, float] | None
) -> None:
    one = made(extra=f"target:\n  steps:\n    - {{change: s1, {written}, what: new}}\n")
    step = resolve_target(one.journey, "target").steps[0].step
    found = one.readings.feeling(one.journey, step)
    assert (found and (found.origin, found.value)) == expected


@pytest.mark.parametrize(("value", "negative"), [(-1.5, 1.5), (0.0, 0.0), (2.0, 0.0)])
def test_only_what_is_below_zero_is_effort(value: float, negative: float) -> None:
    assert Feeling(value, "assessed").negative == negative


@pytest.mark.parametrize(
    ("method", "scale", "better", "value", "expected"),
    [
        ("mean", Scale(-2, 2), "up", -0.6, -0.6),
        ("mean", Scale(1, 5), "up", 3, 0),
        ("mean", Scale(1, 7), "down", 7, -2),
        ("median", Scale(0, 10), "up", 10, 2),
        ("nps", None, "up", -50, -1),
        ("nps", Scale(0, 10), "up", 100, 2),
        ("top-2", Scale(1, 5), "up", 0.75, 1),
        ("mean", None, "up", 1, None),
        ("count", None, "up", 1, None),
    ],
)
def test_other_scales_are_stretched_to_that_of_the_curve(
    method: str, scale: Scale | None, better: str, value: float, expected: float | None
) -> None:
    metric = Metric.model_construct(id="m", name="M", method=method, scale=scale, better=better)
    assert on_emotion_scale(metric, value) == expected


def test_a_row_that_names_another_journey_is_about_that_one() -> None:
    files = {
        "journeys/b.yml": "name: B\nowner: sales\n" + one_phase("id: s1, name: One"),
        "metrics/m.yml": "metrics: [{id: went, name: W, method: share, journey: a, source: t.csv}]\n",
        "metrics/t.csv": "period,journey,step,numerator,denominator\n2026-02,b,s1,20,100\n2026-01,,s1,10,100\n",
    }
    readings = known(one_phase("id: s1, name: One"), files).readings
    assert (readings.share("went", "a", "s1"), readings.share("went", "b", "s1")) == (0.1, 0.2)


def test_goals_stand_by_their_journey_and_those_of_the_strategy_under_no_name() -> None:
    goals = "goals: [{metric: two, phase: p, target: 60%}, {metric: whole, target: 50%}]\n"
    files = {**TABLES, "journeys/strategy.yml": "goals: [{id: most, metric: whole, target: 70%}]\n"}
    aims = known(goals + one_phase(*STEPS), files).readings.aims
    found = {home: [(aim.series.metric.key, aim.level) for aim in of_home] for home, of_home in aims.items()}
    assert found == {"a": [("two", 0.6), ("two", 0.6), ("whole", 0.5)], "": [("whole", 0.7)]}


def test_the_metrics_for_a_journey_are_its_own_those_of_no_journey_and_those_that_are_named() -> None:
    other = HEAD + "phases: [{id: p, name: P}]\n"
    metrics = METRICS.replace(
        "metrics:", "metrics:\n  - {id: far, name: Far, method: count, journey: b, source: far.csv}"
    )
    metrics += "  - {id: idle, name: Idle, method: count}\n"
    files = {**TABLES, "journeys/b.yml": other, "metrics/m.yml": metrics, "metrics/far.csv": "period,value\n2026,4\n"}
    readings = known(one_phase(*STEPS), files).readings
    assert [metric.key for metric in readings.metrics_for("a")] == ["mood", "two", "whole"]
    assert [metric.key for metric in readings.metrics_for("b")] == ["far", "whole"]
    named = readings.metrics_for("b", ["idle", "entire", "unknown", "mood"])
    assert [metric.key for metric in named] == ["far", "idle", "mood", "whole"]
