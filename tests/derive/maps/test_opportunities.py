"""What could be won on a map, by phase."""

from __future__ import annotations

from cxsite.derive.atlas import Atlas
from cxsite.derive.maps.opportunities import Opportunities, opportunities
from derive.known import known

MAP = """\
phases:
  - {name: One, id: one, steps: [{name: Look, id: look}]}
  - {name: Two, id: two, steps: [{name: Pay, id: pay}]}
  - {name: Three, id: three}
hotspots:
  - {id: slow, name: Slow, steps: [pay, look], kind: pain, opportunity: Faster}
  - {id: far, name: Far, kind: pain}
ideas:
  - {id: by-spot, name: By spot, addresses: [slow]}
  - {id: by-step, name: By step, steps: [pay]}
  - {id: by-phase, name: By phase, phases: [two]}
  - {id: loose, name: Loose}
"""


def made() -> tuple[Atlas, dict[str, Opportunities]]:
    found = known(MAP, {})
    atlas = Atlas(found.portfolio, found.measures, found.whole.content.today)
    ideas = atlas.ideas.get(found.journey.key, ())
    return atlas, opportunities(atlas.view(found.journey), ideas, atlas.portfolio)


def test_an_idea_stands_in_the_first_phase_that_it_is_about() -> None:
    _, could = made()
    assert {key: [idea.key for _, idea in one.ideas] for key, one in could.items()} == {
        "one": ["by-spot"],
        "two": ["by-step", "by-phase"],
    }


def test_what_a_hotspot_would_win_stands_in_its_first_phase_and_nowhere_else() -> None:
    _, could = made()
    assert [[pin.hotspot.id for pin in could[key].spots] for key in ("one", "two")] == [["slow"], []]


def test_a_hotspot_on_no_place_of_the_map_stands_in_no_phase() -> None:
    atlas, _ = made()
    view = atlas.view(atlas.journeys[0])
    here = {phase: [pin.hotspot.id for pin in pins] for phase, pins in view.pins_by_phase.items()}
    assert here == {"one": ["slow"], "two": [], "three": []}
