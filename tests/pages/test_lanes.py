"""Which lanes a map has, in which order."""

from __future__ import annotations

from derive.known import known

from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.opportunities import opportunities
from cxsite.derive.stepviews import map_detail
from cxsite.model.settings import LANES, Settings
from cxsite.pages.lanes import Lanes, lane_order, lanes_of

BARE = "phases: [{name: One, steps: [{name: Look}]}]\n"
FULL = """\
phases:
  - name: One
    id: one
    customer_goal: To see
    steps:
      - {name: Look, id: look, thinks: Hm, emotion: 1, effort: {time: 2min}, support: [The night run], x-legal: Consent}
      - {name: Files it, id: file, lane: backstage}
hotspots: [{id: h, name: H, steps: [look], kind: pain, root_cause: [Because], opportunity: Less}]
ideas: [{id: i, name: I, addresses: [h]}]
"""


def lanes(text: str, settings: str = "") -> Lanes:
    made = known(text, {"cxsite.yml": settings} if settings else {})
    atlas = Atlas(made.portfolio, made.measures, made.whole.content.today)
    detail = map_detail(atlas, made.journey)
    could = opportunities(detail.view, atlas.ideas.get(made.journey.key, ()), atlas.portfolio)
    return lanes_of(detail, atlas.settings, could)


def test_a_bare_map_has_its_steps_and_who_does_them_and_names_what_is_open() -> None:
    found = lanes(BARE)
    assert found.keys == ("steps", "work")
    assert found.empty == ("Customer goal", "Emotion", "Their words", "Effort", "Metrics", "Hotspots")


def test_a_lane_is_there_as_soon_as_one_cell_of_it_is_filled() -> None:
    expected = (
        "goal",
        "steps",
        "emotion",
        "thinks",
        "effort",
        "work",
        "backstage",
        "support",
        "hotspots",
        "causes",
        "ideas",
    )
    assert lanes(FULL).keys == expected


def test_the_lines_of_the_blueprint_run_where_customers_end_and_where_they_no_longer_see() -> None:
    lines = {lane.key: lane.line for lane in lanes(FULL).shown if lane.line}
    assert lines == {
        "work": "Line of interaction",
        "backstage": "Line of visibility",
        "support": "Line of internal interaction",
    }


def test_the_settings_say_which_lanes_and_in_which_order_own_ones_among_them() -> None:
    found = lanes(FULL, "lanes: [hotspots, {field: x-legal, name: Legal}, emotion]\n")
    assert [lane.name for lane in found.shown] == ["Steps", "Hotspots", "Legal", "Emotion"]


def test_without_a_choice_all_lanes_stand_in_their_usual_order() -> None:
    assert tuple(lane.key for lane in lane_order(Settings())) == LANES


def test_bars_of_effort_have_one_scale_on_all_maps_of_a_journey_which_is_said() -> None:
    def note(more: str) -> str:
        made = known(FULL + more)
        atlas = Atlas(made.portfolio, made.measures, made.whole.content.today)
        shown = lanes_of(map_detail(atlas, made.journey), atlas.settings, {}).shown
        return next(lane.note for lane in shown if lane.key == "effort")

    assert note("") == "time, money, negative emotion"
    assert note("target: {by: 2027}\n") == "time, money, negative emotion; one scale for all its maps"
