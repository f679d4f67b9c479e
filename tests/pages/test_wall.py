"""What stands above a map on its own sheet, and how much room it takes."""

from __future__ import annotations

from pathlib import Path

from support import atlas_of, small_project

from cxsite.draw.cache import Cache
from cxsite.draw.figure import Studio
from cxsite.pages.desk import Desk
from cxsite.pages.wall import Wall, left_open, on_the_whole, wall_of

JOURNEY = """\
name: Buy a ticket
owner: sales
reviewed: 2026-03-01
phases: [{id: choose, name: Choose, steps: [{id: look, name: Looks}, {id: ask, name: Asks}]}]
hotspots: [{id: queue, name: A long queue, category: process, severity: high, steps: ask, owner: sales}]
target: {steps: [{change: ask, name: Asks in the app}]}
"""
ORGANISATION = "departments: [{id: sales, name: Ticket sales, office: front}]\n"


def desk(folder: Path, journey: str = JOURNEY) -> Desk:
    files = {"journeys/ticket.yml": journey, "journeys/organisation.yml": ORGANISATION}
    atlas = atlas_of(small_project(folder, {**files, "cxsite.yml": "today: 2026-05-02\n"}))
    return Desk(atlas, Studio(Cache(folder / "cache")), "index.md")


def wall(made: Desk, *notes: int) -> Wall:
    return wall_of(made, made.atlas.journeys[0], "Current map", ("All customers",), notes)


def test_a_sheet_names_its_journey_which_map_it_is_who_owns_it_and_of_what_day_it_is(tmp_path: Path) -> None:
    found = wall(desk(tmp_path))
    assert (found.name, found.which) == ("Buy a ticket", "Current map")
    assert dict(found.facts) == {"Owner": "Ticket sales", "Reviewed": "2026-03-01", "As on": "2026-05-02"}


def test_a_journey_that_nobody_reviewed_says_so(tmp_path: Path) -> None:
    made = desk(tmp_path, JOURNEY.replace("reviewed: 2026-03-01\n", ""))
    assert ("Reviewed", "not yet") in wall(made).facts


def test_its_texts_are_as_long_as_what_is_said_and_those_that_say_nothing_take_no_room(tmp_path: Path) -> None:
    made = desk(tmp_path)
    line, key, *notes = wall(made, 0, 40).lengths
    assert len("Buy a ticket Current map Owner Ticket sales Reviewed 2026-03-01 As on 2026-05-02") <= line < 100
    assert key > 300
    assert notes == [40]


def test_what_a_target_leaves_open_is_as_long_as_its_names(tmp_path: Path) -> None:
    made = desk(tmp_path)
    journey = made.atlas.journeys[0]
    hotspots, changes = left_open(made, made.atlas.target(journey, "target"))
    assert (hotspots, changes) == (8 + len("A long queue"), len("Asks in the app") + 2)
    assert on_the_whole(made.atlas.view(journey).pins) > len("A long queue")
    assert on_the_whole(()) == 0
