"""What a map shows, in one sentence."""

from __future__ import annotations

import pytest

from cxsite.derive.atlas import Atlas
from cxsite.derive.headlines import headline

from .known import known

MAP = """\
phases:
  - name: One
    id: one
    steps:
      - {name: Look, id: a, emotion: 0.5, effort: {time: 2min}}
      - {name: Ask, id: b, emotion: -1.5, effort: {time: 4min}}
  - name: Two
    id: two
    steps: [{name: Pay, id: c, emotion: -1.5, effort: {time: 3min}}]
"""
CRITICAL = (
    "hotspots: [{id: h, name: The queue, steps: [b], severity: critical}, {id: i, name: I, severity: critical}]\n"
)
CHAIN = {
    "metrics/m.yml": "metrics: [{id: through, name: Through, method: share, source: m.csv}]\n",
    "metrics/m.csv": "period,journey,phase,numerator,denominator\n2026-01,a,one,80,100\n2026-01,a,two,630,1000\n",
}
NUMBERS = {
    "metrics/m.yml": "metrics: [{id: mood, name: Mood, method: mean, scale: -2..2, source: m.csv}]\n",
    "metrics/m.csv": "period,journey,step,mean,sd,n\n2026-01,a,a,0.3,{spread}\n2026-01,a,b,-0.9,{spread}\n",
}


def said(text: str, files: dict[str, str] | None = None) -> str:
    made = known(text, files)
    return headline(Atlas(made.portfolio, made.measures, made.whole.content.today), made.journey)


def test_what_the_author_found_comes_first() -> None:
    assert said("finding: It breaks while people wait.\n" + MAP + CRITICAL) == "It breaks while people wait."


def test_a_critical_hotspot_that_nobody_acts_on_comes_before_any_number() -> None:
    assert said(MAP + CRITICAL) == "Nobody acts on 2 of 2 critical hotspots, “The queue” the first of them"
    acted = MAP + CRITICAL + "actions: [{id: x, name: X, addresses: [i], status: planned}]\n"
    assert said(acted) == "Nobody acts on “The queue”, 1 of 2 critical hotspots"
    assert "Nobody" not in said(acted.replace("addresses: [i]", "addresses: [h, i]"))


def test_the_weakest_link_is_told_with_its_n() -> None:
    text = "without_a_hitch: through\n" + MAP
    assert said(text, CHAIN) == "“Two” is the weakest link: 63 % get through it without a hitch, n 1,000"
    strong = {**CHAIN, "metrics/m.csv": CHAIN["metrics/m.csv"].replace("630", "950").replace("80,", "95,")}
    assert "weakest" not in said(text, strong)


def test_links_that_just_as_few_get_through_are_told_together() -> None:
    text = "without_a_hitch: through\n" + MAP + "  - {name: Three, id: three, steps: [{name: Go, id: d}]}\n"
    table = CHAIN["metrics/m.csv"].replace("one,80", "one,63") + "2026-01,a,three,95,100\n"
    told = "“One” and “Two” are the weakest links: 63 % get through each of them without a hitch"
    assert said(text, {**CHAIN, "metrics/m.csv": table}) == told


def test_a_phase_that_takes_far_more_than_its_part_of_the_time_is_told() -> None:
    much = MAP.replace("4min", "40min").replace("emotion: -1.5", "emotion: -0.2")
    assert said(much) == "“One” takes 93 % of the time that one customer can expect: 42 min of 45 min"
    assert "takes" not in said(much.replace(", effort: {time: 3min}", ""))


def test_the_deepest_fall_between_two_steps_in_a_row_is_told() -> None:
    level = MAP.replace("4min", "1min")
    assert said(level) == "Feeling falls by 2.0 from “Look” (+0.5) to “Ask” (−1.5), on −2 to +2"
    assert "falls" not in said(level.replace("emotion: 0.5, ", ""))


@pytest.mark.parametrize(
    ("spread", "words"), [("1,400", "falls by 1.2 from “Look” (+0.3, n 400)"), ("1.75,32", "lowest point")]
)
def test_measured_feelings_whose_intervals_meet_are_no_fall(spread: str, words: str) -> None:
    files = {**NUMBERS, "metrics/m.csv": NUMBERS["metrics/m.csv"].replace("{spread}", spread)}
    text = "emotion_from: mood\nphases: [{name: P, id: p, steps: [{name: Look, id: a}, {name: Ask, id: b}]}]\n"
    assert words in said(text, files)


def test_a_shallow_map_is_told_by_its_lowest_point_and_a_pleasant_one_by_its_size() -> None:
    shallow = MAP.replace("4min", "1min").replace("-1.5", "-0.2")
    assert said(shallow) == "The lowest point is “Ask” at −0.2, on −2 to +2"
    assert said(shallow.replace("-0.2", "0.2")) == "3 steps in 2 phases"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("phases: [{name: P, steps: [{name: S}]}]\n", "1 step in 1 phase, and nothing assessed yet"),
        ("phases: [{name: P, steps: [{name: S, effort: none}]}]\n", "1 step in 1 phase"),
        ("phases: [{name: P, steps: [{name: S, lane: backstage, emotion: -2}]}]\n", "0 steps in 1 phase"),
    ],
)
def test_a_map_on_which_nothing_was_assessed_says_so(text: str, words: str) -> None:
    assert said(text) == words
