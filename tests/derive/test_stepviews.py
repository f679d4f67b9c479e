"""Phases and steps with all that is known about them."""

from __future__ import annotations

from cxsite.derive.atlas import Atlas
from cxsite.derive.stepviews import MapDetail, map_detail
from derive.known import known

MAP = """\
emotion_from: felt
without_a_hitch: through
phases:
  - name: One
    id: one
    done_by: [desk, web]
    metrics: whole
    steps:
      - {name: Look, id: a, emotion: 1, feeling: {all: Curious, movers: Lost}, metrics: whole}
      - {name: Ask, id: b, emotion: {all: -1, movers: -2}, next: [{step: d, share: 70%}, {step: c}]}
      - {name: Wait, id: c, quotes: [{text: Well, consent: public}]}
      - {name: Pay, id: d, done_by: none, owner: till}
"""
METRICS = """\
metrics:
  - {id: felt, name: Felt, method: mean, scale: -2..2, source: felt.csv}
  - {id: through, name: Through, method: share, source: through.csv}
  - {id: whole, name: Whole, method: mean, source: whole.csv}
  - {id: ease, name: Ease, method: mean, source: ease.csv}
"""
FILES = {
    "metrics/m.yml": METRICS,
    "metrics/felt.csv": "period,journey,step,segment,mean,sd,n\n2026-01,a,a,,-0.5,1,400\n2026-01,a,c,north,-1,1,60\n",
    "metrics/through.csv": "period,journey,phase,numerator,denominator\n2026-01,a,one,80,100\n",
    "metrics/whole.csv": "period,mean,sd,n\n2026-01,4,1,100\n",
    "metrics/ease.csv": "period,journey,phase,step,mean,sd,n\n2026-01,a,one,,5,1,90\n2026-01,a,,d,6,1,90\n",
}


def detail(text: str = MAP) -> MapDetail:
    made = known(text, FILES)
    atlas = Atlas(made.portfolio, made.measures, made.whole.content.today)
    return map_detail(atlas, made.journey)


def test_a_measured_feeling_goes_before_an_assessed_one_and_keeps_its_word() -> None:
    mood = detail().by_step["a"].mood
    assert mood.feeling
    assert (mood.feeling.value, mood.feeling.origin, mood.word) == (-0.5, "measured", "Curious")


def test_only_segments_with_a_feeling_or_word_of_their_own_are_told() -> None:
    made = detail()
    assert made.segments == ("movers", "north")
    moods = {
        key: [(mood.segment, mood.feeling and mood.feeling.value) for mood in step.moods]
        for key, step in made.by_step.items()
    }
    assert moods == {
        "a": [("", -0.5), ("movers", None)],
        "b": [("", -1), ("movers", -2)],
        "c": [("", None), ("north", -1)],
        "d": [("", None)],
    }


def test_ways_on_have_the_share_that_is_said_or_left_over() -> None:
    ways = detail().by_step["b"].ways
    assert [(way.branch.step, round(way.share, 2), way.said) for way in ways] == [("d", 0.7, True), ("c", 0.3, False)]


def test_a_step_beside_the_main_path_is_known_too() -> None:
    made = detail().by_step
    assert [key for key, step in made.items() if not step.on_path] == ["c"]
    assert made["c"].effort.weight.share == 1


def test_numbers_stand_where_their_rows_say_or_where_they_are_named() -> None:
    made = detail()
    figures = {key: [one.metric.key for one in step.figures] for key, step in made.by_step.items()}
    assert figures == {"a": ["whole"], "b": [], "c": [], "d": ["ease"]}


def test_the_chain_is_the_link_of_a_phase_and_no_number_beside_it() -> None:
    phase = detail().phases[0]
    assert phase.link
    assert phase.link.share == 0.8
    assert [one.metric.key for one in phase.figures] == ["ease", "whole"]


def test_a_step_is_assumed_where_neither_source_nor_number_backs_it() -> None:
    assert [key for key, step in detail().by_step.items() if step.assumed] == ["b"]


def test_who_does_a_step_and_who_answers_for_it() -> None:
    made = detail().by_step
    assert (made["a"].doers, made["a"].owner) == (("desk", "web"), "sales")
    assert (made["d"].doers, made["d"].owner) == ((), "till")


def test_a_column_without_a_customers_step_has_no_detail() -> None:
    text = "phases: [{name: P, steps: [{name: Ours, lane: support}, {name: S, id: s}]}, {name: Q}]\n"
    made = map_detail_of(text)
    assert [one.step.key if one else "" for _, one in made.columns] == ["", "s", ""]


def map_detail_of(text: str) -> MapDetail:
    made = known(text)
    return map_detail(Atlas(made.portfolio, made.measures, made.whole.content.today), made.journey)
