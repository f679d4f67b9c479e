"""What is read out, and in which order: where it hurts, who answers for it and what is being done can be heard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from browser_support import Watched, watched
from playwright.sync_api import Browser

from .tree import Node, tree

pytestmark = pytest.mark.browser

HOTSPOT, OWNER, ACTION = (
    "Nobody owns a date that moves",
    "Provisioning",
    "One desk with Northspan owns every moved date",
)
PHASES = ["Discover", "Order", "Wait", "Connect", "First bill", "Settle in"]
STEPS = [3, 3, 3, 3, 2, 2]


@pytest.fixture(scope="module")
def look(chromium: Browser, example: str) -> Iterator[Watched]:
    with watched(chromium, example, viewport={"width": 1440, "height": 900}) as seen:
        yield seen


def heard(look: Watched, address: str) -> Node:
    if look.page.url != look.base + address:
        look.page.goto(look.base + address)
    return tree(look.page)


def phases(look: Watched) -> list[Node]:
    region = heard(look, "join/").one("region", "Journey map")
    return next(region.all("list")).items


def test_a_map_is_read_phase_by_phase_and_each_phase_says_its_name_first(look: Watched) -> None:
    assert [phase.name for phase in phases(look)] == PHASES
    assert [next(phase.all("heading")).name for phase in phases(look)] == PHASES


def test_the_steps_of_a_phase_are_a_list_inside_of_it_and_each_step_has_one_heading(look: Watched) -> None:
    inside = [next(phase.all("list")).items for phase in phases(look)]
    assert [len(steps) for steps in inside] == STEPS
    assert [len(list(step.all("heading"))) for steps in inside for step in steps] == [1] * 16


def test_a_step_says_what_it_is_how_it_feels_what_it_takes_and_who_does_it_in_this_order(look: Watched) -> None:
    (moved,) = (step for step in next(phases(look)[2].all("list")).items if "Has the date moved" in step.said)
    said = moved.said.replace("\u00a0", " ")
    order = [
        said.index(word) for word in ("Has the date moved", "Emotion, −2 to +2:", "Effort", "Who does it", "Northspan")
    ]
    assert order == sorted(order)
    assert "−1.7" in said
    assert "n 412" in said


def test_on_a_map_a_phase_says_where_it_hurts_who_answers_and_what_is_being_done(look: Watched) -> None:
    wait = phases(look)[2]
    assert OWNER in wait.said.split("Customer goal")[0]
    about = wait.said.split("Hotspots")[1]
    assert "critical, organisation" in about
    assert f"H4 : critical, {HOTSPOT}" in about
    assert ACTION in about


def test_a_page_of_a_hotspot_says_how_bad_it_is_what_is_being_done_who_answers_and_why_in_this_order(
    look: Watched,
) -> None:
    page = heard(look, "join/hotspots/moved-date/")
    said = page.said
    order = [said.index(word) for word in (HOTSPOT, "Critical", ACTION, "Answers for it", OWNER, "Why it is there")]
    assert order == sorted(order)
    assert [node.name for node in page.all("link")].count(ACTION) >= 1


def test_the_front_page_says_of_each_journey_who_answers_and_where_it_hurts(look: Watched) -> None:
    page = heard(look, "")
    (join,) = (
        item for item in page.all("listitem") if any(h.name == "Join and get connected" for h in item.all("heading"))
    )
    assert "Priya Nadar" in join.said
    assert "critical" in join.said.lower()


@pytest.mark.long
def test_no_link_control_or_drawing_is_without_a_name(look: Watched) -> None:
    for address in ("", "join/", "join/hotspots/moved-date/"):
        page = heard(look, address)
        for role in ("link", "button", "radio", "checkbox", "image", "region", "navigation", "heading"):
            assert [node for node in page.all(role) if not node.name.strip()] == [], (address, role)


@pytest.mark.long
def test_headings_go_down_one_level_at_a_time(look: Watched) -> None:
    for address in ("", "join/", "join/compare/", "join/hotspots/moved-date/"):
        look.page.goto(look.base + address)
        levels = look.page.evaluate(
            "[...document.querySelectorAll('article :is(h1, h2, h3, h4, h5)')].map((h) => +h.localName[1])"
        )
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), address
