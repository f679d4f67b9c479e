"""What every page has in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import atlas_of, small_project

from cxsite.derive.links.things import Thing
from cxsite.draw.cache import Cache
from cxsite.draw.charts import Studio
from cxsite.pages.desk import Desk
from cxsite.pages.frame import crumbs_of, ids_of, leaf, parent_of, rank_of, tabs
from cxsite.pages.plan import Part

TEXT = "name: A *map*\nowner: sales\nphases: [{id: p, name: P, steps: [{id: a, name: Look}]}]\n"
TARGETS = "target: {steps: [{change: a, name: Sees}]}\n"
REST = "hotspots: [{id: h, name: H, steps: a}]\nmetrics: n\n"
METRICS = {"metrics/m.yml": "metrics:\n  - {id: n, name: Ease, method: mean}\n"}


def desk(folder: Path, text: str) -> Desk:
    made = atlas_of(small_project(folder, {"journeys/ticket.yml": text, **METRICS}))
    return Desk(made, Studio(Cache(folder / "cache")), "portfolio/index.md")


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (TEXT, ["Current map"]),
        (TEXT + TARGETS, ["Current map", "Target map", "Compare"]),
        (
            TEXT + TARGETS + REST,
            ["Current map", "Target map", "Compare", "Hotspots and actions", "Metrics"],
        ),
    ],
)
def test_a_journey_has_a_tab_for_each_page_there_is(tmp_path: Path, text: str, labels: list[str]) -> None:
    made = desk(tmp_path, text)
    found = tabs(made, made.atlas.journeys[0], "ticket/index.md")
    assert [tab.label for tab in found] == labels
    assert [tab.here for tab in found] == [True, *(False for _ in labels[1:])]


def test_pages_of_a_journey_follow_one_another_as_their_tabs_do(tmp_path: Path) -> None:
    made = desk(tmp_path, TEXT + TARGETS + REST)
    journey = made.atlas.journeys[0]
    pages = [f"ticket/{name}/index.md" for name in ("target", "compare", "actions", "metrics")]
    assert [rank_of(made, journey, path) for path in pages] == [1, 2, 3, 4]


def test_the_way_to_a_hotspot_leads_through_its_journey(tmp_path: Path) -> None:
    made = desk(tmp_path, TEXT + REST)
    assert crumbs_of(made, Thing("hotspot", "ticket", "h")) == (
        ("Journeys", "cx:portfolio/index.md"),
        ("A map", "cx:ticket/index.md"),
        ("Hotspots and actions", "cx:ticket/actions/index.md"),
    )
    assert crumbs_of(made, Thing("hotspot", "", "h"))[1:] == (("Hotspots and actions", "cx:actions/index.md"),)


def test_a_thing_stands_below_the_list_it_belongs_to() -> None:
    assert parent_of(Thing("action", "join", "desk")) == "join/actions/index.md"
    assert parent_of(Thing("action", "", "desk")) == "actions/index.md"
    assert parent_of(Thing("metric", "", "ease")) == "metrics/index.md"


def test_every_id_on_a_page_can_be_linked_to_but_those_inside_charts() -> None:
    html = '<h3 class="x" id="step-a">A</h3><svg><clipPath id="c0123abcd-clip0"/></svg><tr id="goal-n">'
    assert ids_of([Part("map", "Map", "", html)]) == {"step-a", "goal-n"}


def test_a_part_that_says_nothing_is_left_out_and_titles_are_plain() -> None:
    page = leaf("a/index.md", "*A*", "b & c", [Part("x", "X", "", ""), Part("y", "Y", "", "<p>y</p>")], "index.md")
    assert ([part.id for part in page.parts], page.title, page.description) == (["y"], "A", "b & c")
