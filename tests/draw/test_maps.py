"""A current map as the values of its marks."""

from __future__ import annotations

from derive.known import known

from cxsite.derive.atlas import Atlas
from cxsite.derive.stepviews import MapDetail, map_detail, target_detail
from cxsite.draw.maps import boxes_of, efforts_of, emotion_of, links_of, outline_of, work_of
from cxsite.draw.marks.effort import Taken
from cxsite.draw.marks.handoffs import Box, twin

MAP = """\
emotion_from: felt
without_a_hitch: through
phases:
  - name: One
    id: one
    owner: desk
    steps:
      - {name: Reads, lane: support}
      - {name: Look, id: a, effort: {time: 12min, money: -5}}
      - {name: Ask, id: b, done_by: [desk, northspan], emotion: {all: -1, movers: -2}, next: {step: d}}
      - {name: Wait, id: c, done_by: billing}
      - {name: Pay, id: d, done_by: northspan, emotion: none}
  - {name: Two, id: two}
"""
FILES = {
    "journeys/organisation.yml": "departments:\n  - {id: sales, name: Sales}\n  - {id: desk, name: Desk, office: front}\n"
    "  - {id: billing, name: Billing}\n  - {id: northspan, name: Northspan, office: outside}\n",
    "metrics/m.yml": "metrics:\n  - {id: felt, name: Felt, method: mean, scale: 1..5, better: down, source: f.csv}\n"
    "  - {id: through, name: Through, method: share, source: t.csv}\n",
    "metrics/f.csv": "period,journey,step,mean,sd,n\n2026,a,a,2,1,400\n",
    "metrics/t.csv": "period,journey,phase,numerator,denominator\n2026,a,one,80,100\n",
}


def made_of(text: str = MAP, files: dict[str, str] | None = None) -> tuple[MapDetail, Atlas]:
    made = known(text, FILES if files is None else files)
    atlas = Atlas(made.portfolio, made.measures, made.whole.content.today)
    return map_detail(atlas, made.journey), atlas


def test_the_curve_has_a_gap_where_nobody_assessed_and_no_point_where_no_customer_is() -> None:
    emotion = emotion_of(*made_of())
    assert emotion
    assert [(i, felt.value) for i, felt in emotion.current.points] == [(1, 1.0), (2, -1), (3, None), (4, 0)]
    assert [len(emotion.steps), emotion.steps[0], emotion.steps[5]] == [6, "", ""]


def test_the_outline_has_the_steps_of_the_customer_alone_each_as_wide() -> None:
    made, atlas = made_of()
    outline = outline_of(made.view, atlas.readings)
    assert outline
    assert outline.steps == ("Look", "Ask", "Wait", "Pay")
    assert [felt.value for _, felt in outline.current.points] == [1.0, -1, None, 0]
    assert outline.columns.edges == (0.0, 0.25, 0.5, 0.75, 1.0)


def test_without_any_feeling_there_is_no_outline() -> None:
    made, atlas = made_of("phases: [{name: P, steps: [{name: S}]}]\n", {})
    assert outline_of(made.view, atlas.readings) is None


def test_a_measured_feeling_has_its_interval_on_the_same_scale_even_turned_round() -> None:
    emotion = emotion_of(*made_of())
    assert emotion
    felt = emotion.current.points[0][1]
    assert felt.low is not None
    assert felt.high is not None
    assert felt.low < 1.0 < felt.high
    assert "n 400" in felt.known
    assert "stretched to \u22122..2" in felt.known


def test_a_segment_has_a_curve_of_its_own_with_gaps_where_it_says_nothing() -> None:
    emotion = emotion_of(*made_of())
    assert emotion
    (segment,) = emotion.segments
    assert segment.label == "movers"
    assert [felt.value for _, felt in segment.points] == [None, -2, None, None]


def test_a_map_without_any_feeling_has_no_curve() -> None:
    assert emotion_of(*made_of("phases: [{name: P, steps: [{name: S}]}]\n", {})) is None


def test_effort_that_gives_back_is_no_bar_and_a_step_without_any_has_none() -> None:
    efforts = efforts_of(*made_of())
    assert {key: one.now for key, one in efforts.items()} == {
        "a": Taken(12, None, 0),
        "b": Taken(None, None, 1),
        "d": Taken(None, None, 0),
    }


def test_effort_has_one_scale_on_the_current_map_and_on_all_targets() -> None:
    steps = "[{change: a, effort: {time: 3min}}, {add: e, name: Sign, after: a, effort: {time: 50min}}]"
    made, atlas = made_of(f"{MAP}target: {{by: 2027, steps: {steps}}}\n")
    scales = {one.scale for one in efforts_of(made, atlas).values()}
    later = target_detail(atlas, made.view.journey, "target")
    assert {one.scale for one in efforts_of(later, atlas).values()} == scales == {Taken(50, None, 1)}


WORK = """\
phases:
  - name: One
    id: one
    steps:
      - {name: A, id: a, done_by: desk}
      - {name: B, id: b, done_by: desk}
      - {name: C, id: c, done_by: [desk, northspan]}
      - {name: D, id: d, done_by: northspan}
  - name: Two
    id: two
    steps:
      - {name: E, id: e, done_by: northspan}
      - {name: F, id: f, done_by: northspan}
      - {name: G, id: g, done_by: billing}
"""


def test_steps_of_one_phase_that_the_same_people_do_share_one_box() -> None:
    made, atlas = made_of(WORK)
    work = work_of(made, atlas)
    assert work
    assert boxes_of(made, work) == {
        "a": Box(2, False, False),
        "c": Box(1, False, True),
        "d": Box(1, True, False),
        "e": Box(2, False, True),
    }


def test_the_line_of_work_follows_the_main_path_and_says_what_was_worked_out() -> None:
    made, atlas = made_of()
    work = work_of(made, atlas)
    assert work
    assert work.steps == ("", "Look", "Ask", "", "Pay", "")
    assert [one and (one.who, one.track) for one in work.doers] == [
        None,
        ("Desk", "front"),
        ("Desk, Northspan", "front"),
        None,
        ("Northspan", "outside"),
        None,
    ]
    assert work.passed == ()
    assert twin(work).description.startswith("0 hand-offs over 3 steps")


def test_a_hand_off_leads_to_its_column() -> None:
    made, atlas = made_of(MAP.replace("done_by: [desk, northspan], ", ""))
    work = work_of(made, atlas)
    assert work
    assert [(one.column, one.giver.who, one.taker.who, one.abroad) for one in work.passed] == [
        (4, "Desk", "Northspan", True)
    ]


def test_without_any_office_there_is_no_line() -> None:
    assert work_of(*made_of("phases: [{name: P, steps: [{name: S}, {name: T, done_by: x}]}]\n", {})) is None


def test_the_links_of_a_chain_are_one_measure_across_phases() -> None:
    made, atlas = made_of()
    chain = atlas.chain(made.view.journey)
    assert chain
    links = links_of(chain)
    assert links
    assert [(one.name, one.reading.text if one.reading else "") for one in links.phases] == [
        ("One", "80.0 %"),
        ("Two", ""),
    ]
